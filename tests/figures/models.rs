//! Models of all sizes, with names of all kinds.

use dicomply::render::figure::flow::{Flow, Process};
use dicomply::render::figure::media::{MediaFlow, MediaProcess};
use dicomply::render::figure::sequence::{Fragment, Step};
use dicomply::render::figure::services::{Role, ServiceRow, ServicesMap};

/// Numbers that look random and are the same in every run.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678_9abc_def1)
    }

    pub(crate) fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % count
    }

    pub(crate) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// Words of many scripts, some of them long.
const WORDS: &[&str] = &[
    "Store",
    "Images",
    "Departmental",
    "WWWWWWWW",
    "iiii",
    "Query/Retrieve",
    "C-STORE-RQ",
    "Bildübertragung",
    "Отправить",
    "Αρχείο",
    "画像を送信する",
    "صورة",
    "ארכיון",
    "👩🏽‍⚕️",
    "e\u{301}e\u{301}",
    "\u{202e}evil",
    "a\tb\nc",
    "<&\">",
    "Averyveryverylongunbrokenactivitynameofforty",
    "ANOTHER_LONG_NAME_WITH_UNDERSCORES_IN_IT_AND_MORE",
    "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
];

pub(crate) fn name(dice: &mut Dice) -> String {
    let longest = if dice.one_in(12) { 40 } else { 6 };
    let count = dice.below(longest);
    let words: Vec<&str> = (0..count).map(|_| dice.pick(WORDS)).collect();
    words.join(" ")
}

const SHARED: &[&str] = &["Image Manager", "Remote Modality", "Departmental Scheduler", "Printer"];

fn shared_or_own(dice: &mut Dice) -> String {
    if dice.one_in(2) { dice.pick(SHARED).to_owned() } else { name(dice) }
}

pub(crate) fn processes(dice: &mut Dice) -> Vec<Process> {
    let count = 1 + dice.below(15);
    let most = if dice.one_in(20) { 60 } else { 8 };
    (0..count)
        .map(|_| Process {
            name: name(dice),
            kind: "Application Entity".to_owned(),
            flows: (0..dice.below(most + 1))
                .map(|_| Flow {
                    local: shared_or_own(dice),
                    remote: shared_or_own(dice),
                    initiates: dice.one_in(2),
                    accepts: dice.one_in(3),
                })
                .collect(),
        })
        .collect()
}

pub(crate) fn media(dice: &mut Dice) -> Vec<MediaProcess> {
    let count = 1 + dice.below(5);
    (0..count)
        .map(|_| MediaProcess {
            name: name(dice),
            flows: (0..dice.below(9))
                .map(|_| MediaFlow {
                    local: shared_or_own(dice),
                    remote: if dice.one_in(2) { String::new() } else { name(dice) },
                    medium: shared_or_own(dice),
                    creates: dice.one_in(2),
                    reads: dice.one_in(2),
                    updates: dice.one_in(3),
                })
                .collect(),
        })
        .collect()
}

pub(crate) fn steps(dice: &mut Dice) -> Vec<Step> {
    let partners: Vec<String> = (0..=dice.below(8)).map(|_| name(dice)).collect();
    let mut open: Vec<Fragment> = Vec::new();
    let mut steps = Vec::new();
    for _ in 0..dice.below(60) {
        let partner = |dice: &mut Dice| partners[dice.below(partners.len())].clone();
        steps.push(match dice.below(14) {
            0 if open.len() < 5 => {
                let kind = [Fragment::Loop, Fragment::Optional, Fragment::Alternative][dice.below(3)];
                open.push(kind);
                Step::Open { kind, guard: name(dice) }
            }
            1 if open.last() == Some(&Fragment::Alternative) => Step::Else { guard: name(dice) },
            2 if !open.is_empty() => {
                open.pop();
                Step::Close
            }
            3 | 4 => {
                let over = (0..dice.below(4)).map(|_| partner(dice)).collect();
                Step::Note { over, label: name(dice) }
            }
            5 => {
                let from = partner(dice);
                Step::Message { to: from.clone(), from, label: name(dice), is_response: false }
            }
            _ => Step::Message {
                from: partner(dice),
                to: partner(dice),
                label: name(dice),
                is_response: dice.one_in(2),
            },
        });
    }
    steps.extend(open.iter().map(|_| Step::Close));
    steps
}

pub(crate) fn services(dice: &mut Dice) -> ServicesMap {
    let services: Vec<String> = (0..=dice.below(14)).map(|_| name(dice)).collect();
    let rows = (0..=dice.below(40))
        .map(|_| ServiceRow {
            name: name(dice),
            roles: (0..dice.below(12))
                .map(|_| {
                    let word = dice.pick(&["SCU", "SCP", "FSC", "WWWW"]).to_owned();
                    let role = Role { provides: word == "SCP", word, is_firm: dice.one_in(2) };
                    (dice.below(services.len()), role)
                })
                .collect(),
        })
        .collect();
    let legend = ["SCU", "SCP", "FSC", ""].map(|word| {
        (Role { word: word.to_owned(), provides: word == "SCP", is_firm: !word.is_empty() }, name(dice))
    });
    ServicesMap { services, rows, legend: legend.to_vec() }
}
