//! All raw records of all layers, merged, with what finds them by name.

pub(super) mod names;
pub(super) mod prose;

use serde::de::DeserializeOwned;

use crate::diagnostic::Code;
use crate::words::quoted;

use super::files::ContentFile;
use super::merge::{Fields, In, Layered, Record, merged};
use super::parse::parse;
use super::problems::Problems;
use super::raw::at::{At, List};
use super::raw::concerns::{
    ArticleFile, AxisFile, ConcernsFile, MechanismsFile, RawAxis, RawConcern, RawCondition, RawFact,
    RawMechanism,
};
use super::raw::evidence::{EvidenceFile, RawEvidence, RawSource, SourcesFile};
use super::raw::people::{
    DietsFile, PopulationsFile, RawDiet, RawPopulation, RawRedFlag, RawSwap, RawTag, RedFlagsFile, SwapsFile,
};
use super::raw::supports::{RawExample, RawSupport, SupportsFile};
use super::raw::vocabulary::VocabularyFile;
use super::sources::FileId;

/// One kind's files, lowest layer first.
type Files<T> = Vec<(FileId, At<T>)>;

/// What was parsed, kind by kind.
#[derive(Default)]
pub(super) struct Parsed {
    article: Files<ArticleFile>,
    axis: Files<AxisFile>,
    concerns: Files<ConcernsFile>,
    mechanisms: Files<MechanismsFile>,
    supports: Files<SupportsFile>,
    evidence: Files<EvidenceFile>,
    sources: Files<SourcesFile>,
    diets: Files<DietsFile>,
    populations: Files<PopulationsFile>,
    red_flags: Files<RedFlagsFile>,
    swaps: Files<SwapsFile>,
    vocabulary: Files<VocabularyFile>,
    /// Kinds of which a file could not be read: what they define cannot be known.
    broken: Vec<ContentFile>,
}

impl Parsed {
    /// Parses all files; each can report one mistake in its form.
    pub(super) fn new(
        files: &[(ContentFile, FileId)],
        broken: Vec<ContentFile>,
        problems: &mut Problems<'_>,
    ) -> Self {
        let mut parsed = Self { broken, ..Self::default() };
        for (kind, file) in files.iter().copied() {
            let is_sound = match kind {
                ContentFile::Article => read(&mut parsed.article, file, problems),
                ContentFile::Axis => read(&mut parsed.axis, file, problems),
                ContentFile::Concerns => read(&mut parsed.concerns, file, problems),
                ContentFile::Mechanisms => read(&mut parsed.mechanisms, file, problems),
                ContentFile::Supports => read(&mut parsed.supports, file, problems),
                ContentFile::Evidence => read(&mut parsed.evidence, file, problems),
                ContentFile::Sources => read(&mut parsed.sources, file, problems),
                ContentFile::Diets => read(&mut parsed.diets, file, problems),
                ContentFile::Populations => read(&mut parsed.populations, file, problems),
                ContentFile::RedFlags => read(&mut parsed.red_flags, file, problems),
                ContentFile::Swaps => read(&mut parsed.swaps, file, problems),
                ContentFile::Vocabulary => read(&mut parsed.vocabulary, file, problems),
            };
            if !is_sound {
                parsed.broken.push(kind);
            }
        }
        parsed
    }
}

impl Parsed {
    /// Every file has the list, or one of the lists, that it is there for.
    fn check_sections(&self, problems: &mut Problems<'_>) {
        need(&self.article, "facts", |file| file.facts.0.is_some(), problems);
        need(&self.axis, "axis", |file| file.axis.0.is_some(), problems);
        need(&self.concerns, "concerns", |file| file.concerns.0.is_some(), problems);
        need(&self.mechanisms, "mechanisms", |file| file.mechanisms.0.is_some(), problems);
        need(&self.supports, "supports", |file| file.supports.0.is_some(), problems);
        need(&self.evidence, "evidence", |file| file.evidence.0.is_some(), problems);
        need(&self.sources, "sources", |file| file.sources.0.is_some(), problems);
        need(&self.diets, "diets", |file| file.diets.0.is_some() || file.tags.0.is_some(), problems);
        need(&self.populations, "populations", |file| file.populations.0.is_some(), problems);
        need(&self.red_flags, "red_flags", |file| file.red_flags.0.is_some(), problems);
        need(&self.swaps, "swaps", |file| file.swaps.0.is_some(), problems);
    }
}

fn need<T>(files: &Files<T>, section: &str, is_there: impl Fn(&T) -> bool, problems: &mut Problems<'_>) {
    for (file, content) in files.iter().filter(|(_, content)| !is_there(&content.value)) {
        let message = format!("{} is missing in this file", quoted(section));
        problems
            .error(Code::MissingField, content.place(*file), message)
            .help(format!("begin the file with `{section}:`"));
    }
}

