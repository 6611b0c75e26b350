//! From rough widths of columns to those that save most lines.

use super::{Columns, GAP, LESS, NEAR, count, sums};

impl Columns {
    /// The rough widths, without what saves no line, and that given to where it does.
    pub(super) fn refined(&self, mut widths: Vec<f32>, available: f32) -> Vec<f32> {
        self.tighten(&mut widths);
        for _ in 0..2 * widths.len() + 4 {
            let left = available - widths.iter().sum::<f32>();
            let Some((column, width)) = self.best_step(&widths, left) else { break };
            widths[column] = width;
        }
        let left = (available - widths.iter().sum::<f32>()).max(0.0);
        let rooms: Vec<f32> = self
            .bounds
            .iter()
            .zip(&widths)
            .map(|(bounds, width)| (bounds.natural - width).max(0.0))
            .collect();
        let room = rooms.iter().sum::<f32>().max(NEAR);
        for (width, own) in widths.iter_mut().zip(&rooms) {
            *width += own.min(left * own / room);
        }
        widths
    }

    /// Narrows each column as far as no cell gets more lines.
    fn tighten(&self, widths: &mut [f32]) {
        let mut least: Vec<f32> = self.bounds.iter().map(|bounds| bounds.wanted).collect();
        for need in &self.needs {
            if need.is_single() {
                let width = need.width(need.lines(self.room(need, widths))) + self.padding;
                let least = &mut least[need.columns.start];
                *least = least.max(width);
            } else if need.columns.len() < widths.len() {
                for column in need.columns.clone() {
                    least[column] = least[column].max(widths[column]);
                }
            }
        }
        for (width, least) in widths.iter_mut().zip(least) {
            *width = width.min(least);
        }
    }

    /// The column, and its new width, with which `left` saves most lines for what it costs.
    fn best_step(&self, widths: &[f32], left: f32) -> Option<(usize, f32)> {
        let rows = self.rows(widths);
        let sums = sums(&rows);
        let mut highest = vec![0.0_f32; rows.len()];
        let mut steps: Vec<Vec<(f32, usize, bool)>> = vec![Vec::new(); widths.len()];
        for need in self.needs.iter().filter(|need| need.is_single()) {
            let (column, row) = (need.columns.start, need.rows.start);
            let lines = need.lines(self.room(need, widths));
            let is_highest = lines + GAP + 0.5 >= sums[need.rows.end] - sums[row];
            if lines <= count(need.extent.lines) {
                highest[row] = if is_highest { f32::INFINITY } else { highest[row] };
                continue;
            }
            highest[row] += f32::from(u8::from(is_highest));
            let width = need.width(lines - 1.0) + self.padding;
            if width <= widths[column] + left {
                steps[column].push((width, row, is_highest));
            }
        }
        let mut best: Option<(f32, usize, f32)> = None;
        for (column, steps) in steps.iter_mut().enumerate() {
            steps.sort_by(|one, other| one.0.total_cmp(&other.0));
            let mut gain = 0.0;
            for (width, row, is_highest) in steps.iter() {
                gain += if *is_highest { LESS + 1.0 / highest[*row] } else { LESS };
                let price = (width - widths[column]).max(NEAR);
                if best.is_none_or(|best| gain / price > best.0) {
                    best = Some((gain / price, column, *width));
                }
            }
        }
        best.map(|(_, column, width)| (column, width)).filter(|(column, width)| *width > widths[*column])
    }
}
