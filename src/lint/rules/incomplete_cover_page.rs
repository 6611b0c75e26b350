//! `incomplete-cover-page`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::Identification;
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a statement that lacks what its cover page must show: the version of the product, the date of the
    /// document.
    ///
    /// # Why is this bad?
    /// A statement holds for certain versions of a product. Without version and date nobody can tell whether the
    /// document at hand speaks of the system at hand.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: Example Archive}
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: Example Archive, versions: "3.0"}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    "incomplete-cover-page": Document, Error, Minimal, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let statement = subject.statement;
    let has_version = statement.product.versions.iter().any(|version| !version.trim().is_empty());
    let has_date = statement.statement.date.is_some();
    let (message, help) = match (has_version, has_date) {
        (true, true) => return,
        (false, true) => ("the version of the product is not said", "add `versions` to `product`"),
        (true, false) => ("the date of the document is not said", "add `date` to `statement`"),
        (false, false) => (
            "neither the version of the product nor the date of the document is said",
            "add `versions` to `product` and `date` to `statement`",
        ),
    };
    let (product, document) = (Route::root().key("product"), Route::root().key("statement"));
    let is_of_document = has_version && statement.statement != Identification::default();
    findings
        .at(if is_of_document { document.clone() } else { product.clone() }, message)
        .help(help)
        .rests_on(product.key("versions"))
        .rests_on(document.key("date"));
}
