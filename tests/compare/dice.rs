//! Statements that dice make, small and of all kinds.

use std::fmt;

/// Numbers that look random and are the same in every run.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bd1_e995_1234_5678)
    }

    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % count
    }

    pub(super) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    fn some<'a>(&mut self, from: &[&'a str], most: usize) -> Vec<&'a str> {
        let mut picked: Vec<_> = (0..=self.below(most)).map(|_| self.pick(from)).collect();
        picked.dedup();
        picked
    }
}

const CLASSES: &[&str] = &[
    "CT Image Storage",
    "CT Image Storage",
    "MR Image Storage",
    "Special CT",
    "2.25.77",
    "Study Root Query/Retrieve Information Model - FIND",
    "Study Root Query/Retrieve Information Model - MOVE",
    "Study Root Query/Retrieve Information Model - GET",
    "Storage Commitment Push Model",
    "Modality Performed Procedure Step",
    "stored",
];

/// Names that nobody knows are among them.
const RARE: &[&str] = &["Unheard Of Storage"];

const SYNTAXES: &[&str] = &[
    "ImplicitVRLittleEndian",
    "ExplicitVRLittleEndian",
    "JPEGBaseline8Bit",
    "JPEG2000",
    "RLELossless",
    "compressed",
    "2.25.99",
];

const RARE_SYNTAXES: &[&str] = &["Unheard Of Syntax"];

/// A presentation context.
#[derive(Debug, Clone)]
struct Context {
    entity: usize,
    is_accepted: bool,
    classes: Vec<&'static str>,
    role: Option<&'static str>,
    syntaxes: Vec<&'static str>,
    negotiation: Option<&'static str>,
    support: Option<&'static str>,
    condition: Option<&'static str>,
}

/// What a statement says of its entities.
#[derive(Debug, Clone)]
pub(super) struct Sketch {
    contexts: Vec<Context>,
    falls_back: bool,
}

impl Context {
    fn new(dice: &mut Dice) -> Self {
        let mut classes = dice.some(CLASSES, 3);
        if dice.one_in(15) {
            classes.push(dice.pick(RARE));
        }
        let mut syntaxes = dice.some(SYNTAXES, 3);
        if dice.one_in(15) {
            syntaxes.push(dice.pick(RARE_SYNTAXES));
        }
        let is_accepted = dice.one_in(2);
        let has_usual_role = !dice.one_in(3);
        let usual = if is_accepted { "SCP" } else { "SCU" };
        Self {
            entity: dice.below(2),
            is_accepted,
            classes,
            role: Some(if has_usual_role { usual } else { dice.pick(&["SCU", "SCP", "BOTH"]) }),
            syntaxes: if dice.one_in(12) { Vec::new() } else { syntaxes },
            negotiation: dice.one_in(2).then(|| dice.pick(&["role selection", "none"])),
            support: dice.one_in(6).then(|| dice.pick(&["option", "tbc", "no"])),
            condition: dice.one_in(8).then(|| dice.pick(&["On Sundays.", "Where it is licensed."])),
        }
    }
}

impl Sketch {
    pub(super) fn new(dice: &mut Dice) -> Self {
        let contexts = (0..3 + dice.below(4)).map(|_| Context::new(dice)).collect();
        Self { contexts, falls_back: dice.one_in(2) }
    }

    pub(super) fn with_another_context(&self, dice: &mut Dice) -> Self {
        let mut grown = self.clone();
        grown.contexts.insert(dice.below(self.contexts.len() + 1), Context::new(dice));
        grown
    }

    /// With a transfer syntax more in a context that lists some; not to list any is to leave open which they are.
    pub(super) fn with_another_syntax(&self, dice: &mut Dice) -> Self {
        let mut grown = self.clone();
        let syntax = dice.pick(SYNTAXES);
        let at = dice.below(self.contexts.len());
        if let Some(context) = grown.contexts.get_mut(at).filter(|context| !context.syntaxes.is_empty()) {
            context.syntaxes.insert(dice.below(context.syntaxes.len() + 1), syntax);
        }
        grown
    }

    pub(super) fn with_a_context_less(&self, dice: &mut Dice) -> Self {
        let mut shrunk = self.clone();
        shrunk.contexts.remove(dice.below(self.contexts.len()));
        shrunk
    }

    /// With a transfer syntax less in a context that lists several.
    pub(super) fn with_a_syntax_less(&self, dice: &mut Dice) -> Self {
        let mut shrunk = self.clone();
        let at = dice.below(self.contexts.len());
        if let Some(context) = shrunk.contexts.get_mut(at).filter(|context| context.syntaxes.len() > 1) {
            context.syntaxes.remove(dice.below(context.syntaxes.len()));
        }
        shrunk
    }

    /// The same in another order.
    pub(super) fn shuffled(&self, dice: &mut Dice) -> Self {
        let mut shuffled = self.clone();
        for context in &mut shuffled.contexts {
            context.classes.reverse();
            context.syntaxes.reverse();
        }
        for last in (1..shuffled.contexts.len()).rev() {
            shuffled.contexts.swap(last, dice.below(last + 1));
        }
        shuffled
    }
}

impl fmt::Display for Context {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{{abstract_syntax: [{}]", self.classes.join(", "))?;
        if !self.syntaxes.is_empty() {
            write!(out, ", transfer_syntaxes: [{}]", self.syntaxes.join(", "))?;
        }
        for (key, value) in [
            ("role", self.role),
            ("extended_negotiation", self.negotiation),
            ("support", self.support),
            ("condition", self.condition),
        ] {
            if let Some(value) = value {
                write!(out, ", {key}: {value}")?;
            }
        }
        write!(out, "}}")
    }
}

impl fmt::Display for Sketch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "sop_classes: {{stored: [CT Image Storage, MR Image Storage]}}")?;
        writeln!(out, "transfer_syntaxes: {{compressed: [RLELossless, JPEG2000]}}")?;
        writeln!(
            out,
            "specialized_sop_classes: [{{name: Special CT, uid: 2.25.7, base: CT Image Storage}}]"
        )?;
        writeln!(out, "application_entities:")?;
        for entity in 0..2 {
            writeln!(out, "  AE{entity}:\n    activities:\n      Work:")?;
            if self.falls_back {
                writeln!(out, "        fall_back: Where the class is not accepted.")?;
            }
            for is_accepted in [false, true] {
                writeln!(out, "        {}:", if is_accepted { "accepts" } else { "initiates" })?;
                let own = |context: &&Context| context.entity == entity && context.is_accepted == is_accepted;
                for context in self.contexts.iter().filter(own) {
                    writeln!(out, "          - {context}")?;
                }
            }
        }
        Ok(())
    }
}
