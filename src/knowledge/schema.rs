//! JSON Schema of the content files, draft 7, which YAML language servers read: derived from the
//! very types that the files are read into, with their comments as descriptions.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::files::ContentFile;
use super::raw::concerns::{ArticleFile, AxisFile, ConcernsFile, MechanismsFile};
use super::raw::evidence::{EvidenceFile, SourcesFile};
use super::raw::people::{DietsFile, PopulationsFile, RedFlagsFile, SwapsFile};
use super::raw::supports::SupportsFile;
use super::raw::vocabulary::VocabularyFile;

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// The keys that a record needs, unless it changes a known one by `extends`. A test holds them
/// against what loading says is missing.
const REQUIRED: &[(&str, &[&str])] = &[
    ("Fact", &["id", "text"]),
    ("Concern", &["id", "name", "summary"]),
    ("Link", &["mechanism", "because"]),
    ("Condition", &["id", "name"]),
    ("Mechanism", &["id", "name", "summary"]),
    ("MechanismFinding", &["stance", "certainty", "finding"]),
    ("Support", &["id", "name", "kind", "how", "roles"]),
    ("How", &["text"]),
    ("Example", &["name"]),
    ("Role", &["role"]),
    ("Caution", &["who", "severity", "text"]),
    ("Evidence", &["support", "concern", "direction", "certainty", "finding"]),
    ("ConditionEvidence", &["condition", "direction", "certainty", "finding"]),
    ("Source", &["id", "title", "authors", "venue", "url", "kind", "seen", "tier"]),
    ("Diet", &["id", "name"]),
    ("Tag", &["id", "label"]),
    ("Population", &["id", "label"]),
    ("RedFlag", &["id", "name", "urgency", "when", "phrases", "say"]),
    ("Swap", &["instead_of", "because", "use"]),
];

/// One document for all content files: a definition a file, by its name, and one a record.
#[must_use]
pub fn all() -> Value {
    let mut generator = generator();
    let files: Vec<(ContentFile, Value)> =
        ContentFile::ALL.iter().map(|file| (*file, root(*file, &mut generator))).collect();
    let mut definitions = records(&mut generator);
    definitions.extend(files.into_iter().map(|(file, schema)| (file.name().to_owned(), schema)));
    json!({
        "$schema": DRAFT,
        "title": "The content files of gutskin",
        "description": "Each definition whose name ends in .yaml describes the file of that name.",
        "definitions": definitions,
    })
}

/// The schema of one content file.
#[must_use]
pub fn of(file: ContentFile) -> Value {
    let mut generator = generator();
    let Value::Object(root) = root(file, &mut generator) else { return Value::Bool(true) };
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), DRAFT.into());
    schema.insert("title".to_owned(), file.name().into());
    schema.extend(root);
    schema.insert("definitions".to_owned(), records(&mut generator).into());
    Value::Object(schema)
}

/// Where the first line of a content file says that its schema stands.
#[must_use]
pub fn path(file: ContentFile) -> String {
    format!("schema/{}.schema.json", file.stem())
}

/// The schema of one content file as it is written out.
#[must_use]
pub fn text(file: ContentFile) -> String {
    format!("{:#}\n", of(file))
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft07().into_generator()
}

fn root(file: ContentFile, generator: &mut SchemaGenerator) -> Value {
    let schema = match file {
        ContentFile::Article => ArticleFile::json_schema(generator),
        ContentFile::Axis => AxisFile::json_schema(generator),
        ContentFile::Concerns => ConcernsFile::json_schema(generator),
        ContentFile::Mechanisms => MechanismsFile::json_schema(generator),
        ContentFile::Supports => SupportsFile::json_schema(generator),
        ContentFile::Evidence => EvidenceFile::json_schema(generator),
        ContentFile::Sources => SourcesFile::json_schema(generator),
        ContentFile::Diets => DietsFile::json_schema(generator),
        ContentFile::Populations => PopulationsFile::json_schema(generator),
        ContentFile::RedFlags => RedFlagsFile::json_schema(generator),
        ContentFile::Swaps => SwapsFile::json_schema(generator),
        ContentFile::Vocabulary => VocabularyFile::json_schema(generator),
    };
    let mut schema = Value::from(schema);
    // One list is what the file is there for; diets.yaml holds either of two, vocabulary.yaml any.
    if let (Some(object), false) = (schema.as_object_mut(), file == ContentFile::Vocabulary) {
        let sections: Vec<String> = object
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flat_map(Map::keys)
            .cloned()
            .collect();
        let needs: Vec<Value> = sections.iter().map(|section| json!({ "required": [section] })).collect();
        object.insert("anyOf".to_owned(), needs.into());
    }
    schema
}

