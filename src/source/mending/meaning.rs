//! What a file says, and what it should say after changes: the two are compared before anything is written.

use super::fresh::Fresh;
use super::outline::{Outline, Shape};
use super::plan::{NodeChange, Plan};

/// A piece of what a file says, whatever it looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Nothing,
    Text(String),
    Alias,
    Mapping,
    Sequence,
    End,
}

/// What a file says when a plan is carried out.
pub(super) fn meaning(outline: &Outline, plan: &Plan) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(outline.nodes().len());
    if !outline.nodes().is_empty() {
        say(outline, plan, 0, &mut tokens);
    }
    tokens
}

fn say(outline: &Outline, plan: &Plan, position: usize, tokens: &mut Vec<Token>) {
    let unchanged = NodeChange::default();
    let change = plan.change(position).unwrap_or(&unchanged);
    let Some(node) = outline.node(position) else { return };
    match node.shape {
        _ if change.is_unfolded => {
            tokens.push(Token::Mapping);
            say_entries(&change.entries(), tokens);
        }
        Shape::Mapping { .. } if change.appended.is_empty() => {
            tokens.push(Token::Mapping);
            for (number, entry) in node.children.chunks(2).enumerate() {
                if !change.removed.contains(&number) {
                    for child in entry {
                        say(outline, plan, *child, tokens);
                    }
                }
            }
            say_entries(&change.entries(), tokens);
        }
        Shape::Sequence { .. } => {
            tokens.push(Token::Sequence);
            let count = node.children.len();
            let order = change.order.clone().unwrap_or_else(|| (0..count).collect());
            for number in order.into_iter().filter(|number| !change.removed.contains(number)) {
                if let Some(child) = node.children.get(number) {
                    say(outline, plan, *child, tokens);
                }
            }
            for element in &change.appended {
                say_fresh(element, tokens);
            }
            tokens.push(Token::End);
        }
        _ if !change.inserted.is_empty() => {
            tokens.push(Token::Mapping);
            say_entries(&change.entries(), tokens);
        }
        _ if !change.appended.is_empty() => {
            tokens.push(Token::Sequence);
            if node.shape != Shape::Nothing {
                let wrapped = Plan::default();
                say(outline, &wrapped, position, tokens);
            }
            for element in &change.appended {
                say_fresh(element, tokens);
            }
            tokens.push(Token::End);
        }
        Shape::Text(_) => tokens.push(Token::Text(change.spliced(&node.text))),
        Shape::Nothing => tokens.push(match change.splices.first() {
            Some((_, text)) => Token::Text(text.clone()),
            None => Token::Nothing,
        }),
        _ => tokens.push(Token::Alias),
    }
}

fn say_entries(entries: &[(String, Fresh)], tokens: &mut Vec<Token>) {
    for (key, value) in entries {
        tokens.push(Token::Text(key.clone()));
        say_fresh(value, tokens);
    }
    tokens.push(Token::End);
}

fn say_fresh(fresh: &Fresh, tokens: &mut Vec<Token>) {
    match fresh {
        Fresh::Text(text) => tokens.push(Token::Text(text.clone())),
        Fresh::List(elements) => {
            tokens.push(Token::Sequence);
            for element in elements {
                say_fresh(element, tokens);
            }
            tokens.push(Token::End);
        }
        Fresh::Mapping(entries) => {
            tokens.push(Token::Mapping);
            say_entries(entries, tokens);
        }
    }
}
