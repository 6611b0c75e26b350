//! What a user agent asks for, held against what an origin server answers, part by part.

use crate::model::{Support, WebServiceKind};
use crate::pairing::listing::Listing;
use crate::pairing::web_claim::{Kind, Place, WebClaim};
use crate::pairing::{Cause, Side, WebCause, WebPart};
use crate::standard::transfer_syntax::{self, EXPLICIT_VR_LITTLE_ENDIAN, Fidelity};
use crate::standard::web_resource;

/// The media type of whole instances.
const DICOM: &str = "application/dicom";

/// The query parameters that every origin server understands, by service and transaction: those that are mandatory in
/// PS3.18, sections 8.3.3, 8.3.4, 9.4.1 and 9.5.1. From memory.
const PARAMETERS: [(WebServiceKind, &str, &[&str]); 6] = [
    (WebServiceKind::Uri, "", &["requestType", "studyUID", "seriesUID", "objectUID", "contentType"]),
    (WebServiceKind::Studies, "Search", &["includefield", "limit", "offset"]),
    (WebServiceKind::Worklist, "Search", &["includefield", "limit", "offset"]),
    (WebServiceKind::NonPatientInstance, "Search", &["includefield", "limit", "offset"]),
    (WebServiceKind::Studies, "Retrieve", &["accept"]),
    (WebServiceKind::NonPatientInstance, "Retrieve", &["accept"]),
];

/// The header fields that belong to every exchange over HTTP (RFC 9110).
const HEADERS: [&str; 8] = [
    "accept",
    "authorization",
    "connection",
    "content-length",
    "content-location",
    "content-type",
    "host",
    "user-agent",
];

/// A transaction between a user agent and an origin server.
pub(super) struct Exchange<'c> {
    pub(super) user: Side,
    pub(super) asked: &'c WebClaim<'c>,
    pub(super) answered: &'c WebClaim<'c>,
}