fn records(generator: &mut SchemaGenerator) -> Map<String, Value> {
    let mut definitions = generator.take_definitions(true);
    for (name, required) in REQUIRED {
        let Some(record) = definitions.get_mut(*name).and_then(Value::as_object_mut) else { continue };
        let can_extend =
            record.get("properties").is_some_and(|properties| properties.get("extends").is_some());
        if can_extend {
            record.insert("anyOf".to_owned(), json!([{ "required": required }, { "required": ["extends"] }]));
        } else {
            record.insert("required".to_owned(), json!(required));
        }
    }
    definitions
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use super::super::files::{ContentFile, Layer};
    use super::super::load;
    use super::{REQUIRED, all, of, path, text};
    use crate::diagnostic::Code;

    #[test]
    fn every_file_has_its_schema_and_all_its_references() {
        let whole = all();
        for file in ContentFile::ALL {
            let one = of(*file);
            assert_eq!(one["$schema"], whole["$schema"]);
            assert_eq!(one["additionalProperties"], json!(false), "{}", file.name());
            assert!(whole["definitions"][file.name()].is_object(), "{}", file.name());
            assert!(one["description"].as_str().is_some_and(|text| text.len() > 10), "{}", file.name());
            for reference in references(&one) {
                let name = reference.strip_prefix("#/definitions/").expect("it is local");
                assert!(one["definitions"][name].is_object(), "{reference}");
                assert!(whole["definitions"][name].is_object(), "{reference}");
            }
        }
    }

    /// `GUTSKIN_BLESS=1 cargo test schema` writes them.
    #[test]
    fn the_schemas_beside_the_content_are_these() {
        let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        for file in ContentFile::ALL.iter().copied() {
            let at = content.join(path(file));
            if std::env::var_os("GUTSKIN_BLESS").is_some() {
                std::fs::create_dir_all(at.parent().expect("it has one")).expect("it can be made");
                std::fs::write(&at, text(file)).expect("it can be written");
            }
            assert_eq!(
                std::fs::read_to_string(&at).ok().as_deref(),
                Some(text(file).as_str()),
                "{}",
                at.display()
            );
            let yaml = std::fs::read_to_string(content.join(file.name())).expect("it is there");
            let first = format!("# yaml-language-server: $schema=./{}", path(file));
            assert_eq!(yaml.lines().next(), Some(first.as_str()), "{}", file.name());
        }
    }

    #[test]
    fn every_key_is_described() {
        let whole = all();
        for (name, definition) in whole["definitions"].as_object().expect("they are there") {
            for (key, property) in definition["properties"].as_object().into_iter().flatten() {
                let is_described =
                    property["description"].as_str().is_some_and(|text| text.ends_with(['.', '"']));
                assert!(is_described, "{name}: {key}");
            }
        }
    }

    #[test]
    fn what_a_schema_requires_is_what_loading_misses() {
        const EMPTY: &[(&str, &str)] = &[
            ("article.yaml", "facts: [{}]"),
            ("concerns.yaml", "concerns: [{links: [{}], conditions: [{}]}]"),
            ("mechanisms.yaml", "mechanisms: [{findings: [{}]}]"),
            ("supports.yaml", "supports: [{examples: [{}], cautions: [{}]}, {how: [{}], roles: [{}]}]"),
            ("evidence.yaml", "evidence: [{conditions: [{}]}]"),
            ("sources.yaml", "sources: [{}]"),
            ("diets.yaml", "diets: [{}]\ntags: [{}]"),
            ("populations.yaml", "populations: [{}]"),
            ("red-flags.yaml", "red_flags: [{}]"),
            ("swaps.yaml", "swaps: [{}]"),
        ];
        let loaded = load(&[Layer::Texts { name: "empty", files: EMPTY }]);
        let missing = loaded.diagnostics.iter().filter(|found| found.code == Code::MissingField);
        let mut missing: Vec<&str> = missing.filter_map(|found| found.message.split('`').nth(1)).collect();
        let mut required: Vec<&str> = REQUIRED.iter().flat_map(|(_, keys)| keys.iter().copied()).collect();
        // The second support misses its own four keys once more, save the two it gives.
        required.extend(["id", "name", "kind"]);
        missing.sort_unstable();
        required.sort_unstable();
        assert_eq!(missing, required);
    }

    fn references(schema: &Value) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut open = vec![schema];
        while let Some(value) = open.pop() {
            match value {
                Value::Object(object) => {
                    found.extend(object.get("$ref").and_then(Value::as_str).map(str::to_owned));
                    open.extend(object.values());
                }
                Value::Array(items) => open.extend(items),
                _ => {}
            }
        }
        found
    }
}
