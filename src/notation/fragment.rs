//! Fragments of sequence diagrams: `loop …`, `opt …`, `alt …`, `else …` and `end`, each a line of its own.

use std::fmt;
use std::ops::Range;

use pest::iterators::Pair;

use super::error::{SyntaxError, shown, trimmed};
use super::grammar::{Rule, part, range, read};
use super::{Part, SequenceLine};

/// A line that begins, divides or ends a fragment: `loop for every image`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// What the line does.
    pub kind: FragmentKind,
    /// When, or how often, what follows happens; none at the end.
    pub guard: Option<Part<String>>,
    /// Where the whole line stands.
    pub range: Range<usize>,
}

/// What a line does to a fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FragmentKind {
    /// What follows is repeated.
    Loop,
    /// What follows happens or not.
    Optional,
    /// What follows is one of several ways.
    Alternative,
    /// What follows is another way.
    Else,
    /// The fragment ends.
    End,
}

impl FragmentKind {
    /// The word that the line begins with.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Loop => "loop",
            Self::Optional => "opt",
            Self::Alternative => "alt",
            Self::Else => "else",
            Self::End => "end",
        }
    }
}

impl fmt::Display for Fragment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.kind.as_str())?;
        self.guard.as_ref().map_or(Ok(()), |guard| write!(out, " {}", guard.value))
    }
}

/// How deep fragments may stand in each other.
const DEEPEST: usize = 8;

/// The fragment of a pair that the grammar took for one.
pub(super) fn fragment(pair: &Pair<'_, Rule>) -> Option<Fragment> {
    let mut inner = pair.clone().into_inner();
    let kind = match inner.next()?.as_str().to_ascii_lowercase().as_str() {
        "loop" => FragmentKind::Loop,
        "opt" => FragmentKind::Optional,
        "alt" => FragmentKind::Alternative,
        "else" => FragmentKind::Else,
        _ => FragmentKind::End,
    };
    Some(Fragment { kind, guard: inner.next().map(|guard| part(&guard)), range: range(pair) })
}

/// What is wrong with a line that begins with the word of a fragment.
pub(super) fn mistake(line: &str) -> Option<SyntaxError> {
    let word = read(Rule::fragment_loose, line).ok()?.find(|pair| pair.as_rule() == Rule::fragment_word)?;
    let error = match word.as_str().to_ascii_lowercase().as_str() {
        "end" => {
            SyntaxError::new(trimmed(line), format!("`{}` is more than the end of a fragment", shown(line)))
                .help("write `end` on a line of its own")
        }
        word => SyntaxError::new(trimmed(line), format!("nothing says when the fragment `{word}` happens"))
            .help(FRAGMENT),
    };
    Some(error)
}

/// What is wrong with the order of lines: fragments that nobody closes, and what closes or divides none.
pub(super) fn unbalanced(lines: &[SequenceLine]) -> Vec<SyntaxError> {
    let mut errors = Vec::new();
    let mut open: Vec<&Fragment> = Vec::new();
    for line in lines {
        let SequenceLine::Fragment(fragment) = line else { continue };
        let at = fragment.range.clone();
        match fragment.kind {
            FragmentKind::End => {
                if open.pop().is_none() {
                    let error = SyntaxError::new(at, "`end` ends no fragment");
                    errors.push(error.help(format!("leave it out, or begin a fragment above: {FRAGMENT}")));
                }
            }
            FragmentKind::Else => {
                if open.last().is_none_or(|outer| outer.kind != FragmentKind::Alternative) {
                    let error = SyntaxError::new(at, "`else` stands in no fragment `alt`");
                    errors.push(error.help("begin the alternatives with `alt if …` and end them with `end`"));
                }
            }
            FragmentKind::Loop | FragmentKind::Optional | FragmentKind::Alternative => {
                if open.len() == DEEPEST {
                    let what = format!("fragments stand in each other more than {DEEPEST} deep");
                    errors.push(SyntaxError::new(at, what).help("divide the sequence into several"));
                }
                open.push(fragment);
            }
        }
    }
    errors.extend(open.into_iter().map(|fragment| {
        let what = format!("the fragment `{}` is never ended", fragment.kind.as_str());
        SyntaxError::new(fragment.range.clone(), what).help("write `end` on a line of its own behind it")
    }));
    errors
}

/// The form of a fragment.
pub(super) const FRAGMENT: &str = "write a fragment as `loop for every image`, `opt if configured` or `alt if …` … `else …`, and `end` behind it";
