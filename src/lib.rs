//! What an article on the gut–skin axis recommends for a skin concern, how sure research is, and
//! who should be careful: the library behind the `gutskin` program.

pub mod diagnostic;
pub mod report;
pub mod words;
