//! Names in a message: the first few, and how many more there are.

/// How many other places are worth pointing at.
pub(super) const RELATED: usize = 8;

/// How many names are worth reading in one sentence.
const NAMED: usize = 4;

/// The names in backticks, joined as in a sentence; of many only the first and the number of the others.
pub(super) fn enumeration<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    enumeration_up_to(NAMED, names)
}

/// Words joined as in a sentence, all of them and as they are.
pub(super) fn joined(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// Names in backticks as in a sentence, with a limit of one's own.
pub(super) fn enumeration_up_to<'a>(limit: usize, names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names = names.into_iter();
    let mut parts: Vec<String> = names.by_ref().take(limit).map(|name| format!("`{name}`")).collect();
    let last = match names.count() {
        0 => parts.pop().unwrap_or_default(),
        1 => "1 other".to_owned(),
        more => format!("{more} others"),
    };
    if parts.is_empty() { last } else { format!("{} and {last}", parts.join(", ")) }
}
