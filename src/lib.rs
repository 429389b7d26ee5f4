//! `gutskin`: what an article on the gut–skin axis recommends for a skin concern, how sure the
//! research is, and who should be careful.
//!
//! Data flows one way: arguments → knowledge → recognition → advice → report → render. Each
//! module below is a room on that street; `tests/integration/architecture.rs` holds them to what
//! each may use.

pub mod advice;
pub mod app;
pub mod cli;
pub mod diagnostic;
pub mod embedded;
pub mod knowledge;
pub mod map;
pub mod plan;
pub mod recognition;
pub mod render;
pub mod report;
pub mod stream;
pub mod words;
