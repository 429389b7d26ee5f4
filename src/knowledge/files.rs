//! Opens content files; nothing else in the program does. A directory holds one file a kind, by
//! fixed names, and whatever else lies there is named, with the reason why it was left alone.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Label, Level, Span};
use crate::words::quoted;

use super::nearest::nearest;
use super::problems::Problems;
use super::sources::{Text, Texts, position, safe};

/// The largest content file that is read: more than a hundred times the largest shipped one.
pub const SIZE_LIMIT: u64 = 10 * 1024 * 1024;

/// Where knowledge comes from, lowest first; a later layer adds to, replaces or changes what an
/// earlier one says.
#[derive(Debug, Clone)]
pub enum Layer {
    /// A directory of content files.
    Directory(PathBuf),
    /// Texts that the program carries, as pairs of file name and text.
    Texts {
        /// What stands for the directory in messages, such as `embedded`.
        name: &'static str,
        /// Each file's name and text.
        files: &'static [(&'static str, &'static str)],
    },
}

/// What became of a file that was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileNote {
    /// The file, as the user would name it.
    pub path: String,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It was read; whether it is sound, the diagnostics say.
    Loaded,
    /// It was left alone.
    Ignored {
        /// Why.
        reason: String,
    },
    /// It should have been read and could not be.
    Refused {
        /// Why.
        reason: String,
    },
}

macro_rules! content_files {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// The content files, one a kind.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ContentFile {
            $($(#[$doc])* $variant,)+
        }

        impl ContentFile {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The file's name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }
    };
}

content_files! {
    /// The article's facts.
    Article = "article.yaml",
    /// What the axis is.
    Axis = "axis.yaml",
    /// What a person wants help with.
    Concerns = "concerns.yaml",
    /// How the gut acts on the skin.
    Mechanisms = "mechanisms.yaml",
    /// What a person can do.
    Supports = "supports.yaml",
    /// What studies found.
    Evidence = "evidence.yaml",
    /// Where it stands.
    Sources = "sources.yaml",
    /// Ways of eating, and tags.
    Diets = "diets.yaml",
    /// Whom cautions concern.
    Populations = "populations.yaml",
    /// Signs that come before any advice.
    RedFlags = "red-flags.yaml",
    /// What serves instead.
    Swaps = "swaps.yaml",
    /// Words for recognition.
    Vocabulary = "vocabulary.yaml",
}

impl ContentFile {
    /// The kind of this name, with or without `.yaml`.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let stem = name.strip_suffix(".yaml").unwrap_or(name);
        Self::ALL.iter().copied().find(|kind| kind.stem() == stem)
    }

    /// The file's name without its ending.
    #[must_use]
    pub fn stem(self) -> &'static str {
        self.name().strip_suffix(".yaml").unwrap_or(self.name())
    }
}

/// A text that was read, and of which kind it is.
pub(super) struct ReadText {
    /// Which content file it is.
    pub(super) kind: ContentFile,
    /// Its text, whose name goes with it.
    pub(super) text: Text,
}

/// What reading all layers came to.
#[derive(Default)]
pub(super) struct Gathered {
    /// The texts, layer by layer, in the order of the kinds.
    pub(super) read: Vec<ReadText>,
    /// Every file seen.
    pub(super) notes: Vec<FileNote>,
    /// What could not be read.
    pub(super) failures: Vec<Failure>,
    /// The number of the layer being read.
    layer: usize,
}

/// A file that could not be read, or deserves a warning.
pub(super) struct Failure {
    /// The content file that is missing because of it.
    pub(super) kind: Option<ContentFile>,
    code: Code,
    level: Level,
    message: String,
    label: Option<Label>,
    help: Option<String>,
}

/// Reads all layers.
pub(super) fn gather(layers: &[Layer]) -> Gathered {
    let mut gathered = Gathered::default();
    for (number, layer) in layers.iter().enumerate() {
        gathered.layer = number;
        match layer {
            Layer::Directory(directory) => gathered.directory(directory),
            Layer::Texts { name, files } => gathered.texts(name, files),
        }
    }
    gathered
}

