//! Reports of hostile findings.
