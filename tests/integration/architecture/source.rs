//! Reads what each source file names, from its tokens.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A file of the source.
pub(super) struct Module {
    /// Such as `advice::rank`; `main` and `lib` for the two roots.
    pub(super) path: String,
    /// From the root of the repository.
    pub(super) file: String,
    pub(super) lines: usize,
    /// The modules of the crate that it names, with the line.
    pub(super) names: Vec<(String, usize)>,
    /// The paths of other crates that it names, with the line.
    pub(super) outside: Vec<(String, usize)>,
    /// The lines of its glob imports.
    pub(super) globs: Vec<usize>,
}

impl Module {
    /// The part of the street it stands in.
    pub(super) fn room(&self) -> &str {
        self.path.split("::").next().unwrap_or_default()
    }
}

/// What a file names: `crate::…` for its own crate, whatever way it was written.
pub(super) struct Read {
    pub(super) paths: Vec<(String, usize)>,
    pub(super) globs: Vec<usize>,
}

/// All files below a folder, in the order of their paths.
pub(super) fn modules(src: &Path) -> Vec<Module> {
    let mut files = Vec::new();
    collect(src, "src", &mut files);
    files.sort();
    let tests: BTreeSet<String> = files.iter().flat_map(|(file, text)| test_modules(file, text)).collect();
    files.retain(|(file, _)| !tests.contains(&module_path(file)));
    let known: BTreeSet<String> = files.iter().map(|(file, _)| module_path(file)).collect();
    files.into_iter().map(|(file, text)| module(file, &text, &known)).collect()
}

fn collect(folder: &Path, name: &str, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the source is there") {
        let path = entry.expect("the source can be listed").path();
        let name = format!("{name}/{}", path.file_name().expect("it has a name").display());
        if path.is_dir() {
            collect(&path, &name, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push((name, fs::read_to_string(path).expect("the source is text")));
        }
    }
}

fn module(file: String, text: &str, known: &BTreeSet<String>) -> Module {
    let read = read(&file, text);
    let mut names = Vec::new();
    let mut outside = Vec::new();
    for (path, line) in read.paths {
        match path.strip_prefix("crate::").or(path.strip_prefix("gutskin::")) {
            Some(inner) => names.extend(nearest_module(inner, known).map(|module| (module, line))),
            None => outside.push((path, line)),
        }
    }
    Module { path: module_path(&file), file, lines: text.lines().count(), names, outside, globs: read.globs }
}

/// `advice::rank::Key` → `advice::rank`, if that is a file.
fn nearest_module(path: &str, known: &BTreeSet<String>) -> Option<String> {
    let mut path = path;
    loop {
        if known.contains(path) {
            return Some(path.to_owned());
        }
        path = path.rsplit_once("::")?.0;
    }
}

/// `src/advice/rank.rs` → `advice::rank`.
fn module_path(file: &str) -> String {
    file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::")
}

/// What a file names, tests aside.
pub(super) fn read(file: &str, text: &str) -> Read {
    let tokens: TokenStream = text.parse().expect("the source is Rust");
    let module = module_path(file);
    let tokens = without_tests(tokens);
    let mut reader = Reader {
        module: match module.as_str() {
            "main" | "lib" => Vec::new(),
            _ => module.split("::").map(str::to_owned).collect(),
        },
        children: child_modules(&tokens),
        read: Read { paths: Vec::new(), globs: Vec::new() },
    };
    reader.tokens(&tokens);
    reader.read
}

struct Reader {
    module: Vec<String>,
    children: BTreeSet<String>,
    read: Read,
}

