//! What is known: YAML in, a checked and resolved model out.

pub mod model;
pub mod sets;
