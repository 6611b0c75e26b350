//! What reading, linting and rendering cost, beside a plain parse of the same bytes.
//!
//! `cargo bench` measures and prints the table of `docs/performance.md`. `cargo bench --bench pipeline -- --write DIR`
//! writes the generated statements, a folder of a thousand of them, and templates of hard tables, for measuring the
//! program as a whole.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::format_push_string, missing_docs)]

mod generator;
mod region;
mod torture;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use criterion::Criterion;
use dicomply::compare::Compared;
use dicomply::compare::matrix::{Entrant, Shard, matrix};
use dicomply::config::{Config, RuleSet};
use dicomply::document::{Block, Document, Inline};
use dicomply::model::Content;
use dicomply::render::{pdf, typeset};
use dicomply::source::{Input, Reading};
use mimalloc::MiMalloc;

/// As in the program.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const SIZES: &[(&str, usize)] = &[("20 KB", 20_000), ("200 KB", 200_000), ("3 MB", 3_000_000)];

/// How many hard tables the documents of them have.
const HARD_TABLES: &[usize] = &[200, 2000];

/// How many statements the folder of many has, and how many bytes each.
const MANY: (usize, usize) = (1000, 60_000);

/// How many statements the fleet of the matrix has.
const FLEET: usize = 500;

/// What the fleet is made of, beside generated statements of 60 KB: small and large modalities, and archives.
const MODELS: &[&str] =
    &["integrated_modality", "sonicdicom", "minimal", "dicomweb_facade", "enterprise_archive"];

fn read(text: &str) -> Reading {
    let input = Input { path: "generated.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
    dicomply::source::read(vec![input], &|_: &str| None)
}

/// Events of the YAML parser that reading is built on, with comments off as there.
fn events(text: &str) -> usize {
    let options = granit_parser::options! { emit_comments: false };
    granit_parser::Parser::new_from_str_with_options(text, options).map(Result::unwrap).count()
}

fn measure(criterion: &mut Criterion) {
    for (name, size) in SIZES {
        let text = generator::statement(*size);
        let mut group = criterion.benchmark_group(*name);
        group.bench_function("events", |bencher| bencher.iter(|| events(&text)));
        group.bench_function("read", |bencher| bencher.iter_with_large_drop(|| read(&text)));
        for (what, rule_set) in [(RECOMMENDED, RuleSet::Recommended), (STRICT, RuleSet::Strict)] {
            let config = Config { rule_set: Some(rule_set), ..Config::default() };
            group.bench_function(what, |bencher| {
                bencher.iter_with_large_drop(|| {
                    let mut reading = read(&text);
                    let found = std::mem::take(&mut reading.findings);
                    let findings = dicomply::lint::lint(
                        &reading.project,
                        &config,
                        found,
                        &dicomply::lint::Circumstances::default(),
                    );
                    (reading, findings)
                });
            });
        }
        group.bench_function("render", |bencher| {
            let reading = read(&text);
            bencher.iter_with_large_drop(|| render(&reading));
        });
        group.finish();
    }
    measure_pages(criterion);
    measure_fleets(criterion);
    measure_regions(criterion);
}

/// Paragraphs of five sentences each, set for a page: shaped, broken into lines, hyphenated.
const PARAGRAPHS: usize = 1000;

/// What pages cost: running text alone, and a whole statement up to the bytes of each format.
fn measure_pages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group(PAGES);
    let sentences = |seed| (seed..seed + 5).map(generator::sentence).collect::<Vec<_>>().join(". ");
    let paragraph = |seed| Block::Paragraph(vec![Inline::Text(sentences(seed))]);
    let prose = Document { blocks: (0..PARAGRAPHS).map(paragraph).collect(), ..Document::default() };
    let options = typeset::Options::default();
    group.bench_function(TEXT, |bencher| {
        bencher.iter_with_large_drop(|| typeset::typeset(&prose, &options).unwrap());
    });
    let large = large_table();
    group.bench_function("widths of a large table", |bencher| {
        bencher.iter_with_large_drop(|| typeset::table_plans(&large, &options).unwrap());
    });
    group.bench_function("large table", |bencher| {
        bencher.iter_with_large_drop(|| typeset::typeset(&large, &options).unwrap());
    });
    let reading = read(&generator::statement(200_000));
    let document = &reading.project.documents[0];
    let (tree, _) = dicomply::render::render(document, &dicomply::render::Options::default()).unwrap();
    group.bench_function("pages", |bencher| {
        bencher.iter_with_large_drop(|| typeset::typeset(&tree, &options).unwrap());
    });
    group.bench_function("pdf", |bencher| bencher.iter(|| pdf::write(&tree, &options).unwrap()));
    group.finish();
}

