//! Tables.

use crate::document::Table;

use super::Setter;
use super::page::text_area;
use super::paragraph::TextStyle;
use super::strip::{Break, Galley, Strip};
use super::structure::{NodeId, Role, Spans};

impl<'d> Setter<'d> {
    /// A table of at most `width`.
    pub(super) fn table(&mut self, table: &'d Table, style: TextStyle, width: f32, owner: NodeId) -> Galley {
        let node = self.structure.add(owner, Role::Table);
        let mut needs = vec![0.0_f32; table.columns.len()];
        let mut rows = Vec::new();
        for row in table.header.iter().chain(&table.body) {
            let row_node = self.structure.add(node, Role::Row);
            let mut cells = Vec::new();
            for cell in &row.cells {
                let role = Role::Cell(Spans { rows: cell.rows, columns: cell.columns });
                let cell_node = self.structure.add(row_node, role);
                let blocks = self.prepare(&cell.content, style, cell_node);
                if let Some(need) = needs.get_mut(cell.column).filter(|_| cell.columns == 1) {
                    *need = blocks.iter().map(|block| block.extent().whole).fold(*need, f32::max);
                }
                cells.push((cell.column, cell.columns, blocks));
            }
            rows.push(cells);
        }
        let is_landscape =
            width >= text_area(self.paper, false).0 && needs.iter().sum::<f32>() > width && needs.len() > 5;
        let width = if is_landscape { text_area(self.paper, true).0 } else { width };
        let share = width / needs.iter().map(|_| 1.0).sum::<f32>().max(1.0);
        let mut strips = Vec::new();
        for row in rows {
            let mut strip = Strip {
                after: if strips.is_empty() { Break::Poor } else { Break::Good },
                ..Strip::default()
            };
            for (column, columns, blocks) in row {
                let times = |count: usize| share * (0..count).map(|_| 1.0).sum::<f32>();
                let mut y = 0.0;
                for line in blocks.into_iter().flat_map(|block| self.set(block, times(columns)).strips) {
                    let x = times(column);
                    strip.marks.extend(line.marks.into_iter().map(|mark| mark.moved(x, y)));
                    y += line.height;
                }
                strip.height = strip.height.max(y);
            }
            strips.push(strip);
        }
        Galley { strips, is_landscape, ..Galley::default() }
    }
}
