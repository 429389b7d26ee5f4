//! A small layer to start from, which passes `check` over the shipped content.

use super::files::ContentFile;
use super::schema;

/// Its files: paths inside the directory, and their texts. Beside each content file goes the schema
/// that its first line names.
#[must_use]
pub fn files() -> Vec<(String, String)> {
    let content = [
        (ContentFile::Supports, include_str!("starter/supports.yaml")),
        (ContentFile::Evidence, include_str!("starter/evidence.yaml")),
        (ContentFile::Sources, include_str!("starter/sources.yaml")),
    ];
    let mut files: Vec<(String, String)> =
        content.iter().map(|(file, text)| (file.name().to_owned(), (*text).to_owned())).collect();
    files.extend(content.iter().map(|(file, _)| (schema::path(*file), schema::text(*file))));
    files
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::files::{Layer, write_new};
    use super::super::load;
    use super::files;

    #[test]
    fn the_starter_passes_over_the_shipped_content_and_is_never_written_twice() {
        let directory = tempfile::tempdir().expect("a temporary folder");
        let written = write_new(&directory.path().join("mine"), &files()).expect("it is written");
        assert_eq!(written.len(), 6);
        let again = write_new(&directory.path().join("mine"), &files());
        assert_eq!(again.map_err(|error| error.kind()), Err(std::io::ErrorKind::AlreadyExists));
        let layers = [PathBuf::from("content"), directory.path().join("mine")].map(Layer::Directory);
        let loaded = load(&layers);
        let found: Vec<&str> = loaded.diagnostics.iter().map(|found| found.message.as_str()).collect();
        assert!(found.is_empty(), "{found:?}");
        let kb = loaded.kb.expect("it is sound");
        assert_eq!(kb.supports.last().map(|support| support.id), Some("green-tea"));
    }
}
