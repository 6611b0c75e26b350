//! Texts that would like to be more than text, in every text of a document: no script, no element, no link and no cell
//! comes of them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;

use dicomply::document::Document;
use dicomply::model::{Content, visit_texts};
use dicomply::render::{self, Options, html, markdown};
use dicomply::source::{Input, Reading, read};
use pulldown_cmark::{Event, LinkType, Parser, Tag};
use serde_yaml::Value;

use crate::bless::root;
use crate::browser;

/// Each tells of itself where it is taken for more than text: it sets `hostile`, loads something, or is an element.
const TEXTS: &[&str] = &[
    "<script>top.hostile = 1</script>",
    "</script><script>top.hostile = 1</script>",
    "</style><script>top.hostile = 1</script>",
    "</title><script>top.hostile = 1</script>",
    "--><script>top.hostile = 1</script><!--",
    "]]><script>top.hostile = 1</script>",
    "<img src=x onerror=\"top.hostile = 1\">",
    "<svg onload=\"top.hostile = 1\"><script>top.hostile = 1</script></svg>",
    "<iframe srcdoc=\"<script>top.hostile = 1</script>\"></iframe>",
    "<details open ontoggle=\"top.hostile = 1\">x</details>",
    "<a href=\"javascript:top.hostile = 1\">x</a>",
    "[x](javascript:top.hostile=1) [y](JaVaScript&colon;top.hostile=1) [z](vbscript:x) [d](data:text/html,x)",
    "![x](http://hostile.example/x.png) ![y](x.png \"onerror=top.hostile=1\")",
    "[x]: javascript:top.hostile=1\n\n[x] <javascript:top.hostile=1>",
    "\" onmouseover=\"top.hostile=1\" autofocus onfocus=\"top.hostile=1\" x=\"",
    "' onmouseover='top.hostile=1' x='",
    "`<script>top.hostile = 1</script>`` <b>",
    "{{ product.name }} {% for x in [1] %}{{ x }}{% endfor %} {* x *} {{ __tera_context }}",
    "<!-- figure: id=\"logo\" --> <!-- page-break -->",
    "a | b | c \\| d \\\\| e",
    "x\n\n| a | b |\n|---|---|\n| c | d | e |\n\n| f",
    "^^",
    "<<",
    "one\n\n# Heading {#_main}\n\ntwo\n***\n",
    "a\u{202E}b\u{2066}c\u{2069}\u{200F}\u{202D}",
    "nul\u{0}bell\u{7}esc\u{1b}[31mdel\u{7f}",
    "=HYPERLINK(\"http://hostile.example\") +1 -1 @x\t=1",
    "@import url(http://hostile.example); } * { background: url(http://hostile.example) } \\",
    "&lt;script&gt; &#60;script&#62; &amp;lt; &#x3c;img&#x3e; &colon; &NewLine;",
    "\u{E03C}script\u{E03E} \u{FFFE} \u{E083}",
    "<base href=\"http://hostile.example/\"><meta http-equiv=refresh content=\"0;url=http://hostile.example\">",
    "<form action=\"http://hostile.example\"><input autofocus onfocus=\"top.hostile=1\">",
    "$(top.hostile) ${top.hostile} `${top.hostile}`",
];

/// A document in which any text may stand at some places.
struct Form {
    document: Value,
    /// The places, as the keys and positions that lead there.
    places: Vec<Vec<Step>>,
}

#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Index(usize),
}

fn reading(document: &Value) -> Reading {
    let text = serde_yaml::to_string(document).unwrap();
    read(vec![Input { path: "hostile.yaml".to_owned(), bytes: text.into_bytes() }], &|_: &str| None)
}