impl<'c> Exchange<'c> {
    /// Why the transaction does not simply work.
    pub(super) fn causes(&self) -> Vec<Cause<'c>> {
        let mut causes = Vec::new();
        self.resources(&mut causes);
        self.media_types(&mut causes);
        self.classes(&mut causes);
        self.parameters(&mut causes);
        self.headers(&mut causes);
        self.fuzzy_matching(&mut causes);
        let (ours, theirs) = (&self.asked.character_sets, &self.answered.character_sets);
        if !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|set| theirs.contains(set)) {
            causes.push(WebCause::NoCommonCharacterSet);
        }
        let mut causes: Vec<_> = causes.into_iter().map(Cause::Web).collect();
        let common = || self.asked.transfer_syntaxes.entries.iter();
        let mut common =
            common().filter(|uid| self.answered.transfer_syntaxes.entries.contains(uid)).peekable();
        let is_lossy = |uid: &&'c str| {
            transfer_syntax::by_uid(uid).is_some_and(|syntax| syntax.fidelity == Fidelity::Lossy)
        };
        if self.is_dicom() && common.peek().is_some() && common.all(is_lossy) {
            causes.push(Cause::LossyOnly);
        }
        causes
    }

    fn server(&self) -> Side {
        self.user.opposite()
    }

    /// Whether a transaction has resources among which a user agent chooses. Others have one, or a pair of which
    /// nothing is known.
    fn has_choice_of_resources(&self) -> bool {
        matches!(self.asked.service, WebServiceKind::Studies | WebServiceKind::NonPatientInstance)
    }

    fn resources(&self, causes: &mut Vec<WebCause<'c>>) {
        let (ours, theirs) = (&self.asked.resources, &self.answered.resources);
        // The one resource of the URI Service is the service itself (PS3.18 9.1).
        if self.asked.service == WebServiceKind::Uri {
            return;
        }
        if !ours.is_complete() && self.has_choice_of_resources() {
            causes.push(WebCause::Unstated(self.user, WebPart::Resources));
        }
        let is_in =
            |list: &[Place<'_>], place: &Place<'_>| list.iter().any(|other| other.template == place.template);
        let (mut missing, mut left_out, mut unknown) = (Vec::new(), Vec::new(), false);
        let mut found = 0;
        for place in &ours.entries {
            if is_in(&theirs.denied, place) {
                missing.push(place.text);
            } else if is_in(&theirs.entries, place) || (!theirs.is_stated && place.is_mandatory) {
                found += 1;
            } else if !theirs.is_complete() {
                unknown |= self.has_choice_of_resources() || theirs.is_stated;
            } else if place.is_mandatory {
                left_out.push(place.text);
            } else {
                missing.push(place.text);
            }
        }
        if !missing.is_empty() && missing.len() == ours.entries.len() && found == 0 && ours.is_complete() {
            causes.push(WebCause::NoCommonResource);
        } else if !missing.is_empty() {
            causes.push(WebCause::MissingResources(missing));
        }
        if !left_out.is_empty() {
            causes.push(WebCause::LeftOut(WebPart::Resources, left_out));
        }
        if unknown {
            causes.push(WebCause::Unstated(self.server(), WebPart::Resources));
        }
    }

    /// What the resources of the user agent return; nothing where that is not known.
    fn contents(&self) -> Option<Vec<&'static str>> {
        let resources = &self.asked.resources;
        let contents = resources.entries.iter().map(|place| place.content);
        resources.is_complete().then(|| contents.collect())
    }

    /// The media types that every origin server has to have for what is asked.
    fn required(&self) -> Vec<&'static str> {
        let contents = self.contents();
        let service = self.asked.service.as_str();
        web_resource::required_media_types(service, self.asked.name, contents.as_deref(), None)
    }

    fn media_types(&self, causes: &mut Vec<WebCause<'c>>) {
        let (ours, theirs) = (&self.asked.media_types, &self.answered.media_types);
        let required = self.required();
        // What asks for nothing has no media type.
        if !ours.is_complete() && (!required.is_empty() || theirs.is_stated) {
            causes.push(WebCause::Unstated(self.user, WebPart::MediaTypes));
        }
        let syntaxes = self.syntaxes();
        let mut standing: Vec<(&'c Kind<'c>, Standing)> = Vec::new();
        for kind in &ours.entries {
            let is_dicom_refused = kind.name == DICOM && matches!(syntaxes, Syntaxes::Refused);
            standing.push((
                kind,
                if is_dicom_refused { Standing::Refused } else { stand(kind, theirs, &required) },
            ));
        }
        if matches!(syntaxes, Syntaxes::Refused) && ours.entries.iter().all(|kind| kind.name == DICOM) {
            causes.push(WebCause::NoCommonTransferSyntax);
            return;
        }
        self.weigh(&standing, causes);
        match syntaxes {
            Syntaxes::Unknown => causes.push(WebCause::Unstated(self.server(), WebPart::TransferSyntaxes)),
            Syntaxes::Some(refused) => causes.push(WebCause::RefusedTransferSyntaxes(refused)),
            Syntaxes::Refused | Syntaxes::Fine => {}
        }
    }

    /// What is to be said of media types. Where the user agent fetches something, one of each group will do.
    fn weigh(&self, standing: &[(&'c Kind<'c>, Standing)], causes: &mut Vec<WebCause<'c>>) {
        let is_fetching = matches!(self.asked.name, "Retrieve" | "Search" | "Retrieve Workitem")
            || self.asked.service == WebServiceKind::Uri;
        let in_group = |kind: &Kind<'_>, wanted: Standing| {
            standing.iter().any(|(other, how)| other.group == kind.group && *how == wanted)
        };
        let (mut refused, mut left_out, mut unknown) = (Vec::new(), Vec::new(), false);
        for (kind, how) in standing {
            if is_fetching && in_group(kind, Standing::Common) {
                continue;
            }
            match how {
                Standing::Common => {}
                Standing::LeftOut => left_out.push(kind.text),
                Standing::Unknown => unknown = true,
                Standing::Refused if is_fetching && in_group(kind, Standing::LeftOut) => {}
                Standing::Refused if is_fetching && in_group(kind, Standing::Unknown) => {}
                Standing::Refused => refused.push(kind.text),
            }
        }
        if !refused.is_empty() && refused.len() == standing.len() && self.asked.media_types.is_complete() {
            causes.push(WebCause::NoCommonMediaType);
        } else if !refused.is_empty() {
            causes.push(WebCause::RefusedMediaTypes(refused));
        }
        if !left_out.is_empty() {
            causes.push(WebCause::LeftOut(WebPart::MediaTypes, left_out));
        }
        if unknown {
            causes.push(WebCause::Unstated(self.server(), WebPart::MediaTypes));
        }
    }

    /// Whether instances go over in a DICOM media type, as far as the user agent says.
    fn is_dicom(&self) -> bool {
        self.asked.media_types.entries.iter().any(|kind| kind.name == DICOM)
    }

    /// What becomes of the transfer syntaxes of instances. Who fetches gets one of those it asks for, Explicit VR Little
    /// Endian where it asks for none (PS3.18 8.7.3.5, from memory); who stores has to be understood in each.
    fn syntaxes(&self) -> Syntaxes<'c> {
        let (ours, theirs) = (&self.asked.transfer_syntaxes, &self.answered.transfer_syntaxes);
        if !self.is_dicom() || !ours.is_complete() {
            return Syntaxes::Fine;
        }
        let refused: Vec<_> = ours
            .missing_in(theirs)
            .into_iter()
            .filter(|uid| *uid != EXPLICIT_VR_LITTLE_ENDIAN || theirs.is_stated)
            .collect();
        let is_any_common = refused.len() < ours.entries.len();
        let is_storing = self.asked.name == "Store";
        match () {
            () if refused.is_empty() || (is_any_common && !is_storing) => Syntaxes::Fine,
            () if !theirs.is_complete() => Syntaxes::Unknown,
            () if is_any_common => Syntaxes::Some(refused),
            () => Syntaxes::Refused,
        }
    }

    fn classes(&self, causes: &mut Vec<WebCause<'c>>) {
        let (ours, theirs) = (&self.asked.sop_classes, &self.answered.sop_classes);
        if !ours.is_stated || !theirs.is_complete() {
            return;
        }
        let refused = ours.missing_in(theirs);
        if !refused.is_empty() && refused.len() == ours.entries.len() && ours.is_complete() {
            causes.push(WebCause::NoCommonClass);
        } else if !refused.is_empty() {
            causes.push(WebCause::RefusedClasses(refused));
        }
    }

    fn parameters(&self, causes: &mut Vec<WebCause<'c>>) {
        let (ours, theirs) = (&self.asked.parameters, &self.answered.parameters);
        let granted = PARAMETERS.iter().filter(|(service, name, _)| {
            *service == self.asked.service && (name.is_empty() || *name == self.asked.name)
        });
        let granted: Vec<_> = granted.flat_map(|(.., names)| names.iter().copied()).collect();
        let is_granted = |name: &str| {
            granted.iter().any(|known| known.eq_ignore_ascii_case(name)) && !is_named(&theirs.denied, name)
        };
        let open = ours
            .entries
            .iter()
            .copied()
            .filter(|name| !is_named(&theirs.entries, name) && !is_granted(name) && !is_fuzzy(name));
        let (denied, open): (Vec<_>, Vec<_>) =
            open.partition(|name| theirs.is_complete() || is_named(&theirs.denied, name));
        if !denied.is_empty() {
            causes.push(WebCause::UnknownParameters(denied));
        }
        if !open.is_empty() {
            causes.push(WebCause::Unstated(self.server(), WebPart::QueryParameters));
        }
    }

    /// Header fields that a server does not know are passed over (RFC 9110 5.1), so that silence hinders nothing.
    fn headers(&self, causes: &mut Vec<WebCause<'c>>) {
        let (ours, theirs) = (&self.asked.headers, &self.answered.headers);
        let is_known = |name: &&str| HEADERS.iter().any(|known| known.eq_ignore_ascii_case(name));
        let sent =
            ours.entries.iter().copied().filter(|name| !is_known(name) && !is_named(&theirs.entries, name));
        let unknown: Vec<_> = sent.filter(|_| theirs.is_complete()).collect();
        if !unknown.is_empty() {
            causes.push(WebCause::UnknownHeaders(unknown));
        }
    }

    fn fuzzy_matching(&self, causes: &mut Vec<WebCause<'c>>) {
        let is_wanted = match self.asked.fuzzy_matching {
            Some(support) => support.is_claim(),
            None => self.asked.parameters.entries.iter().any(|name| is_fuzzy(name)),
        };
        if !is_wanted {
            return;
        }
        let theirs = &self.answered.parameters;
        match self.answered.fuzzy_matching {
            Some(Support::Yes | Support::Option) => {}
            Some(Support::No | Support::NotApplicable) => causes.push(WebCause::NoFuzzyMatching),
            None if theirs.entries.iter().any(|name| is_fuzzy(name)) => {}
            None if theirs.denied.iter().any(|name| is_fuzzy(name)) => {
                causes.push(WebCause::NoFuzzyMatching);
            }
            Some(Support::ToBeConfirmed) | None => {
                causes.push(WebCause::Unstated(self.server(), WebPart::FuzzyMatching));
            }
        }
    }
}

