//! Every code: it has an explanation, and its example, laid over the shipped content, is reported
//! under it, at a line of the example, with something to do about it.

use gutskin::diagnostic::{Code, Diagnostic, Example, Level};
use gutskin::embedded::FILES;
use gutskin::knowledge::files::Layer;
use gutskin::knowledge::load;

const SHIPPED: Layer = Layer::Texts { name: "shipped", files: FILES };

/// Codes whose example no text can show; `hostile.rs` has a case for each of them.
const SHOWN_BY_COMMANDS: &[Code] =
    &[Code::UnreadableFile, Code::IgnoredFile, Code::TooLarge, Code::NotUtf8, Code::TooMany];

#[test]
fn the_example_of_every_code_is_reported_under_it() {
    let mut wrong = Vec::new();
    for code in Code::ALL.iter().copied() {
        let Example::File { name, text } = code.explanation().example else {
            assert!(SHOWN_BY_COMMANDS.contains(&code), "{code} needs an example that tests can load");
            continue;
        };
        let found = over_shipped(name, text);
        let Some(found) = found.iter().find(|found| found.code == code) else {
            let codes: Vec<&str> = found.iter().map(|found| found.code.name()).collect();
            wrong.push(format!("{code}: found {codes:?}"));
            continue;
        };
        let place = found.label.as_ref().map(|label| (label.span.file.as_str(), label.line_text.as_str()));
        let is_there =
            place.is_some_and(|(file, line)| file == format!("mine/{name}") && text.contains(line));
        if !is_there {
            wrong.push(format!("{code}: reported at {place:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_code_is_explained_in_sentences() {
    let mut names: Vec<&str> = Vec::new();
    for code in Code::ALL.iter().copied() {
        assert!(code.summary().ends_with('.'), "{code}");
        assert!(code.explanation().why.ends_with('.'), "{code}");
        assert_eq!(Code::find(code.name()), Some(code));
        names.push(code.name());
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Code::ALL.len(), "two codes share a name");
}

#[test]
fn three_damaged_files_are_reported_in_one_run() {
    const DAMAGED: &[(&str, &str)] = &[
        ("axis.yaml", "axis:\n  name: [\n"),
        ("diets.yaml", "diets:\n  - id: low-sugar\n    nam: Low sugar\n"),
        ("swaps.yaml", "swaps:\n  - instead_of: yogurt\n    because: dairy\n    use: sauerkrau\n"),
    ];
    let found = load(&[SHIPPED, Layer::Texts { name: "mine", files: DAMAGED }]).diagnostics;
    let files: Vec<&str> =
        found.iter().filter_map(|found| found.label.as_ref()).map(|label| label.span.file.as_str()).collect();
    assert_eq!(files, ["mine/axis.yaml", "mine/diets.yaml", "mine/swaps.yaml"]);
    assert!(found[2].help.as_deref().is_some_and(|help| help.contains("sauerkraut")), "{found:#?}");
}

#[test]
fn a_second_place_is_named_with_its_line() {
    let found = over_shipped("diets.yaml", "diets:\n  - id: a\n    name: A\n  - id: a\n    name: B\n");
    let related = &found[0].related[0];
    assert_eq!((related.span.line, related.span.column), (2, 9));
    assert_eq!(related.message, "first defined here");
}

#[test]
fn a_layer_adds_replaces_and_changes() {
    const MINE: &[(&str, &str)] = &[(
        "diets.yaml",
        "diets:\n  - id: low-sugar\n    name: Low sugar\n  - id: vegan\n    name: Plants only\n  - extends: vegetarian\n    name: No meat\n",
    )];
    let loaded = load(&[SHIPPED, Layer::Texts { name: "mine", files: MINE }]);
    let kb = loaded.kb.expect("the layer is sound");
    let diet = |id: &str| kb.diets.iter().find(|diet| diet.id == id).expect(id);
    assert_eq!(kb.diets.last().map(|diet| diet.id), Some("low-sugar"), "new records come last");
    assert_eq!(kb.diets[0].id, "vegan", "a replaced record keeps its place");
    assert!(diet("vegan").excludes.is_empty(), "nothing remains of what was replaced");
    assert_eq!(diet("vegetarian").name, "No meat");
    assert!(!diet("vegetarian").excludes.is_empty(), "what a change does not give stays");
}

/// File, text, line and column, and what the message and the help have in them.
type Case = (&'static str, &'static str, (u32, u32), &'static str, &'static str);

/// Wherever a phrase may stand.
const UNKNOWN_CLASSES: &[Case] = &[
    (
        "concerns.yaml",
        "concerns:\n  - extends: acne\n    aliases: [spots, 'a {soer} spot', '{skin} rash']\n",
        (3, 25),
        "`soer`",
        "did you mean `{sore}`?",
    ),
    (
        "concerns.yaml",
        "concerns:\n  - extends: acne\n    aliases: ['acne {skn}']\n",
        (3, 21),
        "`skn`",
        "did you mean `{skin}`?",
    ),
    ("diets.yaml", "diets:\n  - extends: vegan\n    aliases: ['{fods} of plants']\n", (3, 16), "`fods`", ""),
    (
        "populations.yaml",
        "populations:\n  - extends: pregnancy\n    aliases: ['with {chld}']\n",
        (3, 21),
        "`chld`",
        "",
    ),
    (
        "red-flags.yaml",
        "red_flags:\n  - extends: anaphylaxis\n    phrases:\n      - swollen {lps}\n",
        (4, 17),
        "`lps`",
        "",
    ),
    (
        "red-flags.yaml",
        "red_flags:\n  - extends: anaphylaxis\n    not_phrases: ['é no {swel\u{e9}}']\n",
        (3, 25),
        "`swel\u{e9}`",
        "",
    ),
    (
        "vocabulary.yaml",
        "phrases:\n  - concern: acne\n    phrases:\n      - red near {skin} and {zits\n",
        (4, 29),
        "`{zits`",
        "`{name}`",
    ),
    (
        "vocabulary.yaml",
        "phrases:\n  - concern: acne\n    phrases:\n      - zits} on {skin}\n",
        (4, 9),
        "`zits}`",
        "`{name}`",
    ),
    (
        "vocabulary.yaml",
        "phrases:\n  - concern: acne\n    phrases:\n      - zits on {skin}s\n",
        (4, 17),
        "`{skin}s`",
        "`{name}`",
    ),
    (
        "vocabulary.yaml",
        "phrases:\n  - concern: acne\n    phrases:\n      - zits on { skin }\n",
        (4, 17),
        "`{`",
        "`{name}`",
    ),
    ("vocabulary.yaml", "negation:\n  after: ['{skin} of {olde}']\n", (2, 22), "`olde`", ""),
    ("vocabulary.yaml", "context:\n  not_skin:\n    - \"\\x7Bolde} oak\"\n", (3, 7), "`olde`", ""),
    ("vocabulary.yaml", "context:\n  skin:\n    - hide {pelts}\n", (3, 12), "`{pelts}`", "words"),
    ("vocabulary.yaml", "negation:\n  contrast:\n    - yet {still}\n", (3, 11), "`{still}`", "words"),
    (
        "vocabulary.yaml",
        "classes:\n  - name: fur\n    words: pelt\n    phrases: ['coat of {furr}']\n",
        (4, 24),
        "`furr`",
        "did you mean `{fur}`?",
    ),
    (
        "vocabulary.yaml",
        "classes:\n  - name: fur\n    words: >-\n      pelt coat\n      hide {pelts} fell\n",
        (5, 12),
        "`pelts`",
        "",
    ),
    ("vocabulary.yaml", "classes:\n  - name: fur\n    words: pelt {skin}\n", (3, 17), "`{skin}`", "phrases"),
];

#[test]
fn a_class_that_a_phrase_names_is_known_wherever_it_stands() {
    let mut wrong = Vec::new();
    for (file, text, place, message, help) in UNKNOWN_CLASSES {
        let found = over_shipped(file, text);
        let is_told = found.iter().any(|found| {
            let at = found.label.as_ref().map(|label| (label.span.line, label.span.column));
            found.code == Code::UnknownReference
                && found.level == Level::Error
                && at == Some(*place)
                && found.message.contains(message)
                && found.help.as_deref().is_some_and(|said| said.contains(help))
        });
        if !is_told {
            wrong.push(format!("{text}{found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_unknown_class_of_a_phrase_is_told_and_no_known_one() {
    const MINE: &[(&str, &str)] = &[
        ("concerns.yaml", "concerns:\n  - extends: acne\n    aliases: ['{fur} rash', '{skin} rash']\n"),
        (
            "vocabulary.yaml",
            "classes:\n  - name: fur\n    words: pelt\n  - name: hair\n    words: '{fur} mane'\n",
        ),
    ];
    const BROKEN: &[(&str, &str)] = &[MINE[0], ("vocabulary.yaml", "classes: [\n")];
    let layers = |files| load(&[SHIPPED, Layer::Texts { name: "mine", files }]).diagnostics;
    let told = |found: &[Diagnostic]| found.iter().filter(|found| found.message.contains("fur")).count();
    assert_eq!(told(&layers(MINE)), 0, "a class of this layer is known");
    assert_eq!(told(&layers(&MINE[..1])), 1);
    assert_eq!(told(&layers(BROKEN)), 0, "what could not be read may define it");
    let both = over_shipped(
        "concerns.yaml",
        "concerns:\n  - extends: acne\n    aliases: ['{ape} {bee} {skin} {cow}']\n",
    );
    let columns: Vec<u32> = both.iter().filter_map(|found| Some(found.label.as_ref()?.span.column)).collect();
    assert_eq!(columns, [16, 22, 35]);
}

fn over_shipped(name: &'static str, text: &'static str) -> Vec<Diagnostic> {
    let files: &'static [(&str, &str)] = Box::leak(Box::new([(name, text)]));
    load(&[SHIPPED, Layer::Texts { name: "mine", files }]).diagnostics
}
