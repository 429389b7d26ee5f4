//! The shipped content, many times over: every copy of a support, a source or a finding under a
//! name of its own, so that it passes the same checks.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Map, Value};

/// Fields whose strings name a source or a support, and so get the copy's mark too.
const REFERENCES: [&str; 3] = ["sources", "source", "support"];

/// Writes the content with `times` copies of what grows; gives its size in bytes.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn grow(shipped: &Path, folder: &Path, times: usize) -> io::Result<u64> {
    fs::create_dir_all(folder)?;
    let mut bytes = 0;
    for entry in fs::read_dir(shipped)? {
        let path = entry?.path();
        if path.extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let name = path.file_name().unwrap_or_default();
        let text = match name.to_str() {
            Some("supports.yaml") if times > 1 => repeat(&text, "supports", times, |_| true)?,
            Some("evidence.yaml") if times > 1 => repeat(&text, "evidence", times, |_| true)?,
            Some("sources.yaml") if times > 1 => {
                let cited = cited(shipped)?;
                repeat(&text, "sources", times, |id| cited.contains(id))?
            }
            _ => text,
        };
        bytes += text.len() as u64;
        fs::write(folder.join(name), text)?;
    }
    Ok(bytes)
}

/// The phrases without sets of words that the content knows for what a person may say, sorted.
pub(super) fn phrases(shipped: &Path) -> io::Result<Vec<String>> {
    let mut phrases = BTreeSet::new();
    for name in ["concerns.yaml", "red-flags.yaml", "populations.yaml", "diets.yaml"] {
        strings(&parse(&fs::read_to_string(shipped.join(name))?)?, &["aliases", "phrases"], &mut phrases);
    }
    phrases.retain(|phrase| !phrase.contains('{'));
    Ok(phrases.into_iter().collect())
}

/// The sources that supports and evidence cite: a copy of another would be cited by nobody.
fn cited(shipped: &Path) -> io::Result<BTreeSet<String>> {
    let mut ids = BTreeSet::new();
    for name in ["supports.yaml", "evidence.yaml"] {
        strings(&parse(&fs::read_to_string(shipped.join(name))?)?, &["source", "sources"], &mut ids);
    }
    Ok(ids)
}

/// The strings under these keys, at any depth, alone or in a list.
fn strings(value: &Value, keys: &[&str], into: &mut BTreeSet<String>) {
    match value {
        Value::Object(record) => {
            for (key, value) in record {
                if keys.contains(&key.as_str()) {
                    let list = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                    into.extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
                }
                strings(value, keys, into);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, keys, into)),
        _ => {}
    }
}

fn parse(text: &str) -> io::Result<Value> {
    serde_yaml::from_str(text).map_err(io::Error::other)
}

fn repeat(text: &str, list: &str, times: usize, chosen: impl Fn(&str) -> bool) -> io::Result<String> {
    let value = parse(text)?;
    let mut records = value.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
    records.retain(|record| record.get("id").and_then(Value::as_str).is_none_or(&chosen));
    let mut out = text.trim_end().to_owned();
    out.push('\n');
    for copy in 2..=times {
        for record in &records {
            if let Value::Object(record) = record {
                write_item(&mut out, 2, &copied(record, list, copy));
            }
        }
    }
    Ok(out)
}

fn copied(record: &Map<String, Value>, list: &str, copy: usize) -> Map<String, Value> {
    let mark = |text: &str| Value::String(format!("{text}-{copy}"));
    let mut out = Map::new();
    for (key, value) in record {
        let value = match (key.as_str(), value) {
            ("id", Value::String(id)) => mark(id),
            // Search words, names and identifiers are one record's own.
            ("aliases" | "pmid" | "pmcid" | "doi", _) => continue,
            ("name", Value::String(name)) if list == "supports" && record.contains_key("id") => {
                Value::String(format!("{name} {copy}"))
            }
            (key, value) if REFERENCES.contains(&key) => referring(value, copy),
            (_, Value::Array(items)) => Value::Array(
                items
                    .iter()
                    .map(|item| match item {
                        Value::Object(inner) => Value::Object(copied(inner, list, copy)),
                        other => other.clone(),
                    })
                    .collect(),
            ),
            (_, other) => other.clone(),
        };
        out.insert(key.clone(), value);
    }
    out
}

fn referring(value: &Value, copy: usize) -> Value {
    match value {
        Value::String(id) => Value::String(format!("{id}-{copy}")),
        Value::Array(ids) => Value::Array(ids.iter().map(|id| referring(id, copy)).collect()),
        other => other.clone(),
    }
}

/// A record as an item of a block list, in the way of the shipped files.
fn write_item(out: &mut String, indent: usize, record: &Map<String, Value>) {
    for (place, (key, value)) in record.iter().enumerate() {
        let lead = if place == 0 { format!("{}- ", " ".repeat(indent)) } else { " ".repeat(indent + 2) };
        out.push_str(&lead);
        out.push_str(key);
        out.push(':');
        write_value(out, indent + 2, value);
    }
}

fn write_value(out: &mut String, indent: usize, value: &Value) {
    match value {
        Value::Array(items) if items.iter().any(Value::is_object) => {
            out.push('\n');
            for item in items {
                if let Value::Object(record) = item {
                    write_item(out, indent + 2, record);
                }
            }
        }
        // What JSON writes for the rest is YAML too.
        other => {
            out.push(' ');
            out.push_str(&other.to_string());
            out.push('\n');
        }
    }
}
