//! `WebService`: DICOMweb, and interfaces that hide it.

use super::item::Item;
use super::record::{List, Named, OneOrMany, record};
use super::values::Prose;
use super::words::{Support, WebRole, WebServiceKind};

record! {
    /// A web service of PS3.18 (PS3.2 A.4.2.2).
    pub struct WebService {
        /// The side this product is on.
        pub role: Option<WebRole>,
        /// The service of PS3.18.
        pub service: Option<WebServiceKind>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// What it is for, in a sentence.
        pub summary: Option<Prose>,
        /// What it does.
        pub description: Option<Prose>,
        /// The address below which resources are found.
        pub base_url: Option<String>,
        /// The transactions, by the names of PS3.18.
        pub transactions: Named<Transaction>,
        /// How connections are made, kept and limited (PS3.2 A.4.2.2.3).
        pub connection_policy: Option<Prose>,
        /// Endpoints of the product's own behind which the service is hidden.
        pub facade: List<FacadeOperation>,
    }
}

record! {
    /// A transaction of a web service.
    pub struct Transaction {
        /// How far the claim goes.
        pub support: Option<Support>,
        /// The resources.
        pub resources: OneOrMany<String>,
        /// The media types.
        pub media_types: OneOrMany<String>,
        /// The SOP classes, or sets of them.
        pub sop_classes: OneOrMany<Item>,
        /// The transfer syntaxes, or sets of them.
        pub transfer_syntaxes: OneOrMany<Item>,
        /// The query parameters.
        pub query_parameters: List<WebParameter>,
        /// The header fields.
        pub headers: List<WebParameter>,
        /// The HTTP status codes.
        pub responses: List<WebResponse>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A query parameter or a header field; the short form is its name.
    pub struct WebParameter {
        /// Its name.
        pub name: Option<String>,
        /// The values that are sent or understood.
        pub values: OneOrMany<String>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// An HTTP status of a transaction.
    pub struct WebResponse {
        /// The status code.
        pub code: Option<i64>,
        /// When it is sent, or what is done on it.
        pub behavior: Option<Prose>,
    }
}

record! {
    /// An endpoint of the product's own, with the transaction behind it.
    pub struct FacadeOperation {
        /// What it is for.
        pub operation: Option<String>,
        /// Method and path.
        pub endpoint: Option<String>,
        /// The transactions behind it; `none` says that there is none.
        pub uses: OneOrMany<String>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}
