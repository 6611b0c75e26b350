//! What a change asks of the version of a statement.
