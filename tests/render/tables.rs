//! Tables of the typesetter: generated ones of every shape, whose placed texts are held against what they say.

use std::ops::Range;

use dicomply::document::{Alignment, Block, Cell, Column, Document, Inline, Row, Table, TableNote};
use dicomply::render::typeset::page::{Ink, Page, Run};
use dicomply::render::typeset::structure::{NodeId, Role, Structure};
use dicomply::render::typeset::{Layout, Options, TablePlan, table_plans, typeset};

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below.max(1)
    }
}

const WORDS: [&str; 10] =
    ["association", "is", "the", "SCU", "storage", "of", "rejected-permanent", "images", "Configurable", "a"];

fn text(dice: &mut Dice, words: usize) -> Vec<Block> {
    if words == 0 {
        return Vec::new();
    }
    let mut inlines = Vec::new();
    for _ in 0..words {
        match dice.roll(14) {
            0 => inlines.push(Inline::Code(format!("1.2.840.10008.5.1.4.1.1.{}", dice.roll(500)))),
            1 => inlines.push(Inline::Code("(0008,0018)".to_owned())),
            2 => inlines.push(Inline::LineBreak),
            other => inlines.push(Inline::Text(WORDS[other % WORDS.len()].to_owned())),
        }
        inlines.push(Inline::Text(" ".to_owned()));
    }
    vec![Block::Paragraph(inlines)]
}

fn words(dice: &mut Dice) -> usize {
    match dice.roll(40) {
        0 => 900,
        1 => 200,
        2..8 => 0,
        8..16 => 20,
        _ => 1 + dice.roll(5),
    }
}

/// A grid of cells, some of them merged.
fn rows(dice: &mut Dice, count: usize, columns: usize, groups: bool) -> Vec<Row> {
    let mut covered = vec![vec![false; columns]; count];
    let mut rows = Vec::new();
    for row in 0..count {
        let mut cells = Vec::new();
        let is_free = covered[row].iter().all(|covered| !covered);
        if groups && is_free && row + 1 < count && dice.roll(9) == 0 {
            covered[row].fill(true);
            cells.push(Cell { column: 0, rows: 1, columns, content: text(dice, 3) });
        }
        for column in 0..columns {
            if covered[row][column] {
                continue;
            }
            let free = (column..columns).take_while(|&other| !covered[row][other]).count();
            let wide = if dice.roll(12) == 0 { 1 + dice.roll(free.min(3)) } else { 1 };
            let high = if dice.roll(12) == 0 { 1 + dice.roll((count - row).min(30)) } else { 1 };
            covered[row..row + high].iter_mut().for_each(|row| row[column..column + wide].fill(true));
            let words = words(dice);
            cells.push(Cell { column, rows: high, columns: wide, content: text(dice, words) });
        }
        rows.push(Row { cells });
    }
    rows
}

fn table(dice: &mut Dice, columns: usize, count: usize) -> Table {
    let header = 1 + dice.roll(2);
    let note = TableNote { mark: "a".to_owned(), anchor: "note-a".to_owned(), content: text(dice, 12) };
    let alignments = [Alignment::Start, Alignment::Center, Alignment::End];
    let column = |dice: &mut Dice| Column {
        alignment: alignments[dice.roll(3)],
        width: (dice.roll(2) == 0).then_some(u8::try_from(100 / columns).unwrap()),
    };
    let mut table = Table {
        number: "1".to_owned(),
        caption: "Generated".to_owned(),
        columns: (0..columns).map(|_| column(dice)).collect(),
        body: rows(dice, count, columns, true),
        row_headers: dice.roll(2),
        ..Table::default()
    };
    for _ in 0..header {
        let cell = |column| Cell { column, rows: 1, columns: 1, content: text(&mut Dice(column as u64), 2) };
        table.header.push(Row { cells: (0..columns).map(cell).collect() });
    }
    if dice.roll(3) == 0 {
        table.notes.push(note);
    }
    table
}

fn document(tables: Vec<Table>) -> Document {
    Document { blocks: tables.into_iter().map(Block::Table).collect(), ..Document::default() }
}

fn laid_out(document: &Document) -> (Layout, Vec<TablePlan>) {
    (typeset(document, &Options::default()).unwrap(), table_plans(document, &Options::default()).unwrap())
}

/// Texts of different shapes: their number of columns, and of rows.
fn shapes() -> impl Iterator<Item = (u64, usize, usize)> {
    let counts = [(0, 3), (1, 12), (2, 60)];
    (2..=14).flat_map(move |columns| counts.map(|(seed, count)| (seed, columns, count)))
}

