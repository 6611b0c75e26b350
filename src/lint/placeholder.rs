//! Values that stand in for one that is still to be written.

/// Whether a value is a gap of a template, such as `<AE title>`; of such a value nothing else is said.
pub(super) fn is_placeholder(value: &str) -> bool {
    let value = value.trim();
    value.starts_with('<') && value.ends_with('>')
}
