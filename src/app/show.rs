//! `gutskin show`: one thing in full, of any kind.

use anyhow::{Result, bail};

use super::names;
use super::outcome::Outcome;
use super::run::Run;
use crate::cli::Show;
use crate::knowledge::find::{Kind, find, is_same, names as all_names};
use crate::report::lists::RedFlagsReport;
use crate::report::show::ShowReport;

/// What is called so, or the list of all red flags.
pub(super) fn show(run: &Run, typed: &Show) -> Result<Outcome> {
    let kb = run.known()?.kb;
    let name = typed.name.join(" ");
    if is_same(&name, "red-flags") {
        run.say_list(&RedFlagsReport::new(kb))?;
    } else {
        let name = names::required("name", &name)?;
        let Some(entry) = find(kb, name) else {
            bail!(names::unknown("", name, all_names(kb, Kind::ALL)).help(
                "`gutskin concerns`, `mechanisms`, `supports` and `sources` list what there is, `show red-flags` the rest"
            ));
        };
        run.say_list(&ShowReport::new(kb, entry))?;
    }
    Ok(Outcome::Done)
}
