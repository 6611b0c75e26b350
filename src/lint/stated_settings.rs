//! Values of an Application Entity that are stated twice: where the entity is described, and in `configuration`.

use super::quantity::Quantity;
use super::settings::{SettingUse, Subject};
use super::shared_titles::is_title;
use crate::model::{ApplicationEntity, Count, Limit, Statement};
use crate::route::Route;

/// Another value for what a setting sets.
pub(super) struct StatedValue {
    /// What it is, as a message says it before and behind the name of the entity.
    pub(super) what: (&'static str, &'static str),
    /// The value, as a message shows it.
    pub(super) value: String,
    /// Where it stands.
    pub(super) route: Route,
}

/// What an entity states otherwise than the default of a setting; none where the two agree or cannot be compared.
pub(super) fn stated_elsewhere(
    statement: &Statement,
    name: &str,
    setting: &SettingUse<'_>,
) -> Option<StatedValue> {
    let entity = statement.application_entities.get(name)?;
    let default = setting.default?;
    let at = Route::root().key("application_entities").key(name);
    let number = |what, stated: Option<i64>, route: Route| {
        let (stated, default) = (stated?, Quantity::bare(default)?);
        (stated != default).then(|| StatedValue { what, value: format!("`{stated}`"), route })
    };
    match setting.subject {
        Subject::Title => {
            let stated = entity.ae_title.as_deref().map(str::trim).filter(|title| is_title(title))?;
            let differs = stated != default && is_one_word(default);
            differs.then(|| StatedValue {
                what: ("AE title of", ""),
                value: format!("`{stated}`"),
                route: at.key("ae_title"),
            })
        }
        Subject::Port if !is_port(entity.tls_port, default) => {
            number(("port of", ""), entity.port, at.key("port"))
        }
        Subject::TlsPort => number(("port for TLS of", ""), entity.tls_port, at.key("tls_port")),
        Subject::MaxPduReceived | Subject::MaxPduSent | Subject::MaxInitiated | Subject::MaxAccepted => {
            let (what, stated, route) = of_associations(statement, entity, at, setting.subject)?;
            number(what, Some(stated).filter(|stated| *stated >= 0), route)
        }
        _ => None,
    }
}

/// Whether a number is a certain port.
fn is_port(port: Option<i64>, default: &str) -> bool {
    port.is_some() && port == Quantity::bare(default)
}

/// Whether a default is a title rather than a word on it, such as `None` or `The host name`.
fn is_one_word(default: &str) -> bool {
    const NONE: &[&str] =
        &["n/a", "none", "empty", "blank", "unset", "undefined", "configurable", "variable", "hostname", "-"];
    !default.contains(char::is_whitespace) && !NONE.contains(&default.to_lowercase().as_str())
}

/// A number of the association policies of an entity, or of those for all entities: its name, its value, its place.
fn of_associations(
    statement: &Statement,
    entity: &ApplicationEntity,
    at: Route,
    subject: Subject,
) -> Option<((&'static str, &'static str), i64, Route)> {
    let policies = [(&entity.associations, at), (&statement.associations, Route::root())];
    policies.into_iter().find_map(|(said, at)| {
        let route = |key: &str| at.clone().key("associations").key(key);
        Some(match subject {
            Subject::MaxPduReceived => {
                (("maximum PDU size that", " receives"), said.max_pdu_received?, route("max_pdu_received"))
            }
            Subject::MaxPduSent => {
                (("maximum PDU size that", " sends"), said.max_pdu_sent?, route("max_pdu_sent"))
            }
            Subject::MaxInitiated => {
                let limit = number(&said.max_initiated)?;
                (("number of associations that", " initiates"), limit, route("max_initiated").key("value"))
            }
            _ => {
                let limit = number(&said.max_accepted)?;
                (("number of associations that", " accepts"), limit, route("max_accepted").key("value"))
            }
        })
    })
}

/// The number of a limit that is stated; one that is none, such as `unlimited`, is a negative one.
fn number(limit: &Limit) -> Option<i64> {
    if *limit == Limit::default() {
        return None;
    }
    Some(match limit.value {
        Some(Count::Number(number)) => i64::try_from(number).unwrap_or(i64::MAX),
        Some(Count::Unlimited) | None => -1,
    })
}
