//! `toolkit-implementation-uid`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::route::Route;
use crate::standard::spelling::folded;
use crate::standard::toolkit::{self, Toolkit};

rule! {
    /// # What it does
    /// Reports an implementation class UID or version name that a public toolkit sends unless its user sets another
    /// one. The product that is that toolkit may well have them.
    ///
    /// # Why is this bad?
    /// The UID is there to tell one implementation from all others. With that of a toolkit, the log of a peer shows the
    /// same sender for every product that is made with it.
    ///
    /// # Example
    /// ```yaml
    /// implementation: {class_uid: 1.2.276.0.7230010.3.0.3.6.4, version_name: OFFIS_DCMTK_364}
    /// ```
    /// Use instead:
    /// ```yaml
    /// implementation: {class_uid: 2.25.181902416834275213489016231958337012347, version_name: EXAMPLE_30}
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.2
    "toolkit-implementation-uid": Networking, Warning, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let implementation = &subject.statement.implementation;
    let is_foreign = |toolkit: &&Toolkit| !is_the_product(subject, toolkit);
    let by_uid = implementation.class_uid.as_deref().and_then(|uid| toolkit::by_class_uid(uid.trim()));
    let by_name = implementation.version_name.as_deref().and_then(toolkit::by_version_name);
    let (by_uid, by_name) = (by_uid.filter(is_foreign), by_name.filter(is_foreign));
    let route = |key| Route::root().key("implementation").key(key);
    match (by_uid, by_name) {
        (Some(toolkit), by_name) => {
            let message = format!("the implementation class UID is that of {}", toolkit.name);
            let wording = findings.at(route("class_uid"), message).help(
                "register or make a UID for the product (`dicomply uid` makes one), and set it in the toolkit",
            );
            if by_name.is_some() {
                wording.related(route("version_name"), "so is the version name");
            }
        }
        (None, Some(toolkit)) => {
            let message = format!("the implementation version name is that of {}", toolkit.name);
            findings
                .at(route("version_name"), message)
                .help("set a name of the product's own in the toolkit");
        }
        (None, None) => {}
    }
}

/// Whether the product is, by its name or its vendor's, the toolkit itself.
fn is_the_product(subject: &StatementSubject<'_>, toolkit: &Toolkit) -> bool {
    let product = &subject.statement.product;
    let names = [product.name.as_deref(), product.vendor.as_deref()];
    names.into_iter().flatten().any(|name| folded(name).contains(&folded(toolkit.name)))
}
