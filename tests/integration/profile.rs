//! `profile`: a person's own defaults, and that an answer says what it took from there.

use super::common::gutskin;

const MINE: &str = "diet: [vegan]\nhealth: [pregnancy]\nwidth: 60\n";
const PLACE: &str = ".config/gutskin/config.yaml";

#[test]
fn without_a_file_it_says_where_one_would_be() {
    gutskin("profile").stdout_has(PLACE).stdout_has("profile --init").stdout_has("built in").run();
}

#[test]
fn init_writes_a_file_for_its_owner_alone() {
    let run = gutskin("profile --init").some_stdout().run();
    assert!(run.left(PLACE).contains("diet:"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = run.path(PLACE).metadata().expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    gutskin("profile --init").file(PLACE, MINE).status(1).stderr_has("config.yaml").run();
}

#[test]
fn an_answer_takes_defaults_and_says_so() {
    let said = gutskin("advise -c acne").file(PLACE, MINE).some_stdout().run().stdout;
    assert!(said.contains("vegan") && said.contains("profile"), "{said}");
    let bare = gutskin("advise -c acne --no-config").file(PLACE, MINE).some_stdout().run().stdout;
    assert_eq!(bare, gutskin("advise -c acne").some_stdout().run().stdout);
}

#[test]
fn the_place_follows_flag_then_variable_then_xdg() {
    let run = || {
        gutskin("profile -f json").file("a/gutskin/config.yaml", "width: 61\n").file("b.yaml", "width: 62\n")
    };
    let xdg = |run: super::common::Gutskin| {
        let home = run.folder().join("a");
        run.env("XDG_CONFIG_HOME", home)
    };
    xdg(run()).stdout_has("\"61\"").run();
    xdg(run()).env("GUTSKIN_CONFIG", "b.yaml").stdout_has("\"62\"").run();
    xdg(run()).args(["--config", "b.yaml"]).stdout_has("\"62\"").run();
    let relative = run().env("XDG_CONFIG_HOME", "a").some_stdout().run().stdout;
    assert!(!relative.contains("\"61\""), "a relative XDG_CONFIG_HOME is ignored: {relative}");
}

#[test]
fn a_wrong_file_is_named_with_the_place() {
    gutskin("advise -c acne")
        .file(PLACE, "diet: [vegan]\ncolour: red\n")
        .status(1)
        .stderr_has("config.yaml:2:1: colour: red")
        .stderr_has("no setting is called `colour`")
        .run();
    gutskin("advise -c acne")
        .file(PLACE, "diet: [vegn]\n")
        .status(2)
        .stderr_has("config.yaml: no diet is called `vegn`")
        .stderr_has("did you mean `vegan`?")
        .run();
}
