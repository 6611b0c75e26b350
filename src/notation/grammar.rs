//! The parser that pest derives from the files in `grammar/`, and the few readings all notations share.

use std::ops::Range;

use pest::Parser as _;
use pest::error::InputLocation;
use pest::iterators::{Pair, Pairs};

use super::Part;

#[derive(pest_derive::Parser)]
#[grammar = "grammar/blank.pest"]
#[grammar = "grammar/uid.pest"]
#[grammar = "grammar/tag.pest"]
#[grammar = "grammar/attribute.pest"]
#[grammar = "grammar/status.pest"]
#[grammar = "grammar/item.pest"]
#[grammar = "grammar/code.pest"]
#[grammar = "grammar/context.pest"]
#[grammar = "grammar/reference.pest"]
#[grammar = "grammar/link.pest"]
#[grammar = "grammar/route.pest"]
#[grammar = "grammar/message.pest"]
struct Grammar;

/// What stands inside the text when the whole of it is `rule`; otherwise where it stops being so.
pub(super) fn read(rule: Rule, text: &str) -> Result<Pairs<'_, Rule>, Stop> {
    match Grammar::parse(rule, text) {
        Ok(mut pairs) => Ok(match pairs.next() {
            Some(whole) => whole.into_inner(),
            None => pairs,
        }),
        Err(error) => Err(Stop(match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        })),
    }
}

/// The byte at which a text stops following its grammar.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop(pub(super) usize);

/// The range of a pair.
pub(super) fn range(pair: &Pair<'_, Rule>) -> Range<usize> {
    let span = pair.as_span();
    span.start()..span.end()
}

/// The text of a pair, and where it stands.
pub(super) fn part(pair: &Pair<'_, Rule>) -> Part<String> {
    Part::new(pair.as_str().to_owned(), range(pair))
}
