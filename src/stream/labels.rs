//! What answers say again and again, ready to be copied.

use super::json;
use crate::knowledge::model::{
    ConcernKey, ConditionKey, DietKey, KnowledgeBase, PopulationKey, RedFlagKey, Target,
};

/// Some JSON for everything that recognition speaks of.
pub(crate) struct Labels([Vec<Label>; 5]);

impl Labels {
    /// As `write` writes it.
    pub(crate) fn new(kb: &KnowledgeBase, write: impl Fn(&mut Vec<u8>, Target)) -> Self {
        let of = |count: usize, target: fn(u16) -> Target| {
            (0..).take(count).map(|key| Label::new(|out| write(out, target(key)))).collect()
        };
        Self([
            of(kb.concerns.len(), |key| Target::Concern(ConcernKey(key))),
            of(kb.conditions.len(), |key| Target::Condition(ConditionKey(key))),
            of(kb.red_flags.len(), |key| Target::RedFlag(RedFlagKey(key))),
            of(kb.populations.len(), |key| Target::Population(PopulationKey(key))),
            of(kb.diets.len(), |key| Target::Diet(DietKey(key))),
        ])
    }

    pub(crate) fn write(&self, out: &mut Vec<u8>, target: Target) {
        let (kind, key) = match target {
            Target::Concern(ConcernKey(key)) => (0, key),
            Target::Condition(ConditionKey(key)) => (1, key),
            Target::RedFlag(RedFlagKey(key)) => (2, key),
            Target::Population(PopulationKey(key)) => (3, key),
            Target::Diet(DietKey(key)) => (4, key),
        };
        self.0[kind][usize::from(key)].write(out);
    }
}

/// Hardly any label is longer.
const ROOM: usize = 96;

struct Label {
    short: [u8; ROOM],
    len: usize,
    /// Instead, if it is longer than that.
    long: Vec<u8>,
}

impl Label {
    fn new(write: impl Fn(&mut Vec<u8>)) -> Self {
        let mut long = Vec::new();
        write(&mut long);
        let mut short = [0; ROOM];
        let len = long.len();
        if let Some(room) = short.get_mut(..len) {
            room.copy_from_slice(&long);
            long.clear();
        }
        Self { short, len, long }
    }

    fn write(&self, out: &mut Vec<u8>) {
        if self.long.is_empty() {
            json::start_of(out, &self.short, self.len);
        } else {
            out.extend_from_slice(&self.long);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Label, ROOM};

    #[test]
    fn labels_of_every_length_are_written_whole() {
        for len in [1, ROOM - 1, ROOM, ROOM + 1, 3 * ROOM] {
            let bytes: Vec<u8> = (0..=u8::MAX).cycle().take(len).collect();
            let mut out = b"before".to_vec();
            Label::new(|label| label.extend_from_slice(&bytes)).write(&mut out);
            assert_eq!(out, [b"before", &*bytes].concat());
        }
    }
}
