//! `ApplicationEntity`: its associations, activities and presentation contexts.

use super::conformance::{CommunicationFailure, Conformance};
use super::item::Item;
use super::record::{List, Named, OneOrMany, record};
use super::sequence::Sequence;
use super::values::{Limit, Prose};
use super::words::{Demand, Role, Support};

record! {
    /// An Application Entity that makes or accepts associations (PS3.2 A.4.2.1).
    pub struct ApplicationEntity {
        /// The default AE title.
        pub ae_title: Option<String>,
        /// The default TCP port it listens on.
        pub port: Option<i64>,
        /// The default TCP port it listens on for TLS.
        pub tls_port: Option<i64>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// One sentence for the data flow (PS3.2 A.4.1.1).
        pub summary: Option<Prose>,
        /// The functional definition (PS3.2 A.4.1.2).
        pub description: Option<Prose>,
        /// The association policies (PS3.2 A.4.2.1.2).
        pub associations: Associations,
        /// Agreements that concern the whole entity, by name.
        pub policies: Policies,
        /// What happens when the communication fails, in all activities that say nothing else.
        pub communication_failures: List<CommunicationFailure>,
        /// When associations are rejected, in all activities (PS3.8 9.3.4).
        pub rejections: List<Rejection>,
        /// The storage SOP classes whose instances the entity creates.
        pub creates: OneOrMany<Item>,
        /// The real-world activities, under their names.
        pub activities: Named<Activity>,
        /// What happens in which order across the activities of the entity.
        pub sequencing: Option<Sequence>,
    }
}

record! {
    /// Agreements that concern a whole entity.
    pub struct Policies {
        /// Why the entity shares its AE title with another one.
        pub shared_title: Option<Prose>,
        /// When the entity initiates associations (PS3.2 A.4.2.1.3).
        pub initiation: Option<Prose>,
        /// When the entity accepts associations (PS3.2 A.4.2.1.4).
        pub acceptance: Option<Prose>,
        /// What the entity does with images that it has in lossy form only (PS3.2 A.4.2.1.3.1.3).
        pub lossy: Option<Prose>,
        /// How more than 128 presentation contexts are spread over associations (PS3.8 9.3.2.2).
        pub presentation_contexts: Option<Prose>,
    }
}

record! {
    /// The association policies of an entity (PS3.2 A.4.2.1.2).
    pub struct Associations {
        /// The Application Context Name; the standard's own where left out (PS3.7 A.2.1).
        pub application_context: Option<String>,
        /// How many associations it initiates at a time.
        pub max_initiated: Limit,
        /// How many associations it accepts at a time.
        pub max_accepted: Limit,
        /// How many operations may be outstanding: 1 none but the current one, 0 unlimited (PS3.7 D.3.3.3).
        pub asynchronous: Option<i64>,
        /// The maximum PDU size that it announces, in bytes; 0 is no maximum (PS3.8 D.1.1).
        pub max_pdu_received: Option<i64>,
        /// The maximum PDU size that it sends, in bytes; 0 is no maximum (PS3.8 D.1.1).
        pub max_pdu_sent: Option<i64>,
        /// What else there is to say in general (PS3.2 A.4.2.1.2.1).
        pub text: Option<Prose>,
    }
}

record! {
    /// A real-world activity with the associations made for it (PS3.2 A.4.2.1.3.1, A.4.2.1.4.1).
    pub struct Activity {
        /// How the local real-world activity is called, where that differs from the name of the activity.
        pub local: Option<String>,
        /// The real-world activity at the other end.
        pub remote: Option<String>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// What happens and what sets it off.
        pub description: Option<Prose>,
        /// What happens in which order.
        pub sequencing: Option<Sequence>,
        /// The presentation contexts that are proposed.
        pub initiates: List<PresentationContext>,
        /// The presentation contexts that are accepted.
        pub accepts: List<PresentationContext>,
        /// When instances are sent under the UID of a more general SOP class, because the peer does not accept their own
        /// (PS3.4 B.3.1.4).
        pub fall_back: Option<Prose>,
        /// Which transfer syntax is chosen among several.
        pub transfer_syntax_policy: Option<Prose>,
        /// Who receives what a C-MOVE of this activity asks for (PS3.4 C.4.2.2.1).
        pub move_destination: Option<String>,
        /// Who stores for a C-MOVE that this activity accepts (PS3.4 C.1.4).
        pub delegate: Option<String>,
        /// SOP specific conformance.
        pub conformance: List<Conformance>,
        /// When associations are rejected (PS3.8 9.3.4).
        pub rejections: List<Rejection>,
    }
}

record! {
    /// A row, or several rows, of a presentation context table (PS3.2 A.4.2.1.3.1.2, A.4.2.1.4.1.2).
    ///
    /// The short form is `CT Image Storage | MR Image Storage as SCP in images negotiating role selection (option)`.
    pub struct PresentationContext {
        /// The SOP classes or sets of them.
        pub abstract_syntax: OneOrMany<Item>,
        /// The transfer syntaxes or sets of them.
        pub transfer_syntaxes: OneOrMany<Item>,
        /// The role of this entity.
        pub role: Option<Role>,
        /// Extended negotiation: `none`, `role selection`, or what is negotiated.
        pub extended_negotiation: OneOrMany<String>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// On which condition the context is proposed.
        pub condition: Option<Prose>,
        /// The waiver of PS3.5 10.1 for images that are there in lossy form only.
        pub lossy_only: Option<bool>,
        /// The waiver of PS3.5 10.1 for data too large for the default transfer syntax.
        pub too_large: Option<bool>,
    }
}

record! {
    /// An association rejection (PS3.8 9.3.4).
    ///
    /// The short form is the reason of the standard followed by the explanation, `called-AE-title-not-recognized: …`.
    pub struct Rejection {
        /// 1 permanent, 2 transient.
        pub result: Option<i64>,
        /// 1 service-user, 2 service-provider (ACSE), 3 service-provider (presentation).
        pub source: Option<i64>,
        /// The reason, whose meaning depends on the source.
        pub reason: Option<i64>,
        /// When it happens.
        pub explanation: Option<Prose>,
    }
}

impl Associations {
    /// These policies, completed by those that hold for all entities of the statement.
    #[must_use]
    pub fn or(&self, general: &Self) -> Self {
        let limit =
            |own: &Limit, general: &Limit| if *own == Limit::default() { general } else { own }.clone();
        let word = |own: &Option<String>, general: &Option<String>| own.clone().or_else(|| general.clone());
        Self {
            application_context: word(&self.application_context, &general.application_context),
            max_initiated: limit(&self.max_initiated, &general.max_initiated),
            max_accepted: limit(&self.max_accepted, &general.max_accepted),
            asynchronous: self.asynchronous.or(general.asynchronous),
            max_pdu_received: self.max_pdu_received.or(general.max_pdu_received),
            max_pdu_sent: self.max_pdu_sent.or(general.max_pdu_sent),
            text: self.text.clone().or_else(|| general.text.clone()),
        }
    }
}
