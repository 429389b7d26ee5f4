//! Each way to end has its code; what went wrong is on standard error alone, with what to do.

#[cfg(unix)]
use std::ffi::OsStr;
#[cfg(unix)]
use std::os::unix::ffi::OsStrExt as _;

use super::common::gutskin;

#[test]
fn done_is_0_also_when_nothing_is_left() {
    gutskin("advise -c acne").some_stdout().run();
    gutskin("supports --kind supplement --avoid supplements").stdout_has("othing").run();
}

#[test]
fn what_cannot_be_done_is_1() {
    gutskin("advise -c acne --content missing").status(1).stderr_has("missing").run();
    gutskin("advise -c acne -o there.md")
        .file("there.md", "mine")
        .status(1)
        .stderr_has("there.md")
        .stderr_has("--force")
        .run();
    gutskin("advise -c acne -o no/such/folder/page.md").status(1).stderr_has("no/such/folder").run();
    gutskin("advise -c acne --force -o folder")
        .file("folder/page.md", "mine")
        .status(1)
        .stderr_has("a directory")
        .run();
    gutskin("advise -c acne --config none.yaml").status(1).stderr_has("none.yaml").run();
}

#[test]
fn a_wrong_command_line_is_2_with_the_nearest_and_the_list() {
    for (typed, nearest, list) in [
        ("advise --concern acnee", "`acne`", "acne, redness, dullness, aging"),
        ("advise -c acne --kind fod", "'food'", "food, nutrient, supplement, habit"),
        ("advise -c acne --mechanism leeky-gut", "`leaky-gut`", "microbiome"),
        ("advise -c acne --diet vegen", "`vegan`", "vegetarian"),
        ("advise -c acne --health pregnency", "`pregnancy`", "breastfeeding"),
        ("advise -c acne --min-certainty lo", "'low'", "very-low, low, moderate, high"),
        ("advise -c acne -f markdwon", "'markdown'", ""),
        ("advis -c acne", "'advise'", ""),
        ("advise --concren acne", "'--concern'", ""),
        ("show kefirr", "`kefir`", ""),
        ("check --explain duplicate-ids", "`duplicate-id`", ""),
        ("completions bsh", "'bash'", "zsh"),
    ] {
        gutskin(typed).status(2).stderr_has(nearest).stderr_has(list).run();
    }
}

#[test]
fn something_known_in_the_place_of_a_command_leads_to_the_command() {
    for (typed, command) in
        [("pimples", "advise pimples"), ("rosacea", "advise rosacea"), ("zinc", "show zinc")]
    {
        gutskin(typed)
            .status(2)
            .stderr(format!(
                "error: `{typed}` is no command\n  did you mean `gutskin {command}`?\n  `gutskin -h` lists the commands\n"
            ))
            .run();
    }
    gutskin("moonlight").status(2).stderr_has("gutskin advise").run();
}

#[test]
fn nothing_is_guessed_from_afar() {
    let far = gutskin("advise -c xylophone").status(2).stderr_has("acne, redness").run().stderr;
    assert!(!far.contains("did you mean"), "{far}");
}

#[test]
fn empty_and_missing_values_are_2() {
    gutskin("").status(2).stderr_has("Usage: gutskin").run();
    let empty = gutskin("advise -c").arg("");
    empty
        .status(2)
        .stderr_has("error: an empty concern names nothing\n  known: acne, redness, dullness, aging")
        .run();
    gutskin("advise").status(2).stderr_has("acne, redness, dullness, aging").run();
    gutskin("show").status(2).stderr_has("<NAME>").run();
    for flag in ["--concern", "--mechanism", "--diet", "--avoid", "--health", "--kind", "--output"] {
        gutskin("advise -c acne").args([flag, ""]).status(2).some_stderr().run();
    }
    for flag in ["--limit", "--width"] {
        gutskin("advise -c acne").args([flag, "0"]).status(2).stderr_has(flag).run();
    }
    gutskin("plan -c acne --weeks 0").status(2).stderr_has("--weeks").run();
    gutskin("plan -c acne --start 2026-02-30").status(2).stderr_has("February 2026").run();
}

#[test]
fn flags_that_contradict_each_other_are_2() {
    gutskin("advise -c acne --json -f csv").status(2).stderr_has("--json").run();
    gutskin("advise -c acne --config a --no-config").status(2).stderr_has("--no-config").run();
    gutskin("advise -c acne -o a --append b").status(2).stderr_has("--append").run();
    gutskin("concerns --no-embedded").status(2).stderr_has("--content").run();
    gutskin("check --no-embedded").status(2).stderr_has("--content").run();
    // A directory to check is something to go by.
    let alone = gutskin("check --no-embedded layer").file("layer/sources.yaml", "sources: []\n");
    alone.stdout_has("1 file checked: no errors").run();
    gutskin("advise -c acne --force").status(2).stderr_has("--output").run();
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_text_are_2_and_no_panic() {
    let odd = OsStr::from_bytes(b"ac\xffne");
    gutskin("advise -c").arg(odd).status(2).some_stderr().run();
    gutskin("advise").arg(odd).status(2).some_stderr().run();
    gutskin("show").arg(odd).status(2).some_stderr().run();
    gutskin("").arg(odd).status(2).some_stderr().run();
    // A file may have any name.
    gutskin("advise -c acne --content").arg(odd).status(1).some_stderr().run();
}

#[test]
fn text_about_nothing_known_is_3_with_the_concerns() {
    gutskin("advise")
        .arg("blue suede shoes")
        .status(3)
        .stderr_has("acne")
        .stderr_has("redness")
        .stderr_has("dullness")
        .stderr_has("aging")
        .run();
}

#[test]
fn an_emergency_is_4_and_alone() {
    for format in ["table", "markdown", "plain", "json", "csv", "html"] {
        let said = gutskin("advise -f")
            .args([format, "my lips are swelling and I can't breathe"])
            .status(4)
            .some_stdout()
            .run()
            .stdout;
        assert!(said.contains("112") || said.contains("911"), "{format}: no number to call in\n{said}");
        assert!(!said.contains("kefir"), "{format}: advice beside an emergency\n{said}");
    }
    let both = "my lips are swelling and my mole has changed";
    let said = gutskin("advise").arg(both).some_stdout().status(4).run().stdout;
    assert!(!said.contains("mole"), "what can wait stands beside an emergency\n{said}");
    gutskin("advise -f json").arg(both).status(4).stdout_has("changing-mole").run();
}
