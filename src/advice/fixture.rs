//! The shipped content, for tests.

use std::path::PathBuf;
use std::sync::OnceLock;

use crate::knowledge::files::Layer;
use crate::knowledge::load;
use crate::knowledge::model::{ConcernKey, DietKey, KnowledgeBase, PopulationKey};

use super::{Query, resolve_avoid};

/// The content of this repository.
pub(crate) fn shipped() -> &'static KnowledgeBase {
    static SHIPPED: OnceLock<KnowledgeBase> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let loaded = load(&[shipped_layer()]);
        loaded.kb.expect("the shipped content is sound")
    })
}

/// The same as a layer, for others above it.
pub(crate) fn shipped_layer() -> Layer {
    Layer::Directory(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content"))
}

/// A question in words: concerns, then `--diet`, `--health`, `--avoid`.
pub(crate) fn asked(concerns: &[&str], diets: &[&str], health: &[&str], avoid: &[&str]) -> Query {
    let kb = shipped();
    let place = |mut ids: Box<dyn Iterator<Item = &'static str>>, id: &str| {
        let place = ids.position(|other| other == id);
        u16::try_from(place.unwrap_or_else(|| panic!("{id} is known"))).expect("it is a small place")
    };
    let concern = |id: &&str| ConcernKey(place(Box::new(kb.concerns.iter().map(|known| known.id)), id));
    let diet = |id: &&str| DietKey(place(Box::new(kb.diets.iter().map(|known| known.id)), id));
    let population =
        |id: &&str| PopulationKey(place(Box::new(kb.populations.iter().map(|known| known.id)), id));
    let avoided = |word: &&str| resolve_avoid(kb, word).unwrap_or_else(|| panic!("{word} is known"));
    Query {
        concerns: concerns.iter().map(concern).collect(),
        diets: diets.iter().map(diet).collect(),
        health: health.iter().map(population).collect(),
        avoid: avoid.iter().map(avoided).collect(),
        ..Query::default()
    }
}
