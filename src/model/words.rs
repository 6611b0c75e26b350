//! The closed lists of words that documents choose from.

use super::record::words;

words! {
    /// The kind of a document.
    pub enum DocumentKind {
        /// A conformance statement: what one product supports.
        Statement = "statement",
        /// A site: which Application Entities are deployed, and the governed links between them.
        Site = "site",
        /// Requirements: what a product must support.
        Requirements = "requirements",
        /// A project configuration: what holds for all documents below the folder of `dicomply.yaml`.
        Configuration = "configuration",
    }
}

words! {
    /// What documents are printed on.
    pub enum PaperName {
        /// A4, 210 mm by 297 mm (ISO 216).
        A4 = "a4",
        /// US Letter, 8.5 inches by 11 inches.
        Letter = "letter",
    }
}

words! {
    /// A role of a presentation context or of a deployed Application Entity (PS3.7 D.3.3.4, PS3.2 A.4.2.1.3.1.2).
    pub enum Role {
        /// Service Class User.
        Scu = "SCU",
        /// Service Class Provider.
        Scp = "SCP",
        /// Both, one after the other or by SCP/SCU Role Selection.
        Both = "BOTH",
    }
}

impl Role {
    /// Whether this role includes the Service Class User.
    pub const fn is_user(self) -> bool {
        matches!(self, Self::Scu | Self::Both)
    }

    /// Whether this role includes the Service Class Provider.
    pub const fn is_provider(self) -> bool {
        matches!(self, Self::Scp | Self::Both)
    }
}

words! {
    /// A side of an association (PS3.8 7.1).
    pub enum AssociationSide {
        /// The one that requests it.
        Initiator = "initiator",
        /// The one that is asked.
        Acceptor = "acceptor",
    }
}

words! {
    /// How far a claim goes; a claim that says nothing is a plain yes (PS3.2 A.1).
    pub enum Support {
        /// Supported.
        Yes = "yes",
        /// Not supported.
        No = "no",
        /// Configurable, or sold separately.
        Option = "option",
        /// The question does not arise.
        NotApplicable = "n/a",
        /// To be confirmed: the evidence is missing.
        ToBeConfirmed = "tbc",
    }
}

impl Support {
    /// Whether something is claimed at all; what is to be confirmed is claimed.
    pub const fn is_claim(self) -> bool {
        !matches!(self, Self::No | Self::NotApplicable)
    }
}

words! {
    /// How much something is wanted; what says nothing must be.
    pub enum Demand {
        /// The product must support it.
        Must = "must",
        /// The product should support it.
        Should = "should",
        /// The product may support it.
        May = "may",
        /// The product must not support it.
        MustNot = "must_not",
    }
}

impl Demand {
    /// Whether somebody asks for it: what may be is only allowed.
    pub const fn is_wish(self) -> bool {
        matches!(self, Self::Must | Self::Should)
    }

    /// How much something is wanted inside something else. What must be in something that may be is only allowed, and
    /// in something that must not be it is forbidden.
    #[must_use]
    pub const fn within(self, holder: Self) -> Self {
        match (holder, self) {
            (Self::MustNot, _) | (_, Self::MustNot) => Self::MustNot,
            (Self::May, _) | (_, Self::May) => Self::May,
            (Self::Should, _) | (_, Self::Should) => Self::Should,
            (Self::Must, Self::Must) => Self::Must,
        }
    }
}

