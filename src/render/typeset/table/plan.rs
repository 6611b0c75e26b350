//! On which page a table stands, and in which size.

use super::columns::Columns;

/// The sizes of text in tables, the first where it can be.
pub(super) const SIZES: [f32; 4] = [8.5, 8.0, 7.5, 7.0];

/// How many sizes are tried before the page is turned.
const BEFORE_TURNING: usize = 3;

/// The size, among the [`SIZES`], of a table on an upright page in which few codes are torn.
const IF_FEW_ARE_TORN: usize = 1;

/// So many rows, as a share of all, may hold a code that is torn where it can be, before the page is turned.
const FEW: f32 = 0.25;

/// A table that takes so many times the lines on an upright page that it takes on its side is squeezed.
const SQUEEZED: f32 = 1.8;

/// The same for a table with columns of prose that are narrower than what is comfortable.
const NARROW: f32 = 1.55;

/// A table of fewer lines is not worth a page of its own, however squeezed.
const WORTH_A_PAGE: f32 = 20.0;

/// A table at least as wide as this share of the page fills it.
const NEARLY_FULL: f32 = 0.7;

/// How a table is set.
#[derive(Debug, Clone, PartialEq)]
pub struct TablePlan {
    /// The widths of its columns in points, from the left, with the gaps at their sides.
    pub widths: Vec<f32>,
    /// Whether it needs a page that is wider than high.
    pub is_landscape: bool,
    /// The size of its text in points.
    pub font_size: f32,
    /// Whether words or codes have to be broken that had better stay whole.
    pub(super) is_torn: bool,
}

/// The widths a table can have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Room {
    /// Where it stands.
    pub(super) upright: f32,
    /// On a page that is wider than high, if it may have one.
    pub(super) across: Option<f32>,
}

/// Decides how a table is set whose columns, in the first of the [`SIZES`], are `columns`.
///
/// It stays where it is if everything that should stay whole does, be it somewhat smaller, and it is not squeezed; or
/// if no word is torn and only a few codes are, after dots and slashes. Else it gets a page on its side, in the
/// largest size in which everything stays whole there. Where that does not help, or is not to be had, the text
/// becomes smaller still, and at last is torn.
pub(super) fn plan(columns: &Columns, room: Room) -> TablePlan {
    let sizes =
        SIZES.map(|size| if size < SIZES[0] { columns.scaled(size / SIZES[0]) } else { columns.clone() });
    let fitting = |width: f32, among: usize| {
        (0..among).find(|&place| sizes[place].whole() <= width).map(|place| (place, width, false))
    };
    let upright = fitting(room.upright, BEFORE_TURNING);
    let across = room.across.and_then(|across| fitting(across, SIZES.len()));
    let last = SIZES.len() - 1;
    let few = &sizes[IF_FEW_ARE_TORN];
    let upright = upright.or_else(|| {
        let is_so = few.minimum() <= room.upright && few.torn_rows(&few.widths(room.upright)) <= FEW;
        is_so.then_some((IF_FEW_ARE_TORN, room.upright, false))
    });
    let (place, width, is_torn) = match (upright, across, room.across) {
        (Some(upright), Some(across), _)
            if is_squeezed((&sizes[upright.0], upright.1), (&sizes[across.0], across.1)) =>
        {
            across
        }
        (Some(upright), _, _) => upright,
        (None, Some(across), _) => across,
        (None, None, Some(across)) => (last, across, true),
        (None, None, None) => fitting(room.upright, SIZES.len()).unwrap_or((last, room.upright, true)),
    };
    let mut widths = sizes[place].widths(width);
    fill(&mut widths, width);
    TablePlan { widths, is_landscape: width > room.upright, font_size: SIZES[place], is_torn }
}

/// Whether the table takes far more lines upright than across, or has columns of prose there that are too narrow.
fn is_squeezed(upright: (&Columns, f32), across: (&Columns, f32)) -> bool {
    let height = |(columns, width): (&Columns, f32)| columns.height(&columns.widths(width));
    let (high, low) = (height(upright), height(across));
    let is_narrow = upright.0.wanted() > upright.1 && across.0.wanted() <= across.1;
    high > WORTH_A_PAGE && (high > SQUEEZED * low || is_narrow && high > NARROW * low)
}

/// Widens a table that nearly fills the page until it does, each column by its share: edges that almost meet look
/// like a mistake. A narrower one stays as wide as it is by nature.
fn fill(widths: &mut [f32], available: f32) {
    let width: f32 = widths.iter().sum();
    if width >= available * NEARLY_FULL {
        for own in widths {
            *own *= available / width;
        }
    }
}
