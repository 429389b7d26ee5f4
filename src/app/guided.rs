//! `gutskin` alone on a terminal: a few short questions, each of which can be skipped, then the
//! advice, and the command that repeats it.

use std::io;

use anyhow::Result;

use super::ask::{Ask, Drawn, Numbered};
use super::outcome::Outcome;
use super::run::{Run, say_aside};
use super::{advise, names};
use crate::cli::{Advise, Choosing};
use crate::knowledge::model::KnowledgeBase;

/// How many changes a person may want at most, and the word for no limit.
const CHANGES: [(&str, Option<u16>); 4] = [
    ("As many as there are", None),
    ("1 of each kind", Some(1)),
    ("2 of each kind", Some(2)),
    ("3 of each kind", Some(3)),
];

/// Asks, then advises.
pub(super) fn guided(run: &Run) -> Result<Outcome> {
    let kb = run.known()?.kb;
    let answers = if run.surroundings.accessible {
        questions(&mut Numbered::new(io::stdin().lock(), io::stderr()), kb)
    } else {
        questions(&mut Drawn, kb)
    };
    let typed = match answers {
        Ok(typed) => typed,
        Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(Outcome::Interrupted),
        Err(error) => return Err(error.into()),
    };
    if typed.concerns.is_empty() && typed.text.is_empty() {
        say_aside("Nothing was asked for. Try `gutskin concerns`, or `gutskin --help`.");
        return Ok(Outcome::Done);
    }
    let outcome = advise::advise(run, &typed)?;
    say_aside(&format!("\nThe same again: {}", command_line(&typed)));
    Ok(outcome)
}

fn questions(ask: &mut impl Ask, kb: &'static KnowledgeBase) -> io::Result<Advise> {
    let labels = kb.concerns.iter().map(|concern| concern.name).collect::<Vec<_>>();
    let chosen = ask.many("What would you like help with?", &labels)?;
    let concerns: Vec<String> = chosen.iter().map(|place| kb.concerns[*place].id.to_owned()).collect();
    let text = if concerns.is_empty() {
        ask.line("Or say it in your own words:", &|_| Ok(()))?.into_iter().collect()
    } else {
        Vec::new()
    };
    if concerns.is_empty() && text.is_empty() {
        return Ok(Advise::default());
    }
    let labels = kb.diets.iter().map(|diet| diet.name).collect::<Vec<_>>();
    let chosen = ask.many("Is there a way of eating to keep to?", &labels)?;
    let diets = chosen.iter().map(|place| kb.diets[*place].id.to_owned()).collect();
    let known = |line: &str| match names::health(kb, &list(line)) {
        Ok(_) => Ok(()),
        Err(unknown) => Err(unknown.to_string()),
    };
    let health =
        ask.line("Pregnant, on medicine, allergic? For example: pregnancy, blood thinners", &known)?;
    let labels = CHANGES.map(|(label, _)| label);
    let changes = ask.one("How many changes would you like to see?", &labels)?;
    let choosing = Choosing {
        diets,
        health: health.map(|line| list(&line)).unwrap_or_default(),
        limit: changes.and_then(|place| CHANGES[place].1),
        ..Choosing::default()
    };
    Ok(Advise { text, concerns, choosing })
}

fn list(line: &str) -> Vec<String> {
    line.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// What to type to get the same answer without questions.
fn command_line(typed: &Advise) -> String {
    let mut line = String::from("gutskin advise");
    let mut add = |flag: &str, values: &[String]| {
        if !values.is_empty() {
            line.push_str(flag);
            line.push_str(&quoted(&values.join(",")));
        }
    };
    add(" ", &typed.text);
    add(" --concern ", &typed.concerns);
    add(" --diet ", &typed.choosing.diets);
    add(" --health ", &typed.choosing.health);
    if let Some(limit) = typed.choosing.limit {
        add(" --limit ", &[limit.to_string()]);
    }
    line
}

/// As a POSIX shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ',' | '_' | '.');
    if word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::{command_line, questions};
    use crate::app::ask::Numbered;
    use crate::cli::{Advise, Choosing};
    use crate::embedded;

    #[test]
    fn the_command_can_be_pasted_into_a_shell() {
        let typed = Advise {
            text: vec!["it's red".into()],
            choosing: Choosing { diets: vec!["vegan".into()], limit: Some(2), ..Choosing::default() },
            ..Advise::default()
        };
        assert_eq!(command_line(&typed), r"gutskin advise 'it'\''s red' --diet vegan --limit 2");
    }

    #[test]
    fn answers_by_number_become_flags_and_a_slip_is_asked_again() {
        let mut said = Vec::new();
        let typed = "1, 4\n1\npregnanci\npregnancy, warfarin\n3\n";
        let answers = questions(&mut Numbered::new(typed.as_bytes(), &mut said), &embedded::KNOWLEDGE)
            .expect("answers");
        assert_eq!(
            command_line(&answers),
            "gutskin advise --concern acne,aging --diet vegan --health 'pregnancy,warfarin' --limit 2"
                .replace('\'', "")
        );
        assert!(String::from_utf8_lossy(&said).contains("did you mean `pregnancy`?"));
    }

    #[test]
    fn everything_can_be_skipped() {
        let answers = questions(&mut Numbered::new(&b"\n\n"[..], Vec::new()), &embedded::KNOWLEDGE);
        assert_eq!(command_line(&answers.expect("answers")), "gutskin advise");
    }
}
