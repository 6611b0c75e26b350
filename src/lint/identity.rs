//! What is wrong with the UIDs and names of SOP classes and transfer syntaxes, decided once for all rules.
//!
//! A value has one fault: where several rules could speak, the one that names the cause does. The same wrong value in
//! several places is one flaw, at the first of them.

mod search;

use super::findings::{Findings, Wording};
use crate::model::survey::{ItemId, ItemPlace, Survey};
use crate::notation::SyntaxError;
use crate::route::Route;
use crate::standard::uids::UidEntry;

pub(super) use search::flaws;

/// What is wrong with a UID or a name, or with the two together.
#[derive(Debug)]
pub(crate) enum Fault<'s> {
    /// A word for everything in the place of one thing.
    Wildcard,
    /// A name and a UID in one text.
    NameAndUid { name: &'s str, uid: &'s str },
    /// No UID at all.
    Malformed(SyntaxError),
    /// A UID that stands in for one that is not yet assigned.
    Placeholder,
    /// A UID of the vendor's own under the root of DICOM.
    UnderDicomRoot,
    /// An unregistered UID that is meant to be this one.
    Misspelt(&'static UidEntry),
    /// An unregistered UID under the root of DICOM.
    UnknownDicomUid,
    /// A private UID that the statement does not describe.
    Undeclared,
    /// Registered as something that does not belong here.
    WrongType(&'static UidEntry),
    /// Declared as a transfer syntax where a SOP class belongs, or the reverse.
    WrongDeclaration,
    /// The UID of one thing with the name of another.
    Mismatch { entry: &'static UidEntry, other: &'static UidEntry },
    /// Two such pairs that have each other's names; the second one stands at `with`.
    Swapped { entry: &'static UidEntry, other: &'static UidEntry, with: Holder<'s> },
    /// A name that the registry has neither for the UID beside it nor for any other.
    Unregistered(&'static UidEntry),
    /// The right name in another spelling.
    Variant(&'static UidEntry),
    /// A name that is nearly that of a set of the document.
    NearSet(&'s str),
    /// A name that nobody knows.
    Unresolved,
}

/// What holds a UID or a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder<'s> {
    /// A SOP class or transfer syntax of a list.
    Item(ItemId),
    /// The member of a Meta SOP Class under this name, in the conformance entry at this position.
    Member(usize, &'s str),
    /// The base of the specialized SOP class at this position.
    Base(usize),
    /// The entry at this position of a list of the document's own classes or syntaxes.
    Declaration(&'static str, usize),
    /// A UID under this key of `implementation`.
    Implementation(&'static str),
}

/// A wrong UID or name, with the places where it stands.
#[derive(Debug)]
pub(crate) struct Flaw<'s> {
    pub(crate) fault: Fault<'s>,
    pub(crate) place: ItemPlace,
    pub(crate) name: Option<&'s str>,
    pub(crate) uid: Option<&'s str>,
    pub(crate) holder: Holder<'s>,
    elsewhere: Vec<Holder<'s>>,
}

impl<'s> Flaw<'s> {
    /// Reports the UID, or the name where it stands alone.
    pub(crate) fn at<'f>(
        &self,
        survey: &Survey<'_>,
        findings: &'f mut Findings,
        message: String,
    ) -> Wording<'f> {
        if self.uid.is_none() {
            return self.at_name(survey, findings, message);
        }
        self.with_others(survey, findings.at(self.route(survey), message))
    }

    /// Reports a part of the UID.
    pub(crate) fn within_uid<'f>(
        &self,
        survey: &Survey<'_>,
        findings: &'f mut Findings,
        part: std::ops::Range<usize>,
        message: String,
    ) -> Wording<'f> {
        self.with_others(survey, findings.within(self.holder.uid_route(survey), part, message))
    }

    /// The route of the text that is wrong.
    pub(crate) fn route(&self, survey: &Survey<'_>) -> Route {
        if self.uid.is_some() { self.holder.uid_route(survey) } else { self.holder.name_route(survey) }
    }

    /// Reports the name.
    pub(crate) fn at_name<'f>(
        &self,
        survey: &Survey<'_>,
        findings: &'f mut Findings,
        message: String,
    ) -> Wording<'f> {
        let route = self.holder.name_route(survey);
        let wording = match self.holder {
            Holder::Member(..) => findings.at_key(route, message),
            _ => findings.at(route, message),
        };
        self.with_others(survey, wording)
    }

    /// Edits of the UID, or of the name where it stands alone, in all places where it is wrong.
    pub(crate) fn edited<'f>(&self, survey: &Survey<'_>, wording: Wording<'f>, right: &str) -> Wording<'f> {
        if self.uid.is_none() {
            return self.renamed(survey, wording, right);
        }
        self.holders().fold(wording, |wording, holder| match holder {
            Holder::Member(..) => wording.edit_key(holder.uid_route(survey), right),
            _ => wording.edit(holder.uid_route(survey), right),
        })
    }

    /// Edits of the name in all places where it is wrong.
    pub(crate) fn renamed<'f>(&self, survey: &Survey<'_>, wording: Wording<'f>, right: &str) -> Wording<'f> {
        self.holders().fold(wording, |wording, holder| match holder {
            Holder::Member(..) => wording.edit_key(holder.name_route(survey), right),
            _ => wording.edit(holder.name_route(survey), right),
        })
    }

    fn holders(&self) -> impl Iterator<Item = Holder<'s>> + '_ {
        std::iter::once(self.holder).chain(self.elsewhere.iter().copied())
    }

    /// The text that is wrong, be it name or UID.
    pub(crate) fn text(&self) -> &'s str {
        self.uid.or(self.name).unwrap_or_default()
    }

    /// What belongs in its place, in the words of the standard.
    pub(crate) const fn wanted(&self) -> &'static str {
        match self.place {
            ItemPlace::SopClass => "SOP class",
            ItemPlace::TransferSyntax => "transfer syntax",
        }
    }

    /// What belongs in the other of the two places.
    pub(crate) const fn unwanted(&self) -> &'static str {
        match self.place {
            ItemPlace::SopClass => "transfer syntax",
            ItemPlace::TransferSyntax => "SOP class",
        }
    }

    /// Adds the other places where the same stands; part of a reading that failed silences the finding.
    fn with_others<'f>(&self, survey: &Survey<'_>, mut wording: Wording<'f>) -> Wording<'f> {
        if let Some(whole) = self.holder.name_route(survey).parent() {
            wording = wording.rests_on(whole);
        }
        wording.also(self.elsewhere.iter().map(|holder| {
            if self.uid.is_some() { holder.uid_route(survey) } else { holder.name_route(survey) }
        }))
    }
}

impl Holder<'_> {
    /// The route of the name.
    pub(crate) fn name_route(self, survey: &Survey<'_>) -> Route {
        match self {
            Self::Item(id) => survey.route(survey.item(id).trail).key("name"),
            Self::Member(conformance, name) => {
                survey.route(survey.conformances[conformance].trail).key("members").key(name)
            }
            Self::Base(position) => Route::root().key("specialized_sop_classes").index(position).key("base"),
            Self::Declaration(list, position) => Route::root().key(list).index(position).key("name"),
            Self::Implementation(key) => Route::root().key("implementation").key(key),
        }
    }

    /// The route of the UID.
    pub(crate) fn uid_route(self, survey: &Survey<'_>) -> Route {
        match self {
            Self::Item(id) => survey.route(survey.item(id).trail).key("uid"),
            Self::Declaration(list, position) => Route::root().key(list).index(position).key("uid"),
            Self::Member(..) | Self::Base(_) | Self::Implementation(_) => self.name_route(survey),
        }
    }
}
