//! `Progress`: a line on the terminal that says how far a long run has come, and goes away again.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long a run takes before anything is said of it.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often the line is written anew.
const BEAT: Duration = Duration::from_millis(100);

/// What a run is doing, for whoever waits in front of a terminal; nobody else hears of it.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    running: Option<Running>,
}

/// A run that has not ended. Its line is written by a thread of its own, since the run is busy.
#[derive(Debug)]
struct Running {
    line: Arc<Mutex<Line>>,
    /// Dropped at the end, which the thread notices.
    lives: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// The line.
#[derive(Debug, Default)]
pub(crate) struct Line {
    text: String,
    /// What of it stands on the terminal.
    shown: String,
}

impl Progress {
    /// Says what the run is doing from now on.
    pub(crate) fn begin(&mut self, phase: String) {
        if self.running.is_none() && io::stderr().is_terminal() {
            self.running = Running::start();
        }
        if let Some(running) = &self.running {
            locked(&running.line).text = phase;
        }
    }

    /// Takes the line away until the guard is dropped, so that something else can be said.
    pub(crate) fn hushed(&self) -> Option<MutexGuard<'_, Line>> {
        let mut line = locked(&self.running.as_ref()?.line);
        line.erase(&mut io::stderr());
        Some(line)
    }

    /// Takes the line away for good.
    pub(crate) fn end(&mut self) {
        self.running = None;
    }
}

impl Running {
    fn start() -> Option<Self> {
        let line = Arc::new(Mutex::new(Line::default()));
        let (lives, ended) = mpsc::channel();
        let drawn = Arc::clone(&line);
        let draw = move || draw(&drawn, &ended, PATIENCE, &mut io::stderr());
        // Without a thread nothing is said, and nothing is lost.
        let thread = thread::Builder::new().spawn(draw).ok()?;
        Some(Self { line, lives: Some(lives), thread: Some(thread) })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.lives.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Writes the line until the run ends, and takes it away then.
fn draw(line: &Mutex<Line>, ended: &Receiver<()>, patience: Duration, out: &mut impl Write) {
    let mut rest = patience;
    while ended.recv_timeout(rest) == Err(RecvTimeoutError::Timeout) {
        locked(line).draw(out);
        rest = BEAT;
    }
    locked(line).erase(out);
}

fn locked(line: &Mutex<Line>) -> MutexGuard<'_, Line> {
    line.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Line {
    fn draw(&mut self, out: &mut impl Write) {
        if self.shown == self.text {
            return;
        }
        let blanks = self.shown.chars().count().saturating_sub(self.text.chars().count());
        // Nothing can be said where standard error is closed.
        let _ = write!(out, "\r{}{:blanks$}", self.text, "").and_then(|()| out.flush());
        self.shown.clone_from(&self.text);
    }

    fn erase(&mut self, out: &mut impl Write) {
        let shown = std::mem::take(&mut self.shown).chars().count();
        if shown > 0 {
            let _ = write!(out, "\r{:shown$}\r", "").and_then(|()| out.flush());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_overwritten_and_removed() {
        let mut out = Vec::new();
        let mut line = Line { text: "reading files".into(), shown: String::new() };
        line.draw(&mut out);
        line.draw(&mut out);
        line.text = "linting".into();
        line.draw(&mut out);
        line.erase(&mut out);
        line.erase(&mut out);
        assert_eq!(String::from_utf8(out).unwrap(), "\rreading files\rlinting      \r       \r");
    }

    #[test]
    fn a_short_run_says_nothing() {
        let (lives, ended) = mpsc::channel();
        drop(lives);
        let line = Mutex::new(Line { text: "linting".into(), shown: String::new() });
        let mut out = Vec::new();
        draw(&line, &ended, PATIENCE, &mut out);
        assert!(out.is_empty());
    }

    #[test]
    fn a_long_run_says_what_it_does_and_leaves_nothing_behind() {
        let (lives, ended) = mpsc::channel();
        let run = thread::spawn(move || {
            thread::sleep(BEAT);
            drop(lives);
        });
        let line = Mutex::new(Line { text: "linting".into(), shown: String::new() });
        let mut out = Vec::new();
        draw(&line, &ended, Duration::ZERO, &mut out);
        run.join().unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.starts_with("\rlinting") && out.ends_with("\r       \r"), "{out:?}");
    }
}
