//! The defaults in effect, and where each came from.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::document::{Block, Column, ColumnWidth, Document, Role, Table, Text};
use super::{Records, Report, SCHEMA_VERSION};

/// What `gutskin profile` says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "ProfileOutput", title = "gutskin profile")]
pub struct ProfileReport {
    /// Counts up when a field goes away or changes its meaning.
    schema_version: u32,
    /// The file of defaults, there or not; null where none is looked for.
    file: Option<String>,
    /// Whether it is there.
    file_exists: bool,
    /// Every setting.
    settings: Vec<Setting>,
}

/// A setting in effect.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "SettingEntry")]
pub struct Setting {
    /// As the flag is called.
    pub name: &'static str,
    /// What it is set to; empty for nothing.
    pub value: String,
    /// Where that came from, such as "flag", "GUTSKIN_CONTENT", "file", "built in".
    pub from: &'static str,
}

impl ProfileReport {
    /// The settings, with the file that holds defaults, or could.
    pub fn new(file: Option<String>, file_exists: bool, settings: Vec<Setting>) -> Self {
        Self { schema_version: SCHEMA_VERSION, file, file_exists, settings }
    }

    fn about_file(&self) -> Text<'_> {
        match (&self.file, self.file_exists) {
            (None, _) => Text::plain("No file is used."),
            (Some(path), true) => {
                Text::plain("Defaults are taken from ").and(Role::Code, path.as_str()).then(".")
            }
            (Some(path), false) => Text::plain("There is no file at ")
                .and(Role::Code, path.as_str())
                .then(" yet; ")
                .and(Role::Code, "gutskin profile --init")
                .then(" writes one to start from, readable by you alone."),
        }
    }
}

impl Report for ProfileReport {
    fn document(&self) -> Document<'_> {
        let row = |setting: &'_ Setting| -> Vec<Text<'_>> {
            let value = if setting.value.is_empty() { "–" } else { &setting.value };
            vec![
                Text::of(Role::Strong, setting.name),
                Text::plain(value.to_owned()),
                Text::plain(setting.from),
            ]
        };
        let column = |header, width| Column { header, width };
        let table = Table {
            caption: Cow::Borrowed("Settings in effect"),
            columns: vec![
                column("Setting", ColumnWidth::Content),
                column("Value", ColumnWidth::Fill),
                column("From", ColumnWidth::Content),
            ],
            rows: self.settings.iter().map(row).collect(),
        };
        Document {
            title: Cow::Borrowed("Profile"),
            blocks: vec![
                Block::Heading(2, Text::plain("Profile")),
                Block::Paragraph(self.about_file()),
                Block::Table(table),
            ],
        }
    }

    fn records(&self) -> Records<'_> {
        let row = |setting: &'_ Setting| -> Vec<Cow<'_, str>> {
            vec![setting.name.into(), setting.value.clone().into(), setting.from.into()]
        };
        Records { columns: vec!["setting", "value", "from"], rows: self.settings.iter().map(row).collect() }
    }
}
