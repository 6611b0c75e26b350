//! Drawings of others: what stays of them, and what does not.

use std::time::{Duration, Instant};

use dicomply::document::{Image, Unfit};

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 90 30\">";
const SQUARE: &str = "<path d=\"M0 0h9v9z\"/>";

fn cleaned(inside: &str) -> Result<String, Unfit> {
    match Image::read(format!("{SVG}{inside}</svg>").into_bytes())? {
        Image::Svg(svg) => Ok(svg),
        other => panic!("{other:?}"),
    }
}

#[test]
fn shapes_and_their_colours_stay() {
    let drawing = "<style>.b{fill:#005a9c}</style><defs><linearGradient id=\"g\"><stop stop-color=\"#fff\"/>\
                   <stop offset=\"1\"/></linearGradient></defs><g class=\"b\" transform=\"scale(2)\"><rect width=\"9\" \
                   height=\"9\"/></g><circle cx=\"20\" cy=\"9\" r=\"4\" fill=\"url(#g)\"/>";
    let svg = cleaned(drawing).unwrap();
    assert!(svg.starts_with("<svg viewBox=\"0 0 90 30\" width=\"90\" height=\"30\" "), "{svg}");
    for part in ["fill=\"#005a9c\"", "<linearGradient id=\"picture-", "fill=\"url(#picture-", "<path"] {
        assert!(svg.contains(part), "{part} {svg}");
    }
    assert!(!svg.contains("style") && !svg.contains("class"), "{svg}");
}

#[test]
fn nothing_that_runs_or_loads_anything_stays() {
    let words = [
        "script",
        "alert",
        " on",
        "href",
        "foreign",
        "http:",
        "javascript",
        "animate",
        "style",
        "import",
        "iframe",
        "ENTITY",
        "url(",
    ];
    for hostile in [
        "<script>alert(1)</script>",
        "<script xlink:href=\"http://x/y.js\"/>",
        "<g onload=\"alert(1)\"><path d=\"M1 1h9v9z\" onclick=\"alert(1)\"/></g>",
        "<a xlink:href=\"javascript:alert(1)\"><path d=\"M1 1h9v9z\"/></a>",
        "<foreignObject width=\"9\" height=\"9\"><body xmlns=\"http://www.w3.org/1999/xhtml\"><iframe src=\"http://x\"/></body></foreignObject>",
        "<style>@import url(http://x/y.css); path{fill:url(http://x/z.svg#a)}</style>",
        "<rect width=\"9\" height=\"9\" fill=\"url(http://x/y.svg#z)\" style=\"background:url(http://x)\"/>",
        "<use xlink:href=\"http://x/y.svg#z\"/><use href=\"data:image/svg+xml,&lt;svg onload='alert(1)'/&gt;#x\"/>",
        "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/><set attributeName=\"onload\" to=\"alert(1)\"/>",
        "<filter id=\"f\"><feImage href=\"http://x/y.png\"/></filter><path d=\"M1 1h9v9z\" filter=\"url(#f)\"/>",
        "<handler xmlns:ev=\"http://www.w3.org/2001/xml-events\" ev:event=\"load\">alert(1)</handler>",
        "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title><desc>javascript:alert(1)</desc><metadata>http:</metadata>",
        "<path d=\"M1 1h9v9z\" clip-path=\"url(http://x#y)\" class=\"&quot;&gt;&lt;script&gt;\"/>",
    ] {
        let svg = cleaned(&format!("{SQUARE}{hostile}")).unwrap();
        let rest = svg.replacen("http://www.w3.org/2000/svg", "", 1).replace("url(#picture-", "");
        for word in words {
            assert!(!rest.contains(word), "{hostile}\nleaves `{word}` in\n{svg}");
        }
    }
}

