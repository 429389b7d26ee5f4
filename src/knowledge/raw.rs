//! The serde mirror of the content files: what is written, with the place of every value, before
//! any of it is believed. Leaves this room only as a resolved model.
//!
//! Every field may be missing here, so that a patch (`extends: ID`) can give just some, and so
//! that all missing fields of all records are reported at once. Unknown keys are refused.

pub(super) mod at;
pub(super) mod concerns;
pub(super) mod evidence;
pub(super) mod people;
pub(super) mod supports;
pub(super) mod vocabulary;
