//! `profile-requirement-omitted`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::media::{self, Claim, absent};
use crate::lint::rule::{StatementSubject, rule};
use crate::model::MediaRole;
use crate::model::survey::{MediaProfileUse, Survey};
use crate::route::Route;
use crate::standard::uids::{self, UidEntry};

rule! {
    /// # What it does
    /// Reports a reader whose list leaves out a SOP class or a transfer syntax that its application profile demands of each
    /// reader, and a creator that leaves out the SOP class that the profile demands, or the transfer syntax for it.
    ///
    /// Where a list is not written, it is that of the profile, and nothing is left out.
    ///
    /// # Why is this bad?
    /// A profile is a promise: whatever a conformant creator writes, a conformant reader reads. A reader that cannot read one
    /// of the transfer syntaxes fails on discs on which nothing is wrong.
    ///
    /// # Example
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     VIEWER:
    ///       source_ae_title: VIEWER
    ///       profiles:
    ///         - profile: STD-GEN-DVD-J2K
    ///           roles: FSR
    ///           sop_classes: CT Image Storage
    ///           transfer_syntaxes: ExplicitVRLittleEndian
    /// ```
    /// Use instead:
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     VIEWER:
    ///       source_ae_title: VIEWER
    ///       profiles:
    ///         - {profile: STD-GEN-DVD-J2K, roles: FSR, sop_classes: CT Image Storage}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.2
    /// - PS3.11, sections A.3.1, B.3.1, C.3.1, E.3.1, H.3.1, J.3.1, K.3.1 and M.3.1
    "profile-requirement-omitted": Media, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for claim in &media::claims(survey) {
        let standard = claim.standard;
        let mut of = |role, classes: &[&'static str], syntaxes: &[&'static str], is_one_enough| {
            let entries: Vec<_> = claim.entries_in(role).collect();
            let said = Said { survey, claim, role, entries: &entries };
            let lists: Vec<_> = entries.iter().map(|used| &*used.sop_classes).collect();
            said.leaves_out("sop_classes", &absent(survey, classes, &lists), findings);
            let lists: Vec<_> = entries.iter().map(|used| &*used.transfer_syntaxes).collect();
            let absent = absent(survey, syntaxes, &lists);
            let is_enough = is_one_enough && absent.len() < syntaxes.len();
            // What is outside stands in the place of what belongs there, and is reported as such.
            if !is_enough && lists.iter().all(|list| claim.outside(survey, list).is_empty()) {
                said.leaves_out("transfer_syntaxes", &absent, findings);
            }
        };
        of(MediaRole::Reader, &standard.read_classes, &standard.transfer_syntaxes, false);
        of(MediaRole::Creator, &standard.written_classes, &standard.written_in, true);
    }
}

/// What the entries of a profile say in a role.
struct Said<'a, 's> {
    survey: &'a Survey<'s>,
    claim: &'a Claim<'a, 's>,
    role: MediaRole,
    entries: &'a [&'a MediaProfileUse<'a>],
}

impl Said<'_, '_> {
    fn leaves_out(&self, key: &str, absent: &[&'static str], findings: &mut Findings) {
        let route = |used: &MediaProfileUse<'_>| self.survey.route(used.trail).key(key);
        let Some((first, others)) = self.entries.split_first().filter(|_| !absent.is_empty()) else { return };
        let names = absent.iter().filter_map(|uid| uids::by_uid(uid)).map(UidEntry::short_name);
        let who = if self.role == MediaRole::Reader { "reader" } else { "creator" };
        let (names, them) = (enumeration(names), if absent.len() == 1 { "it" } else { "them" });
        let identifier = self.claim.identifier;
        let message = format!("`{identifier}` demands {names} of each {who}, and this list lacks {them}");
        let wording = findings
            .at(route(first), message)
            .help("add what the product supports; if it does not, it does not conform to this profile")
            .rests_on(Route::root().key(key));
        others.iter().fold(wording, |wording, used| wording.rests_on(route(used)));
    }
}
