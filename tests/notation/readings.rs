//! Texts that are read, and what is read from them.

use super::*;

#[test]
fn uids() {
    for text in
        ["1.2", "1.2.840.10008.1.1", "2.25.329800735698586629295641978511506172918", "0.0", "1.2.840.0.3"]
    {
        assert_eq!(Uid::parse(text).unwrap().as_str(), text);
    }
    let longest = format!("1.{}", "2".repeat(62));
    assert_eq!(Uid::parse(&longest).unwrap().to_string(), longest);

    let verification = Uid::parse("1.2.840.10008.1.1").unwrap();
    assert!(
        verification.is_dicom_root()
            && verification.is_within("1.2.840")
            && verification.is_within("1.2.840.10008.1.1")
    );
    assert!(!Uid::parse("1.2.840.100081.1").unwrap().is_dicom_root());
}

#[test]
fn a_uid_is_told_from_a_name() {
    for uid in ["1.2", "1.2.840.10008.1.1", "1.2.840.1O008", "1.2.840. 10008", " 1.2 ", "01.02", "1..2", "1."]
    {
        assert!(looks_like_uid(uid), "{uid}");
    }
    for name in [
        "",
        "1",
        "12-lead ECG Waveform Storage",
        "2D Point Coordinates",
        "CT Image Storage",
        ".1.2",
        "3.0 Archive",
        "v1.2",
    ] {
        assert!(!looks_like_uid(name), "{name}");
    }
}

#[test]
fn tags() {
    assert_eq!(Tag::parse("(0008,0020)").unwrap(), Tag::new(0x0008, 0x0020));
    assert_eq!(Tag::parse(" ( 7fe0 , 0010 ) ").unwrap().to_string(), "(7FE0,0010)");
    assert!(Tag::parse("(0009,1001)").unwrap().is_private());

    let AttributeTag::Repeating(curve) = AttributeTag::parse("(50XX,200a)").unwrap() else {
        panic!("one attribute")
    };
    assert_eq!(curve.to_string(), "(50xx,200A)");
    assert!(curve.contains(Tag::new(0x5002, 0x200A)));
    assert!(!curve.contains(Tag::new(0x6002, 0x200A)) && !curve.contains(Tag::new(0x5002, 0x200B)));
    assert_eq!(AttributeTag::parse("(1000,xxx0)").unwrap().to_string(), "(1000,xxx0)");
}

#[test]
fn paths_of_tags() {
    let path = TagPath::parse("(0040,0100) > (0040,0001)").unwrap();
    assert_eq!(path.to_string(), "(0040,0100)>(0040,0001)");
    assert_eq!(path.last(), Some(AttributeTag::One(Tag::new(0x0040, 0x0001))));
    assert_eq!(TagPath::parse("(0008,0020)").unwrap().tags().len(), 1);
}

#[test]
fn attributes() {
    // text, the tags, the name, and where both stand
    let rows = [
        ("(0008,0020) Study Date", "(0008,0020)", "Study Date", "(0008,0020)"),
        ("(0008,0020)", "(0008,0020)", "", "(0008,0020)"),
        (
            " (0028,04x0)  Rows for Nth Order Coefficients ",
            "(0028,04x0)",
            "Rows for Nth Order Coefficients",
            "(0028,04x0)",
        ),
        ("PatientName", "", "PatientName", ""),
        ("Patient's Name", "", "Patient's Name", ""),
        ("2D Point Coordinates", "", "2D Point Coordinates", ""),
        ("Fade", "", "Fade", ""),
        ("Date of Secondary Capture (Trial)", "", "Date of Secondary Capture (Trial)", ""),
        (
            "(0040,0100)>(0040,0001) Scheduled Station AE Title",
            "(0040,0100)>(0040,0001)",
            "Scheduled Station AE Title",
            "(0040,0100)>(0040,0001)",
        ),
        ("ScheduledProcedureStepSequence > Modality", "", "Modality", ""),
    ];
    for (text, tags, name, at_tags) in rows {
        let attribute = Attribute::parse(text).unwrap();
        let path = attribute.tag_path();
        assert_eq!(path.as_ref().map_or(String::new(), |path| path.value.to_string()), tags, "{text}");
        assert_eq!(path.as_ref().map_or("", |path| at(text, path)), at_tags, "{text}");
        assert_eq!(attribute.name().map_or("", |name| name.value.as_str()), name, "{text}");
        assert_eq!(attribute.name().map_or("", |name| at(text, name)), name, "{text}");
    }
}

#[test]
fn attributes_step_by_step() {
    let text = "(0040,0100) Scheduled Procedure Step Sequence>ScheduledStationAETitle";
    let attribute = Attribute::parse(text).unwrap();
    let steps: Vec<_> = attribute.steps.iter().map(|step| &text[step.range.clone()]).collect();
    assert_eq!(steps, ["(0040,0100) Scheduled Procedure Step Sequence", "ScheduledStationAETitle"]);
    assert_eq!(attribute.tag_path(), None);
    assert_eq!(attribute.to_string(), text);
}

