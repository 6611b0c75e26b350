//! The services map: which Application Entity uses and provides which service.

use super::canvas::{Canvas, LINE, PAGE_HEIGHT, PAGE_WIDTH, first_base, height_of};
use super::metrics::{BOLD, Face, PLAIN, SMALL, width};
use super::parts::parts;
use super::wrap::{Line, cropped};
use crate::document::drawing::{Area, Fill, Ink, Point, Stroke};
use crate::document::{Alignment, Drawing};

/// The map.
#[derive(Debug, Clone, Default)]
pub struct ServicesMap {
    /// The services.
    pub services: Vec<String>,
    /// Who uses and provides them.
    pub rows: Vec<ServiceRow>,
    /// What the words of roles mean, each role once.
    pub legend: Vec<(Role, String)>,
}

/// What one Application Entity does.
#[derive(Debug, Clone, Default)]
pub struct ServiceRow {
    /// The name of the entity.
    pub name: String,
    /// Its roles, each with the position of the service.
    pub roles: Vec<(usize, Role)>,
}

/// A role in a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its word, such as `SCU`.
    pub word: String,
    /// Whether the service is provided, not used.
    pub provides: bool,
    /// Whether it is a plain claim; an option is not.
    pub is_firm: bool,
}

/// The width of the names.
const NAMES: i32 = 150;

/// How many services stand beside each other.
const MOST_COLUMNS: usize = 6;

/// The space around everything.
const MARGIN: i32 = 4;

/// The size of the mark of a role.
const MARK: (i32, i32) = (36, 19);

/// The space between the marks of two roles.
const GAP: i32 = 4;

/// What the marks of roles are written in.
const FACE: Face = Face { size: 11, is_bold: true };

/// The most height of the legend.
const LEGEND: i32 = 56;

/// The map in as many parts as it needs to be read.
pub fn draw(map: &ServicesMap, title: &str) -> Vec<Drawing> {
    let columns: Vec<usize> = (0..map.services.len()).collect();
    let count = columns.len().div_ceil(MOST_COLUMNS).max(1);
    let mut drawings = Vec::new();
    for columns in columns.chunks(columns.len().div_ceil(count).max(1)) {
        let has_role = |row: &&ServiceRow| row.roles.iter().any(|(at, _)| columns.contains(at));
        let rows: Vec<&ServiceRow> = map.rows.iter().filter(has_role).collect();
        let table = Table::of(map, &rows, columns);
        let heights: Vec<i32> = table.rows.iter().map(|row| row.height).collect();
        let parts = parts(&heights, 0, PAGE_HEIGHT - table.head_height() - LEGEND);
        drawings.extend(parts.into_iter().map(|part| table.draw(&table.rows[part], &map.legend, title)));
    }
    drawings
}

struct Table<'m> {
    heads: Vec<Vec<Line>>,
    width: i32,
    rows: Vec<TableRow<'m>>,
    /// Whether a service is used by some and provided by some.
    is_mixed: Vec<bool>,
}

struct TableRow<'m> {
    name: Vec<Line>,
    /// The roles in each service.
    cells: Vec<Vec<&'m Role>>,
    height: i32,
}