fn read<T: DeserializeOwned>(into: &mut Files<T>, file: FileId, problems: &mut Problems<'_>) -> bool {
    let content = parse(file, problems);
    let is_sound = content.is_some();
    into.extend(content.map(|content| (file, content)));
    is_sound
}

/// Everything written, merged; nothing in it is believed yet.
pub(super) struct Content<'a> {
    pub(super) facts: Vec<Record<'a, RawFact>>,
    pub(super) axis: Vec<In<'a, RawAxis>>,
    pub(super) concerns: Vec<Record<'a, RawConcern>>,
    pub(super) mechanisms: Vec<Record<'a, RawMechanism>>,
    pub(super) supports: Vec<Record<'a, RawSupport>>,
    pub(super) evidence: Vec<Record<'a, RawEvidence>>,
    pub(super) sources: Vec<Record<'a, RawSource>>,
    pub(super) diets: Vec<Record<'a, RawDiet>>,
    pub(super) tags: Vec<Record<'a, RawTag>>,
    pub(super) populations: Vec<Record<'a, RawPopulation>>,
    pub(super) red_flags: Vec<Record<'a, RawRedFlag>>,
    pub(super) swaps: Vec<Record<'a, RawSwap>>,
    pub(super) vocabulary: Vec<In<'a, VocabularyFile>>,
    broken: &'a [ContentFile],
}

impl<'a> Content<'a> {
    /// Merges the layers.
    pub(super) fn new(parsed: &'a Parsed, problems: &mut Problems<'a>) -> Self {
        parsed.check_sections(problems);
        Self {
            facts: lists(parsed, &parsed.article, ContentFile::Article, |file| &file.facts, problems),
            axis: parsed
                .axis
                .iter()
                .filter_map(|(file, at)| In { file: *file, at }.get(|file| &file.axis))
                .collect(),
            concerns: lists(parsed, &parsed.concerns, ContentFile::Concerns, |file| &file.concerns, problems),
            mechanisms: lists(
                parsed,
                &parsed.mechanisms,
                ContentFile::Mechanisms,
                |file| &file.mechanisms,
                problems,
            ),
            supports: lists(parsed, &parsed.supports, ContentFile::Supports, |file| &file.supports, problems),
            evidence: lists(parsed, &parsed.evidence, ContentFile::Evidence, |file| &file.evidence, problems),
            sources: lists(parsed, &parsed.sources, ContentFile::Sources, |file| &file.sources, problems),
            diets: lists(parsed, &parsed.diets, ContentFile::Diets, |file| &file.diets, problems),
            tags: lists(parsed, &parsed.diets, ContentFile::Diets, |file| &file.tags, problems),
            populations: lists(
                parsed,
                &parsed.populations,
                ContentFile::Populations,
                |file| &file.populations,
                problems,
            ),
            red_flags: lists(
                parsed,
                &parsed.red_flags,
                ContentFile::RedFlags,
                |file| &file.red_flags,
                problems,
            ),
            swaps: lists(parsed, &parsed.swaps, ContentFile::Swaps, |file| &file.swaps, problems),
            vocabulary: parsed.vocabulary.iter().map(|(file, at)| In { file: *file, at }).collect(),
            broken: &parsed.broken,
        }
    }

    /// Whether all files of these kinds could be read, so that what is missing is truly missing.
    pub(super) fn is_whole(&self, kinds: &[ContentFile]) -> bool {
        kinds.iter().all(|kind| !self.broken.contains(kind))
    }

    /// All conditions, concern by concern, each with the number of its concern.
    pub(super) fn conditions(&self) -> impl Iterator<Item = (usize, In<'a, RawCondition>)> {
        self.concerns.iter().enumerate().flat_map(|(concern, record)| {
            record.list(|concern| &concern.conditions).map(move |condition| (concern, condition))
        })
    }

    /// All examples of all supports.
    pub(super) fn examples(&self) -> impl Iterator<Item = In<'a, RawExample>> {
        self.supports.iter().flat_map(|support| support.list(|support| &support.examples))
    }
}

fn lists<'a, F, R: Layered>(
    parsed: &Parsed,
    files: &'a Files<F>,
    kind: ContentFile,
    pick: impl Fn(&'a F) -> &'a List<R>,
    problems: &mut Problems<'a>,
) -> Vec<Record<'a, R>> {
    let lists: Vec<_> = files.iter().filter_map(|(file, at)| In { file: *file, at }.get(&pick)).collect();
    merged(lists.into_iter(), !parsed.broken.contains(&kind), problems)
}
