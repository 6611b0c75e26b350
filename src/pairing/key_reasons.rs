//! Which keys keep the query of two entities from doing what its user depends on.

use super::keys::{KeyTable, KeyTables, shortcomings};
use super::{Cause, Meeting, Pairing, Party, Reason, Side};
use crate::model::Role;
use crate::standard::sop_class::{self, SopClass};

impl<'s> Pairing<'s> {
    /// Which keys of a query its user depends on that the provider does not support, so far as both list theirs (PS3.4
    /// C.2.2, K.2.2). The meeting is one of this pairing.
    pub fn key_reasons<'m>(&self, meeting: &'m Meeting<'s>) -> &'m [Reason<'s>] {
        meeting.keys.get_or_init(|| self.reasons(meeting))
    }

    fn reasons(&self, meeting: &Meeting<'s>) -> Vec<Reason<'s>> {
        let class = sop_class::by_uid(meeting.sop_class).filter(|class| class.is_query());
        let Some(class) = class else { return Vec::new() };
        let asked = keys(self.party(meeting.user), class, Role::Scu);
        let answered = keys(self.party(meeting.user.opposite()), class, Role::Scp);
        let reason = |(cause, user, provider): (Cause<'s>, _, _)| {
            cause.at(if meeting.user == Side::One { [user, provider] } else { [provider, user] })
        };
        shortcomings(asked, answered, meeting.user).into_iter().map(reason).collect()
    }
}

/// The keys that an entity uses or supports for a query; those of its product where it lists none.
fn keys<'a>(party: &'a Party<'_>, class: &SopClass, role: Role) -> Option<&'a KeyTable> {
    let tables = party.keys.get_or_init(|| KeyTables::of(&party.survey, |_| true));
    tables.of_entity(class, role, party.entity).or_else(|| tables.of_class(class, role))
}
