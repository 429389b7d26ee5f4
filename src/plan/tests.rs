use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use super::{Because, Doing, Plan, Schedule, plan};
use crate::advice::{Query, advise};
use crate::knowledge::model::{
    Axis, Caution, Concern, ConcernKey, Evidence, Example, HowSentence, KnowledgeBase, Link, Mechanism,
    MechanismKey, Mention, Population, PopulationKey, Rating, Role, Support, SupportKey, Vocabulary,
};
use crate::knowledge::sets::{Certainty, Direction, Severity, SupportAction, SupportKind};

const EVERYONE: PopulationKey = PopulationKey(0);
const PREGNANT: PopulationKey = PopulationKey(1);

/// What matters about a support here.
#[derive(Debug, Clone)]
struct Sketch {
    kind: SupportKind,
    mechanisms: Vec<u16>,
    direction: Direction,
    certainty: Certainty,
    cautions: Vec<Caution>,
    examples: Vec<&'static str>,
}

fn sketch(kind: SupportKind, mechanisms: &[u16], direction: Direction) -> Sketch {
    let (mechanisms, examples) = (mechanisms.to_vec(), vec!["one", "two", "three", "four"]);
    Sketch { kind, mechanisms, direction, certainty: Certainty::VeryLow, cautions: Vec::new(), examples }
}

fn food(mechanisms: &[u16]) -> Sketch {
    sketch(SupportKind::Food, mechanisms, Direction::Helps)
}

fn caution(who: PopulationKey, severity: Severity, only: Option<&'static [&'static str]>) -> Caution {
    let (text, examples) = ("Ask.", only.unwrap_or_default());
    Caution { who, severity, only: only.map(|_| "some"), examples, text, sources: &[], basis: None }
}

fn leaked<T>(items: Vec<T>) -> &'static [T] {
    Vec::leak(items)
}

fn name(number: usize) -> &'static str {
    String::leak(format!("s{number}"))
}

fn support(number: usize, sketch: &Sketch) -> Support {
    let example = |name| Example { name, contains: &[], article: false, note: None };
    let role = |mechanism| Role {
        mechanism,
        concerns: &[ConcernKey(0)],
        fits_most: &[],
        article: &[],
        role: "serves",
    };
    let mut roles: Vec<Role> = sketch.mechanisms.iter().map(|&key| role(Some(MechanismKey(key)))).collect();
    if roles.is_empty() {
        roles.push(role(None));
    }
    let rating =
        Rating { direction: sketch.direction, certainty: sketch.certainty, finding: "", sources: &[] };
    let sentence = |&name: &&'static str| HowSentence {
        text: name,
        source: None,
        mentions: leaked(vec![Mention::Example(name)]),
    };
    Support {
        id: name(number),
        name: name(number),
        kind: sketch.kind,
        action: SupportAction::Include,
        short: None,
        how: leaked(sketch.examples.iter().map(sentence).collect()),
        examples: leaked(sketch.examples.iter().map(|&name| example(name)).collect()),
        roles: leaked(roles),
        evidence: leaked(vec![Evidence { concern: ConcernKey(0), rating, conditions: &[] }]),
        cautions: leaked(sketch.cautions.clone()),
        aliases: &[],
        anchor: Some("at lunch"),
    }
}

fn base(sketches: &[Sketch]) -> &'static KnowledgeBase {
    let link = |number| Link { mechanism: MechanismKey(number), because: "", article: &[] };
    let concern = Concern {
        id: "acne",
        name: "Acne",
        summary: "",
        article: &[],
        aliases: &[],
        links: leaked((0..5).map(link).collect()),
    };
    let mechanism = |id| Mechanism { id, name: id, summary: "", article: &[], aliases: &[], findings: &[] };
    let population = |id| Population { id, label: id, aliases: &[], excludes: &[], note: None };
    let supports = sketches.iter().enumerate().map(|(number, sketch)| support(number, sketch)).collect();
    Box::leak(Box::new(KnowledgeBase {
        axis: Axis { name: "", summary: "", details: &[], aliases: &[], article: &[] },
        facts: &[],
        concerns: leaked(vec![concern]),
        conditions: &[],
        mechanisms: leaked(["m0", "m1", "m2", "m3", "m4"].map(mechanism).to_vec()),
        supports: leaked(supports),
        sources: &[],
        tags: &[],
        diets: &[],
        populations: leaked(["everyone", "pregnancy"].map(population).to_vec()),
        red_flags: &[],
        swaps: &[],
        vocabulary: Vocabulary::default(),
    }))
}

