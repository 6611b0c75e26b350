//! Rules: what an expert reviewer would object to in a document that could be read.
//!
//! A rule is one file in `lint/rules/`, with its page as its documentation. [`RULES`] lists them all.

mod address;
mod attribute_identity;
mod claims;
mod context_roles;
mod edits;
mod engine;
mod enumeration;
mod findings;
mod fixed;
mod grounds;
mod groups;
mod identity;
mod inventory;
mod key_tables;
mod leftover;
mod listed_keys;
mod losses;
mod move_storage;
mod naming;
mod offers;
mod placeholder;
mod prose;
mod reference;
mod repetition;
mod responses;
mod rule;
mod rules;
mod service_claims;
mod sieve;
mod storage;

pub use engine::lint;
pub use rule::{Group, Rule};
pub use rules::RULES;

/// The rule with this identity.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|rule| rule.id.cmp(id)).ok().map(|position| RULES[position])
}
