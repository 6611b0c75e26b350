//! The laws of comparing that speak of two versions of a statement: more is never worse, and what means the same
//! compares the same. They are held over statements that dice make, and over the examples.

use std::collections::BTreeMap;

use dicomply::compare::{Compared, Comparison, Selection, compare};
use dicomply::finding::DocumentId;
use dicomply::model::{Activity, Content, PresentationContext, Statement};
use dicomply::pairing::Verdict;
use dicomply::source::{CONFIGURATION, Form, Input, read, write};

use super::dice::{Dice, Sketch};
use super::{Pair, laws};
use crate::bless::{files, root, shown};

/// How many pairs the dice make.
const PAIRS: u64 = 200;

fn compared(one: &Statement, other: &Statement) -> Comparison {
    let of = |document, statement| Compared { document: DocumentId(document), statement };
    compare([of(0, one), of(1, other)], &Selection::default())
}

/// Two sketches, of which the one comes first that the dice say.
fn pair(one: &Sketch, other: &Sketch, is_swapped: bool) -> (Pair, String) {
    let (one, other) = if is_swapped { (other, one) } else { (one, other) };
    let (one, other) = (one.to_string(), other.to_string());
    (Pair::of(&one, &other), format!("{one}\n---\n{other}"))
}

/// The verdict of each presentation context: a SOP class, who makes the association, and who is the user.
fn of_contexts(comparison: &Comparison) -> BTreeMap<(String, usize, usize), Verdict> {
    let contexts = comparison.contexts.iter();
    contexts
        .map(|context| {
            let sides = (context.initiator as usize, context.user as usize);
            ((context.sop_class.clone(), sides.0, sides.1), context.verdict)
        })
        .collect()
}

/// Nothing is worse where there is more.
fn not_worse(less: &Comparison, more: &Comparison, name: &str) {
    let more = of_contexts(more);
    for (context, verdict) in of_contexts(less) {
        if let Some(with_more) = more.get(&context) {
            assert!(*with_more <= verdict, "{context:?} was {verdict:?} and is {with_more:?}\n{name}");
        }
    }
}

#[test]
fn more_transfer_syntaxes_and_contexts_worsen_no_context() {
    let mut improved = 0;
    for seed in 0..PAIRS {
        let mut dice = Dice::new(seed);
        let (own, other) = (Sketch::new(&mut dice), Sketch::new(&mut dice));
        let is_swapped = dice.one_in(2);
        let less = pair(&own, &other, is_swapped).0.comparison(&Selection::default(), false);
        for grown in [own.with_another_syntax(&mut dice), own.with_another_context(&mut dice)] {
            let (pair, name) = pair(&grown, &other, is_swapped);
            let more = pair.comparison(&Selection::default(), false);
            not_worse(&less, &more, &format!("{own}\nbecame\n{name}"));
            improved += usize::from(of_contexts(&less) != of_contexts(&more));
        }
    }
    assert!(improved > 100, "{improved} of the changes make no difference");
}

#[test]
fn fewer_transfer_syntaxes_and_contexts_improve_no_context() {
    for seed in 0..PAIRS {
        let mut dice = Dice::new(seed + PAIRS);
        let (own, other) = (Sketch::new(&mut dice), Sketch::new(&mut dice));
        let is_swapped = dice.one_in(2);
        let more = pair(&own, &other, is_swapped).0.comparison(&Selection::default(), false);
        for shrunk in [own.with_a_syntax_less(&mut dice), own.with_a_context_less(&mut dice)] {
            let (pair, name) = pair(&shrunk, &other, is_swapped);
            not_worse(
                &pair.comparison(&Selection::default(), false),
                &more,
                &format!("{own}\nbecame\n{name}"),
            );
        }
    }
}

#[test]
fn whatever_the_dice_make_is_held_against_the_laws_of_every_pair() {
    let mut said = BTreeMap::new();
    for seed in 0..PAIRS {
        let mut dice = Dice::new(seed + 2 * PAIRS);
        let (own, other) = (Sketch::new(&mut dice), Sketch::new(&mut dice));
        let (pair, name) = pair(&own, &other, false);
        let comparison = laws::hold(&pair, &Selection::default(), &name);
        for service in &comparison.services {
            *said.entry(service.verdict).or_insert(0) += 1;
        }
    }
    for verdict in Verdict::ALL {
        assert!(said.get(&verdict).is_some_and(|number| *number > 5), "{verdict:?} is hardly said: {said:?}");
    }
}

/// Verdicts by SOP class, initiator and user.
type ByContext = BTreeMap<(String, usize, usize), Verdict>;

/// Verdicts by SOP class.
type ByClass = BTreeMap<String, Vec<Verdict>>;