#[test]
fn status_codes() {
    let rows = [
        ("0000", "0000"),
        (" b000 ", "B000"),
        ("A700-A7FF", "A700-A7FF"),
        ("A700 - CFFF", "A700-CFFF"),
        ("A700–A7FF", "A700-A7FF"),
        ("A7xx", "A700-A7FF"),
        ("CXXX", "C000-CFFF"),
        ("010x", "0100-010F"),
        ("other", "other"),
        ("Other", "other"),
        ("*", "other"),
    ];
    for (text, shown) in rows {
        assert_eq!(StatusCodes::parse(text).unwrap().to_string(), shown, "{text}");
    }
    assert_eq!(StatusCode::parse("fe00").unwrap(), StatusCode(0xFE00));
    assert!(StatusCodes::parse("A7xx").unwrap().contains(StatusCode(0xA7FF)));
    assert!(!StatusCodes::parse("A7xx").unwrap().contains(StatusCode(0xA800)));
}

#[test]
fn items() {
    // text, name as written, without `(Retired)`, qualifier
    let rows = [
        ("CT Image Storage", "CT Image Storage", "CT Image Storage", ""),
        ("CT Image Storage (option)", "CT Image Storage", "CT Image Storage", "option"),
        ("CT Image Storage ( Should )", "CT Image Storage", "CT Image Storage", "should"),
        (
            "Explicit VR Big Endian (Retired)",
            "Explicit VR Big Endian (Retired)",
            "Explicit VR Big Endian",
            "",
        ),
        (
            "Explicit VR Big Endian (Retired) (n/a)",
            "Explicit VR Big Endian (Retired)",
            "Explicit VR Big Endian",
            "n/a",
        ),
        (
            "JPEG Lossless (Process 14) (must_not)",
            "JPEG Lossless (Process 14)",
            "JPEG Lossless (Process 14)",
            "must_not",
        ),
        ("(yes) men (yes)", "(yes) men", "(yes) men", "yes"),
        ("(Retired)", "(Retired)", "(Retired)", ""),
        ("Étude (é)", "Étude (é)", "Étude (é)", ""),
    ];
    for (text, written, name, qualifier) in rows {
        let item = Item::parse(text).unwrap();
        assert_eq!((item.text.value.as_str(), item.name()), (written, name), "{text}");
        assert_eq!(at(text, &item.text), written, "{text}");
        assert_eq!(item.qualifier.as_ref().map_or("", |word| word.value.as_str()), qualifier, "{text}");
        assert_eq!(item.retired, written.ends_with("(Retired)") && written != "(Retired)", "{text}");
    }
}

#[test]
fn contexts() {
    let text = "CT Image Storage | 1.2.840.10008.5.1.4.1.1.4 as SCP in uncompressed | JPEG Extended (Process 2 & 4): Default (Retired) negotiating relational queries (Option)";
    let context = Context::parse(text).unwrap();
    assert_eq!(values(&context.abstract_syntaxes), ["CT Image Storage", "1.2.840.10008.5.1.4.1.1.4"]);
    assert_eq!(context.role.value, "SCP");
    assert_eq!(
        values(&context.transfer_syntaxes),
        ["uncompressed", "JPEG Extended (Process 2 & 4): Default (Retired)"]
    );
    assert_eq!(context.negotiation.as_ref().map(|part| part.value.as_str()), Some("relational queries"));
    assert_eq!(context.qualifier.as_ref().map(|part| part.value.as_str()), Some("option"));
    for part in context.abstract_syntaxes.iter().chain(&context.transfer_syntaxes).chain(&context.negotiation)
    {
        assert_eq!(at(text, part), part.value);
    }
    assert_eq!(at(text, context.qualifier.as_ref().unwrap()), "Option");
}

