//! Whether two products work together, in words: services, presentation contexts side by side, and what surrounds them.

mod surroundings;
mod wording;

use std::collections::BTreeSet;

use serde::Serialize;

pub(super) use self::wording::service as service_name;
use crate::finding::DocumentId;
use crate::model::survey::{Survey, Trail};
use crate::model::{Role, Statement};
use crate::pairing::{
    Depth, Judgement, Negotiation, Offered, Product, Service, ServiceKind, Side, StepKind, Verdict, Workflow,
};
use crate::route::Route;

/// A statement that is compared, and the document that holds it.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'s> {
    /// The document.
    pub document: DocumentId,
    /// The statement.
    pub statement: &'s Statement,
}

/// What of two statements is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The Application Entities of each side, by name; all where none is named.
    pub entities: [Vec<String>; 2],
    /// The side that is the user of services; both where left out.
    pub user: Option<Side>,
}

/// Whether two products work together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The two products.
    pub products: [ComparedProduct; 2],
    /// How well the worst service works that somebody asks for.
    pub verdict: Verdict,
    /// The services, by workflow.
    pub services: Vec<ComparedService>,
    /// The presentation contexts, side by side.
    pub contexts: Vec<ComparedContext>,
    /// What surrounds the services: character sets, security, limits of associations, …
    pub topics: Vec<Topic>,
}

/// A product that is compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedProduct {
    /// The document of its statement.
    #[serde(skip)]
    pub document: DocumentId,
    /// Its name, with the vendor's where there is one.
    pub name: String,
    /// The versions that the statement holds for.
    pub versions: Vec<String>,
}

/// A service between the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedService {
    /// Its name, such as `Storage` or `Study Root Query/Retrieve Information Model - FIND`.
    pub name: String,
    /// The UID of the SOP class, where it is a single one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sop_class: Option<String>,
    /// What people do with it.
    #[serde(serialize_with = "workflow")]
    pub workflow: Workflow,
    /// How well it works.
    pub verdict: Verdict,
    /// What becomes of it with either side as its user.
    pub ways: Vec<ComparedWay>,
}

/// A service with one of the two as its user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedWay {
    /// Who is the user: who stores, asks or prints.
    #[serde(serialize_with = "side")]
    pub user: Side,
    /// How well it works.
    pub verdict: Verdict,
    /// The steps that it takes.
    pub steps: Vec<ComparedStep>,
}

/// A step of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedStep {
    /// Which one.
    #[serde(serialize_with = "step")]
    pub kind: StepKind,
    /// How well it works.
    pub verdict: Verdict,
    /// The presentation contexts that it rests on, by their positions in [`Comparison::contexts`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contexts: Vec<usize>,
    /// Why it does not simply work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Explanation>,
}

/// Why something does not simply work, what of the standard decides it, and what would mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The name of the cause, such as `no-common-transfer-syntax`.
    pub cause: &'static str,
    /// What can at best be said where this is the case.
    pub verdict: Verdict,
    /// What is the case.
    pub message: String,
    /// What to change in which product, or to ask of whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
    /// The place of the standard that decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<&'static str>,
    /// Where the statements say what it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// A place of one of the two statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Whose statement it is.
    #[serde(serialize_with = "side")]
    pub side: Side,
    /// The address of the value.
    #[serde(serialize_with = "route")]
    pub route: Route,
}

/// A SOP class that one side proposes, or would accept, with what both sides say of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedContext {
    /// The UID of the SOP class.
    pub sop_class: String,
    /// Its name.
    pub name: String,
    /// Who makes the association.
    #[serde(serialize_with = "side")]
    pub initiator: Side,
    /// Who is the user of the service.
    #[serde(serialize_with = "side")]
    pub user: Side,
    /// What the two sides say.
    pub offers: [Option<ComparedOffer>; 2],
    /// The transfer syntaxes that are common to both, what the acceptor names first.
    pub agreed: Vec<Named>,
    /// How well it goes.
    pub verdict: Verdict,
    /// Why it does not simply work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Explanation>,
}

