//! `dicomply init`: a small commented document to start from.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::console::Console;
use super::failure::Failure;
use super::schema::Kind;
use super::{clock, files, uid};

/// Writes a small commented document to start from
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The file that is written, or `-` for standard output; named after the product where it is left out
    #[arg(value_name = "FILE")]
    path: Option<PathBuf>,

    /// What the document is
    #[arg(long, value_enum, default_value_t = Kind::Statement, value_name = "KIND")]
    kind: Kind,

    /// The product of a statement, the organization of a site, or the name of requirements
    #[arg(long, visible_alias = "organization", value_name = "NAME")]
    product: Option<String>,
}

const STATEMENT: &str = include_str!("init/statement.yaml");

const CONFIGURATION: &str = include_str!("init/configuration.yaml");

const SITE: &str = include_str!("init/site.yaml");

const REQUIREMENTS: &str = include_str!("init/requirements.yaml");

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let name = arguments.product.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let default = match arguments.kind {
        Kind::Statement => "Example Product",
        Kind::Site => "site",
        Kind::Requirements => "requirements",
        Kind::Configuration => "dicomply",
    };
    let path = arguments.path.clone().unwrap_or_else(|| {
        format!("{}.yaml", file_stem(name.filter(|_| arguments.kind != Kind::Configuration), default)).into()
    });
    let is_printed = path.as_os_str() == "-";
    let shown = if is_printed { "FILE".to_owned() } else { files::shown(&path) };
    let text = match arguments.kind {
        Kind::Statement => statement(name.unwrap_or(default), &shown)?,
        Kind::Site => site(name, &shown),
        Kind::Requirements => requirements(name, &shown),
        Kind::Configuration => CONFIGURATION.replace("\r\n", "\n"),
    };
    if is_printed {
        console.print(&text)?;
        return Ok(ExitCode::SUCCESS);
    }
    write_new(&path, &text)?;
    console.print(&format!("wrote {shown}; `dicomply lint {shown}` tells how to go on\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn statement(product: &str, file: &str) -> Result<String, Failure> {
    let title = title(product);
    let version_name = format!("{}_10", title.chars().take(13).collect::<String>());
    Ok(STATEMENT
        .replace("\r\n", "\n")
        .replace("@DATE@", &clock::today().to_string())
        .replace("@UID@", &uid::fresh(None)?)
        .replace("@VERSION_NAME@", &version_name)
        .replace("@AE_TITLE@", &title)
        .replace("@FILE@", file)
        .replace("@PRODUCT@", &scalar(product))
        .replace("@NAME@", &on_one_line(product)))
}

fn site(organization: Option<&str>, file: &str) -> String {
    let organization = organization.map_or_else(|| "<organization>".to_owned(), scalar);
    SITE.replace("\r\n", "\n").replace("@FILE@", file).replace("@ORGANIZATION@", &organization)
}

fn requirements(name: Option<&str>, file: &str) -> String {
    let name = name.map_or_else(|| "<name>".to_owned(), scalar);
    REQUIREMENTS.replace("\r\n", "\n").replace("@FILE@", file).replace("@NAME@", &name)
}

/// A file that was not there before: what somebody has written is never written over.
fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| files::unwritten(folder, &error))?;
    }
    let created = fs::OpenOptions::new().write(true).create_new(true).open(path);
    match created.and_then(|mut file| file.write_all(text.as_bytes())) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Failure::Told {
            message: format!("`{}` is not written: it is there already", files::shown(path)),
            help: Some("name another file, or `-` to see what would be written".to_owned()),
        }),
        written => written.map_err(|error| files::unwritten(path, &error)),
    }
}

/// The name of a file: letters and digits in lower case, hyphens between them.
fn file_stem(name: Option<&str>, default: &str) -> String {
    let words = |name: &str| {
        let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
    };
    let stem: String = words(name.unwrap_or(default)).chars().take(60).collect();
    if stem.is_empty() { words(default) } else { stem }
}

/// An AE title, or the beginning of a version name, made of a name: up to 16 capital letters and digits.
fn title(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase());
    let title: String = letters.take(16).collect();
    if title.bytes().any(|byte| byte.is_ascii_uppercase()) {
        title
    } else {
        format!("AE{title}")[..].chars().take(16).collect()
    }
}

/// A text as a value of YAML: in quotes unless nobody could take it for anything else.
fn scalar(text: &str) -> String {
    let is_plain = text.chars().all(|letter| letter.is_alphanumeric() || " -_().+".contains(letter));
    let is_word = text.starts_with(char::is_alphabetic) && text.split(' ').count() > 1;
    let quoted = || serde_json::to_string(text).unwrap_or_default();
    if is_plain && is_word { text.to_owned() } else { quoted() }
}

/// A text in a comment.
fn on_one_line(text: &str) -> String {
    text.split(|letter: char| letter.is_control() || letter.is_whitespace()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_files_and_titles() {
        assert_eq!(file_stem(Some("Echo Cart / 2.1"), "x"), "echo-cart-2-1");
        assert_eq!(file_stem(Some("../../etc"), "x"), "etc");
        assert_eq!(file_stem(Some("…"), "Example Product"), "example-product");
        assert_eq!(title("Sonic PACS: the archive of all"), "SONICPACSTHEARCH");
        assert_eq!(title("画像 7"), "AE7");
        assert_eq!(scalar("Echo Cart"), "Echo Cart");
        assert_eq!(scalar("No: # \"1\""), r#""No: # \"1\"""#);
        assert_eq!(scalar("yes"), "\"yes\"");
    }
}
