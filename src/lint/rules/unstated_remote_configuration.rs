//! `unstated-remote-configuration`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::settings::{settings, speaks_of_peer};
use crate::lint::sieve::Sieve;
use crate::model::survey::{ContextUse, Initiation, Survey};
use crate::model::{Configuration, Prose, RemoteConfiguration, Statement};
use crate::route::Route;
use crate::standard::sop_class::Operation;

rule! {
    /// # What it does
    /// Reports a statement with an Application Entity that makes associations, or that answers C-MOVE, while `configuration`
    /// does not say how the titles, hosts and ports of remote systems are set.
    ///
    /// # Why is this bad?
    /// To install such a product is to make its peers known to it. Who does that, where, and for how many peers is what
    /// its installation is planned with.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}
    /// configuration:
    ///   parameters: [{name: ARTIM time-out, configurable: no, default: 30 s}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}
    /// configuration:
    ///   remote: {Archive: "The operator sets title, host and port of one archive."}
    ///   parameters: [{name: ARTIM time-out, configurable: no, default: 30 s}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.2
    "unstated-remote-configuration": Configuration, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let (statement, survey) = (subject.statement, &subject.survey);
    let Some(context) = reaching_out(survey).filter(|_| !is_stated(statement)) else { return };
    let entity = survey.entities[context.entity].name;
    let does = match context.initiation {
        Initiation::Initiates => "makes associations",
        Initiation::Accepts => "sends to the destinations of C-MOVE",
    };
    let message = format!("`{entity}` {does}, but it is not said how remote systems are made known to it");
    let configuration = Route::root().key("configuration");
    let wording = if statement.configuration == Configuration::default() {
        findings.at(Route::root().key("kind"), message)
    } else {
        findings.at_key(configuration.clone(), message)
    };
    wording
        .help("say under `configuration.remote` who sets title, host and port of each kind of remote system")
        .rests_on(configuration);
}

/// A context for which associations are made; of those for C-MOVE only what somebody else stores, as without a delegate
/// the storage that has to be proposed is one.
fn reaching_out<'v, 's>(survey: &'v Survey<'s>) -> Option<&'v ContextUse<'s>> {
    let mut moves = Sieve::new(survey, |class| class.operation() == Some(Operation::Move));
    survey.claimed_contexts().find(|context| context.initiation == Initiation::Initiates).or_else(|| {
        survey.claimed_contexts().find(|context| {
            let has_delegate = survey.activities[context.activity].activity.delegate.is_some();
            has_delegate && context.role.is_provider() && moves.any(&context.abstract_syntaxes)
        })
    })
}

/// Whether anything is said of how remote systems are made known.
fn is_stated(statement: &Statement) -> bool {
    let configuration = &statement.configuration;
    let says = |prose: &Option<Prose>| prose.as_ref().is_some_and(|text| speaks_of_peer(text.as_str()));
    configuration.remote.values().any(|remote| *remote != RemoteConfiguration::default())
        || says(&configuration.local)
        || says(&configuration.text)
        || settings(statement)
            .iter()
            .any(|setting| speaks_of_peer(setting.name) || setting.text.is_some_and(speaks_of_peer))
}
