//! `claim-outside-profile`.

use crate::lint::enumeration::{enumeration, enumeration_up_to};
use crate::lint::findings::Findings;
use crate::lint::media::{self, Claim};
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::name_of;
use crate::model::survey::{ItemId, MediaProfileUse, Survey};
use crate::route::Route;
use crate::standard::media_profile::media;
use crate::standard::uids::{self, UidEntry};

rule! {
    /// # What it does
    /// Reports a role, a medium or a transfer syntax that the application profile does not define. What an augmented profile
    /// adds is not outside, nor is Explicit VR Little Endian, in which each directory is written.
    ///
    /// # Why is this bad?
    /// Who reads that a product conforms to a profile takes the profile for the whole truth. A disc that is another one, or
    /// has files in another transfer syntax, is not what readers of the profile are made for.
    ///
    /// # Example
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     OFFLINE:
    ///       source_ae_title: OFFLINE
    ///       profiles: [{profile: STD-GEN-DVD-JPEG, roles: FSU, sop_classes: CT Image Storage}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     OFFLINE:
    ///       source_ae_title: OFFLINE
    ///       profiles: [{profile: STD-GEN-DVD-JPEG, roles: FSC, sop_classes: CT Image Storage}]
    /// ```
    ///
    /// # References
    /// - PS3.2, sections 7.2, 7.4.1 and 7.4.2
    /// - PS3.11, sections B.2, C.2.1, D.3.1, E.3.1, H.2.1, H.3.1 and K.2
    "claim-outside-profile": Media, Error, Recommended, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for claim in &media::claims(survey) {
        for used in &claim.entries {
            let route = survey.route(used.trail);
            if claim.added.is_none() {
                roles(claim, used, &route, findings);
            }
            medium(claim, used, &route, findings);
            syntaxes(survey, claim, used, findings);
        }
    }
}

/// PS3.2 does not say whether an augmented profile may add a role, so those are not judged.
fn roles(claim: &Claim<'_, '_>, used: &MediaProfileUse<'_>, route: &Route, findings: &mut Findings) {
    let known = &claim.standard.roles;
    let roles = used.profile.roles.iter().enumerate();
    for (position, role) in roles.filter(|(_, role)| !known.contains(&role.as_str())) {
        let list = route.clone().key("roles");
        let message = format!("`{}` does not define the role {role}", claim.identifier);
        findings
            .at(list.clone().index(position), message)
            .help(format!("its roles are {}", known.join(" and ")))
            .rests_on(list);
    }
}

fn medium(claim: &Claim<'_, '_>, used: &MediaProfileUse<'_>, route: &Route, findings: &mut Findings) {
    let Some(written) = used.profile.medium.as_deref() else { return };
    let (named, right) = (media(written), media(claim.standard.medium));
    if !named.is_empty() && !right.is_empty() && !named.iter().any(|medium| right.contains(medium)) {
        let message = format!("`{}` is not the medium of `{}`", written.trim(), claim.identifier);
        findings
            .at(route.clone().key("medium"), message)
            .help(format!("the medium is {}, and need not be written", claim.standard.medium));
    }
}

/// Items of the entry's own are reported where they stand; a set may be right elsewhere, so it is reported where the
/// entry names it.
fn syntaxes(survey: &Survey<'_>, claim: &Claim<'_, '_>, used: &MediaProfileUse<'_>, findings: &mut Findings) {
    let list = survey.route(used.trail).key("transfer_syntaxes");
    let place = |id: &ItemId| survey.route(survey.item(*id).trail);
    let outside = claim.outside(survey, &used.transfer_syntaxes);
    let (own, of_sets): (Vec<_>, Vec<_>) = outside.into_iter().partition(|id| place(id).is_within(&list));
    let known = claim.standard.transfer_syntaxes.iter().filter_map(|uid| uids::by_uid(uid));
    let help = format!("it has {}", enumeration_up_to(SYNTAXES, known.map(UidEntry::short_name)));
    for id in own {
        let message = format!("`{}` is no transfer syntax of `{}`", name_of(survey, id), claim.identifier);
        findings.at(place(&id), message).help(help.clone());
    }
    let Some(first) = of_sets.first() else { return };
    let names = enumeration(of_sets.iter().map(|id| name_of(survey, *id)));
    findings
        .at(list, format!("the transfer syntaxes hold {names}, which `{}` does not have", claim.identifier))
        .related(place(first), "it comes from here")
        .help(help);
}

/// No profile has more transfer syntaxes than this.
const SYNTAXES: usize = 8;
