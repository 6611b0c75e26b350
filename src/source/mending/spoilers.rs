//! Edits that spoil a text: which findings are left out so that all others are mended.
//!
//! One of ten thousand may do so. It is looked for by halves, as a text for each finding would take too long.

use std::collections::BTreeMap;

use super::patch::{Refusal, writable};
use super::plan::{Act, Plan};
use super::{Fate, Plans, Workshop};
use crate::finding::FileId;

/// The number of a finding, and what its edits mean.
pub(super) type Accepted = (usize, Vec<(FileId, Act)>);

impl Workshop<'_> {
    /// The new texts with the edits of as many findings as can be made together, the first ones first; the fates of the
    /// others say why they are left out.
    pub(super) fn without_spoilers(
        &self,
        accepted: &[Accepted],
        fates: &mut [Fate],
    ) -> Vec<(FileId, String)> {
        // What a single node does not bear costs no text.
        let mut bears = |_: &Plans, more: &Plans| {
            more.iter().try_for_each(|(file, plan)| writable(self.page(*file)?, plan))
        };
        let all: Vec<&Accepted> = accepted.iter().collect();
        Sieve { kept: Plans::new(), bears: &mut bears }.sift(&all, fates);
        let mut texts = BTreeMap::new();
        let mut bears = |kept: &Plans, more: &Plans| {
            let planned = more.iter().map(|(file, plan)| {
                let mut planned = kept.get(file).cloned().unwrap_or_default();
                planned.replace(plan);
                (*file, planned)
            });
            texts.extend(self.texts(&planned.collect())?);
            Ok(())
        };
        let sound: Vec<&Accepted> =
            accepted.iter().filter(|(number, _)| fates[*number] == Fate::Mended).collect();
        Sieve { kept: Plans::new(), bears: &mut bears }.sift(&sound, fates);
        texts.into_iter().collect()
    }
}

/// What is planned as long as it can be made.
struct Sieve<'s> {
    kept: Plans,
    /// Whether more can be made on top of what is kept: of each node that changes then, all changes.
    bears: &'s mut dyn FnMut(&Plans, &Plans) -> Result<(), Refusal>,
}

impl Sieve<'_> {
    /// Keeps the edits of as many of some findings as possible.
    fn sift(&mut self, some: &[&Accepted], fates: &mut [Fate]) {
        let more = self.with(some);
        match ((self.bears)(&self.kept, &more), some) {
            (Ok(()), _) => {
                for (file, plan) in &more {
                    self.kept.entry(*file).or_default().replace(plan);
                }
            }
            (Err(refusal), [(number, _)]) => fates[*number] = Fate::Refused(refusal),
            (Err(_), _) => {
                let (first, second) = some.split_at(some.len() / 2);
                self.sift(first, fates);
                self.sift(second, fates);
            }
        }
    }

    /// What is planned for the nodes that some findings change, together with what these want.
    fn with(&self, some: &[&Accepted]) -> Plans {
        let mut plans = Plans::new();
        for (file, act) in some.iter().flat_map(|(_, acts)| acts) {
            let plan: &mut Plan = plans.entry(*file).or_default();
            plan.take_after(self.kept.get(file), act.clone());
        }
        plans
    }
}
