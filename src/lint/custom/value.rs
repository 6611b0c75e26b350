//! The model as expressions see it: mappings in the author's order, that cost nothing to hand on.

use std::sync::Arc;

use cel::ExecutionError;
use cel::common::traits::{self, Container, Indexer, Iterable, Sizer};
use cel::common::types::{self, CelBool, CelDouble, CelInt, CelList, CelNull, CelString, Type};
use cel::common::value::{CowVal, StaticVal, Val};
use indexmap::IndexMap;
use serde::Serialize;
use serde_json::Value as Json;

/// What a document says, as it serializes: long forms, names as their author wrote them, nothing that is left out.
pub(super) fn value_of(document: &impl Serialize) -> Option<Box<dyn Val>> {
    serde_json::to_value(document).ok().map(converted)
}

fn converted(json: Json) -> Box<dyn Val> {
    match json {
        Json::Null => Box::new(CelNull),
        Json::Bool(bool) => Box::new(CelBool::from(bool)),
        Json::Number(number) => match number.as_i64() {
            Some(integer) => Box::new(CelInt::from(integer)),
            None => Box::new(CelDouble::from(number.as_f64().unwrap_or(f64::NAN))),
        },
        Json::String(text) => Box::new(CelString::from(text)),
        Json::Array(elements) => {
            let elements: Vec<Box<dyn Val>> = elements.into_iter().map(converted).collect();
            Box::new(CelList::from(elements))
        }
        Json::Object(entries) => Box::new(Mapping::of(entries)),
    }
}

/// How much it costs to walk or to copy a value, in steps.
pub(super) fn weight(value: &dyn Val) -> u64 {
    if let Some(mapping) = value.downcast_ref::<Mapping>() {
        mapping.0.weight
    } else if let Some(list) = value.downcast_ref::<CelList<'_>>() {
        list.inner().iter().map(|element| weight(&**element)).fold(1, u64::saturating_add)
    } else {
        let text = value.downcast_ref::<CelString<'_>>().map_or(0, |text| text.inner().len());
        1 + u64::try_from(text / 16).unwrap_or(u64::MAX)
    }
}

/// A mapping of the model. Unlike the one of the crate it keeps the author's order, so that the same document always
/// gives the same answer.
#[derive(Debug, Clone)]
pub(super) struct Mapping(Arc<Entries>);

#[derive(Debug)]
struct Entries {
    by_key: IndexMap<String, Entry>,
    weight: u64,
}

#[derive(Debug)]
struct Entry {
    key: CelString<'static>,
    value: Box<dyn Val>,
}

impl Mapping {
    fn of(entries: serde_json::Map<String, Json>) -> Self {
        let entries = entries.into_iter().map(|(key, value)| {
            let entry = Entry { key: CelString::from(key.clone()), value: converted(value) };
            (key, entry)
        });
        let by_key: IndexMap<String, Entry> = entries.collect();
        let weight = by_key.values().map(|entry| 1 + weight(&*entry.value)).fold(1, u64::saturating_add);
        Self(Arc::new(Entries { by_key, weight }))
    }

    /// The value under a key.
    pub(super) fn value(&self, key: &str) -> Option<&(dyn Val + 'static)> {
        self.0.by_key.get(key).map(|entry| &*entry.value)
    }

    /// Keys and values in the author's order.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &(dyn Val + 'static))> {
        self.0.by_key.iter().map(|(key, entry)| (key.as_str(), &*entry.value))
    }

    fn find(&self, key: &dyn Val) -> Result<Option<&(dyn Val + 'static)>, ExecutionError> {
        let text = key.downcast_ref::<CelString<'_>>().ok_or_else(|| ExecutionError::UnexpectedType {
            got: key.get_type().name().to_owned(),
            want: "string".to_owned(),
        })?;
        Ok(self.value(text.inner()))
    }
}

impl StaticVal for Mapping {}

impl Val for Mapping {
    fn get_type(&self) -> &Type {
        &types::MAP_TYPE
    }

    fn cel_type() -> &'static Type {
        &types::MAP_TYPE
    }

    fn as_any(&self) -> Option<&dyn std::any::Any> {
        Some(self)
    }

    fn as_container(&self) -> Option<&dyn Container> {
        Some(self)
    }

    fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_iterable<'b, 'v>(&'b self) -> Option<&'b (dyn Iterable + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_sizer(&self) -> Option<&dyn Sizer> {
        Some(self)
    }

    fn equals(&self, other: &dyn Val) -> bool {
        other.downcast_ref::<Self>().is_some_and(|other| {
            Arc::ptr_eq(&self.0, &other.0)
                || self.0.by_key.len() == other.0.by_key.len()
                    && self
                        .entries()
                        .all(|(key, value)| other.value(key).is_some_and(|same| value.equals(same)))
        })
    }

    fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
    where
        Self: 'v,
    {
        Box::new(self.clone())
    }
}

impl Container for Mapping {
    fn contains(&self, key: &dyn Val) -> Result<bool, ExecutionError> {
        Ok(self.find(key)?.is_some())
    }
}

impl Indexer for Mapping {
    fn get<'b, 'v>(&'b self, key: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError>
    where
        Self: 'v,
    {
        let found = self.find(key)?;
        let missing =
            || key.downcast_ref::<CelString<'_>>().map_or_else(String::new, |key| key.inner().to_owned());
        match found {
            Some(value) => Ok(CowVal::Borrowed(value)),
            None => Err(ExecutionError::no_such_key(&missing())),
        }
    }

    fn steal<'v>(self: Box<Self>, key: &dyn Val) -> Result<Box<dyn Val + 'v>, ExecutionError>
    where
        Self: 'v,
    {
        self.get(key).map(CowVal::into_owned)
    }
}

impl Sizer for Mapping {
    fn size(&self) -> CelInt {
        CelInt::from(i64::try_from(self.0.by_key.len()).unwrap_or(i64::MAX))
    }
}

impl Iterable for Mapping {
    fn iter<'b, 'v>(&'b self) -> Box<dyn traits::Iterator<'b, 'v> + 'b>
    where
        Self: 'v,
    {
        Box::new(Keys(self.0.by_key.values()))
    }
}

struct Keys<'b>(indexmap::map::Values<'b, String, Entry>);

impl<'b, 'v> traits::Iterator<'b, 'v> for Keys<'b> {
    fn next(&mut self) -> Option<&'b (dyn Val + 'v)> {
        let entry = self.0.next()?;
        Some(&entry.key)
    }
}
