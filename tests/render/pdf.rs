//! PDF: whatever is written keeps to PDF/A-2a and PDF/UA-1, as the writer's own validators say.

use dicomply::render::{pdf, typeset};

use super::{documents, project, rendered};

#[test]
fn every_document_becomes_the_same_file_twice() {
    for path in documents() {
        let (tree, _) = rendered(&project(&path));
        let options = typeset::Options::default();
        let (one, missing) = pdf::write(&tree, &options).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(missing, [], "{path}");
        assert!(one.starts_with(b"%PDF-1.7"), "{path}");
        let (other, _) = pdf::write(&tree, &options).unwrap();
        assert!(one == other, "{path} differs from itself");
    }
}