impl<'m> Table<'m> {
    fn of(map: &ServicesMap, rows: &[&'m ServiceRow], columns: &[usize]) -> Self {
        let count = i32::try_from(columns.len()).unwrap_or(1).max(1);
        let width = ((PAGE_WIDTH - NAMES - MARGIN * 2) / count).min(120);
        let heads = columns.iter().map(|at| cropped(&map.services[*at], PLAIN, 6, |_| width - 10)).collect();
        let has = |at: usize, provides: bool| {
            let mut roles = rows.iter().flat_map(|row| &row.roles);
            roles.any(|(service, role)| *service == at && role.provides == provides)
        };
        let is_mixed = columns.iter().map(|at| has(*at, true) && has(*at, false)).collect();
        let rows = rows.iter().map(|row| TableRow::of(row, columns)).collect();
        Self { heads, width, rows, is_mixed }
    }

    fn head_height(&self) -> i32 {
        height_of(self.heads.iter().map(Vec::len).max().unwrap_or(0)) + 12
    }

    fn draw(&self, rows: &[TableRow<'_>], legend: &[(Role, String)], title: &str) -> Drawing {
        let mut canvas = Canvas::default();
        let columns = i32::try_from(self.heads.len()).unwrap_or(0);
        let right = MARGIN + NAMES + columns * self.width;
        let mut y = MARGIN + self.head_height();
        for (column, head) in (0..).zip(&self.heads) {
            let x = MARGIN + NAMES + column * self.width + self.width / 2;
            let mut at = Point::new(x, y - 10 - height_of(head.len()) + 13);
            for line in head {
                canvas.text(line, PLAIN, at, Alignment::Center, Ink::Text);
                at.y += LINE;
            }
        }
        for row in rows {
            canvas.line(&[Point::new(MARGIN, y), Point::new(right, y)], Stroke::Quiet);
            self.draw_row(row, y, &mut canvas);
            y += row.height;
        }
        canvas.line(&[Point::new(MARGIN, y), Point::new(right, y)], Stroke::Quiet);
        let used = draw_legend(legend, rows, Point::new(MARGIN, y + 12), &mut canvas);
        canvas.finish(title.to_owned(), right.max(used.0) + MARGIN, used.1 + MARGIN)
    }

    fn draw_row(&self, row: &TableRow<'_>, top: i32, canvas: &mut Canvas) {
        let middle = top + row.height / 2;
        let mut at = Point::new(MARGIN + 2, first_base(row.name.len(), middle));
        for line in &row.name {
            canvas.text(line, BOLD, at, Alignment::Start, Ink::Text);
            at.y += LINE;
        }
        let mut x = MARGIN + NAMES + self.width / 2;
        for (roles, is_mixed) in row.cells.iter().zip(&self.is_mixed) {
            draw_cell(roles, *is_mixed, Point::new(x, middle), canvas);
            x += self.width;
        }
    }
}

/// The roles in a service, two beside each other. Where a column has both, what is used stands at the left and what is
/// provided at the right.
fn draw_cell(roles: &[&Role], is_mixed: bool, middle: Point, canvas: &mut Canvas) {
    const HALF: i32 = MARK.0 / 2 + GAP / 2;
    let lines = roles.chunks(2);
    let count = i32::try_from(lines.len()).unwrap_or(0);
    let mut y = middle.y - (count * (MARK.1 + GAP) - GAP) / 2;
    for line in lines {
        let left = middle.x - MARK.0 - GAP / 2;
        let mut x = match line {
            [_] if !is_mixed => left + HALF,
            [role] if role.provides => left + HALF * 2,
            _ => left,
        };
        for role in line {
            draw_role(role, Point::new(x, y), canvas);
            x += MARK.0 + GAP;
        }
        y += MARK.1 + GAP;
    }
}

impl<'m> TableRow<'m> {
    fn of(row: &'m ServiceRow, columns: &[usize]) -> Self {
        let name = cropped(&row.name, BOLD, 3, |_| NAMES - 16);
        let cell = |column: &usize| -> Vec<&Role> {
            let roles = row.roles.iter().filter(|(at, _)| at == column);
            roles.map(|(_, role)| role).take(6).collect()
        };
        let cells: Vec<Vec<&Role>> = columns.iter().map(cell).collect();
        let lines = cells.iter().map(|cell| cell.len().div_ceil(2)).max().unwrap_or(0);
        let marks = i32::try_from(lines).unwrap_or(0) * (MARK.1 + GAP);
        Self { height: height_of(name.len()).max(marks) + 14, name, cells }
    }
}

fn draw_role(role: &Role, at: Point, canvas: &mut Canvas) {
    let (fill, stroke, ink) = match (role.provides, role.is_firm) {
        (false, true) => (Fill::Page, Stroke::Full, Ink::Text),
        (false, false) => (Fill::Page, Stroke::Dashed, Ink::Text),
        (true, true) => (Fill::Accent, Stroke::Full, Ink::Page),
        (true, false) => (Fill::Shade, Stroke::Dashed, Ink::Text),
    };
    let area = Area { x: at.x, y: at.y, width: MARK.0, height: MARK.1 };
    canvas.rectangle(area, 4, fill, stroke);
    for line in cropped(&role.word, FACE, 1, |_| MARK.0 - 4) {
        let at = Point::new(area.middle().x, first_base(1, area.middle().y));
        canvas.text(&line, FACE, at, Alignment::Center, ink);
    }
}

/// What the marks mean that occur; how far it reaches to the right and down.
fn draw_legend(
    legend: &[(Role, String)],
    rows: &[TableRow<'_>],
    mut at: Point,
    canvas: &mut Canvas,
) -> (i32, i32) {
    let left = at.x;
    let mut right = left;
    let occurs = |wanted: &Role| {
        let mut roles = rows.iter().flat_map(|row| row.cells.iter().flatten());
        let is_same =
            |role: &&Role| if wanted.word.is_empty() { !role.is_firm } else { role.word == wanted.word };
        roles.any(is_same)
    };
    for (role, words) in legend.iter().filter(|(role, _)| occurs(role)) {
        let line = Line { text: words.clone(), width: width(words, SMALL) };
        let end = at.x + MARK.0 + 6 + line.pixels();
        if end > PAGE_WIDTH - MARGIN && at.x > left {
            at = Point::new(left, at.y + MARK.1 + GAP);
        }
        draw_role(role, at, canvas);
        let text = Point::new(at.x + MARK.0 + 6, first_base(1, at.y + MARK.1 / 2));
        canvas.text(&line, SMALL, text, Alignment::Start, Ink::Quiet);
        right = right.max(text.x + line.pixels());
        at.x = text.x + line.pixels() + 18;
    }
    (right, at.y + MARK.1)
}
