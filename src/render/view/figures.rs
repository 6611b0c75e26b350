//! Figures that templates place: data flow, sequences, services.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::Serialize;

use super::media::medium;
use super::scope::{Anchors, Scope};
use super::web_service::service_title;
use crate::document::{Drawing, Image, Picture};
use crate::model::survey::Initiation;
use crate::model::{MediaApplicationEntity, MediaRole, Support, WebRole};
use crate::render::figure::flow::{self, Flow, Process};
use crate::render::figure::media::{self, MediaFlow, MediaProcess};

/// A figure, which `<!-- figure: id="{{ figure.id }}" caption="{{ figure.caption }}" -->` places.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// Its address in the document.
    pub id: String,
    /// Its caption.
    pub caption: String,
}

/// The figures that have been drawn, under their addresses.
#[derive(Default)]
pub(super) struct Figures {
    pictures: RefCell<BTreeMap<String, Picture>>,
    anchors: RefCell<Anchors>,
}

impl Figures {
    /// Takes the parts of a figure. `words` are what it says, where the text around it does not.
    pub(super) fn take(
        &self,
        kind: &str,
        drawings: Vec<Drawing>,
        description: &str,
        words: Vec<String>,
    ) -> Vec<FigureView> {
        let count = drawings.len();
        let mut words = Some(words);
        let title = drawings.first().map(|drawing| drawing.title.clone()).unwrap_or_default();
        let base = self.anchors.borrow_mut().of(kind, &title);
        let views = drawings.into_iter().enumerate().map(|(number, mut drawing)| {
            let mut id = base.clone();
            if count > 1 {
                let number = number + 1;
                drawing.title = format!("{} (part {number} of {count})", drawing.title);
                id = self.anchors.borrow_mut().of(&format!("{base}-part"), &number.to_string());
            }
            let caption = drawing.title.clone();
            let is_last = number + 1 == count;
            let picture = Picture {
                image: Image::Drawing(drawing),
                description: description.to_owned(),
                words: words.take_if(|_| is_last).unwrap_or_default(),
            };
            self.pictures.borrow_mut().insert(id.clone(), picture);
            FigureView { id, caption }
        });
        views.collect()
    }

    /// All of them.
    pub(super) fn into_pictures(self) -> BTreeMap<String, Picture> {
        self.pictures.into_inner()
    }
}

/// The application data flow of network and web services (PS3.2 A.4.1.1).
pub(super) fn data_flow(scope: &Scope<'_>) -> Vec<FigureView> {
    let drawings = flow::draw(&processes(scope), "Application Data Flow Diagram");
    let description = "Application Entities are boxes with their local real-world activities at the left and remote \
                       ones at the right; an arrow across the DICOM Standard Interface leads away from the side that \
                       initiates Associations. The list of Application Entities says the same.";
    scope.figures.take("figure", drawings, description, Vec::new())
}

/// The application data flow of media (PS3.2 A.5.1.1).
pub(super) fn media_data_flow(scope: &Scope<'_>) -> Vec<FigureView> {
    let entities = scope.statement().media.application_entities.iter();
    let entities = entities.filter(|(_, entity)| entity.support.is_none_or(Support::is_claim));
    let processes: Vec<_> = entities.map(|(name, entity)| media_process(scope, name, entity)).collect();
    let drawings = media::draw(&processes, "Application Data Flow Diagram of Media");
    let description = "Application Entities are boxes with their local real-world activities at the left; an arrow \
                       leads to a medium that is written (FSC), from one that is read (FSR), and both ways where it \
                       is updated (FSU). The list of Application Entities says the same.";
    scope.figures.take("figure", drawings, description, Vec::new())
}

fn media_process(scope: &Scope<'_>, name: &str, entity: &MediaApplicationEntity) -> MediaProcess {
    let mut flows = Vec::new();
    for profile in entity.profiles.iter().filter(|profile| profile.support.is_none_or(Support::is_claim)) {
        let flow = MediaFlow {
            medium: medium(scope, profile),
            creates: profile.roles.contains(&MediaRole::Creator),
            reads: profile.roles.contains(&MediaRole::Reader),
            updates: profile.roles.contains(&MediaRole::Updater),
            ..MediaFlow::default()
        };
        if profile.activity.is_empty() {
            flows.push(flow.clone());
        }
        for name in &profile.activity {
            let told = entity.activities.get(name);
            let local = told.and_then(|told| told.local.clone());
            let remote = told.and_then(|told| told.remote.clone()).unwrap_or_default();
            flows.push(MediaFlow { local: local.unwrap_or_else(|| name.clone()), remote, ..flow.clone() });
        }
    }
    MediaProcess { name: name.to_owned(), flows }
}

fn processes(scope: &Scope<'_>) -> Vec<Process> {
    let survey = scope.survey;
    let mut entities: Vec<Option<Process>> = survey
        .entities
        .iter()
        .map(|used| {
            let kind = "Application Entity".to_owned();
            used.is_claimed.then(|| Process { name: used.name.to_owned(), kind, flows: Vec::new() })
        })
        .collect();
    for used in survey.activities.iter().filter(|used| used.is_claimed) {
        let contexts = &survey.contexts[used.contexts.clone()];
        let has = |initiation| contexts.iter().any(|context| context.initiation == initiation);
        if let Some(Some(process)) = entities.get_mut(used.entity) {
            process.flows.push(Flow {
                local: used.activity.local.clone().unwrap_or_else(|| used.name.to_owned()),
                remote: used.activity.remote.clone().unwrap_or_default(),
                initiates: has(Initiation::Initiates),
                accepts: has(Initiation::Accepts),
            });
        }
    }
    let mut processes: Vec<Process> = entities.into_iter().flatten().collect();
    let services = scope.statement().web_services.iter();
    processes.extend(services.filter(|(_, service)| service.support.is_none_or(Support::is_claim)).map(
        |(name, service)| {
            let is_server = service.role == Some(WebRole::OriginServer);
            let remote = if is_server { "User agent" } else { "Origin server" };
            let flow = Flow {
                local: String::new(),
                remote: remote.to_owned(),
                initiates: !is_server,
                accepts: is_server,
            };
            Process { name: name.clone(), kind: service_title(service.service).to_owned(), flows: vec![flow] }
        },
    ));
    processes
}
