//! Figures, measured: over generated models no text overlaps another or leaves its shape, no line runs through a text,
//! and everything is inside the picture.

mod geometry;
mod models;
mod topologies;

use std::collections::HashSet;

use dicomply::document::Drawing;
use dicomply::document::drawing::Mark;
use dicomply::render::figure::{flow, media, sequence, services};

use self::geometry::faults;
use self::models::Dice;

/// Draws `count` models and measures every drawing.
fn measured(count: u64, draw: impl Fn(&mut Dice) -> Vec<Drawing>) {
    for seed in 0..count {
        let drawings = draw(&mut Dice::new(seed));
        for (number, drawing) in drawings.iter().enumerate() {
            let faults = faults(drawing);
            assert!(
                faults.is_empty(),
                "model {seed}, part {} of {}: {faults:#?}",
                number + 1,
                drawings.len()
            );
        }
    }
}

/// The texts of some drawings without spaces.
fn letters(drawings: &[Drawing]) -> String {
    let texts = drawings.iter().flat_map(|drawing| &drawing.marks).filter_map(|mark| match mark {
        Mark::Text(text) => Some(text.text.replace(' ', "")),
        _ => None,
    });
    texts.collect()
}

fn assert_fits_a_page(drawings: &[Drawing]) {
    for drawing in drawings {
        let (width, height) = (drawing.width, drawing.height);
        assert!(width <= 680 && height <= 1000, "{width} by {height}");
    }
}

#[test]
fn data_flow_diagrams_are_sound() {
    measured(250, |dice| {
        let processes = models::processes(dice);
        let drawings = flow::draw(&processes, "Data flow");
        let shown = letters(&drawings);
        for process in &processes {
            let names = process.flows.iter().flat_map(|flow| [&flow.local, &flow.remote]);
            for name in names.filter(|name| name.is_ascii() && name.len() < 40) {
                let name: String = name.split_whitespace().collect();
                assert!(shown.contains(&name), "{name} is not drawn");
            }
        }
        assert_fits_a_page(&drawings);
        drawings
    });
}

#[test]
fn data_flow_diagrams_of_media_are_sound() {
    measured(150, |dice| {
        let drawings = media::draw(&models::media(dice), "Media");
        assert_fits_a_page(&drawings);
        drawings
    });
}

#[test]
fn sequence_diagrams_are_sound() {
    measured(250, |dice| {
        let steps = models::steps(dice);
        let drawings = sequence::draw(&steps, |name| name.len() % 2 == 0, "Sequence");
        for drawing in &drawings {
            assert!(drawing.height <= 1000, "{} high", drawing.height);
        }
        drawings
    });
}

#[test]
fn services_maps_are_sound() {
    measured(150, |dice| services::draw(&models::services(dice), "Services"));
}

#[test]
fn long_sequences_lose_no_step() {
    let steps: Vec<_> = (0..300)
        .map(|number| sequence::Step::Message {
            from: "A".to_owned(),
            to: "B".to_owned(),
            label: format!("step{number}."),
            is_response: number % 3 == 2,
        })
        .collect();
    let mut nested =
        vec![sequence::Step::Open { kind: sequence::Fragment::Loop, guard: "always".to_owned() }];
    nested.extend(steps);
    nested.push(sequence::Step::Close);
    let drawings = sequence::draw(&nested, |_| false, "Long");
    assert!(drawings.len() > 5, "{}", drawings.len());
    let shown = letters(&drawings);
    let missing: Vec<_> = (0..300).filter(|number| !shown.contains(&format!("step{number}."))).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(shown.matches("(continued)").count(), drawings.len() - 1);
}

#[test]
fn a_shared_remote_activity_is_drawn_once() {
    let process = |name: &str, remotes: &[&str]| flow::Process {
        name: name.to_owned(),
        kind: "Application Entity".to_owned(),
        flows: remotes
            .iter()
            .map(|remote| flow::Flow {
                local: format!("{name} {remote}"),
                remote: (*remote).to_owned(),
                initiates: true,
                accepts: true,
            })
            .collect(),
    };
    let drawings =
        flow::draw(&[process("ONE", &["Archive", "Printer"]), process("TWO", &["Viewer", "Archive"])], "");
    let [drawing] = &drawings[..] else { panic!("{} parts", drawings.len()) };
    let texts: Vec<_> = drawing
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text(text) => Some(text.text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(texts.iter().filter(|text| **text == "Archive").count(), 1, "{texts:?}");
    let seen: HashSet<_> = texts.iter().copied().collect();
    assert!(seen.contains("Printer") && seen.contains("Viewer"));
}
