//! Asking a custom rule about a value.

use std::sync::Arc;

use cel::common::types::{CelBool, CelDouble, CelInt, CelList, CelString, CelUInt};
use cel::common::value::Val;
use cel::{Context, Env, ExecutionError, OverloadError, Value};

use super::budget::{Budget, Pattern};
use super::expression::Expression;
use super::functions::environment;
use super::message::{Message, Piece};
use super::ready::Ready;
use super::value::Mapping;
use crate::route::{Route, Step};

/// What a rule has to say of a value.
pub(super) struct Verdict {
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// Why a rule cannot be asked of a value.
pub(super) struct Failure {
    /// The key under which the expression stands.
    pub(super) key: &'static str,
    pub(super) message: String,
    pub(super) help: &'static str,
    pub(super) route: Route,
}

/// A rule that is asked about the values of one document.
pub(super) struct Evaluation<'d> {
    rule: &'d Ready,
    document: &'d dyn Val,
    environment: Arc<Env>,
    budget: Budget,
}

/// What an expression comes to, or why it comes to nothing.
type Outcome<T> = Result<T, ExecutionError>;

impl<'d> Evaluation<'d> {
    pub(super) fn of(rule: &'d Ready, document: &'d dyn Val) -> Self {
        Self { rule, document, environment: environment(), budget: Budget::full() }
    }

    /// Whether the rule has cost as much as one may.
    pub(super) fn is_exhausted(&self) -> bool {
        self.budget.is_exhausted()
    }

    /// What the rule has to say of a value; nothing of one that is as it has to be.
    pub(super) fn verdict(&self, route: &Route, value: &dyn Val) -> Result<Option<Verdict>, Failure> {
        let mut context = self.context(route, value);
        let failed = |key: &'static str| move |error: ExecutionError| self.failure(key, &error, route);
        if let Some(when) = &self.rule.when
            && !self.truth(when, &mut context).map_err(failed("when"))?
        {
            return Ok(None);
        }
        if self.truth(&self.rule.require, &mut context).map_err(failed("require"))? {
            return Ok(None);
        }
        let message = self.text(&self.rule.message, &mut context).map_err(failed("message"))?;
        let help = self.rule.help.as_ref().map(|help| self.text(help, &mut context)).transpose();
        Ok(Some(Verdict { message, help: help.map_err(failed("help"))? }))
    }

