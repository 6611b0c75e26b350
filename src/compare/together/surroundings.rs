//! What surrounds the services of two products: character sets, security, identity, limits of associations.

use super::Topic;
use crate::pairing::Product;

/// The topics in which two products have to go together.
pub(super) fn topics(_products: [&Product<'_>; 2]) -> Vec<Topic> {
    Vec::new()
}
