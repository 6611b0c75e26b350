//! The search for what is wrong.

use std::collections::HashMap;

use super::{Fault, Flaw, Holder};
use crate::model::survey::{ItemId, ItemPlace, Meaning, Survey};
use crate::notation::{Uid, looks_like_uid};
use crate::standard::nearest;
use crate::standard::spelling::{Agreement, Spelling, folded};
use crate::standard::uids::{self, UidEntry};

/// Everything that is wrong with the UIDs and names of SOP classes and transfer syntaxes of a statement.
pub(in crate::lint) fn flaws<'s>(survey: &Survey<'s>) -> Vec<Flaw<'s>> {
    let mut found = Search { survey, known: HashMap::new(), flaws: Vec::new() };
    found.implementation();
    found.declarations();
    for (number, used) in survey.items.iter().enumerate() {
        let (name, uid) = (used.item.name.as_deref(), used.item.uid.as_deref());
        let is_simple = uid.is_none_or(|uid| name.is_none() && uid.trim() == uid);
        if !(is_simple && is_plainly_right(&used.meaning)) {
            found.examine(Holder::Item(ItemId(number)), used.place, name, uid, &used.meaning);
        }
    }
    found.named_alone();
    swap(found.flaws)
}

/// Whether nothing needs to be said about a meaning, which is nearly always so.
fn is_plainly_right(meaning: &Meaning<'_>) -> bool {
    match meaning {
        Meaning::Set(_) => true,
        Meaning::Registered { spelling, .. } => *spelling != Spelling::Variant,
        _ => false,
    }
}

/// What is the same wherever it stands: the place, the UID and the name.
type Identity<'s> = (ItemPlace, Option<&'s str>, Option<&'s str>);

struct Search<'a, 's> {
    survey: &'a Survey<'s>,
    /// The flaw of each identity that was examined; none where it has none.
    known: HashMap<Identity<'s>, Option<usize>>,
    flaws: Vec<Flaw<'s>>,
}

impl<'s> Search<'_, 's> {
    fn examine(
        &mut self,
        holder: Holder<'s>,
        place: ItemPlace,
        name: Option<&'s str>,
        uid: Option<&'s str>,
        meaning: &Meaning<'s>,
    ) {
        let identity = (place, uid, name);
        if let Some(known) = self.known.get(&identity) {
            if let Some(flaw) = known.and_then(|number| self.flaws.get_mut(number)) {
                flaw.elsewhere.push(holder);
            }
            return;
        }
        let fault = fault(self.survey, place, name, uid, meaning);
        self.known.insert(identity, fault.is_some().then_some(self.flaws.len()));
        self.flaws.extend(fault.map(|fault| Flaw { fault, place, name, uid, holder, elsewhere: Vec::new() }));
    }

    /// The members of Meta SOP Classes and the bases of specialized ones.
    fn named_alone(&mut self) {
        let survey = self.survey;
        for (number, used) in survey.conformances.iter().enumerate() {
            for name in used.conformance.members.keys() {
                self.examine_text(Holder::Member(number, name), name);
            }
        }
        for (number, class) in survey.statement.specialized_sop_classes.iter().enumerate() {
            if let Some(base) = class.base.as_deref() {
                self.examine_text(Holder::Base(number), base);
            }
        }
    }

    fn examine_text(&mut self, holder: Holder<'s>, text: &'s str) {
        let meaning = self.survey.meaning_of(text, ItemPlace::SopClass);
        let (name, uid) = if looks_like_uid(text) { (None, Some(text)) } else { (Some(text), None) };
        if !is_plainly_right(&meaning) {
            self.examine(holder, ItemPlace::SopClass, name, uid, &meaning);
        }
    }

    /// The UIDs that the document itself gives to classes and syntaxes.
    fn declarations(&mut self) {
        let statement = self.survey.statement;
        let (class, syntax) = (ItemPlace::SopClass, ItemPlace::TransferSyntax);
        for (number, entry) in statement.private_sop_classes.iter().enumerate() {
            let holder = Holder::Declaration("private_sop_classes", number);
            self.own_uid(holder, class, entry.name.as_deref(), entry.uid.as_deref());
        }
        for (number, entry) in statement.specialized_sop_classes.iter().enumerate() {
            let holder = Holder::Declaration("specialized_sop_classes", number);
            self.own_uid(holder, class, entry.name.as_deref(), entry.uid.as_deref());
        }
        for (number, entry) in statement.private_transfer_syntaxes.iter().enumerate() {
            let holder = Holder::Declaration("private_transfer_syntaxes", number);
            self.own_uid(holder, syntax, entry.name.as_deref(), entry.uid.as_deref());
        }
    }

    /// The Implementation Class UID, and the root of the vendor where the fault does not lie in that UID already.
    fn implementation(&mut self) {
        let implementation = &self.survey.statement.implementation;
        let class_uid = implementation.class_uid.as_deref();
        self.own_uid(Holder::Implementation("class_uid"), ItemPlace::SopClass, None, class_uid);
        let root = implementation.organization_root.as_deref();
        let is_said =
            root.is_some_and(|root| class_uid.is_some_and(|uid| uid.trim().starts_with(root.trim())));
        if !is_said {
            self.own_uid(Holder::Implementation("organization_root"), ItemPlace::SopClass, None, root);
        }
    }

    fn own_uid(&mut self, holder: Holder<'s>, place: ItemPlace, name: Option<&'s str>, uid: Option<&'s str>) {
        let Some(text) = uid else { return };
        let fault = match Uid::parse(text) {
            Err(error) => Fault::Malformed(error),
            Ok(_) if is_placeholder(text) => Fault::Placeholder,
            Ok(uid) if uid.is_dicom_root() => Fault::UnderDicomRoot,
            Ok(_) => return,
        };
        self.flaws.push(Flaw { fault, place, name, uid, holder, elsewhere: Vec::new() });
    }
}

