//! Tables.

use crate::document::{Cell, Table};

use super::Setter;
use super::paragraph::{Extent, TextStyle};
use super::strip::{Break, Galley, Strip};
use super::structure::{NodeId, Role, Spans};

impl<'d> Setter<'d> {
    /// A table of at most `width`.
    pub(super) fn table(&mut self, table: &'d Table, style: TextStyle, width: f32, owner: NodeId) -> Galley {
        let node = self.structure.add(owner, Role::Table);
        let share = width / table.columns.iter().map(|_| 1.0).sum::<f32>().max(1.0);
        let mut strips = Vec::new();
        for row in table.header.iter().chain(&table.body) {
            let row_node = self.structure.add(node, Role::Row);
            let mut strip = Strip { after: Break::Good, ..Strip::default() };
            for cell in &row.cells {
                let (prepared, extent) = self.cell(cell, style, row_node);
                let mut y = 0.0;
                for line in prepared.lines(share.min(extent.maximum)) {
                    let x = share * (0..cell.column).map(|_| 1.0).sum::<f32>();
                    strip.marks.extend(line.marks.into_iter().map(|mark| mark.moved(x, y)));
                    y += line.height;
                }
                strip.height = strip.height.max(y);
            }
            strips.push(strip);
        }
        if let Some(first) = strips.first_mut() {
            first.after = Break::Poor;
        }
        Galley { strips, ..Galley::default() }
    }

    fn cell(
        &mut self,
        cell: &'d Cell,
        style: TextStyle,
        row: NodeId,
    ) -> (super::paragraph::Paragraph, Extent) {
        let role = Role::Cell(Spans { rows: cell.rows, columns: cell.columns });
        let node = self.structure.add(row, role);
        let content = cell.running_text();
        let paragraph = self.paragraph(&content, style, node);
        let extent = paragraph.extent();
        (paragraph, Extent { whole: extent.minimum, ..extent })
    }
}