/// How a media type of a user agent stands with an origin server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It has it.
    Common,
    /// Its list leaves it out, though it has to have it.
    LeftOut,
    /// It does not say.
    Unknown,
    /// It does not have it.
    Refused,
}

/// What becomes of transfer syntaxes.
enum Syntaxes<'c> {
    /// Nothing is to be said of them.
    Fine,
    /// The origin server does not say which it has.
    Unknown,
    /// It does not take these, others it does.
    Some(Vec<&'c str>),
    /// It takes none of them.
    Refused,
}

fn stand(kind: &Kind<'_>, theirs: &Listing<Kind<'_>>, required: &[&str]) -> Standing {
    let is_in = |list: &[Kind<'_>]| list.iter().any(|other| other.name == kind.name);
    let is_required = required.contains(&kind.name.as_str());
    match () {
        () if is_in(&theirs.denied) => Standing::Refused,
        () if is_in(&theirs.entries) || (is_required && !theirs.is_stated) => Standing::Common,
        () if !theirs.is_complete() => Standing::Unknown,
        () if is_required => Standing::LeftOut,
        () => Standing::Refused,
    }
}

fn is_named(list: &[&str], name: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether a query parameter asks for fuzzy matching (PS3.18 8.3.4.2).
fn is_fuzzy(name: &str) -> bool {
    name.eq_ignore_ascii_case("fuzzymatching")
}
