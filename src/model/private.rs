//! SOP classes and transfer syntaxes of the vendor's own.

use super::record::record;
use super::values::Prose;

record! {
    /// A private SOP class (PS3.2 7.3, A.9.5).
    pub struct PrivateSopClass {
        /// Its name.
        pub name: Option<String>,
        /// Its UID.
        pub uid: Option<String>,
        /// What it is.
        pub text: Option<Prose>,
    }
}

record! {
    /// A specialized SOP class (PS3.2 7.3, A.9.5).
    pub struct SpecializedSopClass {
        /// Its name.
        pub name: Option<String>,
        /// Its UID.
        pub uid: Option<String>,
        /// The standard SOP class that it specializes.
        pub base: Option<String>,
        /// How it differs from its base.
        pub text: Option<Prose>,
    }
}

record! {
    /// A private transfer syntax (PS3.2 A.9.6).
    pub struct PrivateTransferSyntax {
        /// Its name.
        pub name: Option<String>,
        /// Its UID.
        pub uid: Option<String>,
        /// What it is.
        pub text: Option<Prose>,
    }
}
