//! What the guides for contributors show works as it stands there.

use std::path::Path;

use super::common::gutskin;

/// The YAML blocks of the guide to the content, each as a file of a layer.
fn layers() -> Vec<(&'static str, String)> {
    let guide = include_str!("../../content/README.md");
    let blocks = guide.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.map(|block| file_of(block).unwrap_or_else(|| panic!("of no known file:\n{block}"))).collect()
}

fn file_of(block: &str) -> Option<(&'static str, String)> {
    let first = block.lines().find(|line| !line.starts_with('#'))?;
    let whole = |name| Some((name, block.to_owned()));
    match first {
        "supports:" => whole("supports.yaml"),
        "evidence:" => whole("evidence.yaml"),
        "sources:" => whole("sources.yaml"),
        "swaps:" => whole("swaps.yaml"),
        "red_flags:" => whole("red-flags.yaml"),
        // What stands under a support, shown for one that the shipped content has.
        "    cautions:" => {
            Some(("supports.yaml", format!("supports:\n  - extends: fermented-foods\n{block}")))
        }
        _ => None,
    }
}

#[test]
fn each_block_of_the_guide_to_the_content_is_sound_over_those_before_it() {
    let layers = layers();
    assert!(layers.len() >= 7, "only {} blocks were found", layers.len());
    let mut run = gutskin("check");
    for (number, (name, text)) in layers.iter().enumerate() {
        run = run.arg(number.to_string()).file(&format!("{number}/{name}"), text);
    }
    // The one warning: the guide shows evidence for one concern only.
    run.stdout_has("[missing-evidence]: the support `miso-soup`").stdout_has("no errors, 1 warning").run();
}

#[test]
fn a_support_of_ones_own_is_advised_and_nothing_of_it_is_put_into_the_articles_mouth() {
    let mut run = gutskin("advise -c acne --why -f plain");
    for (number, (name, text)) in layers().iter().enumerate() {
        run = run.args(["--content", &number.to_string()]).file(&format!("{number}/{name}"), text);
    }
    let said = run.some_stdout().run().stdout;
    let claim = "The claim: said to bring live bacteria to the gut, through microbiome and inflammation [not in the article].";
    assert!(said.contains(claim), "{said}");
    assert!(!said.contains("[]"), "{said}");
}

#[test]
fn the_schemas_beside_the_content_are_what_the_program_writes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/schema");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).expect("a folder of schemas") {
        let path = entry.expect("a schema").path();
        let name =
            path.file_name().and_then(|name| name.to_str()).expect("a name").replace(".schema.json", ".yaml");
        let there = std::fs::read_to_string(&path).expect("the schema");
        // Where they differ: gutskin schema NAME.yaml > content/schema/NAME.schema.json
        gutskin("schema").arg(name).stdout(there).run();
        files += 1;
    }
    assert_eq!(files, 12);
}
