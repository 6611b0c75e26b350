//! The change rules, in the order of their identities.

use super::Impact;
use super::rule::{Area, ChangeRule};

/// All change rules, sorted.
pub static CHANGE_RULES: &[ChangeRule] = &[ChangeRule {
    id: "value-changed",
    area: Area::General,
    impact: Impact::Breaking,
    since: "0.2.0",
    documentation: " Something is said differently.\n",
}];

/// The change rule with this identity.
pub fn change_rule(id: &str) -> Option<&'static ChangeRule> {
    let found = CHANGE_RULES.binary_search_by(|rule| rule.id.cmp(id));
    found.ok().and_then(|at| CHANGE_RULES.get(at))
}
