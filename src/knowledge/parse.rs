//! Text → raw. All that is known about the YAML crate's options and errors stands here.

use serde::de::DeserializeOwned;
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
        duplicate_keys: DuplicateKeyPolicy::Error,
        merge_keys: MergeKeyPolicy::Error,
        strict_booleans: true,
        no_schema: true,
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
        Error::DuplicateMappingKey { key, .. } => {
            let key = key.as_deref().map_or_else(|| "a key".to_owned(), |key| quoted(safe(key)));
            problems
                .error(Code::DuplicateKey, place, format!("{key} stands twice in one record"))
                .help("keep one of the two");
        }
        Error::QuotingRequired { value, .. } => {
            let value = safe(value);
            problems
                .error(
                    Code::QuoteNeeded,
                    place,
                    format!("YAML may take {} for something other than text", quoted(&value)),
                )
                .help(format!("write it in quotes: '{value}'"));
        }
        other => report_other(file, place, other, problems),
    }
}

fn report_other(_file: FileId, place: Place, error: &Error, problems: &mut Problems<'_>) {
    let message = safe(&error.to_string());
    let code = match error {
        Error::Budget { .. } => Code::TooComplex,
        Error::MultipleDocuments { .. } | Error::MergeKeyNotAllowed { .. } => Code::UnsupportedYaml,
        Error::Unexpected { .. } => Code::WrongType,
        _ => Code::Syntax,
    };
    problems.error(code, place, message);
}

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
