//! Coded concepts, as PS3.16 writes them.

use super::Part;
use super::error::{SyntaxError, blank, unexpected};
use super::grammar::{Rule, part, read};

/// A coded concept: `(113014, DCM, "Study")`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The code value.
    pub value: Part<String>,
    /// The coding scheme designator.
    pub scheme: Part<String>,
    /// The code meaning.
    pub meaning: Option<Part<String>>,
}

impl Code {
    /// Reads a coded concept.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let pairs = read(Rule::code, text).map_err(|stop| match text.trim() {
            "" => blank(text, "a code").help(HOW),
            _ => unexpected(text, stop, "a code").help(HOW),
        })?;
        let nothing = || Part::new(String::new(), 0..0);
        let mut code = Self { value: nothing(), scheme: nothing(), meaning: None };
        for pair in pairs {
            match pair.as_rule() {
                Rule::code_value => code.value = part(&pair),
                Rule::code_scheme => code.scheme = part(&pair),
                Rule::code_meaning => code.meaning = pair.into_inner().next().map(|text| part(&text)),
                _ => {}
            }
        }
        Ok(code)
    }
}

/// The form of a code.
const HOW: &str = "write `(VALUE, SCHEME, \"MEANING\")`, for example `(113014, DCM, \"Study\")`";
