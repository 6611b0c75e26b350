//! The list of rules.

mod absent_required_key;
mod acceptor_without_verification;
mod baseline_transfer_syntax_omitted;
mod circular_set;
mod compressed_non_image_context;
mod context_without_transfer_syntax;
mod contradictory_context_roles;
mod dangling_reference;
mod default_transfer_syntax_omitted;
mod duplicate_key;
mod duplicate_name;
mod empty_document;
mod find_without_keys;
mod get_without_storage;
mod idle_application_entity;
mod implausible_pdu_size;
mod incomplete_cover_page;
mod incomplete_status_table;
mod key_at_wrong_level;
mod key_type_mismatch;
mod malformed_ae_title;
mod malformed_implementation_version_name;
mod malformed_short_form;
mod malformed_text;
mod malformed_uid;
mod malformed_yaml;
mod misplaced_transfer_syntax;
mod misspelt_uid;
mod mistyped_value;
mod move_scp_without_storage;
mod move_scu_without_receiver;
mod name_and_uid_in_one_value;
mod name_variant;
mod non_unique_retrieve_key;
mod out_of_range_port;
mod overfull_association;
mod placeholder_uid;
mod private_uid_under_dicom_root;
mod relational_without_negotiation;
mod repeated_entry;
mod required_key_unlisted;
mod retirement_mismatch;
mod self_link;
mod service_class_as_abstract_syntax;
mod service_without_status_table;
mod statement_without_claims;
mod status_category_mismatch;
mod swapped_uids;
mod tag_name_mismatch;
mod toolkit_implementation_uid;
mod uid_name_mismatch;
mod unaddressed_application_entity;
mod undeclared_private_uid;
mod undefined_event_type;
mod undefined_status_code;
mod undescribed_application_entity;
mod undescribed_service;
mod undocumented_lossy_behavior;
mod undocumented_transfer_syntax_choice;
mod unknown_dicom_uid;
mod unknown_key;
mod unknown_service;
mod unknown_tag;
mod unlisted_value;
mod unmatched_required_key;
mod unnegotiated_role;
mod unregistered_name;
mod unresolved_name;
mod unstated_association_limit;
mod unstated_implementation_class_uid;
mod unstated_network_interface;
mod unsuitable_matching_type;
mod unused_definition;
mod wildcard_abstract_syntax;
mod wrong_application_context;
mod wrong_uid_type;

use super::rule::Rule;

/// Every rule, sorted by its identity.
pub static RULES: &[&Rule] = &[
    &absent_required_key::RULE,
    &acceptor_without_verification::RULE,
    &baseline_transfer_syntax_omitted::RULE,
    &circular_set::RULE,
    &compressed_non_image_context::RULE,
    &context_without_transfer_syntax::RULE,
    &contradictory_context_roles::RULE,
    &dangling_reference::RULE,
    &default_transfer_syntax_omitted::RULE,
    &duplicate_key::RULE,
    &duplicate_name::RULE,
    &empty_document::RULE,
    &find_without_keys::RULE,
    &get_without_storage::RULE,
    &idle_application_entity::RULE,
    &implausible_pdu_size::RULE,
    &incomplete_cover_page::RULE,
    &incomplete_status_table::RULE,
    &key_at_wrong_level::RULE,
    &key_type_mismatch::RULE,
    &malformed_ae_title::RULE,
    &malformed_implementation_version_name::RULE,
    &malformed_short_form::RULE,
    &malformed_text::RULE,
    &malformed_uid::RULE,
    &malformed_yaml::RULE,
    &misplaced_transfer_syntax::RULE,
    &misspelt_uid::RULE,
    &mistyped_value::RULE,
    &move_scp_without_storage::RULE,
    &move_scu_without_receiver::RULE,
    &name_and_uid_in_one_value::RULE,
    &name_variant::RULE,
    &non_unique_retrieve_key::RULE,
    &out_of_range_port::RULE,
    &overfull_association::RULE,
    &placeholder_uid::RULE,
    &private_uid_under_dicom_root::RULE,
    &relational_without_negotiation::RULE,
    &repeated_entry::RULE,
    &required_key_unlisted::RULE,
    &retirement_mismatch::RULE,
    &self_link::RULE,
    &service_class_as_abstract_syntax::RULE,
    &service_without_status_table::RULE,
    &statement_without_claims::RULE,
    &status_category_mismatch::RULE,
    &swapped_uids::RULE,
    &tag_name_mismatch::RULE,
    &toolkit_implementation_uid::RULE,
    &uid_name_mismatch::RULE,
    &unaddressed_application_entity::RULE,
    &undeclared_private_uid::RULE,
    &undefined_event_type::RULE,
    &undefined_status_code::RULE,
    &undescribed_application_entity::RULE,
    &undescribed_service::RULE,
    &undocumented_lossy_behavior::RULE,
    &undocumented_transfer_syntax_choice::RULE,
    &unknown_dicom_uid::RULE,
    &unknown_key::RULE,
    &unknown_service::RULE,
    &unknown_tag::RULE,
    &unlisted_value::RULE,
    &unmatched_required_key::RULE,
    &unnegotiated_role::RULE,
    &unregistered_name::RULE,
    &unresolved_name::RULE,
    &unstated_association_limit::RULE,
    &unstated_implementation_class_uid::RULE,
    &unstated_network_interface::RULE,
    &unsuitable_matching_type::RULE,
    &unused_definition::RULE,
    &wildcard_abstract_syntax::RULE,
    &wrong_application_context::RULE,
    &wrong_uid_type::RULE,
];
