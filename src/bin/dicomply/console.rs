//! Where the program writes: standard output in one piece, complaints to standard error.

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use clap::ValueEnum;
use dicomply::report::{Page, Report};

use super::failure::Failure;
use super::progress::Progress;

/// When the output has colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Standard output and standard error, and what is known of them.
pub(crate) struct Console {
    output: BufWriter<StdoutLock<'static>>,
    color: Color,
    progress: Progress,
}

/// The width of a page where there is no terminal to ask.
const PAGE_WIDTH: usize = 80;

impl Console {
    /// A page where there is no terminal.
    pub(crate) const PLAIN: Page = Page { is_colored: false, width: PAGE_WIDTH };

    pub(crate) fn new(color: Color) -> Self {
        Self { output: BufWriter::new(io::stdout().lock()), color, progress: Progress::default() }
    }

    /// Says on a terminal what a long run is doing, until something is printed.
    pub(crate) fn progress(&mut self, phase: impl Into<String>) {
        self.progress.begin(phase.into());
    }

    /// Takes away what was said of a long run.
    pub(crate) fn end_progress(&mut self) {
        self.progress.end();
    }

    /// Whether standard output takes colours.
    pub(crate) fn is_colored(&self) -> bool {
        self.takes_color(io::stdout().is_terminal())
    }

    /// How many columns standard output has; `None` where it is no terminal.
    pub(crate) fn terminal_width(&self) -> Option<usize> {
        let (width, _) = terminal_size::terminal_size_of(self.output.get_ref())?;
        Some(usize::from(width.0))
    }

    /// How wide a page may be.
    pub(crate) fn page_width(&self) -> usize {
        self.terminal_width().unwrap_or(PAGE_WIDTH)
    }

    /// Standard output, for reports that write themselves.
    pub(crate) fn output(&mut self) -> &mut impl Write {
        self.end_progress();
        &mut self.output
    }

    /// How a text for people is laid out on standard output.
    pub(crate) fn page(&self) -> Page {
        Page { is_colored: self.is_colored(), width: self.page_width() }
    }

    /// Writes findings for people.
    pub(crate) fn report(&mut self, report: &Report<'_>) -> Result<(), Failure> {
        let page = self.page();
        report.write_text(page, self.output()).map_err(Failure::Output)
    }

    /// Writes findings for people to standard error, where standard output has something else.
    pub(crate) fn report_aside(&self, report: &Report<'_>) {
        let page = Page { is_colored: self.takes_color(io::stderr().is_terminal()), width: PAGE_WIDTH };
        let mut text = Vec::new();
        // A vector takes whatever is written, and nothing can be said where standard error is closed.
        let _ = report.write_text(page, &mut text);
        let _ = io::stderr().lock().write_all(&text);
    }

    /// Writes a text as it is.
    pub(crate) fn print(&mut self, text: &str) -> Result<(), Failure> {
        self.print_bytes(text.as_bytes())
    }

    /// Writes bytes as they are.
    pub(crate) fn print_bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.output().write_all(bytes).map_err(Failure::Output)
    }

    /// Writes what is still held back.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        self.output.flush().map_err(Failure::Output)
    }

    /// Says on standard error why something could not be done.
    pub(crate) fn complain(&self, failure: &Failure) {
        if failure.is_broken_pipe() {
            return; // Whoever reads the output has seen enough.
        }
        let help = failure.help().map(|help| format!("  help: {help}\n")).unwrap_or_default();
        self.say("error", "\x1b[1;31m", &format!("{failure}\n{help}"));
    }

    /// Says on standard error what is doubtful about something that was done all the same.
    pub(crate) fn warn(&self, rule: &str, message: &str) {
        self.say(&format!("warning[{rule}]"), "\x1b[1;33m", &format!("{message}\n"));
    }

    fn say(&self, severity: &str, color: &str, text: &str) {
        let (start, end) =
            if self.takes_color(io::stderr().is_terminal()) { (color, "\x1b[0m") } else { ("", "") };
        let text = format!("{start}{severity}{end}: {text}");
        let _hushed = self.progress.hushed();
        // Nothing can be said where standard error is closed.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    fn takes_color(&self, is_terminal: bool) -> bool {
        let refused = || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => is_terminal && !refused(),
        }
    }
}

/// Says on standard error what was done.
pub(crate) fn note(text: &str) {
    // Nothing can be said where standard error is closed.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// A text without characters that a terminal would obey.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let is_obeyed = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.contains(is_obeyed) {
        Cow::Owned(text.replace(is_obeyed, "\u{FFFD}"))
    } else {
        Cow::Borrowed(text)
    }
}
