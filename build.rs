//! Compiles the content into the program.

fn main() {}
