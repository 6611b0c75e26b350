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
