//! The tables of presentation contexts (PS3.2 Tables A.4.2-7, -8, -11 and -12).

use indexmap::IndexSet;
use serde::Serialize;

use super::conformance::{exceptional, sentence_case};
use super::long_sets::{self, ContextSubject};
use super::scope::Scope;
use crate::model::PresentationContext;
use crate::model::survey::ContextUse;

/// The presentation contexts that are proposed or accepted for an activity.
#[derive(Debug, Serialize)]
pub struct ContextTable {
    /// The address of the table in the document.
    pub anchor: String,
    /// The rows, from the top.
    pub rows: Vec<ContextRow>,
    /// The texts of the footnotes. Rows name them by their numbers, from 1.
    pub notes: IndexSet<String>,
    /// The extended negotiation, one row for each SOP class that has one.
    pub negotiations: Vec<NegotiationRow>,
    /// The address of the table of extended negotiation.
    pub negotiation_anchor: String,
}

/// A row of a presentation context table. A cell that is `none` continues the one above.
#[derive(Debug, Serialize)]
pub struct ContextRow {
    /// The name of the abstract syntax.
    pub name: Option<String>,
    /// The numbers of the footnotes that say on which conditions the context is proposed.
    pub condition_notes: Vec<usize>,
    /// The UID of the abstract syntax.
    pub uid: Option<String>,
    /// The number of SOP classes, where the row is about a long set of them that the table of the entity lists.
    pub set_size: Option<usize>,
    /// The transfer syntaxes of this row; `none` continues the cell above.
    pub transfer_syntaxes: Option<Vec<TransferSyntaxLine>>,
    /// Whether names and UIDs of the transfer syntaxes stand in one cell: in two, their lines would drift apart as
    /// soon as one of them wraps.
    pub is_joined: bool,
    /// The role of this Application Entity, with `(option)` where the claim is no plain yes.
    pub role: Option<String>,
    /// What there is to say of extended negotiation; `none` continues the cell above.
    pub negotiation: Option<Negotiation>,
}

/// What a presentation context table says of extended negotiation; neither of both where there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Negotiation {
    /// Whether the table of extended negotiation names what is negotiated.
    pub is_listed: bool,
    /// The numbers of the footnotes that describe it.
    pub notes: Vec<usize>,
}

/// A transfer syntax in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TransferSyntaxLine {
    /// The name.
    pub name: String,
    /// The UID.
    pub uid: String,
}

/// A row of the table of extended negotiation.
#[derive(Debug, Serialize)]
pub struct NegotiationRow {
    /// The name of the SOP class.
    pub name: String,
    /// The UID of the SOP class.
    pub uid: String,
    /// The number of SOP classes, where the row is about a long set of them that the table of the entity lists.
    pub set_size: Option<usize>,
    /// What is negotiated; `none` continues the cell above.
    pub negotiation: Option<String>,
}

impl ContextTable {
    /// The table of some contexts of an activity.
    pub(super) fn of<'s>(scope: &Scope<'s>, contexts: &[&ContextUse<'s>], anchor: &str) -> Self {
        let mut table = Self {
            anchor: format!("contexts-{anchor}"),
            rows: Vec::new(),
            notes: IndexSet::new(),
            negotiations: Vec::new(),
            negotiation_anchor: format!("negotiation-{anchor}"),
        };
        let entries: Vec<_> = contexts.iter().map(|context| Entry::of(scope, context)).collect();
        for group in entries.chunk_by(|one, next| one.transfer_syntaxes == next.transfer_syntaxes) {
            table.push_group(scope, group);
        }
        table
    }

    /// Rows that share their transfer syntaxes.
    fn push_group(&mut self, scope: &Scope<'_>, group: &[Entry<'_>]) {
        let first_row = self.rows.len();
        for entry in group {
            self.push_entry(scope, entry);
        }
        let Some(first) = group.first() else { return };
        let rows = &mut self.rows[first_row..];
        if let [only] = rows {
            let extra = first.transfer_syntaxes.len().saturating_sub(1);
            only.transfer_syntaxes = Some(first.transfer_syntaxes.iter().take(1).cloned().collect());
            only.is_joined = false;
            self.rows.extend((0..extra).map(|position| continuation(&first.transfer_syntaxes[position + 1])));
            return;
        }
        if let Some(row) = rows.first_mut() {
            row.is_joined = first.transfer_syntaxes.len() > 1;
            row.transfer_syntaxes = Some(first.transfer_syntaxes.clone());
        }
        merge_repeated(rows);
    }

    fn push_entry(&mut self, scope: &Scope<'_>, entry: &Entry<'_>) {
        let condition_notes = self.noted(&entry.conditions);
        let is_listed = !entry.terms.is_empty();
        let negotiation = Negotiation { is_listed, notes: self.noted(&entry.notes) };
        for (position, subject) in entry.subjects.iter().enumerate() {
            let is_first = position == 0;
            let (name, uid, set_size) = words(scope, *subject);
            self.rows.push(ContextRow {
                name: Some(name.clone()),
                condition_notes: condition_notes.clone(),
                uid: Some(uid.clone()),
                set_size,
                transfer_syntaxes: None,
                is_joined: false,
                role: is_first.then(|| entry.role.clone()),
                negotiation: is_first.then(|| negotiation.clone()),
            });
            if is_listed {
                self.negotiations.push(NegotiationRow {
                    name,
                    uid,
                    set_size,
                    negotiation: is_first.then(|| entry.terms.join("; ")),
                });
            }
        }
    }
}

