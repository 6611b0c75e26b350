//! The transactions of web services between two products, judged (PS3.18).

use super::{Product, Service};

/// The web services between two products.
pub(super) fn services<'c>(_products: [&'c Product<'c>; 2], _with_unasked: bool) -> Vec<Service<'c>> {
    Vec::new()
}
