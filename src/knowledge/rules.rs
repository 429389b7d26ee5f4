//! What content must keep to beyond its form: one rule a file, one code a rule. A rule looks at
//! the merged raw records, so that it can point at what it finds; what cannot be resolved is
//! reported elsewhere and skipped here.

mod ambiguous_alias;
mod anchor_too_long;
mod caution_basis;
mod caution_examples;
mod certainty_bounds;
pub(super) mod checking;
mod example_tags;
mod headline;
mod invalid_identifier;
mod missing_evidence;
mod one_sided_mechanism;
mod promise;
mod short_too_long;
mod swap_serves;
mod unsourced_evidence;
mod unused;

use checking::Checking;

/// Applies every rule; after resolving, which marks what is used.
pub(super) fn check(mut checking: Checking<'_, '_>) {
    ambiguous_alias::check(&mut checking);
    example_tags::check(&mut checking);
    unsourced_evidence::check(&mut checking);
    certainty_bounds::check(&mut checking);
    headline::check(&mut checking);
    missing_evidence::check(&mut checking);
    one_sided_mechanism::check(&mut checking);
    caution_basis::check(&mut checking);
    caution_examples::check(&mut checking);
    short_too_long::check(&mut checking);
    anchor_too_long::check(&mut checking);
    swap_serves::check(&mut checking);
    invalid_identifier::check(&mut checking);
    promise::check(&mut checking);
    unused::check(&mut checking);
}
