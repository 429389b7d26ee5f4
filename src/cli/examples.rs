//! The examples that end each command's long help. Tests run every one of them.

pub(super) const PROGRAM: &str = "\
Examples:
  gutskin advise --concern acne
  gutskin advise \"red, stinging cheeks\" --diet vegan >> notes.md
  gutskin show zinc
  gutskin plan -c dullness --start 2026-01-05 -f ics -o skin.ics

Exit codes:
    0  done; an empty list is an answer too
    1  it could not: content is invalid, a file cannot be read or written
    2  the command line is wrong
    3  nothing in the text matches a concern
    4  an emergency: get help first
  130  interrupted

Where to read more: `gutskin help COMMAND`, `gutskin man`, `gutskin show NAME`.

Something is wrong: CONTRIBUTING.md, beside the source, says where it belongs.";

pub(super) const ADVISE: &str = "\
Examples:
  gutskin advise --concern acne
  gutskin advise \"my cheeks sting and go red\" --why
  gutskin advise -c acne,aging --diet vegan --health pregnancy
  gutskin advise rosacea --kind food --cite -f markdown";

pub(super) const PLAN: &str = "\
Examples:
  gutskin plan -c redness --start 2026-01-05
  gutskin plan -c acne --diet dairy-free --weeks 6 --start 2026-01-05
  gutskin plan -c dullness --start 2026-01-05 -f ics -o skin.ics";

pub(super) const MAP: &str = "\
Examples:
  gutskin map -c acne
  gutskin map -c redness -f mermaid
  gutskin map -c acne,aging -f svg -o map.svg";

pub(super) const CONCERNS: &str = "\
Examples:
  gutskin concerns
  gutskin concerns -f json";

pub(super) const MECHANISMS: &str = "\
Examples:
  gutskin mechanisms
  gutskin mechanisms -f plain";

pub(super) const SUPPORTS: &str = "\
Examples:
  gutskin supports --kind food
  gutskin supports --mechanism leaky-gut --diet vegan
  gutskin supports --min-certainty low -f csv";

pub(super) const SOURCES: &str = "\
Examples:
  gutskin sources
  gutskin sources -f json";

pub(super) const SHOW: &str = "\
Examples:
  gutskin show zinc
  gutskin show leaky gut
  gutskin show rosacea
  gutskin show red-flags
  gutskin show axis";

pub(super) const RECOGNIZE: &str = "\
Examples:
  echo \"pimpels on my chin\" | gutskin recognize
  gutskin recognize --jobs 2 < texts.txt > concerns.ndjson";

pub(super) const CHECK: &str = "\
Examples:
  gutskin check
  gutskin check my-content -v
  gutskin check my-content -f short
  gutskin check --explain unknown-reference";

pub(super) const SCHEMA: &str = "\
Examples:
  gutskin schema
  gutskin schema supports.yaml
  gutskin schema --output";

pub(super) const INIT: &str = "\
Examples:
  gutskin init my-content
  gutskin advise -c acne --content my-content";

pub(super) const PROFILE: &str = "\
Examples:
  gutskin profile
  gutskin profile --init";

pub(super) const COMPLETIONS: &str = "\
Examples:
  gutskin completions bash > gutskin.bash
  gutskin completions fish > gutskin.fish";

pub(super) const MAN: &str = "\
Examples:
  gutskin man > gutskin.1
  gutskin man advise > gutskin-advise.1";
