//! What a deployed Application Entity claims, against what the entity of a statement that it implements can do.

use crate::model::{
    Activity, DeployedEntity, Implemented, PresentationContext, Protocol, Role, Statement, Support, WebRole,
};

/// The roles that an entity of a statement can serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Roles {
    pub(crate) user: bool,
    pub(crate) provider: bool,
}

/// A claim that goes beyond the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excess {
    /// It is to be a user and initiates nothing.
    User,
    /// It is to be a provider and accepts nothing.
    Provider,
    /// It is to speak this protocol.
    Protocol(Protocol),
}

impl Excess {
    /// The key of the claim.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::User | Self::Provider => "role",
            Self::Protocol(_) => "protocol",
        }
    }

    /// What is wrong, after the name of the deployed entity.
    pub(crate) fn message(self, implemented: &Implemented<'_>, protocol: Protocol) -> String {
        let name = implemented.name;
        match self {
            Self::User if protocol == Protocol::DicomWeb => {
                "is to act as SCU, but the statement has no web service as user agent".to_owned()
            }
            Self::Provider if protocol == Protocol::DicomWeb => {
                "is to act as SCP, but the statement has no web service as origin server".to_owned()
            }
            Self::User => format!("is to act as SCU, but `{name}` initiates nothing"),
            Self::Provider => format!("is to act as SCP, but `{name}` accepts nothing"),
            Self::Protocol(Protocol::DicomWeb) => {
                "is to speak DICOMweb, but the statement has no web service".to_owned()
            }
            Self::Protocol(protocol) => {
                format!(
                    "is to speak {protocol}, but the statement has no secure transport connection profile"
                )
            }
        }
    }
}

/// The claims of a deployed entity that its statement does not bear out.
pub(crate) fn beyond_statement(deployed: &DeployedEntity<'_>) -> Vec<Excess> {
    let Some(implemented) = deployed.implemented() else {
        return Vec::new();
    };
    let protocol = deployed.endpoint.entity.protocol();
    if matches!(protocol, Protocol::DicomTls | Protocol::DicomWeb) && !can_speak(&implemented, protocol) {
        return vec![Excess::Protocol(protocol)];
    }
    let roles = roles_of(&implemented, protocol);
    // A statement that shows no role at all is not finished; that is said of the statement.
    let (Some(role), true) = (deployed.endpoint.entity.role, roles.user || roles.provider) else {
        return Vec::new();
    };
    let user = (role.is_user() && !roles.user).then_some(Excess::User);
    let provider = (role.is_provider() && !roles.provider).then_some(Excess::Provider);
    user.into_iter().chain(provider).collect()
}

/// Whether a deployed entity claims what its statement does not bear out.
pub(crate) fn is_beyond_statement(deployed: &DeployedEntity<'_>) -> bool {
    !beyond_statement(deployed).is_empty()
}

/// The roles that an entity can serve over a protocol. Who makes or accepts associations in any role of a
/// presentation context counts as user or provider: a user of Storage Commitment listens for the reports.
pub(crate) fn roles_of(implemented: &Implemented<'_>, protocol: Protocol) -> Roles {
    if protocol == Protocol::DicomWeb {
        let mut roles = Roles { user: false, provider: false };
        for service in web_services(implemented.statement) {
            roles.user |= service != Some(WebRole::OriginServer);
            roles.provider |= service != Some(WebRole::UserAgent);
        }
        return roles;
    }
    let activities =
        || implemented.entity.activities.values().filter(|activity| is_claimed(activity.support));
    let any = |contexts: fn(&Activity) -> &[PresentationContext], has: fn(Role) -> bool| {
        activities()
            .flat_map(contexts)
            .any(|context| is_claimed(context.support) && context.role.is_none_or(has))
    };
    let initiates: fn(&Activity) -> &[PresentationContext] = |activity| &activity.initiates;
    let accepts: fn(&Activity) -> &[PresentationContext] = |activity| &activity.accepts;
    Roles {
        user: any(initiates, |_| true) || any(accepts, |role| role == Role::Both),
        provider: any(accepts, |_| true) || any(initiates, |role| role == Role::Both),
    }
}

/// Whether the product can speak a protocol, as far as its statement tells.
pub(crate) fn can_speak(implemented: &Implemented<'_>, protocol: Protocol) -> bool {
    match protocol {
        Protocol::Dicom => {
            implemented.entity.activities.values().any(|activity| is_claimed(activity.support))
        }
        Protocol::DicomTls => {
            implemented.entity.tls_port.is_some() || has_secure_transport(implemented.statement)
        }
        Protocol::DicomWeb => web_services(implemented.statement).next().is_some(),
        Protocol::Other => false,
    }
}

fn web_services(statement: &Statement) -> impl Iterator<Item = Option<WebRole>> {
    statement.web_services.values().filter(|service| is_claimed(service.support)).map(|service| service.role)
}

/// Whether a profile, or what is said of associations in general, tells of TLS.
fn has_secure_transport(statement: &Statement) -> bool {
    let tells = |text: &str| {
        let text = text.to_ascii_lowercase();
        text.contains("tls") || text.contains("secure transport")
    };
    let security = &statement.security;
    let profiles = security.profiles.iter().filter(|profile| is_claimed(profile.support));
    profiles.filter_map(|profile| profile.name.as_deref()).any(tells)
        || security.association_level.text.as_ref().is_some_and(|text| tells(text.as_str()))
        || !security.tls.versions.is_empty()
}

const fn is_claimed(support: Option<Support>) -> bool {
    !matches!(support, Some(Support::No | Support::NotApplicable))
}
