//! The flags that choose supports.

use clap::Args;

use super::values::{CertaintyChoice, KindChoice};

/// Which supports to choose, and how much to say of each.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Choosing")]
pub struct Choosing {
    /// Only food, nutrient, supplement or habit.
    #[arg(
        short,
        long = "kind",
        value_name = "KIND",
        value_enum,
        value_delimiter = ',',
        ignore_case = true,
        hide_possible_values = true
    )]
    pub kinds: Vec<KindChoice>,

    /// Only what works through this mechanism.
    #[arg(short, long = "mechanism", value_name = "MECHANISM", value_delimiter = ',')]
    pub mechanisms: Vec<String>,

    /// Leave out what this way of eating leaves out: vegan, dairy-free, …
    #[arg(long = "diet", value_name = "DIET", value_delimiter = ',')]
    pub diets: Vec<String>,

    /// Leave out an ingredient, an example, a support or a kind: dairy, kefir, supplements, …
    #[arg(long, value_name = "THING", value_delimiter = ',')]
    pub avoid: Vec<String>,

    /// What makes some items unsafe for you: pregnancy, blood-thinners, milk-allergy, …
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub health: Vec<String>,

    /// Only what helps, or is mixed, at this certainty or better.
    #[arg(long, value_name = "CERTAINTY", value_enum, ignore_case = true)]
    pub min_certainty: Option<CertaintyChoice>,

    /// At most this many supports of each kind.
    #[arg(short = 'n', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub limit: Option<u16>,

    /// Add the reasons: role, mechanism, what studies found.
    #[arg(long)]
    pub why: bool,

    /// Add the sources, with DOI links.
    #[arg(long)]
    pub cite: bool,
}
