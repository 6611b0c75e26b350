//! `move-scu-without-receiver`.

use crate::lint::findings::Findings;
use crate::lint::move_storage::{self, Side};
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::Initiation;

rule! {
    /// # What it does
    /// Reports a C-MOVE SOP class that is proposed as SCU while no Application Entity of the statement accepts a storage
    /// SOP class as SCP. An activity that names a `move_destination` is left alone.
    ///
    /// # Why is this bad?
    /// A C-MOVE tells the other side to send images to an AE title. If that is the product itself, it has to accept them;
    /// if it is somebody else, the reader wants to know whom.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   VIEWER:
    ///     ae_title: VIEWER
    ///     activities:
    ///       Retrieve:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelMove as SCU in ImplicitVRLittleEndian
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   VIEWER:
    ///     ae_title: VIEWER
    ///     activities:
    ///       Retrieve:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelMove as SCU in ImplicitVRLittleEndian
    ///         move_destination: The archive of the department
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.1.4
    /// - PS3.4, section C.4.2.2.1
    "move-scu-without-receiver": QueryRetrieve, Warning, Recommended, statement(check), since "0.1.0"
}

const SIDE: Side = Side {
    moves: Initiation::Initiates,
    stores: Initiation::Accepts,
    named: |activity| activity.move_destination.as_deref(),
    key: "move_destination",
    fault: "proposed as SCU, but no entity receives what is sent then",
    help: "add the storage SOP classes to the `accepts` of an activity, or name in `move_destination` who receives",
};

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    move_storage::check(&subject.survey, &SIDE, findings);
}
