//! LDIF (RFC 2849): entries of attributes with their lines, and back to text.

use super::Remark;

/// A value of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute {
    /// The name, in lower case.
    key: String,
    pub(super) value: String,
    pub(super) line: usize,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its distinguished name, folded.
    pub(super) name: String,
    pub(super) line: usize,
    attributes: Vec<Attribute>,
}

impl Entry {
    pub(super) fn all(&self, key: &str) -> impl Iterator<Item = &Attribute> {
        self.attributes.iter().filter(move |attribute| attribute.key.eq_ignore_ascii_case(key))
    }

    pub(super) fn first(&self, key: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.key.eq_ignore_ascii_case(key))
    }

    /// Whether it is of a class.
    pub(super) fn is(&self, class: &str) -> bool {
        self.all("objectClass").any(|own| own.value.eq_ignore_ascii_case(class))
    }

    /// The distinguished name of what it hangs below.
    pub(super) fn parent(&self) -> &str {
        let mut is_escaped = false;
        for (at, character) in self.name.char_indices() {
            if character == ',' && !is_escaped {
                return &self.name[at + 1..];
            }
            is_escaped = character == '\\' && !is_escaped;
        }
        ""
    }
}

/// A distinguished name by which names are compared: no blanks around its parts.
pub(super) fn folded(name: &str) -> String {
    let parts: Vec<&str> = name.split(',').map(str::trim).collect();
    let parts = parts.iter().map(|part| match part.split_once('=') {
        Some((key, value)) => format!("{}={}", key.trim().to_lowercase(), value.trim()),
        None => (*part).to_owned(),
    });
    parts.collect::<Vec<_>>().join(",")
}

/// The lines of a text, those that go on joined, each with the number of its first.
fn lines(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        match (line.strip_prefix(' '), lines.last_mut()) {
            (Some(rest), Some((_, before))) if !before.is_empty() => before.push_str(rest),
            _ => lines.push((number + 1, line.to_owned())),
        }
    }
    lines
}

/// The entries of a text, and what of it is not understood.
pub(super) fn entries(text: &str) -> (Vec<Entry>, Vec<Remark>) {
    let (mut entries, mut remarks) = (Vec::new(), Vec::new());
    let mut open: Option<Entry> = None;
    for (number, line) in lines(text) {
        if line.starts_with('#') {
            continue;
        }
        if line.trim().is_empty() {
            entries.extend(open.take());
            continue;
        }
        let Some((key, value)) = pair(&line) else {
            let remark = Remark::new(number, 1, format!("`{}` is no attribute and its value", line.trim()));
            remarks.push(remark.help("a line is written `attribute: value`"));
            continue;
        };
        match (key.as_str(), &mut open) {
            ("dn", _) => {
                entries.extend(open.take());
                open = Some(Entry { name: folded(&value), line: number, attributes: Vec::new() });
            }
            ("version", None) => {}
            (_, Some(entry)) => entry.attributes.push(Attribute { key, value, line: number }),
            (_, None) => remarks.push(Remark::new(number, 1, format!("`{key}` belongs to no entry"))),
        }
    }
    entries.extend(open);
    (entries, remarks)
}

/// The name of an attribute in lower case, and its value; options behind a semicolon are passed over.
fn pair(line: &str) -> Option<(String, String)> {
    let (key, value) = line.split_once(':')?;
    let key = key.split(';').next()?.trim().to_lowercase();
    let is_name =
        !key.is_empty() && key.chars().all(|sign| sign.is_ascii_alphanumeric() || "-.".contains(sign));
    let value = match value.strip_prefix(':') {
        Some(encoded) => String::from_utf8(decoded(encoded.trim())?).ok()?,
        None => value.trim().to_owned(),
    };
    is_name.then_some((key, value))
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The bytes of a value in Base64.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut count) = (Vec::new(), 0_u32, 0_u32);
    for letter in text.trim_end_matches('=').bytes() {
        let digit = LETTERS.iter().position(|own| *own == letter)?;
        held = held << 6 | u32::try_from(digit).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(held >> count & 0xFF).ok()?);
        }
    }
    Some(bytes)
}

fn encoded(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let held = (0..3).fold(0_u32, |held, at| held << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        for at in 0..4_usize {
            let digit = usize::try_from(held >> (18 - 6 * at) & 0x3F).unwrap_or_default();
            text.push(if at <= chunk.len() { char::from(LETTERS[digit]) } else { '=' });
        }
    }
    text
}

/// A value as a part of a distinguished name (RFC 4514).
pub(super) fn escaped(value: &str) -> String {
    let last = value.chars().count().saturating_sub(1);
    let mut escaped = String::new();
    for (at, character) in value.chars().enumerate() {
        let is_special = ",+\"\\<>;=".contains(character);
        if is_special || at == 0 && " #".contains(character) || at == last && character == ' ' {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// A line, its value in Base64 where it could be misread.
pub(super) fn spelt(key: &str, value: &str) -> String {
    let is_safe = value.chars().all(|sign| (' '..='~').contains(&sign))
        && !value.starts_with([' ', ':', '<'])
        && !value.ends_with(' ');
    if is_safe { format!("{key}: {value}\n") } else { format!("{key}:: {}\n", encoded(value.as_bytes())) }
}