impl Gathered {
    fn texts(&mut self, layer_name: &str, files: &[(&str, &str)]) {
        for (name, text) in files {
            let path = format!("{layer_name}/{name}");
            if let Some(kind) = ContentFile::ALL.iter().copied().find(|kind| kind.name() == *name) {
                self.loaded(kind, path, (*text).to_owned());
            } else {
                self.ignored(path, "it is not a content file".to_owned());
            }
        }
    }

    fn directory(&mut self, directory: &Path) {
        let shown = shown(directory);
        let names = match names_in(directory) {
            Ok(names) => names,
            Err(error) => {
                let message = format!("the content directory {} {}", quoted(&shown), reason(&error));
                return self.refuse(shown, message, None, Trouble::new(Code::UnreadableFile, reason(&error)));
            }
        };
        let before = self.read.len() + self.failures.len();
        for kind in ContentFile::ALL.iter().copied() {
            if names.iter().any(|name| name == kind.name()) {
                self.file(kind, &directory.join(kind.name()));
            }
        }
        for name in &names {
            if ContentFile::ALL.iter().all(|kind| kind.name() != name) {
                self.other(directory, name);
            }
        }
        if self.read.len() + self.failures.len() == before {
            let names: Vec<&str> = ContentFile::ALL.iter().map(|kind| kind.name()).collect();
            self.failures.push(Failure {
                kind: None,
                label: None,
                code: Code::IgnoredFile,
                level: Level::Warning,
                message: format!("the directory {} holds no content file", quoted(&shown)),
                help: Some(format!("content files are named {}", crate::words::all_of(names))),
            });
        }
    }

    fn file(&mut self, kind: ContentFile, path: &Path) {
        let name = shown(path);
        match read(path).and_then(decoded) {
            Ok(text) => self.loaded(kind, name, text),
            Err(trouble) => {
                let message = format!("{} {}", quoted(&name), trouble.message);
                self.refuse(name, message, Some(kind), trouble);
            }
        }
    }

    fn other(&mut self, directory: &Path, name: &str) {
        let path = shown(&directory.join(name));
        let lower = name.to_lowercase();
        let is_meant = [".yaml", ".yml"].iter().any(|end| lower.ends_with(end));
        let stem = lower.trim_end_matches(".yml").trim_end_matches(".yaml");
        let meant = nearest(stem, ContentFile::ALL.iter().map(|kind| kind.stem()));
        let reason = match meant {
            _ if directory.join(name).is_dir() => "it is a directory".to_owned(),
            Some(stem) if is_meant => {
                format!("content files have fixed names; rename it to `{stem}.yaml` to have it read")
            }
            _ => "it is not a content file".to_owned(),
        };
        if is_meant {
            self.failures.push(Failure {
                kind: None,
                label: None,
                code: Code::IgnoredFile,
                level: Level::Warning,
                message: format!("{} is ignored", quoted(&path)),
                help: Some(reason.clone()),
            });
        }
        self.ignored(path, reason);
    }

    fn loaded(&mut self, kind: ContentFile, name: String, text: String) {
        self.notes.push(FileNote { path: name.clone(), fate: Fate::Loaded });
        self.read.push(ReadText { kind, text: Text { name, layer: self.layer, text } });
    }

    fn ignored(&mut self, path: String, reason: String) {
        self.notes.push(FileNote { path, fate: Fate::Ignored { reason } });
    }

    fn refuse(&mut self, path: String, message: String, kind: Option<ContentFile>, trouble: Trouble) {
        let Trouble { code, label, message: reason } = trouble;
        let label = label.map(|(line, column, line_text)| Label {
            span: Span { file: path.clone(), line, column, length: 1 },
            line_text,
            message: String::new(),
        });
        self.notes.push(FileNote { path, fate: Fate::Refused { reason } });
        self.failures.push(Failure { kind, code, level: Level::Error, message, label, help: None });
    }
}

