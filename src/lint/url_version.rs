//! Versions in the URLs of web services, such as the `v2` of `https://server.example.org/v2/studies`.

use std::ops::Range;

use crate::notation::{Host, WebAddress};
use crate::standard::web_resource::ROOTS;

/// A version before the path of a resource, where it stands in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct UrlVersion {
    /// The segment.
    pub(super) part: Range<usize>,
    /// The host of the URL; none of a path alone, or where it varies.
    pub(super) host: Option<Host>,
}

/// The versions of a base URL.
pub(super) fn versions_of_base(url: &str) -> impl Iterator<Item = &str> {
    url.split('/').filter(|segment| is_version(segment))
}

/// The versions in the URLs and paths of resources in a text. What a sentence calls the former version is meant as such.
pub(super) fn versions_in(text: &str) -> Vec<UrlVersion> {
    const DELIMITERS: [char; 11] = ['"', '\'', '`', '(', ')', '[', ']', '<', '>', ',', ';'];
    if !text.contains("/v") && !text.contains("/V") {
        return Vec::new();
    }
    let is_delimiter = |next: char| next.is_whitespace() || DELIMITERS.contains(&next);
    let mut found = Vec::new();
    let mut start = 0;
    for token in text.split(is_delimiter) {
        if let Some(part) = version_before_resource(token) {
            let part = start + part.start..start + part.end;
            if !is_of_past(text, part.start) {
                found.push(UrlVersion { part, host: WebAddress::parse(token).map(|address| address.host) });
            }
        }
        start += token.len() + text[start + token.len()..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// Where a URL or a path has a version followed by the root of a resource.
fn version_before_resource(token: &str) -> Option<Range<usize>> {
    let mut segments = Vec::new();
    let mut start = 0;
    for segment in token.split('/') {
        segments.push((start, segment));
        start += segment.len() + 1;
    }
    segments.windows(2).skip(usize::from(!token.starts_with('/'))).find_map(|pair| {
        let [(start, version), (_, next)] = pair else { return None };
        let next = next.split(['?', '{', '.', '#', ':', '*']).next().unwrap_or_default();
        (is_version(version) && ROOTS.contains(&next)).then(|| *start..start + version.len())
    })
}

/// Whether a segment is a version: `v1`, `v1.2`.
fn is_version(segment: &str) -> bool {
    let Some(number) = segment.strip_prefix(['v', 'V']) else { return false };
    number.starts_with(|first: char| first.is_ascii_digit())
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// How far from a place its sentence is looked at, in bytes.
const SENTENCE: usize = 200;

/// Whether the sentence around a place speaks of what was, or is no more.
fn is_of_past(text: &str, at: usize) -> bool {
    const WORDS: [&str; 9] = [
        "previous",
        "earlier",
        "former",
        "older",
        "deprecated",
        "no longer",
        "removed",
        "retired",
        "replace",
    ];
    let mut before = at.saturating_sub(SENTENCE);
    while !text.is_char_boundary(before) {
        before += 1;
    }
    let mut behind = text.len().min(at + SENTENCE);
    while !text.is_char_boundary(behind) {
        behind -= 1;
    }
    let ends = |text: &str| text.match_indices(['\n', '.']).map(|(end, _)| end).collect::<Vec<_>>();
    let is_end =
        |end: &usize| text[*end + 1..].starts_with(char::is_whitespace) || text[*end..].starts_with('\n');
    let start = ends(&text[before..at])
        .into_iter()
        .map(|end| before + end)
        .rfind(is_end)
        .map_or(before, |end| end + 1);
    let end = ends(&text[at..behind]).into_iter().map(|end| at + end).find(is_end).unwrap_or(behind);
    let sentence = text[start..end].to_lowercase();
    WORDS.iter().any(|word| sentence.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(text: &str) -> Vec<&str> {
        versions_in(text).into_iter().map(|version| &text[version.part]).collect()
    }

    #[test]
    fn versions_stand_before_resources() {
        assert_eq!(versions("GET https://server.example.org/v1/studies?limit=1"), ["v1"]);
        assert_eq!(versions("See `/v1.2/studies/{study}`, then (/api/v3/workitems)."), ["v1.2", "v3"]);
        assert_eq!(versions("{base}/v1/studies."), ["v1"]);
        assert_eq!(versions("https://login.example.org/oauth2/v1/token and /v1"), Vec::<&str>::new());
        assert_eq!(versions("vendor/viewer/studies, /various/studies"), Vec::<&str>::new());
        assert_eq!(versions("The previous version below /v1/studies is gone."), Vec::<&str>::new());
    }
}
