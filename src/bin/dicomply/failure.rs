//! `Failure`: why the program could not do its work.

use std::io;

/// The exit code of a run that could not do its work.
pub(crate) const EXIT_CODE: u8 = 2;

/// Why the program could not do its work. What is wrong with a document is a finding, and none of this.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// There is no such file or folder.
    #[error("there is no file or folder `{path}`")]
    Absent { path: String, help: Option<String> },

    /// The system refuses to read it.
    #[error("`{path}` cannot be read: {}", said(source))]
    Unreadable { path: String, source: io::Error },

    /// A folder without documents.
    #[error("the folder `{path}` holds no dicomply document")]
    NoDocuments { path: String, yaml_files: usize },

    /// A rule that does not exist.
    #[error("there is no rule `{id}`")]
    UnknownRule { id: String, near: Option<&'static str> },

    /// A failure that its own room has put into words.
    #[error("{message}")]
    Told { message: String, help: Option<String> },

    /// Standard output cannot be written.
    #[error("the output cannot be written: {0}")]
    Output(#[source] io::Error),
}

impl Failure {
    /// What to do about it.
    pub(crate) fn help(&self) -> Option<String> {
        match self {
            Self::UnknownRule { near: Some(near), .. } => Some(format!("did you mean `{near}`?")),
            Self::UnknownRule { near: None, .. } => Some(
                "`dicomply rules` lists them all; a project may declare others in its `dicomply.yaml`"
                    .to_owned(),
            ),
            Self::NoDocuments { yaml_files: 0, .. } => {
                let help = "there is no YAML file in it, hidden and ignored ones aside; name the folder that holds \
                            your statements";
                Some(help.to_owned())
            }
            Self::NoDocuments { .. } => Some(
                "no YAML file in it has the key `dicomply`; a document starts with `dicomply: 1`".to_owned(),
            ),
            Self::Absent { help, .. } | Self::Told { help, .. } => help.clone(),
            Self::Unreadable { .. } | Self::Output(_) => None,
        }
    }

    /// Whether the arguments are wrong, whatever the files hold.
    pub(crate) const fn is_of_arguments(&self) -> bool {
        matches!(self, Self::UnknownRule { .. })
    }

    /// Whether whoever reads the output has stopped reading.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// What the system says, without its numbers, so that it reads the same everywhere.
pub(crate) fn said(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}
