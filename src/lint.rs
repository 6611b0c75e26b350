//! Rules: what an expert reviewer would object to in a document that could be read.
//!
//! A rule is one file in `lint/rules/`, with its page as its documentation. [`RULES`] lists them all.

mod address;
mod attribute_identity;
mod attribute_rows;
mod base_url;
mod character_sets;
mod circumstances;
mod claims;
mod commitment;
mod context_roles;
mod contradiction;
mod created;
mod custom;
mod edits;
mod engine;
mod enumeration;
mod exposure;
mod extensions;
mod findings;
mod fixed;
mod grounds;
mod groups;
mod history;
mod identifiers;
mod identity;
mod in_force;
mod inventory;
mod key_tables;
mod leftover;
mod lifecycle;
mod likeness;
mod listed_classes;
mod listed_keys;
mod losses;
mod markup;
mod media;
mod mentions;
mod misfit;
mod misprints;
mod move_storage;
mod naming;
mod offers;
mod overview;
mod overview_text;
mod passage;
mod placeholder;
mod print;
mod procedure_steps;
mod prose;
mod quantity;
mod reference;
mod repetition;
mod representation;
mod reservations;
mod responses;
mod retired;
mod reviews;
mod revisions;
mod rule;
mod rules;
mod secure_ports;
mod security_points;
mod security_profiles;
mod sentence;
mod service_claims;
mod service_roles;
mod settings;
mod shared_titles;
mod sieve;
mod silence;
mod sources;
mod stated_communication;
mod stated_settings;
mod storage;
mod storage_levels;
mod title_rule;
mod unsupported_keys;
mod url_version;
mod web_acronym;
mod web_media_types;
mod web_search;
mod web_services;
mod wishes;

pub use circumstances::Circumstances;
pub use engine::lint;
pub use history::{History, Stages, Version};
pub use in_force::{Configurations, Origin, Settings};
pub use rule::{Group, Rule};
pub use rules::RULES;
pub use sources::is_other_source;

/// The rule with this identity.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|rule| rule.id.cmp(id)).ok().map(|position| RULES[position])
}
