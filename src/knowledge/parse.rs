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
const NODE_LIMIT: usize = 1_000_000;

/// How many records a file may hold: each takes half a kilobyte, however little it says.
const RECORD_LIMIT: usize = 130_000;

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
    if let Some(at) = record_too_many(text) {
        let (code, message, help) = too_complex();
        problems.error(code, texts.place_of_byte(file, at), message).help(help);
        return None;
    }
    match serde_yaml::from_str_with_options(text, options(DuplicateKeyPolicy::PassThrough)) {
        Ok(content) => Some(content),
        Err(error) => {
            let exact = is_duplicate(&error).then(|| placed_duplicate::<T>(text)).flatten();
            report(file, exact.as_ref().unwrap_or(&error).without_snippet(), problems);
            None
        }
    }
}

/// Where the first record beyond the limit begins. Counted in the text, since the parser's budget
/// cannot tell a record from a word.
fn record_too_many(text: &str) -> Option<usize> {
    let mut records = 0;
    let mut offset = 0;
    let breaks: &[char] = if text.contains('\r') { &['\n', '\r'] } else { &['\n'] };
    for line in text.split(breaks) {
        records += line.bytes().filter(|byte| *byte == b'{').count() + usize::from(is_record(line));
        if records > RECORD_LIMIT {
            return Some(offset);
        }
        offset += line.len() + 1;
    }
    None
}

/// Whether a line may begin a record of a list: it is no item that is just a word, nor in braces,
/// which are counted by themselves.
fn is_record(line: &str) -> bool {
    let Some(item) = line.trim_start_matches(' ').strip_prefix('-') else { return false };
    let item = item.trim_start_matches(' ');
    let is_word = item.starts_with(|c: char| c.is_ascii_alphanumeric()) && !item.contains(':');
    !is_word && !item.starts_with('{')
}

/// Serde itself refuses a key that comes twice, but says only in which record.
fn is_duplicate(error: &Error) -> bool {
    matches!(error, Error::Message { msg, .. } if msg.starts_with("duplicate field"))
}

/// The YAML crate says at which line, for the price of a hash of every key: asked only then.
fn placed_duplicate<T: DeserializeOwned>(text: &str) -> Option<Error> {
    serde_yaml::from_str_with_options::<T>(text, options(DuplicateKeyPolicy::Error)).err()
}

const fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0x7F
}

fn options(duplicate_keys: DuplicateKeyPolicy) -> Options {
    serde_yaml::options! {
        budget: Some(budget()),
        duplicate_keys: duplicate_keys,
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
        Error::DuplicateMappingKey { key, .. } => {
            let key = key.as_deref().unwrap_or_default();
            let first = problems.texts.same_key_above(place, key);
            let message = format!("the key {} stands twice in one record", quoted(safe(key)));
            let found = problems.error(Code::DuplicateKey, place, message).help("keep one of the two");
            if let Some(first) = first {
                found.related(first, "first given here");
            }
        }
        _ if indented_by_tab(file, place, problems).is_some() => {
            let tab = indented_by_tab(file, place, problems).unwrap_or(place);
            problems
                .error(Code::Syntax, tab, "a tab stands in the indentation of this line")
                .help("indent with spaces alone");
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

/// A tab in the indentation of the line of an error, or of the next: the parser trips over it late.
fn indented_by_tab(file: FileId, place: Place, problems: &Problems<'_>) -> Option<Place> {
    let texts = problems.texts;
    let start = texts.place_of_line(file, place.line, 1);
    let lines = texts.after(start).split_inclusive('\n').take(2);
    let mut offset = start.offset as usize;
    for line in lines {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(at) = line[..indentation].find('\t') {
            return Some(texts.place_of_byte(file, offset + at));
        }
        offset += line.len();
    }
    None
}

/// What the YAML crate's other errors come to: code, message and help.
fn explained(error: &Error) -> (Code, String, &'static str) {
    let said = |code, message: &str, help| (code, message.to_owned(), help);
    match error {
        Error::Budget { breach, .. } => match breach {
            BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. } => alias(),
            BudgetBreach::MergeKeys { .. } => merge_key(),
            BudgetBreach::Documents { .. } => second_document(),
            _ => too_complex(),
        },
        Error::UnknownAnchor { .. } => alias(),
        Error::MergeKeyNotAllowed { .. } => merge_key(),
        Error::MultipleDocuments { .. } => second_document(),
        Error::UnsupportedTag { .. } => said(
            Code::UnsupportedYaml,
            "tags are not used in content",
            "text that begins with `!` needs quotes",
        ),
        Error::NullIntoString { .. } => said(
            Code::WrongType,
            "there is nothing here, where a text should stand",
            "write the text, or leave the whole line out; the word `null` needs quotes",
        ),
        Error::InvalidScalar { ty, .. } => (Code::WrongType, format!("this is no {}", number_word(ty)), ""),
        Error::InvalidBooleanStrict { .. } => {
            said(Code::WrongType, "`true` or `false` should stand here", "")
        }
        Error::Unexpected { expected: "sequence start", .. } => said(
            Code::WrongType,
            "a list should stand here",
            "write it in brackets, `[one, two]`, or each entry on its own line behind `- `",
        ),
        Error::Unexpected { expected: "mapping start" | "empty mapping start", .. } => said(
            Code::WrongType,
            "keys with their values should stand here",
            "write each as `key: value` on a line of its own",
        ),
        Error::Unexpected { expected, .. } => (Code::WrongType, format!("{expected} should stand here"), ""),
        Error::SerdeInvalidType { expected, .. } | Error::SerdeInvalidValue { expected, .. } => {
            (Code::WrongType, format!("{} should stand here", safe(expected)), "")
        }
        // The scanner meets a flood of brackets before the budget does.
        other if plain_message(other).contains("recursion limit") => too_complex(),
        other => (Code::Syntax, plain_message(other), ""),
    }
}

/// The crate's own words, without the place, which stands beside them anyway.
fn plain_message(error: &Error) -> String {
    let message = safe(&error.to_string());
    let end = [" at line ", " at char "].iter().filter_map(|mark| message.find(mark)).min();
    end.map_or(message.as_str(), |end| &message[..end]).to_owned()
}

fn number_word(ty: &str) -> &str {
    if ty.starts_with(['u', 'i']) { "number from 0 to 65,535, in plain digits" } else { ty }
}

fn alias() -> (Code, String, &'static str) {
    let help = "write the value out; text that begins with `&` or `*` needs quotes";
    (Code::UnsupportedYaml, "anchors and aliases (`&`, `*`) are not used in content".to_owned(), help)
}

fn second_document() -> (Code, String, &'static str) {
    let help = "a content file is one document: delete the `---`";
    (Code::UnsupportedYaml, "a second document begins here".to_owned(), help)
}

fn merge_key() -> (Code, String, &'static str) {
    (Code::UnsupportedYaml, "merge keys (`<<`) are not used in content".to_owned(), "write the keys out")
}

fn too_complex() -> (Code, String, &'static str) {
    let help = "the limits are 16 levels and 1,000,000 values and 130,000 records";
    (Code::TooComplex, "this file nests too deep or holds too many values".to_owned(), help)
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
