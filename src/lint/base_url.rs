//! What is wrong with the base URL of a web service.

use std::ops::Range;

use crate::notation::Host;
use crate::standard::web_resource::ROOTS;

/// A fault of a URL.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct UrlFault {
    /// The part that is wrong, in bytes of the text.
    pub(super) part: Range<usize>,
    /// What is wrong.
    pub(super) message: String,
    /// How to mend it.
    pub(super) help: &'static str,
}

/// The first fault of a base URL. In a statement, parts may vary from site to site: they stand in braces.
pub(super) fn fault(written: &str, may_vary: bool) -> Option<UrlFault> {
    let start = written.len() - written.trim_start().len();
    let url = Url { text: written.trim(), may_vary };
    let found = url.fault()?;
    Some(UrlFault { part: found.part.start + start..found.part.end + start, ..found })
}

struct Url<'t> {
    text: &'t str,
    may_vary: bool,
}

impl Url<'_> {
    fn fault(&self) -> Option<UrlFault> {
        if self.text.is_empty() {
            return None;
        }
        let (authority, path) = match self.scheme() {
            Ok(authority) => {
                let length =
                    self.text[authority..].find(['/', '?', '#']).unwrap_or(self.text.len() - authority);
                (Some(authority..authority + length), authority + length)
            }
            Err(Some(fault)) => return Some(fault),
            Err(None) => (None, self.text.find('}').map_or(0, |end| end + 1)),
        };
        self.character()
            .or_else(|| self.authority(authority?))
            .or_else(|| self.query(path))
            .or_else(|| self.resource(path))
    }

    fn says(part: Range<usize>, message: String, help: &'static str) -> UrlFault {
        UrlFault { part, message, help }
    }

    fn is_variable(&self, text: &str) -> bool {
        self.may_vary && text.starts_with('{') && text.ends_with('}')
    }

    /// Where the authority begins; a fault, or nothing where all up to the path varies.
    fn scheme(&self) -> Result<usize, Option<UrlFault>> {
        const HELP: &str = "write all of it, from `https://` to the path below which the resources lie";
        let Some((scheme, _)) = self.text.split_once("://") else {
            if self.may_vary && self.text.starts_with('{') && self.text.contains('}') {
                return Err(None);
            }
            let message = format!("`{}` is no absolute URL", self.text);
            return Err(Some(Self::says(0..self.text.len(), message, HELP)));
        };
        if ["http", "https"].iter().any(|known| known.eq_ignore_ascii_case(scheme))
            || self.is_variable(scheme)
        {
            return Ok(scheme.len() + 3);
        }
        let message = format!("`{scheme}` is neither `http` nor `https`");
        Err(Some(Self::says(0..scheme.len(), message, "web services are reached over HTTP or HTTPS")))
    }

    /// A character that no URL has.
    fn character(&self) -> Option<UrlFault> {
        let is_alien = |next: char| next.is_whitespace() || "<>\"\\^`|".contains(next);
        let (at, alien) = self.text.char_indices().find(|(_, next)| is_alien(*next))?;
        let gap = self.text[at..].find('>').filter(|_| alien == '<').map(|length| at..at + length + 1);
        let part = gap.unwrap_or(at..at + alien.len_utf8());
        let message = match alien {
            _ if alien.is_whitespace() => "a URL has no blanks".to_owned(),
            _ => format!("`{}` can be part of no URL", &self.text[part.clone()]),
        };
        let help = if alien.is_whitespace() {
            "write a blank that belongs to the URL as `%20`"
        } else if self.may_vary {
            "write what differs from site to site in braces, as `{host}`"
        } else {
            "write the address at which peers find the service"
        };
        Some(Self::says(part, message, help))
    }

    fn authority(&self, place: Range<usize>) -> Option<UrlFault> {
        let user = self.text[place.clone()].rfind('@').map_or(0, |at| at + 1);
        let place = place.start + user..place.end;
        let text = &self.text[place.clone()];
        let colon =
            text.rfind(':').filter(|at| !text[*at..].contains([']', '}']) || self.varies_at(text, at + 1));
        let (host, port) = colon.map_or((text, ""), |at| (&text[..at], &text[at + 1..]));
        if !port.bytes().all(|byte| byte.is_ascii_digit()) && !self.is_variable(port) {
            let digits = place.end - port.len()..place.end;
            return Some(Self::says(digits, format!("`{port}` is no port"), "ports are numbers"));
        }
        // Whether there is such a port is for another rule to say.
        if Host::parse(&self.filled(host)).is_some() {
            return None;
        }
        let message = match host {
            "" => format!("`{}` names no host", self.text),
            _ => format!("`{host}` is neither an IP address nor a host name"),
        };
        let named = if host.is_empty() { 0..self.text.len() } else { place.start..place.start + host.len() };
        Some(Self::says(named, message, "write the host at which peers find the service"))
    }

    fn varies_at(&self, text: &str, at: usize) -> bool {
        text.get(at..).is_some_and(|rest| self.is_variable(rest))
    }

    /// A text with something in the place of what varies.
    fn filled(&self, text: &str) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, (_, after))) = rest
            .split_once('{')
            .filter(|_| self.may_vary)
            .and_then(|(before, inner)| Some((before, inner.split_once('}')?)))
        {
            filled.push_str(before);
            filled.push('x');
            rest = after;
        }
        filled + rest
    }

    fn query(&self, from: usize) -> Option<UrlFault> {
        let mark = from + self.text[from..].find(['?', '#'])?;
        let is_template = self.text[..mark].ends_with('{');
        let part = mark - usize::from(is_template)..self.text.len();
        let what = if self.text[mark..].starts_with('?') { "query" } else { "fragment" };
        Some(Self::says(
            part,
            format!("a base URL has no {what}"),
            "resources and their parameters are put behind it",
        ))
    }

    /// The path of a resource at the end.
    fn resource(&self, from: usize) -> Option<UrlFault> {
        const HELP: &str = "write the URL below which the resources lie";
        let path = self.text[from..].trim_end_matches('/');
        if let Some(open) = path.find('{').filter(|_| !self.may_vary) {
            let end = path[open..].find('}').map_or(path.len(), |length| open + length + 1);
            let message = format!("`{}` is not filled in", &path[open..end]);
            return Some(Self::says(
                from + open..from + end,
                message,
                "write the address at which peers find the service",
            ));
        }
        let mut start = 0;
        for segment in path.split('/') {
            if ROOTS.contains(&segment) && path[start..].split('/').all(is_of_resource) {
                let slash = start.saturating_sub(1);
                let message = format!("`{}` is the path of a resource", &path[slash..]);
                return Some(Self::says(from + slash..from + path.len(), message, HELP));
            }
            start += segment.len() + 1;
        }
        None
    }
}

