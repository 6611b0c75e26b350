//! Storage by which a provider of C-MOVE delivers what it was asked for (PS3.4 C.4.2.2.1).

use super::product::Product;
use crate::model::Role;
use crate::model::survey::{ActivityUse, Initiation, Survey};
use crate::standard::sop_class::{self, Operation, SopClass};

impl Product<'_> {
    /// Whether a SOP class is stored by activities alone that answer a C-MOVE, so that it goes to who asks for that.
    pub(super) fn only_delivers(&self, sop_class: &str) -> bool {
        let delivering = self.delivering.get_or_init(|| delivering(&self.survey));
        let mut offers = self.offers_as(sop_class, Initiation::Initiates, Role::Scu).peekable();
        let contexts = &self.survey.contexts;
        offers.peek().is_some()
            && offers.all(|offered| {
                offered.offer.contexts.iter().all(|number| delivering[contexts[*number].activity])
            })
    }
}

/// Which activities of a statement answer a C-MOVE, by their positions.
fn delivering(survey: &Survey<'_>) -> Vec<bool> {
    let answers = |activity: &ActivityUse<'_>| {
        survey.contexts[activity.contexts.clone()].iter().any(|context| {
            let is_move =
                |uid: &str| sop_class::by_uid(uid).and_then(SopClass::operation) == Some(Operation::Move);
            context.is_claimed
                && context.initiation == Initiation::Accepts
                && survey.claimed_uids(&context.abstract_syntaxes).any(|(_, uid)| is_move(uid))
        })
    };
    survey.activities.iter().map(answers).collect()
}