/// What is wrong, the cause before its consequences.
fn fault<'s>(
    survey: &Survey<'s>,
    place: ItemPlace,
    name: Option<&'s str>,
    uid: Option<&'s str>,
    meaning: &Meaning<'s>,
) -> Option<Fault<'s>> {
    if let Some(error) = uid.filter(|uid| uid.trim() != *uid).and_then(|uid| Uid::parse(uid).err()) {
        return Some(Fault::Malformed(error));
    }
    match meaning {
        Meaning::Set(_) => None,
        Meaning::Registered { entry, spelling, .. } => {
            let agreement = match (name, uid) {
                (Some(name), Some(_)) => entry.agreement(name),
                _ => Agreement::Same(*spelling),
            };
            match agreement {
                Agreement::Same(Spelling::Variant) => Some(Fault::Variant(entry)),
                Agreement::Same(_) | Agreement::Other(_) => None,
                Agreement::Unregistered => Some(Fault::Unregistered(entry)),
            }
        }
        Meaning::Misplaced(entry) => Some(Fault::WrongType(entry)),
        Meaning::Contradictory { entry, other } => Some(Fault::Mismatch { entry, other }),
        Meaning::Declared { place: declared, .. } => (*declared != place).then_some(Fault::WrongDeclaration),
        Meaning::UnknownUid(_) => uid.map(|uid| fault_of_uid(uid, name, place)),
        Meaning::Unresolved => name.and_then(|name| fault_of_name(survey, name, place)),
    }
}

fn fault_of_uid<'s>(text: &'s str, name: Option<&str>, place: ItemPlace) -> Fault<'s> {
    let uid = match Uid::parse(text) {
        Ok(uid) => uid,
        Err(_) if is_wildcard(text) => return Fault::Wildcard,
        Err(error) => return name_and_uid(text).unwrap_or(Fault::Malformed(error)),
    };
    if is_placeholder(text) {
        return Fault::Placeholder;
    }
    if let Some(meant) = meant(text, uid.is_dicom_root(), name, place) {
        return Fault::Misspelt(meant);
    }
    if uid.is_dicom_root() { Fault::UnknownDicomUid } else { Fault::Undeclared }
}

