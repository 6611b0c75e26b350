//! `Sequence`: messages between partners, in order.

use super::record::{List, OneOrMany, record};
use super::values::Prose;

record! {
    /// A sequence diagram: one message a line, `Modality -> STORAGE: C-STORE-RQ` (PS3.2 A.4.1.3).
    pub struct Sequence {
        /// The messages, first to last.
        pub messages: List<Message>,
        /// What the messages alone do not say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A message from one partner to another, or a note over some of them.
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
    }
}