/// What is said, apart from where it is written and of which of several equal ones.
fn verdicts(comparison: &Comparison) -> (ByContext, ByClass) {
    let services = comparison.services.iter().map(|service| {
        let ways = service.ways.iter().map(|way| way.verdict);
        (service.name.clone(), std::iter::once(service.verdict).chain(ways).collect())
    });
    (of_contexts(comparison), services.collect())
}

#[test]
fn order_means_nothing() {
    for seed in 0..PAIRS {
        let mut dice = Dice::new(seed + 3 * PAIRS);
        let (own, other) = (Sketch::new(&mut dice), Sketch::new(&mut dice));
        let (before, name) = pair(&own, &other, false);
        let (after, _) = pair(&own.shuffled(&mut dice), &other, false);
        let [before, after] =
            [before, after].map(|pair| verdicts(&pair.comparison(&Selection::default(), false)));
        assert_eq!(before, after, "{name}");
    }
}

/// The statements of the examples, as one file each.
fn examples() -> Vec<(String, Statement)> {
    let paths = files("examples").into_iter().map(|path| shown(&path));
    let paths = paths.filter(|path| path.ends_with(".yaml") && !path.ends_with(CONFIGURATION));
    let statements = paths.filter_map(|path| {
        let load = |wanted: &str| std::fs::read(root().join(wanted)).ok();
        let bytes = load(&path)?;
        let project = read(vec![Input { path: path.clone(), bytes }], &load).project;
        match &project.documents.first()?.content {
            Content::Statement(statement) => Some((path, (**statement).clone())),
            _ => None,
        }
    });
    statements.collect()
}

fn rewritten(statement: &Statement, form: Form) -> Statement {
    let text = write(&Content::Statement(Box::new(statement.clone())), form).unwrap();
    let input = Input { path: "whole.yaml".to_owned(), bytes: text.into_bytes() };
    let project = read(vec![input], &|_: &str| None).project;
    let Content::Statement(statement) = &project.documents[0].content else { panic!("no statement") };
    (**statement).clone()
}

#[test]
fn inlined_sets_and_merged_files_compare_the_same() {
    let examples = examples();
    assert!(examples.len() >= 4, "{}", examples.len());
    let [merged, inlined] = [Form::Short, Form::Resolved]
        .map(|form| examples.iter().map(|(_, statement)| rewritten(statement, form)).collect::<Vec<_>>());
    for (number, (path, one)) in examples.iter().enumerate() {
        for (other_number, (other_path, other)) in examples.iter().enumerate() {
            let before = compared(one, other);
            let after = compared(&merged[number], &merged[other_number]);
            assert_eq!(before, after, "{path} and {other_path} in one file each");
            let after = compared(&inlined[number], &inlined[other_number]);
            assert_eq!(verdicts(&before), verdicts(&after), "{path} and {other_path} without sets");
        }
    }
    for seed in 0..PAIRS {
        let mut dice = Dice::new(seed + 4 * PAIRS);
        let (own, other) = (Sketch::new(&mut dice), Sketch::new(&mut dice));
        let (pair, name) = pair(&own, &other, false);
        let [one, other] = [0, 1].map(|side| pair.compared(side).statement.clone());
        let inlined = compared(&rewritten(&one, Form::Resolved), &rewritten(&other, Form::Resolved));
        assert_eq!(verdicts(&compared(&one, &other)), verdicts(&inlined), "{name}");
    }
}

/// The statement without the contexts of a number, counted over all of them.
fn without(statement: &Statement, number: usize) -> Option<Statement> {
    let mut count = 0;
    let mut statement = statement.clone();
    let mut keep = |contexts: &[PresentationContext]| {
        let kept = contexts.iter().filter(|_| {
            count += 1;
            count != number + 1
        });
        kept.cloned().collect()
    };
    let entities = &statement.application_entities;
    let entities: Vec<_> = entities
        .into_iter()
        .map(|(name, entity)| {
            let activities = entity.activities.into_iter().map(|(name, activity)| {
                let (initiates, accepts) = (keep(&activity.initiates), keep(&activity.accepts));
                (name.clone(), Activity { initiates, accepts, ..activity.clone() })
            });
            let activities = activities.collect();
            (name.clone(), dicomply::model::ApplicationEntity { activities, ..entity.clone() })
        })
        .collect();
    statement.application_entities = entities.into_iter().collect();
    (count > number).then_some(statement)
}

#[test]
fn a_context_less_improves_nothing_between_the_examples() {
    let examples = examples();
    for (path, one) in &examples {
        let fewer = (0..).map_while(|number| without(one, number)).step_by(20);
        for (number, fewer) in fewer.enumerate() {
            for (other_path, other) in &examples {
                let name = format!("{path} without context {} and {other_path}", number * 20);
                not_worse(&compared(&fewer, other), &compared(one, other), &name);
            }
        }
    }
}
