//! Which blocks stand on upright pages and which on pages on their side.

use crate::document::Block;

use super::columns::{self, Plan};
use super::look::Look;
use super::section::Kind;

/// The kind of section each block stands in, and how it is set if it is a table.
pub(super) fn kinds(blocks: &[Block], look: &Look) -> Vec<(Kind, Option<Plan>)> {
    let plans: Vec<Option<Plan>> = blocks
        .iter()
        .map(|block| match block {
            Block::Table(table) => Some(columns::plan(table, look.text_width, look, true)),
            _ => None,
        })
        .collect();
    let mut kinds: Vec<Kind> = blocks
        .iter()
        .zip(&plans)
        .map(|(block, plan)| match (block, plan) {
            (Block::Cover(_), _) => Kind::Cover,
            (_, Some(plan)) if plan.is_turned => Kind::Turned,
            _ => Kind::Upright,
        })
        .collect();
    join(blocks, &mut kinds);
    lead_in(blocks, &mut kinds);
    kinds.into_iter().zip(plans).collect()
}

/// How many blocks between two tables on their side go with them rather than on a page of their own.
const FEW: usize = 3;

/// A few blocks between two tables on their side stand between them.
fn join(blocks: &[Block], kinds: &mut [Kind]) {
    let mut last = None;
    for at in 0..blocks.len() {
        if kinds[at] != Kind::Turned {
            continue;
        }
        if let Some(last) = last {
            let between: &[Block] = &blocks[last + 1..at];
            let is_small =
                |block: &Block| !matches!(block, Block::Cover(_) | Block::Table(_) | Block::PageBreak);
            let is_chapter = |block: &Block| matches!(block, Block::Heading(heading) if heading.level == 1);
            if between.len() <= FEW && between.iter().all(is_small) && !between.iter().any(is_chapter) {
                kinds[last + 1..at].fill(Kind::Turned);
            }
        }
        last = Some(at);
    }
}

/// Headings, and the sentence below them, go with the table that they lead to.
fn lead_in(blocks: &[Block], kinds: &mut [Kind]) {
    for at in 1..blocks.len() {
        if kinds[at] != Kind::Turned || kinds[at - 1] == Kind::Turned {
            continue;
        }
        let mut first = at;
        let sentence = matches!(blocks[at - 1], Block::Paragraph(_));
        let headed = |at: usize| matches!(blocks.get(at), Some(Block::Heading(_)));
        if sentence && at >= 2 && headed(at - 2) {
            first = at - 1;
        }
        while first > 0 && headed(first - 1) && kinds[first - 1] == Kind::Upright {
            first -= 1;
        }
        kinds[first..at].fill(Kind::Turned);
    }
}