/// What a side says of a SOP class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedOffer {
    /// The author's name of the Application Entity.
    pub entity: String,
    /// The AE title, where one is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ae_title: Option<String>,
    /// The name of the activity.
    pub activity: String,
    /// The role.
    pub role: Role,
    /// The transfer syntaxes, in the author's order.
    pub transfer_syntaxes: Vec<Named>,
    /// Whether these are all, as far as can be told.
    pub is_complete: bool,
    /// Where it stands.
    #[serde(serialize_with = "route")]
    pub route: Route,
}

/// Something registered, by its UID and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// The UID.
    pub uid: String,
    /// The name; the UID where it has none.
    pub name: String,
}

/// Something beside the services, such as character sets, with what both sides say of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Topic {
    /// The name, such as `Character sets`.
    pub name: &'static str,
    /// How well it goes together.
    pub verdict: Verdict,
    /// What the two sides say, in a few words; none where one says nothing.
    pub said: [Option<String>; 2],
    /// What there is to know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Explanation>,
    /// What a statement says in prose, quoted and not judged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
}

/// Prose of a statement that somebody should read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub evidence: Evidence,
}

/// Whether two products work together, of their statements.
pub fn compare(compared: [Compared<'_>; 2], selection: &Selection) -> Comparison {
    let product = |side: Side| {
        let chosen = &selection.entities[side as usize];
        let is_chosen = |name: &str| chosen.is_empty() || chosen.iter().any(|entity| entity == name);
        let Compared { document, statement } = compared[side as usize];
        Product::of(document, std::sync::Arc::new(Survey::of(statement)), is_chosen)
    };
    let (one, other) = (product(Side::One), product(Side::Other));
    let products = [&one, &other];
    let judgement = Judgement::of(products, Depth::Everything);
    let view = View { products };
    let services = judgement.services.iter().filter_map(|service| view.service(service, selection.user));
    let mut services: Vec<_> = services.collect();
    let kept = kept(&judgement, &services, selection.user);
    for step in services.iter_mut().flat_map(|one| &mut one.ways).flat_map(|way| &mut way.steps) {
        step.contexts.retain_mut(|number| kept.binary_search(number).map(|place| *number = place).is_ok());
    }
    let asked = services.iter().map(|service| service.verdict);
    Comparison {
        products: compared.map(ComparedProduct::of),
        verdict: asked.reduce(Verdict::and).unwrap_or(Verdict::NotClaimed),
        services,
        contexts: kept.iter().map(|number| view.context(&judgement.negotiations[*number])).collect(),
        topics: surroundings::topics(&view, &judgement),
    }
}

/// The positions of the negotiations that are shown: all, or those of services with the wanted user.
fn kept(judgement: &Judgement<'_>, services: &[ComparedService], user: Option<Side>) -> Vec<usize> {
    let steps = services.iter().flat_map(|service| &service.ways).flat_map(|way| &way.steps);
    let needed: BTreeSet<usize> = steps.flat_map(|step| step.contexts.iter().copied()).collect();
    let all = judgement.negotiations.iter().enumerate();
    let is_kept = |number: usize, negotiation: &Negotiation<'_>| {
        user.is_none_or(|user| negotiation.user == user) || needed.contains(&number)
    };
    all.filter(|(number, one)| is_kept(*number, one)).map(|(number, _)| number).collect()
}

impl ComparedProduct {
    pub(super) fn of(compared: Compared<'_>) -> Self {
        let product = &compared.statement.product;
        let words = [product.vendor.as_deref(), product.name.as_deref()];
        let name: Vec<_> =
            words.into_iter().flatten().map(str::trim).filter(|word| !word.is_empty()).collect();
        Self {
            document: compared.document,
            name: if name.is_empty() { "a product without a name".to_owned() } else { name.join(" ") },
            versions: product.versions.iter().cloned().collect(),
        }
    }
}

