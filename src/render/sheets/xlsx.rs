//! Sheets as a workbook (Office Open XML): one sheet a table, every cell a text.

use std::collections::HashSet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use super::{Error, Sheet};

/// The longest name that a sheet can have.
const LONGEST_NAME: usize = 31;

/// The longest text that a cell can have.
const LONGEST_TEXT: usize = 32_767;

/// How many rows a sheet can have, that of the names of the columns included.
const MOST_ROWS: usize = 1_048_576;

/// How wide columns are, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=60;

/// The sheets as a workbook. The same sheets give the same bytes; no cell is a formula, and UIDs stay what they are.
pub fn write(title: &str, sheets: &[Sheet]) -> Result<Vec<u8>, Error> {
    let mut workbook = Workbook::new();
    // The library knows no clock: a day for all.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&day));
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let mut names = HashSet::new();
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(name(&sheet.name, &mut names))?;
        fill(worksheet, sheet, &heading, &text)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet, heading: &Format, text: &Format) -> Result<(), Error> {
    let too_long =
        || Error::TooLong { name: sheet.name.clone(), rows: sheet.rows.len(), most: MOST_ROWS - 1 };
    if sheet.rows.len() >= MOST_ROWS {
        return Err(too_long());
    }
    let last_row = u32::try_from(sheet.rows.len()).map_err(|_| too_long())?;
    let last_column = u16::try_from(sheet.header.len().saturating_sub(1)).map_err(|_| too_long())?;
    for ((column, name), width) in (0_u16..).zip(&sheet.header).zip(widths(sheet)) {
        worksheet.set_column_width(column, width)?;
        worksheet.write_string_with_format(0, column, name, heading)?;
    }
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, lines) in (0_u16..).zip(cells).filter(|(_, lines)| !lines.is_empty()) {
            worksheet.write_string_with_format(row, column, shortened(&lines.join("\n")), text)?;
        }
    }
    worksheet.set_freeze_panes(1, 0)?;
    worksheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

/// A text as far as a cell can hold it.
fn shortened(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut units = 0;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units < LONGEST_TEXT
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// How wide the columns are: as wide as their longest line, within bounds.
fn widths(sheet: &Sheet) -> Vec<f64> {
    let mut widths: Vec<usize> = sheet.header.iter().map(|name| name.chars().count() + 3).collect();
    for row in &sheet.rows {
        for (width, lines) in widths.iter_mut().zip(row) {
            let longest = lines.iter().map(|line| line.chars().count() + 1).max().unwrap_or_default();
            *width = (*width).max(longest);
        }
    }
    let bounded = widths.into_iter().map(|width| width.clamp(*WIDTHS.start(), *WIDTHS.end()));
    bounded.map(|width| u32::try_from(width).map_or(60.0, f64::from)).collect()
}

/// A name that a sheet can have and no other one has.
fn name(wanted: &str, taken: &mut HashSet<String>) -> String {
    let allowed = |letter: char| !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    let clean: String = wanted.chars().filter(|letter| allowed(*letter) && !letter.is_control()).collect();
    let clean = if clean.is_empty() { "table".to_owned() } else { clean };
    let cut = |room: usize| clean.chars().take(room).collect::<String>();
    let mut name = cut(LONGEST_NAME);
    let mut number = 2;
    while !taken.insert(name.to_lowercase()) {
        let end = format!("-{number}");
        name = cut(LONGEST_NAME - end.len()) + &end;
        number += 1;
    }
    name
}
