//! `OverviewService`: a row of an overview that somebody wrote by hand.

use super::item::Item;
use super::record::{OneOrMany, record};
use super::words::{Support, WebServiceKind};

record! {
    /// A row of the overview of an imported document (PS3.2 A.1): SOP classes with their roles, or a transaction of a
    /// web service.
    ///
    /// The overview of a document that is rendered is made of the Application Entities and web services; what stands
    /// here is only compared with them.
    pub struct OverviewService {
        /// The SOP class, or several of them, or sets.
        pub sop_class: OneOrMany<Item>,
        /// The support as Service Class User.
        pub scu: Option<Support>,
        /// The support as Service Class Provider.
        pub scp: Option<Support>,
        /// The service of PS3.18, where the row is about a web service.
        pub service: Option<WebServiceKind>,
        /// The transaction of that service; the whole service where left out.
        pub transaction: Option<String>,
        /// The support as user agent.
        pub user_agent: Option<Support>,
        /// The support as origin server.
        pub origin_server: Option<Support>,
    }
}
