//! Things to do as Markdown with task lists, for tickets and wikis.

use std::io::{self, Write};

use super::words;
use crate::impact::{Consequences, Peer, RuleAction};
use crate::report::markdown::{escaped, marked};

pub(super) fn write(consequences: &Consequences, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "# {}\n", marked(&words::title(consequences)))?;
    writeln!(out, "{}.\n", marked(&words::place(consequences)))?;
    writeln!(out, "**{}.**", marked(&capitalized(&words::fate(consequences))))?;
    objections(consequences, out)?;
    if !consequences.own.is_empty() {
        writeln!(out, "\n## At the entity itself, and in the inventory\n")?;
        for task in &consequences.own {
            writeln!(out, "- [ ] {}", marked(&words::task(task)))?;
        }
    }
    for peer in consequences.affected() {
        self::peer(consequences, peer, out)?;
    }
    if !consequences.firewall.is_empty() {
        writeln!(out, "\n## Firewalls\n")?;
        for rule in &consequences.firewall {
            let lead = if rule.action == RuleAction::InUse { "-" } else { "- [ ]" };
            writeln!(out, "{lead} {}", marked(&words::rule(rule)))?;
        }
    }
    let mut untouched = consequences.peers.iter().filter(|peer| !peer.is_affected()).peekable();
    if untouched.peek().is_some() {
        writeln!(out, "\n## Nothing to do\n")?;
    }
    for peer in untouched {
        let (name, beside) = words::peer(consequences, peer);
        let beside = if beside.is_empty() { beside } else { format!(" ({})", escaped(&beside)) };
        writeln!(out, "- {}{beside}", escaped(&name))?;
        for link in &peer.links {
            writeln!(out, "  - {}", marked(&words::link(consequences, peer, link)))?;
        }
    }
    writeln!(out, "\n{}.", marked(&capitalized(&words::summary(consequences))))
}

fn objections(consequences: &Consequences, out: &mut impl Write) -> io::Result<()> {
    let Consequences { objections, doubts, .. } = consequences;
    if objections.is_empty() && doubts.is_empty() {
        return Ok(());
    }
    let title = if objections.is_empty() { "Doubtful afterwards" } else { "Against the change" };
    writeln!(out, "\n## {title}\n")?;
    for objection in objections.iter().chain(doubts) {
        let help = objection.help.as_ref().map(|help| format!("; {}", marked(help))).unwrap_or_default();
        let spot = words::spot(objection);
        let spot = if spot.is_empty() { spot } else { format!(" at {}", marked(&spot)) };
        let (severity, rule) = (objection.severity, &objection.rule);
        writeln!(out, "- **{severity}** `{rule}`{spot}: {}{help}", marked(&objection.message))?;
    }
    Ok(())
}

fn peer(consequences: &Consequences, peer: &Peer, out: &mut impl Write) -> io::Result<()> {
    let (name, beside) = words::peer(consequences, peer);
    writeln!(out, "\n## {}\n", escaped(&name))?;
    if !beside.is_empty() {
        writeln!(out, "{}\n", escaped(&beside))?;
    }
    for link in &peer.links {
        writeln!(out, "- {}", marked(&words::link(consequences, peer, link)))?;
    }
    for loss in &peer.losses {
        writeln!(out, "- {} {}", words::sign(loss), marked(&words::loss(consequences, loss)))?;
    }
    if !peer.tasks.is_empty() {
        writeln!(out)?;
    }
    peer.tasks.iter().try_for_each(|task| writeln!(out, "- [ ] {}", marked(&words::task(task))))
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
        .unwrap_or_default()
}
