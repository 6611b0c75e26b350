//! `private-uid-under-dicom-root`.

use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::uids;

rule! {
    /// # What it does
    /// Reports a private or specialized SOP class, a private transfer syntax or an Implementation Class UID that stands
    /// under 1.2.840.10008.
    ///
    /// # Why is this bad?
    /// Everything under that root is assigned by the DICOM standard alone. A UID that a vendor takes from there may mean
    /// something else to a peer today, and certainly will when the standard assigns it.
    ///
    /// # Example
    /// ```yaml
    /// private_sop_classes:
    ///   - {name: Example Volume Storage, uid: 1.2.840.10008.5.1.4.1.1.999.1, text: A volume with its colours., iod: As CT Image., services: C-STORE}
    /// ```
    /// Use instead:
    /// ```yaml
    /// private_sop_classes:
    ///   - {name: Example Volume Storage, uid: 1.2.826.0.1.3680043.10.999.1, text: A volume with its colours., iod: As CT Image., services: C-STORE}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    /// - PS3.5, section 9.2
    "private-uid-under-dicom-root": Registry, Error, Minimal, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for flaw in subject.flaws() {
        if matches!(flaw.fault, Fault::UnderDicomRoot) {
            let message =
                format!("`{}` is under 1.2.840.10008, where only the standard assigns UIDs", flaw.text());
            flaw.at(&subject.survey, findings, message).help(help(flaw.uid));
        }
    }
}

fn help(uid: Option<&str>) -> String {
    match uid.and_then(uids::by_uid) {
        Some(entry) => {
            format!("it is the UID of {}; take one under the vendor's own root", entry.plain_name())
        }
        None => "take a UID under the vendor's own root, or one that `dicomply uid new` makes".to_owned(),
    }
}