    fn context<'v>(&self, route: &Route, value: &'v (dyn Val + 'v)) -> Context<'v, 'v>
    where
        'd: 'v,
    {
        let mut context = Context::with_env(Arc::clone(&self.environment));
        let name: Box<dyn Val> = match route.steps().last() {
            Some(Step::Index(index)) => Box::new(CelInt::from(i64::try_from(*index).unwrap_or(i64::MAX))),
            Some(Step::Key(key)) => Box::new(CelString::from(key.clone())),
            None => Box::new(CelString::from(String::new())),
        };
        context.add_variable_as_val("it", value.clone_as_boxed());
        context.add_variable_as_val("name", name);
        context.add_variable_as_val("document", self.document.clone_as_boxed());
        context.add_variable_as_val("@budget", Box::new(self.budget.clone()));
        context
    }

    /// Whether a condition is true.
    fn truth(&self, condition: &Expression, context: &mut Context<'_, '_>) -> Outcome<bool> {
        self.computed(condition, context, |value| {
            value.downcast_ref::<CelBool>().map(|truth| *truth.inner()).ok_or_else(|| {
                let got = value.get_type().name().to_owned();
                ExecutionError::UnexpectedType { got, want: "bool".to_owned() }
            })
        })
    }

    /// A message with its values, in one line.
    fn text(&self, message: &Message, context: &mut Context<'_, '_>) -> Outcome<String> {
        let mut text = String::new();
        for piece in &message.0 {
            match piece {
                Piece::Text(plain) => text += plain,
                Piece::Value(expression) => {
                    match self.computed(expression, context, |value| Ok(written(value))) {
                        Err(ExecutionError::NoSuchKey(_)) if !self.is_exhausted() => text += "not stated",
                        written => text += &written?,
                    }
                }
            }
        }
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn computed<T>(
        &self,
        expression: &Expression,
        context: &mut Context<'_, '_>,
        taken: impl FnOnce(&dyn Val) -> Outcome<T>,
    ) -> Outcome<T> {
        for (number, pattern) in expression.patterns.iter().enumerate() {
            context.add_variable_as_val(format!("@pattern{number}"), Box::new(Pattern(pattern.clone())));
        }
        let taken = Value::resolve_val(&expression.tree, context).and_then(|value| taken(&*value));
        // What comes out when something inside had to be given up is worth nothing.
        if self.is_exhausted() { Err(ExecutionError::InternalError(String::new())) } else { taken }
    }

    fn failure(&self, key: &'static str, error: &ExecutionError, route: &Route) -> Failure {
        let (message, help) = if self.is_exhausted() {
            let message = "it takes too long, or makes texts too long".to_owned();
            (message, "look at fewer values, by `for` and `when`")
        } else {
            (in_words(error), help_for(error))
        };
        Failure { key, message, help, route: route.clone() }
    }
}

/// What went wrong, in words.
fn in_words(error: &ExecutionError) -> String {
    match error {
        ExecutionError::NoSuchKey(key) => format!("`{key}` is not stated"),
        ExecutionError::NoSuchOverload(error) => without_overload(error),
        ExecutionError::UnexpectedType { got, want } => {
            format!("there is a `{got}` where a `{want}` belongs")
        }
        ExecutionError::UnsupportedBinaryOperator(operator, ..) => {
            let sign = match *operator {
                "add" => "+",
                "sub" => "-",
                "mul" => "*",
                "div" => "/",
                _ => "%",
            };
            format!("`{sign}` cannot be used with what there is")
        }
        ExecutionError::IndexOutOfBounds(_) => "a list has no element at that position".to_owned(),
        ExecutionError::DivisionByZero(_) | ExecutionError::RemainderByZero(_) => {
            "it divides by zero".to_owned()
        }
        ExecutionError::ValuesNotComparable(..) => "what is compared is of different types".to_owned(),
        _ => "there is no answer for what is there".to_owned(),
    }
}

fn without_overload(error: &OverloadError) -> String {
    let function = error.function().trim_matches(['_', '@']);
    let types = error.argument_types().iter().map(|name| format!("`{name}`"));
    format!("`{function}` cannot be used with {}", types.collect::<Vec<_>>().join(" and "))
}

const fn help_for(error: &ExecutionError) -> &'static str {
    match error {
        ExecutionError::NoSuchKey(_) => {
            "what may be left out is asked for first: `has(it.tls_port) && it.tls_port > 1024`"
        }
        _ => "`for` and `when` decide which values the rule is asked of",
    }
}

/// A value as a message shows it.
fn written(value: &dyn Val) -> String {
    if let Some(text) = value.downcast_ref::<CelString<'_>>() {
        text.inner().to_owned()
    } else if let Some(number) = value.downcast_ref::<CelInt>() {
        number.inner().to_string()
    } else if let Some(number) = value.downcast_ref::<CelUInt>() {
        number.inner().to_string()
    } else if let Some(number) = value.downcast_ref::<CelDouble>() {
        number.inner().to_string()
    } else if let Some(truth) = value.downcast_ref::<CelBool>() {
        truth.inner().to_string()
    } else if let Some(list) = value.downcast_ref::<CelList<'_>>() {
        list.inner().iter().map(|element| written(&**element)).collect::<Vec<_>>().join(", ")
    } else if let Some(mapping) = value.downcast_ref::<Mapping>() {
        // An item is known by its name.
        mapping.value("name").or_else(|| mapping.value("uid")).map_or_else(|| "…".to_owned(), written)
    } else {
        "…".to_owned()
    }
}
