//! All raw records of all layers, merged, with what finds them by name.

use std::collections::{HashMap, HashSet};

use serde::de::DeserializeOwned;

use crate::diagnostic::{Code, Level};
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
use super::raw::supports::{RawExample, RawRole, RawSupport, SupportsFile};
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

/// The ids of one kind, each with the number of its record.
pub(super) struct Ids<'a> {
    /// What one is called in messages.
    pub(super) noun: &'static str,
    /// Whether all of them are known.
    pub(super) is_whole: bool,
    numbers: HashMap<&'a str, u16>,
    names: Vec<&'a str>,
}

impl<'a> Ids<'a> {
    fn new(noun: &'static str, names: impl Iterator<Item = Option<&'a str>>) -> Self {
        let mut ids = Self { noun, is_whole: true, numbers: HashMap::new(), names: Vec::new() };
        for (number, name) in names.enumerate() {
            let name = name.unwrap_or_default();
            ids.names.push(name);
            if let Ok(number) = u16::try_from(number) {
                ids.numbers.entry(name).or_insert(number);
            }
        }
        ids
    }

    /// The number of the record of this id.
    pub(super) fn find(&self, id: &str) -> Option<u16> {
        self.numbers.get(id).copied()
    }

    /// All ids, in the order of the records.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.names.iter().copied()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    fn limit(&self, problems: &mut Problems<'_>) {
        if self.names.len() > usize::from(u16::MAX) {
            let message =
                format!("there are {} {}s; at most 65,535 can be told apart", self.names.len(), self.noun);
            problems.without_place(Code::TooMany, Level::Error, message);
        }
    }
}

/// The ids of all kinds.
pub(super) struct Names<'a> {
    pub(super) facts: Ids<'a>,
    pub(super) concerns: Ids<'a>,
    pub(super) conditions: Ids<'a>,
    pub(super) mechanisms: Ids<'a>,
    pub(super) supports: Ids<'a>,
    pub(super) sources: Ids<'a>,
    pub(super) diets: Ids<'a>,
    pub(super) tags: Ids<'a>,
    pub(super) populations: Ids<'a>,
    pub(super) red_flags: Ids<'a>,
    /// Names of examples, each once, in the order of the content.
    pub(super) examples: Ids<'a>,
    /// For each mechanism, the concerns that link it.
    pub(super) linked: Vec<Vec<u16>>,
}

impl<'a> Names<'a> {
    /// Collects them.
    pub(super) fn new(content: &Content<'a>) -> Self {
        let mut examples: Vec<&str> = Vec::new();
        let mut seen = HashSet::new();
        let names = content.examples().filter_map(|example| example.get(|example| &example.name));
        examples.extend(names.map(|name| name.value().as_str()).filter(|name| seen.insert(*name)));
        let conditions = content.conditions().map(|(_, condition)| condition.get(|condition| &condition.id));
        let mechanisms = of(&content.mechanisms);
        let linked = linked(content, &mechanisms);
        let mut names = Self {
            facts: of(&content.facts),
            concerns: of(&content.concerns),
            conditions: Ids::new("condition", conditions.map(|id| id.map(|id| id.value().as_str()))),
            mechanisms,
            supports: of(&content.supports),
            sources: of(&content.sources),
            diets: of(&content.diets),
            tags: of(&content.tags),
            populations: of(&content.populations),
            red_flags: of(&content.red_flags),
            examples: Ids::new("example", examples.into_iter().map(Some)),
            linked,
        };
        names.mark_broken(content);
        names
    }

    fn mark_broken(&mut self, content: &Content<'_>) {
        let kinds = [
            (&mut self.facts, ContentFile::Article),
            (&mut self.concerns, ContentFile::Concerns),
            (&mut self.conditions, ContentFile::Concerns),
            (&mut self.mechanisms, ContentFile::Mechanisms),
            (&mut self.supports, ContentFile::Supports),
            (&mut self.examples, ContentFile::Supports),
            (&mut self.sources, ContentFile::Sources),
            (&mut self.diets, ContentFile::Diets),
            (&mut self.tags, ContentFile::Diets),
            (&mut self.populations, ContentFile::Populations),
            (&mut self.red_flags, ContentFile::RedFlags),
        ];
        for (ids, kind) in kinds {
            ids.is_whole = content.is_whole(&[kind]);
        }
    }

    /// Reports kinds of which there are too many for their keys.
    pub(super) fn check_limits(&self, problems: &mut Problems<'_>) {
        let all =
            [&self.facts, &self.concerns, &self.conditions, &self.mechanisms, &self.supports, &self.sources];
        let rest = [&self.diets, &self.tags, &self.populations, &self.red_flags, &self.examples];
        all.into_iter().chain(rest).for_each(|ids| ids.limit(problems));
    }
}

fn of<'a, R: Layered>(records: &[Record<'a, R>]) -> Ids<'a> {
    Ids::new(R::NOUN, records.iter().map(Record::id))
}

fn linked(content: &Content<'_>, mechanisms: &Ids<'_>) -> Vec<Vec<u16>> {
    let mut linked = vec![Vec::new(); content.mechanisms.len()];
    for (concern, record) in (0..).zip(&content.concerns) {
        for link in record.list(|concern| &concern.links) {
            let mechanism = link.get(|link| &link.mechanism).and_then(|id| mechanisms.find(id.value()));
            let list: Option<&mut Vec<u16>> = mechanism.and_then(|at| linked.get_mut(usize::from(at)));
            if let Some(list) = list
                && list.last() != Some(&concern)
            {
                list.push(concern);
            }
        }
    }
    linked
}

impl<'a> Names<'a> {
    /// The concerns that a support serves, in order.
    pub(super) fn served(&self, support: &Record<'a, RawSupport>) -> Vec<u16> {
        let mut served: Vec<u16> =
            support.list(|support| &support.roles).flat_map(|role| self.served_by_role(role)).collect();
        served.sort_unstable();
        served.dedup();
        served
    }

    /// The concerns that a role serves: those it names; else all that link its mechanism; else,
    /// without a mechanism, all.
    pub(super) fn served_by_role(&self, role: In<'a, RawRole>) -> Vec<u16> {
        if role.get(|role| &role.concerns).is_some() {
            return role
                .list(|role| &role.concerns)
                .filter_map(|id| self.concerns.find(id.value()))
                .collect();
        }
        match role.get(|role| &role.mechanism) {
            Some(id) => {
                let mechanism = self.mechanisms.find(id.value());
                mechanism.and_then(|at| self.linked.get(usize::from(at))).cloned().unwrap_or_default()
            }
            None => (0..).take(self.concerns.len()).collect(),
        }
    }
}
