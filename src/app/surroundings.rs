//! The environment and the terminal, looked at once: everything below gets values.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use terminal_size::terminal_size_of;

use crate::cli::ColorChoice;

/// What the process was started in.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is one fact about where the program runs")]
pub(super) struct Surroundings {
    /// Whether standard input is a terminal.
    pub(super) asks: bool,
    /// Whether standard output is a terminal.
    pub(super) shows: bool,
    /// Whether standard error is a terminal.
    pub(super) hints: bool,
    /// Columns of the terminal, if there is one, else of `COLUMNS`.
    pub(super) columns: Option<u16>,
    /// Whether box art and symbols can be shown.
    pub(super) unicode: bool,
    /// Whether a person asked for lists and numbers instead of art and redrawing.
    pub(super) accessible: bool,
    color: ColorWishes,
    /// `GUTSKIN_CONTENT`, as directories.
    pub(super) content: Vec<PathBuf>,
    /// `GUTSKIN_CONFIG`.
    pub(super) config: Option<PathBuf>,
    /// Where the configuration of programs lives.
    pub(super) config_home: Option<PathBuf>,
}

/// What the environment says about color.
#[derive(Debug, Clone, Copy, Default)]
struct ColorWishes {
    none: bool,
    forced: bool,
    dumb: bool,
}

impl Surroundings {
    /// Looks around.
    pub(super) fn look() -> Self {
        let shows = io::stdout().is_terminal();
        Self {
            asks: io::stdin().is_terminal(),
            shows,
            hints: io::stderr().is_terminal(),
            columns: columns(shows),
            unicode: locale_is_unicode(|name| env::var_os(name)),
            accessible: is_set("ACCESSIBLE"),
            color: ColorWishes {
                none: is_set("NO_COLOR"),
                forced: wants("CLICOLOR_FORCE") || wants("FORCE_COLOR"),
                dumb: env::var_os("TERM").is_some_and(|term| term == "dumb"),
            },
            content: env::var_os("GUTSKIN_CONTENT")
                .map(|list| env::split_paths(&list).filter(|path| !path.as_os_str().is_empty()).collect())
                .unwrap_or_default(),
            config: env::var_os("GUTSKIN_CONFIG").filter(|path| !path.is_empty()).map(PathBuf::from),
            config_home: config_home(),
        }
    }

    /// Whether to color what goes to a stream; a flag outranks `NO_COLOR`, which outranks a
    /// forcing variable, which outranks what the stream is.
    pub(super) fn colors(&self, choice: ColorChoice, stream_is_terminal: bool) -> bool {
        match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto if self.color.none => false,
            ColorChoice::Auto if self.color.forced => true,
            ColorChoice::Auto => stream_is_terminal && !self.color.dumb,
        }
    }
}

/// A relative path in XDG_CONFIG_HOME is invalid by its specification, and ignored.
fn config_home() -> Option<PathBuf> {
    env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute()).or_else(|| {
        env::var_os("HOME").filter(|home| !home.is_empty()).map(|home| PathBuf::from(home).join(".config"))
    })
}

fn columns(shows: bool) -> Option<u16> {
    let of_terminal = || terminal_size_of(io::stdout()).map(|(terminal_size::Width(width), _)| width);
    let of_environment = || env::var("COLUMNS").ok()?.parse().ok();
    (if shows { of_terminal() } else { None }).or_else(of_environment).filter(|columns| *columns > 0)
}

/// Set, and not to nothing.
fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Set, and not to a no.
fn wants(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0")
}

/// The first of the three variables that is set decides, as for every program; none set means
/// the C locale, which is ASCII.
fn locale_is_unicode(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()))
        .is_some_and(|locale| {
            let locale = locale.to_string_lossy().to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        })
}

#[cfg(test)]
mod tests {
    use super::{ColorWishes, Surroundings, locale_is_unicode};
    use crate::cli::ColorChoice;

    #[test]
    fn the_first_locale_variable_that_is_set_decides() {
        let of = |all: &'static [(&str, &str)]| {
            locale_is_unicode(|name| all.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into()))
        };
        assert!(of(&[("LANG", "en_US.UTF-8")]));
        assert!(of(&[("LC_ALL", ""), ("LC_CTYPE", "C.utf8")]));
        assert!(!of(&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]));
        assert!(!of(&[]));
    }

    #[test]
    fn color_follows_flag_then_no_color_then_force_then_stream() {
        let with = |none, forced, dumb| Surroundings {
            color: ColorWishes { none, forced, dumb },
            ..Surroundings::default()
        };
        assert!(with(true, false, false).colors(ColorChoice::Always, false));
        assert!(!with(false, true, false).colors(ColorChoice::Never, true));
        assert!(!with(true, true, false).colors(ColorChoice::Auto, true));
        assert!(with(false, true, true).colors(ColorChoice::Auto, false));
        assert!(!with(false, false, true).colors(ColorChoice::Auto, true));
        assert!(with(false, false, false).colors(ColorChoice::Auto, true));
        assert!(!with(false, false, false).colors(ColorChoice::Auto, false));
    }
}
