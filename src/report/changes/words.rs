//! Two texts, word by word.

use similar::{ChangeTag, TextDiff};

/// A stretch of two texts that are laid over one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// It stands in both.
    Same(String),
    /// It stands in the old one.
    Removed(String),
    /// It stands in the new one.
    Added(String),
}

/// Texts that are longer in words, multiplied, are not compared word by word.
const MOST_PAIRS: usize = 16_000_000;

/// The least part of two texts that has to be the same, or they are shown one after the other.
const LEAST_SHARED: f32 = 0.35;

/// What two texts share and where they differ, in their order.
pub(super) fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let words = |text: &str| text.split_whitespace().count() + 1;
    let apart = || {
        let removed =
            Some(before).filter(|text| !text.is_empty()).map(|text| Piece::Removed(text.to_owned()));
        let added = Some(after).filter(|text| !text.is_empty()).map(|text| Piece::Added(text.to_owned()));
        removed.into_iter().chain(added).collect()
    };
    if words(before).saturating_mul(words(after)) > MOST_PAIRS {
        return apart();
    }
    let diff = TextDiff::from_words(before, after);
    if diff.ratio() < LEAST_SHARED {
        return apart();
    }
    let mut gathered = Gathered::default();
    for change in diff.iter_all_changes() {
        gathered.take(change.tag(), change.value());
    }
    gathered.settle();
    gathered.pieces
}

/// Pieces in the making. Blanks between two words that differ belong to both, so that no word stands alone among them.
#[derive(Default)]
struct Gathered {
    pieces: Vec<Piece>,
    removed: String,
    added: String,
    blanks: String,
}

impl Gathered {
    fn take(&mut self, tag: ChangeTag, text: &str) {
        let is_open = !(self.removed.is_empty() && self.added.is_empty());
        match tag {
            ChangeTag::Equal if is_open && text.chars().all(char::is_whitespace) => self.blanks += text,
            ChangeTag::Equal => {
                self.settle();
                match self.pieces.last_mut() {
                    Some(Piece::Same(same)) => *same += text,
                    _ => self.pieces.push(Piece::Same(text.to_owned())),
                }
            }
            ChangeTag::Delete | ChangeTag::Insert => {
                let blanks = std::mem::take(&mut self.blanks);
                self.removed += &blanks;
                self.added += &blanks;
                if tag == ChangeTag::Delete { self.removed += text } else { self.added += text }
            }
        }
    }

    fn settle(&mut self) {
        let (removed, added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        if !removed.is_empty() {
            self.pieces.push(Piece::Removed(removed));
        }
        if !added.is_empty() {
            self.pieces.push(Piece::Added(added));
        }
        if !self.blanks.is_empty() {
            self.pieces.push(Piece::Same(std::mem::take(&mut self.blanks)));
        }
    }
}

/// How many characters of what is the same are kept beside a difference.
const CONTEXT: usize = 40;

/// The same pieces, with long stretches that are the same cut down to what stands beside a difference.
pub(super) fn abridged(pieces: Vec<Piece>) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    let cut = |(position, piece)| match piece {
        Piece::Same(text) => Piece::Same(cut(&text, position > 0, position < last)),
        other => other,
    };
    pieces.into_iter().enumerate().map(cut).collect()
}

/// The beginning and the end of a text, as far as something stands there.
fn cut(text: &str, has_before: bool, has_after: bool) -> String {
    let count = text.chars().count();
    let kept = CONTEXT * (usize::from(has_before) + usize::from(has_after));
    if count <= kept + CONTEXT / 2 {
        return text.to_owned();
    }
    let skip = |characters: usize| text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    let start = text.get(..skip(CONTEXT)).filter(|_| has_before).unwrap_or_default();
    let end = text.get(skip(count - CONTEXT)..).filter(|_| has_after).unwrap_or_default();
    // No word is torn.
    let start = start.rsplit_once(char::is_whitespace).map_or(start, |(start, _)| start);
    let end = end.split_once(char::is_whitespace).map_or(end, |(_, end)| end);
    let gap = match (has_before, has_after) {
        (true, true) => " … ",
        (true, false) => " …",
        (false, true) => "… ",
        (false, false) => "…",
    };
    format!("{start}{gap}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        let one = |piece: &Piece| match piece {
            Piece::Same(text) => text.clone(),
            Piece::Removed(text) => format!("[-{text}-]"),
            Piece::Added(text) => format!("{{+{text}+}}"),
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn words_that_differ_stand_together() {
        let told = |before, after| shown(&pieces(before, after));
        assert_eq!(told("sends all images", "sends some images"), "sends [-all-]{+some+} images");
        assert_eq!(
            told("it keeps a b c here now", "it keeps d e f here now"),
            "it keeps [-a b c-]{+d e f+} here now"
        );
        assert_eq!(told("a b c d", "a b c d"), "a b c d");
        assert_eq!(told("one two", "three four"), "[-one two-]{+three four+}");
        assert_eq!(told("", "new"), "{+new+}");
    }

    #[test]
    fn both_texts_can_be_read_from_the_pieces() {
        let (before, after) =
            ("The  archive keeps\nwhat it is sent.", "The archive\nkeeps what it was sent, all of it.");
        let pieces = pieces(before, after);
        let side = |is_there: fn(&Piece) -> bool| -> String {
            let text = |piece: &Piece| match piece {
                Piece::Same(text) | Piece::Removed(text) | Piece::Added(text) => text.clone(),
            };
            pieces.iter().filter(|piece| is_there(piece)).map(text).collect()
        };
        assert_eq!(side(|piece| !matches!(piece, Piece::Added(_))), before);
        assert_eq!(side(|piece| !matches!(piece, Piece::Removed(_))), after);
    }

    #[test]
    fn long_stretches_are_cut_between_words() {
        let long = "word ".repeat(60);
        let cut = shown(&abridged(pieces(&format!("{long}old {long}"), &format!("{long}new {long}"))));
        assert!(cut.starts_with("… word") && cut.ends_with("word …"), "{cut}");
        assert!(cut.contains("[-old-]{+new+}") && cut.len() < 130, "{cut}");
    }
}