#[test]
fn every_word_of_a_table_is_placed_once() {
    for (seed, columns, count) in shapes() {
        let tree = document(vec![table(&mut Dice(seed + 100 * columns as u64), columns, count)]);
        let (layout, _) = laid_out(&tree);
        let mut texts: Vec<(NodeId, String)> = Vec::new();
        for (_, owner, run) in runs(&layout) {
            if let Some(owner) = owner {
                texts.push((owner, run.text.clone()));
            }
        }
        texts.sort_by_key(|(owner, _)| *owner);
        let placed = letters(&texts.into_iter().map(|(_, text)| text).collect::<String>());
        assert_eq!(placed, letters(&said(&tree)), "{columns} columns, seed {seed}");
    }
}

/// The text of the tables in reading order; empty cells show a dash.
fn said(document: &Document) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        let Block::Table(table) = block else { continue };
        text += &format!("Table {} {}", table.number, table.caption);
        for (row, is_head) in
            table.header.iter().map(|row| (row, true)).chain(table.body.iter().map(|row| (row, false)))
        {
            for cell in &row.cells {
                let is_body = !is_head && cell.column >= table.row_headers && !table.is_group(row);
                text +=
                    &if cell.content.is_empty() && is_body { "–".to_owned() } else { cell.plain_text() };
            }
        }
        for note in &table.notes {
            let content = note.content.clone();
            text += &note.mark;
            text += &Cell { column: 0, rows: 1, columns: 1, content }.plain_text();
        }
    }
    text
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{ad}').collect()
}

fn runs(layout: &Layout) -> Vec<(Place, Option<NodeId>, &Run)> {
    let mut runs = Vec::new();
    for (page, Page { marks, .. }) in layout.pages.iter().enumerate() {
        for mark in marks {
            if let Ink::Text(run) = &mark.ink {
                let visible = run.text.trim_end();
                let tail: f32 = run
                    .glyphs
                    .iter()
                    .filter(|glyph| glyph.text.start >= visible.len())
                    .map(|glyph| glyph.advance * run.size)
                    .sum();
                let x = mark.x..mark.x + run.width() - tail;
                let y = mark.y - 0.6 * run.size..mark.y + 0.1 * run.size;
                runs.push((Place { page, x, y }, mark.owner, run));
            }
        }
    }
    runs
}

#[derive(Debug, Clone)]
struct Place {
    page: usize,
    x: Range<f32>,
    y: Range<f32>,
}

#[test]
fn no_text_of_a_table_overlaps_another_or_leaves_the_page() {
    for (seed, columns, count) in shapes() {
        let tree = document(vec![table(&mut Dice(7 + seed + 100 * columns as u64), columns, count)]);
        let (layout, _) = laid_out(&tree);
        let runs = runs(&layout);
        for page in 0..layout.pages.len() {
            let mut on_page: Vec<_> = runs.iter().filter(|(place, _, _)| place.page == page).collect();
            on_page.sort_by(|one, other| one.0.y.start.total_cmp(&other.0.y.start));
            for (index, (one, _, run)) in on_page.iter().enumerate() {
                let size = &layout.pages[page];
                assert!(
                    one.x.start >= 0.0 && one.x.end <= size.width,
                    "{columns} columns: {:?} at {one:?}",
                    run.text
                );
                assert!(
                    one.y.start >= 0.0 && one.y.end <= size.height,
                    "{columns} columns: {:?} at {one:?}",
                    run.text
                );
                for (other, _, below) in
                    on_page[index + 1..].iter().take_while(|(other, _, _)| other.y.start < one.y.end)
                {
                    let apart = one.x.end <= other.x.start + 0.2 || other.x.end <= one.x.start + 0.2;
                    assert!(
                        apart,
                        "{columns} columns, seed {seed}, page {page}: {:?} and {:?}, {one:?} {other:?}",
                        run.text, below.text
                    );
                }
            }
        }
    }
}

/// The columns of every cell of the structure, found as a reader finds them: row by row, the next free place.
fn columns_of_cells(structure: &Structure, table: NodeId) -> Vec<(NodeId, Range<usize>)> {
    let mut found = Vec::new();
    for &part in structure.children(table) {
        if !matches!(structure.role(part), Role::TableHead | Role::TableBody) {
            continue;
        }
        let mut taken: Vec<Vec<bool>> = Vec::new();
        let mut widths = Vec::new();
        for (row, &node) in structure.children(part).iter().enumerate() {
            assert_eq!(structure.role(node), &Role::Row);
            for &cell in structure.children(node) {
                let (Role::Cell(spans) | Role::HeaderCell(_, spans)) = structure.role(cell) else {
                    panic!("{:?} in a row", structure.role(cell));
                };
                if taken.len() < row + spans.rows {
                    taken.resize_with(row + spans.rows, || vec![false; 40]);
                }
                let start = taken[row].iter().position(|taken| !taken).unwrap();
                for row in &mut taken[row..row + spans.rows] {
                    row[start..start + spans.columns].fill(true);
                }
                found.push((cell, start..start + spans.columns));
            }
            let width = taken[row].iter().filter(|taken| **taken).count();
            widths.push(width);
        }
        assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}");
    }
    found
}

