//! Titles, addresses and parameters (PS3.2 A.4.4).

use serde::Serialize;

use super::entity::{LimitView, limit};
use super::parameters::{ParameterTable, entity_parameters, remote_parameters};
use super::scope::Scope;
use crate::model::RemoteConfiguration;

/// Titles, addresses and parameters (PS3.2 A.4.4).
#[derive(Debug, Serialize)]
pub struct ConfigurationView {
    /// What there is to say in general; prose.
    pub text: Option<String>,
    /// The AE titles (PS3.2 Table A.4.4-1).
    pub titles: Vec<TitleRow>,
    /// Whether one of the entities listens for TLS.
    pub has_tls: bool,
    /// How local titles and ports are set; prose.
    pub local: Option<String>,
    /// Remote Application Entities (PS3.2 A.4.4.1.2).
    pub remote: Vec<RemoteView>,
    /// The parameters, general ones first (PS3.2 Table A.4.4-2); none where there are none.
    pub parameters: Option<ParameterTable>,
}

/// The title of an Application Entity (PS3.2 Table A.4.4-1).
#[derive(Debug, Serialize)]
pub struct TitleRow {
    /// The Application Entity.
    pub name: String,
    /// The default AE title; empty where it is not stated.
    pub title: String,
    /// The default port; empty where it is not stated.
    pub port: String,
    /// The default port for TLS; empty where it is not stated.
    pub tls_port: String,
    /// Whether the entity accepts associations, so that a port matters.
    pub is_acceptor: bool,
    /// Why the entity shares its title with another one; prose.
    pub shared_title: Option<String>,
}

/// A remote system (PS3.2 A.4.4.1.2).
#[derive(Debug, Serialize)]
pub struct RemoteView {
    /// The remote system or service.
    pub name: String,
    /// How it is made known; prose.
    pub text: Option<String>,
    /// The local Application Entities that speak to it.
    pub entities: Vec<String>,
    /// What it does for them.
    pub services: Vec<String>,
    /// How many of them can be set.
    pub max_number: Option<LimitView>,
    /// What is set for it; none where that is not said.
    pub parameters: Option<ParameterTable>,
}

impl ConfigurationView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let configuration = &scope.statement().configuration;
        let titles = titles(scope);
        Self {
            text: scope.prose(configuration.text.as_ref()),
            has_tls: titles.iter().any(|row| !row.tls_port.is_empty()),
            titles,
            local: scope.prose(configuration.local.as_ref()),
            remote: configuration.remote.iter().map(|(name, said)| remote(scope, name, said)).collect(),
            parameters: entity_parameters(scope),
        }
    }
}

fn titles(scope: &Scope<'_>) -> Vec<TitleRow> {
    let rows = scope.statement().application_entities.iter().map(|(name, entity)| TitleRow {
        name: name.clone(),
        title: entity.ae_title.clone().unwrap_or_default(),
        port: entity.port.map(|port| port.to_string()).unwrap_or_default(),
        tls_port: entity.tls_port.map(|port| port.to_string()).unwrap_or_default(),
        is_acceptor: entity.activities.values().any(|activity| !activity.accepts.is_empty()),
        shared_title: scope.prose(entity.policies.shared_title.as_ref()),
    });
    rows.collect()
}

fn remote(scope: &Scope<'_>, name: &str, said: &RemoteConfiguration) -> RemoteView {
    RemoteView {
        name: name.to_owned(),
        text: scope.prose(said.text.as_ref()),
        entities: said.application_entities.to_vec(),
        services: said.services.to_vec(),
        max_number: limit(scope, &said.max_number, false),
        parameters: remote_parameters(scope, said),
    }
}
