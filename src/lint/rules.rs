//! The list of rules.

mod acceptor_without_verification;
mod circular_set;
mod duplicate_key;
mod self_link;

use super::rule::Rule;

/// Every rule, sorted by its identity.
pub static RULES: &[&Rule] =
    &[&acceptor_without_verification::RULE, &circular_set::RULE, &duplicate_key::RULE, &self_link::RULE];