/// A table of 2,000 rows: a name, a UID, a role, and a sentence.
fn large_table() -> Document {
    let mut markdown = "| Name | UID | Role | Behavior |\n|---|---|---|---|\n".to_owned();
    for row in 0..2000 {
        let sentence = generator::sentence(row);
        markdown +=
            &format!("| Storage of kind {row} | `1.2.840.10008.5.1.4.1.1.{row}` | SCU | {sentence} |\n");
    }
    dicomply::document::parse(&markdown, &std::collections::BTreeMap::new())
}

const RECOMMENDED: &str = "read and lint";
const STRICT: &str = "read and lint, strict";
const PAGES: &str = "paper";
const TEXT: &str = "running text";

fn render(reading: &Reading) -> String {
    let document = &reading.project.documents[0];
    let (tree, _) = dicomply::render::render(document, &dicomply::render::Options::default()).unwrap();
    dicomply::render::html::write(&tree)
}

/// The median of a measurement, in milliseconds.
fn median(size: &str, name: &str) -> f64 {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let path = target.join("criterion").join(size).join(name).join("new/estimates.json");
    let estimates: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    estimates["median"]["point_estimate"].as_f64().unwrap() / 1e6
}

fn print_table() {
    let kinds = ["events", "read", RECOMMENDED, STRICT, "render"];
    println!("\n| size | {} | read / events | lint / events | strict / events |", kinds.join(" | "));
    println!("|{}", "---|".repeat(kinds.len() + 4));
    for (size, _) in SIZES {
        let times = kinds.map(|name| median(size, name));
        let shown = times.map(|time| format!("{time:.2} ms")).join(" | ");
        let [events, read, lint, strict, _] = times;
        let ratios = [read, lint, strict].map(|time| format!("{:.2}", time / events)).join(" | ");
        println!("| {size} | {shown} | {ratios} |");
    }
}

fn print_pages() {
    let [text, pages, pdf] = [TEXT, "pages", "pdf"].map(|name| median(PAGES, name));
    let share = f64::from(u32::try_from(PARAGRAPHS).unwrap()) / text;
    println!(
        "\n{PARAGRAPHS} paragraphs {text:.2} ms ({share:.0} a millisecond); pages of 200 KB {pages:.2} ms, PDF {pdf:.2} ms"
    );
}

fn write(folder: &Path) {
    for (name, size) in SIZES {
        let file = folder.join(format!("{}.yaml", name.replace(' ', "")));
        std::fs::write(&file, generator::statement(*size)).unwrap();
        println!("{}", file.display());
    }
    write_many(&folder.join("many"));
    write_fleet(&folder.join("fleet"));
    write_region(&folder.join("region"));
    for tables in HARD_TABLES {
        let file = folder.join(format!("torture-{tables}.md"));
        // Nothing in it is meant for the language of templates.
        std::fs::write(&file, format!("{{% raw %}}{}{{% endraw %}}", torture::torture(*tables))).unwrap();
        println!("{}", file.display());
    }
}

/// So many statements, each of a product of its own: of every six two are generated, and four are examples.
fn fleet(count: usize) -> Vec<String> {
    let generated = generator::statement(MANY.1);
    let example = |name: &&str| std::fs::read_to_string(format!("examples/{name}.yaml")).unwrap();
    let models: Vec<String> = MODELS.iter().map(example).collect();
    let text = |number: usize| {
        let text = if number.is_multiple_of(3) { &generated } else { &models[number % models.len()] };
        text.replacen("  name: ", &format!("  name: {number} "), 1)
    };
    (0..count).map(text).collect()
}

