//! The page of a site in a browser: filters, pages of entities, and a topology that can be asked and drawn larger.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::report::{holds, opened};
use super::{browse, complaints, folder, is_wanted};
use crate::bless::root;
use crate::hostile::site_of_hostile_names;

fn rendered(site: &Path, folder: &Path) -> PathBuf {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dicomply"));
    let output = command.arg("render").arg(site).arg("--output").arg(folder).output().unwrap();
    // With errors in the document the page is written too.
    let code = output.status.code();
    assert!(matches!(code, Some(0 | 1)), "{}", String::from_utf8_lossy(&output.stderr));
    folder.join(site.with_extension("html").file_name().unwrap())
}

/// What is done on the page, a line of script at a time, and what is to be seen then. `page` is its document.
const STEPS: &[(&str, &str)] = &[
    // Filters: rows, boxes and lines that do not pass step back, and the address says so.
    ("form.elements.status.value = 'deprecated'; change()", ""),
    ("say(view.location.hash)", "#status=deprecated"),
    ("say(rows('table-links-production').length)", "0"),
    ("say(rows('table-links-deprecated').length > 0)", "true"),
    ("say(page.querySelectorAll('g[data-link].faint').length > 5)", "true"),
    ("say(page.querySelector('.asks output').textContent.includes(' of 25 links'))", "true"),
    // Search.
    ("form.elements.status.value = ''; form.elements.q.value = 'xa1'; change()", ""),
    ("say(view.location.hash)", "#q=xa1"),
    ("say(rows('table-inventory').map((row) => row.cells[0].textContent).join())", "XA1"),
    ("form.querySelector('button').click()", ""),
    ("say(view.location.hash + rows('table-inventory').length)", "16"),
    // A page of one entity, and the way back.
    (
        "[...page.querySelectorAll('#table-inventory a.ae')].find((link) => link.textContent === 'PACS').click()",
        "",
    ),
    ("say(view.location.hash)", "#ae=PACS"),
    ("say(page.querySelector('.entity h2').textContent)", "PACS"),
    ("say(page.querySelector('.entity').innerText.includes('SE_PACS'))", "true"),
    (
        "say([...page.querySelectorAll('.entity li')].some((item) => item.textContent.startsWith('CT1 → PACS')))",
        "true",
    ),
    ("say(page.getElementById('table-inventory').checkVisibility())", "false"),
    ("[...page.querySelectorAll('.entity a.ae')].find((link) => link.textContent === 'CT1').click()", ""),
    ("say(page.querySelector('.entity h2').textContent)", "CT1"),
    ("page.querySelector('.entity .back').click()", ""),
    ("say(page.getElementById('table-inventory').checkVisibility())", "true"),
    // The topology: a box, a line, larger and as it was.
    (
        "press([...page.querySelectorAll('g[data-entity]')].find((box) => box.getAttribute('aria-label') === 'VIEWER'))",
        "",
    ),
    ("say(page.querySelector('.turn output').textContent)", "VIEWER· 2 links"),
    ("say(page.querySelectorAll('.way.picked').length)", "2"),
    ("press(page.querySelector('.way[data-way=\"0\"]'))", ""),
    ("say(page.querySelectorAll('.way.picked').length)", "1"),
    ("say(page.querySelectorAll('#_main [id^=table-links] tr.picked').length)", "1"),
    ("width = svg.getBoundingClientRect().width; page.querySelector('[aria-label=Larger]').click()", ""),
    ("say(Math.round(100 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))", "125"),
    ("page.querySelector('[aria-label=\"As it was\"]').click()", ""),
    ("say(svg.getBoundingClientRect().width === width && !page.querySelector('.picked'))", "true"),
    ("say(page.documentElement.scrollWidth <= view.innerWidth)", "true"),
];