impl Form {
    /// The document of a case, with all places that take a text which is no word, no name and no number.
    fn of(path: &str) -> Self {
        let document: Value = serde_yaml::from_str(&fs::read_to_string(root().join(path)).unwrap()).unwrap();
        let mut texts = HashSet::new();
        let whole = reading(&document);
        let mut visit = |text: &dicomply::model::Text<'_>| {
            if text.list.is_empty() && !text.is_key {
                texts.insert(text.text.to_owned());
            }
        };
        match &whole.project.documents[0].content {
            Content::Statement(statement) => visit_texts(&**statement, &mut visit),
            Content::Site(site) => visit_texts(&**site, &mut visit),
            other => panic!("{path} is {other:?}"),
        }
        let mut places: Vec<Vec<Step>> = Vec::new();
        collect(&document, &texts, &mut Vec::new(), &mut places);
        let mut form = Self { document, places: Vec::new() };
        form.take(&places, whole.findings.len());
        form
    }

    /// Takes those of some places where any text may stand. What is read as something else, such as a UID or a tag, is
    /// refused before anything is made of it.
    fn take(&mut self, places: &[Vec<Step>], most: usize) {
        let mut changed = self.document.clone();
        for place in places {
            *at(&mut changed, place) = Value::String("<b>|x".to_owned());
        }
        if reading(&changed).findings.len() <= most {
            self.places.extend_from_slice(places);
        } else if places.len() > 1 {
            let (one, other) = places.split_at(places.len() / 2);
            self.take(one, most);
            self.take(other, most);
        }
    }

    /// The document with hostile texts, one after another from this one on.
    fn filled(&self, first: usize) -> Value {
        let mut document = self.document.clone();
        for (place, text) in self.places.iter().zip(TEXTS.iter().cycle().skip(first)) {
            *at(&mut document, place) = Value::String((*text).to_owned());
        }
        document
    }

    /// The document with harmless texts.
    fn harmless(&self) -> Value {
        let mut document = self.document.clone();
        for (number, place) in self.places.iter().enumerate() {
            *at(&mut document, place) = Value::String(format!("harmless {number}"));
        }
        document
    }
}

fn collect(value: &Value, texts: &HashSet<String>, path: &mut Vec<Step>, places: &mut Vec<Vec<Step>>) {
    match value {
        Value::String(text) if texts.contains(text) => places.push(path.clone()),
        Value::Sequence(elements) => {
            for (index, element) in elements.iter().enumerate() {
                path.push(Step::Index(index));
                collect(element, texts, path, places);
                path.pop();
            }
        }
        Value::Mapping(entries) => {
            for (key, element) in entries {
                let Some(key) = key.as_str() else { continue };
                path.push(Step::Key(key.to_owned()));
                collect(element, texts, path, places);
                path.pop();
            }
        }
        _ => {}
    }
}

fn at<'v>(value: &'v mut Value, path: &[Step]) -> &'v mut Value {
    path.iter().fold(value, |value, step| match step {
        Step::Key(key) => value.as_mapping_mut().unwrap().get_mut(key.as_str()).unwrap(),
        Step::Index(index) => &mut value.as_sequence_mut().unwrap()[*index],
    })
}

fn tree(document: &Value) -> Document {
    let reading = reading(document);
    assert!(
        reading.findings.iter().all(|finding| finding.rule != "malformed-yaml"),
        "{:?}",
        reading.findings.first()
    );
    render::render(&reading.project.documents[0], &Options::default()).unwrap().0
}

/// Where the rotation of the texts begins, as often as time allows: all of them stand at many places, and after as many
/// rounds as there are texts everyone at all places.
fn starts() -> impl Iterator<Item = usize> {
    (0..crate::reading::rounds(3)).map(|round| round * 7 % TEXTS.len())
}

/// Both kinds of documents that are rendered.
fn forms() -> Vec<Form> {
    let forms = ["tests/cases/render/documents/everything.yaml", "examples/hospital/main.yaml"].map(Form::of);
    assert!(forms[0].places.len() > 200, "{}", forms[0].places.len());
    assert!(forms[1].places.len() > 20, "{}", forms[1].places.len());
    forms.into_iter().collect()
}

/// The names of the elements of a page, with the names of their attributes.
fn elements(page: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for piece in page.split('<').skip(1).filter(|piece| piece.starts_with(char::is_alphabetic)) {
        let tag = piece.split('>').next().unwrap();
        let name = tag.split_whitespace().next().unwrap();
        names.insert(name.to_owned());
        let unquoted = tag.split('"').step_by(2).collect::<String>();
        let attributes = unquoted.split_whitespace().skip(1).filter_map(|part| part.split('=').next());
        names.extend(attributes.map(|attribute| format!("{name} {attribute}")));
    }
    names
}

/// What prose may be on top of what a page of harmless texts has.
const OF_PROSE: &[&str] = &[
    "a",
    "a class",
    "a href",
    "a id",
    "a rel",
    "ol start",
    "span",
    "span class",
    "td rowspan",
    // A system with several entities.
    "th rowspan",
    "th class",
    "th colspan",
    "blockquote",
    "code",
    "em",
    "h3",
    "hr",
    "ol",
    "p",
    "pre",
    "pre tabindex",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "th scope",
    "thead",
    "tr",
    "ul",
    "li",
    "br",
    "div",
    "div class",
    "div tabindex",
    "td colspan",
    "td class",
    "p class",
    "table class",
    "col",
    "col style",
    "colgroup",
    "wbr",
];

