//! The page of a site: its policy names what runs on it.

use dicomply::render::{self, Options, html};
use dicomply::source::{Input, read};

use super::sha256::digest;
use crate::bless::Drift;

#[test]
fn the_policy_names_the_scripts_of_the_page_of_a_site() {
    let text = "{dicomply: 1, kind: site, application_entities: {A: {ae_title: A}, B: {ae_title: B}}, links: [A -> B push]}";
    let inputs = vec![Input { path: "site.yaml".to_owned(), bytes: text.as_bytes().to_vec() }];
    let project = read(inputs, &|_: &str| None).project;
    let page = html::write(&render::render(&project.documents[0], &Options::default()).unwrap().0);
    let scripts: Vec<&str> =
        page.split("<script>").skip(1).map(|rest| rest.split("</script>").next().unwrap()).collect();
    let [first, last] = scripts[..] else { panic!("{} scripts", scripts.len()) };
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{}' 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'\n",
        digest(first),
        digest(last)
    );
    let mut drift = Drift::default();
    drift.hold("src/render/html/policy.txt", &policy);
    drift.settle();
    assert!(page.contains(policy.trim_end()));
    assert_eq!(page.matches("Content-Security-Policy").count(), 1);
    assert!(
        page.find("Content-Security-Policy") < page.find("<script"),
        "what stands before it is not held to it"
    );
}

/// Long tables of a large site are text to a browser that runs the script, and themselves to one that does not.
#[test]
fn long_tables_of_a_large_site_stand_whole_in_noscript() {
    let entity = |number: usize| {
        format!("  A{number}: {{ae_title: T{number}, role: SCP, host: h{number}, port: 104}}\n")
    };
    let site = |count: usize| {
        let entities: String = (0..count).map(entity).collect();
        format!(
            "dicomply: 1\nkind: site\napplication_entities:\n  </noscript><script>: {{ae_title: X}}\n{entities}"
        )
    };
    let page = |count: usize| {
        let inputs = vec![Input { path: "site.yaml".to_owned(), bytes: site(count).into_bytes() }];
        let project = read(inputs, &|_: &str| None).project;
        html::write(&render::render(&project.documents[0], &Options::default()).unwrap().0)
    };
    assert!(!page(300).contains("<noscript>"), "a small site stands as it is");
    let large = page(1800);
    let hidden: Vec<&str> =
        large.split("<noscript>").skip(1).map(|rest| rest.split("</noscript>").next().unwrap()).collect();
    assert_eq!(hidden.len(), 3, "inventory, titles, systems");
    for table in hidden {
        assert!(table.trim_start().starts_with("<table") && table.ends_with("</table>"));
        // A row is a line, as the script takes it.
        assert_eq!(table.matches("</tr>\n").count(), 1 + 1801, "the header and every row");
        assert_eq!(table.matches("<tbody>\n").count(), 1);
    }
    assert_eq!(large.matches("<noscript>").count(), large.matches("</noscript>").count());
    assert_eq!(large.matches("<script").count(), 3);
}
