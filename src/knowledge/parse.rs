//! Text → raw. All that is known about the YAML crate's options and errors stands here.

use serde::de::DeserializeOwned;
use serde_yaml::budget::BudgetBreach;
use serde_yaml::{Budget, DuplicateKeyPolicy, Error, MergeKeyPolicy, Options};

use crate::diagnostic::Code;
use crate::words::{choices, quoted};

use super::problems::Problems;
use super::raw::at::At;
use super::sources::{FileId, Place, safe};

/// How deep lists and records may nest; the shipped content goes to seven.
const DEPTH_LIMIT: usize = 16;

/// How many values a file may hold: a hundred times what the largest shipped file does.
const NODE_LIMIT: usize = 1_500_000;

/// Reads one file's text; what is wrong with it is reported.
pub(super) fn parse<T: DeserializeOwned>(file: FileId, problems: &mut Problems<'_>) -> Option<At<T>> {
    let texts = problems.texts;
    let text = texts.get(file).text.as_str();
    if let Some(at) = text.bytes().position(is_control) {
        let place = texts.place_of_byte(file, at);
        problems
            .error(Code::ControlCharacter, place, "a control character stands here")
            .help("delete it; it cannot be seen in most editors");
        return None;
    }
    match serde_yaml::from_str_with_options(text, options()) {
        Ok(content) => Some(content),
        Err(error) => {
            report(file, error.without_snippet(), problems);
            None
        }
    }
}

const fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0x7F
}

fn options() -> Options {
    serde_yaml::options! {
        budget: Some(budget()),
        // Serde itself refuses a field that comes twice; to have it done a second time costs a
        // hash of every key.
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::Error,
        strict_booleans: true,
        reject_unsupported_tags: true,
        with_snippet: false,
    }
}

fn budget() -> Budget {
    let budget: Option<Budget> = serde_yaml::budget! {
        max_events: 4 * NODE_LIMIT,
        max_nodes: NODE_LIMIT,
        max_depth: DEPTH_LIMIT,
        flow_nesting_limit: DEPTH_LIMIT,
        max_aliases: 0,
        max_anchors: 0,
        max_documents: 1,
        max_merge_keys: 0,
        max_inclusion_depth: 0,
    };
    budget.unwrap_or_default()
}

fn report(file: FileId, error: &Error, problems: &mut Problems<'_>) {
    let place = place_of(file, error, problems);
    match error {
        Error::SerdeUnknownField { field, expected, .. } => {
            let field = safe(field);
            let nearest = problems.nearest(&field, expected.iter().copied());
            let help = match nearest {
                Some(name) => format!("did you mean {}?", quoted(name)),
                None => format!("the keys here are {}", choices(expected)),
            };
            problems
                .error(Code::UnknownField, place, format!("there is no key {} here", quoted(field)))
                .help(help);
        }
        Error::Message { msg, .. } if msg.starts_with("duplicate field") => {
            let key = msg.split('`').nth(1).unwrap_or_default();
            let first = problems.texts.same_key_above(place, key);
            let found = problems
                .error(
                    Code::DuplicateKey,
                    place,
                    format!("the key {} stands twice in one record", quoted(key)),
                )
                .help("keep one of the two");
            if let Some(first) = first {
                found.related(first, "first given here");
            }
        }
        other => {
            let (code, message, help) = explained(other);
            let found = problems.error(code, place, message);
            if !help.is_empty() {
                found.help(help);
            }
        }
    }
}

/// What the YAML crate's other errors come to: code, message and help.
fn explained(error: &Error) -> (Code, String, &'static str) {
    match error {
        Error::Budget { breach, .. } => match breach {
            BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. } => (
                Code::UnsupportedYaml,
                "anchors and aliases (`&`, `*`) are not used in content".to_owned(),
                "write the value out; text that begins with `&` or `*` needs quotes",
            ),
            BudgetBreach::MergeKeys { .. } => merge_key(),
            _ => (Code::TooComplex, "this file nests too deep or holds too many values".to_owned(), LIMITS),
        },
        Error::MergeKeyNotAllowed { .. } => merge_key(),
        Error::MultipleDocuments { .. } => (
            Code::UnsupportedYaml,
            "a second document begins here".to_owned(),
            "a content file is one document: delete the `---`",
        ),
        Error::NullIntoString { .. } => (
            Code::WrongType,
            "there is nothing here, where a text should stand".to_owned(),
            "write the text, or leave the whole line out; the word `null` needs quotes",
        ),
        Error::Unexpected { expected, .. } => (Code::WrongType, format!("{expected} should stand here"), ""),
        other => (Code::Syntax, safe(&other.to_string()), ""),
    }
}

fn merge_key() -> (Code, String, &'static str) {
    (Code::UnsupportedYaml, "merge keys (`<<`) are not used in content".to_owned(), "write the keys out")
}

const LIMITS: &str = "the limits are 16 levels and 1,500,000 values";

fn place_of(file: FileId, error: &Error, problems: &Problems<'_>) -> Place {
    let texts = problems.texts;
    let Some(location) = error.location() else {
        return texts.place_of_byte(file, 0);
    };
    let line = u32::try_from(location.line()).unwrap_or(u32::MAX);
    let column = u32::try_from(location.column()).unwrap_or(u32::MAX);
    let mut place = texts.place_of_line(file, line, column);
    if let (Some(_), Some(length)) = (location.span().byte_offset(), location.span().byte_len()) {
        place.length = u32::try_from(length).unwrap_or(0);
    }
    place
}
