//! How many products work together, every two of them → text for people, forms for programs and data platforms.

mod csv;
mod html;
mod json;
mod markdown;
mod parquet;
mod rows;
mod text;
mod upgrade;

use std::io::{self, Write};

use super::Page;
use crate::compare::matrix::{Cell, CellWay, Matrix, Member, Pair};
use crate::pairing::{Side, Verdict};

pub use self::json::{NoMatrix, read as read_matrix, schema as matrix_schema};
pub use self::upgrade::{UpgradeReport, upgrade_schema};

/// A matrix, for those who read it.
#[derive(Debug, Clone, Copy)]
pub struct MatrixReport<'m> {
    matrix: &'m Matrix,
}

/// A service of a pair with its direction.
struct Line<'m> {
    name: &'m str,
    user: Side,
    way: CellWay,
    cause: Option<&'m str>,
}

impl<'m> MatrixReport<'m> {
    /// What is told.
    pub const fn new(matrix: &'m Matrix) -> Self {
        Self { matrix }
    }

    /// Writes a map with a cell for each pair where it fits, the worst pairs with their services, and the count as the
    /// last line.
    pub fn write_text(self, page: Page, out: &mut impl Write) -> io::Result<()> {
        text::write(self, page, out)
    }

    /// Writes it as Markdown, for comments and wikis.
    pub fn write_markdown(self, out: &mut impl Write) -> io::Result<()> {
        markdown::write(self, out)
    }

    /// Writes a row for each pair, service and direction, separated by commas (RFC 4180).
    pub fn write_csv(self, out: &mut impl Write) -> io::Result<()> {
        csv::write(self, out)
    }

    /// Writes all of it as one JSON object, each pair in a line of its own.
    pub fn write_json(self, out: &mut impl Write) -> io::Result<()> {
        json::write(self, out)
    }

    /// Writes one HTML page that asks no network. A pair leads to the page of its comparison, by the address that
    /// `address` gives for its position in [`Matrix::pairs`].
    pub fn write_html(
        self,
        address: &dyn Fn(usize) -> Option<String>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        html::write(self, address, out)
    }

    /// Writes the rows of [`Self::write_csv`] as Apache Parquet.
    pub fn write_parquet(self, out: impl Write + Send) -> io::Result<()> {
        parquet::write(self, out)
    }

    fn member(self, number: u32) -> &'m Member {
        &self.matrix.members[number as usize]
    }

    /// The services of a pair with their directions, the worst first.
    fn lines(self, pair: &Pair) -> Vec<Line<'m>> {
        let mut lines = Vec::new();
        for cell in self.matrix.cells(pair) {
            let name = self.matrix.service(cell).map_or("", |service| service.name.as_str());
            for user in [Side::One, Side::Other] {
                if let Some(way) = cell.way(user) {
                    lines.push(Line { name, user, way, cause: self.matrix.cause(way) });
                }
            }
        }
        lines.sort_by_key(|line| std::cmp::Reverse(line.way.verdict));
        lines
    }

    /// How many pairs there are of each verdict.
    fn tally(self) -> [(Verdict, usize); 6] {
        let count = |verdict| self.matrix.pairs.iter().filter(|pair| pair.verdict == verdict).count();
        Verdict::ALL.map(|verdict| (verdict, count(verdict)))
    }

    /// The same for each product: of all pairs that it is one of.
    fn tallies(self) -> Vec<[usize; 6]> {
        let mut tallies = vec![[0; 6]; self.matrix.members.len()];
        for pair in &self.matrix.pairs {
            for member in pair.members {
                tallies[member as usize][pair.verdict as usize] += 1;
            }
        }
        tallies
    }

    /// The products for whom most pairs are bad first, by their positions.
    fn worst_members(self) -> Vec<usize> {
        let tallies = self.tallies();
        let mut members: Vec<usize> = (0..tallies.len()).collect();
        members.sort_by_key(|member| {
            let [_, limits, unknown, one_way, fails, _] = tallies[*member];
            std::cmp::Reverse((fails, one_way, unknown, limits))
        });
        members
    }

    /// The verdicts of all pairs as a square: a row and a column for each product.
    fn square(self) -> Square {
        let size = self.matrix.members.len();
        let mut square = Square { size, verdicts: vec![None; size * size] };
        for pair in &self.matrix.pairs {
            let [one, other] = pair.members.map(|member| member as usize);
            for (row, column) in [(one, other), (other, one)] {
                square.verdicts[row * size + column] = Some(pair.verdict);
            }
        }
        square
    }

    /// The noun for its pairs.
    const fn noun(self) -> &'static str {
        if self.matrix.is_of_links { "link" } else { "pair" }
    }

    /// What it is about, in a sentence without its end.
    fn about(self) -> String {
        let (members, pairs) = (self.matrix.members.len(), self.matrix.pairs.len());
        let counted =
            |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
        let what = if self.matrix.is_of_links { "Application Entity" } else { "product" };
        let members = match (members, what) {
            (1, what) => format!("1 {what}"),
            (count, "product") => format!("{count} products"),
            (count, _) => format!("{count} Application Entities"),
        };
        let pairs = counted(pairs, self.noun());
        let shard = self.matrix.shard;
        if shard.is_whole() {
            return format!("{members}, {pairs}");
        }
        format!("{members}, {pairs} (part {} of {}, {} in all)", shard.number, shard.count, self.matrix.total)
    }
}

/// A verdict for every row and column; none on the diagonal, and where nothing was judged.
struct Square {
    size: usize,
    verdicts: Vec<Option<Verdict>>,
}

impl Square {
    fn at(&self, row: usize, column: usize) -> Option<Verdict> {
        self.verdicts[row * self.size + column]
    }
}

/// What a product is called, with its versions; where it is deployed, as there.
fn named(member: &Member) -> String {
    let versions = member.versions.join(", ");
    // What is deployed has a name of its own, to which versions of the product do not belong.
    let is_bare = versions.is_empty() || member.entity.is_some();
    if is_bare { member.name.clone() } else { format!("{} {versions}", member.name) }
}

/// Where a product is described.
fn place(member: &Member) -> String {
    let entity = member.entity.as_ref().map(|entity| format!("#{entity}")).unwrap_or_default();
    format!("{}{entity}", member.path)
}

/// The name of a cause as words.
fn words(cause: &str) -> String {
    cause.replace('-', " ")
}

/// The verdict of a pair in words: of what nobody asks for there is nothing to say.
const fn verdict_of_pair(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotClaimed => "nothing asked for",
        verdict => verdict.as_str(),
    }
}

/// How many pairs there are of a verdict, in words.
fn counted(verdict: Verdict, count: usize) -> String {
    match verdict {
        Verdict::NotClaimed => format!("{count} with nothing asked for"),
        Verdict::Works if count == 1 => format!("{count} works"),
        Verdict::Works => format!("{count} work"),
        Verdict::WorksWithLimits => format!("{count} with limits"),
        Verdict::CannotTell => format!("{count} cannot be told"),
        Verdict::OneWay => format!("{count} one way"),
        Verdict::DoesNotWork => format!("{count} with something that does not work"),
    }
}

/// All counts that are not zero, in one line.
fn total(tally: &[(Verdict, usize); 6]) -> String {
    let some = tally.iter().filter(|(_, count)| *count > 0);
    some.map(|(verdict, count)| counted(*verdict, *count)).collect::<Vec<_>>().join(", ")
}

/// How many services of a pair do not simply work, and how many there are.
fn failing(cells: &[Cell]) -> (usize, usize) {
    let failing = cells.iter().filter(|cell| cell.verdict != Verdict::Works).count();
    (failing, cells.len())
}