/// What it costs to judge every two of some products, of the reading on.
fn measure_fleets(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("fleet");
    for count in FLEETS {
        let inputs = fleet(*count).into_iter().enumerate();
        let inputs =
            inputs.map(|(number, text)| Input { path: format!("{number}.yaml"), bytes: text.into_bytes() });
        let reading = dicomply::source::read(inputs.collect(), &|_: &str| None);
        let entrants: Vec<Entrant<'_>> = reading.project.documents.iter().filter_map(entrant).collect();
        group.bench_function(count.to_string(), |bencher| {
            bencher.iter_with_large_drop(|| matrix(&entrants, Shard::WHOLE));
        });
    }
    group.finish();
}

/// Fleets whose cost for a pair is held side by side.
const FLEETS: &[usize] = &[50, 200];

fn entrant(document: &dicomply::model::Document) -> Option<Entrant<'_>> {
    let Content::Statement(statement) = &document.content else { return None };
    let compared = Compared { document: document.id, statement };
    let fingerprint = String::new();
    Some(Entrant { compared, path: &document.path, entity: None, deployed_as: None, fingerprint })
}

fn print_fleets() {
    for count in FLEETS {
        let pairs = f64::from(u32::try_from(count * (count - 1) / 2).unwrap());
        let time = median("fleet", &count.to_string());
        println!("matrix of {count}: {time:.1} ms, {:.1} µs a pair", time * 1000.0 / pairs);
    }
}

/// Organizations of the regions whose cost for an organization is held side by side, and of the one that is written.
const REGIONS: &[usize] = &[2, 5];
const REGION: usize = 20;

/// What it costs to read and lint a region, its links held against the statements of their ends.
fn measure_regions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("region");
    for organizations in REGIONS {
        let files: BTreeMap<String, String> = region::region(*organizations).into_iter().collect();
        let inputs = || {
            let files = files.iter();
            let input = |(path, text): (&String, &String)| Input {
                path: path.clone(),
                bytes: text.as_bytes().to_vec(),
            };
            files.map(input).collect::<Vec<_>>()
        };
        group.bench_function(organizations.to_string(), |bencher| {
            bencher.iter_with_large_drop(|| {
                let config = Config::default();
                let loader = |path: &str| files.get(path).map(|text| text.as_bytes().to_vec());
                dicomply::examine::examine(inputs(), &loader, &config, None)
            });
        });
    }
    group.finish();
}

fn print_regions() {
    for organizations in REGIONS {
        let time = median("region", &organizations.to_string());
        let share = time / f64::from(u32::try_from(*organizations).unwrap());
        let (entities, links) = (organizations * region::ENTITIES, organizations * region::LINKS);
        println!(
            "region of {entities} entities and {links} links: {time:.1} ms, {share:.1} ms an organization"
        );
    }
}

/// A region, a site for each organization.
fn write_region(folder: &Path) {
    std::fs::create_dir_all(folder.join("statements")).unwrap();
    for (path, text) in region::region(REGION) {
        std::fs::write(folder.join(path), text).unwrap();
    }
    println!("{}", folder.display());
}

/// Statements of one size, each of a product of its own.
fn write_many(folder: &Path) {
    let (count, bytes) = MANY;
    let text = generator::statement(bytes);
    std::fs::create_dir_all(folder).unwrap();
    for number in 0..count {
        let own = text.replace("Generated Archive", &format!("Generated Archive {number}"));
        std::fs::write(folder.join(format!("statement-{number}.yaml")), own).unwrap();
    }
    println!("{}", folder.display());
}

/// The fleet of the matrix.
fn write_fleet(folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    for (number, text) in fleet(FLEET).iter().enumerate() {
        std::fs::write(folder.join(format!("statement-{number:03}.yaml")), text).unwrap();
    }
    println!("{}", folder.display());
}

fn main() {
    let arguments: Vec<_> = std::env::args().collect();
    if let Some(position) = arguments.iter().position(|argument| argument == "--write") {
        write(Path::new(&arguments[position + 1]));
        return;
    }
    if arguments.iter().any(|argument| argument == "--test") {
        return;
    }
    let mut criterion = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(4));
    measure(&mut criterion);
    print_table();
    print_pages();
    print_fleets();
    print_regions();
}
