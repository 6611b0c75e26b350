//! Application profiles of media interchange (PS3.11).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::spelling::folded;
use super::{columns, nearest, rows};

/// A standard application profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaProfile {
    /// The identifier, without the part that says that the medium is secured.
    pub identifier: &'static str,
    /// The annex of PS3.11.
    pub annex: &'static str,
    /// The medium, in the words of PS3.2 Table A.1-3.
    pub medium: &'static str,
    /// The UIDs of the transfer syntaxes; empty where the statement lists them.
    pub transfer_syntaxes: Vec<&'static str>,
    /// The roles that the profile defines.
    pub roles: Vec<&'static str>,
    /// The UIDs of the SOP classes that each reader reads; empty where the statement lists the SOP classes.
    pub read_classes: Vec<&'static str>,
    /// The UIDs of the SOP classes that each creator writes.
    pub written_classes: Vec<&'static str>,
    /// The UIDs of the transfer syntaxes, in one of which a creator writes those classes.
    pub written_in: Vec<&'static str>,
    secured: Secured,
}

/// Whether a profile comes with `SEC` in its identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Secured {
    No,
    Either,
    Always,
}

static PROFILES: LazyLock<HashMap<&'static str, MediaProfile>> = LazyLock::new(|| {
    let list = |text: &'static str| text.split(',').filter(|part| !part.is_empty()).collect();
    let profile = |row| {
        let [identifier, annex, medium, secured, syntaxes, roles, read, written, written_in] = columns(row);
        let secured = match secured {
            "only" => Secured::Always,
            "either" => Secured::Either,
            _ => Secured::No,
        };
        let profile = MediaProfile {
            identifier,
            annex,
            medium,
            transfer_syntaxes: list(syntaxes),
            roles: list(roles),
            read_classes: list(read),
            written_classes: list(written),
            written_in: list(written_in),
            secured,
        };
        (identifier, profile)
    };
    rows(TABLE).map(profile).collect()
});

const TABLE: &str = include_str!("tables/media_profiles.tsv");

/// Every identifier, in the order of the table, those of secured media behind the plain ones.
static IDENTIFIERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let identifiers = rows(TABLE).flat_map(|row| {
        let [identifier, _, _, secured] = columns(row);
        let plain = (secured != "only").then(|| identifier.to_owned());
        let secured = (secured != "no").then(|| secured_identifier(identifier));
        plain.into_iter().chain(secured)
    });
    identifiers.collect()
});

/// The identifier with `SEC` behind the class of the profile.
fn secured_identifier(identifier: &str) -> String {
    let behind_class = identifier.match_indices('-').nth(1).map_or(identifier.len(), |(place, _)| place);
    format!("{}-SEC{}", &identifier[..behind_class], &identifier[behind_class..])
}

/// What a text that should be an identifier was probably meant to be. One of another medium was not.
pub fn meant(written: &str) -> Option<&'static str> {
    let written = written.trim();
    let renamed = written.strip_prefix(FORMER_PREFIX).map(|rest| format!("STD-{rest}"));
    let wanted = renamed.as_deref().unwrap_or(written);
    let known = || IDENTIFIERS.iter().map(String::as_str);
    let twin = if is_secured(wanted) { wanted.replacen("-SEC", "", 1) } else { secured_identifier(wanted) };
    let same = known().find(|known| [folded(wanted), folded(&twin)].contains(&folded(known)));
    let is_of_old_medium = wanted.rsplit('-').next().is_some_and(|medium| medium.starts_with("MOD"));
    if same.is_some() || is_of_old_medium || known().any(|known| is_of_class(known, wanted)) {
        return same;
    }
    let named = media(wanted);
    nearest::nearest(wanted, known().filter(|known| media(known) == named))
}

/// The identifiers that begin as a text does that should be one: all of it, or all but its last part. There are none
/// where there would be too many to read.
pub fn relatives(written: &str) -> Vec<&'static str> {
    const READABLE: usize = 8;
    let of_class = |class: &str| -> Vec<&'static str> {
        IDENTIFIERS.iter().map(String::as_str).filter(|known| is_of_class(known, class)).collect()
    };
    let class = written.trim();
    let mut relatives = of_class(class);
    if relatives.is_empty() {
        relatives = class.rsplit_once('-').map(|(class, _)| of_class(class)).unwrap_or_default();
    }
    if relatives.len() > READABLE { Vec::new() } else { relatives }
}

fn is_of_class(identifier: &str, class: &str) -> bool {
    identifier.strip_prefix(class).is_some_and(|rest| rest.starts_with('-'))
}

/// Whether an identifier says that the medium is secured.
pub fn is_secured(identifier: &str) -> bool {
    identifier.split('-').any(|part| part.eq_ignore_ascii_case("SEC"))
}

/// The prefix of old, which PS3.11, section C.1, deprecates.
pub const FORMER_PREFIX: &str = "APL-";

/// Whether this is a waveform diskette profile, which PS3.11 Annex F retired; the prefix is known from memory of
/// PS3.11-2004 only.
pub fn is_retired(identifier: &str) -> bool {
    identifier.trim().to_ascii_uppercase().starts_with("STD-WVFM-")
}

/// A kind of medium, as coarse as the groups of PS3.2 Table A.1-3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// A recordable compact disc.
    CompactDisc,
    /// A magneto-optical disk.
    MagnetoOptical,
    /// A DVD, DVD-RAM included.
    Dvd,
    /// A Blu-ray disc.
    BluRay,
    /// A USB device or a memory card.
    Flash,
    /// An email.
    Email,
}

/// The kinds of media that a text names; none where it cannot be told.
pub fn media(text: &str) -> Vec<Medium> {
    let text = text.to_ascii_lowercase();
    let words = text.split(|character: char| !character.is_ascii_alphanumeric());
    let mut media: Vec<Medium> = words.filter_map(medium_of_word).collect();
    if media.is_empty() && text.contains("compact dis") {
        media.push(Medium::CompactDisc);
    }
    media
}

fn medium_of_word(word: &str) -> Option<Medium> {
    match word {
        "bd" | "bdr" | "bdre" | "blu" | "bluray" => Some(Medium::BluRay),
        "mo" | "mod" | "magneto" | "magnetooptical" => Some(Medium::MagnetoOptical),
        "usb" | "flash" | "mmc" | "cf" | "sd" | "sdhc" | "sdxc" | "compactflash" | "multimediacard"
        | "stick" => Some(Medium::Flash),
        "mail" | "email" | "mime" => Some(Medium::Email),
        _ if word.starts_with("cd") => Some(Medium::CompactDisc),
        _ if word.starts_with("dvd") => Some(Medium::Dvd),
        _ => None,
    }
}

/// The profile of an identifier, secured or not.
pub fn by_identifier(identifier: &str) -> Option<&'static MediaProfile> {
    const SECURED: &str = "-SEC-";
    let identifier = identifier.trim();
    let profile = PROFILES.get(identifier.replacen(SECURED, "-", 1).as_str())?;
    let is_possible = match profile.secured {
        Secured::No => !identifier.contains(SECURED),
        Secured::Either => true,
        Secured::Always => identifier.contains(SECURED),
    };
    is_possible.then_some(profile)
}
