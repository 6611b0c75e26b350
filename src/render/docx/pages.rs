//! Which page an anchor will probably stand on, so that the contents have numbers before Word counts.

use std::collections::HashMap;

/// Pages that are filled from the top.
pub(super) struct Pages {
    page: u32,
    /// How far the page is filled.
    filled: i32,
    height: i32,
    anchors: HashMap<String, u32>,
}

impl Pages {
    /// The first page, of this height.
    pub(super) fn new(height: i32) -> Self {
        Self { page: 1, filled: 0, height, anchors: HashMap::new() }
    }

    /// Fills the page; what does not fit any more stands on the next one. What is larger than a page goes on.
    pub(super) fn take(&mut self, height: i32) {
        if self.filled > 0 && self.filled.saturating_add(height) > self.height && height <= self.height {
            self.turn();
        }
        self.filled = self.filled.saturating_add(height);
        while self.filled > self.height {
            self.page += 1;
            self.filled -= self.height;
        }
    }

    /// Whether so much fits on the page.
    pub(super) fn fits(&self, height: i32) -> bool {
        self.filled.saturating_add(height) <= self.height
    }

    /// Begins a page.
    pub(super) fn turn(&mut self) {
        if self.filled > 0 {
            self.page += 1;
            self.filled = 0;
        }
    }

    /// Begins a page of another height.
    pub(super) fn turn_to(&mut self, height: i32) {
        self.turn();
        self.height = height;
    }

    /// Something stands here.
    pub(super) fn mark(&mut self, anchor: &str) {
        self.anchors.entry(anchor.to_owned()).or_insert(self.page);
    }

    /// How many pages there are.
    pub(super) const fn count(&self) -> u32 {
        self.page
    }

    /// The page that something stands on.
    pub(super) fn of(&self, anchor: &str) -> u32 {
        self.anchors.get(anchor).copied().unwrap_or(self.page)
    }
}
