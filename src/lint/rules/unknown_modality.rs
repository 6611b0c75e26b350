//! `unknown-modality`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::standard::modality;

rule! {
    /// # What it does
    /// Reports a modality that is none of the defined terms of Modality (0008,0060).
    ///
    /// # Why is this bad?
    /// Images, worklists and queries carry the term of the standard. A system that is configured with another word
    /// finds nothing.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   MR1: {ae_title: MR1, role: SCU, host: 10.0.0.8, port: 104, modality: MRI}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   MR1: {ae_title: MR1, role: SCU, host: 10.0.0.8, port: 104, modality: MR}
    /// ```
    ///
    /// # References
    /// - PS3.3, section C.7.3.1.1.1
    "unknown-modality": Governance, Warning, Recommended, site(check), fixable, since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints() {
        let Some(written) = endpoint.entity.modality.as_deref().map(str::trim) else { continue };
        if modality::by_term(written).is_some() {
            continue;
        }
        let route = endpoint.route().key("modality");
        let wording =
            findings.at(route.clone(), format!("`{written}` is no defined term of Modality (0008,0060)"));
        match modality::nearest(written) {
            Some(near) => wording
                .help(format!("did you mean `{}`, {}?", near.term, near.meaning))
                .edit(route, near.term),
            None => {
                wording.help("write one of the terms of PS3.3, section C.7.3.1.1.1, such as `CT` or `OT`")
            }
        };
    }
}
