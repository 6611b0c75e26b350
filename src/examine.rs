//! Read, lint, and weigh what was found: the whole way from files to the findings that count.

mod allowance;
mod baseline;

use crate::config::Config;
use crate::finding::Finding;
use crate::lint::lint;
use crate::model::Date;
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

/// Reads documents and asks the rules about them. `today` is the day on which allowances with a date are measured;
/// without one none has ended.
pub fn examine(inputs: Vec<Input>, loader: &dyn Loader, config: &Config, today: Option<Date>) -> Examination {
    let mut reading = read(inputs, loader);
    let found = lint(&reading.project, config, std::mem::take(&mut reading.findings));
    let findings = reading.sources.distinct(found);
    let findings = allowance::weigh(&reading, findings, config, today);
    Examination { reading, findings }
}
