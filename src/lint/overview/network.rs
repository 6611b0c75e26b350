//! The table of network services: SOP classes by role.

use super::{Claim, Claims, Firmness, Row, Table};
use crate::lint::sieve::name_of;
use crate::model::survey::{ItemId, Meaning, Survey};
use crate::standard::sop_class;
use crate::standard::uids::{UidKind, VERIFICATION};

pub(super) fn table(survey: &Survey<'_>) -> Table {
    Table {
        columns: ["scu", "scp"],
        roles: ["SCU", "SCP"],
        supporter: "Application Entity",
        article: "an",
        source: "application_entities",
        is_by_name: false,
        claims: claims(survey),
        rows: rows(survey),
        row_of,
    }
}

fn row_of(claim: &Claim) -> Vec<(String, String)> {
    vec![("sop_class".to_owned(), claim.name.clone())]
}

fn claims(survey: &Survey<'_>) -> Claims {
    let mut claims = Claims::default();
    for context in survey.claimed_contexts() {
        let entity = survey.entities[context.entity].entity.support;
        let activity = survey.activities[context.activity].activity.support;
        for id in context.abstract_syntaxes.iter().copied() {
            let firmness =
                Firmness::of(&[entity, activity, context.context.support, survey.item(id).item.support]);
            claims.is_doubtful |= is_doubtful(survey, id);
            let Some(uid) = survey.uid(id) else { continue };
            let in_role = |has_it: bool| if has_it { firmness } else { Firmness::Absent };
            let firmness = [in_role(context.role.is_user()), in_role(context.role.is_provider())];
            let place = || survey.route(context.trail).key("abstract_syntax");
            claims.add(uid.to_owned(), name_of(survey, id), place, firmness);
        }
    }
    // The overview of PS3.2 leaves out Verification (A.1), and may list the members of a Meta SOP Class or not.
    if let Some(claim) = claims.known.get_mut(VERIFICATION) {
        claim.is_optional = true;
    }
    let metas = claims.known.keys().filter_map(|uid| sop_class::by_uid(uid));
    claims.implied = metas.flat_map(|class| class.members()).map(|uid| (*uid).to_owned()).collect();
    claims
}

fn rows(survey: &Survey<'_>) -> Vec<Row> {
    let rows = survey.overview.iter().zip(&survey.statement.overview_services);
    let about_classes = rows.filter(|(_, row)| !row.sop_class.is_empty());
    let row = |((trail, classes), row): (&(_, std::sync::Arc<[ItemId]>), &crate::model::OverviewService)| {
        let subject = |id: &ItemId| Some((survey.uid(*id)?.to_owned(), name_of(survey, *id).to_owned()));
        Row {
            route: survey.route(*trail),
            key: "sop_class",
            subjects: classes.iter().filter_map(subject).collect(),
            said: [row.scu, row.scp],
            is_doubtful: classes.iter().any(|id| is_doubtful(survey, *id)),
        }
    };
    about_classes.map(row).collect()
}

/// Whether it cannot be told of which classes an item speaks: it does not resolve, or it names a whole service class.
fn is_doubtful(survey: &Survey<'_>, id: ItemId) -> bool {
    match survey.item(id).meaning {
        Meaning::Registered { entry, .. } => entry.kind == UidKind::ServiceClass,
        Meaning::Declared { .. } => false,
        _ => true,
    }
}
