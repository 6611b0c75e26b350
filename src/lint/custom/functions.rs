//! The functions of expressions: those of CEL, some for texts, and what the registry knows.

use std::sync::{Arc, LazyLock};

use cel::common::types::{CelBool, CelString, DYN_TYPE};
use cel::common::value::{CowVal, Val};
use cel::{DeclarationError, Env, ExecutionError, extensions};

use super::budget::{matches, spend};
use super::value::Mapping;
use crate::standard::uids::{self, Place, UidEntry};

/// Where expressions are computed.
pub(super) fn environment() -> Arc<Env> {
    static ENVIRONMENT: LazyLock<Arc<Env>> = LazyLock::new(|| {
        let mut environment = Env::default().with_optional_support(false).with_stdlib();
        // Nothing is declared twice, so nothing is refused.
        let _ = declare(&mut environment);
        Arc::new(environment)
    });
    Arc::clone(&ENVIRONMENT)
}

fn declare(environment: &mut Env) -> Result<(), DeclarationError> {
    environment.add_overload("@spend", "spend", vec![DYN_TYPE, DYN_TYPE], spend)?;
    environment.add_overload("@matches", "matches_pattern", vec![DYN_TYPE, DYN_TYPE, DYN_TYPE], matches)?;
    environment.add_overload("uid", "uid_of_item", vec![DYN_TYPE], uid)?;
    environment.add_overload("is_retired", "is_retired_item", vec![DYN_TYPE], is_retired)?;
    environment.add_extension(extensions::strings)
}

/// `uid(item)`: the UID of a SOP class or transfer syntax, however its author wrote it; empty where none is known.
#[allow(clippy::needless_pass_by_value)] // The signature is that of `cel`.
fn uid<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let item = Item::of(&arguments)?;
    let uid = item.uid.map(str::trim).or_else(|| item.entry().map(|entry| entry.uid)).unwrap_or_default();
    Ok(CowVal::owned(CelString::from(uid.to_owned())))
}

/// `is_retired(item)`: whether the standard has retired a SOP class or a transfer syntax.
#[allow(clippy::needless_pass_by_value)] // The signature is that of `cel`.
fn is_retired<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let is_retired = Item::of(&arguments)?.entry().is_some_and(|entry| entry.retired);
    Ok(CowVal::owned(CelBool::from(is_retired)))
}

/// An item as its author wrote it.
struct Item<'a> {
    uid: Option<&'a str>,
    name: Option<&'a str>,
}

impl<'a> Item<'a> {
    fn of(arguments: &'a [CowVal<'_, '_>]) -> Result<Self, ExecutionError> {
        let value: &dyn Val = &**arguments.first().ok_or(ExecutionError::MissingArgumentOrTarget)?;
        if let Some(text) = text(value) {
            return Ok(Self { uid: None, name: Some(text) });
        }
        match value.downcast_ref::<Mapping>() {
            Some(item) => {
                Ok(Self { uid: item.value("uid").and_then(text), name: item.value("name").and_then(text) })
            }
            None => Err(ExecutionError::UnexpectedType {
                got: value.get_type().name().to_owned(),
                want: "an item or a text".to_owned(),
            }),
        }
    }

    fn entry(&self) -> Option<&'static UidEntry> {
        let text = self.uid.or(self.name)?;
        uids::resolve(text, Place::Any).map(|resolution| resolution.entry)
    }
}

fn text(value: &dyn Val) -> Option<&str> {
    value.downcast_ref::<CelString<'_>>().map(CelString::inner)
}
