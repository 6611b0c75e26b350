//! Where lines of a text begin and end, whatever ends them.

/// The start of the line that a position stands in.
pub(super) fn line_start(text: &str, position: usize) -> usize {
    let before = text.get(..position).unwrap_or_default();
    before.rfind(['\n', '\r']).map_or(0, |found| found + 1)
}

/// The end of the line that a position stands in, without what ends it.
pub(super) fn line_end(text: &str, position: usize) -> usize {
    let rest = text.get(position..).unwrap_or_default();
    position + rest.find(['\n', '\r']).unwrap_or(rest.len())
}

/// The start of the next line; the end of the text where there is none.
pub(super) fn next_line(text: &str, position: usize) -> usize {
    let end = line_end(text, position);
    let rest = text.get(end..).unwrap_or_default();
    end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}

/// The line before the one that starts here; `None` for the first one.
pub(super) fn line_before(text: &str, start: usize) -> Option<usize> {
    let before = text.get(..start).filter(|before| !before.is_empty())?;
    let content = before.strip_suffix("\r\n").or_else(|| before.strip_suffix(['\n', '\r']))?;
    Some(line_start(text, content.len()))
}

/// What ends the lines of a text.
pub(super) fn line_ending(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(found) if text[found..].starts_with("\r\n") => "\r\n",
        Some(found) if text[found..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// How many bytes of blanks begin a line.
pub(super) fn indentation(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// Whether a character is a blank within a line.
fn is_blank(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\n' | '\r')
}

/// Whether nothing but blanks stands between the start of a line and a position in it.
pub(super) fn is_first_of_line(text: &str, position: usize) -> bool {
    // A line may be as long as the file, so it is not looked at further than needed.
    let before = text.get(..position).map(|before| before.trim_end_matches(is_blank));
    before.is_some_and(|before| before.is_empty() || before.ends_with(['\n', '\r']))
}

/// The comment behind a position in its line, with the blanks before it; `None` if something else stands there.
pub(super) fn rest_of_line(text: &str, position: usize) -> Option<&str> {
    let rest = text.get(position..)?;
    let content = rest.trim_start_matches(is_blank);
    let is_comment = content.starts_with('#') && content.len() < rest.len();
    let is_end = content.is_empty() || content.starts_with(['\n', '\r']);
    (is_end || is_comment).then(|| text.get(position..line_end(text, position))).flatten()
}
