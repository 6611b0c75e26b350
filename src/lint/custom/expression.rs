//! `Expression`: a text in CEL, made ready for being asked about many values.
//!
//! What cannot be meant is found here, before any document is looked at: what does not parse, names and functions that
//! there are not, patterns that are no regular expressions.

mod words;

use std::ops::Range;

use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr, ListExpr, LiteralValue, SelectExpr, operators};
use cel::parser::PrattParser;
use regex_lite::{Regex, RegexBuilder};

use self::words::{in_words, word};

/// The longest expression, in bytes. Whoever needs more needs several rules.
const LONGEST: usize = 2_000;

/// How deep expressions nest.
const DEEPEST: u16 = 24;

/// How many steps a tree has from its root to its leaves; chains of operators and of calls are deep, too.
const HIGHEST: usize = 60;

/// How many bytes a regular expression takes when it is made ready.
const LARGEST_PATTERN: usize = 64 * 1024;

/// What expressions may ask about.
const VARIABLES: &[&str] = &["it", "name", "document"];

/// The names of types, which `type(x)` is compared with.
const TYPES: &[&str] =
    &["bool", "bytes", "double", "int", "list", "map", "null_type", "string", "type", "uint"];

/// The functions that there are. Others of the crate multiply texts, or have nothing to do here.
const FUNCTIONS: &[&str] = &[
    "bool",
    "contains",
    "double",
    "dyn",
    "endsWith",
    "int",
    "is_retired",
    "lowerAscii",
    "size",
    "startsWith",
    "string",
    "trim",
    "type",
    "uid",
    "uint",
    "upperAscii",
];

/// What walks a list, and how it is written.
const MACROS: &[(&str, &str)] = &[
    ("all", "list.all(x, condition)"),
    ("exists", "list.exists(x, condition)"),
    ("exists_one", "list.exists_one(x, condition)"),
    ("filter", "list.filter(x, condition)"),
    ("has", "has(it.key)"),
    ("map", "list.map(x, value)"),
];

/// Operators that hand on what they are given, or look at no more than its truth.
const FREE: &[&str] = &[
    operators::CONDITIONAL,
    operators::LOGICAL_AND,
    operators::LOGICAL_OR,
    operators::LOGICAL_NOT,
    operators::INDEX,
    operators::NOT_STRICTLY_FALSE,
];

/// An expression that is ready.
#[derive(Debug)]
pub(super) struct Expression {
    pub(super) tree: IdedExpr,
    /// The regular expressions in it: `@pattern0` and so on.
    pub(super) patterns: Vec<Regex>,
    /// Whether it looks beyond the value.
    pub(super) asks_document: bool,
}

/// Why a text is no expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// The part that is wrong, in bytes of the text.
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

impl Fault {
    fn new(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { range, message: message.into(), help: help.into() }
    }

    /// The same fault in a longer text.
    pub(super) fn moved(self, bytes: usize) -> Self {
        Self { range: self.range.start + bytes..self.range.end + bytes, ..self }
    }
}

/// What an expression looks like.
const EXAMPLE: &str = "write an expression such as `has(it.tls_port)` or `it.ae_title.startsWith(\"ACME_\")`";

impl Expression {
    /// Makes a text ready.
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        if text.len() > LONGEST {
            let message = format!("the expression has more than {LONGEST} bytes");
            return Err(Fault::new(0..text.len(), message, "make several rules of it"));
        }
        let parser = PrattParser::new().max_recursion_depth(DEEPEST);
        let tree = parser.parse(text).map_err(|errors| {
            let first = errors.errors.iter().min_by_key(|error| error.pos);
            let (range, message) =
                first.map_or((0..text.len(), String::new()), |error| in_words(text, error));
            Fault::new(range, message, EXAMPLE)
        })?;
        let mut reader =
            Reader { text, bound: Vec::new(), patterns: Vec::new(), asks_document: false, height: 0 };
        let tree = reader.read(tree)?;
        Ok(Self { tree, patterns: reader.patterns, asks_document: reader.asks_document })
    }
}

/// Walks a tree, refuses what cannot be meant, and writes around every value that is walked or copied what charges it.
struct Reader<'t> {
    text: &'t str,
    /// The names that `list.all(x, …)` and its like introduce here.
    bound: Vec<String>,
    patterns: Vec<Regex>,
    asks_document: bool,
    height: usize,
}

