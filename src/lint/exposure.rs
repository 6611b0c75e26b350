//! Links over which data leaves an organization or a network zone without being encrypted.

use super::findings::Findings;
use super::rule::SiteSubject;
use crate::model::{Endpoint, LifecycleStatus, LinkUse, Protocol};
use crate::notation::WebAddress;

/// What a link crosses, as its two ends name it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Border<'p> {
    /// The key that names it.
    pub(super) key: &'static str,
    pub(super) names: [&'p str; 2],
}

/// Reports approved and production links that cross a border and are not encrypted, with what is wrong and how to mend it.
pub(super) fn check<'p>(
    subject: &SiteSubject<'p>,
    border: impl Fn(&LinkUse<'p>) -> Option<Border<'p>>,
    message: impl Fn([&str; 2]) -> String,
    findings: &mut Findings,
) {
    for link in &subject.deployment.links {
        let is_in_force =
            matches!(link.link.status(), LifecycleStatus::Approved | LifecycleStatus::Production);
        let Some((source, target)) = link.ends().filter(|_| is_in_force) else { continue };
        let Some(border) = border(link) else { continue };
        let plain: Vec<_> =
            [source, target].into_iter().filter_map(|end| Some((end, unencrypted_key(&end)?))).collect();
        if plain.is_empty() {
            continue;
        }
        let mut wording = findings.at(link.route(), message(border.names)).help(
            "speak DICOM TLS or https, or say in a comment that allows it how the way between is protected",
        );
        for (end, key) in plain {
            let what = if key == "protocol" { "speaks DICOM without TLS" } else { "is reached over http" };
            wording = wording
                .related_place(end.place(key), format!("`{}` {what}", end.name))
                .rests_on_in(end.document.id, end.route().key(key))
                .rests_on_in(end.document.id, end.route().key(border.key));
        }
    }
}

/// The organizations of a link's ends, where they differ.
pub(super) fn organizations<'p>(link: &LinkUse<'p>) -> Option<Border<'p>> {
    let (source, target) = link.ends()?;
    let names = [source.organization()?, target.organization()?];
    (names[0] != names[1]).then_some(Border { key: "organization", names })
}

/// The network zones of a link's ends, where they differ and both are of one organization, or of none.
pub(super) fn zones<'p>(link: &LinkUse<'p>) -> Option<Border<'p>> {
    let (source, target) = link.ends().filter(|_| organizations(link).is_none())?;
    let zone = |end: &Endpoint<'p>| end.entity.zone.as_deref().map(str::trim).filter(|zone| !zone.is_empty());
    let names = [zone(&source)?, zone(&target)?];
    (!names[0].eq_ignore_ascii_case(names[1])).then_some(Border { key: "zone", names })
}

/// The key that shows that an end is not encrypted.
fn unencrypted_key(end: &Endpoint<'_>) -> Option<&'static str> {
    match end.entity.protocol() {
        Protocol::Dicom => Some("protocol"),
        Protocol::DicomWeb => {
            let address = end.entity.endpoint_url.as_deref().and_then(WebAddress::parse)?;
            (!address.is_secure).then_some("endpoint_url")
        }
        Protocol::DicomTls | Protocol::Other => None,
    }
}
