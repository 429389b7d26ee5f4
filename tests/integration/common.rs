//! Runs `gutskin` in an empty folder and environment, and is strict: stdout, stderr and status must
//! all be as expected, and silence and success are what is expected unless a test says otherwise.

use std::ffi::OsString;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use tempfile::TempDir;

/// A run to be made, and what must come of it.
pub(crate) struct Gutskin {
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    stdin: Vec<u8>,
    folder: TempDir,
    stdout: Expected,
    stderr: Expected,
    status: i32,
}

/// What a run left behind, already held against what was expected.
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    folder: TempDir,
}

/// What a stream must hold.
enum Expected {
    Exactly(String),
    /// All of these, in any order.
    Parts(Vec<String>),
    /// Something; the test looks at it itself.
    Something,
}

/// `gutskin` with arguments as a shell would split them at spaces; for others, add `.arg()`.
pub(crate) fn gutskin(arguments: &str) -> Gutskin {
    Gutskin {
        arguments: arguments.split_whitespace().map(OsString::from).collect(),
        environment: Vec::new(),
        stdin: Vec::new(),
        folder: tempfile::tempdir().expect("a temporary folder"),
        stdout: Expected::Exactly(String::new()),
        stderr: Expected::Exactly(String::new()),
        status: 0,
    }
}

impl Gutskin {
    /// One argument more, as it is.
    pub(crate) fn arg(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// More arguments, each as it is.
    pub(crate) fn args(mut self, arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// A variable in the environment, which is otherwise nearly empty.
    pub(crate) fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// What standard input holds; otherwise nothing.
    pub(crate) fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.stdin = bytes.into();
        self
    }

    /// A file in the folder that the program runs in.
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder for the file");
        fs::write(path, text).expect("the file");
        self
    }

    /// The folder that the program runs in, which is also its home.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Standard output is exactly this.
    pub(crate) fn stdout(mut self, text: impl Into<String>) -> Self {
        self.stdout = Expected::Exactly(text.into());
        self
    }

    /// Standard output holds this; may be said more than once.
    pub(crate) fn stdout_has(mut self, part: impl Into<String>) -> Self {
        self.stdout.add(part.into());
        self
    }

    /// Standard output holds something; the test looks at it.
    pub(crate) fn some_stdout(mut self) -> Self {
        self.stdout = Expected::Something;
        self
    }

    /// Standard error is exactly this.
    pub(crate) fn stderr(mut self, text: impl Into<String>) -> Self {
        self.stderr = Expected::Exactly(text.into());
        self
    }

    /// Standard error holds this; may be said more than once.
    pub(crate) fn stderr_has(mut self, part: impl Into<String>) -> Self {
        self.stderr.add(part.into());
        self
    }

    /// Standard error holds something; the test looks at it.
    pub(crate) fn some_stderr(mut self) -> Self {
        self.stderr = Expected::Something;
        self
    }

    /// The exit code.
    pub(crate) fn status(mut self, status: i32) -> Self {
        self.status = status;
        self
    }

    /// Runs it and holds it against everything expected.
    pub(crate) fn run(self) -> Ran {
        let mut child = self.command().spawn().expect("gutskin starts");
        let mut input = child.stdin.take().expect("stdin is piped");
        let stdin = self.stdin;
        // In a thread of its own: both sides of a filter may block.
        let writer = thread::spawn(move || match input.write_all(&stdin) {
            // A program may end without reading all.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
            written => written.expect("stdin takes what is written"),
        });
        let output = child.wait_with_output().expect("gutskin ends");
        writer.join().expect("the writer ends");
        let stdout = String::from_utf8(output.stdout).expect("stdout is UTF-8");
        let stderr = String::from_utf8(output.stderr).expect("stderr is UTF-8");
        let complaints: Vec<String> = [
            (output.status.code() != Some(self.status))
                .then(|| format!("status: expected {}, got {}", self.status, output.status)),
            self.stdout.complaint("stdout", &stdout),
            self.stderr.complaint("stderr", &stderr),
        ]
        .into_iter()
        .flatten()
        .collect();
        assert!(
            complaints.is_empty(),
            "gutskin {:?}\n{}\n--- stdout\n{stdout}--- stderr\n{stderr}",
            self.arguments,
            complaints.join("\n")
        );
        Ran { stdout, stderr, folder: self.folder }
    }

    /// The command itself, for tests that need other streams than pipes.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gutskin"));
        command
            .args(&self.arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .env("LANG", "C.UTF-8")
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}

impl Ran {
    /// A file that the run left in its folder.
    pub(crate) fn left(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("the run left the file")
    }

    /// Where a file in the folder of the run is.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }
}

impl Expected {
    fn add(&mut self, part: String) {
        match self {
            Self::Parts(parts) => parts.push(part),
            _ => *self = Self::Parts(vec![part]),
        }
    }

    fn complaint(&self, stream: &str, found: &str) -> Option<String> {
        match self {
            Self::Exactly(text) if text == found => None,
            Self::Exactly(text) if text.is_empty() => Some(format!("{stream}: expected nothing")),
            Self::Exactly(text) => Some(format!("{stream}: expected exactly\n{text}")),
            Self::Parts(parts) => {
                let missing = parts.iter().find(|part| !found.contains(part.as_str()))?;
                Some(format!("{stream}: lacks {missing:?}"))
            }
            Self::Something => found.is_empty().then(|| format!("{stream}: expected something")),
        }
    }
}
