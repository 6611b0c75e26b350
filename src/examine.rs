//! Read, lint, and weigh what was found: the whole way from files to the findings that count.

mod allowance;
mod baseline;

use crate::config::Config;
use crate::finding::Finding;
use crate::lint::{Circumstances, lint};
use crate::source::{Input, Loader, Reading, read};

pub use self::baseline::{Baseline, Entry, Error};

/// What an examination gives.
#[derive(Debug)]
pub struct Examination {
    /// What was read. Its findings are among those below.
    pub reading: Reading,
    /// What was found, each once, those too that an author allows.
    pub findings: Vec<Finding>,
}

/// Reads documents and asks the rules about them. The circumstances are the day on which allowances with a date, reservations
/// and reviews are measured (without one none has ended), alone or with earlier versions of the documents.
pub fn examine(
    inputs: Vec<Input>,
    loader: &dyn Loader,
    config: &Config,
    circumstances: impl Into<Circumstances>,
) -> Examination {
    let circumstances = circumstances.into();
    let mut reading = read(inputs, loader);
    let found = lint(&reading.project, config, std::mem::take(&mut reading.findings), &circumstances);
    let findings = reading.sources.distinct(found);
    let findings = allowance::weigh(&reading, findings, config, circumstances.today);
    Examination { reading, findings }
}
