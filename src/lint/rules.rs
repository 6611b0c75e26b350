//! The list of rules.

mod absent_required_key;
mod acceptor_without_verification;
mod ae_title_outside_naming_rule;
mod ae_without_address;
mod audit_transmission_without_format;
mod baseline_transfer_syntax_omitted;
mod broken_link;
mod circular_include;
mod circular_set;
mod claim_beyond_statement;
mod claim_outside_profile;
mod commitment_with_extended_negotiation;
mod commitment_without_return_association;
mod compressed_non_image_context;
mod confusable_ae_titles;
mod context_without_transfer_syntax;
mod contradictory_context_roles;
mod contradictory_default;
mod contradictory_requirements;
mod created_class_without_iod;
mod dangling_reference;
mod dated_standard_reference;
mod default_transfer_syntax_omitted;
mod duplicate_ae_title;
mod duplicate_endpoint;
mod duplicate_key;
mod duplicate_link;
mod duplicate_name;
mod duplicate_reservation;
mod empty_document;
mod ended_reservation;
mod extended_class_with_new_uid;
mod extension_beyond_optional;
mod extension_without_base;
mod failing_custom_rule;
mod faint_accent;
mod file_outside_project;
mod find_without_keys;
mod fixed_remote_port;
mod fixed_value_overridden;
mod get_without_storage;
mod identifier_not_always_present;
mod idle_allow;
mod idle_application_entity;
mod idle_removal;
mod idle_shared_address;
mod implausible_pdu_size;
mod incompatible_character_sets;
mod incomplete_cover_page;
mod incomplete_parameter;
mod incomplete_status_table;
mod iod_without_sop_class;
mod irregular_status_change;
mod jargon_in_overview;
mod key_at_wrong_level;
mod key_type_mismatch;
mod leftover_placeholder;
mod leftover_sample_text;
mod link_direction_mismatch;
mod link_from_scp;
mod link_on_retired_entity;
mod link_protocol_mismatch;
mod link_to_scu;
mod link_with_unsupported_keys;
mod link_without_common_service;
mod link_without_common_transfer_syntax;
mod link_without_return_path;
mod malformed_ae_title;
mod malformed_ae_title_pattern;
mod malformed_allow;
mod malformed_augmented_profile;
mod malformed_custom_rule;
mod malformed_host;
mod malformed_implementation_version_name;
mod malformed_private_attribute;
mod malformed_short_form;
mod malformed_text;
mod malformed_uid;
mod malformed_url;
mod malformed_yaml;
mod markup_in_value;
mod media_ae_without_profile;
mod media_without_sop_classes;
mod meta_class_without_members;
mod meta_member_as_abstract_syntax;
mod misnamed_mention;
mod misplaced_transfer_syntax;
mod misspelt_uid;
mod mistyped_value;
mod move_scp_without_storage;
mod move_scu_without_receiver;
mod name_and_uid_in_one_value;
mod name_variant;
mod narrow_ae_title_rule;
mod network_role_on_media;
mod non_unique_retrieve_key;
mod only_private_sop_classes;
mod open_ended_list;
mod out_of_range_port;
mod outdated_web_service;
mod overdue_review;
mod overfull_association;
mod overlapping_links;
mod overview_contradiction;
mod part_of_another_kind;
mod placeholder_uid;
mod port_without_acceptance;
mod print_without_meta_class;
mod private_uid_under_dicom_root;
mod processing_without_presentation;
mod production_link_on_draft;
mod profile_requirement_omitted;
mod relational_without_negotiation;
mod repeated_entry;
mod required_key_unlisted;
mod required_media_type_unlisted;
mod required_resource_omitted;
mod required_transaction_omitted;
mod requirement_without_role;
mod reserved_title_in_use;
mod retired_requirement;
mod retired_security_profile;
mod retirement_mismatch;
mod scp_without_address;
mod search_attribute_unlisted;
mod self_link;
mod service_class_as_abstract_syntax;
mod service_in_prose_only;
mod service_without_status_table;
mod shared_ae_title;
mod shared_tls_port;
mod stale_statement_version;
mod statement_without_claims;
mod status_category_mismatch;
mod storage_level_mismatch;
mod stray_endpoint_url;
mod structured_report_without_template;
mod swapped_uids;
mod tag_name_mismatch;
mod toolkit_implementation_uid;
mod transaction_acronym_mismatch;
mod typing_error;
mod uid_name_mismatch;
mod unaddressed_application_entity;
mod unavailable_file;
mod unconfirmed_claim;
mod undeclared_private_uid;
mod undeclared_url_version;
mod undefined_event_type;
mod undefined_status_code;
mod undescribed_application_entity;
mod undescribed_attribute;
mod undescribed_character_set_handling;
mod undescribed_coercion;
mod undescribed_context_group;
mod undescribed_private_attribute;
mod undescribed_private_definition;
mod undescribed_security_profile;
mod undescribed_service;
mod undescribed_template;
mod undescribed_user_identity;
mod undescribed_web_service;
mod undocumented_lossy_behavior;
mod undocumented_transfer_syntax_choice;
mod unencrypted_cross_organization_link;
mod unencrypted_cross_zone_link;
mod unexplained_allow;
mod unfounded_conformance_claim;
mod unknown_application_profile;
mod unknown_character_set;
mod unknown_dicom_uid;
mod unknown_key;
mod unknown_modality;
mod unknown_move_destination;
mod unknown_rule;
mod unknown_security_profile;
mod unknown_service;
mod unknown_tag;
mod unknown_transaction;
mod unknown_variable;
mod unlisted_value;
mod unmatched_required_key;
mod unnegotiated_role;
mod unordered_review_dates;
mod unordered_revisions;
mod unregistered_mention;
mod unregistered_name;
mod unreleased_statement;
mod unresolved_implementation;
mod unresolved_name;
mod unroutable_host;
mod unstated_association_limit;
mod unstated_character_sets;
mod unstated_communication_parameter;
mod unstated_file_meta_information;
mod unstated_implementation_class_uid;
mod unstated_modality;
mod unstated_network_interface;
mod unstated_remote_configuration;
mod unstated_security;
mod unsuitable_file;
mod unsuitable_matching_type;
mod unused_definition;
mod unused_role;
mod update_of_uncreated_attribute;
mod vanished_production_entry;
mod vendor_default_ae_title;
mod vr_mismatch;
mod web_ae_without_transaction;
mod web_ae_without_url;
mod wildcard_abstract_syntax;
mod workitem_set_mismatch;
mod worklist_without_attribute_mapping;
mod wrong_application_context;
mod wrong_uid_type;

