//! References by name that lead nowhere: inside a document, and from a site to its neighbours.

use indexmap::IndexMap;

use super::enumeration::enumeration_up_to;
use super::identity::Fault;
use super::reservations;
use super::rule::{SiteSubject, StatementSubject};
use crate::model::{Content, Endpoint, Site, Target};
use crate::notation::StatusCodes;
use crate::route::Route;
use crate::standard::nearest;

/// A name that leads nowhere, with every place where it stands.
#[derive(Debug)]
pub(crate) struct Dangling {
    /// What is wrong.
    pub(crate) message: String,
    /// How to mend it.
    pub(crate) help: String,
    /// The nearest name that leads somewhere.
    pub(crate) near: Option<String>,
    /// Where the name would have to be declared.
    pub(crate) declared_at: Route,
    /// Where it stands, never empty.
    pub(crate) routes: Vec<Route>,
}

/// Where names of a kind are declared.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Scope {
    kind: &'static str,
    route: Route,
}

/// For so many names the nearest one is looked for: each is held against all that are declared.
const MOST_SUGGESTIONS: usize = 1_000;

/// What leads nowhere, in the order in which it is found.
#[derive(Default)]
struct Collection<'s>(IndexMap<(Scope, &'s str), Dangling>);

impl<'s> Collection<'s> {
    /// Notes another place of a name that is noted already, if it is.
    fn repeat(&mut self, scope: &Scope, name: &'s str, route: &Route) -> bool {
        let known = self.0.get_mut(&(scope.clone(), name));
        known.map(|known| known.routes.push(route.clone())).is_some()
    }

    /// Notes a name that none of the declared ones is.
    fn add(&mut self, scope: Scope, name: &'s str, route: Route, declared: &[&str], advice: Option<String>) {
        if self.repeat(&scope, name, &route) {
            return;
        }
        let near =
            (self.0.len() < MOST_SUGGESTIONS).then(|| nearest::nearest(name, declared.iter().copied()));
        let near = near.flatten().map(str::to_owned);
        let help = match &near {
            Some(near) => format!("did you mean `{near}`?"),
            None => advice.unwrap_or_else(|| listing(scope.kind, declared)),
        };
        let message = format!("there is no {} `{name}`", scope.kind);
        let declared_at = scope.route.clone().key(name);
        self.0.insert((scope, name), Dangling { message, help, near, declared_at, routes: vec![route] });
    }

    fn finish(self) -> Vec<Dangling> {
        self.0.into_values().collect()
    }
}

fn listing(kind: &str, declared: &[&str]) -> String {
    const SHOWN: usize = 6;
    match declared {
        [] => format!("declare it; there is no {kind} yet"),
        [only] => format!("declare it, or write `{only}`"),
        _ => format!("declare it; there are {}", enumeration_up_to(SHOWN, declared.iter().copied())),
    }
}

/// What leads nowhere in a statement.
pub(crate) fn dangling_in_statement(subject: &StatementSubject<'_>) -> Vec<Dangling> {
    let mut found = Collection::default();
    status_tables(subject, &mut found);
    parameters(subject, &mut found);
    facades(subject, &mut found);
    found.finish()
}

/// The names of sets that are nearly those of declared ones, each with the set that was meant.
pub(crate) fn near_sets<'a>(subject: &'a StatementSubject<'_>) -> impl Iterator<Item = &'a str> {
    subject.flaws().iter().filter_map(|flaw| match flaw.fault {
        Fault::NearSet(name) => Some(name),
        _ => None,
    })
}

fn status_tables<'s>(subject: &StatementSubject<'s>, found: &mut Collection<'s>) {
    const STANDARD: &str = "standard";
    let tables = &subject.statement.status_tables;
    for table in &subject.survey.tables {
        for (position, row) in table.rows.iter().enumerate() {
            let Some(name) = row.table.as_deref() else { continue };
            if name == STANDARD || tables.contains_key(name) {
                continue;
            }
            let declared: Vec<_> = [STANDARD].into_iter().chain(tables.keys().map(String::as_str)).collect();
            let route = subject.survey.route(table.trail).index(position).key("table");
            let scope = Scope { kind: "status table", route: Route::root().key("status_tables") };
            let code = StatusCodes::parse(name).is_ok();
            let advice = code.then(|| format!("for a row of the table write `{{code: {name}}}`"));
            found.add(scope, name, route, &declared, advice);
        }
    }
}

