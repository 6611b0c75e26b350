//! The list of rules.

mod acceptor_without_verification;
mod baseline_transfer_syntax_omitted;
mod circular_set;
mod compressed_non_image_context;
mod default_transfer_syntax_omitted;
mod duplicate_key;
mod misplaced_transfer_syntax;
mod self_link;
mod undocumented_lossy_behavior;
mod undocumented_transfer_syntax_choice;

use super::rule::Rule;

/// Every rule, sorted by its identity.
pub static RULES: &[&Rule] = &[
    &acceptor_without_verification::RULE,
    &baseline_transfer_syntax_omitted::RULE,
    &circular_set::RULE,
    &compressed_non_image_context::RULE,
    &default_transfer_syntax_omitted::RULE,
    &duplicate_key::RULE,
    &misplaced_transfer_syntax::RULE,
    &self_link::RULE,
    &undocumented_lossy_behavior::RULE,
    &undocumented_transfer_syntax_choice::RULE,
];
