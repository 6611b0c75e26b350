//! The configuration of `dcmqrscp` of DCMTK, whose `HostTable` has the peers and whose `AETable` its own titles.

use std::collections::HashSet;

use super::Remark;
use super::draft::{Draft, Sketch};
use super::peers::{Configuration, Written};

/// A word or a sign of a line, with its column.
#[derive(Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Sign(char),
}

pub(super) fn read(text: &str) -> Draft {
    let mut sketch = Sketch::default();
    let mut section: Option<(String, usize)> = None;
    let mut port: Option<(String, usize)> = None;
    for (number, line) in text.lines().enumerate() {
        let number = number + 1;
        let tokens = tokens(line);
        let words: Vec<&str> = tokens.iter().filter_map(|(token, _)| token.word()).collect();
        match (words.as_slice(), &section) {
            ([], _) if tokens.is_empty() => {}
            ([table, "BEGIN"], _) => section = Some(((*table).to_owned(), number)),
            ([table, "END"], Some((open, _))) => {
                if table != open {
                    let message = format!("`{table}` ends where `{open}` is open");
                    sketch.remarks.push(Remark::new(number, 1, message));
                }
                section = None;
            }
            (_, Some((table, _))) if table == "HostTable" => host(&mut sketch, &tokens, number),
            ([title, _, "R" | "RW" | "W", ..], Some((table, _))) if table == "AETable" => {
                let name = sketch.begin(title);
                sketch.set(&name, "ae_title", (title, number));
                if let Some((port, line)) = &port {
                    sketch.set(&name, "port", (port, *line));
                }
            }
            (_, Some((table, _))) if table == "AETable" => {
                sketch.remarks.push(Remark::new(
                    number,
                    1,
                    "the row of the `AETable` has no title, folder and access",
                ));
            }
            (["NetworkTCPPort", value], None) => port = Some(((*value).to_owned(), number)),
            _ => {}
        }
    }
    if let Some((table, line)) = section {
        sketch.remarks.push(Remark::new(line, 1, format!("`{table}` never ends")));
    }
    sketch.finish()
}

impl Token {
    fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Sign(_) => None,
        }
    }
}

/// The words and signs of a line, up to a comment.
fn tokens(line: &str) -> Vec<(Token, usize)> {
    let mut tokens = Vec::new();
    let mut characters = line.chars().zip(1..).peekable();
    while let Some((character, column)) = characters.next() {
        match character {
            '#' => break,
            '(' | ')' | ',' | '=' => tokens.push((Token::Sign(character), column)),
            '"' => {
                let word =
                    characters.by_ref().map(|(next, _)| next).take_while(|next| *next != '"').collect();
                tokens.push((Token::Word(word), column));
            }
            blank if blank.is_whitespace() => {}
            first => {
                let mut word = String::from(first);
                while let Some((next, _)) =
                    characters.next_if(|(next, _)| !next.is_whitespace() && !"(),=#\"".contains(*next))
                {
                    word.push(next);
                }
                tokens.push((Token::Word(word), column));
            }
        }
    }
    tokens
}

/// A line of the `HostTable`: `name = (TITLE, host, port), …`, or the names of others.
fn host(sketch: &mut Sketch, tokens: &[(Token, usize)], line: usize) {
    let [(Token::Word(symbol), _), (Token::Sign('='), _), rest @ ..] = tokens else {
        let column = tokens.first().map_or(1, |(_, column)| *column);
        let remark = Remark::new(line, column, "the line of the `HostTable` is not understood");
        sketch.remarks.push(remark.help("an entry is written `name = (TITLE, host, port)`"));
        return;
    };
    let is_group =
        !rest.is_empty() && rest.iter().all(|(token, _)| !matches!(token, Token::Sign('(' | ')' | '=')));
    if is_group {
        let members: Vec<_> =
            rest.iter().filter_map(|(token, _)| token.word()).map(|word| format!("`{word}`")).collect();
        let message = format!("`{symbol}` is a group of {}, and a site has no groups", members.join(", "));
        sketch.remarks.push(Remark::new(line, 1, message));
        return;
    }
    let mut rest = rest;
    loop {
        use Token::{Sign, Word};
        let [
            (Sign('('), _),
            (Word(title), _),
            (Sign(','), _),
            (Word(host), _),
            (Sign(','), _),
            (Word(port), _),
            (Sign(')'), _),
            after @ ..,
        ] = rest
        else {
            let column = rest.first().or(tokens.last()).map_or(1, |(_, column)| *column);
            let message = format!("an entry of `{symbol}` is not understood");
            let remark = Remark::new(line, column, message);
            sketch.remarks.push(remark.help("an entry is written `(TITLE, host, port)`"));
            return;
        };
        let name = sketch.begin(symbol);
        for (key, word) in [("ae_title", title), ("host", host), ("port", port)] {
            sketch.set(&name, key, (word, line));
        }
        match after {
            [] => return,
            [(Sign(','), _), more @ ..] | more => rest = more,
        }
    }
}

/// What separates the values of the table, so that no value may have it.
const SIGNS: [char; 8] = ['(', ')', ',', '=', '#', '"', ' ', '\t'];

pub(super) fn written(configuration: &Configuration) -> Written<'_> {
    let mut written = Written::default();
    let mut rows: Vec<[String; 4]> = Vec::new();
    let mut symbols: HashSet<String> = HashSet::new();
    for peer in &configuration.peers {
        let Some(port) = peer.port else {
            written.leave_out(peer, "it has no port");
            continue;
        };
        if peer.ae_title.contains(SIGNS) {
            let why =
                format!("the title `{}` has a blank or a sign that ends a value of the table", peer.ae_title);
            written.leave_out(peer, &why);
            continue;
        }
        if peer.is_secure {
            written.lose(format!("`{}` is secured by TLS, which the table cannot say", peer.name));
        }
        if peer.host.parse::<std::net::IpAddr>().is_ok() {
            let message = format!(
                "`{}` has the address {}, and the table asks for the name of a host",
                peer.name, peer.host
            );
            written.lose(message);
        }
        let symbol: String =
            peer.name.chars().map(|sign| if SIGNS.contains(&sign) { '_' } else { sign }).collect();
        let symbol = if symbols.contains(&symbol) { format!("{symbol}_{port}") } else { symbol };
        symbols.insert(symbol.clone());
        rows.push([symbol, peer.ae_title.clone(), peer.host.clone(), port.to_string()]);
    }
    let width = rows.iter().map(|row| row[0].chars().count()).max().unwrap_or_default();
    let line =
        |[symbol, title, host, port]: &[String; 4]| format!("{symbol:width$} = ({title}, {host}, {port})\n");
    let lines: String = rows.iter().map(line).collect();
    written.exported.text = format!("HostTable BEGIN\n{lines}HostTable END\n");
    written
}