fn planned(sketches: &[Sketch], query: &Query, weeks: u16, per_week: u16) -> Plan {
    let kb = base(sketches);
    plan(kb, &advise(kb, query), Schedule::new(date(2026, 10, 5), weeks, per_week).expect("a schedule"))
}

fn order(plan: &Plan) -> Vec<usize> {
    plan.choices.iter().map(|choice| choice.advised.support.index()).collect()
}

#[test]
fn the_cover_comes_first_and_the_runner_up_could_take_its_place() {
    let plan =
        planned(&[food(&[0]), food(&[0, 1]), food(&[]), food(&[2]), food(&[2])], &Query::default(), 4, 1);
    assert_eq!(order(&plan), [1, 3, 0, 2]);
    assert_eq!(plan.choices[0].because, Because::Covers);
    assert_eq!(plan.choices[0].runner_up, None);
    assert_eq!(plan.choices[1].runner_up, Some(SupportKey(4)));
    assert_eq!(plan.choices[2].because, Because::NextBest);
    assert_eq!(plan.choices[2].runner_up, Some(SupportKey(2)));
    assert_eq!(plan.next, [SupportKey(4)]);
    let missing: Vec<_> = plan.uncovered.iter().map(|missing| missing.mechanism.index()).collect();
    assert_eq!(missing, [3, 4]);
}

#[test]
fn supplements_and_tablets_stay_out_unless_the_kind_is_asked_for() {
    let mut zinc = sketch(SupportKind::Nutrient, &[1], Direction::Helps);
    zinc.examples = vec!["zinc tablet", "pumpkin seeds", "algae omega-3 supplement", "fish-oil capsules"];
    let sketches = [sketch(SupportKind::Supplement, &[0], Direction::Helps), zinc];
    let without = planned(&sketches, &Query::default(), 4, 1);
    assert_eq!(order(&without), [1]);
    let sentences: Vec<_> = without.choices[0].advised.how.iter().map(|sentence| sentence.text).collect();
    assert_eq!(sentences, ["pumpkin seeds"]);
    assert_eq!(without.uncovered[0].advised, Some(SupportKey(0)));
    let kinds = vec![SupportKind::Supplement, SupportKind::Nutrient];
    let with = planned(&sketches, &Query { kinds, ..Query::default() }, 4, 1);
    assert_eq!(order(&with), [0, 1]);
    assert_eq!(with.choices[1].advised.examples.len(), 4);
}

#[test]
fn what_does_nothing_or_harm_is_never_planned() {
    let of = |direction| sketch(SupportKind::Food, &[0], direction);
    let plan = planned(
        &[of(Direction::Worsens), of(Direction::NoEffect), of(Direction::Unknown)],
        &Query::default(),
        9,
        1,
    );
    assert_eq!(order(&plan), [2]);
}

#[test]
fn what_this_person_should_ask_about_comes_last_and_begins_with_asking() {
    let (mut whole, mut partly, mut banned) = (food(&[0]), food(&[0]), food(&[0]));
    whole.cautions = vec![caution(PREGNANT, Severity::AskFirst, None)];
    partly.cautions = vec![caution(PREGNANT, Severity::AskFirst, Some(&["one", "three"]))];
    banned.cautions = vec![caution(EVERYONE, Severity::Avoid, None)];
    let query = Query { health: vec![PREGNANT], ..Query::default() };
    let plan = planned(&[whole, banned, partly], &query, 2, 1);
    assert_eq!(order(&plan), [2, 0]);
    let offered: Vec<_> = plan.choices[0].advised.examples.iter().map(|example| example.name).collect();
    assert_eq!(offered, ["two", "four"]);
    assert!(plan.choices[0].ask_first.is_empty());
    assert!(matches!(plan.weeks[1].tasks[0].doing, Doing::Ask(_)));
}

