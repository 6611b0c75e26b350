//! Texts that are refused: the part that is pointed at, what is said, and the text after the offered correction.

use super::*;

/// A text, the words pointed at, the message, and the corrected text where a correction is offered.
type Row = (&'static str, &'static str, &'static str, Option<&'static str>);

#[track_caller]
fn refuses<T: std::fmt::Debug>(rows: &[Row], parse: impl Fn(&str) -> Result<T, SyntaxError>) {
    let mut differences = Vec::new();
    for (text, words, message, corrected) in rows {
        match parse(text) {
            Ok(read) => differences.push(format!("`{text}` was read as {read:?}")),
            Err(error) => {
                let told = (&text[error.range.clone()], error.message.as_str(), error.corrected(text));
                if told != (*words, *message, corrected.map(str::to_owned)) {
                    differences.push(format!("{text:?} tells {told:?}"));
                }
                if error.help.is_none() {
                    differences.push(format!("{text:?} has no help"));
                }
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn uids() {
    let rows: &[Row] = &[
        ("", "", "a UID is missing: the text is blank", None),
        ("1.2.840.01.3", "01", "component 4 of the UID, `01`, begins with a zero", Some("1.2.840.1.3")),
        ("1.2.00", "00", "component 3 of the UID, `00`, begins with a zero", Some("1.2.0")),
        ("1..2", "..", "component 2 of the UID is empty", None),
        (".1.2", ".", "component 1 of the UID is empty", None),
        ("1.2.", ".", "component 3 of the UID is empty", None),
        (" 1.2.840", " ", "a blank stands in component 1 of the UID", Some("1.2.840")),
        ("1.2.840. 10008", " ", "a blank stands in component 4 of the UID", Some("1.2.840.10008")),
        ("1.2.84O.10008", "O", "`O` in component 3 of the UID is neither a digit nor a dot", None),
        ("1.2.8é", "é", "`é` in component 3 of the UID is neither a digit nor a dot", None),
        ("12", "12", "`12` is one number, not a UID", None),
        (
            "1.23456789.123456789.123456789.123456789.123456789.123456789.12345",
            "45",
            "the UID has 66 characters, 2 more than 64",
            None,
        ),
    ];
    refuses(rows, Uid::parse);
}

#[test]
fn tags() {
    let rows: &[Row] = &[
        ("", "", "a tag is missing: the text is blank", None),
        ("00080020", "00080020", "`00080020` is not written as a tag", Some("(0008,0020)")),
        (" 0008,0020 ", "0008,0020", "`0008,0020` is not written as a tag", Some(" (0008,0020) ")),
        ("(0008-0020)", "(0008-0020)", "`(0008-0020)` is not written as a tag", Some("(0008,0020)")),
        ("[0008,0020]", "[0008,0020]", "`[0008,0020]` is not written as a tag", Some("(0008,0020)")),
        ("(0008,0020", "(0008,0020", "`(0008,0020` is not written as a tag", Some("(0008,0020)")),
        ("0008 0020", "0008 0020", "`0008 0020` is not written as a tag", Some("(0008,0020)")),
        ("(8,0020)", "8", "`8` has 1 hexadecimal digit, not 4", None),
        ("(0008,00200)", "00200", "`00200` has 5 hexadecimal digits, not 4", None),
        ("(0008,002G)", "G", "`G` is not a hexadecimal digit", None),
        ("StudyDate", "StudyDate", "`StudyDate` is not a tag", None),
        ("(50xx,0010)", "(50xx,0010)", "`(50xx,0010)` stands for more than one attribute", None),
    ];
    refuses(rows, Tag::parse);
    refuses(&rows[..rows.len() - 1], TagPath::parse);
}

#[test]
fn paths_of_tags() {
    refuses(&[("(0040,0100)>", ">", "a tag is missing after `>`", None)], TagPath::parse);
    refuses(
        &[("(0040,0100)>StudyDate", "StudyDate", "unexpected `StudyDate` in a path of tags", None)],
        TagPath::parse,
    );
}

#[test]
fn attributes() {
    let rows: &[Row] = &[
        ("", "", "an attribute is missing: the text is blank", None),
        ("00080020", "00080020", "`00080020` is not written as a tag", Some("(0008,0020)")),
        (
            "00080020 Study Date",
            "00080020",
            "`00080020` is not written as a tag",
            Some("(0008,0020) Study Date"),
        ),
        (
            "0008,0020 Study Date",
            "0008,0020",
            "`0008,0020` is not written as a tag",
            Some("(0008,0020) Study Date"),
        ),
        (
            "(0008,0020 Study Date",
            "(0008,0020",
            "`(0008,0020` is not written as a tag",
            Some("(0008,0020) Study Date"),
        ),
        ("(008,0020) Study Date", "008", "`008` has 3 hexadecimal digits, not 4", None),
        (
            "Study Date (0008,0020)",
            "(0008,0020)",
            "the tag `(0008,0020)` stands after the name",
            Some("(0008,0020) Study Date"),
        ),
        ("(0040,0100)>", ">", "an attribute is missing beside `>`", None),
        (">PatientName", ">", "an attribute is missing beside `>`", None),
        ("(0040,0100)>>(0040,0001)", ">", "an attribute is missing beside `>`", None),
        (
            "(0040,0100)>00400001 Station",
            "00400001",
            "`00400001` is not written as a tag",
            Some("(0040,0100)>(0040,0001) Station"),
        ),
        ("(private) Name", "(private)", "`(private)` is not a tag", None),
    ];
    refuses(rows, Attribute::parse);
}

#[test]
fn status_codes() {
    let rows: &[Row] = &[
        ("", "", "a status code is missing: the text is blank", None),
        ("A7", "A7", "`A7` has 2 hexadecimal digits, not 4", None),
        ("0", "0", "`0` has 1 hexadecimal digit, not 4", Some("0000")),
        ("110", "110", "`110` has 3 hexadecimal digits, not 4", Some("0110")),
        ("0xA700", "0xA700", "`0xA700` is a status code with a mark for hexadecimal", Some("A700")),
        ("A700H", "A700H", "`A700H` is a status code with a mark for hexadecimal", Some("A700")),
        (
            "A700H - A7FFH",
            "A700H",
            "`A700H` is a status code with a mark for hexadecimal",
            Some("A700 - A7FFH"),
        ),
        ("A7FF-A700", "A7FF-A700", "the range `A7FF-A700` runs backwards", Some("A700-A7FF")),
        ("A700, A900", "A700, A900", "`A700, A900` is more than one code or range", None),
        ("A7xx-A9xx", "A7xx-A9xx", "`A7xx-A9xx` is not a range of status codes", None),
        ("Success", "Success", "`Success` is not a status code", None),
        ("A70G", "A70G", "`A70G` is not a status code", None),
    ];
    refuses(rows, StatusCodes::parse);
    refuses(&[("A700-A7FF", "A700-A7FF", "`A700-A7FF` is not one status code", None)], StatusCode::parse);
}

#[test]
fn items() {
    let rows: &[Row] = &[
        ("  ", "  ", "a name is missing: the text is blank", None),
        ("(option)", "(option)", "no name stands before `(option)`", None),
        (
            "CT Image Storage (optional)",
            "(optional)",
            "`optional` is not a word for support or demand",
            Some("CT Image Storage (option)"),
        ),
        (
            "CT Image Storage (must not)",
            "(must not)",
            "`must not` is not a word for support or demand",
            Some("CT Image Storage (must_not)"),
        ),
    ];
    refuses(rows, Item::parse);
}

#[test]
fn contexts() {
    let rows: &[Row] = &[
        ("", "", "a presentation context is missing: the text is blank", None),
        ("CT Image Storage", "CT Image Storage", "the role of the presentation context is missing", None),
        ("A as scp in B", "scp", "`scp` is not a role", Some("A as SCP in B")),
        ("A as server in B", "server", "`server` is not a role", Some("A as SCP in B")),
        ("A as SCU/SCP in B", "SCU/SCP", "`SCU/SCP` is not a role", Some("A as BOTH in B")),
        ("A as peer in B", "peer", "`peer` is not a role", None),
        ("A AS SCP in B", "AS", "`AS` is written with capital letters", Some("A as SCP in B")),
        ("A as SCP IN B", "IN", "`IN` is written with capital letters", Some("A as SCP in B")),
        ("A as in B", "as", "the role is missing after `as`", None),
        ("A as", "as", "the role is missing after `as`", None),
        ("A in B", "in", "`as` and a role are missing before `in`", None),
        ("A SCP in B", "SCP", "`as` is missing before `SCP`", Some("A as SCP in B")),
        ("A in B as SCP", "SCP", "the role `SCP` stands after the transfer syntaxes", Some("A as SCP in B")),
        ("A as SCP with B", "with", "`with` stands where `in` is expected", Some("A as SCP in B")),
        (
            "A as SCP Implicit VR",
            "Implicit",
            "`in` is missing before `Implicit`",
            Some("A as SCP in Implicit VR"),
        ),
        ("A as SCP in", "in", "no transfer syntax stands after `in`", None),
        ("A as SCP in (option)", "in", "no transfer syntax stands after `in`", None),
        ("as SCP in B", "as SCP", "no abstract syntax stands before the role", None),
        ("A | | C as SCP in B", "| |", "an element of the list is empty", None),
        ("| A as SCP in B", "|", "an element of the list is empty", None),
        ("A | as SCP in B", "|", "an element of the list is empty", None),
        ("A as SCP in B |", "|", "an element of the list is empty", None),
        ("A as SCP in | B", "|", "an element of the list is empty", None),
        ("A as SCP in B negotiating", "negotiating", "nothing stands after `negotiating`", None),
        (
            "A as SCP (option) in B",
            "(option)",
            "`(option)` stands before the end of the presentation context",
            None,
        ),
        (
            "A (option) | C as SCP in B",
            "(option)",
            "`(option)` stands before the end of the presentation context",
            None,
        ),
        (
            "A as SCP in B (option) | C",
            "(option)",
            "`(option)` stands before the end of the presentation context",
            None,
        ),
        (
            "A as SCP in B (optional)",
            "(optional)",
            "`optional` is not a word for support or demand",
            Some("A as SCP in B (option)"),
        ),
    ];
    refuses(rows, Context::parse);
}

#[test]
fn links() {
    let rows: &[Row] = &[
        ("", "", "a link is missing: the text is blank", None),
        ("CT1 PACS push", "PACS", "`->` is missing before `PACS`", Some("CT1 -> PACS push")),
        ("CT1 to PACS push", "to", "`to` stands where `->` is expected", Some("CT1 -> PACS push")),
        ("CT1", "CT1", "`CT1` has no `->` and no target", None),
        ("CT1 → PACS push", "→", "`→` is not the arrow of a link", Some("CT1 -> PACS push")),
        ("CT1 --> PACS push", "-->", "`-->` is not the arrow of a link", Some("CT1 -> PACS push")),
        ("CT1 > PACS push", ">", "`>` is not the arrow of a link", Some("CT1 -> PACS push")),
        ("CT1 <- PACS push", "<-", "`<-` is not the arrow of a link", None),
        ("CT1 <-> PACS", "<->", "`<->` is not the arrow of a link", None),
        ("-> PACS push", "->", "no source stands before `->`", None),
        ("CT1 ->", "->", "no target stands after `->`", None),
        ("CT1 -> push", "push", "no target stands before `push`", None),
        ("CT1 -> PACS", "PACS", "the direction is missing after `PACS`", None),
        ("CT1 -> PACS production", "production", "the direction is missing before `production`", None),
        ("CT1 -> PACS send", "send", "`send` is not a direction", None),
        ("CT1 -> PACS both", "both", "`both` is not a direction", Some("CT1 -> PACS bidir")),
        ("CT1 -> PACS push live", "live", "`live` is not a status", None),
        (
            "CT1 -> PACS push planned Final images",
            "Final images",
            "`Final images` stands after the end of the link",
            None,
        ),
        ("CT 1 -> PACS push", "CT 1", "the name `CT 1` has blanks", Some("\"CT 1\" -> PACS push")),
        (
            "CT1 -> Main PACS push",
            "Main PACS",
            "the name `Main PACS` has blanks",
            Some("CT1 -> \"Main PACS\" push"),
        ),
        ("CT1 -> north# push", "#", "no entity stands after `#`", None),
        ("CT1 -> #WEB push", "#", "no document stands before `#`", None),
        ("\"CT1 -> PACS push", "\"CT1", "the quotes of `\"CT1` do not enclose a name", None),
    ];
    refuses(rows, Link::parse);
}

#[test]
fn references() {
    let rows: &[Row] = &[
        ("", "", "a reference is missing: the text is blank", None),
        ("#PACS", "#", "no document stands before `#`", None),
        ("north#", "#", "no entity stands after `#`", None),
        ("a#b#c", "#c", "unexpected `#c` in a reference", None),
    ];
    refuses(rows, Reference::parse);
}

#[test]
fn sequence_lines() {
    let rows: &[Row] = &[
        ("A: B", "A: B", "`A: B` is neither a message nor a note", None),
        ("A → B: x", "→", "`→` is not the arrow of a message", Some("A -> B: x")),
        ("A ->> B: x", "->>", "`->>` is not the arrow of a message", Some("A -> B: x")),
        ("A <-- B: x", "<--", "`<--` is not the arrow of a message", None),
        ("A -> B", "B", "`:` and the text are missing after `B`", None),
        ("A -> B:", ":", "no text stands after `:`", None),
        ("-> B: x", "->", "no sender stands before `->`", None),
        ("A -> : x", "->", "no receiver stands after `->`", None),
        ("note over A", "note over A", "`note over A` lacks a part of a note", None),
        ("note left of A: x", "note left of A: x", "`note left of A: x` lacks a part of a note", None),
        ("loop", "loop", "nothing says when the fragment `loop` happens", None),
        ("A -> B: x\nend", "end", "`end` ends no fragment", None),
        ("loop for all\nA -> B: x", "loop for all", "the fragment `loop` is never ended", None),
        ("loop for all\nend loop", "end loop", "`end loop` is more than the end of a fragment", None),
        ("opt if so\nelse\nend", "else", "`else` stands in no fragment `alt`", None),
    ];
    refuses(rows, |text| {
        let (lines, mut errors) = messages(text);
        errors.pop().map_or(Ok(lines), Err)
    });
}

#[test]
fn one_line_that_is_wrong_leaves_the_others() {
    let text = "A -> B: x\r\nnonsense\n\n# remark\nB --> A: y\nA ->: z";
    let (lines, errors) = messages(text);
    assert_eq!(lines.len(), 2);
    let pointed: Vec<_> = errors.iter().map(|error| &text[error.range.clone()]).collect();
    assert_eq!(pointed, ["nonsense", "->"]);
}