impl Reader<'_> {
    fn read(&mut self, tree: IdedExpr) -> Result<IdedExpr, Fault> {
        self.height += 1;
        if self.height > HIGHEST {
            let message = "the expression is nested too deeply, or chains too many operators";
            return Err(Fault::new(0..self.text.len(), message, "make several rules of it"));
        }
        let id = tree.id;
        let expr = match tree.expr {
            Expr::Ident(name) => self.name(name)?,
            Expr::Select(SelectExpr { operand, field, test }) => {
                Expr::Select(SelectExpr { operand: Box::new(self.read(*operand)?), field, test })
            }
            Expr::Call(call) => self.call(call)?,
            Expr::Comprehension(mut walk) => {
                let range = self.read(walk.iter_range)?;
                // A list is walked anew each time, even one that is written here.
                walk.iter_range = spent(range);
                walk.accu_init = self.read(walk.accu_init)?;
                let before = self.bound.len();
                self.bound
                    .extend([Some(walk.iter_var.clone()), walk.iter_var2.clone()].into_iter().flatten());
                walk.loop_cond = self.read(walk.loop_cond)?;
                walk.loop_step = self.read(walk.loop_step)?;
                self.bound.truncate(before);
                walk.result = self.read(walk.result)?;
                Expr::Comprehension(walk)
            }
            Expr::List(list) => {
                let elements = list.elements.into_iter().map(|element| self.read(element).map(charged));
                Expr::List(ListExpr::new(elements.collect::<Result<_, _>>()?))
            }
            literal @ Expr::Literal(_) => literal,
            Expr::Map(_) | Expr::Struct(_) | Expr::Unspecified => {
                let range = self.text.find('{').map_or(0..self.text.len(), |at| at..at + 1);
                return Err(Fault::new(range, "mappings in braces are not written here", EXAMPLE));
            }
        };
        self.height -= 1;
        Ok(IdedExpr { id, expr })
    }

    fn name(&mut self, name: String) -> Result<Expr, Fault> {
        self.asks_document |= name == "document";
        let is_known = name.starts_with('@')
            || VARIABLES.contains(&name.as_str())
            || TYPES.contains(&name.as_str())
            || self.bound.contains(&name);
        if is_known {
            return Ok(Expr::Ident(name));
        }
        let message = format!("nothing here is called `{name}`");
        let help = "`it` is the value, `name` its key or position, `document` the whole document; \
                    texts stand in quotes";
        Err(Fault::new(word(self.text, &name), message, help))
    }

    fn call(&mut self, call: CallExpr) -> Result<Expr, Fault> {
        let CallExpr { target, func_name, args } = call;
        if func_name == "matches" {
            return self.pattern(target, args);
        }
        self.check_function(&func_name)?;
        let is_free = FREE.contains(&func_name.as_str());
        let mut argument = |tree: IdedExpr| {
            let read = self.read(tree)?;
            Ok(if is_free { read } else { charged(read) })
        };
        let target = target.map(|target| argument(*target).map(Box::new)).transpose()?;
        let args = args.into_iter().map(argument).collect::<Result<_, _>>()?;
        Ok(Expr::Call(CallExpr { target, func_name, args }))
    }

    fn check_function(&self, name: &str) -> Result<(), Fault> {
        let is_operator = name.starts_with(['_', '@', '!', '-']);
        if is_operator || FUNCTIONS.contains(&name) {
            return Ok(());
        }
        let range = word(self.text, name);
        if let Some((_, form)) = MACROS.iter().find(|(known, _)| *known == name) {
            return Err(Fault::new(range, format!("`{name}` is not written so"), format!("write `{form}`")));
        }
        let message = format!("there is no function `{name}`");
        let help = format!(
            "there are `{}`, `matches`, and `all`, `exists`, `filter`, `map`",
            FUNCTIONS.join("`, `")
        );
        Err(Fault::new(range, message, help))
    }

    /// `text.matches("pattern")` and `matches(text, "pattern")`.
    fn pattern(&mut self, target: Option<Box<IdedExpr>>, args: Vec<IdedExpr>) -> Result<Expr, Fault> {
        const HELP: &str = "write `it.ae_title.matches(\"^ACME_[A-Z]+$\")`";
        let mut texts: Vec<IdedExpr> = target.map(|target| *target).into_iter().chain(args).collect();
        let range = word(self.text, "matches");
        let (Some(pattern), Some(text), true) = (texts.pop(), texts.pop(), texts.is_empty()) else {
            return Err(Fault::new(range, "`matches` takes a text and a pattern", HELP));
        };
        let Expr::Literal(LiteralValue::String(pattern)) = pattern.expr else {
            return Err(Fault::new(range, "the pattern of `matches` is not a text in quotes", HELP));
        };
        let pattern = pattern.inner();
        let ready = RegexBuilder::new(pattern).size_limit(LARGEST_PATTERN).build().map_err(|error| {
            let start = self.text.find(pattern).filter(|_| !pattern.is_empty());
            let range = start.map_or(range, |start| start..start + pattern.len());
            Fault::new(range, format!("the pattern is no regular expression: {error}"), HELP)
        })?;
        let name = Expr::Ident(format!("@pattern{}", self.patterns.len()));
        self.patterns.push(ready);
        let text = self.read(text)?;
        Ok(function("@matches", vec![ident("@budget"), IdedExpr { id: 0, expr: name }, text]))
    }
}

