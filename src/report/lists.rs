//! The lists of what is known. Their JSON is `{"schema_version": 1, "<plural>": [ … ]}`.

mod concerns;
mod mechanisms;
mod red_flags;
mod sources;
mod supports;
#[cfg(test)]
mod tests;

pub use concerns::{ConcernRecord, ConcernsOutput, ConcernsReport};
pub use mechanisms::{FindingEntry, MechanismRecord, MechanismsOutput, MechanismsReport};
pub use red_flags::{RedFlagRecord, RedFlagsOutput, RedFlagsReport};
pub use sources::{SourceRecord, SourcesOutput, SourcesReport};
pub use supports::{SupportsOutput, SupportsReport};

pub(in crate::report) use mechanisms::mechanism_blocks;
pub(in crate::report) use red_flags::{flag_facts, urgency_heading};
