//! The list of rules.

mod acceptor_without_verification;
mod baseline_transfer_syntax_omitted;
mod circular_set;
mod compressed_non_image_context;
mod context_without_transfer_syntax;
mod contradictory_context_roles;
mod default_transfer_syntax_omitted;
mod duplicate_key;
mod find_without_keys;
mod get_without_storage;
mod idle_application_entity;
mod implausible_pdu_size;
mod incomplete_status_table;
mod key_at_wrong_level;
mod key_type_mismatch;
mod malformed_ae_title;
mod malformed_implementation_version_name;
mod misplaced_transfer_syntax;
mod move_scp_without_storage;
mod move_scu_without_receiver;
mod non_unique_retrieve_key;
mod out_of_range_port;
mod overfull_association;
mod relational_without_negotiation;
mod required_key_unlisted;
mod self_link;
mod service_class_as_abstract_syntax;
mod service_without_status_table;
mod status_category_mismatch;
mod toolkit_implementation_uid;
mod unaddressed_application_entity;
mod undefined_event_type;
mod undefined_status_code;
mod undescribed_application_entity;
mod undescribed_service;
mod undocumented_lossy_behavior;
mod undocumented_transfer_syntax_choice;
mod unknown_service;
mod unmatched_required_key;
mod unnegotiated_role;
mod unstated_association_limit;
mod unstated_implementation_class_uid;
mod unstated_network_interface;
mod unsuitable_matching_type;
mod wrong_application_context;

use super::rule::Rule;

/// Every rule, sorted by its identity.
pub static RULES: &[&Rule] = &[
    &acceptor_without_verification::RULE,
    &baseline_transfer_syntax_omitted::RULE,
    &circular_set::RULE,
    &compressed_non_image_context::RULE,
    &context_without_transfer_syntax::RULE,
    &contradictory_context_roles::RULE,
    &default_transfer_syntax_omitted::RULE,
    &duplicate_key::RULE,
    &find_without_keys::RULE,
    &get_without_storage::RULE,
    &idle_application_entity::RULE,
    &implausible_pdu_size::RULE,
    &incomplete_status_table::RULE,
    &key_at_wrong_level::RULE,
    &key_type_mismatch::RULE,
    &malformed_ae_title::RULE,
    &malformed_implementation_version_name::RULE,
    &misplaced_transfer_syntax::RULE,
    &move_scp_without_storage::RULE,
    &move_scu_without_receiver::RULE,
    &non_unique_retrieve_key::RULE,
    &out_of_range_port::RULE,
    &overfull_association::RULE,
    &relational_without_negotiation::RULE,
    &required_key_unlisted::RULE,
    &self_link::RULE,
    &service_class_as_abstract_syntax::RULE,
    &service_without_status_table::RULE,
    &status_category_mismatch::RULE,
    &toolkit_implementation_uid::RULE,
    &unaddressed_application_entity::RULE,
    &undefined_event_type::RULE,
    &undefined_status_code::RULE,
    &undescribed_application_entity::RULE,
    &undescribed_service::RULE,
    &undocumented_lossy_behavior::RULE,
    &undocumented_transfer_syntax_choice::RULE,
    &unknown_service::RULE,
    &unmatched_required_key::RULE,
    &unnegotiated_role::RULE,
    &unstated_association_limit::RULE,
    &unstated_implementation_class_uid::RULE,
    &unstated_network_interface::RULE,
    &unsuitable_matching_type::RULE,
    &wrong_application_context::RULE,
];