impl Failure {
    /// Hands it on.
    pub(super) fn report(self, problems: &mut Problems<'_>) {
        let Self { code, level, message, label, help, .. } = self;
        problems.whole(Diagnostic { code, level, message, label, related: Vec::new(), help });
    }
}

/// Registers the texts.
pub(super) fn register(read: Vec<ReadText>, texts: &mut Texts) -> Vec<(ContentFile, super::sources::FileId)> {
    read.into_iter().map(|one| (one.kind, texts.add(one.text))).collect()
}

/// Why a file cannot be used, and, if that can be said, at which line and column of what text.
struct Trouble {
    code: Code,
    message: String,
    label: Option<(u32, u32, String)>,
}

impl Trouble {
    fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), label: None }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    let unreadable = |error: io::Error| Trouble::new(Code::UnreadableFile, reason(&error));
    // Asked before opening: to open a FIFO would wait for somebody to write into it.
    let about = fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        return Err(Trouble::new(Code::UnreadableFile, "is a directory, not a file"));
    }
    if !about.is_file() {
        return Err(Trouble::new(Code::UnreadableFile, "is not a regular file"));
    }
    let too_large = || {
        let limit = SIZE_LIMIT / 1024 / 1024;
        Trouble::new(Code::TooLarge, format!("is larger than {limit} MiB, the limit for a content file"))
    };
    if about.len() > SIZE_LIMIT {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(unreadable)?.take(SIZE_LIMIT + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > SIZE_LIMIT { Err(too_large()) } else { Ok(bytes) }
}

/// The text, out of UTF-8 or, where a byte-order mark says so, UTF-16.
fn decoded(bytes: Vec<u8>) -> Result<String, Trouble> {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => {
            let mut text = String::from_utf8(bytes).map_err(|error| {
                let valid = error.utf8_error().valid_up_to();
                not_text("UTF-8", &String::from_utf8_lossy(error.as_bytes()), &error.as_bytes()[..valid])
            })?;
            if text.starts_with('\u{FEFF}') {
                text.remove(0);
            }
            Ok(text)
        }
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Trouble> {
    // A byte left over is made half of a pair, which decodes to an error.
    let units = bytes.chunks(2).map(|pair| pair.try_into().map_or(0xD800, unit));
    let mut text = String::new();
    for decoded in char::decode_utf16(units) {
        let Ok(c) = decoded else { return Err(not_text("UTF-16", &text, text.as_bytes())) };
        text.push(c);
    }
    Ok(text)
}

fn not_text(what: &str, shown: &str, valid: &[u8]) -> Trouble {
    let (line, column) = position(valid);
    let start = valid.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(0, |at| at + 1);
    let line_text = shown.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
    Trouble {
        code: Code::NotUtf8,
        message: format!("is not text in {what}"),
        label: Some((line, column, safe(line_text))),
    }
}

/// Writes files into a directory, which is made if need be, and returns their paths. Nothing is
/// written if one of them is there already.
///
/// # Errors
///
/// That a file exists ([`io::ErrorKind::AlreadyExists`], naming it), or cannot be written.
pub fn write_new(directory: &Path, files: &[(String, String)]) -> io::Result<Vec<PathBuf>> {
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| directory.join(name)).collect();
    if let Some(path) = paths.iter().find(|path| path.symlink_metadata().is_ok()) {
        let message = format!("{} exists already", quoted(shown(path)));
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    for (path, (_, text)) in paths.iter().zip(files) {
        fs::create_dir_all(path.parent().unwrap_or(directory))?;
        File::create_new(path)?.write_all(text.as_bytes())?;
    }
    Ok(paths)
}

fn names_in(directory: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(directory)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read".to_owned(),
        io::ErrorKind::NotADirectory => "is not a directory".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}

fn shown(path: &Path) -> String {
    safe(&path.display().to_string())
}
