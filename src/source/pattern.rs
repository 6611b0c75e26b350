//! Paths with `*` and `?`.

use super::files::{CONFIGURATION, Refusal};

/// Files that a pattern may match; what is beyond is more than a document may have.
const MOST_MATCHES: usize = 2000;

/// Whether a path names files by a pattern.
pub(super) fn is_pattern(path: &str) -> bool {
    path.contains(['*', '?'])
}

/// The files that a pattern matches, sorted. A `*` stands for any part of a name, a `?` for a character of it; neither
/// matches the dot that a hidden name begins with, nor the project's configuration.
pub(super) fn matches(
    pattern: &str,
    names: &dyn Fn(&str) -> Result<Vec<String>, Refusal>,
) -> Result<Vec<String>, Refusal> {
    let start = if pattern.starts_with('/') { "/" } else { "" };
    let mut found = vec![start.to_owned()];
    let steps: Vec<&str> = pattern.split('/').filter(|step| !step.is_empty()).collect();
    for (position, step) in steps.iter().enumerate() {
        let is_last = position + 1 == steps.len();
        let mut next = Vec::new();
        for folder in &found {
            if is_pattern(step) {
                let mut names = names(folder.trim_end_matches('/')).or_else(|refusal| match refusal {
                    Refusal::Absent => Ok(Vec::new()),
                    _ => Err(refusal),
                })?;
                names.sort_unstable();
                next.extend(names.iter().filter_map(|name| step_into(folder, name, step, is_last)));
            } else {
                let slash = if is_last { "" } else { "/" };
                next.push(format!("{folder}{step}{slash}"));
            }
            if next.len() > MOST_MATCHES {
                break;
            }
        }
        found = next;
    }
    found.sort_unstable();
    Ok(found)
}

/// The path of a name that matches one step of a pattern: of a folder on the way, of a file at the end.
fn step_into(folder: &str, name: &str, step: &str, is_last: bool) -> Option<String> {
    let (name, is_folder) = name.strip_suffix('/').map_or((name, false), |name| (name, true));
    let is_shown = !name.starts_with('.') || step.starts_with('.');
    let is_wanted = is_folder != is_last && is_shown && name != CONFIGURATION && fits(name, step);
    is_wanted.then(|| format!("{folder}{name}{}", if is_folder { "/" } else { "" }))
}

/// Whether a name fits a pattern; each `*` is tried from the shortest on, and only the last one again.
fn fits(name: &str, pattern: &str) -> bool {
    let (name, pattern): (Vec<char>, Vec<char>) = (name.chars().collect(), pattern.chars().collect());
    let (mut at, mut step) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while at < name.len() {
        match pattern.get(step) {
            Some('*') => {
                retry = Some((step, at));
                step += 1;
            }
            Some(letter) if *letter == '?' || *letter == name[at] => {
                at += 1;
                step += 1;
            }
            _ => {
                let Some((star, from)) = retry else { return false };
                retry = Some((star, from + 1));
                (at, step) = (from + 1, star + 1);
            }
        }
    }
    pattern[step..].iter().all(|letter| *letter == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_part_of_a_name() {
        for (name, pattern) in
            [("a.yaml", "*.yaml"), ("a.yaml", "*"), ("a.b.yaml", "a*.y?ml"), ("aab", "*ab"), ("", "*")]
        {
            assert!(fits(name, pattern), "{name} {pattern}");
        }
        for (name, pattern) in [("a.yml", "*.yaml"), ("", "?"), ("ab", "a"), ("a", "ab*")] {
            assert!(!fits(name, pattern), "{name} {pattern}");
        }
        assert!(!fits(&"a".repeat(10_000), &("*a".repeat(100) + "b")));
    }

    #[test]
    fn patterns_match_files_in_order() {
        let names = |folder: &str| {
            Ok(match folder {
                "parts" => {
                    ["b.yaml", "a.yaml", ".hidden.yaml", "dicomply.yaml", "more/", "note.txt"].as_slice()
                }
                "parts/more" => &["c.yaml"],
                _ => &["parts/", "main.yaml"],
            }
            .iter()
            .map(|name| (*name).to_owned())
            .collect())
        };
        let found = |pattern| matches(pattern, &names).unwrap();
        assert_eq!(found("parts/*.yaml"), ["parts/a.yaml", "parts/b.yaml"]);
        assert_eq!(found("*/more/*"), ["parts/more/c.yaml"]);
        assert_eq!(found("*.yaml"), ["main.yaml"]);
        assert_eq!(found("*/*/*/*"), [""; 0]);
    }
}
