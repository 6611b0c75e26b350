//! `Message`: a text with expressions in braces.

use super::expression::{Expression, Fault};

/// A text that is filled from what a rule looks at.
#[derive(Debug)]
pub(super) struct Message(pub(super) Vec<Piece>);

/// A part of a message.
#[derive(Debug)]
pub(super) enum Piece {
    /// What is written as it is.
    Text(String),
    /// What is computed.
    Value(Expression),
}

impl Message {
    /// Reads a text such as `` `{name}` has no TLS port ``. A brace that is meant is written twice.
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut at = 0;
        while let Some(next) = text[at..].find(['{', '}']).map(|next| at + next) {
            plain += &text[at..next];
            let brace = &text[next..=next];
            if text[next + 1..].starts_with(brace) {
                plain += brace;
                at = next + 2;
                continue;
            }
            let end = text[next..].find('}').filter(|_| brace == "{").map(|end| next + end);
            let Some(end) = end else {
                let message = format!("`{brace}` has no counterpart");
                let help = format!("write `{{name}}` for a value, `{brace}{brace}` for a brace");
                return Err(Fault { range: next..next + 1, message, help });
            };
            let expression =
                Expression::parse(&text[next + 1..end]).map_err(|fault| fault.moved(next + 1))?;
            pieces.push(Piece::Text(std::mem::take(&mut plain)));
            pieces.push(Piece::Value(expression));
            at = end + 1;
        }
        plain += &text[at..];
        pieces.push(Piece::Text(plain));
        Ok(Self(pieces))
    }

    /// The expressions in it.
    pub(super) fn expressions(&self) -> impl Iterator<Item = &Expression> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Value(expression) => Some(expression),
            Piece::Text(_) => None,
        })
    }
}