/// The same on the page of a large site, of whose long tables a part is shown at a time.
const STEPS_OF_MANY: &[(&str, &str)] = &[
    ("say(rows('table-inventory').length + ' ' + part('table-inventory'))", "100 1–100 of 700 rows"),
    ("page.querySelector('[aria-label=\"Later rows\"]').click()", ""),
    (
        "say(rows('table-inventory')[0].cells[0].textContent + ' ' + part('table-inventory'))",
        "AE100 101–200 of 700 rows",
    ),
    ("form.elements.q.value = 'ae69'; change()", ""),
    (
        "say(rows('table-inventory').map((row) => row.cells[0].textContent).join())",
        "AE69,AE690,AE691,AE692,AE693,AE694,AE695,AE696,AE697,AE698,AE699",
    ),
    ("say(part('table-inventory'))", "11 of 700 rows"),
    // What is out of sight follows.
    ("say(rows('table-links-production').every((row) => /AE69/.test(row.textContent)))", "true"),
    ("form.querySelector('button').click()", ""),
    ("page.querySelector('[aria-label=\"All rows\"]').click()", ""),
    ("say(rows('table-inventory').length)", "700"),
    ("view.location.hash = '#ae=AE699'", ""),
    ("say(page.querySelector('.entity h2').textContent)", "AE699"),
    ("say(page.querySelector('.entity').textContent.includes('T699'))", "true"),
    ("page.querySelector('.entity .back').click()", ""),
    ("say(page.getElementById('table-inventory').checkVisibility())", "true"),
    ("say(page.documentElement.scrollWidth <= view.innerWidth)", "true"),
];

/// A site with so many rows that its page does not show them all at once.
fn large_site() -> String {
    let mut site = String::from("dicomply: 1\nkind: site\norganization: Large\napplication_entities:\n");
    for number in 0..700 {
        let role = if number < 10 { "SCP" } else { "SCU" };
        let (host, modality) = (format!("10.0.{}.{}", number / 200, number % 200), ["CT", "MR"][number % 2]);
        writeln!(
            site,
            "  AE{number}: {{ae_title: T{number}, role: {role}, host: {host}, port: 104, modality: {modality}}}"
        )
        .unwrap();
    }
    site.push_str("links:\n");
    for number in 10..700 {
        for target in 0..4 {
            writeln!(site, "  - AE{number} -> AE{target} push production").unwrap();
        }
    }
    site
}

/// What the page answers to each step.
fn answers(steps: &[(&str, &str)], page: &Path, width: u32, folder: &Path) -> Vec<String> {
    let steps: Vec<String> = steps.iter().map(|(step, _)| format!("() => {{ {step} }}")).collect();
    let wrapper = folder.join(format!("steps-{width}.html"));
    let text = format!(
        "<!DOCTYPE html><body><iframe src='file://{}' style='border:0;width:{width}px;height:900px'></iframe><script>
        const frame = document.querySelector('iframe'), answers = [];
        let said = '', width = 0;
        const say = (text) => {{ said += text; }};
        window.addEventListener('load', async () => {{
          const view = frame.contentWindow, page = frame.contentDocument;
          view.addEventListener('error', (event) => say('script error: ' + event.message));
          const form = page.querySelector('.asks form'), svg = page.querySelector('figure svg');
          const change = () => form.dispatchEvent(new view.Event('input', {{ bubbles: true }}));
          const press = (mark) => mark.dispatchEvent(new view.MouseEvent('click', {{ bubbles: true }}));
          const part = (id) => page.getElementById(id).closest('.frame').previousElementSibling.querySelector('span').textContent;
          const rows = (id) => [...page.getElementById(id).tBodies[0].rows].filter((row) => !row.classList.contains('out'));
          for (const step of [{}]) {{
            said = '';
            try {{ step(); }} catch (error) {{ say(error); }}
            await new Promise((done) => setTimeout(done, 60));
            answers.push(said);
          }}
          document.body.innerText = 'answer[' + answers.join('¦') + ']';
        }});
        </script>",
        page.display(),
        steps.join(", ")
    );
    fs::write(&wrapper, text).unwrap();
    let arguments = [
        "--virtual-time-budget=10000".to_owned(),
        "--dump-dom".to_owned(),
        format!("file://{}", wrapper.display()),
    ];
    let shown = browse(&folder.join("profile"), &arguments);
    let answer = shown.split("answer[").nth(1).and_then(|rest| rest.rsplit_once(']'));
    let (answer, _) = answer.unwrap_or_else(|| panic!("the browser says nothing: {shown}"));
    answer.split('¦').map(|text| text.replace("&amp;", "&")).collect()
}

