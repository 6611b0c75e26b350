//! The SOP classes that a statement exchanges: in presentation contexts, over the web or on media.

use std::collections::HashSet;

use crate::model::Support;
use crate::model::survey::{ItemId, Survey};
use crate::standard::sop_class::{self, ServiceClass};
use crate::standard::uids;

/// The SOP classes that a statement lists as exchanged.
pub(super) struct ListedClasses<'v> {
    uids: HashSet<&'v str>,
    /// Their names: for some classes the registry has two UIDs, of which one is retired.
    names: HashSet<&'static str>,
    /// The service classes of those that are not stored: their classes share what they work on.
    services: HashSet<ServiceClass>,
}

impl<'v> ListedClasses<'v> {
    /// The classes of a statement; none where it lists nothing, or where it cannot be told what it lists.
    pub(super) fn of(survey: &'v Survey<'_>) -> Option<Self> {
        let transactions = || survey.transactions.iter().filter(|used| used.is_claimed);
        let profiles = || survey.media_profiles.iter().filter(|used| used.is_claimed);
        let is_open = transactions().any(|used| used.sop_classes.is_empty() && transfers(used.name))
            || profiles().any(|used| used.sop_classes.is_empty());
        if is_open || !survey.endless_sets.is_empty() {
            return None;
        }
        let lists = survey.claimed_contexts().map(|used| &used.abstract_syntaxes);
        let lists = lists.chain(transactions().map(|used| &used.sop_classes));
        let lists = lists.chain(profiles().map(|used| &used.sop_classes));
        let mut found = Self { uids: HashSet::new(), names: HashSet::new(), services: HashSet::new() };
        let mut seen = HashSet::new();
        for list in lists.filter(|list| seen.insert(list.as_ptr())) {
            for id in list.iter() {
                found.add(survey, *id)?;
            }
        }
        found.add_bases(survey);
        if profiles().next().is_some() {
            found.services.insert(ServiceClass::MediaStorage);
        }
        (!found.uids.is_empty()).then_some(found)
    }

    /// Whether a class is exchanged.
    pub(super) fn has(&self, uid: &str) -> bool {
        let shares = || {
            let class = sop_class::by_uid(uid).filter(|class| !class.is_storage());
            class.is_some_and(|class| self.services.contains(&class.service_class))
        };
        let is_named = || uids::by_uid(uid).is_some_and(|entry| self.names.contains(entry.short_name()));
        self.uids.contains(uid) || is_named() || shares()
    }

    /// Adds the class of an item; nothing where it may be any.
    fn add(&mut self, survey: &'v Survey<'_>, id: ItemId) -> Option<()> {
        let uid = survey.uid(id).filter(|uid| *uid != uids::STORAGE_SERVICE_CLASS)?;
        if !survey.item(id).item.support.is_none_or(Support::is_claim) {
            return Some(());
        }
        self.uids.insert(uid);
        self.names.extend(uids::by_uid(uid).map(uids::UidEntry::short_name));
        if let Some(class) = sop_class::by_uid(uid).filter(|class| !class.is_storage()) {
            self.services.insert(class.service_class);
        }
        Some(())
    }

    /// Adds the classes of the standard that listed ones specialize.
    fn add_bases(&mut self, survey: &Survey<'_>) {
        for class in &survey.statement.specialized_sop_classes {
            let is_listed = class.uid.as_deref().is_some_and(|uid| self.uids.contains(uid.trim()));
            let base = class.base.as_deref().filter(|_| is_listed).and_then(sop_class::resolve);
            self.uids.extend(base.map(|(base, _)| base.entry.uid));
        }
    }
}

/// Whether a transaction carries instances, so that one without SOP classes may carry those of any.
fn transfers(transaction: &str) -> bool {
    let name = transaction.to_lowercase();
    !name.contains("search") && !name.contains("capabilities")
}
