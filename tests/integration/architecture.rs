//! The source holds to its own architecture: a one-way street with a room for each step. What a
//! module names is read from its tokens (`use` lines and paths alike), tests aside.

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use source::Module;

/// What each room may name of the crate: whole rooms, or single modules of one.
///
/// `words` is vocabulary for messages and may be named by all. `main` and `lib` only open rooms.
const ROOMS: &[(&str, &[&str])] = &[
    ("main", &["app", "cli"]),
    // The build script, a second crate root: it compiles the content with the rooms that load it.
    ("build", &["embedded", "knowledge", "recognition", "render", "diagnostic"]),
    (
        "app",
        &[
            "cli",
            "embedded",
            "knowledge",
            "recognition",
            "stream",
            "advice",
            "plan",
            "map",
            "report",
            "render",
            "diagnostic",
        ],
    ),
    // Domain enums as flag values; the domain never sees clap.
    ("cli", &["knowledge::sets", "render"]),
    ("embedded", &["knowledge", "recognition"]),
    ("knowledge", &["diagnostic"]),
    ("recognition", &["knowledge"]),
    // The line filter: recognition over many lines.
    ("stream", &["knowledge", "recognition"]),
    ("advice", &["knowledge"]),
    ("plan", &["advice", "knowledge"]),
    ("map", &["advice", "knowledge"]),
    ("report", &["advice", "plan", "map", "recognition", "knowledge", "diagnostic"]),
    ("render", &["report", "diagnostic"]),
    ("diagnostic", &[]),
    ("words", &[]),
];

/// Rooms that are given what they need as values: no clock, environment, stream or command line.
const PURE: &[&str] =
    &["knowledge", "recognition", "advice", "plan", "map", "report", "render", "diagnostic", "words"];

/// What only `app` (and clap only `cli`) may name.
const OUTSIDE: &[&str] = &[
    "std::env",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "std::net",
    "std::process",
    "std::time::Instant",
    "std::time::SystemTime",
    "clap",
];

/// The only modules that may open files, besides `app`.
const FILES: &[&str] = &["knowledge::files"];

/// Names that close a circle today; the list only gets shorter.
const TO_UNTANGLE: &[(&str, &str)] = &[];

const MOST_LINES: usize = 500;
const USUAL_LINES: usize = 300;

#[test]
fn each_room_names_only_what_it_may() {
    let rooms: BTreeMap<&str, &[&str]> = ROOMS.iter().copied().collect();
    let mut wrong = Vec::new();
    for module in modules() {
        let room = module.room();
        if room == "lib" {
            continue;
        }
        let Some(allowed) = rooms.get(room) else {
            wrong.push(format!("{} is in no room; give it a line in ROOMS", module.file));
            continue;
        };
        for (target, line) in &module.names {
            let is_allowed = [room, "words"]
                .iter()
                .chain(*allowed)
                .any(|open| target == open || target.starts_with(&format!("{open}::")));
            if !is_allowed {
                wrong.push(format!("{}:{line}: `{room}` names `{target}`", module.file));
            }
        }
    }
    assert!(wrong.is_empty(), "against the direction of the rooms:\n{}", wrong.join("\n"));
}

#[test]
fn what_lies_outside_comes_in_as_a_value() {
    let mut wrong = Vec::new();
    for module in modules() {
        for (path, line) in &module.outside {
            let is = |start: &str| path == start || path.starts_with(&format!("{start}::"));
            let pure = PURE.contains(&module.room());
            let outside = pure && OUTSIDE.iter().any(|outside| is(outside));
            let file = pure && is("std::fs") && !FILES.contains(&module.path.as_str());
            let clap = is("clap") && !matches!(module.room(), "cli" | "app");
            if outside || file || clap {
                wrong.push(format!("{}:{line}: names `{path}`", module.file));
            }
        }
    }
    assert!(wrong.is_empty(), "the outside world in a room that is given values:\n{}", wrong.join("\n"));
}

#[test]
fn modules_form_no_cycle() {
    let modules = modules();
    let edges: Edges<'_> = modules
        .iter()
        .map(|module| {
            let from = module.path.as_str();
            let targets = module.names.iter().map(|(target, _)| target.as_str());
            let counted = targets.filter(|to| *to != from && !TO_UNTANGLE.contains(&(from, to)));
            (from, counted.collect())
        })
        .collect();
    let circles = circular(&edges);
    assert!(circles.is_empty(), "modules name each other in circles:\n{}", circles.join("\n"));
}

