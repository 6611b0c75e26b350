//! `CharacterSets`: which sets are supported, and what happens to others.

use super::record::{List, OneOrMany, record};
use super::values::Prose;
use super::words::{Demand, Support};

record! {
    /// Support of character sets (PS3.2 A.7, N.5.7).
    pub struct CharacterSets {
        /// The supported sets (PS3.3 C.12.1.1.2).
        pub supported: OneOrMany<CharacterSet>,
        /// The sets that are used together, with code extension techniques (PS3.5 6.1.2.4): in each row the terms of one
        /// value of Specific Character Set, as a list or with backslashes between them.
        pub combinations: List<OneOrMany<String>>,
        /// What is done with data in an unsupported set.
        pub unsupported: Option<Prose>,
        /// How the sets are configured.
        pub configuration: Option<Prose>,
        /// How sets are mapped and converted across services and instances.
        pub conversion: Option<Prose>,
        /// Which set goes out where another one came in (PS3.2 Table N.5-165).
        pub mapping: List<CharacterSetConversion>,
        /// Queries for values in extended sets.
        pub queries: CharacterSetQueries,
        /// How characters are shown to the user: fonts, their limits and substitutions.
        pub presentation: Option<Prose>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A character set; the short form is its name.
    pub struct CharacterSet {
        /// Its defined term, such as `ISO_IR 192`, or its name.
        pub name: Option<String>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// What it is used for.
        pub text: Option<Prose>,
    }
}

record! {
    /// Which character set goes out where another one came in.
    pub struct CharacterSetConversion {
        /// The set that comes in, by defined term or name.
        pub incoming: OneOrMany<String>,
        /// The set that goes out.
        pub outgoing: OneOrMany<String>,
        /// When this happens.
        pub situation: Option<Prose>,
    }
}

record! {
    /// Queries for values in extended character sets, as a user and as a provider; the short form is the text.
    pub struct CharacterSetQueries {
        /// What there is to say in general.
        pub text: Option<Prose>,
        /// How names of persons are handled: component groups, phonetic and ideographic names.
        pub person_names: Option<Prose>,
        /// Whether upper and lower case, and letters with and without accents, are the same.
        pub case_and_accents: Option<Prose>,
        /// How wild cards match characters of several bytes.
        pub wildcards: Option<Prose>,
        /// Which character sets requests and responses have.
        pub responses: Option<Prose>,
    }
}
