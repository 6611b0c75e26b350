//! The rules that a project declares itself, in `dicomply.yaml`: expressions in CEL over what documents say.

mod budget;
mod evaluation;
mod expression;
mod functions;
mod message;
mod ready;
mod selection;
mod value;

use std::collections::HashMap;
use std::panic::resume_unwind;
use std::thread;

use cel::common::value::Val;

use self::evaluation::{Evaluation, Failure};
use self::ready::{Ready, ready};
use super::findings::Findings;
use super::in_force::Settings;
use crate::finding::{DocumentId, Place, Severity};
use crate::model::{Content, Document, DocumentKind, Project, ProjectConfiguration};
use crate::route::{Route, Step};

pub(super) use ready::Flaw;

/// The rule under which a custom rule that cannot be asked of a value is reported.
pub(super) const FAILING: &str = "failing-custom-rule";

/// The stack on which expressions are computed. Without optimization the deepest one takes a quarter of it.
const STACK: usize = 32 * 1024 * 1024;

/// What is wrong with the custom rules of a configuration.
pub(super) fn flaws(configuration: &ProjectConfiguration) -> Vec<Flaw> {
    let rules = configuration.custom_rules.iter();
    rules.filter_map(|(id, rule)| ready(id, rule).err()).flatten().collect()
}

/// The custom rules of all configurations of a project.
pub(super) struct CustomRules<'p>(HashMap<DocumentId, Vec<Declared<'p>>>);

/// A rule with the name that its project gives it.
struct Declared<'p> {
    id: &'p str,
    ready: Ready,
}

impl<'p> CustomRules<'p> {
    /// Makes the rules of all configurations ready. Those that something is wrong with are left out.
    pub(super) fn of(project: &'p Project) -> Self {
        let declared = project.documents.iter().filter_map(|document| {
            let Content::Configuration(configuration) = &document.content else { return None };
            let rules = configuration.custom_rules.iter().filter_map(|(id, rule)| {
                let ready = ready(id, rule).ok().flatten()?;
                Some(Declared { id, ready })
            });
            Some((document.id, rules.collect()))
        });
        Self(declared.collect())
    }

    /// What they find in a document; `failing` is how much it matters that one of them cannot be asked.
    pub(super) fn examine(
        &self,
        document: &Document,
        settings: &Settings<'_>,
        failing: Option<Severity>,
    ) -> Vec<Findings> {
        let Some(configuration) = document.configuration else { return Vec::new() };
        let kind = match &document.content {
            Content::Statement(_) => DocumentKind::Statement,
            Content::Site(_) => DocumentKind::Site,
            Content::Requirements(_) => DocumentKind::Requirements,
            Content::Configuration(_) | Content::Unreadable => return Vec::new(),
        };
        let declared = self.0.get(&configuration).into_iter().flatten();
        let of_kind = declared.filter(|rule| rule.ready.kind.is_none_or(|wanted| wanted == kind));
        let asked: Vec<(&Declared<'_>, Severity)> =
            of_kind.filter_map(|rule| Some((rule, settings.custom_severity(rule.id)?.0?))).collect();
        if asked.is_empty() {
            return Vec::new();
        }
        let said = match &document.content {
            Content::Statement(statement) => value::value_of(&**statement),
            Content::Site(site) => value::value_of(&**site),
            Content::Requirements(requirements) => value::value_of(&**requirements),
            Content::Configuration(_) | Content::Unreadable => None,
        };
        let Some(said) = said else { return Vec::new() };
        on_a_large_stack(|| {
            let findings = asked.iter().flat_map(|(rule, severity)| {
                let (found, failure) = rule.examine(document.id, &*said, *severity);
                let failed = failure.zip(failing).map(|(failure, severity)| {
                    reported(&failure, rule.id, severity, configuration, document.id)
                });
                [Some(found), failed].into_iter().flatten()
            });
            findings.collect()
        })
    }
}

impl Declared<'_> {
    /// What the rule finds in a document, and the first value that it cannot be asked of.
    fn examine(
        &self,
        document: DocumentId,
        said: &dyn Val,
        severity: Severity,
    ) -> (Findings, Option<Failure>) {
        let mut found = Findings::new(self.id.to_owned(), severity, document);
        let mut failure = None;
        let evaluation = Evaluation::of(&self.ready, said);
        for (route, value) in self.ready.selections.iter().flat_map(|selection| selection.of(said)) {
            match evaluation.verdict(&route, value) {
                Ok(None) => {}
                Ok(Some(verdict)) => self.report(route, verdict, &mut found),
                Err(failed) => {
                    failure.get_or_insert(failed);
                }
            }
            if evaluation.is_exhausted() {
                break;
            }
        }
        (found, failure)
    }

    fn report(&self, route: Route, verdict: evaluation::Verdict, found: &mut Findings) {
        let wording = match (&self.ready.at, route.steps().last()) {
            (Some(at), _) => {
                let pointed: Route = route.steps().iter().chain(at).cloned().collect();
                found.at(pointed, verdict.message)
            }
            (None, Some(Step::Key(_))) => found.at_key(route.clone(), verdict.message),
            (None, _) => found.at(route.clone(), verdict.message),
        };
        let wording = wording.rests_on(route);
        let wording = if self.asks_document() { wording.rests_on(Route::root()) } else { wording };
        if let Some(help) = verdict.help {
            let _ = wording.help(help);
        }
    }