#[test]
fn entities_are_not_taken_from_elsewhere() {
    let with = |subset: &str, inside: &str| {
        Image::read(format!("<!DOCTYPE svg [{subset}]>{SVG}{SQUARE}{inside}</svg>").into_bytes())
    };
    let file = with("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "<desc>&x;</desc>");
    assert!(file.is_err() || file.is_ok_and(|image| !format!("{image:?}").contains("root")));
    let laughs: String = (1..9)
        .map(|number| format!("<!ENTITY l{number} \"{}\">", format!("&l{};", number - 1).repeat(10)))
        .collect();
    let refused = with(&format!("<!ENTITY l0 \"<g/>\">{laughs}"), "&l8;").unwrap_err().fault;
    assert!(refused.starts_with("is not well-formed XML"), "{refused}");
}

#[test]
fn what_would_be_lost_is_refused() {
    for (inside, fault) in [
        ("<text y=\"9\">Acme</text>", "holds text, which would look different everywhere"),
        ("<image href=\"http://x/y.png\" width=\"9\" height=\"9\"/>", "shows a picture that is not in it"),
        ("<image xlink:href=\"/etc/passwd\"/>", "shows a picture that is not in it"),
        ("<image href=\"data:image/svg+xml;base64,AAAA\"/>", "shows a picture that is not in it"),
        ("<g id=\"&quot;&gt;&lt;b\"/>", "calls a part of it `\"><b`, which is no name"),
        ("", "draws nothing"),
        (
            "<path d=\"M18 14a10 0522222222222222 0 0 1 5 20\"/>",
            "draws something that lies far outside of it",
        ),
        (
            "<clipPath id=\"c\"><path d=\"M0 0h9000000v9z\"/></clipPath><g clip-path=\"url(#c)\"><path d=\"M0 0h9v9z\"/></g>",
            "draws something that lies far outside of it",
        ),
    ] {
        assert_eq!(cleaned(inside).unwrap_err().fault, fault, "{inside}");
    }
    for (file, fault) in [
        ("<svg", "is not well-formed XML"),
        ("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "is XML, and no SVG drawing"),
        ("\u{1F}", "is neither an SVG nor a PNG nor a JPEG file"),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\"/>", "does not say how large it is"),
    ] {
        let refused = Image::read(file.as_bytes().to_vec()).unwrap_err().fault;
        assert!(refused.starts_with(fault), "{refused}");
    }
    assert_eq!(Image::read(vec![0x1F, 0x8B, 8]).unwrap_err().fault, "is compressed, where plain SVG belongs");
    assert_eq!(Image::read(b"<svg>\xFF</svg>".to_vec()).unwrap_err().fault, "is not in UTF-8");
}

#[test]
fn drawings_made_to_be_expensive_are_answered_soon() {
    let nested = |name: &str, count: usize| {
        format!("{}{}", format!("<{name}>").repeat(count), format!("</{name}>").repeat(count))
    };
    let doubled: String = (1..60)
        .map(|number| {
            let copy = format!("<use href=\"#c{}\"/>", number - 1);
            format!("<g id=\"c{number}\">{}</g>", copy.repeat(8))
        })
        .collect();
    let circle = "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>";
    let masks: String = (1..200)
        .map(|number| {
            format!("<mask id=\"m{number}\" mask=\"url(#m{})\"><path d=\"M0 0h9v9z\"/></mask>", number - 1)
        })
        .collect();
    for inside in [
        nested("g", 5_000),
        nested("svg", 90),
        format!("<defs><path id=\"c0\" d=\"M0 0h9v9z\"/></defs>{doubled}"),
        circle.to_owned(),
        format!("{masks}<path d=\"M0 0h9v9z\" mask=\"url(#m199)\"/>"),
        "<g/>".repeat(100_000),
        format!("<path d=\"{}\"/>", "M0 0h9v9z".repeat(100_000)),
    ] {
        let start = Instant::now();
        let _ = cleaned(&inside);
        assert!(start.elapsed() < Duration::from_secs(10), "{}", &inside[..60]);
    }
}
