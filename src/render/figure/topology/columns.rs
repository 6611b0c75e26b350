//! Which column a card stands in.

use super::sheet::Sheet;

/// Where a card stands: 0 at the left, 1 in the middle, 2 at the right.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    pub(super) of_card: Vec<usize>,
    /// How many columns there are.
    pub(super) count: usize,
}

/// How many cards stand above each other before some of them change the side.
const MOST_ABOVE: usize = 14;

/// Cards that answer and at which most links meet stand in the middle, those that mostly begin links at the left, and those that mostly
/// answer at the right.
pub(super) fn of(sheet: &Sheet) -> Columns {
    let degrees = sheet.degrees();
    // Links whose other end has fewer links, those whose other end has more, links begun and links answered.
    let mut shares = vec![[0_usize; 4]; sheet.cards.len()];
    for wire in &sheet.wires {
        let (source, target) = (wire.source.card, wire.target.card);
        for (one, other) in [(source, target), (target, source)] {
            shares[one][0] += usize::from(degrees[one] > degrees[other]);
            shares[one][1] += usize::from(degrees[one] < degrees[other]);
        }
        shares[source][2] += 1;
        shares[target][3] += 1;
    }
    let column = |[lesser, greater, begun, answered]: &[usize; 4]| {
        if *answered > 0 && lesser >= greater {
            1
        } else if begun >= answered {
            0
        } else {
            2
        }
    };
    let mut of_card: Vec<usize> = shares.iter().map(column).collect();
    balance(&mut of_card);
    compact(of_card)
}

/// Where one side is much higher than the other, half of what is too much changes the side.
fn balance(of_card: &mut [usize]) {
    for (from, to) in [(0, 2), (2, 0)] {
        let count = |column: usize, of_card: &[usize]| of_card.iter().filter(|at| **at == column).count();
        let (here, there) = (count(from, of_card), count(to, of_card));
        if here > MOST_ABOVE && here > there + 1 {
            let mut moved = (here - there) / 2;
            for at in of_card.iter_mut().rev().filter(|at| **at == from) {
                if moved == 0 {
                    break;
                }
                *at = to;
                moved -= 1;
            }
        }
    }
}

/// The columns without empty ones.
fn compact(mut of_card: Vec<usize>) -> Columns {
    let mut count = 0;
    for column in 0..3 {
        if of_card.contains(&column) {
            for at in of_card.iter_mut().filter(|at| **at == column) {
                *at = count;
            }
            count += 1;
        }
    }
    Columns { of_card, count: count.max(1) }
}
