//! `gutskin profile`: the defaults in effect, and where each came from.

use anyhow::{Result, bail};

use super::outcome::{Outcome, Usage};
use super::profile_file;
use super::run::Run;
use crate::cli::{FormatChoice, Global, Profile};
use crate::report::profile::{ProfileReport, Setting};

pub(super) fn profile(run: &Run, global: &Global, typed: &Profile) -> Result<Outcome> {
    if typed.init {
        return init(run);
    }
    let file = &run.settings.profile;
    let path = file.path.as_ref().map(|path| path.display().to_string());
    let report = ProfileReport::new(path, file.exists, in_effect(run, global));
    run.say_list(&report)?;
    Ok(Outcome::Done)
}

fn init(run: &Run) -> Result<Outcome> {
    let Some(path) = &run.settings.profile.path else {
        bail!(Usage::new("there is no place for a configuration").help("name one with --config FILE"));
    };
    if run.settings.profile.exists {
        bail!("{} exists already, and is left as it is", path.display());
    }
    profile_file::create(path)?;
    run.tell(&format!("wrote {}", path.display()))?;
    Ok(Outcome::Done)
}

fn in_effect(run: &Run, global: &Global) -> Vec<Setting> {
    let file = &run.settings.profile.file;
    let list = |name, values: &[String]| Setting {
        name,
        value: values.join(", "),
        from: if values.is_empty() { "built in" } else { "file" },
    };
    vec![
        list("diet", &file.diet),
        list("avoid", &file.avoid),
        list("health", &file.health),
        format(run, global),
        width(run, global),
        content(run, global),
    ]
}

fn format(run: &Run, global: &Global) -> Setting {
    let value = match run.settings.format {
        FormatChoice::Auto => "auto",
        FormatChoice::Exactly(format) => format.name(),
    };
    let from = if global.format.is_some() || global.json {
        "flag"
    } else if run.settings.profile.file.format.is_some() {
        "file"
    } else {
        "built in"
    };
    Setting { name: "format", value: value.into(), from }
}

fn width(run: &Run, global: &Global) -> Setting {
    let from = if global.width.is_some() {
        "flag"
    } else if run.settings.profile.file.width.is_some() {
        "file"
    } else if run.surroundings.columns.is_some() {
        "terminal"
    } else {
        "built in"
    };
    Setting { name: "width", value: run.settings.width.to_string(), from }
}

fn content(run: &Run, global: &Global) -> Setting {
    let mut layers: Vec<String> =
        run.settings.content.iter().map(|path| path.display().to_string()).collect();
    if run.settings.embedded {
        layers.insert(0, "shipped".into());
    }
    let from = if !global.content.is_empty() || global.no_embedded {
        "flag"
    } else if !run.surroundings.content.is_empty() {
        "GUTSKIN_CONTENT"
    } else if !run.settings.profile.file.content.is_empty() {
        "file"
    } else {
        "built in"
    };
    Setting { name: "content", value: layers.join(", "), from }
}