#[test]
fn globs_hide_no_dependencies() {
    let wrong: Vec<String> = modules()
        .iter()
        .flat_map(|module| module.globs.iter().map(|line| format!("{}:{line}", module.file)))
        .collect();
    assert!(wrong.is_empty(), "`use …::*` outside of tests:\n{}", wrong.join("\n"));
}

#[test]
fn files_stay_small() {
    let modules = modules();
    let long: Vec<String> = modules
        .iter()
        .filter(|module| module.lines > MOST_LINES)
        .map(|module| format!("{}: {} lines", module.file, module.lines))
        .collect();
    assert!(long.is_empty(), "over {MOST_LINES} lines:\n{}", long.join("\n"));
    let rather_long = modules.iter().filter(|module| module.lines > USUAL_LINES).count();
    assert!(
        rather_long * 10 <= modules.len(),
        "{rather_long} of {} files pass {USUAL_LINES} lines; few should",
        modules.len()
    );
}

#[test]
fn module_files_stand_beside_their_folders() {
    let wrong: Vec<String> =
        modules().into_iter().map(|module| module.file).filter(|file| file.ends_with("mod.rs")).collect();
    assert!(wrong.is_empty(), "write foo.rs beside foo/: {}", wrong.join(", "));
}

/// The checks above are only as good as what is read; these are the ways to name a module.
#[test]
fn reading_finds_every_way_to_name_a_module() {
    let text = "
        use crate::a::{self, b::{C, D as E}, F};
        pub use super::g::H;
        mod child;
        use child::I;
        use std::{env, io::{self, Write as _}};
        /// In a comment: crate::not::this.
        fn f() -> crate::j::K { let _ = \"crate::nor::this\"; log!(crate::m::n()); super::o(); child::q() }
        pub(in crate::nor::that) struct S;
        #[cfg(test)]
        mod tests { use super::*; use crate::not::that; }
        #[cfg(test)]
        use crate::nor::that;
        use crate::p::*;
    ";
    let read = source::read("src/x/y.rs", text);
    let names: Vec<&str> = read.paths.iter().map(|(path, _)| path.as_str()).collect();
    let expected = [
        "crate::a",
        "crate::a::b::C",
        "crate::a::b::D",
        "crate::a::F",
        "crate::x::g::H",
        "crate::x::y::child::I",
        "std::env",
        "std::io",
        "std::io::Write",
        "crate::j::K",
        "crate::m::n",
        "crate::x::o",
        "crate::x::y::child::q",
        "crate::p",
    ];
    for path in expected {
        assert!(names.contains(&path), "{path} was not found in {names:?}");
    }
    let wrong: Vec<&&str> =
        names.iter().filter(|name| name.contains("not") || name.contains("nor")).collect();
    assert!(wrong.is_empty(), "tests, comments and strings name nothing: {wrong:?}");
    assert_eq!(read.globs, [14]);
}

#[test]
fn circles_are_found() {
    let edges = BTreeMap::from([
        ("a", BTreeSet::from(["b"])),
        ("b", BTreeSet::from(["c"])),
        ("c", BTreeSet::from(["b", "d"])),
        ("d", BTreeSet::new()),
    ]);
    assert_eq!(circular(&edges), ["b -> c", "c -> b"]);
}

/// Which module names which.
type Edges<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

fn modules() -> Vec<Module> {
    source::modules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// The edges that lie on a circle: their end leads back to their beginning.
fn circular(edges: &Edges<'_>) -> Vec<String> {
    let all = edges.iter().flat_map(|(from, targets)| targets.iter().map(move |to| (*from, *to)));
    all.filter(|(from, to)| reachable(to, edges).contains(from))
        .map(|(from, to)| format!("{from} -> {to}"))
        .collect()
}

fn reachable<'a>(start: &'a str, edges: &Edges<'a>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![start];
    while let Some(module) = open.pop() {
        if reached.insert(module) {
            open.extend(edges.get(module).into_iter().flatten());
        }
    }
    reached
}