    fn asks_document(&self) -> bool {
        let conditions = self.ready.when.iter().chain([&self.ready.require]);
        conditions.chain(self.ready.message.expressions()).any(|expression| expression.asks_document)
    }
}

/// What there is to say of a rule that cannot be asked.
fn reported(
    failure: &Failure,
    id: &str,
    severity: Severity,
    configuration: DocumentId,
    document: DocumentId,
) -> Findings {
    let mut findings = Findings::new(FAILING, severity, configuration);
    let route = Route::root().key("custom_rules").key(id).key(failure.key);
    let message = format!("`{}` cannot be computed: {}", failure.key, failure.message);
    let wording = findings.at(route, message).help(failure.help);
    let place = Place::value(document, failure.route.clone());
    let _ = wording.related_place(place, "for this value").rests_on_in(document, failure.route.clone());
    findings
}

/// Does some work where there is room for it: the crate recurses with large frames.
fn on_a_large_stack<T: Send>(work: impl Fn() -> T + Sync) -> T {
    thread::scope(|scope| {
        let started = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, &work);
        match started {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => work(),
        }
    })
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::model::CustomRule;

    const PIECES: &[&str] = &[
        "it",
        "name",
        "document",
        ".a",
        ".b",
        ".map(x,",
        ".all(x,",
        ".exists(y,",
        ".filter(x,",
        ".exists_one(x,",
        "x",
        "y",
        ",",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        "?",
        " + ",
        "-",
        "*",
        "/",
        "%",
        " == ",
        " != ",
        " < ",
        " >= ",
        " && ",
        " || ",
        "!",
        " in ",
        "'s'",
        "\"",
        "'",
        "'''",
        "r'\\d'",
        "b'a'",
        "1",
        "1.5",
        "2u",
        "0x",
        "9223372036854775807",
        "-9223372036854775808",
        "1e999",
        "has(it.a)",
        "size(",
        ".size()",
        "string(",
        "int(",
        "uint(",
        "double(",
        "type(",
        "uid(",
        "is_retired(",
        ".matches('(')",
        ".matches('[ab]+')",
        ".trim()",
        ".startsWith(",
        ".upperAscii()",
        "null",
        "true",
        "false",
        "//",
        "\n",
        "é",
        "🦀",
        "\u{0}",
        "'\\u00e9'",
        "'\\777'",
        "`a`",
        ".?a",
        "[?0]",
    ];

    /// The same random numbers on every run.
    fn below(dice: &mut u64, limit: usize) -> usize {
        *dice ^= *dice << 13;
        *dice ^= *dice >> 7;
        *dice ^= *dice << 17;
        usize::try_from(*dice % limit as u64).unwrap()
    }

    #[test]
    fn no_expression_panics_or_hangs() {
        let said =
            value::value_of(&serde_json::json!({"a": ["x", "y", {"b": 1.5}], "b": {"a": -1}})).unwrap();
        let mut dice = 0x5eed_5eed;
        let mut asked = 0;
        for _ in 0..20_000 {
            let length = 1 + below(&mut dice, 12);
            let require: String = (0..length).map(|_| PIECES[below(&mut dice, PIECES.len())]).collect();
            let started = Instant::now();
            let message = format!("{{{require}}}");
            let rule = CustomRule {
                require: Some(require.clone()),
                message: Some(message),
                ..CustomRule::default()
            };
            if let Ok(Some(ready)) = ready("acme", &rule) {
                asked += 1;
                on_a_large_stack(|| Evaluation::of(&ready, &*said).verdict(&Route::root(), &*said).is_ok());
            }
            assert!(started.elapsed() < Duration::from_secs(2), "{require}");
        }
        assert!(asked > 100, "{asked}");
    }

    /// The deepest expressions that are taken do not need more room than there is.
    #[test]
    fn deep_expressions_have_room() {
        let said = value::value_of(&serde_json::json!({})).unwrap();
        let nested = |start: &str, end: &str, count: usize| start.repeat(count) + "1" + &end.repeat(count);
        let mut taken = 0;
        for count in 1..70 {
            for require in [
                nested("(1+", ")", count),
                nested("1+", "", count),
                nested("[", "]", count),
                nested("string(", ")", count),
                nested("[1].map(x,", ")", count),
                nested("[1].all(x,!", ")", count),
                nested("", "==1", count),
                "''".to_owned() + &".trim()".repeat(count),
            ] {
                let message = Some("deep".to_owned());
                let rule = CustomRule { require: Some(require), message, ..CustomRule::default() };
                if let Ok(Some(ready)) = ready("acme", &rule) {
                    taken += 1;
                    on_a_large_stack(|| {
                        Evaluation::of(&ready, &*said).verdict(&Route::root(), &*said).is_ok()
                    });
                }
            }
        }
        assert!(taken > 100, "{taken}");
    }
}
