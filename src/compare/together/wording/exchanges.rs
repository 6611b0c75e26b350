//! A sentence for each cause of web services and of media.

use super::{Said, listed, said};
use crate::compare::together::View;
use crate::pairing::{MediaCause, Side, WebCause, WebPart, class_name};

fn texts(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    listed(quoted.iter().map(String::as_str))
}

fn classes(uids: &[&str]) -> String {
    listed(uids.iter().map(|uid| class_name(uid)))
}

impl View<'_> {
    /// What is to be said of a web transaction.
    pub(super) fn of_web(&self, cause: &WebCause<'_>, user: &str, server: &str) -> Said {
        match cause {
            WebCause::NoTransaction => said(
                "no-transaction",
                format!("{server} does not offer this transaction"),
                format!("{server} has to offer it as origin server, or {user} to do without"),
                "PS3.18, chapter 6",
            ),
            WebCause::Unstated(side, part) => self.unstated(*side, *part),
            WebCause::LeftOut(part, names) => said(
                "left-out",
                format!(
                    "the {} that {server} lists leave out {}, which {user} uses and every origin server has to have",
                    part.as_str(),
                    texts(names)
                ),
                format!("ask the vendor of {server} whether it is there"),
                "PS3.18, chapter 6",
            ),
            WebCause::NoCommonResource => said(
                "no-common-resource",
                format!("{server} answers at none of the resources that {user} asks for"),
                format!("{server} has to offer these resources, or {user} to ask for others"),
                "PS3.18, section 8.2",
            ),
            WebCause::MissingResources(paths) => said(
                "missing-resources",
                format!("{server} does not answer at {}, which {user} asks for", texts(paths)),
                format!("what {user} does with them fails unless {server} offers them"),
                "PS3.18, section 8.2",
            ),
            WebCause::NoCommonMediaType
            | WebCause::RefusedMediaTypes(_)
            | WebCause::NoCommonTransferSyntax
            | WebCause::RefusedTransferSyntaxes(_) => of_content(cause, user, server),
            WebCause::NoCommonClass => said(
                "no-common-class",
                format!("{server} supports none of the SOP classes of {user} here"),
                "one of the two has to support a SOP class of the other one".to_owned(),
                "PS3.18, chapter 6",
            ),
            WebCause::RefusedClasses(uids) => said(
                "refused-web-classes",
                format!(
                    "{server} does not support {} of the SOP classes of {user}: {}",
                    uids.len(),
                    classes(uids)
                ),
                format!("each of them needs support in {server}"),
                "PS3.18, chapter 6",
            ),
            WebCause::UnknownParameters(_)
            | WebCause::UnknownHeaders(_)
            | WebCause::NoFuzzyMatching
            | WebCause::NoCommonCharacterSet => of_request(cause, user, server),
        }
    }

    fn unstated(&self, side: Side, part: WebPart) -> Said {
        let name = self.name(side);
        said(
            "unstated",
            match part {
                WebPart::Transactions => {
                    format!(
                        "{name} does not say all of its web services: which they are, on which side it is, and which transactions they have"
                    )
                }
                WebPart::FuzzyMatching => format!("{name} does not say whether its matching is fuzzy"),
                part => format!(
                    "{name} does not say, in a way that can be understood, all {} of this transaction",
                    part.as_str()
                ),
            },
            format!("ask the vendor of {name} for it"),
            "PS3.2, section A.4.2.2",
        )
    }

    /// What is to be said of a medium.
    pub(super) fn of_media(&self, cause: &MediaCause<'_>, writer: &str, reader: &str) -> Said {
        let ask = |side: &Side| format!("ask the vendor of {} for it", self.name(*side));
        match cause {
            MediaCause::NotRead => said(
                "profile-not-read",
                format!("{reader} does not read media of this application profile, which {writer} writes"),
                format!(
                    "{reader} has to support the profile as File-set Reader, or {writer} to write another one"
                ),
                "PS3.2, section A.5.2",
            ),
            MediaCause::NobodyWrites(side) => Said {
                cause: "nobody-writes",
                message: format!(
                    "{} reads such media, and {} writes none",
                    self.name(side.opposite()),
                    self.name(*side)
                ),
                remedy: None,
                reference: None,
            },
            MediaCause::UnknownRole(side) => said(
                "unknown-media-role",
                format!(
                    "{} does not say whether it writes or reads media of this application profile",
                    self.name(*side)
                ),
                ask(side),
                "PS3.2, section A.5.2",
            ),
            MediaCause::UnknownClasses(side) => said(
                "unknown-media-classes",
                format!(
                    "{} does not say, in a way that can be understood, which SOP classes it puts on or takes from such media",
                    self.name(*side)
                ),
                ask(side),
                "PS3.2, section A.5.2",
            ),
            MediaCause::NoClassRead => said(
                "no-class-read",
                format!("{reader} reads none of the SOP classes that {writer} writes"),
                "one of the two has to support a SOP class of the other one".to_owned(),
                "PS3.2, section A.5.2",
            ),
            MediaCause::UnreadClasses(uids) => said(
                "unread-classes",
                format!(
                    "{reader} does not read {} of the SOP classes that {writer} writes: {}",
                    uids.len(),
                    classes(uids)
                ),
                format!("each of them needs support in {reader}"),
                "PS3.2, section A.5.2",
            ),
            MediaCause::UnknownTransferSyntaxes(side) => said(
                "unknown-media-transfer-syntaxes",
                format!(
                    "{} does not say, in a way that can be understood, which transfer syntaxes it writes or reads on such media",
                    self.name(*side)
                ),
                ask(side),
                "PS3.2, section A.5.2",
            ),
            MediaCause::NoTransferSyntaxRead => said(
                "no-transfer-syntax-read",
                format!(
                    "{reader} reads none of the transfer syntaxes that {writer} writes; nobody negotiates on a medium"
                ),
                format!("{reader} has to read them, or {writer} to write others"),
                "PS3.2, section A.5.2",
            ),
            MediaCause::UnreadTransferSyntaxes(uids) => said(
                "unread-transfer-syntaxes",
                format!(
                    "{reader} does not read {}, in which {writer} may write; nobody negotiates on a medium",
                    classes(uids)
                ),
                format!("{reader} has to read them, or {writer} to be set so that it does not write them"),
                "PS3.2, section A.5.2",
            ),
        }
    }
}

