//! Interchange of media between two products, judged (PS3.11).

use super::listing::Listing;
use super::media_claim::{MediaClaim, is_same};
use super::service::{ServiceKind, Step, StepKind, Way};
use super::{Cause, MediaCause, Product, Service, Side};
use crate::model::survey::Trail;

/// The directory of every medium, which who reads one reads (PS3.10 8.6).
const MEDIA_STORAGE_DIRECTORY: &str = "1.2.840.10008.1.3.10";

/// The application profiles by which two products exchange media. The user is the one who writes.
pub(super) fn services<'c>(products: [&'c Product<'c>; 2], with_unasked: bool) -> Vec<Service<'c>> {
    let claims = products.map(Product::media);
    let mut profiles: Vec<&'c str> = Vec::new();
    let of_both = claims.iter().flat_map(|claims| {
        let written = claims.written.iter().chain(&claims.read).map(|claim| claim.profile);
        written.chain(claims.open.iter().map(|(profile, _)| *profile))
    });
    for profile in of_both {
        match profiles.iter_mut().find(|known| is_same(known, profile)) {
            Some(known) => *known = (*known).min(profile),
            None => profiles.push(profile),
        }
    }
    let service = |profile: &'c str| {
        let ways = [Side::One, Side::Other].map(|writer| way(products, writer, profile, with_unasked));
        ways.iter().any(Option::is_some).then(|| Service::of(ServiceKind::Media(profile), ways))
    };
    profiles.into_iter().filter_map(service).collect()
}

fn of_profile<'a, 'c>(claims: &'a [MediaClaim<'c>], profile: &str) -> Option<&'a MediaClaim<'c>> {
    claims.iter().find(|claim| is_same(claim.profile, profile))
}

fn places(writer: Side, written: Option<Trail>, read: Option<Trail>) -> [Option<Trail>; 2] {
    match writer {
        Side::One => [written, read],
        Side::Other => [read, written],
    }
}

/// What becomes of the media that a side writes; nothing where nobody speaks of them.
fn way<'c>(
    products: [&'c Product<'c>; 2],
    writer: Side,
    profile: &str,
    with_unasked: bool,
) -> Option<Way<'c>> {
    let reader = writer.opposite();
    let (ours, theirs) = (products[writer as usize].media(), products[reader as usize].media());
    let open = |side: Side| {
        let open = &products[side as usize].media().open;
        open.iter().find(|(known, _)| is_same(known, profile)).map(|(_, trail)| *trail)
    };
    let (written, read) = (of_profile(&ours.written, profile), of_profile(&theirs.read, profile));
    let only = |cause: MediaCause<'c>, places| {
        let step = Step::of(StepKind::Medium, vec![Cause::Media(cause).at(places)]);
        Some(Way::of(writer, vec![step], false))
    };
    match (written, read) {
        (Some(written), Some(read)) => Some(met(writer, written, read)),
        (Some(written), None) => {
            let open = open(reader);
            // That the other side writes the same media is worth a look.
            let also = open.or_else(|| of_profile(&theirs.written, profile).map(|claim| claim.trail));
            let cause = open.map_or(MediaCause::NotRead, |_| MediaCause::UnknownRole(reader));
            only(cause, places(writer, Some(written.trail), also))
        }
        (None, read) => match (open(writer), read) {
            (Some(trail), _) => only(
                MediaCause::UnknownRole(writer),
                places(writer, Some(trail), read.map(|read| read.trail).or_else(|| open(reader))),
            ),
            (None, Some(read)) if with_unasked => {
                only(MediaCause::NobodyWrites(writer), places(writer, None, Some(read.trail)))
            }
            _ => None,
        },
    }
}

fn met<'c>(writer: Side, written: &'c MediaClaim<'c>, read: &'c MediaClaim<'c>) -> Way<'c> {
    let mut causes = Vec::new();
    let (mut ours, mut theirs) = (written.classes.clone(), read.classes.clone());
    for list in [&mut ours, &mut theirs] {
        list.entries.retain(|uid| *uid != MEDIA_STORAGE_DIRECTORY);
    }
    let of_classes = Words {
        unknown: MediaCause::UnknownClasses,
        none: MediaCause::NoClassRead,
        some: MediaCause::UnreadClasses,
    };
    let of_syntaxes = Words {
        unknown: MediaCause::UnknownTransferSyntaxes,
        none: MediaCause::NoTransferSyntaxRead,
        some: MediaCause::UnreadTransferSyntaxes,
    };
    causes.extend(of_lists(writer, &ours, &theirs, of_classes));
    causes.extend(of_lists(writer, &written.syntaxes, &read.syntaxes, of_syntaxes));
    let mut causes: Vec<_> = causes.into_iter().map(Cause::Media).collect();
    for (side, claim) in [(writer, written.claim), (writer.opposite(), read.claim)] {
        causes.extend(Cause::of_claim(side, claim, ""));
    }
    let places = places(writer, Some(written.trail), Some(read.trail));
    let reasons = causes.into_iter().map(|cause| cause.at(places)).collect();
    Way::of(writer, vec![Step::of(StepKind::Medium, reasons)], true)
}

/// How the causes of a list are called.
struct Words<'c> {
    unknown: fn(Side) -> MediaCause<'c>,
    none: MediaCause<'c>,
    some: fn(Vec<&'c str>) -> MediaCause<'c>,
}

/// What of a list of the writer the reader lacks.
fn of_lists<'c>(
    writer: Side,
    ours: &Listing<&'c str>,
    theirs: &Listing<&'c str>,
    words: Words<'c>,
) -> Vec<MediaCause<'c>> {
    let mut causes = Vec::new();
    let missing = ours.missing_in(theirs);
    if !ours.is_complete() {
        causes.push((words.unknown)(writer));
    }
    if !theirs.is_complete() && (!missing.is_empty() || !ours.is_complete()) {
        causes.push((words.unknown)(writer.opposite()));
    } else if !missing.is_empty() && missing.len() == ours.entries.len() && ours.is_complete() {
        causes.push(words.none);
    } else if !missing.is_empty() {
        causes.push((words.some)(missing));
    }
    causes
}
