//! A name with the support or the demand that may follow it.

use pest::iterators::Pair;

use super::Part;
use super::error::{SyntaxError, blank, shown, trimmed, unexpected};
use super::grammar::{Rule, part, range, read};

/// A name with what may follow it: `CT Image Storage (option)`, `Explicit VR Big Endian (Retired) (should)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The name as it is written, with `(Retired)` where that stands there.
    pub text: Part<String>,
    /// Whether the name ends with `(Retired)`.
    pub retired: bool,
    /// The word in brackets at the end, in lower case: a support (`option`) or a demand (`should`). Which words
    /// are allowed is for the reader of the document to say.
    pub qualifier: Option<Part<String>>,
}

impl Item {
    /// Reads a name with its qualifier.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let pairs = read(Rule::item, text).map_err(|stop| match trimmed(text) {
            _ if text.trim().is_empty() => {
                blank(text, "a name").help("write a name, for example `CT Image Storage`")
            }
            whole if text[whole.clone()].starts_with('(') => {
                SyntaxError::new(whole.clone(), format!("no name stands before `{}`", shown(&text[whole])))
                    .help("write the name first, for example `CT Image Storage (option)`")
            }
            _ => unexpected(text, stop, "a name"),
        })?;
        let mut item =
            Self { text: Part::new(String::new(), trimmed(text)), retired: false, qualifier: None };
        for pair in pairs {
            match pair.as_rule() {
                Rule::item_text => item.text = part(&pair),
                Rule::qualifier => item.qualifier = Some(qualifier(&pair)),
                Rule::qualifier_near => return Err(unknown_qualifier(&pair)),
                _ => {}
            }
        }
        item.retired = without_retired(&item.text.value).is_some();
        Ok(item)
    }

    /// The name without `(Retired)`.
    pub fn name(&self) -> &str {
        without_retired(&self.text.value).unwrap_or(&self.text.value)
    }
}

/// What stands before `(Retired)`, where the text ends with that.
fn without_retired(text: &str) -> Option<&str> {
    const RETIRED: &str = "(Retired)";
    let cut = text.len().checked_sub(RETIRED.len())?;
    let name = text.get(..cut)?.trim_end();
    (text[cut..].eq_ignore_ascii_case(RETIRED) && !name.is_empty()).then_some(name)
}

/// The word of a qualifier, in lower case.
pub(super) fn qualifier(pair: &Pair<'_, Rule>) -> Part<String> {
    let word = pair.clone().into_inner().find(|inner| inner.as_rule() == Rule::qualifier_word);
    word.as_ref().map_or_else(|| part(pair), part).map(|word| word.to_ascii_lowercase())
}

/// A word that means a qualifier and is none.
pub(super) fn unknown_qualifier(pair: &Pair<'_, Rule>) -> SyntaxError {
    let word = pair.clone().into_inner().find(|inner| inner.as_rule() == Rule::qualifier_near_word);
    let word = word.as_ref().map_or_else(|| part(pair), part);
    let right = match word.value.to_ascii_lowercase().as_str() {
        "optional" | "configurable" => "option",
        "tbd" | "todo" => "tbc",
        "na" | "n.a." => "n/a",
        "must not" | "must-not" | "shall not" => "must_not",
        "mandatory" | "required" | "shall" => "must",
        "supported" => "yes",
        _ => "no",
    };
    SyntaxError::new(range(pair), format!("`{}` is not a word for support or demand", shown(&word.value)))
        .help(format!(
            "write `({right})`; support is `yes`, `no`, `option`, `n/a` or `tbc`, demand is `must`, `should`, `may` or `must_not`"
        ))
        .instead(format!("({right})"))
}