/// `@spend(@budget, …)`, unless there is nothing to pay for.
fn charged(tree: IdedExpr) -> IdedExpr {
    let is_free = match &tree.expr {
        Expr::Literal(_) | Expr::List(_) => true,
        Expr::Ident(name) => name.starts_with('@'),
        _ => false,
    };
    if is_free { tree } else { spent(tree) }
}

/// `@spend(@budget, …)`.
fn spent(tree: IdedExpr) -> IdedExpr {
    IdedExpr { id: tree.id, expr: function("@spend", vec![ident("@budget"), tree]) }
}

fn function(name: &str, args: Vec<IdedExpr>) -> Expr {
    Expr::Call(CallExpr { target: None, func_name: name.to_owned(), args })
}

fn ident(name: &str) -> IdedExpr {
    IdedExpr { id: 0, expr: Expr::Ident(name.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (String, String) {
        match Expression::parse(text) {
            Ok(_) => (String::new(), "no fault".to_owned()),
            Err(fault) => (text[fault.range].to_owned(), fault.message),
        }
    }

    #[test]
    fn faults_are_named_at_their_places() {
        for (text, part, message) in [
            ("it.é", "é", "`é` cannot stand here"),
            ("it.a == 'x", "'x", "a text does not end: its closing quote is missing"),
            ("it.a ==", "=", "something is missing at the end"),
            ("it.a b", "b", "`b` cannot stand here"),
            ("size(it.a", "a", "`)` is missing at the end"),
            ("'ü' + titel", "titel", "nothing here is called `titel`"),
            ("it.tls && tls && 'tls' == ''", "tls", "nothing here is called `tls`"),
            ("it.a.replace('a', 'b')", "replace", "there is no function `replace`"),
            ("it.all(x)", "all", "`all` is not written so"),
            ("[1].all(x, x > 0) && x", "x", "nothing here is called `x`"),
            ("it.a.matches(it.b)", "matches", "the pattern of `matches` is not a text in quotes"),
            ("it == {'a': 1}", "{", "mappings in braces are not written here"),
        ] {
            assert_eq!(fault(text), (part.to_owned(), message.to_owned()), "{text}");
        }
        assert_eq!(fault("it.a.matches('[A-Z')").0, "[A-Z");
        assert!(fault("it.a.matches('((a{999}){999}){999}')").1.starts_with("the pattern is no regular"));
    }

    #[test]
    fn what_is_too_much_is_refused() {
        for text in [
            "it.a + ".repeat(1_000) + "it.a",
            "1+".repeat(100) + "1",
            "string(".repeat(200) + "1" + &")".repeat(200),
            "[".repeat(900) + &"]".repeat(900),
            "!(".repeat(200) + "true" + &")".repeat(200),
            "it".to_owned() + &"[0]".repeat(600),
            "it".to_owned() + &".trim()".repeat(200),
        ] {
            let said = fault(&text).1;
            let is_refused = said.contains("more than") || said.contains("nested too deeply");
            assert!(is_refused, "{said}: {}", &text[..40]);
        }
    }
}