impl ContextTable {
    /// The numbers of some texts, which become footnotes; the same words are one footnote.
    fn noted(&mut self, texts: &[String]) -> Vec<usize> {
        texts.iter().map(|text| self.notes.insert_full(text.clone()).0 + 1).collect()
    }
}

/// Merges the roles and negotiations that say the same as those above them.
fn merge_repeated(rows: &mut [ContextRow]) {
    let mut above: Option<(String, Negotiation)> = None;
    for row in rows {
        let (Some(role), Some(negotiation)) = (&row.role, &row.negotiation) else { continue };
        let here = (role.clone(), negotiation.clone());
        if above.as_ref() == Some(&here) {
            row.role = None;
            row.negotiation = None;
        } else {
            above = Some(here);
        }
    }
}

/// The name, the UID and the size of a set.
fn words(scope: &Scope<'_>, subject: ContextSubject<'_>) -> (String, String, Option<usize>) {
    match subject {
        ContextSubject::Class(id) => (scope.name(id), scope.uid(id), None),
        ContextSubject::LongSet { name, size } => (sentence_case(name), String::new(), Some(size)),
    }
}

/// A context as the author wrote it, its words chosen.
struct Entry<'s> {
    subjects: Vec<ContextSubject<'s>>,
    transfer_syntaxes: Vec<TransferSyntaxLine>,
    role: String,
    /// Negotiations the standard has a word for.
    terms: Vec<String>,
    /// Negotiations that need a note.
    notes: Vec<String>,
    /// Conditions and waivers.
    conditions: Vec<String>,
}

impl<'s> Entry<'s> {
    fn of(scope: &Scope<'s>, used: &ContextUse<'s>) -> Self {
        let lines = used.transfer_syntaxes.iter().map(|id| {
            let (name, uid) = (scope.name(*id), scope.uid(*id));
            TransferSyntaxLine { name, uid }
        });
        let role = match exceptional(used.context.support) {
            None => used.role.to_string(),
            Some(claim) => format!("{} ({})", used.role, claim.to_lowercase()),
        };
        let (terms, notes) = negotiations(used.context);
        let conditions = conditions(scope, used.context);
        Self {
            subjects: long_sets::subjects(scope, used),
            transfer_syntaxes: lines.collect(),
            role,
            terms,
            notes,
            conditions,
        }
    }
}

/// What is negotiated: words of the standard, and texts.
fn negotiations(context: &PresentationContext) -> (Vec<String>, Vec<String>) {
    let said = context.extended_negotiation.iter().map(|text| text.trim());
    let said = said.filter(|text| !text.is_empty() && !text.eq_ignore_ascii_case("none"));
    let (texts, terms): (Vec<&str>, Vec<&str>) = said.partition(|text| text.len() > 48 || text.contains('.'));
    let terms = terms.into_iter().map(capitalized).collect();
    (terms, texts.into_iter().map(str::to_owned).collect())
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// On which conditions a context is proposed, and why the default transfer syntax may be missing.
fn conditions(scope: &Scope<'_>, context: &PresentationContext) -> Vec<String> {
    let lossy = "Images are available in lossy compressed form only; the default Transfer Syntax is not offered \
                 for them (PS3.5 10.1).";
    let large = "The data can be too large for the default Transfer Syntax, which is not offered for them \
                 (PS3.5 10.1).";
    let condition = scope.prose(context.condition.as_ref());
    let lossy = (context.lossy_only == Some(true)).then(|| lossy.to_owned());
    let large = (context.too_large == Some(true)).then(|| large.to_owned());
    [condition, lossy, large].into_iter().flatten().collect()
}

fn continuation(line: &TransferSyntaxLine) -> ContextRow {
    ContextRow {
        name: None,
        condition_notes: Vec::new(),
        uid: None,
        set_size: None,
        transfer_syntaxes: Some(vec![line.clone()]),
        is_joined: false,
        role: None,
        negotiation: None,
    }
}
