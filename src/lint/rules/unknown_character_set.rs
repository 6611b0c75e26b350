//! `unknown-character-set`.

use crate::lint::character_sets::{WrittenTerm, values};
use crate::lint::findings::Findings;
use crate::lint::leftover::leftovers;
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::character_set::{self, CharacterSet};
use crate::standard::nearest;

rule! {
    /// # What it does
    /// Reports a character set under `supported` or `combinations` that is no defined term of Specific Character Set
    /// (0008,0005), and not the description that the standard has for one, such as `Latin alphabet No. 1`.
    ///
    /// The names of the web are for web services, and are left alone there.
    ///
    /// # Why is this bad?
    /// Data sets carry the defined term. Readers compare it with the statements of other products, and `ISO-8859-1` may
    /// be two terms of the standard, with code extensions or without.
    ///
    /// # Example
    /// ```yaml
    /// character_sets: {supported: [ISO_IR 100, UTF-8]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// character_sets: {supported: [ISO_IR 100, ISO_IR 192]}
    /// ```
    ///
    /// # References
    /// - PS3.3, section C.12.1.1.2
    "unknown-character-set": CharacterSet, Error, Minimal, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for terms in values(subject.statement) {
        let is_combined = terms.len() > 1;
        let unknown = |term: &&WrittenTerm<'_>| !term.text.is_empty() && !term.is_known();
        for term in terms.iter().filter(unknown).filter(|term| leftovers(term.whole).is_empty()) {
            report(term, is_combined, findings);
        }
    }
}

fn report(term: &WrittenTerm<'_>, is_combined: bool, findings: &mut Findings) {
    let written = term.text;
    let message = format!("`{written}` is no defined term of Specific Character Set (0008,0005)");
    let wording = findings.within(term.route.clone(), term.part.clone(), message);
    let Some(meant) = meant(written, is_combined) else {
        let terms = character_set::all().iter().map(|set| set.term);
        let _ = wording.help(match nearest::nearest(written, terms) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "the terms are those of PS3.3, section C.12.1.1.2; name other sets in `text`".to_owned(),
        });
        return;
    };
    let wording = wording.help(format!("the term for {} is `{}`", meant.repertoire, meant.term));
    if written == term.whole {
        wording.edit(term.route.clone(), meant.term);
    } else {
        wording.edit_within(term.route.clone(), term.part.clone(), meant.term);
    }
}

/// The set that a name stands for: another name, or the term with what it is in brackets.
fn meant(written: &str, is_combined: bool) -> Option<&'static CharacterSet> {
    let explained = || {
        let (term, _) = written.split_once('(').filter(|_| written.ends_with(')'))?;
        character_set::by_term(term.trim())
    };
    let set = character_set::by_name(written).or_else(explained)?;
    Some(set.with_code_extension().filter(|_| is_combined).unwrap_or(set))
}
