//! A matrix as JSON, for programs, and from there again: parts of a matrix are kept in this form.

mod form;

use std::collections::HashMap;
use std::io::{self, Write};

use indexmap::IndexSet;
use schemars::generate::SchemaSettings;

use self::form::{Counts, MemberRow, Object, PairRow, ServiceOfPair, ServiceRow, ShardRow, VERSION, WayRow};
use super::MatrixReport;
use crate::compare::matrix::{Cell, CellWay, Matrix, MatrixService, Member, Pair, Shard};
use crate::pairing::{Side, Verdict, Workflow};

/// The JSON Schema (draft 2020-12) of what [`MatrixReport::write_json`] writes; pretty, with a line end.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<Object>();
    // A value that holds text keys only is always written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

pub(super) fn write(report: MatrixReport<'_>, out: &mut impl Write) -> io::Result<()> {
    let matrix = report.matrix;
    writeln!(out, "{{\n  \"version\": {VERSION},")?;
    writeln!(out, "  \"dicomply\": {},", serde_json::to_string(env!("CARGO_PKG_VERSION"))?)?;
    if !matrix.shard.is_whole() {
        let Shard { number, count } = matrix.shard;
        writeln!(out, "  \"shard\": {},", serde_json::to_string(&ShardRow { number, of: count })?)?;
    }
    writeln!(out, "  \"links_only\": {},\n  \"total\": {},", matrix.is_of_links, matrix.total)?;
    write_list("members", matrix.members.iter().map(member), out)?;
    write_list("services", matrix.services.iter().map(service), out)?;
    write_list("pairs", matrix.pairs.iter().map(|pair| row(matrix, pair)), out)?;
    writeln!(out, "  \"summary\": {}\n}}", serde_json::to_string(&counts(report))?)
}

/// Writes a list with each of its items in a line of its own.
fn write_list<T: serde::Serialize>(
    name: &str,
    items: impl ExactSizeIterator<Item = T>,
    out: &mut impl Write,
) -> io::Result<()> {
    let last = items.len().saturating_sub(1);
    writeln!(out, "  \"{name}\": [")?;
    for (number, item) in items.enumerate() {
        write!(out, "    ")?;
        serde_json::to_writer(&mut *out, &item)?;
        writeln!(out, "{}", if number < last { "," } else { "" })?;
    }
    writeln!(out, "  ],")
}

fn member(member: &Member) -> MemberRow {
    let Member { path, name, versions, entity, fingerprint } = member.clone();
    MemberRow { file: path, name, versions, entity, fingerprint }
}

fn service(service: &MatrixService) -> ServiceRow {
    let MatrixService { workflow, name, sop_class } = service.clone();
    ServiceRow { name, sop_class, workflow: workflow.id().to_owned() }
}

fn row(matrix: &Matrix, pair: &Pair) -> PairRow {
    let [a, b] = pair.members;
    let way = |user: Side, way: CellWay| WayRow {
        user: user.letter().to_owned(),
        verdict: way.verdict.id().to_owned(),
        cause: matrix.cause(way).map(str::to_owned),
    };
    let cell = |cell: &Cell| {
        let ways = [Side::One, Side::Other].into_iter().filter_map(|user| Some(way(user, cell.way(user)?)));
        ServiceOfPair { service: cell.service, verdict: cell.verdict.id().to_owned(), ways: ways.collect() }
    };
    let services = matrix.cells(pair).iter().map(cell).collect();
    PairRow { a, b, verdict: pair.verdict.id().to_owned(), services }
}

fn counts(report: MatrixReport<'_>) -> Counts {
    let [works, works_with_limits, cannot_tell, one_way, does_not_work, not_claimed] =
        report.tally().map(|(_, count)| count);
    Counts { works, works_with_limits, cannot_tell, one_way, does_not_work, not_claimed }
}