/// The two products, to say things of them in words.
struct View<'c> {
    products: [&'c Product<'c>; 2],
}

impl<'c> View<'c> {
    fn service(&self, service: &Service<'c>, user: Option<Side>) -> Option<ComparedService> {
        let ways = service.ways.iter().flatten().filter(|way| user.is_none_or(|user| way.user == user));
        let ways: Vec<_> = ways
            .map(|way| ComparedWay {
                user: way.user,
                verdict: way.verdict,
                steps: way
                    .steps
                    .iter()
                    .map(|step| ComparedStep {
                        kind: step.kind,
                        verdict: step.verdict,
                        contexts: step.negotiations.clone(),
                        reasons: self.explanations(&step.reasons, way.user),
                    })
                    .collect(),
            })
            .collect();
        let verdict = match ways.as_slice() {
            [] => return None,
            [only] => only.verdict,
            _ => service.verdict,
        };
        let sop_class = match service.kind {
            ServiceKind::Class(uid) => Some(uid.to_owned()),
            _ => None,
        };
        let workflow = service.kind.workflow();
        Some(ComparedService { name: self.service_name(service.kind), sop_class, workflow, verdict, ways })
    }

    fn context(&self, negotiation: &Negotiation<'c>) -> ComparedContext {
        ComparedContext {
            sop_class: negotiation.sop_class.to_owned(),
            name: self.class(negotiation.sop_class).to_owned(),
            initiator: negotiation.initiator,
            user: negotiation.user,
            offers: [Side::One, Side::Other]
                .map(|side| negotiation.offered(side).map(|offered| self.offer(side, offered))),
            agreed: self.named(&negotiation.transfer_syntaxes()),
            verdict: negotiation.verdict,
            reasons: self.explanations(&negotiation.reasons, negotiation.user),
        }
    }

    fn offer(&self, side: Side, offered: &Offered<'c>) -> ComparedOffer {
        let survey = &self.products[side as usize].survey;
        let context = &survey.contexts[offered.offer.first_context()];
        let entity = &survey.entities[context.entity];
        ComparedOffer {
            entity: entity.name.to_owned(),
            ae_title: entity.entity.ae_title.clone(),
            activity: survey.activities[context.activity].name.to_owned(),
            role: offered.offer.role,
            transfer_syntaxes: self.named(&offered.offer.syntaxes.uids),
            is_complete: offered.offer.syntaxes.is_complete,
            route: survey.route(context.trail),
        }
    }

    fn evidence(&self, places: [Option<Trail>; 2]) -> Vec<Evidence> {
        let sides = [Side::One, Side::Other].into_iter();
        let found = sides.filter_map(|side| {
            let trail = places[side as usize]?;
            Some(Evidence { side, route: self.products[side as usize].survey.route(trail) })
        });
        found.collect()
    }

    fn named(&self, uids: &[&str]) -> Vec<Named> {
        uids.iter().map(|uid| Named { uid: (*uid).to_owned(), name: self.class(uid).to_owned() }).collect()
    }

    /// What a product is called in a sentence.
    fn name(&self, side: Side) -> &'c str {
        let product = &self.products[side as usize].survey.statement.product;
        let own = product.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let other = self.products[side.opposite() as usize].survey.statement.product.name.as_deref();
        match own {
            Some(own) if other.map(str::trim) != Some(own) => own,
            _ if side == Side::One => "the first product",
            _ => "the second product",
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde wants a reference")]
fn side<S: serde::Serializer>(side: &Side, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(side.letter())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde wants a reference")]
fn step<S: serde::Serializer>(kind: &StepKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.as_str())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde wants a reference")]
fn workflow<S: serde::Serializer>(workflow: &Workflow, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(workflow.as_str())
}

fn route<S: serde::Serializer>(route: &Route, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(route)
}
