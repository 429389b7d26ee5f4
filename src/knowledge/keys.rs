//! How records name each other: by their place in a list of the knowledge base.

use serde::Serialize;

macro_rules! keys {
    ($($(#[$doc:meta])* $key:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $key(pub u16);

        impl $key {
            /// The place of the record in its list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

keys! {
    /// Names a fact of the article.
    FactKey;
    /// Names a concern.
    ConcernKey;
    /// Names a condition inside a concern.
    ConditionKey;
    /// Names a mechanism.
    MechanismKey;
    /// Names a support.
    SupportKey;
    /// Names a source.
    SourceKey;
    /// Names a tag that an example carries.
    TagKey;
    /// Names a diet.
    DietKey;
    /// Names a population.
    PopulationKey;
    /// Names a red flag.
    RedFlagKey;
}
