//! The keys without which a mapping says nothing.

use super::words::DocumentKind;

/// The keys that a record must have in documents of a kind, by the name of its type; none for most.
pub fn required_keys(record: &str, kind: DocumentKind) -> &'static [&'static str] {
    match record {
        // A requirement that names no side is unclear, not unreadable.
        "WebService" if kind == DocumentKind::Requirements => &["service"],
        "MediaProfile" if kind == DocumentKind::Requirements => &["profile"],
        "Requirements" => &["dicomply", "kind", "name"],
        "Statement" => &["dicomply", "kind", "product"],
        "Site" => &["dicomply", "kind", "organization"],
        "SiteEntity" => &["ae_title", "role"],
        "Link" => &["source", "target", "direction"],
        "PresentationContext" => &["abstract_syntax"],
        "Conformance" | "Object" | "ExtendedSopClass" => &["sop_classes"],
        "Key" | "AttributeUse" | "ObjectAttribute" | "ReceivedAttribute" | "Coercion"
        | "PrivateAttribute" | "AddedAttribute" => &["attribute"],
        "ModuleUse" => &["module"],
        "StorageFunctions" => &["sop_classes", "functions"],
        "AttributeMapping" => &["rows"],
        "Code" => &["value", "scheme"],
        "CodeDefinition" => &["meaning"],
        "Event" => &["id"],
        "CommunicationFailure" => &["exception"],
        "Transcoding" => &["to"],
        "Rejection" => &["result", "source", "reason"],
        "Product"
        | "Parameter"
        | "WebParameter"
        | "MediaType"
        | "SecurityProfile"
        | "CharacterSet"
        | "PhysicalInterface"
        | "SystemManagementProfile" => &["name"],
        "WebService" => &["role", "service"],
        "Resource" => &["path"],
        "CharacterSetConversion" => &["incoming", "outgoing"],
        "PortUse" => &["port"],
        "AugmentedProfile" => &["base"],
        "FacadeOperation" => &["operation", "uses"],
        "PrivateSopClass" | "PrivateTransferSyntax" => &["name", "uid"],
        "SpecializedSopClass" => &["name", "uid", "base"],
        "Override" => &["paths"],
        "CustomRule" => &["require", "message"],
        "MediaProfile" => &["profile", "roles"],
        _ => &[],
    }
}
