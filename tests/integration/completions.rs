//! Completions: the scripts, and what they are answered. `.ci/stages` runs them in real shells.

use super::common::{Gutskin, gutskin};

/// What is offered for the last of these words.
fn offered(run: Gutskin) -> Vec<String> {
    let said = run.env("GUTSKIN_COMPLETE", "fish").some_stdout().run().stdout;
    said.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
}

fn after(words: &str) -> Gutskin {
    gutskin("-- gutskin").args(words.split(' '))
}

#[test]
fn every_shell_has_a_script_that_asks_the_program() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = gutskin("completions").arg(shell).some_stdout().run().stdout;
        assert!(script.contains("GUTSKIN_COMPLETE"), "{shell}: {script}");
        assert!(!script.contains(env!("CARGO_BIN_EXE_gutskin")), "{shell}: finds the program by its name");
    }
}

#[test]
fn commands_flags_and_closed_values_are_offered() {
    assert_eq!(offered(after("adv")), ["advise"]);
    assert_eq!(offered(after("advise --min-c")), ["--min-certainty"]);
    assert_eq!(offered(after("advise --min-certainty mod")), ["moderate"]);
    assert_eq!(offered(after("advise --kind ")), ["food", "nutrient", "supplement", "habit"]);
    assert_eq!(offered(after("check --explain duplicate-i")), ["duplicate-id"]);
    assert_eq!(offered(after("man reco")), ["recognize"]);
    assert_eq!(offered(after("schema sw")), ["swaps.yaml"]);
}

#[test]
fn names_of_the_content_are_offered() {
    assert_eq!(offered(after("advise -c "))[..4], ["acne", "redness", "dullness", "aging"]);
    assert_eq!(offered(after("advise -c acne,du")), ["acne,dullness"], "behind a comma too");
    assert_eq!(offered(after("plan --concern=du")), ["--concern=dullness"]);
    assert_eq!(offered(after("advise -c pimple"))[0], "pimple", "an alias where no id fits");
    assert_eq!(offered(after("map --mechanism leak")), ["leaky-gut"]);
    assert_eq!(offered(after("supports --diet vegan"))[0], "vegan");
    assert_eq!(offered(after("advise --health pregn")), ["pregnancy"]);
    assert_eq!(offered(after("advise --avoid kef")), ["kefir"]);
    assert_eq!(offered(after("show juhl")), ["juhl-2018"]);
}

#[test]
fn names_of_layers_are_offered_wherever_they_are_named() {
    let layer = "concerns:\n  - extends: dullness\n    aliases: [lackluster]\n";
    let with_layer = |words: &str| after(words).file("mine/concerns.yaml", layer);
    let expected = ["lackluster"];
    assert_eq!(offered(with_layer("advise --content mine -c lack")), expected);
    assert_eq!(offered(with_layer("--content=mine plan -c lack")), expected);
    assert_eq!(offered(with_layer("advise -c lack").env("GUTSKIN_CONTENT", "mine")), expected);
    let profile = with_layer("advise -c lack").file("my.yaml", "content: [mine]\n");
    assert_eq!(offered(profile.env("GUTSKIN_CONFIG", "my.yaml")), expected);
}

#[test]
fn broken_content_offers_nothing_and_says_nothing() {
    after("advise --content mine -c a")
        .file("mine/concerns.yaml", "concerns: [")
        .env("GUTSKIN_COMPLETE", "fish")
        .run();
}
