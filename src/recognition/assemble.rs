//! From a knowledge base to an index.

use std::collections::BTreeMap;

use super::classes::{self, Classes};
use super::compile::{Compiled, Compiler, Hold};
use super::index::{
    AT_ONCE, Besides, CLASS, Index, Lexeme, Meaning, NEAR, Name, Need, Neighbor, Pattern, asked, class,
};
use super::lexicon::{Lexicon, fold, words};
use super::pack;
use crate::knowledge::model::{
    ConcernKey, ConditionKey, DietKey, EVERYONE, KnowledgeBase, PopulationKey, RedFlagKey, Target, Vocabulary,
};

impl Index {
    /// Compiles everything that recognition needs to know. The index lives as long as the process.
    #[must_use]
    pub fn build(kb: &KnowledgeBase) -> Self {
        let vocabulary = &kb.vocabulary;
        let mut lexicon = Lexicon::new(vocabulary);
        let classes = Classes::new(vocabulary, &mut lexicon);
        let (compiled, masks) = compile_all(kb, &mut lexicon);
        lexicon.add_plurals();
        lexicon.add_misspellings(vocabulary);
        let lexeme_classes = classes.by_lexeme(lexicon.len());
        let reach = pack::reach(&compiled, &lexicon, &lexeme_classes);
        let words = pack::words(&lexicon, &reach);
        let anchored = anchor(&compiled, &lexicon, &lexeme_classes, &masks);
        let (pattern_runs, patterns) = pack::by_lexeme(anchored.patterns, lexicon.len());
        let (patterns, mut besides): (Vec<Pattern>, Vec<Besides>) = patterns.into_iter().unzip();
        let (name_runs, names) = pack::by_lexeme(anchored.names, lexicon.len());
        let (names, mut names_besides): (Vec<Name>, Vec<Besides>) = names.into_iter().unzip();
        for besides in [&mut besides, &mut names_besides] {
            besides.extend([Besides::default(); AT_ONCE]);
        }
        let lexemes: Vec<Lexeme> = name_runs
            .into_iter()
            .zip(pattern_runs)
            .zip(lexeme_classes)
            .map(|((names, patterns), classes)| Lexeme { classes, names, patterns })
            .collect();
        Self {
            arena: words.arena.leak(),
            words: words.words.leak(),
            slots: words.slots.leak(),
            lexemes: lexemes.leak(),
            names: names.leak(),
            names_besides: names_besides.leak(),
            patterns: patterns.leak(),
            besides: besides.leak(),
            elements: anchored.elements.leak(),
            correctable: words.correctable.leak(),
            correctable_at: words.correctable_at.leak(),
            correctable_letters: words.correctable_letters.leak(),
            word_reach: words.reach.leak(),
        }
    }
}

/// All phrases, and for the first of them, which are names of classes, the classes.
fn compile_all(kb: &KnowledgeBase, lexicon: &mut Lexicon) -> (Vec<Compiled>, Vec<u128>) {
    let vocabulary = &kb.vocabulary;
    let lexemes = |lexicon: &mut Lexicon, words: &[&str]| -> Vec<u16> {
        words.iter().filter(|word| !word.contains(' ')).map(|word| lexicon.lexeme(&fold(word))).collect()
    };
    let filler_words: Vec<&str> = words(vocabulary.fillers).collect();
    let fillers = lexemes(lexicon, &filler_words);
    let mut negators = lexemes(lexicon, vocabulary.negation.before);
    negators.extend(lexemes(lexicon, vocabulary.negation.losing));
    let mut compiler = Compiler { lexicon, vocabulary, fillers, negators };
    let needs = needs(vocabulary, &mut compiler);
    let wanted: Vec<Vec<u16>> =
        vocabulary.negation.wanted.iter().map(|phrase| compiler.elements(phrase, Hold::Tight)).collect();
    let (mut all, mut masks) = (Vec::new(), Vec::new());
    for (mask, phrase) in classes::phrases(vocabulary) {
        let elements = compiler.elements(phrase, Hold::Tight);
        if !elements.is_empty() {
            let (meaning, need) = (Meaning::Names, Need::Nothing);
            let own = elements.iter().any(|element| compiler.negators.contains(element));
            masks.push(if own { mask | class::OWN } else { mask });
            all.push(Compiled { meaning, need, wanted: false, fillers: true, elements });
        }
    }
    for (meaning, phrase) in phrases(kb) {
        let hold = match meaning {
            Meaning::Speaks(Target::RedFlag(_)) => Hold::Loose,
            Meaning::Ignored if !phrase.contains("..") => Hold::Strict,
            _ => Hold::Tight,
        };
        let elements = compiler.elements(phrase, hold);
        if elements.is_empty() {
            continue;
        }
        let about_skin = matches!(meaning, Meaning::Speaks(Target::Concern(_) | Target::Condition(_)));
        let need =
            if about_skin { needs.get(&elements).copied().unwrap_or(Need::Nothing) } else { Need::Nothing };
        all.push(Compiled {
            meaning,
            need,
            // "Skin with no life": the phrase has its negation in it.
            wanted: wanted.contains(&elements)
                || about_skin && elements.iter().any(|element| compiler.negators.contains(element)),
            fillers: hold != Hold::Strict,
            elements,
        });
    }
    (all, masks)
}

