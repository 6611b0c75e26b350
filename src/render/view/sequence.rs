//! Sequences of messages, as figures and in words (PS3.2 A.4.1.3).

use serde::Serialize;

use super::figures::FigureView;
use super::scope::Scope;
use crate::model::{Message, Sequence};
use crate::render::figure::sequence::{self, Fragment, Step};

/// Messages between partners, in order.
#[derive(Debug, Serialize)]
pub struct SequenceView {
    /// The parts of the sequence diagram; none where there are no messages, or more partners than anybody could follow.
    pub figures: Vec<FigureView>,
    /// What happens in words, one step a line; where there are figures, they tell it too.
    pub lines: Vec<String>,
    /// The messages.
    pub messages: Vec<MessageView>,
    /// What the messages alone do not say; prose.
    pub text: Option<String>,
}

/// A message, a note, or a line that begins, divides or ends a fragment.
#[derive(Debug, Default, Serialize)]
pub struct MessageView {
    /// Who sends it; empty for a note.
    pub from: String,
    /// Who receives it; empty for a note.
    pub to: String,
    /// Whom a note is about.
    pub over: Vec<String>,
    /// What it says; of a fragment, when or how often it happens.
    pub label: String,
    /// Whether it answers an earlier message.
    pub is_response: bool,
    /// `loop`, `opt` or `alt` where a fragment begins, `else` at its next alternative, `end` where it ends; empty for
    /// messages and notes.
    pub fragment: &'static str,
}

impl SequenceView {
    /// A sequence; none where it has neither messages nor text.
    pub(super) fn of(scope: &Scope<'_>, sequence: &Sequence, title: &str) -> Option<Self> {
        let mut steps = Vec::new();
        collect(&sequence.messages, &mut steps);
        let text = scope.prose(sequence.text.as_ref());
        if steps.is_empty() && text.is_none() {
            return None;
        }
        let lines = lines(&steps);
        let is_entity = |name: &str| {
            let statement = scope.statement();
            statement.application_entities.contains_key(name)
                || statement.media.application_entities.contains_key(name)
                || statement.web_services.contains_key(name)
        };
        let drawings = sequence::draw(&steps, is_entity, title);
        let description = "A sequence diagram; its steps are told in words below it.";
        let figures = scope.figures.take("figure", drawings, description, lines.clone());
        Some(Self { figures, lines, messages: steps.iter().map(message).collect(), text })
    }
}

/// The steps of some messages, fragments laid out flat.
fn collect(messages: &[Message], steps: &mut Vec<Step>) {
    for message in messages {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let enclosing = [(&message.repeated, Fragment::Loop), (&message.optional, Fragment::Optional)];
        let enclosing: Vec<_> = enclosing.into_iter().filter(|(guard, _)| guard.is_some()).collect();
        if message.from.is_some() || message.to.is_some() {
            let (from, to) = (text(&message.from), text(&message.to));
            let (label, is_response) = (text(&message.label), message.is_response == Some(true));
            steps.push(Step::Message { from, to, label, is_response });
        } else if message.label.is_some() || !message.over.is_empty() {
            steps.push(Step::Note { over: message.over.to_vec(), label: text(&message.label) });
        }
        for (guard, kind) in &enclosing {
            steps.push(Step::Open { kind: *kind, guard: text(guard) });
        }
        collect(&message.messages, steps);
        steps.extend(enclosing.iter().map(|_| Step::Close));
        for (number, way) in message.alternatives.iter().enumerate() {
            let guard = text(&way.condition);
            steps.push(if number == 0 {
                Step::Open { kind: Fragment::Alternative, guard }
            } else {
                Step::Else { guard }
            });
            collect(&way.messages, steps);
        }
        if !message.alternatives.is_empty() {
            steps.push(Step::Close);
        }
    }
}

fn message(step: &Step) -> MessageView {
    let guard =
        |fragment, guard: &String| MessageView { fragment, label: guard.clone(), ..MessageView::default() };
    match step {
        Step::Message { from, to, label, is_response } => MessageView {
            from: from.clone(),
            to: to.clone(),
            label: label.clone(),
            is_response: *is_response,
            ..MessageView::default()
        },
        Step::Note { over, label } => {
            MessageView { over: over.clone(), label: label.clone(), ..MessageView::default() }
        }
        Step::Open { kind, guard: when } => guard(kind.as_str(), when),
        Step::Else { guard: when } => guard("else", when),
        Step::Close => MessageView { fragment: "end", ..MessageView::default() },
    }
}

/// The steps in words.
fn lines(steps: &[Step]) -> Vec<String> {
    let mut open = Vec::new();
    let with = |word: &str, guard: &str| {
        let guard = guard.trim();
        if guard.is_empty() { format!("{word}:") } else { format!("{word}, {guard}:") }
    };
    let line = |step: &Step| match step {
        // Arrows that every font has.
        Step::Message { from, to, label, is_response: true } => format!("{to} ← {from}: {label}"),
        Step::Message { from, to, label, .. } => format!("{from} → {to}: {label}"),
        Step::Note { over, label } if over.is_empty() => format!("Note: {label}"),
        Step::Note { over, label } => format!("Note over {}: {label}", over.join(", ")),
        Step::Open { kind, guard } => {
            open.push(*kind);
            match kind {
                Fragment::Loop => with("Repeated", guard),
                Fragment::Optional => with("Optional", guard),
                Fragment::Alternative => with("One of several ways", guard),
            }
        }
        Step::Else { guard } => with("Or", guard),
        Step::Close => match open.pop() {
            Some(Fragment::Loop) => "End of what is repeated".to_owned(),
            Some(Fragment::Optional) => "End of what is optional".to_owned(),
            _ => "End of the ways".to_owned(),
        },
    };
    steps.iter().map(line).collect()
}
