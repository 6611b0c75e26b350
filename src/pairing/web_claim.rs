//! `WebClaim`: a web transaction of a product, with all that is said of it (PS3.18).

use super::listing::Listing;
use super::party::Claim;
use super::web_keys::{WebKeys, path_of_parameter};
use crate::model::survey::{Survey, Trail, TransactionUse};
use crate::model::{
    MediaType, MediaTypeCategory, Support, WebParameter, WebRole, WebService, WebServiceKind,
};
use crate::standard::web_resource::{self, Meant, Usage};
use crate::standard::web_transaction::{self, category_of_media_type};

/// What a product says of web services.
#[derive(Debug, Default)]
pub(super) struct WebClaims<'s> {
    /// The transactions that it asks for or answers.
    pub(super) claims: Vec<WebClaim<'s>>,
    /// The transactions that it denies.
    pub(super) denied: Vec<(WebServiceKind, &'s str, Trail)>,
    /// The services of which it does not say which they are, on which side it is, or which transactions they have.
    pub(super) open: Vec<(Option<WebServiceKind>, Option<WebRole>)>,
}

/// A web transaction of a product.
#[derive(Debug)]
pub(super) struct WebClaim<'s> {
    /// The service.
    pub(super) service: WebServiceKind,
    /// The transaction, by the name of PS3.18 where it has one.
    pub(super) name: &'s str,
    /// The side on which the product is.
    pub(super) role: WebRole,
    /// Where it stands.
    pub(super) trail: Trail,
    /// How far it is claimed.
    pub(super) claim: Claim,
    /// The resources.
    pub(super) resources: Listing<Place<'s>>,
    /// The media types.
    pub(super) media_types: Listing<Kind<'s>>,
    /// The transfer syntaxes of DICOM media types.
    pub(super) transfer_syntaxes: Listing<&'s str>,
    /// The SOP classes.
    pub(super) sop_classes: Listing<&'s str>,
    /// The query parameters that are no attributes.
    pub(super) parameters: Listing<&'s str>,
    /// The header fields.
    pub(super) headers: Listing<&'s str>,
    /// The character sets.
    pub(super) character_sets: Vec<String>,
    /// Whether matching is fuzzy, or asked to be.
    pub(super) fuzzy_matching: Option<Support>,
    /// The attributes that a search matches and returns.
    pub(super) keys: WebKeys,
}

/// A resource.
#[derive(Debug, Clone)]
pub(super) struct Place<'s> {
    /// What is written.
    pub(super) text: &'s str,
    /// Its path with all variables made alike.
    pub(super) template: String,
    /// What is found there, where PS3.18 says so.
    pub(super) content: &'static str,
    /// Whether every origin server has it.
    pub(super) is_mandatory: bool,
}

/// A media type.
#[derive(Debug, Clone)]
pub(super) struct Kind<'s> {
    /// What is written.
    pub(super) text: &'s str,
    /// The type of single parts.
    pub(super) name: String,
    /// What can stand in its place: what it carries, and in which general form.
    pub(super) group: (&'static str, String),
}

impl<'s> WebClaims<'s> {
    /// What the services of a statement say that are chosen by their names.
    pub(super) fn of(survey: &Survey<'s>, chosen: &[&'s str]) -> Self {
        let mut found = Self::default();
        let services = &survey.statement.web_services;
        for (name, service) in services.iter().filter(|(name, _)| chosen.contains(&name.as_str())) {
            let is_claimed = service.support.is_none_or(Support::is_claim);
            let is_told =
                service.role.is_some() && service.service.is_some() && !service.transactions.is_empty();
            if is_claimed && !is_told {
                found.open.push((service.service, service.role));
            }
            let Some((kind, role)) = service.service.zip(service.role) else { continue };
            for used in survey.transactions.iter().filter(|used| used.service == name) {
                let known = web_transaction::by_name(kind.as_str(), used.name);
                let transaction = known.map_or(used.name, |known| known.name);
                if used.is_claimed {
                    let reading = Reading { survey, service, kind, used, name: transaction };
                    found.claims.push(reading.claim(role));
                } else if role == WebRole::OriginServer {
                    found.denied.push((kind, transaction, used.trail));
                }
            }
        }
        found
    }
}

/// A transaction that is being read.
struct Reading<'a, 's> {
    survey: &'a Survey<'s>,
    service: &'s WebService,
    kind: WebServiceKind,
    used: &'a TransactionUse<'s>,
    name: &'s str,
}

