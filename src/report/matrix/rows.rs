//! What is said of all pairs as rows, for tables that others read on.

use super::MatrixReport;
use crate::compare::matrix::Pair;
use crate::pairing::Side;

/// The names of the columns.
pub(super) const COLUMNS: [&str; 12] = [
    "a",
    "a_file",
    "b",
    "b_file",
    "pair_verdict",
    "service",
    "sop_class",
    "workflow",
    "service_verdict",
    "user",
    "verdict",
    "cause",
];

/// The columns that every row has; in others a row may have nothing.
pub(super) const ALWAYS: usize = 5;

/// What stands in the columns.
pub(super) type Row<'m> = [Option<&'m str>; COLUMNS.len()];

impl<'m> MatrixReport<'m> {
    /// A row for each service and direction of a pair; one where there is none.
    pub(super) fn rows_of(self, pair: &Pair) -> Vec<Row<'m>> {
        let [one, other] = pair.members.map(|member| self.member(member));
        let mut start: Row<'m> = [None; COLUMNS.len()];
        for (place, text) in start.iter_mut().zip([&one.name, &one.path, &other.name, &other.path]) {
            *place = Some(text);
        }
        start[4] = Some(pair.verdict.id());
        let mut rows = Vec::new();
        for cell in self.matrix.cells(pair) {
            let Some(service) = self.matrix.service(cell) else { continue };
            let of_service = [
                Some(service.name.as_str()),
                service.sop_class.as_deref(),
                Some(service.workflow.id()),
                Some(cell.verdict.id()),
            ];
            for user in [Side::One, Side::Other] {
                let Some(way) = cell.way(user) else { continue };
                let mut row = start;
                row[ALWAYS..9].copy_from_slice(&of_service);
                row[9..].copy_from_slice(&[
                    Some(user.letter()),
                    Some(way.verdict.id()),
                    self.matrix.cause(way),
                ]);
                rows.push(row);
            }
        }
        if rows.is_empty() { vec![start] } else { rows }
    }
}
