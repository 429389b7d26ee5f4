//! The program as a user meets it, and the source as a newcomer does. One binary, so that it links
//! once.

mod advise; // concerns in, supports out
mod architecture; // each room uses only what it may; no cycles; small files
mod check; // check, schema and init: for who writes content
mod common; // the builder: strict about stdout, stderr and status, in a scrubbed environment
mod completions; // scripts for shells, and what they are answered
mod content; // the shipped content is sound, whole, and what the program carries
mod damage; // shipped files, damaged by a program: located within a line
mod diagnostics; // every code: explained, with an example that is reported under it
mod exit_codes; // each way to end has its code; errors say what to do
mod guides; // what the guides for contributors show works
mod help; // help, version, manual; every example runs
mod hostile; // content files that are broken or odd: named, placed, refused in time
mod lists; // concerns, mechanisms, supports, sources
mod plan; // plan and map: the same advice laid out
mod profile; // own defaults
mod properties; // whatever loads renders in every format, and reads back
mod readme; // the README is true
mod recognition; // what people type is heard: scored by class, with floors
mod recognize; // a filter, line by line
mod show; // one thing in full
mod streams; // pipes, color, widths, files
#[cfg(unix)]
mod terminal; // what only a terminal sees: width, color, questions