impl<'s> Reading<'_, 's> {
    fn claim(&self, role: WebRole) -> WebClaim<'s> {
        let (transaction, service) = (self.used.transaction, self.service);
        let own = &transaction.character_sets;
        let character_sets = if own.is_empty() { &service.character_sets } else { own };
        let parameters = &transaction.query_parameters;
        WebClaim {
            service: self.kind,
            name: self.name,
            role,
            trail: self.used.trail,
            claim: claim(service.support).max(claim(transaction.support)),
            resources: self.resources(),
            media_types: self.media_types(role),
            transfer_syntaxes: self.transfer_syntaxes(),
            sop_classes: Listing::of_items(self.survey, &self.used.sop_classes),
            parameters: named(parameters.iter().filter(|parameter| !is_attribute(parameter))),
            headers: named(transaction.headers.iter()),
            character_sets: character_sets.iter().map(|name| character_set(name)).collect(),
            fuzzy_matching: transaction.fuzzy_matching,
            keys: WebKeys::of(self.kind, self.name, transaction, role),
        }
    }

    fn resources(&self) -> Listing<Place<'s>> {
        let mut listing = Listing::default();
        for resource in &self.used.transaction.resources {
            let text = resource.path.as_deref().unwrap_or_default().trim();
            listing.add(self.place(text), resource.support);
        }
        listing
    }

    fn place(&self, text: &'s str) -> Option<Place<'s>> {
        let other = || {
            let template = web_resource::template(text)?;
            Some(Place { text, template, content: "", is_mandatory: false })
        };
        if self.kind != WebServiceKind::Studies {
            return other();
        }
        match web_resource::by_text(self.name, text) {
            Meant::Known(known) => Some(Place {
                text,
                template: web_resource::template(known.path)?,
                content: known.content,
                is_mandatory: known.usage == Usage::Mandatory,
            }),
            Meant::Other => other(),
            Meant::Unclear => None,
        }
    }

    /// The media types: those of the transaction, and those of its service where an origin server adds to them or a user
    /// agent names none of its own.
    fn media_types(&self, role: WebRole) -> Listing<Kind<'s>> {
        let (own, shared) = (&self.used.transaction.media_types, &self.service.media_types);
        let mut listing = Listing::default();
        let with_shared = role == WebRole::OriginServer || own.is_empty();
        for media_type in own.iter().chain(shared.iter().filter(|_| with_shared)) {
            listing.add(kind_of(media_type), media_type.support);
        }
        listing
    }

    fn transfer_syntaxes(&self) -> Listing<&'s str> {
        let mut listing = Listing::of_items(self.survey, &self.used.transfer_syntaxes);
        let own = self.used.transaction.media_types.iter();
        let dicom = own.chain(self.service.media_types.iter()).filter(|media_type| {
            media_type.support.is_none_or(Support::is_claim)
                && kind_of(media_type).is_some_and(|kind| kind.name == "application/dicom")
        });
        for media_type in dicom {
            listing.join(Listing::of_syntaxes(self.survey, &media_type.transfer_syntaxes));
        }
        listing
    }
}

fn claim(support: Option<Support>) -> Claim {
    match support {
        Some(Support::Option) => Claim::Optional,
        Some(Support::ToBeConfirmed) => Claim::ToBeConfirmed,
        _ => Claim::Firm,
    }
}

fn kind_of(media_type: &MediaType) -> Option<Kind<'_>> {
    let text = media_type.name.as_deref().unwrap_or_default().trim();
    let name = web_resource::media_type_of_parts(text)?;
    let category = match media_type.category {
        Some(MediaTypeCategory::Dicom) => "DICOM",
        Some(MediaTypeCategory::Rendered) => "Rendered",
        Some(MediaTypeCategory::BulkData) => "Bulk data",
        Some(MediaTypeCategory::Metadata) => "Metadata",
        None => category_of_media_type(&name),
    };
    let form = name.split('/').next().filter(|_| category == "Rendered").unwrap_or_default().to_owned();
    Some(Kind { text, name, group: (category, form) })
}

fn named<'s>(parameters: impl Iterator<Item = &'s WebParameter>) -> Listing<&'s str> {
    let mut listing = Listing::default();
    for parameter in parameters {
        listing.add(parameter.name.as_deref().map(str::trim), parameter.support);
    }
    listing
}

/// Whether a query parameter is an attribute to match.
fn is_attribute(parameter: &WebParameter) -> bool {
    parameter.name.as_deref().and_then(path_of_parameter).is_some()
}

/// The name of a character set of HTTP, as far as letter case and dashes do not matter.
fn character_set(name: &str) -> String {
    name.chars().filter(|letter| letter.is_ascii_alphanumeric()).collect::<String>().to_ascii_uppercase()
}
