//! What each cause means and what would mend it, for those who look one up.

/// What is to be known of a cause beyond the sentence of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CausePage {
    /// Its name, as JSON and matrices have it.
    pub id: &'static str,
    documentation: &'static str,
}

impl CausePage {
    /// What it means, what would mend it, and the clause of the standard, a paragraph each.
    pub fn page(&self) -> String {
        self.documentation.lines().map(|line| line.trim().to_owned() + "\n").collect()
    }
}

/// The page of a cause.
pub fn cause_page(id: &str) -> Option<&'static CausePage> {
    CAUSES.binary_search_by_key(&id, |cause| cause.id).ok().and_then(|at| CAUSES.get(at))
}

macro_rules! causes {
    ($($(#[doc = $line:literal])+ $id:literal;)+) => {
        /// All causes, by name.
        pub const CAUSES: &[CausePage] = &[$(CausePage { id: $id, documentation: concat!($($line, "\n"),+) }),+];
    };
}

causes! {
    /// A value of the worklist that the user copies into its objects or its reports is not returned by the
    /// provider.
    ///
    /// Either the provider returns it, or the user takes it from elsewhere.
    ///
    /// Reference: PS3.4, Annex K.
    "broken-hand-over";
    /// A side does it on a condition only, which its statement tells.
    ///
    /// Read the condition: whether it holds is known on site.
    ///
    /// Reference: PS3.2, section A.4.2.1.3.1.2.
    "conditional";
    /// The roles are reversed here, as in C-GET or storage commitment, which takes SCP/SCU role selection; a
    /// side that claims the reversed role also says that it negotiates none.
    ///
    /// The statement contradicts itself: ask the vendor which of the two is so.
    ///
    /// Reference: PS3.7, section D.3.3.4.
    "denied-role-selection";
    /// Some SOP classes of the service work, and of these it cannot be told; the message goes on with the cause
    /// of that.
    ///
    /// Ask the vendor of the side that the cause names.
    ///
    /// Reference: PS3.8, section 9.3.3.2.
    "doubtful-classes";
    /// The provider supports one SOP class of Unified Procedure Step and lacks another one that belongs to it,
    /// so that a subscription brings no reports.
    ///
    /// The provider has to support the other SOP class too.
    ///
    /// Reference: PS3.4, Annex CC.
    "incomplete-set";
    /// What the origin server lists leaves out something that PS3.18 requires of every origin server, and the
    /// user agent uses it.
    ///
    /// Ask the vendor of the origin server whether the list is complete.
    ///
    /// Reference: PS3.18, chapter 6.
    "left-out";
    /// Every transfer syntax in common loses something of the image.
    ///
    /// A lossless transfer syntax in common would pass images on as they are.
    ///
    /// Reference: PS3.5, section 10.1.
    "lossy-only";
    /// The provider requires an attribute in a request that the user does not send.
    ///
    /// The user has to send it.
    ///
    /// Reference: PS3.2, section A.4.2.1.4.1.3.
    "missing-attribute";
    /// The user queries at a level, or by a module, of which the provider lists no key.
    ///
    /// The provider has to support queries at this level.
    ///
    /// Reference: PS3.4, section C.6.
    "missing-level";
    /// The user uses a member of a Meta SOP class, as in print management, that the provider does not support.
    ///
    /// The provider has to support the member.
    ///
    /// Reference: PS3.4, section H.3.2.
    "missing-member";
    /// The origin server does not answer at some of the resources that the user agent asks for; at others it
    /// does.
    ///
    /// The origin server has to answer at them, or the user agent to do without.
    ///
    /// Reference: PS3.18, section 8.2.
    "missing-resources";
    /// The provider does not know the SOP class, and the user falls back to a more general one, which it does
    /// know.
    ///
    /// What the class adds is lost on those who do not know it; support in the provider would keep it.
    ///
    /// Reference: PS3.4, section B.3.1.4.
    "more-general-class";
    /// The reader of the medium reads none of the SOP classes that the writer puts on it.
    ///
    /// One of the two has to support a SOP class of the other one.
    ///
    /// Reference: PS3.2, section A.5.2.
    "no-class-read";
    /// No SOP class is common to the user agent and the origin server.
    ///
    /// One of the two has to support a SOP class of the other one.
    ///
    /// Reference: PS3.18, chapter 6.
    "no-common-class";
    /// No media type is common to the user agent and the origin server.
    ///
    /// One of the two has to support a media type of the other one.
    ///
    /// Reference: PS3.18, section 8.7.3.
    "no-common-media-type";
    /// The origin server answers at none of the resources that the user agent asks for.
    ///
    /// One of the two has to support a resource of the other one.
    ///
    /// Reference: PS3.18, section 8.2.
    "no-common-resource";
    /// No transfer syntax is common to what one side proposes for the SOP class and the other one accepts, so
    /// that the presentation context is rejected.
    ///
    /// One of the two has to support a transfer syntax of the other one; Implicit VR Little Endian is the
    /// default that everybody supports unless a waiver is stated.
    ///
    /// Reference: PS3.5, section 10.1.
    "no-common-transfer-syntax";
    /// No character set of requests and responses over the web is common to both.
    ///
    /// One of the two has to support a character set of the other one.
    ///
    /// Reference: PS3.18, section 8.8.
    "no-common-web-character-set";
    /// No transfer syntax of DICOM media types is common to the user agent and the origin server.
    ///
    /// One of the two has to support a transfer syntax of the other one.
    ///
    /// Reference: PS3.18, section 8.7.3.
    "no-common-web-transfer-syntax";
    /// The user agent asks for fuzzy matching of names, and the origin server has none: it matches literally,
    /// and less may be found.
    ///
    /// Fuzzy matching is needed in the origin server, or the user agent has to do without.
    ///
    /// Reference: PS3.18, section 8.3.4.2.
    "no-fuzzy-matching";
    /// The side that asks with C-GET proposes no storage SOP class as SCP, so that nothing can come on the
    /// association.
    ///
    /// It has to propose storage with SCP/SCU role selection.
    ///
    /// Reference: PS3.4, section C.4.3.2.1.
    "no-storage-for-get";
    /// The origin server does not offer the transaction that the user agent asks for.
    ///
    /// The origin server has to support it, or the user agent to do without.
    ///
    /// Reference: PS3.18, chapter 6.
    "no-transaction";
    /// The reader of the medium reads none of the transfer syntaxes in which the writer writes; nobody
    /// negotiates on a medium.
    ///
    /// One of the two has to support a transfer syntax of the other one.
    ///
    /// Reference: PS3.2, section A.5.2.
    "no-transfer-syntax-read";
    /// The result of storage commitment has no way back: the provider reports it on an association of its own,
    /// which the user does not accept.
    ///
    /// The user has to accept Storage Commitment Push Model as SCU, or the provider to answer on the
    /// association of the request.
    ///
    /// Reference: PS3.4, section J.3.3.1.3.
    "no-way-back";
    /// One side would do it, and the other one does not ask for it. It is no fault: nobody uses the service
    /// between the two.
    "nobody-asks";
    /// One side reads media of this application profile, and the other one writes none. It is no fault: nobody
    /// passes media on this way.
    "nobody-writes";
    /// One side proposes the SOP class, and the other one accepts no such presentation context.
    ///
    /// The other side has to support the SOP class, or this one to do without.
    ///
    /// Reference: PS3.8, section 9.3.3.2.
    "not-accepted";
    /// A C-MOVE or C-GET is accepted, and no SOP class that the provider would send for it is accepted by the
    /// side that asked.
    ///
    /// The side that asked has to accept storage of the SOP classes that it retrieves.
    ///
    /// Reference: PS3.4, section C.4.2.2.1.
    "nothing-comes-back";
    /// A side supports it as an option.
    ///
    /// Make sure that the option is installed.
    ///
    /// Reference: PS3.2, section A.1.
    "optional";
    /// The images of a C-MOVE go to an entity of which the statement of the user says nothing.
    ///
    /// Compare the provider with the product of that entity, and make its address known to the provider.
    ///
    /// Reference: PS3.4, section C.4.2.2.1.
    "other-destination";
    /// The user matches on a key in a way, such as by range or wild card, that the provider does not support
    /// for it.
    ///
    /// This type of matching is needed in the provider.
    ///
    /// Reference: PS3.4, section C.2.2.2.
    "other-matching";
    /// A side accepts the SOP class, but only in the same role as the other side has.
    ///
    /// One of the two has to take the other role.
    ///
    /// Reference: PS3.7, section D.3.3.4.
    "other-role";
    /// Another entity stores for the C-MOVE, and the statement does not say what it sends.
    ///
    /// Compare the user with the product of that entity.
    ///
    /// Reference: PS3.4, section C.4.2.2.1.
    "other-sender";
    /// One side writes media of this application profile, and the other one does not read them.
    ///
    /// The other side has to support the profile as File-set Reader, or this one to write another profile.
    ///
    /// Reference: PS3.2, section A.5.2.
    "profile-not-read";
    /// Some SOP classes of the service work, and these do not; the message goes on with the cause of that.
    ///
    /// Look at the cause that the message names.
    ///
    /// Reference: PS3.8, section 9.3.3.2.
    "refused-classes";
    /// Of these media types the other side knows none that would do in their place; others it knows.
    ///
    /// The other side has to support them, or this one to do without.
    ///
    /// Reference: PS3.18, section 8.7.3.
    "refused-media-types";
    /// The origin server does not take these transfer syntaxes, in which the user agent may send; others it
    /// takes. Nobody negotiates here.
    ///
    /// The origin server has to support them, or the user agent to send in others.
    ///
    /// Reference: PS3.18, section 8.7.3.
    "refused-transfer-syntaxes";
    /// The origin server does not support some of the SOP classes of the user agent; others it does.
    ///
    /// The origin server has to support them, or the user agent to do without.
    ///
    /// Reference: PS3.18, chapter 6.
    "refused-web-classes";
    /// The provider keeps instances at level 0 or 1: not every attribute that it receives.
    ///
    /// Level 2 (Full) in the provider keeps all attributes.
    ///
    /// Reference: PS3.4, section B.4.1.1.
    "storage-level";
    /// The claim of a side is still to be confirmed by its author.
    ///
    /// Ask the vendor to confirm it.
    ///
    /// Reference: PS3.2, chapter 6.
    "to-be-confirmed";
    /// Not all presentation contexts of a side can be understood; the one in question may be among them.
    ///
    /// Ask the vendor.
    ///
    /// Reference: PS3.2, section A.4.2.1.4.1.2.
    "unknown-contexts";
    /// The origin server does not know header fields that the user agent sends.
    ///
    /// The origin server has to know them, or the user agent to do without.
    ///
    /// Reference: PS3.18, chapter 8.
    "unknown-headers";
    /// A side does not list its keys, so that they cannot be held against those of the other side.
    ///
    /// Ask the vendor.
    ///
    /// Reference: PS3.2, section A.4.2.1.3.1.3.
    "unknown-keys";
    /// A side does not say, in a way that can be understood, which SOP classes it puts on such media or takes
    /// from them.
    ///
    /// Ask the vendor.
    ///
    /// Reference: PS3.2, section A.5.2.
    "unknown-media-classes";
    /// A side does not say whether it writes or reads media of this application profile.
    ///
    /// Ask the vendor.
    ///
    /// Reference: PS3.2, section A.5.2.
    "unknown-media-role";
    /// A side does not say, in a way that can be understood, which transfer syntaxes it writes or reads on such
    /// media.
    ///
    /// Ask the vendor.
    ///
    /// Reference: PS3.2, section A.5.2.
    "unknown-media-transfer-syntaxes";
    /// The origin server does not know query parameters that the user agent sends.
    ///
    /// The origin server has to know them, or the user agent to do without.
    ///
    /// Reference: PS3.18, chapter 8.
    "unknown-parameters";
    /// The provider of a retrieval does not say which SOP classes it sends for it.
    ///
    /// Ask the vendor.
    ///
    /// Reference: PS3.4, section C.4.2.3.1.
    "unknown-storage";
    /// A side does not say, in a way that can be understood, which transfer syntaxes it supports here.
    ///
    /// Ask the vendor.
    ///
    /// Reference: PS3.2, section A.4.2.1.3.1.2.
    "unknown-transfer-syntaxes";
    /// It is not said, or depends on a condition, on which association the result of storage commitment comes.
    ///
    /// Ask the vendor of the provider; a user that keeps the association open and accepts Storage Commitment
    /// Push Model as SCU is safe either way.
    ///
    /// Reference: PS3.4, section J.3.3.1.3.
    "unknown-way-back";
    /// The user matches on a key that the provider does not match: it is ignored, and more is found than was
    /// asked for.
    ///
    /// The provider has to support the key, or the user to filter what it gets.
    ///
    /// Reference: PS3.4, section C.2.2.1.3.
    "unmatched-key";
    /// The reader of the medium does not read some of the SOP classes that the writer puts on it; others it
    /// reads.
    ///
    /// The reader has to support them, or the writer to do without.
    ///
    /// Reference: PS3.2, section A.5.2.
    "unread-classes";
    /// The reader of the medium does not read some of the transfer syntaxes in which the writer may write;
    /// nobody negotiates on a medium.
    ///
    /// The reader has to support them, or the writer to write in others.
    ///
    /// Reference: PS3.2, section A.5.2.
    "unread-transfer-syntaxes";
    /// The user asks for the value of a key that the provider does not return.
    ///
    /// The value is missing in the user unless the provider returns it.
    ///
    /// Reference: PS3.4, section C.2.2.1.
    "unreturned-key";
    /// A side does not say, in a way that can be understood, something of the web transaction: which there are,
    /// or their resources, media types, transfer syntaxes or parameters.
    ///
    /// Ask the vendor.
    ///
    /// Reference: PS3.2, section A.4.2.2.
    "unstated";
    /// The user depends on extended negotiation, such as relational queries, of which the provider says
    /// nothing.
    ///
    /// The user has to do without, unless the provider supports it.
    ///
    /// Reference: PS3.7, section D.3.3.5.
    "unstated-extended-negotiation";
    /// The roles are reversed here, as in C-GET or storage commitment, and a side does not say that it
    /// negotiates SCP/SCU role selection.
    ///
    /// Ask the vendor.
    ///
    /// Reference: PS3.7, section D.3.3.4.
    "unstated-role-selection";
}
