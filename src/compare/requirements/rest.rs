//! What is wanted and not compared: it is named, so that nobody takes it for met.

use super::claims::untold;
use super::{Asked, Check};
use crate::model::Demand;
use crate::route::Route;

impl Check<'_> {
    pub(super) fn rest(&mut self) {
        let wanted = &self.wanted.statement;
        let asked = [
            (
                "communication_failures",
                "what happens when the communication fails",
                !wanted.communication_failures.is_empty(),
            ),
            ("sequencing", "sequences of actions", !wanted.sequencing.is_empty()),
            ("network", "network interfaces", wanted.network != crate::model::Network::default()),
            (
                "configuration",
                "configuration",
                wanted.configuration != crate::model::Configuration::default(),
            ),
            ("objects", "information objects", !wanted.objects.is_empty()),
            ("storage_functions", "what is done with instances", !wanted.storage_functions.is_empty()),
            (
                "received_attributes",
                "attributes of received instances",
                !wanted.received_attributes.is_empty(),
            ),
            ("attribute_mapping", "mapping of attributes", !wanted.attribute_mapping.is_empty()),
            ("coercion", "coercion of attributes", !wanted.coercion.is_empty()),
            ("context_groups", "context groups", !wanted.context_groups.is_empty()),
            ("sr_templates", "templates of structured reporting", !wanted.sr_templates.is_empty()),
            ("cda", "CDA documents", wanted.cda != crate::model::Cda::default()),
            (
                "grayscale",
                "grayscale image consistency",
                wanted.grayscale != crate::model::Grayscale::default(),
            ),
            ("extended_sop_classes", "extended SOP classes", !wanted.extended_sop_classes.is_empty()),
        ];
        for (key, words, is_asked) in asked {
            if is_asked {
                let asked = Asked {
                    demand: Demand::Must,
                    area: "Not compared".to_owned(),
                    name: words.to_owned(),
                    route: Route::root().key(key),
                };
                self.enter(asked, None, vec![untold("this is not compared; read both")]);
            }
        }
    }
}
