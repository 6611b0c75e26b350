//! The facts of a UID or attribute, gathered from all tables of the standard.

use dicomply::standard::attribute::{self, Attribute, Tag};
use dicomply::standard::query_keys::{self, Level};
use dicomply::standard::sop_class::{self, Category, InformationModel, Object, SopClass};
use dicomply::standard::status::{self, Service};
use dicomply::standard::transfer_syntax::{self, TransferSyntax};
use dicomply::standard::uids::{self, UidEntry};
use dicomply::standard::{event, worklist_keys};
use serde::Serialize;

/// What is known about a UID.
#[derive(Serialize)]
pub(super) struct UidFacts {
    pub(super) uid: &'static str,
    pub(super) name: &'static str,
    pub(super) keyword: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) retired: bool,
    pub(super) former_names: Vec<&'static str>,
    /// Other UIDs that are registered under the same name.
    pub(super) namesakes: Vec<&'static str>,
    pub(super) sop_class: Option<SopClassFacts>,
    pub(super) transfer_syntax: Option<TransferSyntaxFacts>,
}

#[derive(Serialize)]
pub(super) struct SopClassFacts {
    pub(super) service_class: &'static str,
    pub(super) category: Option<&'static str>,
    pub(super) object: Option<&'static str>,
    pub(super) pixel_data: &'static str,
    pub(super) members: Vec<Member>,
    pub(super) keys: Vec<KeyFacts>,
    pub(super) services: Vec<ServiceFacts>,
}

#[derive(Serialize)]
pub(super) struct Member {
    pub(super) uid: &'static str,
    pub(super) name: &'static str,
}

/// A key that a provider has to support.
#[derive(Serialize)]
pub(super) struct KeyFacts {
    /// The level of query/retrieve, the module of the worklist.
    pub(super) group: &'static str,
    pub(super) tag: String,
    pub(super) name: &'static str,
    #[serde(rename = "type")]
    pub(super) key_type: &'static str,
}

#[derive(Serialize)]
pub(super) struct ServiceFacts {
    pub(super) service: &'static str,
    pub(super) events: Vec<EventFacts>,
    pub(super) responses: Vec<Response>,
}

#[derive(Serialize)]
pub(super) struct EventFacts {
    pub(super) id: u16,
    pub(super) name: &'static str,
}

#[derive(Serialize)]
pub(super) struct Response {
    pub(super) code: String,
    pub(super) status: &'static str,
    pub(super) meaning: &'static str,
}

#[derive(Serialize)]
pub(super) struct TransferSyntaxFacts {
    pub(super) encoding: &'static str,
    pub(super) compression: &'static str,
    pub(super) fidelity: &'static str,
    pub(super) traits: Vec<&'static str>,
}

/// What is known about an attribute.
#[derive(Serialize)]
pub(super) struct AttributeFacts {
    pub(super) tag: String,
    pub(super) name: &'static str,
    pub(super) keyword: &'static str,
    pub(super) vr: &'static str,
    pub(super) vm: &'static str,
    pub(super) retired: bool,
    /// The tables of keys that have it.
    pub(super) keys: Vec<KeyUse>,
}

/// A place of an attribute in the tables of keys of PS3.4.
#[derive(Serialize)]
pub(super) struct KeyUse {
    pub(super) model: &'static str,
    /// The level of query/retrieve, the module of the worklist.
    pub(super) group: &'static str,
    pub(super) path: String,
    #[serde(rename = "type")]
    pub(super) key_type: &'static str,
    /// The type for return, which the worklist alone has.
    pub(super) return_type: Option<&'static str>,
}

impl UidFacts {
    pub(super) fn of(entry: &'static UidEntry) -> Self {
        let is_namesake = |other: &&UidEntry| other.uid != entry.uid && other.shares_name_with(entry);
        Self {
            uid: entry.uid,
            name: entry.name,
            keyword: entry.keyword,
            kind: entry.kind.as_str(),
            retired: entry.retired,
            former_names: entry.former_names().collect(),
            namesakes: uids::all().iter().filter(is_namesake).map(|other| other.uid).collect(),
            sop_class: sop_class::by_uid(entry.uid).map(SopClassFacts::of),
            transfer_syntax: transfer_syntax::by_uid(entry.uid).map(TransferSyntaxFacts::of),
        }
    }
}