#[test]
fn pages_have_no_element_that_nobody_meant() {
    for form in forms() {
        let mut known = elements(&html::write(&tree(&form.harmless())));
        known.extend(OF_PROSE.iter().map(|name| (*name).to_owned()));
        for first in starts() {
            let page = html::write(&tree(&form.filled(first)));
            let found = elements(&page);
            let unknown: Vec<_> = found.difference(&known).collect();
            assert!(unknown.is_empty(), "{first}: {unknown:?}");
            // The page of a site has its register in an element of its own, as text that nothing runs.
            let scripts = if page.contains("id=\"_register\"") { 3 } else { 2 };
            assert_eq!(page.matches("<script").count(), scripts, "{first}");
            assert_eq!(page.matches("<style").count(), 1, "{first}");
            assert!(!page.contains('\0'), "{first}");
        }
    }
}

/// A site whose names are hostile: they stand in tables, in drawings and in the register of the page.
pub(crate) fn site_of_hostile_names() -> String {
    let mut site = Value::Mapping(serde_yaml::Mapping::new());
    let entity = |number: usize| format!("{{ae_title: T{number}, role: BOTH, host: h{number}, port: 104}}");
    let mut entities = serde_yaml::Mapping::new();
    let mut links = Vec::new();
    // `<<` is no name: it merges mappings.
    for (number, text) in TEXTS.iter().enumerate().filter(|(_, text)| **text != "<<") {
        entities.insert(Value::String((*text).to_owned()), serde_yaml::from_str(&entity(number)).unwrap());
        let [source, target] = [*text, TEXTS[0]].map(|end| Value::String(end.to_owned()));
        let mut link: serde_yaml::Mapping =
            serde_yaml::from_str("{direction: PUSH, status: production}").unwrap();
        link.insert("source".into(), source);
        link.insert("target".into(), target);
        links.push(Value::Mapping(link));
    }
    let document = site.as_mapping_mut().unwrap();
    document.insert("dicomply".into(), 1.into());
    document.insert("kind".into(), "site".into());
    document.insert("organization".into(), TEXTS[0].into());
    document.insert("application_entities".into(), Value::Mapping(entities));
    document.insert("links".into(), Value::Sequence(links));
    serde_yaml::to_string(&site).unwrap()
}

#[test]
fn names_of_a_site_are_text_on_its_page() {
    let document: Value = serde_yaml::from_str(&site_of_hostile_names()).unwrap();
    let page = html::write(&tree(&document));
    assert_eq!(page.matches("<script").count(), 3);
    assert_eq!(page.matches("</script").count(), 3);
    let (_, register) = page.split_once("id=\"_register\">").unwrap();
    let (register, _) = register.split_once("</script>").unwrap();
    let register: serde_json::Value = serde_json::from_str(register).unwrap();
    let names: Vec<&str> =
        register["entities"].as_array().unwrap().iter().map(|entity| entity[0].as_str().unwrap()).collect();
    let Content::Site(site) = &reading(&document).project.documents[0].content.clone() else {
        panic!("no site")
    };
    assert_eq!(names, site.application_entities.keys().collect::<Vec<_>>());
    assert!(names.len() > 25, "{names:?}");
}

/// How many bars of a line divide cells: to GitHub each one with a backslash before it is a part of the text.
fn cells(line: &str) -> usize {
    let mut cells = 0;
    let mut is_escaped = false;
    for letter in line.chars() {
        cells += usize::from(letter == '|' && !is_escaped);
        is_escaped = letter == '\\';
    }
    cells
}