#[test]
fn contexts_of_few_words() {
    /// Text, abstract syntaxes, role, transfer syntaxes, qualifier.
    type Row = (&'static str, &'static [&'static str], &'static str, &'static [&'static str], &'static str);
    let rows: &[Row] = &[
        ("Verification as SCP in uncompressed", &["Verification"], "SCP", &["uncompressed"], ""),
        ("A as SCU", &["A"], "SCU", &[], ""),
        ("A as BOTH (should)", &["A"], "BOTH", &[], "should"),
        ("A|B as SCU in C|D", &["A", "B"], "SCU", &["C", "D"], ""),
        ("Made in Rome as SCP in X", &["Made in Rome"], "SCP", &["X"], ""),
        ("Known as Foo as SCP in X", &["Known as Foo"], "SCP", &["X"], ""),
        ("A as SCP in B in C", &["A"], "SCP", &["B in C"], ""),
        ("A as SCP in B (Retired)", &["A"], "SCP", &["B (Retired)"], ""),
        ("A (Retired) as SCP in B (Retired) (no)", &["A (Retired)"], "SCP", &["B (Retired)"], "no"),
        ("A\n as SCP\n in B\n", &["A"], "SCP", &["B"], ""),
        ("RT Plan / Dose - 1 as SCU in B", &["RT Plan / Dose - 1"], "SCU", &["B"], ""),
    ];
    for (text, abstracts, role, transfers, qualifier) in rows {
        let context = Context::parse(text).unwrap();
        assert_eq!(values(&context.abstract_syntaxes), *abstracts, "{text}");
        assert_eq!(context.role.value, *role, "{text}");
        assert_eq!(values(&context.transfer_syntaxes), *transfers, "{text}");
        assert_eq!(context.qualifier.as_ref().map_or("", |part| part.value.as_str()), *qualifier, "{text}");
    }
}

#[test]
fn links() {
    // text, as it is written back, where target and direction stand
    let rows = [
        ("CT1 -> PACS push production", "CT1 -> PACS push production", "PACS", "push"),
        ("CT1->PACS PUSH", "CT1 -> PACS push", "PACS", "PUSH"),
        ("VIEWER -> north#WEB pull", "VIEWER -> north#WEB pull", "north#WEB", "pull"),
        (
            "\"CT 1\" -> north#\"Web 2\" BiDir Obsolete",
            "\"CT 1\" -> north#\"Web 2\" bidir obsolete",
            "north#\"Web 2\"",
            "BiDir",
        ),
        ("CT-1 -> push push", "CT-1 -> push push", "push", "push"),
    ];
    for (text, written, target, direction) in rows {
        let link = Link::parse(text).unwrap();
        assert_eq!(link.to_string(), written);
        assert_eq!((at(text, &link.target), at(text, &link.direction)), (target, direction));
    }
    let link = Link::parse("A -> north#\"B 2\" pull Approved").unwrap();
    assert_eq!(link.direction.value, "PULL");
    assert_eq!(link.status.unwrap().value, "approved");
    assert_eq!(link.target.value.entity, Part::new("B 2".to_owned(), 12..15));
}

#[test]
fn references() {
    let reference = Reference::parse("north#Web server").unwrap();
    assert_eq!(reference.document, Some(Part::new("north".to_owned(), 0..5)));
    assert_eq!(reference.entity, Part::new("Web server".to_owned(), 6..16));
    assert_eq!(Reference::parse(" \"a#b\" ").unwrap().entity, Part::new("a#b".to_owned(), 2..5));
}

#[test]
fn sequences() {
    let text = "Image Manager -> Storage AE: N-EVENT-REPORT-RQ\r\n\n  // aside\n# aside\nA --> A: C-STORE-RSP (Success): done\nNote over A, B b: keeps -> all\n";
    let (lines, errors) = messages(text);
    assert_eq!(errors, []);
    let written: Vec<_> = lines.iter().map(ToString::to_string).collect();
    assert_eq!(
        written,
        [
            "Image Manager -> Storage AE: N-EVENT-REPORT-RQ",
            "A --> A: C-STORE-RSP (Success): done",
            "note over A, B b: keeps -> all",
        ]
    );
    let SequenceLine::Message(message) = &lines[1] else { panic!("a note") };
    assert_eq!((message.arrow, at(text, &message.text)), (Arrow::Return, "C-STORE-RSP (Success): done"));
    assert_eq!(&text[message.range.clone()], "A --> A: C-STORE-RSP (Success): done");
    let SequenceLine::Note(note) = &lines[2] else { panic!("a message") };
    assert_eq!(note.over.iter().map(|actor| at(text, actor)).collect::<Vec<_>>(), ["A", "B b"]);
}

#[test]
fn codes() {
    let code = Code::parse("(113014, DCM, \"Study\")").unwrap();
    assert_eq!((code.value.value.as_str(), code.scheme.value.as_str()), ("113014", "DCM"));
    assert_eq!(code.meaning.unwrap().value, "Study");
    let code = Code::parse(" ( T-D0010 , SRT , Entire body (whole) ) ").unwrap();
    assert_eq!(code.value.range, 3..10);
    assert_eq!(code.meaning.unwrap().value, "Entire body (whole)");
    assert_eq!(Code::parse("(1, 99X, \"5\" disk\")").unwrap().meaning.unwrap().value, "5\" disk");
    assert_eq!(Code::parse("(1, 99X)").unwrap().meaning, None);
    for text in ["", "113014", "(113014)", "(113014, DCM", "113014 DCM Study", "(, DCM, \"Study\")"] {
        assert!(Code::parse(text).is_err(), "{text}");
    }
}

#[test]
fn fragments_of_sequences() {
    let text = "alt if it is full\n  LOOP for  every image\n  A -> B: x\n  end\nelse\nopt if asked\nend\nend\nloop -> B: y\n";
    let (lines, errors) = messages(text);
    assert_eq!(errors, []);
    let written: Vec<_> = lines.iter().map(ToString::to_string).collect();
    assert_eq!(
        written,
        [
            "alt if it is full",
            "loop for  every image",
            "A -> B: x",
            "end",
            "else",
            "opt if asked",
            "end",
            "end",
            "loop -> B: y"
        ]
    );
    let SequenceLine::Fragment(fragment) = &lines[1] else { panic!("no fragment") };
    assert_eq!(fragment.kind, FragmentKind::Loop);
    assert_eq!(fragment.guard.as_ref().map(|guard| at(text, guard)), Some("for  every image"));
}
