//! The list of rules.

mod absent_required_key;
mod acceptor_without_verification;
mod ae_title_outside_naming_rule;
mod ae_without_address;
mod baseline_transfer_syntax_omitted;
mod circular_include;
mod circular_set;
mod claim_beyond_statement;
mod compressed_non_image_context;
mod confusable_ae_titles;
mod context_without_transfer_syntax;
mod contradictory_context_roles;
mod contradictory_requirements;
mod dangling_reference;
mod default_transfer_syntax_omitted;
mod duplicate_ae_title;
mod duplicate_endpoint;
mod duplicate_key;
mod duplicate_link;
mod duplicate_name;
mod empty_document;
mod faint_accent;
mod file_outside_project;
mod find_without_keys;
mod fixed_value_overridden;
mod get_without_storage;
mod idle_application_entity;
mod idle_removal;
mod implausible_pdu_size;
mod incomplete_cover_page;
mod incomplete_status_table;
mod key_at_wrong_level;
mod key_type_mismatch;
mod leftover_placeholder;
mod link_direction_mismatch;
mod link_from_scp;
mod link_protocol_mismatch;
mod link_to_scu;
mod link_without_common_service;
mod link_without_common_transfer_syntax;
mod link_without_return_path;
mod malformed_ae_title;
mod malformed_ae_title_pattern;
mod malformed_host;
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
mod overlapping_links;
mod part_of_another_kind;
mod placeholder_uid;
mod private_uid_under_dicom_root;
mod production_link_on_draft;
mod relational_without_negotiation;
mod repeated_entry;
mod required_key_unlisted;
mod requirement_without_role;
mod retired_requirement;
mod retirement_mismatch;
mod scp_without_address;
mod self_link;
mod service_class_as_abstract_syntax;
mod service_without_status_table;
mod statement_without_claims;
mod status_category_mismatch;
mod stray_endpoint_url;
mod swapped_uids;
mod tag_name_mismatch;
mod toolkit_implementation_uid;
mod uid_name_mismatch;
mod unaddressed_application_entity;
mod unavailable_file;
mod unconfirmed_claim;
mod undeclared_private_uid;
mod undefined_event_type;
mod undefined_status_code;
mod undescribed_application_entity;
mod undescribed_service;
mod undocumented_lossy_behavior;
mod undocumented_transfer_syntax_choice;
mod unencrypted_cross_organization_link;
mod unknown_dicom_uid;
mod unknown_key;
mod unknown_modality;
mod unknown_service;
mod unknown_tag;
mod unknown_variable;
mod unlisted_value;
mod unmatched_required_key;
mod unnegotiated_role;
mod unregistered_name;
mod unreleased_statement;
mod unresolved_implementation;
mod unresolved_name;
mod unroutable_host;
mod unstated_association_limit;
mod unstated_implementation_class_uid;
mod unstated_modality;
mod unstated_network_interface;
mod unsuitable_file;
mod unsuitable_matching_type;
mod unused_definition;
mod unused_role;
mod vendor_default_ae_title;
mod web_ae_without_url;
mod wildcard_abstract_syntax;
mod wrong_application_context;
mod wrong_uid_type;

use super::rule::Rule;

/// Every rule, sorted by its identity.
pub static RULES: &[&Rule] = &[
    &absent_required_key::RULE,
    &acceptor_without_verification::RULE,
    &ae_title_outside_naming_rule::RULE,
    &ae_without_address::RULE,
    &baseline_transfer_syntax_omitted::RULE,
    &circular_include::RULE,
    &circular_set::RULE,
    &claim_beyond_statement::RULE,
    &compressed_non_image_context::RULE,
    &confusable_ae_titles::RULE,
    &context_without_transfer_syntax::RULE,
    &contradictory_context_roles::RULE,
    &contradictory_requirements::RULE,
    &dangling_reference::RULE,
    &default_transfer_syntax_omitted::RULE,
    &duplicate_ae_title::RULE,
    &duplicate_endpoint::RULE,
    &duplicate_key::RULE,
    &duplicate_link::RULE,
    &duplicate_name::RULE,
    &empty_document::RULE,
    &faint_accent::RULE,
    &file_outside_project::RULE,
    &find_without_keys::RULE,
    &fixed_value_overridden::RULE,
    &get_without_storage::RULE,
    &idle_application_entity::RULE,
    &idle_removal::RULE,
    &implausible_pdu_size::RULE,
    &incomplete_cover_page::RULE,
    &incomplete_status_table::RULE,
    &key_at_wrong_level::RULE,
    &key_type_mismatch::RULE,
    &leftover_placeholder::RULE,
    &link_direction_mismatch::RULE,
    &link_from_scp::RULE,
    &link_protocol_mismatch::RULE,
    &link_to_scu::RULE,
    &link_without_common_service::RULE,
    &link_without_common_transfer_syntax::RULE,
    &link_without_return_path::RULE,
    &malformed_ae_title::RULE,
    &malformed_ae_title_pattern::RULE,
    &malformed_host::RULE,
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
    &overlapping_links::RULE,
    &part_of_another_kind::RULE,
    &placeholder_uid::RULE,
    &private_uid_under_dicom_root::RULE,
    &production_link_on_draft::RULE,
    &relational_without_negotiation::RULE,
    &repeated_entry::RULE,
    &required_key_unlisted::RULE,
    &requirement_without_role::RULE,
    &retired_requirement::RULE,
    &retirement_mismatch::RULE,
    &scp_without_address::RULE,
    &self_link::RULE,
    &service_class_as_abstract_syntax::RULE,
    &service_without_status_table::RULE,
    &statement_without_claims::RULE,
    &status_category_mismatch::RULE,
    &stray_endpoint_url::RULE,
    &swapped_uids::RULE,
    &tag_name_mismatch::RULE,
    &toolkit_implementation_uid::RULE,
    &uid_name_mismatch::RULE,
    &unaddressed_application_entity::RULE,
    &unavailable_file::RULE,
    &unconfirmed_claim::RULE,
    &undeclared_private_uid::RULE,
    &undefined_event_type::RULE,
    &undefined_status_code::RULE,
    &undescribed_application_entity::RULE,
    &undescribed_service::RULE,
    &undocumented_lossy_behavior::RULE,
    &undocumented_transfer_syntax_choice::RULE,
    &unencrypted_cross_organization_link::RULE,
    &unknown_dicom_uid::RULE,
    &unknown_key::RULE,
    &unknown_modality::RULE,
    &unknown_service::RULE,
    &unknown_tag::RULE,
    &unknown_variable::RULE,
    &unlisted_value::RULE,
    &unmatched_required_key::RULE,
    &unnegotiated_role::RULE,
    &unregistered_name::RULE,
    &unreleased_statement::RULE,
    &unresolved_implementation::RULE,
    &unresolved_name::RULE,
    &unroutable_host::RULE,
    &unstated_association_limit::RULE,
    &unstated_implementation_class_uid::RULE,
    &unstated_modality::RULE,
    &unstated_network_interface::RULE,
    &unsuitable_file::RULE,
    &unsuitable_matching_type::RULE,
    &unused_definition::RULE,
    &unused_role::RULE,
    &vendor_default_ae_title::RULE,
    &web_ae_without_url::RULE,
    &wildcard_abstract_syntax::RULE,
    &wrong_application_context::RULE,
    &wrong_uid_type::RULE,
];