/// The registered UID that an unregistered one is a slip of: its root is nearly that of DICOM, or the name beside it
/// says so.
fn meant(uid: &str, is_dicom_root: bool, name: Option<&str>, place: ItemPlace) -> Option<&'static UidEntry> {
    let by_root = || (!is_dicom_root).then(|| nearest::uid_with_root_mended(uid)).flatten();
    let by_name = || {
        let named = uids::resolve(name?, place.in_registry())?.entry;
        let near = nearest::uids_by_uid(uid, place.in_registry());
        near.into_iter().find(|entry| entry.uid == named.uid || entry.shares_name_with(named))
    };
    by_name().or_else(by_root)
}

fn fault_of_name<'s>(survey: &Survey<'s>, name: &'s str, place: ItemPlace) -> Option<Fault<'s>> {
    if name.trim().is_empty() {
        return None;
    }
    if is_wildcard(name) {
        return Some(Fault::Wildcard);
    }
    let sets = match place {
        ItemPlace::SopClass => &survey.statement.sop_classes,
        ItemPlace::TransferSyntax => &survey.statement.transfer_syntaxes,
    };
    let near_set = || nearest::nearest(name, sets.keys().map(String::as_str)).map(Fault::NearSet);
    Some(name_and_uid(name).or_else(near_set).unwrap_or(Fault::Unresolved))
}

/// Pairs that have each other's names become one flaw.
fn swap(mut flaws: Vec<Flaw<'_>>) -> Vec<Flaw<'_>> {
    let mut pairs = HashMap::new();
    let mut is_second = vec![false; flaws.len()];
    for number in 0..flaws.len() {
        let Fault::Mismatch { entry, other } = flaws[number].fault else { continue };
        match pairs.remove(&(other.uid, entry.uid)) {
            Some(first) => {
                let with = flaws[number].holder;
                let first: &mut Flaw<'_> = &mut flaws[first];
                first.fault = Fault::Swapped { entry: other, other: entry, with };
                is_second[number] = true;
            }
            None => {
                pairs.insert((entry.uid, other.uid), number);
            }
        }
    }
    let mut seconds = is_second.into_iter();
    flaws.retain(|_| seconds.next() != Some(true));
    flaws
}

/// Roots that stand for the one that a vendor has yet to get: those of examples, and counting up.
const PLACEHOLDER_ROOTS: &[&str] = &["1.2.840.999999", "1.2.3", "9.9.9", "2.999"];

/// Whether a well-formed UID only stands in for one that is not yet assigned.
fn is_placeholder(uid: &str) -> bool {
    let is_under =
        |root: &&str| uid.strip_prefix(*root).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    PLACEHOLDER_ROOTS.iter().any(is_under) || uid.contains(".0.0.0") || uid.starts_with("0.0")
}

/// Whether a text says `any`, `all` or `*` in the place of one thing.
fn is_wildcard(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    first.starts_with('*') || matches!(folded(first).as_str(), "any" | "all" | "every")
}

/// A text that holds both a name and a UID, cut into the two.
fn name_and_uid(text: &str) -> Option<Fault<'_>> {
    const FEWEST_DOTS: usize = 3;
    let is_part = |character: char| character.is_ascii_digit() || character == '.';
    let runs = text.split(|character: char| !is_part(character)).map(|run| run.trim_matches('.'));
    let uid = runs
        .filter(|run| run.bytes().filter(|byte| *byte == b'.').count() >= FEWEST_DOTS)
        .find(|run| Uid::parse(run).is_ok())?;
    let (before, after) = text.split_once(uid)?;
    let glued = before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
    let has_letters = |part: &&str| part.chars().filter(|character| character.is_alphabetic()).count() > 1;
    let part = [before, after].into_iter().find(has_letters).filter(|_| !glued)?;
    let name = part
        .trim_matches(|character: char| character.is_whitespace() || "()[]{}<>:;,=|/-–—".contains(character));
    Some(Fault::NameAndUid { name, uid })
}