#[test]
fn every_text_stays_in_the_columns_of_its_cell() {
    for (seed, columns, count) in shapes() {
        let tree = document(vec![table(&mut Dice(13 + seed + 100 * columns as u64), columns, count)]);
        let (layout, plans) = laid_out(&tree);
        let structure = &layout.structure;
        let tables: Vec<NodeId> =
            structure.nodes().filter(|node| *structure.role(*node) == Role::Table).collect();
        let mut cells = vec![None; structure.len()];
        for (cell, columns) in columns_of_cells(structure, tables[0]) {
            let mut open = vec![cell];
            while let Some(node) = open.pop() {
                cells[node.index()] = Some(columns.clone());
                open.extend(structure.children(node));
            }
        }
        let left = layout.pages[0].marks.iter().map(|mark| mark.x).fold(f32::MAX, f32::min);
        let edges: Vec<f32> = (0..=plans[0].widths.len())
            .map(|end| left + plans[0].widths[..end].iter().sum::<f32>())
            .collect();
        for (place, owner, run) in runs(&layout) {
            let Some(columns) = owner.and_then(|owner| cells[owner.index()].clone()) else { continue };
            let (start, end) = (edges[columns.start] - 0.1, edges[columns.end] + 0.1);
            assert!(
                start <= place.x.start && place.x.end <= end,
                "{} columns: {:?} {place:?} in {start}..{end}",
                plans[0].widths.len(),
                run.text
            );
        }
    }
}

#[test]
fn widths_fit_the_page_and_keep_codes_whole_where_they_can() {
    let uid = "1.2.840.10008.5.1.4.1.1.481.12";
    for columns in 2..=9 {
        let cell = |column: usize, text: Inline| Cell {
            column,
            rows: 1,
            columns: 1,
            content: vec![Block::Paragraph(vec![text])],
        };
        let prose =
            "Whatever can be said about it at some length, so that it does not fit on one line of the table.";
        let mut cells = vec![cell(0, Inline::Code(uid.to_owned()))];
        cells
            .extend((1..columns).map(|column| {
                cell(column, Inline::Text(if column == 1 { prose } else { "SCU" }.to_owned()))
            }));
        let table = Table {
            columns: vec![Column { alignment: Alignment::Start, width: Some(3) }; columns],
            body: vec![Row { cells }],
            ..Table::default()
        };
        let plan = &table_plans(&document(vec![table]), &Options::default()).unwrap()[0];
        assert!(plan.widths.iter().sum::<f32>() <= 600.0, "{plan:?}");
        assert!(plan.widths[0] > 110.0 && plan.widths[0] < 180.0, "{plan:?}");
        assert!(plan.widths[2..].iter().all(|width| *width > 20.0 && *width < 45.0), "{plan:?}");
        assert!(!plan.is_landscape, "{plan:?}");
    }
}

#[test]
fn the_header_stands_on_every_page_and_no_heading_of_a_group_ends_one() {
    for seed in 0..4 {
        let dice = &mut Dice(seed);
        let head = |column| Cell {
            column,
            rows: 1,
            columns: 1,
            content: vec![Block::Paragraph(vec![Inline::Text("Head".to_owned())])],
        };
        let body = |row: usize, dice: &mut Dice| -> Row {
            let text = |text: &str| vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])];
            if row.is_multiple_of(5) {
                return Row { cells: vec![Cell { column: 0, rows: 1, columns: 3, content: text("Group") }] };
            }
            let cell = |column| Cell { column, rows: 1, columns: 1, content: text("Row") };
            let mut cells: Vec<Cell> = (0..3).map(cell).collect();
            cells[1].content = self::text(dice, 30);
            Row { cells }
        };
        let table = Table {
            columns: vec![Column::default(); 3],
            header: vec![Row { cells: (0..3).map(head).collect() }],
            body: (0..120).map(|row| body(row, dice)).collect(),
            ..Table::default()
        };
        let tree = document(vec![table]);
        let (layout, _) = laid_out(&tree);
        assert!(layout.pages.len() > 3);
        let runs = runs(&layout);
        for page in 0..layout.pages.len() {
            let on_page: Vec<_> = runs.iter().filter(|(place, _, _)| place.page == page).collect();
            let heads = on_page.iter().filter(|(_, _, run)| run.text.trim() == "Head").count();
            assert_eq!(heads, 3, "page {page}");
            let last = on_page.iter().max_by(|one, other| one.0.y.end.total_cmp(&other.0.y.end)).unwrap();
            assert_ne!(last.2.text.trim(), "Group", "page {page}");
        }
    }
}

#[test]
fn what_is_drawn_grows_with_the_table_and_not_faster() {
    let marks = |count: usize| -> usize {
        let tree = document(vec![table(&mut Dice(3), 6, count)]);
        laid_out(&tree).0.pages.iter().map(|page| page.marks.len()).sum()
    };
    let (one, ten) = (marks(100), marks(1000));
    assert!(ten < 14 * one, "{one} marks of 100 rows, {ten} of 1000");
}
