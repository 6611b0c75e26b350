//! `Ready`: a custom rule of which every part could be read, or what is wrong with it.

use std::ops::Range;

use super::expression::{Expression, Fault};
use super::message::Message;
use super::selection::Selection;
use crate::model::{CustomRule, DocumentKind, keys_of};
use crate::notation;
use crate::route::{Route, Step};
use crate::standard::nearest::nearest;

/// A rule that can be asked.
#[derive(Debug)]
pub(super) struct Ready {
    /// What it looks at.
    pub(super) selections: Vec<Selection>,
    pub(super) kind: Option<DocumentKind>,
    pub(super) when: Option<Expression>,
    pub(super) require: Expression,
    pub(super) message: Message,
    pub(super) help: Option<Message>,
    /// What of the value it points at.
    pub(super) at: Option<Vec<Step>>,
}

/// What is wrong with a rule.
pub(in crate::lint) struct Flaw {
    /// Where, in the configuration.
    pub(in crate::lint) route: Route,
    /// The part of the text there; the key where there is none.
    pub(in crate::lint) part: Option<Range<usize>>,
    pub(in crate::lint) message: String,
    pub(in crate::lint) help: String,
}

/// Reads a rule. Without what it has to have there is none; the reader has said so.
pub(super) fn ready(id: &str, rule: &CustomRule) -> Result<Option<Ready>, Vec<Flaw>> {
    let mut desk = Desk { route: Route::root().key("custom_rules").key(id), flaws: Vec::new() };
    desk.check_name(id);
    desk.check_kind(rule.kind);
    let selections = desk.selections(rule);
    let when = rule.when.as_deref().and_then(|text| desk.taken("when", Expression::parse(text)));
    let require = rule.require.as_deref().and_then(|text| desk.taken("require", Expression::parse(text)));
    let message = rule.message.as_deref().and_then(|text| desk.taken("message", Message::parse(text)));
    let help = rule.help.as_deref().and_then(|text| desk.taken("help", Message::parse(text)));
    let at = rule.at.as_deref().and_then(|text| desk.address(text));
    if !desk.flaws.is_empty() {
        return Err(desk.flaws);
    }
    let (Some(require), Some(message)) = (require, message) else { return Ok(None) };
    Ok(Some(Ready { selections, kind: rule.kind, when, require, message, help, at }))
}

/// A rule that is being read, and what is wrong with it so far.
struct Desk {
    route: Route,
    flaws: Vec<Flaw>,
}

impl Desk {
    fn flaw(&mut self, route: Route, part: Option<Range<usize>>, message: String, help: impl Into<String>) {
        self.flaws.push(Flaw { route, part, message, help: help.into() });
    }

    /// What was read of the text under a key.
    fn taken<T>(&mut self, key: &str, read: Result<T, Fault>) -> Option<T> {
        let route = self.route.clone().key(key);
        read.map_err(|fault| self.flaw(route, Some(fault.range), fault.message, fault.help)).ok()
    }

    fn check_name(&mut self, id: &str) {
        let is_plain = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        let begins = id.starts_with(|letter: char| letter.is_ascii_lowercase());
        if !begins || !id.split('-').all(is_plain) {
            let message = format!("`{id}` is no name for a rule");
            self.flaw(
                self.route.clone(),
                None,
                message,
                "write lower case words with hyphens, such as `acme-tls-only`",
            );
        } else if crate::lint::rule(id).is_some() {
            let message = format!("`{id}` is a rule that is built in");
            self.flaw(
                self.route.clone(),
                None,
                message,
                "begin the name with that of your house, such as `acme-…`",
            );
        }
    }

    fn check_kind(&mut self, kind: Option<DocumentKind>) {
        if kind == Some(DocumentKind::Configuration) {
            let message = "a custom rule looks at statements or at sites".to_owned();
            let part = DocumentKind::Configuration.as_str().len();
            self.flaw(
                self.route.clone().key("kind"),
                Some(0..part),
                message,
                "write `statement` or `site`, or leave it out",
            );
        }
    }

    fn selections(&mut self, rule: &CustomRule) -> Vec<Selection> {
        const HELP: &str = "write an address with `*` for every key and `[*]` for every element of a list, such as \
                            `application_entities.*` or `links[*]`";
        let mut selections = Vec::new();
        for (position, text) in rule.r#for.iter().enumerate() {
            let route = self.route.clone().key("for").index(position);
            match Selection::parse(text) {
                Ok(selection) => {
                    self.check_top(&selection, route, rule.kind);
                    selections.push(selection);
                }
                Err((range, message)) => self.flaw(route, Some(range), message, HELP),
            }
        }
        if rule.r#for.is_empty() {
            selections.push(Selection::whole());
        }
        selections
    }

    /// A key that no document has at its top would be waited for in vain.
    fn check_top(&mut self, selection: &Selection, route: Route, kind: Option<DocumentKind>) {
        let Some(top) = selection.top_key() else { return };
        let kinds = match kind {
            Some(kind) => vec![kind],
            None => vec![DocumentKind::Statement, DocumentKind::Site, DocumentKind::Requirements],
        };
        let mut keys = kinds.iter().flat_map(|kind| keys_of(*kind)).copied();
        if keys.clone().any(|key| key == top) {
            return;
        }
        let whose = kind.map_or("statement or site", DocumentKind::as_str);
        let help = match nearest(top, &mut keys) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`dicomply schema` prints the keys that documents have".to_owned(),
        };
        let message = format!("no {whose} has a key `{top}`");
        self.flaw(route, Some(0..top.len()), message, help);
    }

    fn address(&mut self, text: &str) -> Option<Vec<Step>> {
        match notation::route(text) {
            Ok(steps) => Some(steps.into_iter().map(|part| part.value).collect()),
            Err(error) => {
                let route = self.route.clone().key("at");
                let help = "write an address as seen from the value, such as `associations.max_pdu_received`";
                self.flaw(route, Some(error.range), error.message, help);
                None
            }
        }
    }
}