/// Media types and transfer syntaxes.
fn of_content(cause: &WebCause<'_>, user: &str, server: &str) -> Said {
    match cause {
        WebCause::NoCommonMediaType => said(
            "no-common-media-type",
            format!("{server} offers none of the media types of {user}"),
            "one of the two has to support a media type of the other one".to_owned(),
            "PS3.18, section 8.7.3",
        ),
        WebCause::RefusedMediaTypes(names) => said(
            "refused-media-types",
            format!(
                "{server} does not support {} here, nor anything in its place that {user} knows",
                texts(names)
            ),
            format!("{user} has to do without, unless {server} supports it"),
            "PS3.18, section 8.7.3",
        ),
        WebCause::RefusedTransferSyntaxes(uids) => said(
            "refused-transfer-syntaxes",
            format!(
                "{server} does not take {}, in which {user} may send; nobody negotiates here",
                classes(uids)
            ),
            format!("{server} has to take them, or {user} to be set so that it does not send them"),
            "PS3.18, section 8.7.3",
        ),
        _ => said(
            "no-common-web-transfer-syntax",
            format!("no transfer syntax of instances is common to {user} and {server}"),
            "one of the two has to support a transfer syntax of the other one".to_owned(),
            "PS3.18, section 8.7.3",
        ),
    }
}

/// Query parameters, header fields and how they are understood.
fn of_request(cause: &WebCause<'_>, user: &str, server: &str) -> Said {
    match cause {
        WebCause::UnknownParameters(names) => said(
            "unknown-parameters",
            format!("{user} sends the query parameters {}, which {server} does not list", texts(names)),
            format!("what they ask for is not done unless {server} understands them"),
            "PS3.18, chapter 8",
        ),
        WebCause::UnknownHeaders(names) => said(
            "unknown-headers",
            format!("{user} sends the header fields {}, which {server} does not list", texts(names)),
            format!("make sure that {user} does not depend on them"),
            "PS3.18, chapter 8",
        ),
        WebCause::NoFuzzyMatching => said(
            "no-fuzzy-matching",
            format!(
                "{user} asks for fuzzy matching of names, and {server} has none: it finds fewer patients"
            ),
            format!("{server} has to support it, or people at {user} to spell names as they are stored"),
            "PS3.18, section 8.3.4.2",
        ),
        _ => said(
            "no-common-web-character-set",
            format!("no character set of requests and responses is common to {user} and {server}"),
            "UTF-8 on both sides would do".to_owned(),
            "PS3.18, section 8.8",
        ),
    }
}