#[test]
fn markdown_keeps_its_tables_and_has_no_html_of_the_input() {
    for form in forms() {
        let allowed = |text: &str| {
            let tag = text.trim().trim_start_matches(['<', '/']);
            let name = tag.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
            ["a", "br", "em", "strong", "sup", "!"].contains(&name) || text.trim() == "<!-- -->"
        };
        for first in starts() {
            let text = markdown::write(&tree(&form.filled(first)));
            let mut columns = None;
            for line in text.lines() {
                let line = line.trim_start();
                let count = line.starts_with('|').then(|| cells(line));
                if let (Some(count), Some(columns)) = (count, columns) {
                    assert_eq!(count, columns, "{first}: {line}");
                }
                columns = count;
            }
            let options = pulldown_cmark::Options::ENABLE_TABLES | pulldown_cmark::Options::ENABLE_GFM;
            for event in Parser::new_ext(&text, options) {
                match event {
                    Event::Html(html) | Event::InlineHtml(html) => {
                        assert!(allowed(&html), "{first}: {html}");
                        // An address in the document may have the words of a heading, and nothing else.
                        let is_address = html.starts_with("<a id=\"") && html.matches('"').count() == 2;
                        assert!(is_address || !html.contains("hostile"), "{first}: {html}");
                    }
                    Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                        let known = ["http://", "https://", "mailto:", "#"];
                        let is_known = known.iter().any(|start| dest_url.starts_with(start));
                        assert!(is_known || link_type == LinkType::Email, "{dest_url}");
                    }
                    Event::Start(Tag::Image { dest_url, .. }) => panic!("{first}: shows {dest_url}"),
                    _ => {}
                }
            }
        }
    }
}

/// What a browser is asked about pages in frames; the answer stands in the wrapper's body.
const QUESTIONS: &str = "
<script>
  window.addEventListener('load', () => setTimeout(() => {
    const answer = [];
    if (window.hostile) answer.push('a script has run');
    const frames = [...document.querySelectorAll('iframe')];
    for (const [number, frame] of frames.entries()) {
      const page = frame.contentDocument;
      const say = (text) => answer.push(number + ': ' + text);
      if (page.querySelectorAll('script').length !== (page.getElementById('_register') ? 3 : 2)) say('scripts');
      if (page.querySelectorAll('style').length !== 1) say('styles');
      const foreign = page.querySelectorAll('iframe, object, embed, base, form:not(.asks form), link, body img, video, audio, image, foreignObject, template');
      for (const element of foreign) say('element ' + element.localName);
      for (const element of page.querySelectorAll('*')) {
        for (const attribute of element.attributes) {
          if (attribute.name.startsWith('on')) say('handler ' + attribute.name);
          const isAddress = ['href', 'src', 'action', 'xlink:href'].includes(attribute.name);
          if (isAddress && !/^(https?:|mailto:|#)/.test(attribute.value)) say('address ' + attribute.value);
        }
      }
      const loaded = frame.contentWindow.performance.getEntriesByType('resource').map((entry) => entry.name);
      if (loaded.length) say('loads ' + loaded.join(' '));
      if (!page.querySelector('h1')) say('no page');
    }
    document.body.innerText = 'answer[' + frames.length + ' pages; ' + answer.join('; ') + ']';
  }, 500));
</script>";

#[test]
fn nothing_runs_and_nothing_is_loaded_in_a_browser() {
    if !browser::is_wanted() {
        return;
    }
    let folder = browser::folder("hostile");
    let mut frames = String::new();
    let mut count = 0;
    for (number, form) in forms().iter().enumerate() {
        for first in starts() {
            let page = folder.join(format!("page-{number}-{first}.html"));
            fs::write(&page, html::write(&tree(&form.filled(first)))).unwrap();
            frames += &format!("<iframe src='file://{}'></iframe>\n", page.display());
            count += 1;
        }
    }
    let wrapper = folder.join("wrapper.html");
    fs::write(&wrapper, format!("<!DOCTYPE html><body>{frames}{QUESTIONS}")).unwrap();
    let arguments = [
        "--virtual-time-budget=20000".to_owned(),
        "--dump-dom".to_owned(),
        format!("file://{}", wrapper.display()),
    ];
    let shown = browser::browse(&folder.join("profile"), &arguments);
    let answer = shown.split("answer[").nth(1).and_then(|rest| rest.split(']').next());
    assert_eq!(answer, Some(format!("{count} pages; ").as_str()));
}

/// What the form of a case is filled with says something at every place.
#[test]
fn every_place_of_a_form_takes_a_text() {
    let mut places = BTreeMap::new();
    for form in forms() {
        for place in &form.places {
            if let Some(Step::Key(key)) = place.iter().rev().find(|step| matches!(step, Step::Key(_))) {
                *places.entry(key.clone()).or_insert(0) += 1;
            }
        }
    }
    for key in ["description", "name", "behavior", "vendor", "overview", "organization"] {
        assert!(places.contains_key(key), "{key} of {places:?}");
    }
}
