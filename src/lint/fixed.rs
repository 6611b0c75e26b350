//! The AE titles and ports that a product keeps whatever an inventory says (PS3.2 A.4.4).

use std::collections::HashMap;

use super::settings::Subject;
use crate::finding::DocumentId;
use crate::model::{Endpoint, Implemented, Parameter, Protocol, Role};

/// What a parameter fixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fixed {
    Title,
    Port,
    TlsPort,
}

/// A parameter that cannot be configured.
#[derive(Debug)]
pub(crate) struct FixedParameter<'p> {
    /// Its position in the list of the statement.
    pub(crate) index: usize,
    fixes: Fixed,
    parameter: &'p Parameter,
}

/// The fixed parameters of statements, by document and entity.
#[derive(Debug, Default)]
pub(crate) struct FixedParameters<'p>(HashMap<(DocumentId, &'p str), Vec<FixedParameter<'p>>>);

impl<'p> FixedParameters<'p> {
    /// Adds the parameters of the statement that an entity is of.
    pub(crate) fn collect(&mut self, implemented: &Implemented<'p>) {
        let statement = implemented.statement;
        let mut names = statement.application_entities.keys();
        let only = names.next().filter(|_| names.next().is_none());
        for (index, parameter) in statement.configuration.parameters.iter().enumerate() {
            let entity = parameter.application_entity.as_ref().or(only).map(String::as_str);
            let (Some(entity), Some(fixes)) = (entity, fixed_by(parameter)) else { continue };
            let found = FixedParameter { index, fixes, parameter };
            self.0.entry((implemented.document.id, entity)).or_default().push(found);
        }
    }

    /// The parameters of an entity.
    pub(crate) fn of(&self, implemented: &Implemented<'p>) -> &[FixedParameter<'p>] {
        self.0.get(&(implemented.document.id, implemented.name)).map_or(&[], Vec::as_slice)
    }
}

/// What a parameter fixes. A name that may be a peer's fixes nothing.
fn fixed_by(parameter: &Parameter) -> Option<Fixed> {
    let name = parameter.name.as_deref().filter(|_| parameter.is_configurable() == Some(false))?;
    match Subject::of(name) {
        Subject::Title => Some(Fixed::Title),
        Subject::Port => Some(Fixed::Port),
        Subject::TlsPort => Some(Fixed::TlsPort),
        _ => None,
    }
}

impl FixedParameter<'_> {
    /// The key and value of a deployed entity, and the value that the product keeps. Only who listens has a port.
    pub(crate) fn values(
        &self,
        endpoint: &Endpoint<'_>,
        implemented: &Implemented<'_>,
    ) -> Option<(&'static str, String, String)> {
        let default = self.parameter.default.as_deref().map(|text| text.trim().to_owned());
        let (protocol, product) = (endpoint.entity.protocol(), implemented.entity);
        let stated = match (self.fixes, protocol) {
            (Fixed::Title, _) => {
                let own = endpoint.entity.ae_title.as_deref()?.trim().to_owned();
                let kept = default.or_else(|| Some(product.ae_title.as_deref()?.trim().to_owned()))?;
                return Some(("ae_title", own, kept));
            }
            (Fixed::Port, Protocol::Dicom) => product.port,
            (Fixed::TlsPort, Protocol::DicomTls) => product.tls_port,
            _ => return None,
        };
        let own = endpoint.entity.port.filter(|_| endpoint.entity.role.is_some_and(Role::is_provider))?;
        Some(("port", own.to_string(), default.or_else(|| stated.map(|port| port.to_string()))?))
    }
}