words! {
    /// Whether a value may be changed after installation, or whether something is there at all.
    pub enum YesNo {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

words! {
    /// The type of a key of a query model (PS3.4 C.1.2).
    pub enum KeyType {
        /// Unique key.
        Unique = "U",
        /// Required key.
        Required = "R",
        /// Optional key.
        Optional = "O",
    }
}

words! {
    /// How a key is matched (PS3.4 C.2.2.2).
    pub enum Matching {
        /// Single value matching.
        SingleValue = "single_value",
        /// List of UID matching.
        ListOfUid = "list_of_uid",
        /// Universal matching.
        Universal = "universal",
        /// Wild card matching.
        Wildcard = "wildcard",
        /// Range matching.
        Range = "range",
        /// Sequence matching.
        Sequence = "sequence",
        /// Not matched; the key is returned only.
        None = "none",
    }
}

words! {
    /// Whether a document speaks for a product that can be had.
    pub enum DocumentStatus {
        /// Work in progress; every page says so.
        Draft = "draft",
        /// Released.
        Released = "released",
    }
}

words! {
    /// The layout of the document that is rendered.
    pub enum TemplateName {
        /// PS3.2 Annex A, the template of the editions up to 2022.
        AnnexA = "annex_a",
        /// PS3.2 Annex N, the template of the 2023 and later editions.
        AnnexN = "annex_n",
    }
}

words! {
    /// How a status code is to be taken by the peer (PS3.7 Annex C); `Failed`, `Refused` and `Error` are kinds of failure.
    pub enum StatusCategory {
        /// The operation is complete.
        Success = "Success",
        /// The operation is complete, but not entirely as asked.
        Warning = "Warning",
        /// The operation failed.
        Failure = "Failure",
        /// The operation failed; the word of the tables of PS3.4.
        Failed = "Failed",
        /// The operation was refused.
        Refused = "Refused",
        /// The operation failed because of the data.
        Error = "Error",
        /// The operation was cancelled.
        Cancel = "Cancel",
        /// More responses follow.
        Pending = "Pending",
    }
}

words! {
    /// Whether an attribute of a created instance has a value (PS3.2 A.9.1.1).
    pub enum Presence {
        /// Always present with a value.
        Always = "ALWAYS",
        /// Value not always present: the attribute is sent with zero length where there is none.
        Vnap = "VNAP",
        /// Attribute not always present.
        Anap = "ANAP",
        /// Sent without a value.
        Empty = "EMPTY",
    }
}

words! {
    /// Which way data goes over a governed link.
    pub enum Direction {
        /// The source sends data to the target.
        Push = "PUSH",
        /// The source retrieves data from the target.
        Pull = "PULL",
        /// Both.
        Bidir = "BIDIR",
    }
}

words! {
    /// The stage of life of a deployed entity or a governed link.
    pub enum LifecycleStatus {
        /// Intended, not yet approved.
        Planned = "planned",
        /// Approved for implementation.
        Approved = "approved",
        /// In clinical use.
        Production = "production",
        /// To be removed.
        Deprecated = "deprecated",
        /// No longer valid.
        Obsolete = "obsolete",
    }
}

words! {
    /// What a deployed Application Entity speaks.
    pub enum Protocol {
        /// DIMSE over TCP.
        Dicom = "DICOM",
        /// DIMSE over TCP secured by TLS.
        DicomTls = "DICOM TLS",
        /// The web services of PS3.18.
        DicomWeb = "DICOMweb",
        /// Something else, known to the project.
        Other = "Other",
    }
}

impl Protocol {
    /// Whether associations are made over it (PS3.8), with or without TLS.
    pub const fn is_dimse(self) -> bool {
        matches!(self, Self::Dicom | Self::DicomTls)
    }
}

words! {
    /// A web service of PS3.18.
    pub enum WebServiceKind {
        /// URI Service (PS3.18 chapter 9).
        Uri = "uri",
        /// Studies Service (PS3.18 chapter 10).
        Studies = "studies",
        /// Worklist Service (PS3.18 chapter 11).
        Worklist = "worklist",
        /// Non-Patient Instance Service (PS3.18 chapter 12).
        NonPatientInstance = "non_patient_instance",
        /// Notification Service (PS3.18 8.10).
        Notification = "notification",
        /// Storage Commitment Service (PS3.18, editions from 2024).
        StorageCommitment = "storage_commitment",
        /// Modality Scheduled Procedure Step Service (PS3.18 chapter 14).
        ModalityScheduledProcedureStep = "modality_scheduled_procedure_step",
        /// Modality Performed Procedure Step Service (PS3.18 chapter 15).
        ModalityPerformedProcedureStep = "modality_performed_procedure_step",
    }
}

impl WebServiceKind {
    /// The name that PS3.18 gives it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Uri => "URI Service",
            Self::Studies => "Studies Service",
            Self::Worklist => "Worklist Service",
            Self::NonPatientInstance => "Non-Patient Instance Service",
            Self::Notification => "Notification Service",
            Self::StorageCommitment => "Storage Commitment Service",
            Self::ModalityScheduledProcedureStep => "Modality Scheduled Procedure Step Service",
            Self::ModalityPerformedProcedureStep => "Modality Performed Procedure Step Service",
        }
    }
}

words! {
    /// A side of a web service (PS3.18).
    pub enum WebRole {
        /// The side that answers.
        OriginServer = "origin_server",
        /// The side that asks.
        UserAgent = "user_agent",
    }
}

words! {
    /// What a media type of a web service carries (PS3.2 N.5.3.1.1).
    pub enum MediaTypeCategory {
        /// Whole instances.
        Dicom = "dicom",
        /// Images, videos and documents to be shown.
        Rendered = "rendered",
        /// Pixels and other large values by themselves.
        BulkData = "bulk_data",
        /// Attributes without bulk data.
        Metadata = "metadata",
    }
}

words! {
    /// How a user is identified when an association is made (PS3.7 D.3.3.7).
    pub enum UserIdentityType {
        /// By name.
        Username = "username",
        /// By name and passcode.
        UsernameAndPasscode = "username_and_passcode",
        /// By a Kerberos service ticket.
        Kerberos = "kerberos",
        /// By a SAML assertion.
        Saml = "saml",
        /// By a JSON Web Token.
        JsonWebToken = "jwt",
    }
}

words! {
    /// A role of media interchange (PS3.10 8).
    pub enum MediaRole {
        /// File-set Creator.
        Creator = "FSC",
        /// File-set Reader.
        Reader = "FSR",
        /// File-set Updater.
        Updater = "FSU",
    }
}

words! {
    /// A version of the Internet Protocol (PS3.2 A.4.3.3).
    pub enum IpVersion {
        /// IPv4.
        V4 = "IPv4",
        /// IPv6.
        V6 = "IPv6",
    }
}

words! {
    /// Where the value of a query key comes from, or how a result is shown (PS3.2 Annex N, query keys).
    pub enum Display {
        /// Shown.
        Default = "default",
        /// Shown if configured.
        Configurable = "configurable",
        /// Never shown.
        Never = "never",
    }
}
