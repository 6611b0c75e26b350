//! Web services.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A web service does not answer an operation any more by means of others.
    ///
    /// # What it means to a peer
    /// Peers that use it have to do without.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     facade: [{operation: Search, uses: [C-FIND]}, {operation: Retrieve, uses: [C-MOVE]}]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     facade: [{operation: Search, uses: [C-FIND]}]
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 6
    FACADE_OPERATION_REMOVED = "facade-operation-removed": Web, Breaking, since "0.1.0",
    "{what} is not answered any more",
    [Removed] in ["web_services.*.facade.*"]
}
