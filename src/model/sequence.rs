//! `Sequence`: messages between partners, in order.

use super::record::{List, OneOrMany, record};
use super::values::Prose;

record! {
    /// A sequence diagram: one message a line, `Modality -> STORAGE: C-STORE-RQ` (PS3.2 A.4.1.3). A line
    /// `loop for every image` repeats what follows down to a line `end`; so do `opt if configured` for what may be left
    /// out, and `alt if …` with `else …` for one of several ways.
    pub struct Sequence {
        /// The messages, first to last.
        pub messages: List<Message>,
        /// What the messages alone do not say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A message from one partner to another, a note over some of them, or messages that are repeated, optional or one
    /// of several ways.
    pub struct Message {
        /// Who sends it.
        pub from: Option<String>,
        /// Who receives it.
        pub to: Option<String>,
        /// Whom a note is about; a message has none.
        pub over: OneOrMany<String>,
        /// What it says.
        pub label: Option<String>,
        /// Whether it answers an earlier message; written `-->`.
        pub is_response: Option<bool>,
        /// How often the messages below it are repeated, such as `for every image`; written `loop`.
        pub repeated: Option<String>,
        /// When the messages below it happen, such as `if configured`; written `opt`.
        pub optional: Option<String>,
        /// The messages that are repeated or optional.
        pub messages: List<Message>,
        /// The ways of which one is taken; written `alt` and `else`.
        pub alternatives: List<Alternative>,
    }
}

record! {
    /// One of several ways in which a sequence goes on.
    pub struct Alternative {
        /// When it is taken.
        pub condition: Option<String>,
        /// The messages.
        pub messages: List<Message>,
    }
}