use super::rule::Rule;

/// Every rule, sorted by its identity.
pub static RULES: &[&Rule] = &[
    &absent_required_key::RULE,
    &acceptor_without_verification::RULE,
    &ae_title_outside_naming_rule::RULE,
    &ae_without_address::RULE,
    &audit_transmission_without_format::RULE,
    &baseline_transfer_syntax_omitted::RULE,
    &broken_link::RULE,
    &circular_include::RULE,
    &circular_set::RULE,
    &claim_beyond_statement::RULE,
    &claim_outside_profile::RULE,
    &commitment_with_extended_negotiation::RULE,
    &commitment_without_return_association::RULE,
    &compressed_non_image_context::RULE,
    &confusable_ae_titles::RULE,
    &context_without_transfer_syntax::RULE,
    &contradictory_context_roles::RULE,
    &contradictory_default::RULE,
    &contradictory_requirements::RULE,
    &created_class_without_iod::RULE,
    &dangling_reference::RULE,
    &dated_standard_reference::RULE,
    &default_transfer_syntax_omitted::RULE,
    &duplicate_ae_title::RULE,
    &duplicate_endpoint::RULE,
    &duplicate_key::RULE,
    &duplicate_link::RULE,
    &duplicate_name::RULE,
    &duplicate_reservation::RULE,
    &empty_document::RULE,
    &ended_reservation::RULE,
    &extended_class_with_new_uid::RULE,
    &extension_beyond_optional::RULE,
    &extension_without_base::RULE,
    &failing_custom_rule::RULE,
    &faint_accent::RULE,
    &file_outside_project::RULE,
    &find_without_keys::RULE,
    &fixed_remote_port::RULE,
    &fixed_value_overridden::RULE,
    &get_without_storage::RULE,
    &identifier_not_always_present::RULE,
    &idle_allow::RULE,
    &idle_application_entity::RULE,
    &idle_removal::RULE,
    &idle_shared_address::RULE,
    &implausible_pdu_size::RULE,
    &incompatible_character_sets::RULE,
    &incomplete_cover_page::RULE,
    &incomplete_parameter::RULE,
    &incomplete_status_table::RULE,
    &iod_without_sop_class::RULE,
    &irregular_status_change::RULE,
    &jargon_in_overview::RULE,
    &key_at_wrong_level::RULE,
    &key_type_mismatch::RULE,
    &leftover_placeholder::RULE,
    &leftover_sample_text::RULE,
    &link_direction_mismatch::RULE,
    &link_from_scp::RULE,
    &link_on_retired_entity::RULE,
    &link_protocol_mismatch::RULE,
    &link_to_scu::RULE,
    &link_with_unsupported_keys::RULE,
    &link_without_common_service::RULE,
    &link_without_common_transfer_syntax::RULE,
    &link_without_return_path::RULE,
    &malformed_ae_title::RULE,
    &malformed_ae_title_pattern::RULE,
    &malformed_allow::RULE,
    &malformed_augmented_profile::RULE,
    &malformed_custom_rule::RULE,
    &malformed_host::RULE,
    &malformed_implementation_version_name::RULE,
    &malformed_private_attribute::RULE,
    &malformed_short_form::RULE,
    &malformed_text::RULE,
    &malformed_uid::RULE,
    &malformed_url::RULE,
    &malformed_yaml::RULE,
    &markup_in_value::RULE,
    &media_ae_without_profile::RULE,
    &media_without_sop_classes::RULE,
    &meta_class_without_members::RULE,
    &meta_member_as_abstract_syntax::RULE,
    &misnamed_mention::RULE,
    &misplaced_transfer_syntax::RULE,
    &misspelt_uid::RULE,
    &mistyped_value::RULE,
    &move_scp_without_storage::RULE,
    &move_scu_without_receiver::RULE,
    &name_and_uid_in_one_value::RULE,
    &name_variant::RULE,
    &narrow_ae_title_rule::RULE,
    &network_role_on_media::RULE,
    &non_unique_retrieve_key::RULE,
    &only_private_sop_classes::RULE,
    &open_ended_list::RULE,
    &out_of_range_port::RULE,
    &outdated_web_service::RULE,
    &overdue_review::RULE,
    &overfull_association::RULE,
    &overlapping_links::RULE,
    &overview_contradiction::RULE,
    &part_of_another_kind::RULE,
    &placeholder_uid::RULE,
    &port_without_acceptance::RULE,
    &print_without_meta_class::RULE,
    &private_uid_under_dicom_root::RULE,
    &processing_without_presentation::RULE,
    &production_link_on_draft::RULE,
    &profile_requirement_omitted::RULE,
    &relational_without_negotiation::RULE,
    &repeated_entry::RULE,
    &required_key_unlisted::RULE,
    &required_media_type_unlisted::RULE,
    &required_resource_omitted::RULE,
    &required_transaction_omitted::RULE,
    &requirement_without_role::RULE,
    &reserved_title_in_use::RULE,
    &retired_requirement::RULE,
    &retired_security_profile::RULE,
    &retirement_mismatch::RULE,
    &scp_without_address::RULE,
    &search_attribute_unlisted::RULE,
    &self_link::RULE,
    &service_class_as_abstract_syntax::RULE,
    &service_in_prose_only::RULE,
    &service_without_status_table::RULE,
    &shared_ae_title::RULE,
    &shared_tls_port::RULE,
    &stale_statement_version::RULE,
    &statement_without_claims::RULE,
    &status_category_mismatch::RULE,
    &storage_level_mismatch::RULE,
    &stray_endpoint_url::RULE,
    &structured_report_without_template::RULE,
    &swapped_uids::RULE,
    &tag_name_mismatch::RULE,
    &toolkit_implementation_uid::RULE,
    &transaction_acronym_mismatch::RULE,
    &typing_error::RULE,
    &uid_name_mismatch::RULE,
    &unaddressed_application_entity::RULE,
    &unavailable_file::RULE,
    &unconfirmed_claim::RULE,
    &undeclared_private_uid::RULE,
    &undeclared_url_version::RULE,
    &undefined_event_type::RULE,
    &undefined_status_code::RULE,
    &undescribed_application_entity::RULE,
    &undescribed_attribute::RULE,
    &undescribed_character_set_handling::RULE,
    &undescribed_coercion::RULE,
    &undescribed_context_group::RULE,
    &undescribed_private_attribute::RULE,
    &undescribed_private_definition::RULE,
    &undescribed_security_profile::RULE,
    &undescribed_service::RULE,
    &undescribed_template::RULE,
    &undescribed_user_identity::RULE,
    &undescribed_web_service::RULE,
    &undocumented_lossy_behavior::RULE,
    &undocumented_transfer_syntax_choice::RULE,
    &unencrypted_cross_organization_link::RULE,
    &unencrypted_cross_zone_link::RULE,
    &unexplained_allow::RULE,
    &unfounded_conformance_claim::RULE,
    &unknown_application_profile::RULE,
    &unknown_character_set::RULE,
    &unknown_dicom_uid::RULE,
    &unknown_key::RULE,
    &unknown_modality::RULE,
    &unknown_move_destination::RULE,
    &unknown_rule::RULE,
    &unknown_security_profile::RULE,
    &unknown_service::RULE,
    &unknown_tag::RULE,
    &unknown_transaction::RULE,
    &unknown_variable::RULE,
    &unlisted_value::RULE,
    &unmatched_required_key::RULE,
    &unnegotiated_role::RULE,
    &unordered_review_dates::RULE,
    &unordered_revisions::RULE,
    &unregistered_mention::RULE,
    &unregistered_name::RULE,
    &unreleased_statement::RULE,
    &unresolved_implementation::RULE,
    &unresolved_name::RULE,
    &unroutable_host::RULE,
    &unstated_association_limit::RULE,
    &unstated_character_sets::RULE,
    &unstated_communication_parameter::RULE,
    &unstated_file_meta_information::RULE,
    &unstated_implementation_class_uid::RULE,
    &unstated_modality::RULE,
    &unstated_network_interface::RULE,
    &unstated_remote_configuration::RULE,
    &unstated_security::RULE,
    &unsuitable_file::RULE,
    &unsuitable_matching_type::RULE,
    &unused_definition::RULE,
    &unused_role::RULE,
    &update_of_uncreated_attribute::RULE,
    &vanished_production_entry::RULE,
    &vendor_default_ae_title::RULE,
    &vr_mismatch::RULE,
    &web_ae_without_transaction::RULE,
    &web_ae_without_url::RULE,
    &wildcard_abstract_syntax::RULE,
    &workitem_set_mismatch::RULE,
    &worklist_without_attribute_mapping::RULE,
    &wrong_application_context::RULE,
    &wrong_uid_type::RULE,
];