impl SopClassFacts {
    fn of(class: &'static SopClass) -> Self {
        let member =
            |uid: &&'static str| uids::by_uid(uid).map(|found| Member { uid: found.uid, name: found.name });
        Self {
            service_class: class.service_class.as_str(),
            category: class.category().map(Category::as_str),
            object: class.object.map(Object::as_str),
            pixel_data: class.pixel_data.as_str(),
            members: class.members().iter().filter_map(member).collect(),
            keys: keys_of(class),
            services: class.services().iter().map(|service| ServiceFacts::of(*service, class)).collect(),
        }
    }
}

impl ServiceFacts {
    fn of(service: Service, class: &SopClass) -> Self {
        let events = if service == Service::NEventReport { event::event_types(class) } else { &[] };
        let rows = status::standard_rows(service, Some(class));
        Self {
            service: service.as_str(),
            events: events.iter().map(|event| EventFacts { id: event.id, name: event.name }).collect(),
            responses: rows
                .iter()
                .map(|row| Response {
                    code: row.codes.to_string(),
                    status: row.service_status,
                    meaning: row.meaning,
                })
                .collect(),
        }
    }
}

/// The unique and required keys of a query class; a retrieve class has the unique ones alone (PS3.4, section C.2.2.1).
fn keys_of(class: &SopClass) -> Vec<KeyFacts> {
    let Some(model) = class.information_model() else { return Vec::new() };
    if model == InformationModel::ModalityWorklist {
        return worklist_keys::required_matching_keys()
            .map(|key| KeyFacts::of(key.module, &key.path, key.matching.as_str()))
            .collect();
    }
    let levels = query_keys::levels(model).iter();
    levels
        .flat_map(|level| query_keys::mandatory_keys(model, *level))
        .filter(|key| class.is_query() || key.key_type == query_keys::KeyType::Unique)
        .map(|key| KeyFacts::of(key.level.as_str(), &key.path, key.key_type.as_str()))
        .collect()
}

impl KeyFacts {
    fn of(group: &'static str, path: &[Tag], key_type: &'static str) -> Self {
        let name = path.last().copied().and_then(attribute::by_tag).map_or("", |attribute| attribute.name);
        Self { group, tag: attribute::written(path), name, key_type }
    }
}

impl TransferSyntaxFacts {
    fn of(syntax: &'static TransferSyntax) -> Self {
        let traits = [
            (syntax.is_default(), "default"),
            (syntax.encapsulated, "encapsulated"),
            (syntax.deflated, "deflated"),
            (syntax.is_video(), "video"),
            (syntax.references_pixel_data(), "pixel data by reference"),
            (syntax.is_real_time_only(), "real-time communication only"),
        ];
        Self {
            encoding: syntax.encoding.as_str(),
            compression: syntax.codec.as_str(),
            fidelity: syntax.fidelity.as_str(),
            traits: traits.into_iter().filter_map(|(holds, word)| holds.then_some(word)).collect(),
        }
    }
}

impl AttributeFacts {
    pub(super) fn of(attribute: &'static Attribute) -> Self {
        Self {
            tag: attribute.written_tag(),
            name: attribute.name,
            keyword: attribute.keyword,
            vr: attribute.vr,
            vm: attribute.vm,
            retired: attribute.retired,
            keys: key_tables(attribute.tag),
        }
    }
}

/// Where the tables of PS3.4 have an attribute as a key.
fn key_tables(tag: Tag) -> Vec<KeyUse> {
    let mut found = Vec::new();
    for model in [InformationModel::PatientRoot, InformationModel::StudyRoot] {
        let keys = Level::ALL.into_iter().flat_map(|level| query_keys::keys(model, level));
        found.extend(keys.filter(|key| key.path == [tag]).map(|key| KeyUse {
            model: model.as_str(),
            group: key.level.as_str(),
            path: attribute::written(&key.path),
            key_type: key.key_type.as_str(),
            return_type: None,
        }));
    }
    let keys = worklist_keys::all().iter().filter(|key| key.path.last() == Some(&tag));
    found.extend(keys.map(|key| KeyUse {
        model: InformationModel::ModalityWorklist.as_str(),
        group: key.module,
        path: attribute::written(&key.path),
        key_type: key.matching.as_str(),
        return_type: Some(key.returned.as_str()),
    }));
    found
}
