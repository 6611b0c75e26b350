//! Which way something turned: what is more for a peer, and what is less.

use super::tree::{Node, Value};

/// What happened to something that a document says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Turn {
    /// It is said now, or claimed now.
    Added,
    /// It is not said any more, or not claimed any more.
    Removed,
    /// There is more of it: a higher number, a stronger word.
    Raised,
    /// There is less of it.
    Lowered,
    /// It is another one.
    Changed,
    /// The same stands under another name.
    Renamed,
    /// The same stands in another order, where that says something.
    Reordered,
}

/// Keys whose numbers are names, not amounts.
const NAMES: &[&str] = &["port", "tls_port", "id", "level", "result", "source", "reason"];

/// Keys whose number 0 stands for no bound.
const ZERO_IS_UNBOUNDED: &[&str] = &["max_pdu_received", "max_pdu_sent", "asynchronous"];

/// Whether a value under a key is a number that stands for no bound.
pub(super) fn is_unbounded(key: &str, node: &Node) -> bool {
    matches!(node.value, Value::Number(0)) && ZERO_IS_UNBOUNDED.contains(&key)
}

/// How the value under a key turned.
pub(super) fn of_value(key: &str, old: &Node, new: &Node) -> Turn {
    match (rank(key, old), rank(key, new)) {
        (Some(before), Some(after)) if before < after => Turn::Raised,
        (Some(before), Some(after)) if before > after => Turn::Lowered,
        _ => Turn::Changed,
    }
}

/// How much a value is; none where it is no amount.
fn rank(key: &str, node: &Node) -> Option<i128> {
    match &node.value {
        Value::Number(_) if NAMES.contains(&key) => None,
        Value::Number(_) if is_unbounded(key, node) => Some(i128::MAX),
        Value::Number(number) => Some(*number),
        Value::Bool(is) => Some((*is).into()),
        Value::Word(list, word) => rank_of_word(list, word),
        Value::Text(text) if text.trim() == "unlimited" => Some(i128::MAX),
        Value::Text(text) => amount(text),
        _ => None,
    }
}

/// The place of a word among those of its list, the weakest first; none where the list has no such order.
fn rank_of_word(list: &str, word: &str) -> Option<i128> {
    let order: &[&str] = match list {
        "Support" => &["no", "tbc", "option", "yes"],
        "Demand" => &["may", "should", "must"],
        "Presence" => &["EMPTY", "ANAP", "VNAP", "ALWAYS"],
        "YesNo" => &["no", "yes"],
        "KeyType" if word == "O" => return Some(0),
        "Role" if word == "BOTH" => return Some(1),
        "KeyType" => return Some(1),
        "Role" => return Some(0),
        _ => return None,
    };
    order.iter().position(|other| *other == word).and_then(|place| place.try_into().ok())
}

/// An amount such as `30`, `30 s` or `512 MB`, in thousandths of its smallest unit.
fn amount(text: &str) -> Option<i128> {
    let text = text.trim();
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let thousandths = format!("{:0<3}", part.get(..3).unwrap_or(part));
    let number = whole.parse::<i128>().ok()?.checked_mul(1000)?.checked_add(thousandths.parse().ok()?)?;
    let factor = match unit.trim().to_ascii_lowercase().as_str() {
        "ms" | "milliseconds" => return Some(number / 1000),
        "" | "s" | "sec" | "second" | "seconds" | "b" | "bytes" => 1,
        "min" | "minute" | "minutes" => 60,
        "h" | "hour" | "hours" => 3600,
        "kb" | "kib" => 1 << 10,
        "mb" | "mib" => 1 << 20,
        "gb" | "gib" => 1 << 30,
        _ => return None,
    };
    number.checked_mul(factor)
}
