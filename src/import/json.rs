//! JSON with comments → values that know their places.

use super::Remark;

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Json {
    pub(super) value: Value,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// `null`, `true`, `false` or a number, as it is written.
    Word(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A text or a word as it is written.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Word(text) | Value::Text(text) => Some(text),
            Value::List(_) | Value::Object(_) => None,
        }
    }

    /// The value under a key, whatever its case.
    pub(super) fn at(&self, key: &str) -> Option<&Json> {
        let Value::Object(entries) = &self.value else { return None };
        entries.iter().find(|(own, _)| own.eq_ignore_ascii_case(key)).map(|(_, value)| value)
    }

    pub(super) fn remark(&self, message: impl Into<String>) -> Remark {
        Remark::new(self.line, self.column, message)
    }
}

/// Values inside values, at most.
const DEEPEST: usize = 100;

/// Reads one value. What stands before a fault is kept.
pub(super) fn read(text: &str) -> (Option<Json>, Option<Remark>) {
    let characters: Vec<char> = text.chars().collect();
    let mut reader = Reader { text: &characters, at: 0, line: 1, column: 1, fault: None };
    let value = reader.value(0);
    reader.skip();
    if value.is_some() && reader.peek().is_some() {
        reader.fail("something stands behind the end of the value");
    }
    (value, reader.fault)
}

struct Reader<'t> {
    text: &'t [char],
    at: usize,
    line: usize,
    column: usize,
    /// The first thing that is wrong; nothing is read behind it.
    fault: Option<Remark>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += 1;
        if character == '\n' {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
        Some(character)
    }

    fn fail(&mut self, message: impl Into<String>) {
        let remark = Remark::new(self.line, self.column, message);
        self.fault.get_or_insert(remark);
    }

    /// Passes blanks and comments.
    fn skip(&mut self) {
        loop {
            match (self.peek(), self.text.get(self.at + 1)) {
                (Some(blank), _) if blank.is_whitespace() => {
                    self.next();
                }
                (Some('/'), Some('/')) => while self.next().is_some_and(|character| character != '\n') {},
                (Some('/'), Some('*')) => {
                    self.next();
                    let mut before = self.next();
                    loop {
                        match self.next() {
                            Some('/') if before == Some('*') => break,
                            Some(character) => before = Some(character).filter(|_| before.is_some()),
                            None => return self.fail("the comment is never closed"),
                        }
                    }
                }
                _ => return,
            }
        }
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        self.skip();
        let (line, column) = (self.line, self.column);
        if depth > DEEPEST {
            self.fail("the values are nested too deeply");
            return None;
        }
        let value = match self.peek() {
            Some('{') => self.object(depth),
            Some('[') => self.list(depth),
            Some('"') => Value::Text(self.quoted()?),
            Some(_) => Value::Word(self.word()?),
            None => {
                self.fail("the file ends where a value is expected");
                return None;
            }
        };
        Some(Json { value, line, column })
    }

    /// Whether another member follows; the closing sign is passed.
    fn goes_on(&mut self, closing: char, is_first: bool) -> bool {
        self.skip();
        match self.peek() {
            Some(next) if next == closing => {
                self.next();
                return false;
            }
            _ if is_first => {}
            Some(',') => {
                self.next();
                self.skip();
                if self.peek() == Some(closing) {
                    self.next();
                    return false;
                }
            }
            _ => {
                self.fail(format!("`,` or `{closing}` is missing here"));
                return false;
            }
        }
        self.fault.is_none()
    }

    fn list(&mut self, depth: usize) -> Value {
        self.next();
        let mut elements = Vec::new();
        while self.goes_on(']', elements.is_empty()) {
            match self.value(depth + 1) {
                Some(element) => elements.push(element),
                None => break,
            }
        }
        Value::List(elements)
    }

    fn object(&mut self, depth: usize) -> Value {
        self.next();
        let mut entries = Vec::new();
        while self.goes_on('}', entries.is_empty()) {
            if self.peek() != Some('"') {
                self.fail("a name in quotes is expected here");
                break;
            }
            let Some(key) = self.quoted() else { break };
            self.skip();
            if self.peek() != Some(':') {
                self.fail(format!("`:` is missing behind `{key}`"));
                break;
            }
            self.next();
            match self.value(depth + 1) {
                Some(value) => entries.push((key, value)),
                None => break,
            }
        }
        Value::Object(entries)
    }

    fn quoted(&mut self) -> Option<String> {
        let start = Remark::new(self.line, self.column, "the text is never closed");
        self.next();
        let mut raw = String::from("\"");
        loop {
            match self.next() {
                Some('"') => break,
                Some('\\') => {
                    raw.push('\\');
                    raw.extend(self.next());
                }
                None | Some('\n') => {
                    self.fault.get_or_insert(start);
                    return None;
                }
                Some('\t') => raw.push_str("\\t"),
                Some(character) => raw.push(character),
            }
        }
        raw.push('"');
        let text = serde_json::from_str(&raw).ok();
        if text.is_none() {
            self.fault.get_or_insert(Remark {
                message: "the text has a `\\` that means nothing".to_owned(),
                ..start
            });
        }
        text
    }

    fn word(&mut self) -> Option<String> {
        let mut word = String::new();
        let is_of_word = |next: &char| next.is_alphanumeric() || matches!(next, '+' | '-' | '.');
        while self.peek().as_ref().is_some_and(is_of_word) {
            word.extend(self.next());
        }
        let is_number = word.parse::<f64>().is_ok();
        if is_number || matches!(word.as_str(), "true" | "false" | "null") {
            return Some(word);
        }
        let shown = if word.is_empty() { self.peek().map(String::from).unwrap_or_default() } else { word };
        self.fail(format!("`{shown}` is no value"));
        None
    }
}
