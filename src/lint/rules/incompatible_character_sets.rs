//! `incompatible-character-sets`.

use crate::lint::character_sets::{WrittenTerm, values};
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::character_set;

rule! {
    /// # What it does
    /// Reports a value of Specific Character Set with several terms, one of which cannot be combined with others:
    /// `ISO_IR 192`, `GB18030` and `GBK` stand alone, and of the others only those go together whose terms begin with
    /// `ISO 2022`.
    ///
    /// # Why is this bad?
    /// Sets are combined with code extension techniques, which switch between them within a text. Terms without them have no
    /// such switches, so that a receiver cannot tell which of the sets a character belongs to.
    ///
    /// # Example
    /// ```yaml
    /// character_sets: {supported: ISO_IR 192, combinations: [[ISO_IR 192, ISO 2022 IR 87]]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// character_sets: {supported: ISO_IR 192, combinations: [[ISO 2022 IR 6, ISO 2022 IR 87]]}
    /// ```
    ///
    /// # References
    /// - PS3.3, section C.12.1.1.2
    /// - PS3.5, sections 6.1.2.4 and 6.1.2.5
    "incompatible-character-sets": CharacterSet, Error, Recommended, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for terms in values(subject.statement).into_iter().filter(|terms| terms.len() > 1) {
        // What a set is of which nothing is known cannot be told.
        if terms.iter().any(|term| !term.text.is_empty() && !term.is_known()) {
            continue;
        }
        for (term, fault, help) in terms.iter().filter_map(fault) {
            findings
                .within(term.route.clone(), term.part.clone(), format!("`{}` {fault}", term.text))
                .help(help);
        }
    }
}

/// Why a term is not one of several.
fn fault<'t, 's>(term: &'t WrittenTerm<'s>) -> Option<(&'t WrittenTerm<'s>, &'static str, String)> {
    let set = character_set::by_term(term.text).filter(|set| !set.is_code_extension())?;
    if set.stands_alone() {
        let help = "state it by itself; text in it needs no other set".to_owned();
        return Some((term, "cannot be combined with another character set", help));
    }
    let help = match set.with_code_extension() {
        Some(extended) => format!("with code extensions the term is `{}`", extended.term),
        None => "combine terms that begin with `ISO 2022`".to_owned(),
    };
    Some((term, "has no code extensions, so that it cannot be one of several character sets", help))
}