fn needs(vocabulary: &Vocabulary, compiler: &mut Compiler<'_>) -> BTreeMap<Vec<u16>, Need> {
    let context = &vocabulary.context;
    let weak = context.unless_elsewhere.iter().map(|phrase| (*phrase, Need::NotElsewhere));
    let person = context.needs_person.iter().map(|phrase| (*phrase, Need::Person));
    let strong = context.needs_skin.iter().map(|phrase| (*phrase, Need::Skin));
    weak.chain(person)
        .chain(strong)
        .map(|(phrase, need)| (compiler.elements(phrase, Hold::Tight), need))
        .collect()
}

/// Every phrase of the content with what it says.
fn phrases(kb: &KnowledgeBase) -> Vec<(Meaning, &'static str)> {
    let mut all = Vec::new();
    let mut add = |meaning: Meaning, phrases: &[&'static str]| {
        all.extend(phrases.iter().map(|phrase| (meaning, *phrase)));
    };
    for (key, concern) in (0..).zip(kb.concerns) {
        add(Meaning::Speaks(Target::Concern(ConcernKey(key))), &[concern.name]);
        add(Meaning::Speaks(Target::Concern(ConcernKey(key))), concern.aliases);
    }
    for (key, condition) in (0..).zip(kb.conditions) {
        add(Meaning::Speaks(Target::Condition(ConditionKey(key))), &[condition.name]);
        add(Meaning::Speaks(Target::Condition(ConditionKey(key))), condition.aliases);
    }
    for (key, flag) in (0..).zip(kb.red_flags) {
        add(Meaning::Speaks(Target::RedFlag(RedFlagKey(key))), flag.phrases);
        add(Meaning::Cancels(RedFlagKey(key)), flag.not_phrases);
    }
    for (key, population) in (0..).zip(kb.populations) {
        // "Everyone" in a text names nobody.
        if population.id != EVERYONE {
            add(Meaning::Speaks(Target::Population(PopulationKey(key))), &[population.id, population.label]);
        }
        add(Meaning::Speaks(Target::Population(PopulationKey(key))), population.aliases);
    }
    for (key, diet) in (0..).zip(kb.diets) {
        add(Meaning::Speaks(Target::Diet(DietKey(key))), &[diet.name]);
        add(Meaning::Speaks(Target::Diet(DietKey(key))), diet.aliases);
    }
    for more in kb.vocabulary.phrases {
        add(Meaning::Speaks(more.target), more.phrases);
    }
    let negation = &kb.vocabulary.negation;
    add(Meaning::Negates, negation.before);
    add(Meaning::Affirms, negation.not_before);
    add(Meaning::Ends, negation.after);
    add(Meaning::Answers, negation.answers);
    add(Meaning::Spares, negation.spared);
    add(Meaning::Loses, negation.losing);
    add(Meaning::Between, negation.between);
    add(Meaning::Under, negation.less);
    add(Meaning::Exceeds, negation.more);
    add(Meaning::Returns, negation.returns);
    add(Meaning::Excepts, negation.apart);
    let context = &kb.vocabulary.context;
    add(Meaning::Ignored, context.not_skin);
    add(Meaning::Hearsay, context.hearsay);
    add(Meaning::Happening, context.happening);
    all
}

#[derive(Default)]
struct Anchored {
    /// Each with the lexeme that it is looked for with.
    patterns: Vec<(u16, (Pattern, Besides))>,
    elements: Vec<u16>,
    /// The same for names of classes.
    names: Vec<(u16, (Name, Besides))>,
}