/// Why a text is no matrix.
#[derive(Debug, thiserror::Error)]
pub enum NoMatrix {
    /// It is no JSON, or has not what belongs there.
    #[error("{0}")]
    Form(#[from] serde_json::Error),
    /// It is of another version of this form.
    #[error("it is of version {0} of the form, and this program reads version {VERSION}")]
    Version(u32),
    /// It was written by another version of the program, which may judge otherwise.
    #[error("it was written by dicomply {0}, and this is {version}", version = env!("CARGO_PKG_VERSION"))]
    Program(String),
    /// Something that it says cannot be.
    #[error("it says {0}, which cannot be")]
    Impossible(String),
}

/// Reads what [`MatrixReport::write_json`] writes.
pub fn read(text: &str) -> Result<Matrix, NoMatrix> {
    let object: Object = serde_json::from_str(text)?;
    if object.version != VERSION {
        return Err(NoMatrix::Version(object.version));
    }
    if object.dicomply != env!("CARGO_PKG_VERSION") {
        return Err(NoMatrix::Program(object.dicomply));
    }
    let shard = match object.shard {
        Some(ShardRow { number, of }) => {
            Shard::new(number, of).ok_or_else(|| NoMatrix::Impossible(format!("part {number} of {of}")))?
        }
        None => Shard::WHOLE,
    };
    let (members, services) = (object.members.len(), object.services.len());
    let mut causes = IndexSet::new();
    let rows: Result<Vec<_>, _> =
        object.pairs.into_iter().map(|pair| told(pair, (members, services), &mut causes)).collect();
    let services: Result<Vec<_>, _> = object.services.into_iter().map(told_service).collect();
    let members = object.members.into_iter().map(|row| Member {
        path: row.file,
        name: row.name,
        versions: row.versions,
        entity: row.entity,
        fingerprint: row.fingerprint,
    });
    let (rows, causes) = sorted(rows?, &causes);
    Ok(Matrix::assembled(
        (members.collect(), services?, causes),
        rows,
        (shard, object.total, object.links_only),
    ))
}

type Rows = Vec<([u32; 2], Vec<Cell>)>;

/// The causes in the order of the alphabet, and the cells that name them.
fn sorted(mut rows: Rows, causes: &IndexSet<String>) -> (Rows, Vec<String>) {
    let mut names: Vec<String> = causes.iter().cloned().collect();
    names.sort_unstable();
    let numbers: HashMap<&String, u16> = names.iter().zip(0..).collect();
    let numbers: Vec<u16> = causes.iter().map(|cause| numbers[cause]).collect();
    let cells = rows.iter_mut().flat_map(|(_, cells)| cells);
    for way in cells.flat_map(|cell| cell.ways.iter_mut().flatten()) {
        way.cause = way.cause.map(|cause| numbers[usize::from(cause)]);
    }
    (rows, names)
}

fn told_service(row: ServiceRow) -> Result<MatrixService, NoMatrix> {
    let workflow = Workflow::ALL.into_iter().find(|workflow| workflow.id() == row.workflow);
    let workflow = workflow.ok_or_else(|| NoMatrix::Impossible(format!("workflow `{}`", row.workflow)))?;
    Ok(MatrixService { workflow, name: row.name, sop_class: row.sop_class })
}

fn told(
    pair: PairRow,
    (members, services): (usize, usize),
    causes: &mut IndexSet<String>,
) -> Result<([u32; 2], Vec<Cell>), NoMatrix> {
    let PairRow { a, b, services: rows, .. } = pair;
    if a as usize >= members || b as usize >= members {
        return Err(NoMatrix::Impossible(format!("pair {a}, {b} of {members} members")));
    }
    let mut cells = Vec::with_capacity(rows.len());
    for row in rows {
        if row.service as usize >= services {
            return Err(NoMatrix::Impossible(format!("service {} of {services}", row.service)));
        }
        let mut cell = Cell { service: row.service, verdict: verdict(&row.verdict)?, ways: [None; 2] };
        for way in row.ways {
            let side = usize::from(way.user != Side::One.letter());
            let cause = way.cause.and_then(|cause| u16::try_from(causes.insert_full(cause).0).ok());
            cell.ways[side] = Some(CellWay { verdict: verdict(&way.verdict)?, cause });
        }
        cells.push(cell);
    }
    Ok(([a, b], cells))
}

fn verdict(id: &str) -> Result<Verdict, NoMatrix> {
    let found = Verdict::ALL.into_iter().find(|verdict| verdict.id() == id);
    found.ok_or_else(|| NoMatrix::Impossible(format!("verdict `{id}`")))
}
