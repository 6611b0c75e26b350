//! `leftover-placeholder`.

use crate::lint::findings::Findings;
use crate::lint::leftover::leftovers;
use crate::lint::passage::Passage;
use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports what is left of a template or of a first draft in a text, a title or a name: gaps in `<angle>` or
    /// `<<double>>` brackets, instructions in square brackets, `TBD` and other reminders, `xx.yy`, dummy text. Code between
    /// backticks, links, addresses and tags of HTML do not count.
    ///
    /// With `--release` it is an error, and nothing is written.
    ///
    /// # Why is this bad?
    /// A reader cannot tell what was meant, and takes the whole document for unfinished. Templates of conformance
    /// statements ask that their placeholders are replaced and their instructions removed.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: Example Archive, vendor: <vendor>, versions: "3.0", overview: "Keeps images. Sizes: TBD."}
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "3.0", overview: Keeps images.}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    /// - PS3.2, Annex N (2023 and later editions): placeholders are replaced, instructions removed
    "leftover-placeholder": Prose, Warning, Recommended, texts(check), since "0.1.0"
}

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    const PATTERNS: &[&str] = &["ae_title_pattern", "endpoint", "resources", "uri", "base_url"];
    let written = passage.written();
    let found = leftovers(written);
    if found.is_empty() || PATTERNS.contains(&passage.text.key()) {
        return;
    }
    for (range, leftover) in found {
        let message = format!("`{}` {}", &written[range.clone()], leftover.says());
        let _ = passage.report(findings, range, message).help(leftover.help());
    }
}