#[test]
fn a_site_is_filtered_searched_and_asked() {
    if !is_wanted() {
        return;
    }
    let folder = folder("site");
    let page = rendered(&root().join("examples/hospital/main.yaml"), &folder);
    for width in [1400, 400] {
        holds_steps(STEPS, &page, width, &folder);
    }
    let (_, said) = opened(&page, "#ae=PACS", &folder);
    assert!(said.is_empty(), "{said:?}");
    holds(&page, &folder);
}

fn holds_steps(steps: &[(&str, &str)], page: &Path, width: u32, folder: &Path) {
    let answers = answers(steps, page, width, folder);
    for ((step, expected), answer) in steps.iter().zip(&answers) {
        assert_eq!(answer, expected, "{step} at {width} px");
    }
    assert_eq!(answers.len(), steps.len());
}

#[test]
fn of_a_large_site_a_part_is_shown_and_all_is_printed() {
    if !is_wanted() {
        return;
    }
    let folder = folder("large-site");
    let site = folder.join("large.yaml");
    fs::write(&site, large_site()).unwrap();
    let page = rendered(&site, &folder);
    for width in [1400, 400] {
        holds_steps(STEPS_OF_MANY, &page, width, &folder);
    }
    let text = printed(&page, &folder);
    let squeezed: String = text.split_whitespace().collect();
    for number in [10, 350, 699] {
        assert!(squeezed.contains(&format!("AE{number}T{number}SCU")), "AE{number} is not printed");
    }
    assert_eq!(rows_without_script(&page, &folder), "700 AE699");
}

/// Where no script runs, the page is the plain document: how many rows the inventory has, and the last name in it.
fn rows_without_script(page: &Path, folder: &Path) -> String {
    let wrapper = folder.join("sandbox.html");
    let text = format!(
        "<!DOCTYPE html><body><iframe sandbox='allow-same-origin' src='file://{}'></iframe><script>
        window.addEventListener('load', () => {{
          const rows = document.querySelector('iframe').contentDocument.querySelectorAll('#table-inventory tbody tr');
          document.body.innerText = `answer[${{rows.length}} ${{[...rows].at(-1)?.cells[0].textContent}}]`;
        }});
        </script>",
        page.display()
    );
    fs::write(&wrapper, text).unwrap();
    let shown =
        browse(&folder.join("profile"), &["--dump-dom".to_owned(), format!("file://{}", wrapper.display())]);
    let answer = shown.split("answer[").nth(1).and_then(|rest| rest.split(']').next());
    answer.unwrap_or_else(|| panic!("the browser says nothing: {shown}")).to_owned()
}

/// What a browser prints of a page.
fn printed(page: &Path, folder: &Path) -> String {
    let pdf = page.with_extension("pdf");
    let arguments = [format!("--print-to-pdf={}", pdf.display()), format!("file://{}", page.display())];
    browse(&folder.join("profile"), &arguments);
    let text = Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output().unwrap();
    String::from_utf8_lossy(&text.stdout).into_owned()
}

#[test]
fn nothing_of_a_site_runs_on_its_page_and_it_fits() {
    if !is_wanted() {
        return;
    }
    let folder = folder("hostile-site");
    let site = folder.join("hostile.yaml");
    fs::write(&site, site_of_hostile_names()).unwrap();
    let page = rendered(&site, &folder);
    for fragment in ["", "#ae=%3Cscript%3Etop.hostile+%3D+1%3C%2Fscript%3E"] {
        let (shown, said) = opened(&page, fragment, &folder);
        assert!(said.is_empty(), "{fragment}: {said:?}");
        assert!(shown.contains("<details class=\"asks\""), "our own script did not run");
        assert!(!fragment.contains("ae=") || shown.contains("class=\"entity\""), "no page of an entity");
    }
    for width in [1400, 400] {
        assert_eq!(complaints(&page, width, &folder), "", "at {width} px");
    }
}
