//! Markup in values that are no prose: emphasis, code and headings of Markdown, tags of HTML, pictures of marks.

/// A value without its markup; `None` if it has none.
pub(super) fn without_markup(value: &str) -> Option<String> {
    let quick = |byte: u8| matches!(byte, b'*' | b'`' | b'<' | b'#' | b'&') || byte >= 0xE2 || byte == b']';
    if !value.bytes().any(quick) {
        return None;
    }
    let mut plain = value.to_owned();
    let steps =
        [without_tags, without_links, without_emphasis, without_code, without_heading, without_pictures];
    for step in steps {
        if let Some(less) = step(&plain) {
            plain = less;
        }
    }
    (plain != value).then(|| plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Without `**` around words. One asterisk alone may stand for any text.
fn without_emphasis(value: &str) -> Option<String> {
    between(value, "**", |inner| !inner.is_empty() && !inner.contains('*'))
}

/// Without backticks around words.
fn without_code(value: &str) -> Option<String> {
    between(value, "`", |inner| !inner.is_empty())
}

/// Without a mark on both sides of some words.
fn between(value: &str, mark: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    let (before, rest) = value.split_once(mark)?;
    let (inner, after) = rest.split_once(mark)?;
    let is_close = !inner.starts_with(char::is_whitespace) && !inner.ends_with(char::is_whitespace);
    if !(is_close && fits(inner)) {
        return None;
    }
    let plain = format!("{before}{inner}{after}");
    Some(between(&plain, mark, fits).unwrap_or(plain))
}

/// Without the tags of HTML that set text off or break lines.
fn without_tags(value: &str) -> Option<String> {
    const TAGS: &[&str] =
        &["b", "br", "code", "em", "i", "li", "p", "span", "strong", "sub", "sup", "u", "ul"];
    let (before, rest) = value.split_once('<')?;
    let (inner, after) = rest.split_once('>')?;
    let name = inner.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
    let is_tag = TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name));
    let rest = without_tags(after);
    if !is_tag {
        return rest.map(|rest| format!("{before}<{inner}>{rest}"));
    }
    let gap = if name.eq_ignore_ascii_case("br") { " " } else { "" };
    Some(format!("{before}{gap}{}", rest.as_deref().unwrap_or(after)))
}

/// Without the address of a link: its text stays.
fn without_links(value: &str) -> Option<String> {
    let (before, rest) = value.split_once('[')?;
    let (text, rest) = rest.split_once("](")?;
    let (target, after) = rest.split_once(')')?;
    let is_target = !target.is_empty() && !target.contains(char::is_whitespace);
    (is_target && !text.contains('[')).then(|| format!("{before}{text}{after}"))
}

/// Without the marks of a heading at the beginning.
fn without_heading(value: &str) -> Option<String> {
    let title = value.trim_start_matches('#');
    let marks = value.len() - title.len();
    ((1..=6).contains(&marks) && title.starts_with(' ') && title.trim().starts_with(char::is_alphabetic))
        .then(|| title.trim().to_owned())
}

/// Without emoji and check marks, and without the character that asks for a coloured picture.
fn without_pictures(value: &str) -> Option<String> {
    let is_picture = |letter: char| {
        matches!(letter,
            '\u{2610}'..='\u{2612}' | '\u{2705}' | '\u{2713}'..='\u{2718}' | '\u{274C}' | '\u{274E}'
            | '\u{26A0}' | '\u{2B50}' | '\u{1F300}'..='\u{1F64F}' | '\u{1F680}'..='\u{1F6FF}'
            | '\u{1F7E0}'..='\u{1F7EB}' | '\u{1F900}'..='\u{1FAFF}')
    };
    value
        .contains(is_picture)
        .then(|| value.chars().filter(|letter| !is_picture(*letter) && *letter != '\u{FE0F}').collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lose_their_markup() {
        let cases = [
            ("**ExamplePACS**", "ExamplePACS"),
            ("**Image** and **Report** Storage", "Image and Report Storage"),
            ("`CT`", "CT"),
            ("<b>CT</b> scanner<br/>room 2", "CT scanner room 2"),
            ("[Archive](https://example.org)", "Archive"),
            ("## Storage", "Storage"),
            ("✔️ yes", "yes"),
            ("✅", ""),
        ];
        for (value, plain) in cases {
            assert_eq!(without_markup(value).as_deref(), Some(plain), "{value}");
        }
    }

    #[test]
    fn plain_values_have_none() {
        let plain = [
            "*",
            "parts/*.yaml",
            "**",
            "*EXAMPLE*",
            "<AE title>",
            "A & B",
            "#1",
            "C#",
            "a < b > c",
            "[0]",
            "Größe",
            "–",
            "values[0](x y)",
            "™ ® °",
            "→",
            "1 ** 2 ** 3",
            "# 5",
            "e2€",
        ];
        for value in plain {
            assert_eq!(without_markup(value), None, "{value}");
        }
    }
}