#[test]
fn examples_take_turns_from_day_to_day_and_from_week_to_week() {
    let plan = planned(&[food(&[0])], &Query::default(), 2, 1);
    let names = plan.weeks.iter().flat_map(|week| &week.tasks).map(|task| match task.doing {
        Doing::Example(example) => (task.date.to_string(), example.name),
        _ => panic!("a food has examples"),
    });
    let names: Vec<_> = names.collect();
    let expected = [
        ("2026-10-05", "one"),
        ("2026-10-07", "two"),
        ("2026-10-09", "three"),
        ("2026-10-12", "four"),
        ("2026-10-14", "one"),
        ("2026-10-16", "two"),
    ];
    assert_eq!(names, expected.map(|(day, name)| (day.to_owned(), name)));
}

#[test]
fn nothing_left_is_an_empty_plan_of_all_its_weeks() {
    let plan = planned(&[], &Query::default(), 3, 2);
    assert_eq!(plan.weeks.len(), 3);
    assert!(plan.choices.is_empty() && plan.weeks.iter().all(|week| week.tasks.is_empty()));
    assert_eq!(plan.uncovered.len(), 5);
}

fn any_sketch() -> impl Strategy<Value = Sketch> {
    let (kinds, directions) = (select(SupportKind::ALL), select(Direction::ALL));
    (kinds, directions, select(Certainty::ALL), vec(0_u16..5, 0..4)).prop_map(
        |(kind, direction, certainty, on)| {
            let mechanisms: Vec<u16> = on.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
            Sketch { certainty, ..sketch(kind, &mechanisms, direction) }
        },
    )
}

proptest! {
    #[test]
    fn a_plan_keeps_its_promises(sketches in vec(any_sketch(), 0..9), weeks in 1_u16..7, per_week in 1_u16..4) {
        let plan = planned(&sketches, &Query::default(), weeks, per_week);
        prop_assert_eq!(&plan, &planned(&sketches, &Query::default(), weeks, per_week));
        for week in &plan.weeks {
            prop_assert!(week.tasks.len() >= 3 || plan.choices.is_empty());
            prop_assert!(week.new.len() <= usize::from(per_week));
            for task in &week.tasks {
                prop_assert!(task.date >= week.start);
                prop_assert!(week.new.contains(&task.support) || week.going_on.contains(&task.support));
            }
        }
        for place in order(&plan) {
            prop_assert!(sketches[place].kind != SupportKind::Supplement);
            prop_assert!(sketches[place].direction <= Direction::Unknown);
        }
    }

    #[test]
    fn the_first_set_is_as_small_as_any_that_covers_as_much(sketches in vec(any_sketch(), 0..9)) {
        let plan = planned(&sketches, &Query::default(), 52, 1);
        let usable: Vec<&Sketch> = sketches
            .iter()
            .filter(|s| s.kind != SupportKind::Supplement && s.direction <= Direction::Unknown)
            .collect();
        let covered = |of: &[&Sketch]| of.iter().flat_map(|s| s.mechanisms.clone()).collect::<BTreeSet<u16>>();
        let smallest = (0..1_u32 << usable.len())
            .map(|set| (0..usable.len()).filter(|n| set >> n & 1 == 1).map(|n| usable[n]).collect::<Vec<_>>())
            .filter(|set| covered(set) == covered(&usable))
            .map(|set| set.len())
            .min();
        let cover: Vec<&Sketch> = plan.choices.iter().filter(|choice| choice.because == Because::Covers)
            .map(|choice| &sketches[choice.advised.support.index()]).collect();
        prop_assert_eq!(Some(cover.len()), smallest);
        prop_assert_eq!(covered(&cover), covered(&usable));
    }
}
