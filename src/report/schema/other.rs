//! Outputs that are no report: what `check` found, and the lines of `recognize`.

use serde_json::{Value, json};

/// What `check -f json` writes: no report, but what was found.
pub(super) fn check_output() -> Value {
    let place = json!({
        "file": {"type": ["string", "null"]},
        "line": {"type": ["integer", "null"], "description": "From 1."},
        "column": {"type": ["integer", "null"], "description": "From 1, in characters."},
        "length": {"type": ["integer", "null"], "description": "In characters."},
        "label": {"type": ["string", "null"], "description": "What is to be seen there."},
    });
    let mut finding = json!({
        "code": {"type": "string"},
        "level": {"type": "string", "enum": ["error", "warning"]},
        "message": {"type": "string"},
        "related": {"type": "array", "items": {"type": "object", "properties": place}},
        "help": {"type": ["string", "null"]},
    });
    if let (Some(finding), Value::Object(place)) = (finding.as_object_mut(), place) {
        finding.extend(place);
    }
    json!({
        "description": "What `check` found.",
        "type": "object",
        "required": ["schema_version", "diagnostics"],
        "properties": {
            "schema_version": {"type": "integer"},
            "diagnostics": {"type": "array", "items": {
                "type": "object",
                "required": ["code", "level", "message", "file", "line", "related", "help"],
                "properties": finding,
            }},
        },
    })
}

/// What `recognize` writes for a line, which may carry the fields of its input as well; or why that
/// line could not be read.
pub(super) fn recognize_line() -> Value {
    let names = json!({"type": "array", "items": {"type": "string"}});
    let flag = json!({
        "type": "object",
        "required": ["id", "urgency"],
        "properties": {
            "id": {"type": "string"},
            "urgency": {"type": "string", "enum": ["emergency", "urgent", "soon"]},
        },
    });
    let answer = json!({
        "type": "object",
        "required": ["text", "concerns", "conditions", "red_flags", "populations", "diets", "matches"],
        "properties": {
            "text": {"type": "string"},
            "concerns": names, "conditions": names, "populations": names, "diets": names,
            "red_flags": {"type": "array", "items": flag},
            "matches": {"type": "array", "items": heard()},
        },
    });
    let failure = json!({
        "type": "object",
        "required": ["error", "line"],
        "properties": {"error": {"type": "string"}, "line": {"type": "integer"}},
    });
    json!({"description": "What `recognize` writes for a line.", "anyOf": [answer, failure]})
}

/// A phrase that was heard.
fn heard() -> Value {
    let offset = json!({"type": "integer", "description": "Of a byte in the text."});
    let corrected = json!({
        "description": "What a misspelled word was taken for.",
        "type": "object",
        "required": ["from", "to"],
        "properties": {"from": {"type": "string"}, "to": {"type": "string"}},
    });
    json!({
        "description": "Beside what it speaks of: a concern and perhaps its condition, a red flag, a \
            population or a diet.",
        "type": "object",
        "required": ["phrase", "start", "end", "negated"],
        "properties": {
            "concern": {"type": "string"}, "condition": {"type": "string"}, "red_flag": {"type": "string"},
            "population": {"type": "string"}, "diet": {"type": "string"},
            "phrase": {"type": "string"}, "start": offset, "end": offset,
            "negated": {"type": "boolean"}, "corrected": corrected,
        },
    })
}