impl Reader {
    fn tokens(&mut self, tokens: &[TokenTree]) {
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Ident(word) if word == "use" => at = self.tree(tokens, at + 1, &[]),
                // `pub(in crate::room)` limits who may look in; it names nothing.
                TokenTree::Ident(word) if word == "pub" => at += if is_limit(tokens, at + 1) { 2 } else { 1 },
                TokenTree::Ident(word) if self.starts_path(&word.to_string(), tokens, at) => {
                    at = self.tree(tokens, at, &[]);
                }
                TokenTree::Group(group) => {
                    self.tokens(&group.stream().into_iter().collect::<Vec<_>>());
                    at += 1;
                }
                _ => at += 1,
            }
        }
    }

    /// Whether a path begins here that says from where.
    fn starts_path(&self, word: &str, tokens: &[TokenTree], at: usize) -> bool {
        let says = matches!(word, "crate" | "super" | "self" | "std" | "clap" | "gutskin");
        (says || self.children.contains(word))
            && is_colons(tokens, at + 1)
            && !(at >= 2 && is_colons(tokens, at - 2))
    }

    /// One path, or a tree of them; returns the place behind it.
    fn tree(&mut self, tokens: &[TokenTree], start: usize, prefix: &[String]) -> usize {
        let mut path = prefix.to_vec();
        let mut at = start;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Ident(word) if word == "self" && !path.is_empty() => at += 1,
                TokenTree::Ident(word) if word == "as" => break,
                TokenTree::Ident(word) => {
                    path.push(word.to_string());
                    at += 1;
                }
                TokenTree::Punct(glob) if glob.as_char() == '*' && !path.is_empty() => {
                    self.read.globs.push(glob.span().start().line);
                    at += 1;
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    let branches: Vec<TokenTree> = group.stream().into_iter().collect();
                    let is_comma =
                        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
                    for branch in branches.split(is_comma).filter(|branch| !branch.is_empty()) {
                        self.tree(branch, 0, &path);
                    }
                    return at + 1;
                }
                _ => break,
            }
            if !is_colons(tokens, at) {
                break;
            }
            at += 2;
        }
        if let Some(token) = tokens.get(start) {
            self.name(path, token.span().start().line);
        }
        at.max(start + 1)
    }

    fn name(&mut self, path: Vec<String>, line: usize) {
        let mut resolved = Vec::new();
        let mut rest = path.into_iter().peekable();
        match rest.peek().map(String::as_str) {
            Some("super" | "self") => {
                resolved.push("crate".to_owned());
                resolved.extend(self.module.iter().cloned());
            }
            Some(child) if self.children.contains(child) => {
                resolved.push("crate".to_owned());
                resolved.extend(self.module.iter().cloned());
            }
            _ => {}
        }
        for step in rest {
            match step.as_str() {
                "self" => {}
                "super" => drop(resolved.pop()),
                _ => resolved.push(step),
            }
        }
        self.read.paths.push((resolved.join("::"), line));
    }
}

fn is_limit(tokens: &[TokenTree], at: usize) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
}

fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    colon(at) && colon(at + 1)
}

/// The tokens without items under `#[cfg(test)]`.
fn without_tests(tokens: TokenStream) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        let is_test = matches!(&token, TokenTree::Group(group)
            if group.delimiter() == Delimiter::Bracket
                && group.stream().to_string().replace(' ', "") == "cfg(test)");
        if is_test {
            // The item ends with its braces, or with a semicolon.
            tokens.by_ref().find(|token| match token {
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                TokenTree::Punct(mark) => mark.as_char() == ';',
                _ => false,
            });
        } else {
            kept.push(token);
        }
    }
    kept
}

/// The modules that a file opens for its tests alone: `#[cfg(test)] mod name;`.
fn test_modules(file: &str, text: &str) -> Vec<String> {
    let tokens: TokenStream = text.parse().expect("the source is Rust");
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let kept = child_modules(&without_tests(tokens));
    let path = module_path(file);
    child_modules(&all).difference(&kept).map(|child| format!("{path}::{child}")).collect()
}

/// The modules that a file opens: `mod name;`.
fn child_modules(tokens: &[TokenTree]) -> BTreeSet<String> {
    tokens
        .windows(2)
        .filter_map(|pair| match pair {
            [TokenTree::Ident(word), TokenTree::Ident(name)] if word == "mod" => Some(name.to_string()),
            _ => None,
        })
        .collect()
}
