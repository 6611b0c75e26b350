//! `mistyped-value`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a value of another type or notation than its place asks for: a text where a number belongs, a
    /// number with its unit, a date that is not YYYY-MM-DD, a tag that is not (gggg,eeee), a list for a single
    /// value.
    ///
    /// # Why is this bad?
    /// What cannot be read is neither checked nor shown. A port `104 or 4242` is a sentence about two numbers,
    /// and no peer can be configured with it.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     associations: {max_pdu_received: 16 KB}
    ///     activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     associations: {max_pdu_received: 16384}
    ///     activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}
    /// ```
    ///
    /// # References
    /// - The language of dicomply: every key has one type of value
    "mistyped-value": Document, Error, Minimal, reading, fixable, since "0.1.0"
}
