//! `broken-link`.

use crate::document::WrittenLink;
use crate::lint::findings::Findings;
use crate::lint::leftover::leftovers;
use crate::lint::passage::Passage;
use crate::lint::rule::rule;
use crate::notation::WebAddress;

rule! {
    /// # What it does
    /// Reports a link in prose that leads nowhere: to a file or with a scheme that documents do not keep, to an address
    /// that is none, or to a fragment that can name no section. Addresses are not fetched. Whether a section of that name
    /// is there only the rendered document knows: `dicomply render` reports it as `dangling-anchor`.
    ///
    /// # Why is this bad?
    /// A conformance statement is one file that goes from hand to hand, so links to other files are dropped when it is
    /// rendered and only their text stays. A reader looks in vain for what the text refers to.
    ///
    /// # Example
    /// ```yaml
    /// introduction: {remarks: "See [Search Response](###Search-Response) and [the list](lists/classes.md)."}
    /// ```
    /// Use instead:
    /// ```yaml
    /// introduction: {remarks: "See [Search Response](#search-response) and [the list](https://example.org/classes)."}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.2: readers find what they look for
    /// - RFC 3986, sections 3.2 and 3.5: what hosts, ports and fragments are
    "broken-link": Prose, Warning, Recommended, prose(check), since "0.1.0"
}

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    let written = passage.written();
    let may_link = written.contains("](") || written.contains("]:") || written.contains('<');
    if !may_link {
        return;
    }
    for link in &passage.manuscript().links {
        // Gaps, patterns and variables are filled later.
        if !leftovers(&link.target).is_empty() || link.target.contains(['<', '{']) {
            continue;
        }
        if let Some((says, help)) = fault(link) {
            let shown =
                if link.target.is_empty() { "the link".to_owned() } else { format!("`{}`", link.target) };
            let _ = passage.report(findings, link.place.clone(), format!("{shown} {says}")).help(help);
        }
    }
}

fn fault(link: &WrittenLink) -> Option<(&'static str, &'static str)> {
    let target = link.target.as_str();
    if target.is_empty() {
        return Some(("leads nowhere", "write the address, or the text alone"));
    }
    if let Some(fragment) = target.strip_prefix('#') {
        let is_name = fragment.starts_with(char::is_alphanumeric) && !fragment.contains(char::is_whitespace);
        return (!is_name).then_some((
            "is the name of no section",
            "a link to a section is `#` and its name in small letters with hyphens, such as `#security-profiles`",
        ));
    }
    let scheme = target.split_once(':').map_or("", |(scheme, _)| scheme);
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => (!is_web_address(target)).then_some((
            "is no address of the web",
            "an address is `https://`, a host, and what comes after it",
        )),
        "mailto" => {
            (!target.contains('@')).then_some(("is no address of a mailbox", "write `mailto:name@host`"))
        }
        _ => Some((
            "is dropped when the document is rendered",
            "link to `https://…`, `http://…`, `mailto:…` or `#section`; what is in a file of the project is included",
        )),
    }
}

/// Whether an address has a host, and a port that is one. Hosts may be written in any script.
fn is_web_address(target: &str) -> bool {
    let ascii: String =
        target.chars().map(|letter| if letter.is_alphabetic() { 'a' } else { letter }).collect();
    let scheme = if target.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("https")) {
        "https"
    } else {
        "http"
    };
    let rest = ascii.split_once(':').map_or("", |(_, rest)| rest);
    let is_address =
        WebAddress::parse(target).is_some() || WebAddress::parse(&format!("{scheme}:{rest}")).is_some();
    is_address && !target.contains(char::is_whitespace)
}
