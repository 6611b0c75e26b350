//! `move-scp-without-storage`.

use crate::lint::findings::Findings;
use crate::lint::move_storage::{self, Side};
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::Initiation;

rule! {
    /// # What it does
    /// Reports a C-MOVE SOP class that is accepted as SCP while no Application Entity of the statement proposes a storage
    /// SOP class as SCU. An activity that names a `delegate` is left alone.
    ///
    /// # Why is this bad?
    /// To answer a C-MOVE is to send the images to a third system with C-STORE. What can be sent, and in which transfer
    /// syntaxes, is what the people at that system look for; a statement without it promises what it cannot keep.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     activities:
    ///       Retrieve:
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    ///           - StudyRootQueryRetrieveInformationModelMove as SCP in ImplicitVRLittleEndian
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     activities:
    ///       Retrieve:
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    ///           - StudyRootQueryRetrieveInformationModelMove as SCP in ImplicitVRLittleEndian
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.1.4
    /// - PS3.4, section C.4.2.3.1
    /// - PS3.4, section C.6.1.2.2.2
    "move-scp-without-storage": QueryRetrieve, Error, Recommended, statement(check), since "0.1.0"
}

const SIDE: Side = Side {
    moves: Initiation::Accepts,
    stores: Initiation::Initiates,
    named: |activity| activity.delegate.as_deref(),
    key: "delegate",
    fault: "accepted as SCP, but no entity stores to a move destination as SCU",
    help: "add the storage SOP classes to the `initiates` of an activity, or name in `delegate` who stores instead",
};

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    move_storage::check(&subject.survey, &SIDE, findings);
}
