//! `MediaInterchange`: who writes and reads media, and under which application profiles.

use super::configuration::Parameter;
use super::conformance::AttributeUse;
use super::item::Item;
use super::record::{List, Named, OneOrMany, Words, record};
use super::sequence::Sequence;
use super::values::Prose;
use super::words::{Demand, MediaRole, Support};

record! {
    /// Media interchange (PS3.2 A.5).
    pub struct MediaInterchange {
        /// The Application Entities that write or read media.
        pub application_entities: Named<MediaApplicationEntity>,
        /// What Application Entities, people and media do together, in order (PS3.2 A.5.1.3).
        pub sequencing: Named<Sequence>,
        /// Policies that hold for all entities (PS3.2 A.5.2).
        pub policies: Option<Prose>,
        /// Augmented application profiles, by their identifiers (PS3.2 A.5.3.1).
        pub augmented_profiles: Named<AugmentedProfile>,
        /// Private application profiles, by their identifiers (PS3.2 A.5.3.2).
        pub private_profiles: Named<PrivateProfile>,
        /// Media configuration (PS3.2 A.5.4).
        pub configuration: MediaConfiguration,
        /// What else there is to say of the data flow (PS3.2 A.5.1.1).
        pub text: Option<Prose>,
    }
}

record! {
    /// An Application Entity that writes or reads media (PS3.2 A.5.2).
    pub struct MediaApplicationEntity {
        /// The Source Application Entity Title of the File Meta Information (PS3.10 7.1).
        pub source_ae_title: Option<String>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// One sentence for the data flow.
        pub summary: Option<Prose>,
        /// The functional definition.
        pub description: Option<Prose>,
        /// The application profiles.
        pub profiles: List<MediaProfile>,
        /// More on the real-world activities, under the names by which the profiles refer to them.
        pub activities: Named<MediaActivity>,
        /// The Private Information Creator UID of the File Meta Information (PS3.10 7.1).
        pub private_information_creator: Option<String>,
        /// The Private Information of the File Meta Information (PS3.10 7.1).
        pub private_information: Option<Prose>,
        /// What is done with the preamble of files that are read (PS3.10 7.5).
        pub preamble: Option<Prose>,
        /// The options of the Media Storage Service Class (PS3.2 A.5.2.1.2).
        pub options: Option<Prose>,
    }
}

record! {
    /// An application profile and what is done with it (PS3.2 Table A.5.2-1).
    pub struct MediaProfile {
        /// The identifier of PS3.11, such as `STD-GEN-CD`, or of an augmented or private profile.
        pub profile: Option<String>,
        /// The medium, as in the overview: `Compact Disk - Recordable`, `DVD`, …; known for the profiles of PS3.11.
        pub medium: Option<String>,
        /// The real-world activities.
        pub activity: OneOrMany<String>,
        /// The roles.
        pub roles: Words<MediaRole>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// The SOP classes, or sets of them.
        pub sop_classes: OneOrMany<Item>,
        /// The transfer syntaxes, or sets of them; known for the profiles of PS3.11.
        pub transfer_syntaxes: OneOrMany<Item>,
        /// The options of the profile, by name (PS3.2 A.5.2.1.2.i.1.y).
        pub options: Named<Prose>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A real-world activity with media (PS3.2 A.5.2.1.2); the short form is its description.
    pub struct MediaActivity {
        /// How the local real-world activity is called, where that differs from the name of the activity.
        pub local: Option<String>,
        /// The real-world activity at the other end, where somebody writes or reads the medium.
        pub remote: Option<String>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// What happens and what sets it off.
        pub description: Option<Prose>,
        /// What happens in which order.
        pub sequencing: Option<Sequence>,
    }
}

record! {
    /// An application profile that adds to one of PS3.11 (PS3.2 7.4.2, A.5.3.1).
    pub struct AugmentedProfile {
        /// The profile of PS3.11 to which it adds.
        pub base: Option<String>,
        /// What it is for.
        pub description: Option<Prose>,
        /// The SOP classes that it adds (PS3.2 A.5.3.1.1.1).
        pub sop_classes: OneOrMany<Item>,
        /// The transfer syntaxes that it adds.
        pub transfer_syntaxes: OneOrMany<Item>,
        /// What it adds to the directory (PS3.2 A.5.3.1.1.2).
        pub directory: DirectoryAugmentation,
        /// What else it adds (PS3.2 A.5.3.1.1.3).
        pub other: Option<Prose>,
    }
}

record! {
    /// An application profile of the vendor's own (PS3.2 7.4.3, A.5.3.2).
    pub struct PrivateProfile {
        /// What it is for.
        pub description: Option<Prose>,
        /// The medium of PS3.12.
        pub medium: Option<String>,
        /// The SOP classes.
        pub sop_classes: OneOrMany<Item>,
        /// The transfer syntaxes.
        pub transfer_syntaxes: OneOrMany<Item>,
        /// The directory.
        pub directory: DirectoryAugmentation,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// Additions to the directory of a File-set; the short form is the text.
    pub struct DirectoryAugmentation {
        /// What there is to say in general.
        pub text: Option<Prose>,
        /// The attributes that are added, by the type of the directory record: `PATIENT`, `IMAGE`, …
        pub records: Named<List<AttributeUse>>,
    }
}

record! {
    /// Media configuration (PS3.2 A.5.4); the short form is the text.
    pub struct MediaConfiguration {
        /// What can be configured.
        pub text: Option<Prose>,
        /// The parameters.
        pub parameters: List<Parameter>,
    }
}
