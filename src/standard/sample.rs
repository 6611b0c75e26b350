//! What the sample conformance statements of the standard call their products, vendors and titles (PS3.2, Annexes B
//! to M of the editions that have them).

/// Names that nobody gives to a product of their own. Names that honest products have too, such as `STORAGE-SCU`, are
/// left out.
const NAMES: &[&str] = &[
    "EX_HARDCOPY",
    "EX_MEDIA",
    "EX_STORE",
    "EX_WORKFLOW",
    "EXAMPLE-IMAGING-PRODUCTS",
    "EXAMPLE-INTEGRATED-MODALITY",
    "EXAMPLE-MEDICATION-SYSTEM-GATEWAY",
    "EXAMPLE-PACS-PRODUCTS",
    "EXAMPLE-PRINT-SERVER-MANAGEMENT",
    "EXAMPLE-QIDO-SERVICE",
    "EXAMPLE-QUERY-RETRIEVE-SERVER",
    "EXAMPLE-RTV-DISPLAY",
    "EXAMPLE-RTV-SERVICE",
    "EXAMPLE-STOW-SERVICE",
    "EXAMPLE-WADO-SERVICE",
    "EXINTMOD_01",
    "SAMPLE INTEGRATED MODALITY",
    "SAMPLE_PRODUCT",
];

/// The host in the addresses of the samples.
const HOST: &str = "example-imaging-products.nocom";

/// How many letters at the beginning tell whether a word may be such a name.
const BEGINNINGS: &[&str] = &["EX_", "EXAMPLE-", "EXINTMOD", "SAMPLE"];

/// Where a name of the samples stands in a text, as a whole word and in any letter case.
pub fn find(text: &str) -> Option<std::ops::Range<usize>> {
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let bytes = text.as_bytes();
    let begins_name = |pair: &[u8]| matches!(pair, [b'E' | b'e', b'X' | b'x'] | [b'S' | b's', b'A' | b'a']);
    let starts = bytes.windows(2).enumerate().filter(|(_, pair)| begins_name(pair)).map(|(start, _)| start);
    let mut starts = starts.filter(|start| *start == 0 || !is_of_name(bytes[*start - 1]));
    let begins = |rest: &[u8], name: &str| {
        rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
    };
    starts.find_map(|start| {
        let rest = &bytes[start..];
        if !BEGINNINGS.iter().any(|beginning| begins(rest, beginning)) {
            return None;
        }
        let is_whole = |name: &&&str| rest.get(name.len()).is_none_or(|next| !is_of_name(*next));
        let names = NAMES.iter().chain([&HOST]).filter(|name| begins(rest, name)).filter(is_whole);
        names.max_by_key(|name| name.len()).map(|name| start..start + name.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_whole_words() {
        let found = |text: &'static str| find(text).map(|range| &text[range]);
        assert_eq!(found("The Example-Integrated-Modality sends."), Some("Example-Integrated-Modality"));
        assert_eq!(found("http://www.example-imaging-products.nocom/x"), Some(HOST));
        assert_eq!(found("EX_STORE"), Some("EX_STORE"));
        assert_eq!(found("EX_STORE2, INDEX_STORE, EXAMPLE, Example Vendor, SAMPLES"), None);
    }
}
