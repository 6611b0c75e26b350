//! DIMSE services and the status codes they answer with (PS3.7 chapters 9 and 10 and Annex C, PS3.4).

mod print;
mod rows;

use super::sop_class::SopClass;

/// A DIMSE service (PS3.7, sections 9.1 and 10.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// C-ECHO.
    CEcho,
    /// C-STORE.
    CStore,
    /// C-FIND.
    CFind,
    /// C-MOVE.
    CMove,
    /// C-GET.
    CGet,
    /// N-EVENT-REPORT, the only one that the provider of a SOP class invokes.
    NEventReport,
    /// N-GET.
    NGet,
    /// N-SET.
    NSet,
    /// N-ACTION.
    NAction,
    /// N-CREATE.
    NCreate,
    /// N-DELETE.
    NDelete,
}

impl Service {
    /// All services, in the order of PS3.7.
    pub const ALL: [Self; 11] = [
        Self::CEcho,
        Self::CStore,
        Self::CFind,
        Self::CMove,
        Self::CGet,
        Self::NEventReport,
        Self::NGet,
        Self::NSet,
        Self::NAction,
        Self::NCreate,
        Self::NDelete,
    ];

    /// The name of the service.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CEcho => "C-ECHO",
            Self::CStore => "C-STORE",
            Self::CFind => "C-FIND",
            Self::CMove => "C-MOVE",
            Self::CGet => "C-GET",
            Self::NEventReport => "N-EVENT-REPORT",
            Self::NGet => "N-GET",
            Self::NSet => "N-SET",
            Self::NAction => "N-ACTION",
            Self::NCreate => "N-CREATE",
            Self::NDelete => "N-DELETE",
        }
    }

    /// The service of a name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.as_str().eq_ignore_ascii_case(name.trim()))
    }

    /// Whether the user of the SOP class (SCU) sends the request; the provider does for N-EVENT-REPORT alone.
    pub fn is_invoked_by_user(self) -> bool {
        self != Self::NEventReport
    }

    /// The codes of the classes 00xx, 01xx, 02xx and FE00 that PS3.7 and PS3.4 allow for the service.
    pub fn general_codes(self) -> &'static [u16] {
        rows::general_codes(self)
    }
}

/// The class of a status code (PS3.7 Annex C).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// It was done.
    Success,
    /// It was done, with a remark.
    Warning,
    /// It was not done; tables call it Refused, Failed or Error as well.
    Failure,
    /// It was given up on request.
    Cancel,
    /// It goes on.
    Pending,
}

impl Category {
    /// The word of PS3.7.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Success => "Success",
            Self::Warning => "Warning",
            Self::Failure => "Failure",
            Self::Cancel => "Cancel",
            Self::Pending => "Pending",
        }
    }

    /// The category a word of a status table stands for; `Refused`, `Failed` and `Error` are failures.
    pub fn by_word(word: &str) -> Option<Self> {
        let is = |known: &str| word.trim().eq_ignore_ascii_case(known);
        if ["failure", "failed", "refused", "error"].into_iter().any(is) {
            return Some(Self::Failure);
        }
        [Self::Success, Self::Warning, Self::Cancel, Self::Pending]
            .into_iter()
            .find(|known| is(known.as_str()))
    }
}

/// The category of a code; none where PS3.7 Annex C rules the code out.
pub fn category(code: u16) -> Option<Category> {
    match code {
        0x0000 => Some(Category::Success),
        0x0001 | 0x0107 | 0x0116 | 0xB000..=0xBFFF => Some(Category::Warning),
        0x0100..=0x02FF | 0xA000..=0xAFFF | 0xC000..=0xCFFF => Some(Category::Failure),
        0xFE00 => Some(Category::Cancel),
        0xFF00 | 0xFF01 => Some(Category::Pending),
        _ => None,
    }
}

/// The meaning of a code that is the same for all services (PS3.7 Annex C).
pub fn general_meaning(code: u16) -> Option<&'static str> {
    rows::general_meaning(code)
}

/// Whether a service may answer with a code: all codes but those of 01xx and 02xx are the service's own.
pub fn is_defined(service: Service, code: u16) -> bool {
    match code {
        0x0100..=0x02FF => service.general_codes().contains(&code),
        _ => category(code).is_some(),
    }
}

/// The codes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codes {
    /// One code.
    One(u16),
    /// All codes from the first to the last.
    Range(u16, u16),
    /// All codes that no other row names.
    Other,
}

impl Codes {
    /// Whether a code is among them; `Other` holds none by itself.
    pub fn contain(self, code: u16) -> bool {
        match self {
            Self::One(one) => one == code,
            Self::Range(first, last) => (first..=last).contains(&code),
            Self::Other => false,
        }
    }
}

impl std::fmt::Display for Codes {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::One(code) => write!(formatter, "{code:04X}"),
            Self::Range(first, last) => write!(formatter, "{first:04X}-{last:04X}"),
            Self::Other => formatter.write_str("*"),
        }
    }
}

/// A row of the standard's own status tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusRow {
    /// The first column of such a table: Success, Refused, Failed, Error, Warning, Cancel or Pending.
    pub service_status: &'static str,
    /// What the code means.
    pub meaning: &'static str,
    /// The code or the range of codes.
    pub codes: Codes,
}

/// The row for every code that no other row names, which a table of a user has to have (PS3.2, section A.4.2.1.3.1.3).
pub const OTHER: StatusRow =
    StatusRow { service_status: "*", meaning: "Any other status code", codes: Codes::Other };

/// The rows the standard has for a service of a SOP class, Success first.
///
/// Where PS3.4 has no table for the class, they are the success and the failures that PS3.7 allows for the service.
pub fn standard_rows(service: Service, class: Option<&SopClass>) -> &'static [StatusRow] {
    rows::standard_rows(service, class)
}

/// The values of Failure Reason (0008,1197), in results of storage commitment (PS3.3, section C.14.1.1).
pub fn failure_reasons() -> &'static [StatusRow] {
    rows::FAILURE_REASONS
}

/// What a code means for a service of a SOP class, the class's own meaning first.
pub fn meaning(service: Service, class: Option<&SopClass>, code: u16) -> Option<StatusRow> {
    let own = standard_rows(service, class).iter().find(|row| row.codes.contain(code)).copied();
    own.or_else(|| {
        let category = category(code)?;
        let meaning = general_meaning(code)?;
        Some(StatusRow { service_status: category.as_str(), meaning, codes: Codes::One(code) })
    })
}
