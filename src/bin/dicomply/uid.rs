//! `dicomply uid new`: a UID that nobody else has.

use std::process::ExitCode;

use super::console::Console;
use super::failure::Failure;

/// Makes UIDs
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Prints a new UID: `2.25.` and a random number
    New {
        /// Make it under this root instead of `2.25`; the root must be yours
        #[arg(long, value_name = "UID", value_parser = root)]
        root: Option<String>,
    },
}

/// PS3.5, section 9.1.
const LONGEST_UID: usize = 64;

/// How many decimal digits below a root are worth the name of chance: about 66 bits.
const FEWEST_DIGITS: usize = 20;

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let Command::New { root } = &arguments.command;
    console.print(&(fresh(root.as_deref())? + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// A UID that nobody else has.
pub(crate) fn fresh(root: Option<&str>) -> Result<String, Failure> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| Failure::Told {
        message: format!("the system has no random numbers: {error}"),
        help: None,
    })?;
    Ok(new_uid(root, u128::from_ne_bytes(bytes)))
}

/// The UID of a random number: all of it under `2.25` (PS3.5, section B.2), as many digits as fit under a root.
fn new_uid(root: Option<&str>, random: u128) -> String {
    let Some(root) = root else { return format!("2.25.{}", version_4(random)) };
    let most = LONGEST_UID - root.len() - 1;
    let mut digits = random.to_string();
    digits.truncate(most);
    format!("{root}.{digits}")
}

/// The number as a UUID of version 4 (RFC 9562), which `2.25` stands for.
fn version_4(random: u128) -> u128 {
    let version = random & !(0xF << 76) | 0x4 << 76;
    version & !(0x3 << 62) | 0x2 << 62
}

/// Checks a root: a UID that is not reserved and leaves room for chance.
fn root(text: &str) -> Result<String, String> {
    let root = text.trim().trim_end_matches('.');
    if let Some(part) = root.split('.').find(|part| !is_component(part)) {
        return Err(format!("component `{part}` is not a number without leading zeros"));
    }
    if !matches!(root.split('.').next(), Some("0" | "1" | "2")) {
        return Err("a UID begins with 0, 1 or 2".into());
    }
    if root == "1.2.840.10008" || root.starts_with("1.2.840.10008.") {
        return Err("the root 1.2.840.10008 is reserved for DICOM".into());
    }
    if root.len() + 1 + FEWEST_DIGITS > LONGEST_UID {
        return Err(format!("a root of {} characters leaves no room for a unique number", root.len()));
    }
    Ok(root.into())
}

fn is_component(part: &str) -> bool {
    let is_number = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_number && (part == "0" || !part.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_uids_are_well_formed() {
        for random in [0, 1, u128::MAX, 0x0123_4567_89AB_CDEF_0123_4567_89AB_CDEF] {
            for root in [None, Some("1.2.3"), Some("1.2.826.0.1.3680043.9.1234567.123456")] {
                let uid = new_uid(root, random);
                assert!(uid.len() <= LONGEST_UID && uid.split('.').all(is_component), "{uid}");
                assert!(uid.starts_with(root.unwrap_or("2.25.")));
            }
        }
        assert_eq!(new_uid(None, 0), format!("2.25.{}", 0x4u128 << 76 | 0x2 << 62));
    }

    #[test]
    fn roots_are_checked() {
        assert_eq!(root("1.2.3."), Ok("1.2.3".into()));
        for wrong in ["", "1..2", "1.02", "1.x", "3.1", "1.2.840.10008.5", "1.2.840.10008"] {
            assert!(root(wrong).is_err(), "{wrong}");
        }
        assert!(root(&"1.2345".repeat(8)).is_err());
    }
}
