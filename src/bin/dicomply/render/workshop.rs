//! `Workshop`: what documents are rendered with, and what goes wrong on the way.

use dicomply::config::Branding;
use dicomply::finding::Finding;
use dicomply::model::Document;
use dicomply::pairing::Surroundings;
use dicomply::render::{self, Options};
use dicomply::source::Reading;

use super::super::console::Console;
use super::super::disk::Disk;
use super::super::failure::Failure;
use super::super::{clock, files};
use super::output::Output;
use super::pages::{Job, WAVE, rendered};
use super::templates::Shelves;
use super::{Format, doubtful, told, unrendered};

/// What documents are rendered with, and what goes wrong on the way.
pub(super) struct Workshop<'r> {
    pub(super) reading: &'r Reading,
    pub(super) disk: &'r Disk,
    pub(super) shelves: Shelves,
    /// What has failed, while the rest goes on.
    pub(super) failures: Vec<Failure>,
}

impl<'r> Workshop<'r> {
    /// What is to be done for a document; nothing where its templates cannot be had or nothing of it is asked for.
    pub(super) fn job(
        &mut self,
        document: &'r Document,
        formats: Vec<Format>,
        branding: Branding,
        findings: &[Finding],
    ) -> Option<Job<'r>> {
        match self.shelves.templates(document, &self.reading.project, self.disk) {
            Ok(templates) => {
                let options = Options { branding, today: Some(clock::today()), ..templates.options() };
                (!formats.is_empty()).then(|| Job::new(document, options, formats, findings))
            }
            Err(failure) => {
                self.failures.push(failure);
                None
            }
        }
    }

    /// Renders documents; whether all of them could be. Only what is wrong with a template ends everything.
    pub(super) fn render(
        &mut self,
        jobs: &[Job<'r>],
        output: &mut Output,
        console: &mut Console,
    ) -> Result<bool, Failure> {
        let surroundings = Surroundings::of(&self.reading.project);
        let mut is_complete = true;
        for (wave, some) in jobs.chunks(WAVE).enumerate() {
            let all = files::counted(jobs.len(), "document");
            console.progress(format!("rendering {} of {all}", wave * WAVE + 1));
            for (job, rendered) in some.iter().zip(rendered(&surroundings, some)) {
                is_complete &= self.take(job.document, rendered, output, console)?;
            }
        }
        Ok(is_complete)
    }

    fn take(
        &mut self,
        document: &'r Document,
        rendered: super::pages::Rendered,
        output: &mut Output,
        console: &mut Console,
    ) -> Result<bool, Failure> {
        match rendered {
            Ok((pages, doubts)) => {
                for doubt in doubts {
                    console.warn(&doubt.rule, &doubtful(&doubt, document, &self.reading.sources));
                }
                self.failures.extend(output.take(document, pages).err());
                Ok(true)
            }
            Err(error @ (render::Error::UnreadableDocument | render::Error::Requirements)) => {
                console.complain(&unrendered(document, &error));
                Ok(false)
            }
            Err(error) => {
                let templates = self.shelves.templates(document, &self.reading.project, self.disk)?;
                Err(told(&error, templates))
            }
        }
    }
}
