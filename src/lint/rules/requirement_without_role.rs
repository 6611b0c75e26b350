//! `requirement-without-role`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a web service or an application profile of media interchange in requirements that does not say which
    /// side the product is to be on. A presentation context has a role by its direction.
    ///
    /// # Why is this bad?
    /// A product that asks and a product that answers are two different products, and so are one that writes media and
    /// one that reads them. Whoever answers cannot tell which one is wanted.
    ///
    /// # Example
    /// ```yaml
    /// kind: requirements
    /// web_services:
    ///   Images: {service: studies, transactions: {Retrieve: {resources: [studies]}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: requirements
    /// web_services:
    ///   Images: {role: origin_server, service: studies, transactions: {Retrieve: {resources: [studies]}}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    /// - PS3.10, chapter 8
    "requirement-without-role": Governance, Warning, Recommended, requirements(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for (name, _) in subject.statement.web_services.iter().filter(|(_, service)| service.role.is_none()) {
        let route = Route::root().key("web_services").key(name);
        findings
            .at_key(route.clone(), format!("`{name}` does not say whether the product asks or answers"))
            .help("add `role: origin_server` if it is to answer, `role: user_agent` if it is to ask")
            .rests_on(route.key("role"));
    }
    for used in &subject.survey.media_profiles {
        let Some(name) = used.profile.profile.as_deref().filter(|_| used.profile.roles.is_empty()) else {
            continue;
        };
        let route = subject.survey.route(used.trail);
        findings
            .at(
                route.clone().key("profile"),
                format!("`{name}` does not say whether the product writes or reads"),
            )
            .help("add `roles`: `FSC` if it is to create, `FSR` to read, `FSU` to update a File-set")
            .rests_on(route.key("roles"));
    }
}
