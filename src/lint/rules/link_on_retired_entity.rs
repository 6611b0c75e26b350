//! `link-on-retired-entity`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::{Endpoint, LifecycleStatus, LinkUse};

rule! {
    /// # What it does
    /// Reports an approved or production link one end of which is deprecated or obsolete.
    ///
    /// # Why is this bad?
    /// What is in use hangs on something that is to be removed, or is gone. When it goes, the link breaks, and nobody has
    /// planned for it; where it went long ago, the inventory tells of a link that is none.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, status: deprecated}
    /// links:
    ///   - CT1 -> PACS push production
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, status: deprecated}
    /// links:
    ///   - CT1 -> PACS push deprecated
    /// ```
    ///
    /// # References
    /// - The governance model of communication links: deprecated is planned for removal, obsolete no longer valid
    "link-on-retired-entity": Link, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for link in &subject.deployment.links {
        let status = link.link.status();
        if !matches!(status, LifecycleStatus::Approved | LifecycleStatus::Production) {
            continue;
        }
        let retired = retired_ends(link);
        let Some((first, stage)) = retired.first() else { continue };
        let stands = if status == LifecycleStatus::Production { "in production" } else { "approved" };
        let mut wording = findings
            .at(link.route().key("status"), format!("the link is {stands}, and `{}` is {stage}", first.name))
            .help(match stage {
                LifecycleStatus::Obsolete => {
                    "lead the link to what took its place, or make the link obsolete too"
                }
                _ => "deprecate the link too, or lead it to what takes its place",
            });
        for (end, stage) in &retired {
            wording = wording
                .related_place(end.place("status"), format!("`{}` is {stage}", end.name))
                .rests_on_in(end.document.id, end.route().key("status"));
        }
    }
}

/// The ends of a link that are to be removed or are gone, those that are gone first.
fn retired_ends<'p>(link: &LinkUse<'p>) -> Vec<(Endpoint<'p>, LifecycleStatus)> {
    let ends = [&link.source, &link.target].into_iter().filter_map(|end| {
        let end = end.found()?;
        Some((end, end.entity.status?))
    });
    let mut retired: Vec<_> = ends.filter(|(_, status)| *status >= LifecycleStatus::Deprecated).collect();
    retired.sort_by_key(|(_, status)| std::cmp::Reverse(*status));
    retired
}
