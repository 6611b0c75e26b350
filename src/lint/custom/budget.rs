//! `Budget`: how much expressions may still cost, and the functions that charge it.
//!
//! CEL has no loops without an end, but chains that double a text and loops in loops come close. So every value that is
//! walked, copied or compared goes through [`spend`], which [`super::expression`] writes around it.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use cel::ExecutionError;
use cel::common::types::{CelBool, CelString, Type};
use cel::common::value::{CowVal, StaticVal, Val};
use regex_lite::Regex;

use super::value::weight;

/// What one rule may cost in one document, in steps: some hundred for each of ten thousand values.
const ENOUGH: u64 = 2_000_000;

/// How much may still be spent. Copies of it are the same budget.
#[derive(Debug, Clone)]
pub(super) struct Budget(Arc<AtomicU64>);

impl Budget {
    /// A full one.
    pub(super) fn full() -> Self {
        Self(Arc::new(AtomicU64::new(ENOUGH)))
    }

    /// Whether it has been too little.
    pub(super) fn is_exhausted(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }

    fn charge(&self, cost: u64) -> Result<(), ExecutionError> {
        let rest = self.0.load(Ordering::Relaxed).saturating_sub(cost);
        self.0.store(rest, Ordering::Relaxed);
        if rest == 0 { Err(ExecutionError::InternalError("too much".to_owned())) } else { Ok(()) }
    }
}

/// `@spend(budget, value)`: the value, paid for.
pub(super) fn spend<'b, 'v>(mut arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let value = arguments.pop().ok_or(ExecutionError::MissingArgumentOrTarget)?;
    budget_of(&arguments)?.charge(weight(&*value))?;
    Ok(value)
}

/// `@matches(budget, pattern, text)`: whether the pattern is found in the text.
#[allow(clippy::needless_pass_by_value)] // The signature is that of `cel`.
pub(super) fn matches<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let pattern = arguments.get(1).and_then(|pattern| pattern.downcast_ref::<Pattern>());
    let text = arguments.get(2).ok_or(ExecutionError::MissingArgumentOrTarget)?;
    let Some(text) = text.downcast_ref::<CelString<'_>>().map(CelString::inner) else {
        let of = vec![text.get_type().name().to_owned(), "string".to_owned()];
        return Err(ExecutionError::no_such_overload("matches", of));
    };
    budget_of(&arguments)?.charge(1 + u64::try_from(text.len()).unwrap_or(u64::MAX))?;
    let is_match = pattern.is_some_and(|pattern| pattern.0.is_match(text));
    Ok(CowVal::owned(CelBool::from(is_match)))
}

fn budget_of<'a>(arguments: &'a [CowVal<'_, '_>]) -> Result<&'a Budget, ExecutionError> {
    let budget = arguments.first().and_then(|budget| budget.downcast_ref::<Budget>());
    budget.ok_or(ExecutionError::MissingArgumentOrTarget)
}

/// A regular expression, made ready once.
#[derive(Debug, Clone)]
pub(super) struct Pattern(pub(super) Regex);

/// Declares a value that only the functions of this file can do something with.
macro_rules! inner {
    ($name:ident) => {
        impl StaticVal for $name {}

        impl Val for $name {
            fn get_type(&self) -> &Type {
                &INNER
            }

            fn cel_type() -> &'static Type {
                &INNER
            }

            fn as_any(&self) -> Option<&dyn Any> {
                Some(self)
            }

            fn equals(&self, _: &dyn Val) -> bool {
                false
            }

            fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
            where
                Self: 'v,
            {
                Box::new(self.clone())
            }
        }
    };
}

static INNER: Type = Type::new_unspecified_type("inner");

inner!(Budget);
inner!(Pattern);
