//! The documents in a browser: on a wide screen, on a narrow one, on paper. Needs `chromium` and `pdftotext`.
//!
//! Skipped, and said so, unless `DICOMPLY_E2E=1`.

mod changes;
mod comparison;
mod matrix;
mod report;
mod requirements;
mod site;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::bless::{files, shown};

/// What a browser is asked about a page; the answer stands in the wrapper's body.
const QUESTIONS: &str = "
<script>
  const frame = document.querySelector('iframe');
  const answer = [];
  const say = (text) => answer.push(text);
  frame.contentWindow.addEventListener('error', (event) => say('script error: ' + event.message));
  window.addEventListener('load', () => {
    const page = frame.contentDocument;
    for (const fold of page.querySelectorAll('main > details, .group, .page, .table')) fold.open = true;
    for (const part of page.querySelectorAll('.finding')) {
      part.style.contentVisibility = 'visible';
      if (part.scrollWidth > part.clientWidth) say(`a finding needs ${part.scrollWidth} pixels of ${part.clientWidth}`);
    }
    const width = frame.clientWidth;
    const needed = page.documentElement.scrollWidth;
    if (needed > width) say(`the page needs ${needed} pixels of ${width}`);
    const ids = [...page.querySelectorAll('[id]')].map((element) => element.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (twice.length) say('ids that stand twice: ' + twice.join(' '));
    const known = new Set(ids);
    for (const link of page.querySelectorAll('a[href^=\"#\"]')) {
      const target = decodeURIComponent(link.getAttribute('href').slice(1));
      // `name=value` is the state of a view.
      if (target && !target.includes('=') && !known.has(target)) say('a link leads nowhere: #' + target);
    }
    const loaded = frame.contentWindow.performance.getEntriesByType('resource').map((entry) => entry.name);
    if (loaded.length) say('the page loads ' + loaded.join(' '));
    if (!page.querySelector('h1')) say('the page has no title');
    document.body.innerText = 'answer[' + answer.join('; ') + ']';
  });
</script>";

/// The browser that is there.
fn browser() -> Option<&'static str> {
    let is_there = |name: &&str| {
        Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success())
    };
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find(is_there)
}

pub(crate) fn is_wanted() -> bool {
    let is_wanted = std::env::var("DICOMPLY_E2E").is_ok_and(|value| value == "1");
    if !is_wanted {
        println!("skipped: needs a browser; DICOMPLY_E2E=1 runs it");
    }
    is_wanted
}

/// A fresh folder for what a test makes.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The examples as HTML.
fn rendered(folder: &Path) -> Vec<PathBuf> {
    let is_document = |file: &PathBuf| {
        file.extension().is_some_and(|end| end == "yaml") && !shown(file).contains("/requirements/")
    };
    let examples = files("examples").into_iter().filter(is_document);
    let mut command = Command::new(env!("CARGO_BIN_EXE_dicomply"));
    let output = command.arg("render").args(examples).arg("--output").arg(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let pages = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> = pages.filter(|page| page.extension().is_some_and(|end| end == "html")).collect();
    pages.sort();
    assert!(pages.len() >= 5, "{pages:?}");
    pages
}

/// Runs the browser and returns what it prints.
pub(crate) fn browse(profile: &Path, arguments: &[String]) -> String {
    String::from_utf8_lossy(&run(profile, arguments).stdout).into_owned()
}

fn run(profile: &Path, arguments: &[String]) -> Output {
    Command::new(browser().expect("chromium is installed"))
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
        ])
        .args(["--disable-component-update", "--disable-sync", "--allow-file-access-from-files"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(arguments)
        .output()
        .unwrap()
}

/// What is wrong with a page that is shown this wide.
fn complaints(page: &Path, width: u32, folder: &Path) -> String {
    let wrapper = folder.join(format!("wrapper-{width}.html"));
    let frame = format!(
        "<iframe src='file://{}' style='border:0;width:{width}px;height:900px'></iframe>",
        page.display()
    );
    fs::write(&wrapper, format!("<!DOCTYPE html><body style='margin:0'>{frame}{QUESTIONS}")).unwrap();
    let arguments = [
        "--virtual-time-budget=5000".to_owned(),
        "--dump-dom".to_owned(),
        format!("file://{}", wrapper.display()),
    ];
    let shown = browse(&folder.join("profile"), &arguments);
    let answer = shown.split("answer[").nth(1).and_then(|rest| rest.split(']').next());
    answer.map_or_else(|| format!("the browser says nothing: {shown}"), str::to_owned)
}

#[test]
fn pages_fit_wide_and_narrow_screens() {
    if !is_wanted() {
        return;
    }
    let folder = folder("screens");
    let mut faults = Vec::new();
    for page in rendered(&folder) {
        for width in [1400, 400] {
            let said = complaints(&page, width, &folder);
            if !said.is_empty() {
                faults.push(format!("{} at {width} px: {said}", page.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn pages_print_whole() {
    if !is_wanted() {
        return;
    }
    let folder = folder("paper");
    for page in rendered(&folder) {
        let pdf = page.with_extension("pdf");
        let arguments = [
            "--no-pdf-header-footer".to_owned(),
            format!("--print-to-pdf={}", pdf.display()),
            format!("file://{}", page.display()),
        ];
        browse(&folder.join("profile"), &arguments);
        let text = Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output().unwrap();
        let text = String::from_utf8_lossy(&text.stdout).into_owned();
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        let printed = squeezed(&text);
        for heading in headings(&fs::read_to_string(&page).unwrap()) {
            assert!(printed.contains(&squeezed(&heading)), "{}: `{heading}` is not printed", page.display());
        }
    }
}

/// The headings of a page, as plain text.
fn headings(html: &str) -> Vec<String> {
    let mut headings = Vec::new();
    for level in ["h1", "h2", "h3"] {
        for part in html.split(&format!("<{level}")).skip(1) {
            let Some(inner) = part.split_once('>').map(|(_, rest)| rest) else { continue };
            let inner = inner.split(&format!("</{level}>")).next().unwrap_or_default();
            let text: String = inner
                .split('<')
                .enumerate()
                .map(
                    |(n, part)| if n == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) },
                )
                .collect();
            headings.push(
                text.replace("&amp;", "&")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'"),
            );
        }
    }
    headings
}