/// The Application Entities that configuration parameters belong to.
fn parameters<'s>(subject: &StatementSubject<'s>, found: &mut Collection<'s>) {
    let statement = subject.statement;
    let (entities, media) = (&statement.application_entities, &statement.media.application_entities);
    let configuration = &statement.configuration;
    let root = || Route::root().key("configuration");
    let mut named: Vec<(&str, Route)> = Vec::new();
    for (position, parameter) in configuration.parameters.iter().enumerate() {
        let route = || root().key("parameters").index(position).key("application_entity");
        named.extend(parameter.application_entity.as_deref().map(|name| (name, route())));
    }
    for name in configuration.application_entities.keys() {
        named.push((name, root().key("application_entities").key(name)));
    }
    for (remote, said) in &configuration.remote {
        for (position, name) in said.application_entities.iter().enumerate() {
            let route = root().key("remote").key(remote).key("application_entities").index(position);
            named.push((name, route));
        }
    }
    for (name, route) in named {
        if entities.contains_key(name)
            || media.contains_key(name)
            || statement.web_services.contains_key(name)
        {
            continue;
        }
        let declared: Vec<_> = entities.keys().chain(media.keys()).map(String::as_str).collect();
        let scope = Scope { kind: "application entity", route: Route::root().key("application_entities") };
        found.add(scope, name, route, &declared, None);
    }
}

/// The transactions behind the endpoints of a product's own.
fn facades<'s>(subject: &StatementSubject<'s>, found: &mut Collection<'s>) {
    const NONE: &str = "none";
    for (name, service) in &subject.statement.web_services {
        let service_route = || Route::root().key("web_services").key(name);
        for (position, operation) in service.facade.iter().enumerate() {
            for (number, used) in operation.uses.iter().enumerate() {
                if used == NONE || used.is_empty() || service.transactions.contains_key(used) {
                    continue;
                }
                let declared: Vec<_> =
                    service.transactions.keys().map(String::as_str).chain([NONE]).collect();
                let scope = Scope { kind: "transaction", route: service_route().key("transactions") };
                let route = service_route().key("facade").index(position).key("uses").index(number);
                found.add(scope, used, route, &declared, None);
            }
        }
    }
}

/// The ends of links that lead nowhere, and those whom titles are kept for.
pub(crate) fn dangling_in_site(subject: &SiteSubject<'_>) -> Vec<Dangling> {
    let mut found = Collection::default();
    for used in &subject.deployment.links {
        let ends = [("source", &used.link.source, &used.source), ("target", &used.link.target, &used.target)];
        for (key, written, target) in ends {
            if let Some(written) = written.as_deref() {
                link_end(subject, written, target, used.route().key(key), &mut found);
            }
        }
    }
    for (name, reservation) in &subject.site.reservations {
        let entities = &subject.site.application_entities;
        let unknown = reservation.r#for.as_deref().filter(|written| !entities.contains_key(*written));
        if let Some(written) = unknown {
            let declared: Vec<_> = entities.keys().map(String::as_str).collect();
            let scope =
                Scope { kind: "application entity", route: Route::root().key("application_entities") };
            found.add(scope, written, reservations::route(name).key("for"), &declared, None);
        }
    }
    found.finish()
}

fn link_end<'s>(
    subject: &SiteSubject<'s>,
    written: &'s str,
    target: &Target<'_, Endpoint<'_>>,
    route: Route,
    found: &mut Collection<'s>,
) {
    let entities = Scope { kind: "application entity", route: Route::root().key("application_entities") };
    match target {
        Target::Found(_) | Target::Unknown | Target::NoDocument(_) => {}
        // What is declared is looked through once for a name, however many links lead to it.
        Target::NoEntity { .. } if found.repeat(&entities, written, &route) => {}
        Target::Malformed(error) => found.add(entities, written, route, &[], error.help.clone()),
        Target::UndeclaredDocument(name) => undeclared_site(subject.site, written, &name.value, route, found),
        Target::NoEntity { document, .. } if document.id == subject.document.id => {
            let declared: Vec<_> = subject.site.application_entities.keys().map(String::as_str).collect();
            found.add(entities, written, route, &declared, None);
        }
        Target::NoEntity { document, .. } => {
            let advice = format!("`{}` has no deployed entity of this name", document.path);
            let prefix = written.split('#').next().unwrap_or_default();
            let declared: Vec<_> = match &document.content {
                Content::Site(other) => {
                    other.application_entities.keys().map(|known| format!("{prefix}#{known}")).collect()
                }
                _ => Vec::new(),
            };
            let declared: Vec<_> = declared.iter().map(String::as_str).collect();
            found.add(entities, written, route, &declared, Some(advice));
        }
    }
}

/// The site before the `#` is not declared; a statement of that name is no place where anything is deployed.
fn undeclared_site<'s>(
    site: &'s Site,
    written: &'s str,
    name: &str,
    route: Route,
    found: &mut Collection<'s>,
) {
    let advice = if site.statements.contains_key(name) {
        format!("`{name}` is a statement; a link leads to a deployed entity, which may implement it")
    } else {
        format!("declare `{name}` under `sites`")
    };
    let near = nearest::nearest(name, site.sites.keys().map(String::as_str));
    let near = near.map(|near| written.replacen(name, near, 1));
    let declared: Vec<_> = near.iter().map(String::as_str).collect();
    let scope = Scope { kind: "site behind", route: Route::root().key("sites") };
    found.add(scope, written, route, &declared, Some(advice));
}
