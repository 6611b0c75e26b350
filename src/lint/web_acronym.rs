//! Acronyms of web transactions beside the name of another transaction: `the Store transaction (QIDO-RS)`.

use std::ops::Range;

use crate::standard::web_transaction::{ACRONYMS, WebTransaction, acronym};

/// Where a text gives a transaction the acronym of another one; what has its own acronym too is right.
pub(super) fn wrong_acronym(text: &str, transaction: &WebTransaction) -> Option<Range<usize>> {
    let own = acronym(transaction);
    if own.is_empty() || text.contains(own) {
        return None;
    }
    let others = ACRONYMS.iter().flat_map(|other| text.match_indices(other));
    let beside = others.filter(|(at, _)| names_transaction(&text[..*at], transaction.name));
    beside.map(|(at, other)| at..at + other.len()).min_by_key(|range| range.start)
}

/// Where a name consists of that of a transaction and the acronym of another one.
pub(super) fn wrong_acronym_in_name(name: &str, transaction: &WebTransaction) -> Option<&'static str> {
    let own = acronym(transaction);
    let is_alone = ACRONYMS.iter().any(|acronym| name.trim() == *acronym);
    let carries_other = ACRONYMS.iter().any(|acronym| name.contains(acronym));
    (!own.is_empty() && !is_alone && carries_other && !name.contains(own)).then_some(own)
}

/// Whether what stands before an acronym in brackets names the transaction, or says that this one is known so.
fn names_transaction(before: &str, name: &str) -> bool {
    let Some(before) = before.trim_end().strip_suffix(['(', '[']) else {
        return before.trim_end().ends_with("transaction is also known as");
    };
    let before = before.trim_end();
    let before = [" transaction", " Transaction", " service", " Service"]
        .iter()
        .find_map(|word| before.strip_suffix(word))
        .unwrap_or(before);
    let Some(rest) = before.trim_end().strip_suffix(name) else { return false };
    !rest.ends_with(char::is_alphanumeric)
}
