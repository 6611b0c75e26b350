//! `worklist-without-attribute-mapping`.

use std::collections::HashSet;

use crate::lint::findings::Findings;
use crate::lint::grounds;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::{Sieve, class_of};
use crate::model::Item;
use crate::model::survey::{ContextUse, ItemPlace, Survey};
use crate::route::Route;
use crate::standard::sop_class::{InformationModel, SopClass};

rule! {
    /// # What it does
    /// Reports a Modality Worklist user that also reports performed procedure steps or sends objects it has created, in
    /// a statement without `attribute_mapping`. Keys of the worklist that say where they are copied to will do as well.
    ///
    /// # Why is this bad?
    /// Patient and order come from the worklist and go into images and reports. A system that matches them again has to
    /// know which attribute becomes which; the Requested Procedure ID alone can end up in three places.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   CT:
    ///     ae_title: CT
    ///     activities:
    ///       Worklist:
    ///         initiates: [Modality Worklist Information Model - FIND as SCU in uncompressed]
    ///         conformance: [{sop_classes: Modality Worklist Information Model - FIND, keys: standard}]
    ///       Report: {initiates: [Modality Performed Procedure Step as SCU in uncompressed]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   CT:
    ///     ae_title: CT
    ///     activities:
    ///       Worklist:
    ///         initiates: [Modality Worklist Information Model - FIND as SCU in uncompressed]
    ///         conformance: [{sop_classes: Modality Worklist Information Model - FIND, keys: standard}]
    ///       Report: {initiates: [Modality Performed Procedure Step as SCU in uncompressed]}
    /// attribute_mapping:
    ///   Procedure step:
    ///     columns: [Modality Worklist, MPPS]
    ///     rows: [PatientID, AccessionNumber]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.3
    /// - PS3.2, section N.12
    "worklist-without-attribute-mapping": Workflow, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let is_mapped = !subject.statement.attribute_mapping.is_empty()
        || survey.keys.iter().any(|key| !key.key.copied_to.is_empty());
    if is_mapped {
        return;
    }
    let is_worklist =
        |class: &SopClass| class.information_model() == Some(InformationModel::ModalityWorklist);
    let Some(worklist) = user_of(survey, is_worklist) else { return };
    let step = user_of(survey, |class| class.entry.keyword == "ModalityPerformedProcedureStep");
    let Some((other, what)) = step
        .map(|context| (context, "procedure steps are reported here"))
        .or_else(|| sender_of_created(survey).map(|context| (context, "created objects are sent here")))
    else {
        return;
    };
    let route = |context: &ContextUse<'_>| survey.route(context.trail).key("abstract_syntax");
    let wording = findings
        .at(route(worklist), "nothing says which attributes of the worklist become which others")
        .related(route(other), what)
        .help("say so in `attribute_mapping`, or with `copied_to` at the keys of the worklist")
        .rests_on(Route::root().key("attribute_mapping"));
    wording.rests_on_all(|| grounds::conformances(survey));
}

fn user_of<'v, 's>(survey: &'v Survey<'s>, test: fn(&SopClass) -> bool) -> Option<&'v ContextUse<'s>> {
    let mut sieve = Sieve::new(survey, test);
    let mut users = survey.claimed_contexts().filter(|context| context.role.is_user());
    users.find(|context| sieve.any(&context.abstract_syntaxes))
}

/// A context in which a class is sent whose instances the product creates.
fn sender_of_created<'v, 's>(survey: &'v Survey<'s>) -> Option<&'v ContextUse<'s>> {
    let statement = survey.statement;
    let entities = statement.application_entities.values().flat_map(|entity| &entity.creates);
    let objects = statement.objects.values().flat_map(|object| &object.sop_classes);
    let created: HashSet<String> = entities.chain(objects).flat_map(|item| uids_of(survey, item)).collect();
    let is_created = |context: &&ContextUse<'_>| {
        let mut classes = context.abstract_syntaxes.iter();
        classes.any(|id| {
            class_of(survey, *id).is_some_and(|class| class.is_storage() && created.contains(class.entry.uid))
        })
    };
    survey.claimed_contexts().filter(|context| context.role.is_user()).find(is_created)
}

fn uids_of<'s>(survey: &Survey<'s>, item: &'s Item) -> Vec<String> {
    let text = item.uid.as_deref().unwrap_or(item.label());
    if let Some(members) = survey.sop_class_set(text) {
        return members.iter().filter_map(|id| survey.uid(*id)).map(str::to_owned).collect();
    }
    survey.meaning_of(text, ItemPlace::SopClass).uid().map(str::to_owned).into_iter().collect()
}
