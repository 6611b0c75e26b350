//! Interchange of media between two products, judged (PS3.11).

use super::{Product, Service};

/// The application profiles by which two products exchange media.
pub(super) fn services<'c>(_products: [&'c Product<'c>; 2], _with_unasked: bool) -> Vec<Service<'c>> {
    Vec::new()
}
