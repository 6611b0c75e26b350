//! Things to do as text, for people at a terminal.

use std::io::{self, Write};

use super::words;
use crate::finding::Severity;
use crate::impact::{Consequences, Objection, Peer, RuleAction};
use crate::report::Page;
use crate::report::paragraph::{
    BOLD, NONE, QUIET, RED, Style, YELLOW, fitting, painted, write_hanging, write_wrapped,
};
use crate::report::plain::plain;

const BOX: &str = "  [ ] ";
const BULLET: &str = "  •   ";
const BELOW: &str = "      ";

pub(super) fn write(consequences: &Consequences, page: Page, out: &mut impl Write) -> io::Result<()> {
    let text = Text { consequences, page: fitting(page) };
    text.head(out)?;
    text.objections(out)?;
    if !consequences.own.is_empty() {
        text.heading("At the entity itself, and in the inventory", "", out)?;
        for task in &consequences.own {
            text.item(BOX, &words::task(task), NONE, out)?;
        }
    }
    for peer in consequences.affected() {
        text.peer(peer, out)?;
    }
    if !consequences.firewall.is_empty() {
        text.heading("Firewalls", "", out)?;
        for rule in &consequences.firewall {
            let lead = if rule.action == RuleAction::InUse { BULLET } else { BOX };
            text.item(lead, &words::rule(rule), NONE, out)?;
        }
    }
    let untouched: Vec<&Peer> = consequences.peers.iter().filter(|peer| !peer.is_affected()).collect();
    if !untouched.is_empty() {
        text.heading("Nothing to do", "", out)?;
        for peer in untouched {
            text.peer_line(peer, out)?;
        }
    }
    writeln!(out)?;
    let style = if consequences.is_refused() { RED } else { NONE };
    write_wrapped(&[(plain(&words::summary(consequences)), style)], "", text.page, out)
}

struct Text<'c> {
    consequences: &'c Consequences,
    page: Page,
}

impl Text<'_> {
    fn head(&self, out: &mut impl Write) -> io::Result<()> {
        let parts = [(plain(&words::title(self.consequences)), BOLD)];
        write_wrapped(&parts, "", self.page, out)?;
        write_wrapped(&[(plain(&words::place(self.consequences)), QUIET)], "", self.page, out)?;
        write_wrapped(&[(plain(&words::fate(self.consequences)), NONE)], "", self.page, out)
    }

    fn heading(&self, title: &str, beside: &str, out: &mut impl Write) -> io::Result<()> {
        writeln!(out)?;
        let mut parts = vec![(plain(title), BOLD)];
        if !beside.is_empty() {
            parts.push((format!(" · {}", plain(beside)), QUIET));
        }
        write_hanging(&parts, ("", "  "), self.page, out)
    }

    fn item(&self, lead: &str, text: &str, style: Style, out: &mut impl Write) -> io::Result<()> {
        write_hanging(&[(plain(text), style)], (lead, BELOW), self.page, out)
    }

    fn objections(&self, out: &mut impl Write) -> io::Result<()> {
        let Consequences { objections, doubts, .. } = self.consequences;
        if objections.is_empty() && doubts.is_empty() {
            return Ok(());
        }
        let title = if objections.is_empty() { "Doubtful afterwards" } else { "Against the change" };
        self.heading(title, "", out)?;
        for objection in objections.iter().chain(doubts) {
            self.objection(objection, out)?;
        }
        Ok(())
    }

    fn objection(&self, objection: &Objection, out: &mut impl Write) -> io::Result<()> {
        let style = match objection.severity {
            Severity::Error => RED,
            Severity::Warning => YELLOW,
            Severity::Info => NONE,
        };
        let lead = format!("  {} ", painted(objection.severity.as_str(), style, self.page));
        let message = format!("{}: {}", objection.rule, objection.message);
        write_hanging(&[(plain(&message), NONE)], (&lead, BELOW), self.page, out)?;
        let spot = words::spot(objection);
        if !spot.is_empty() {
            write_wrapped(&[(format!("at {}", plain(&spot)), QUIET)], BELOW, self.page, out)?;
        }
        let help = objection.help.iter();
        help.map(|help| (format!("help: {}", plain(help)), QUIET))
            .try_for_each(|part| write_wrapped(&[part], BELOW, self.page, out))
    }

    fn peer(&self, peer: &Peer, out: &mut impl Write) -> io::Result<()> {
        let (name, beside) = words::peer(self.consequences, peer);
        self.heading(&name, &beside, out)?;
        for link in &peer.links {
            let text = words::link(self.consequences, peer, link);
            write_hanging(&[(plain(&text), QUIET)], ("  ", "    "), self.page, out)?;
        }
        for loss in &peer.losses {
            let style = match (loss.is_user, loss.alternatives.is_empty()) {
                (true, true) => RED,
                (true, false) => YELLOW,
                (false, _) => NONE,
            };
            let lead = format!("  {}   ", painted(words::sign(loss), style, self.page));
            self.item(&lead, &words::loss(self.consequences, loss), NONE, out)?;
        }
        peer.tasks.iter().try_for_each(|task| self.item(BOX, &words::task(task), NONE, out))
    }

    fn peer_line(&self, peer: &Peer, out: &mut impl Write) -> io::Result<()> {
        let (name, beside) = words::peer(self.consequences, peer);
        write_hanging(
            &[(plain(&name), NONE), (format!(" · {}", plain(&beside)), QUIET)],
            ("  ", "    "),
            self.page,
            out,
        )?;
        for link in &peer.links {
            let text = words::link(self.consequences, peer, link);
            write_hanging(&[(plain(&text), QUIET)], ("    ", "      "), self.page, out)?;
        }
        Ok(())
    }
}
