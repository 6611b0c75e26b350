//! `Configuration`: titles, addresses and parameters.

use super::record::{List, Named, OneOrMany, record};
use super::values::{Limit, Prose};
use super::words::YesNo;

record! {
    /// Configuration (PS3.2 A.4.4).
    pub struct Configuration {
        /// How local AE titles and ports are set (PS3.2 A.4.4.1.1).
        pub local: Option<Prose>,
        /// How remote Application Entities are made known (PS3.2 A.4.4.1.2); the key is a remote system or service.
        pub remote: Named<RemoteConfiguration>,
        /// The time-outs of all Application Entities (PS3.2 Table A.4.4-2).
        pub timeouts: Timeouts,
        /// What is set for single Application Entities, by their names (PS3.2 Table A.4.4-2).
        pub application_entities: Named<EntityConfiguration>,
        /// Further parameters (PS3.2 Table A.4.4-2).
        pub parameters: List<Parameter>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// How a remote system is made known (PS3.2 A.4.4.1.2, N.6.2); the short form is its text.
    pub struct RemoteConfiguration {
        /// The local Application Entities or web services that speak to it.
        pub application_entities: OneOrMany<String>,
        /// What it does for them, such as `Storage`.
        pub services: OneOrMany<String>,
        /// How many of them can be set.
        pub max_number: Limit,
        /// The AE title of the remote system.
        pub ae_title: Setting,
        /// Its host name or IP address.
        pub host: Setting,
        /// The TCP port on which it listens.
        pub port: Setting,
        /// The TCP port on which it listens for TLS.
        pub tls_port: Setting,
        /// The base address of its web services.
        pub base_url: Setting,
        /// What else is set for it, such as its capabilities.
        pub parameters: List<Parameter>,
        /// How it is made known and selected.
        pub text: Option<Prose>,
    }
}

record! {
    /// What is set for one Application Entity (PS3.2 Table A.4.4-2).
    pub struct EntityConfiguration {
        /// Its AE title, where more is to be said of it than its default.
        pub ae_title: Setting,
        /// Its port, where more is to be said of it than its default.
        pub port: Setting,
        /// Its port for TLS, where more is to be said of it than its default.
        pub tls_port: Setting,
        /// Its time-outs.
        pub timeouts: Timeouts,
        /// The largest object that it takes.
        pub max_object_size: Setting,
        /// The maximum PDU size that it receives, where more is to be said of it than its value.
        pub max_pdu_received: Setting,
        /// The maximum PDU size that it sends, where more is to be said of it than its value.
        pub max_pdu_sent: Setting,
        /// The SOP classes that it supports, where they can be configured.
        pub sop_classes: Setting,
        /// The transfer syntaxes that it supports, where they can be configured.
        pub transfer_syntaxes: Setting,
        /// Further parameters.
        pub parameters: List<Parameter>,
    }
}

record! {
    /// Time-outs (PS3.2 Table A.4.4-2).
    pub struct Timeouts {
        /// For the answer to an association request.
        pub association: Setting,
        /// For the answer to a DIMSE request.
        pub dimse: Setting,
        /// For the answer to a TCP/IP connect request.
        pub tcp_connect: Setting,
        /// For the acceptance of a TCP/IP message over the network.
        pub tcp_accept: Setting,
        /// For data between TCP/IP packets.
        pub between_packets: Setting,
        /// The Association Request/Reject/Release Timer, ARTIM (PS3.8 9.1.5).
        pub artim: Setting,
        /// For an association over which nothing is sent.
        pub idle: Setting,
    }
}

record! {
    /// A value that is set: its default, or a mapping of what there is to say about it.
    pub struct Setting {
        /// The value as delivered.
        pub default: Option<String>,
        /// The values it may have.
        pub range: Option<String>,
        /// Whether it can be changed.
        pub configurable: Option<YesNo>,
        /// Who may change it: `USER`, `SERVICE`, `FIXED` for nobody, or in other words (PS3.2 N.6).
        pub changed_by: Option<String>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A configuration parameter (PS3.2 Table A.4.4-2).
    pub struct Parameter {
        /// Its name.
        pub name: Option<String>,
        /// The Application Entity it belongs to; general where left out.
        pub application_entity: Option<String>,
        /// Whether it can be changed.
        pub configurable: Option<YesNo>,
        /// The value it has as delivered.
        pub default: Option<String>,
        /// The values it may have.
        pub range: Option<String>,
        /// Who may change it: `USER`, `SERVICE`, `FIXED` for nobody, or in other words (PS3.2 N.6).
        pub changed_by: Option<String>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

impl Parameter {
    /// Whether it can be changed, where that is said: the word on who may change it says it too.
    pub fn is_configurable(&self) -> Option<bool> {
        configurable(self.configurable, self.changed_by.as_deref())
    }
}

impl Setting {
    /// Whether anything is said.
    pub fn is_stated(&self) -> bool {
        *self != Self::default()
    }

    /// Whether it can be changed, where that is said: the word on who may change it says it too.
    pub fn is_configurable(&self) -> Option<bool> {
        configurable(self.configurable, self.changed_by.as_deref())
    }
}

fn configurable(stated: Option<YesNo>, changed_by: Option<&str>) -> Option<bool> {
    match stated {
        Some(stated) => Some(stated == YesNo::Yes),
        None => changed_by.map(|who| !who.trim().eq_ignore_ascii_case("FIXED")),
    }
}

impl Timeouts {
    /// The time-outs under the names of their parameters, in the order of PS3.2 Table A.4.4-2.
    pub fn rows(&self) -> [(&'static str, &Setting); 7] {
        [
            ("Time-out for the answer to an association request", &self.association),
            ("Time-out for the answer to a DIMSE request", &self.dimse),
            ("Time-out for the answer to a TCP/IP connect request", &self.tcp_connect),
            ("Time-out for the acceptance of a TCP/IP message", &self.tcp_accept),
            ("Time-out between TCP/IP packets", &self.between_packets),
            ("Association Request/Reject/Release Timer (ARTIM)", &self.artim),
            ("Time-out of an idle association", &self.idle),
        ]
    }
}
