//! The JSON Schema of the output, out of the very types that are written.

mod other;

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::advise::json::AdviseOutput;
use super::lists::{ConcernsOutput, MechanismsOutput, RedFlagsOutput, SourcesOutput, SupportsOutput};
use super::map::MapOutput;
use super::plan::json::PlanOutput;
use super::profile::ProfileReport;
use super::show::ShowOutput;
use other::{check_output, recognize_line};

/// What `gutskin schema --output` writes: draft 7, any of the outputs by the name of its command.
#[must_use]
pub fn output_schema() -> Value {
    let mut generator = SchemaSettings::draft07().for_serialize().into_generator();
    let outputs = [
        generator.subschema_for::<AdviseOutput<'static>>(),
        generator.subschema_for::<PlanOutput<'static>>(),
        generator.subschema_for::<MapOutput<'static>>(),
        generator.subschema_for::<ConcernsOutput<'static>>(),
        generator.subschema_for::<MechanismsOutput<'static>>(),
        generator.subschema_for::<SupportsOutput<'static>>(),
        generator.subschema_for::<SourcesOutput<'static>>(),
        generator.subschema_for::<RedFlagsOutput<'static>>(),
        generator.subschema_for::<ShowOutput<'static>>(),
        generator.subschema_for::<ProfileReport>(),
    ];
    let mut definitions = generator.take_definitions(true);
    let plain = [("CheckOutput", check_output()), ("RecognizeLine", recognize_line())];
    let named = plain.iter().map(|(name, _)| json!({"$ref": format!("#/definitions/{name}")}));
    let outputs: Vec<Value> = outputs.into_iter().map(Value::from).chain(named).collect();
    definitions.extend(plain.map(|(name, schema)| (name.to_owned(), schema)));
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "What gutskin writes with --format json, and the lines of recognize",
        "anyOf": outputs,
        "definitions": definitions,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json, to_value};

    use super::output_schema;
    use crate::advice::advise;
    use crate::advice::fixture::{asked, shipped};
    use crate::knowledge::find::{Kind, find, names};
    use crate::report::Detail;
    use crate::report::advise::AdviseReport;
    use crate::report::heard::Heard;
    use crate::report::lists::{ConcernsReport, MechanismsReport, RedFlagsReport, SourcesReport};
    use crate::report::show::ShowReport;

    /// Whether the value is what the schema says: as much of draft 7 as our schema uses. Unknown
    /// fields count as wrong here, so that the schema names all that is written; only the kinds of
    /// `show`, which stand beside the fields of all, leave each other's fields alone.
    fn fits(schema: &Value, root: &Value, value: &Value) -> bool {
        fits_strictly(schema, root, value, schema.get("oneOf").is_none())
    }

    fn fits_strictly(schema: &Value, root: &Value, value: &Value, strict: bool) -> bool {
        if let Some(path) = schema["$ref"].as_str() {
            return fits(root.pointer(path.trim_start_matches('#')).expect("a definition"), root, value);
        }
        let any = |word: &str| schema[word].as_array();
        let words = any("enum").is_none_or(|words| words.contains(value));
        let kinds = match &schema["type"] {
            Value::String(kind) => is(kind, value),
            Value::Array(kinds) => kinds.iter().any(|kind| is(kind.as_str().unwrap_or_default(), value)),
            _ => true,
        };
        let has = |name: &Value| value.get(name.as_str().unwrap_or_default()).is_some();
        let required = any("required").is_none_or(|names| names.iter().all(has));
        let items =
            value.as_array().is_none_or(|all| all.iter().all(|one| fits(&schema["items"], root, one)));
        let fields = schema["properties"].as_object().is_none_or(|known| {
            let mut given = value.as_object().into_iter().flatten();
            given.all(|(name, one)| known.get(name).map_or(!strict, |field| fits(field, root, one)))
        });
        let any_of = any("anyOf").is_none_or(|all| all.iter().any(|one| fits(one, root, value)));
        let one_of =
            any("oneOf").is_none_or(|all| all.iter().any(|one| fits_strictly(one, root, value, false)));
        words && kinds && required && items && fields && any_of && one_of
    }

    fn is(kind: &str, value: &Value) -> bool {
        match kind {
            "null" => value.is_null(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_u64() || value.is_i64(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            _ => false,
        }
    }

    #[test]
    fn everything_written_fits_the_schema() {
        let (kb, schema) = (shipped(), output_schema());
        let advice = advise(kb, &asked(&["redness"], &["vegan"], &["pregnancy"], &["garlic"]));
        let heard = Heard::default();
        let cite = Detail { why: false, cite: true };
        let advised = to_value(AdviseReport::new(kb, &advice, &heard, cite)).expect("it serializes");
        assert!(fits(&json!({"$ref": "#/definitions/AdviseOutput"}), &schema, &advised), "{advised:#}");
        let lists = [
            to_value(ConcernsReport::new(kb)),
            to_value(MechanismsReport::new(kb)),
            to_value(RedFlagsReport::new(kb)),
            to_value(SourcesReport::new(kb)),
        ];
        for list in lists {
            let list = list.expect("it serializes");
            assert!(fits(&schema, &schema, &list), "{list:#}");
        }
        for name in names(kb, Kind::ALL).step_by(7) {
            let entry = find(kb, name).expect("it has this name");
            let shown = to_value(ShowReport::new(kb, entry)).expect("it serializes");
            assert!(fits(&schema, &schema, &shown), "{shown:#}");
        }
    }

    #[test]
    fn something_else_does_not_fit() {
        let schema = output_schema();
        let advice = advise(shipped(), &asked(&["acne"], &[], &[], &[]));
        let heard = Heard::default();
        let report = AdviseReport::new(shipped(), &advice, &heard, Detail::default());
        let mut advised = to_value(report).expect("it serializes");
        advised["supports"][0]["evidence"][0]["certainty"] = "certain".into();
        assert!(!fits(&schema, &schema, &advised));
        assert!(!fits(&schema, &schema, &json!({"schema_version": 1, "concerns": [{}]})));
    }
}
