//! Word documents of every example and every case.

use dicomply::render::docx::{self, Options};

use super::{documents, project, rendered};

#[test]
fn word_documents_are_the_same_each_time() {
    for path in documents() {
        let (tree, _) = rendered(&project(&path));
        let bytes = docx::write(&tree, &Options::default()).unwrap();
        assert!(bytes.starts_with(b"PK"), "{path} is an archive");
        assert!(
            bytes == docx::write(&tree, &Options::default()).unwrap(),
            "{path} is written the same twice"
        );
    }
}
