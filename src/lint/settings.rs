//! What can be set in a product, laid out flat: the parameters of `configuration`, and the settings that have keys of
//! their own.

mod subject;

use crate::model::{
    EntityConfiguration, Parameter, Prose, RemoteConfiguration, Setting, Statement, Timeouts, YesNo,
};
use crate::route::Route;

pub(super) use subject::{Subject, is_port_of_peer, speaks_of_peer};

/// Whom a setting concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner<'s> {
    /// The whole product.
    Product,
    /// One of its Application Entities, by the author's name.
    Entity(&'s str),
    /// A remote system, by the author's name.
    Remote(&'s str),
}

/// Where a setting is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// An element of a list of parameters, with a name.
    Parameter,
    /// A value under a key of its own.
    Key,
}

/// A setting.
#[derive(Debug)]
pub(super) struct SettingUse<'s> {
    pub(super) owner: Owner<'s>,
    pub(super) form: Form,
    /// What is set.
    pub(super) subject: Subject,
    /// The name of the parameter, or the key.
    pub(super) name: &'s str,
    pub(super) default: Option<&'s str>,
    pub(super) range: Option<&'s str>,
    pub(super) text: Option<&'s str>,
    pub(super) configurable: Option<YesNo>,
    pub(super) is_configurable: Option<bool>,
    /// Where it stands.
    pub(super) route: Route,
}

impl<'s> SettingUse<'s> {
    /// The Application Entity that a setting is of: the one it names, or the only one of the statement.
    pub(super) fn entity(&self, statement: &'s Statement) -> Option<&'s str> {
        let mut names = statement.application_entities.keys();
        match self.owner {
            Owner::Entity(name) => Some(name),
            Owner::Product => names.next().filter(|_| names.next().is_none()).map(String::as_str),
            Owner::Remote(_) => None,
        }
    }
}

/// The settings of a statement, in no particular order.
pub(super) fn settings(statement: &Statement) -> Vec<SettingUse<'_>> {
    let configuration = &statement.configuration;
    let at = || Route::root().key("configuration");
    let mut found = Found(Vec::new());
    found.timeouts(Owner::Product, &configuration.timeouts, &at());
    found.parameters(Owner::Product, &configuration.parameters, &at());
    for (name, entity) in &configuration.application_entities {
        found.entity(name, entity, &at().key("application_entities").key(name));
    }
    for (name, remote) in &configuration.remote {
        found.remote(name, remote, &at().key("remote").key(name));
    }
    found.0
}

struct Found<'s>(Vec<SettingUse<'s>>);

impl<'s> Found<'s> {
    fn entity(&mut self, name: &'s str, entity: &'s EntityConfiguration, route: &Route) {
        let owner = Owner::Entity(name);
        let rows = [
            ("ae_title", &entity.ae_title, Subject::Title),
            ("port", &entity.port, Subject::Port),
            ("tls_port", &entity.tls_port, Subject::TlsPort),
            ("max_object_size", &entity.max_object_size, Subject::Other),
            ("max_pdu_received", &entity.max_pdu_received, Subject::MaxPduReceived),
            ("max_pdu_sent", &entity.max_pdu_sent, Subject::MaxPduSent),
            ("sop_classes", &entity.sop_classes, Subject::Other),
            ("transfer_syntaxes", &entity.transfer_syntaxes, Subject::Other),
        ];
        self.keys(owner, &rows, route);
        self.timeouts(owner, &entity.timeouts, route);
        self.parameters(owner, &entity.parameters, route);
    }

    fn remote(&mut self, name: &'s str, remote: &'s RemoteConfiguration, route: &Route) {
        let owner = Owner::Remote(name);
        let rows = [
            ("ae_title", &remote.ae_title, Subject::Title),
            ("host", &remote.host, Subject::Other),
            ("port", &remote.port, Subject::Port),
            ("tls_port", &remote.tls_port, Subject::TlsPort),
            ("base_url", &remote.base_url, Subject::Other),
        ];
        self.keys(owner, &rows, route);
        self.parameters(owner, &remote.parameters, route);
    }

    fn timeouts(&mut self, owner: Owner<'s>, timeouts: &'s Timeouts, route: &Route) {
        let rows = [
            ("association", &timeouts.association, Subject::Timeout),
            ("dimse", &timeouts.dimse, Subject::Timeout),
            ("tcp_connect", &timeouts.tcp_connect, Subject::OtherTimeout),
            ("tcp_accept", &timeouts.tcp_accept, Subject::OtherTimeout),
            ("between_packets", &timeouts.between_packets, Subject::OtherTimeout),
            ("artim", &timeouts.artim, Subject::Timeout),
            ("idle", &timeouts.idle, Subject::Timeout),
        ];
        self.keys(owner, &rows, &route.clone().key("timeouts"));
    }

    fn keys(&mut self, owner: Owner<'s>, rows: &[(&'static str, &'s Setting, Subject)], route: &Route) {
        for (key, setting, subject) in rows.iter().filter(|(_, setting, _)| setting.is_stated()) {
            self.0.push(SettingUse {
                owner,
                form: Form::Key,
                subject: *subject,
                name: key,
                default: stated(setting.default.as_deref()),
                range: stated(setting.range.as_deref()),
                text: stated(setting.text.as_ref().map(Prose::as_str)),
                configurable: setting.configurable,
                is_configurable: setting.is_configurable(),
                route: route.clone().key(*key),
            });
        }
    }

    fn parameters(&mut self, owner: Owner<'s>, parameters: &'s [Parameter], route: &Route) {
        for (index, parameter) in parameters.iter().enumerate() {
            let Some(name) = stated(parameter.name.as_deref()) else { continue };
            let of_entity = || stated(parameter.application_entity.as_deref()).map(Owner::Entity);
            self.0.push(SettingUse {
                owner: if owner == Owner::Product { of_entity().unwrap_or(owner) } else { owner },
                form: Form::Parameter,
                subject: Subject::of(name),
                name,
                default: stated(parameter.default.as_deref()),
                range: stated(parameter.range.as_deref()),
                text: stated(parameter.text.as_ref().map(Prose::as_str)),
                configurable: parameter.configurable,
                is_configurable: parameter.is_configurable(),
                route: route.clone().key("parameters").index(index),
            });
        }
    }
}

/// A text without blank space around it, where anything is left.
fn stated(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