/// Whether a segment of a path can be one of a resource: a collection, a variable, or another form of what is there.
fn is_of_resource(segment: &str) -> bool {
    const FORMS: [&str; 5] = ["metadata", "rendered", "thumbnail", "bulkdata", "frames"];
    ROOTS.contains(&segment) || FORMS.contains(&segment) || segment.starts_with('{')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(url: &str, may_vary: bool) -> Option<&str> {
        fault(url, may_vary).map(|fault| &url[fault.part])
    }

    #[test]
    fn base_urls_are_sound() {
        for url in [
            "https://pacs.example.org/dicom-web",
            "HTTP://10.0.0.5:8042/dicom-web/",
            "https://[2001:db8::7]:8443/rs",
            "https://user@pacs.example.org/rs",
            "https://pacs.example.org:80800/rs",
            "https://pacs.example.org/dcm4chee-arc/aets/STUDIES/rs",
            "https://pacs.example.org/studies/api",
            "https://pacs.example.org/wado",
        ] {
            assert_eq!(part(url, false), None, "{url}");
            assert_eq!(part(url, true), None, "{url}");
        }
        for url in [
            "{scheme}://{host}:{port}/rs",
            "{base}/rs",
            "https://{tenant}.example.org/{version}",
            "https://{host}",
        ] {
            assert_eq!(part(url, true), None, "{url}");
        }
    }

    #[test]
    fn faults_stand_where_they_are() {
        for (url, expected) in [
            ("pacs.example.org/rs?x", "pacs.example.org/rs?x"),
            ("https:/pacs/rs", "https:/pacs/rs"),
            ("ftp://pacs/rs", "ftp"),
            (" https://pacs.example.org:80a/rs", "80a"),
            ("https://a_b..c/rs", "a_b..c"),
            ("https:///rs", "https:///rs"),
            ("https://pacs.example.org/my rs", " "),
            ("https://<host>/rs", "<host>"),
            ("https://pacs.example.org/rs?limit=10", "?limit=10"),
            ("https://pacs.example.org/rs#top", "#top"),
            ("https://pacs.example.org/rs/studies/", "/studies"),
            ("https://pacs.example.org/rs/studies/{study}/metadata", "/studies/{study}/metadata"),
        ] {
            assert_eq!(part(url, true), Some(expected), "{url}");
        }
        assert_eq!(part("https://pacs.example.org/{aet}/rs", false), Some("{aet}"));
        assert_eq!(part("https://{host}/rs", false), Some("{host}"));
        assert_eq!(part("https://pacs.example.org/rs/workitems{?query}", true), Some("{?query}"));
    }
}