/// Chooses for every phrase the word that the fewest others share.
fn anchor(compiled: &[Compiled], lexicon: &Lexicon, lexeme_classes: &[u128], masks: &[u128]) -> Anchored {
    let mut uses = vec![0_u32; lexicon.len()];
    for element in
        compiled.iter().flat_map(|pattern| &pattern.elements).filter(|element| **element & CLASS == 0)
    {
        uses[usize::from(*element)] += 1;
    }
    // A word that people use all the time would be looked at all the time.
    let glue = class::FILLER | class::PERSON | class::STARTER | class::CONTRAST | class::AND | class::OR;
    let cost = |element: u16| {
        let everyday = if lexicon.is_everyday(lexicon.base(element)) { 1000 } else { 0 };
        let glue = if lexeme_classes[usize::from(element)] & glue == 0 { 0 } else { 4000 };
        10 * uses[usize::from(element)] + everyday + glue
    };
    // Where the name of a class is found, the class is as well.
    let mut bits = lexeme_classes.to_vec();
    let members = |bits: &[u128], element: u16| -> Vec<u16> {
        let bit = 1_u128 << (element & !CLASS);
        (0..).zip(bits).filter(|(_, bits)| **bits & bit != 0).map(|(lexeme, _)| lexeme).collect()
    };
    let mut anchored = Anchored::default();
    let mut seen = std::collections::BTreeSet::new();
    for (place, pattern) in compiled.iter().enumerate() {
        let mask = masks.get(place).copied();
        if !seen.insert((format!("{:?}{mask:?}", pattern.meaning), &pattern.elements)) {
            continue;
        }
        let cost = |element: u16| {
            if element & CLASS == 0 {
                cost(element)
            } else {
                2000 + u32::try_from(members(&bits, element).len()).unwrap_or(u32::MAX / 2)
            }
        };
        let best = (0_u8..)
            .zip(&pattern.elements)
            .filter(|(_, element)| **element < NEAR)
            .min_by_key(|(_, element)| cost(**element));
        let Some((anchor, element)) = best else { continue };
        let packed = packed(pattern, anchor, anchored.elements.len());
        // Which classes there are is known only when all their names have been looked for.
        let known = |other: &u16| mask.is_none() || *other & CLASS == 0;
        let besides = besides(pattern, *element, known, cost);
        let homes = if *element & CLASS == 0 { vec![*element] } else { members(&bits, *element) };
        if let Some(classes) = mask {
            for lexeme in &homes {
                bits[usize::from(*lexeme)] |= classes;
            }
            let name = Name { classes, pattern: packed };
            anchored.names.extend(homes.into_iter().map(|lexeme| (lexeme, (name, besides))));
        } else {
            // A word that belongs to the class only as part of a name says nothing without the rest of it.
            let only_named = |lexeme: u16| {
                *element & CLASS != 0 && lexeme_classes[usize::from(lexeme)] & 1 << (element & !CLASS) == 0
            };
            let with_class = (besides.0, if besides.1 == 0 { asked(*element) } else { besides.1 });
            let besides = |lexeme: u16| if only_named(lexeme) { with_class } else { besides };
            anchored.patterns.extend(homes.into_iter().map(|lexeme| (lexeme, (packed, besides(lexeme)))));
        }
        anchored.elements.extend(&pattern.elements);
    }
    anchored
}

fn packed(pattern: &Compiled, anchor: u8, at: usize) -> Pattern {
    let classes = pattern.elements.iter().filter(|element| **element < NEAR && **element & CLASS != 0);
    Pattern {
        meaning: pattern.meaning,
        classes: classes.fold(0, |classes, element| classes | 1 << (element & !CLASS)),
        at: u32::try_from(at).unwrap_or(0),
        len: u8::try_from(pattern.elements.len()).unwrap_or(0),
        anchor,
        neighbor: neighbor(&pattern.elements, usize::from(anchor)),
        need: pattern.need,
        wanted: pattern.wanted,
        fillers: pattern.fillers,
    }
}

/// The word next to the anchor in its sequence.
fn neighbor(elements: &[u16], anchor: usize) -> Neighbor {
    let word = |at: usize| elements.get(at).copied().filter(|element| element & CLASS == 0);
    let behind = word(anchor + 1).map(Neighbor::behind);
    let before = || anchor.checked_sub(1).and_then(word).map(Neighbor::before);
    behind.or_else(before).unwrap_or_default()
}

/// What must be there for a phrase that is looked for with `home`, as far as it is known by then.
fn besides(
    pattern: &Compiled,
    home: u16,
    known: impl Fn(&u16) -> bool,
    cost: impl Fn(u16) -> u32,
) -> Besides {
    let is_other = |element: &u16| *element < NEAR && *element != home;
    let mut others: Vec<u16> = pattern.elements.iter().copied().filter(is_other).filter(known).collect();
    others.sort_by_key(|element| cost(*element));
    let nth = |nth: usize| others.get(nth).map_or(0, |element| asked(*element));
    (nth(0), nth(1))
}
