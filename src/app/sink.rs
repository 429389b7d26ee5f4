//! Where an answer goes: standard output, a new file, or the end of one. A file is written whole
//! or not at all.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
#[cfg(unix)]
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};

/// Where an answer goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sink {
    /// Standard output.
    Stdout,
    /// A file of its own.
    New {
        /// Which.
        path: PathBuf,
        /// Whether it may replace one that exists.
        force: bool,
    },
    /// The end of a file, which may not exist yet.
    Append(PathBuf),
}

impl Sink {
    /// Writes the whole answer at once. A reader of standard output that went away is no error.
    pub(super) fn write(&self, answer: &[u8]) -> Result<()> {
        match self {
            Self::Stdout => write_stdout(answer).context("cannot write to standard output"),
            Self::New { path, force } => {
                write_new(path, *force, answer).with_context(|| format!("cannot write {}", path.display()))
            }
            Self::Append(path) => {
                append(path, answer).with_context(|| format!("cannot append to {}", path.display()))
            }
        }
    }
}

fn write_stdout(answer: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(answer).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn write_new(path: &Path, force: bool, answer: &[u8]) -> Result<()> {
    // A device or a pipe has no content to protect, and cannot be replaced by a rename.
    if path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return Ok(OpenOptions::new().write(true).open(path)?.write_all(answer)?);
    }
    if path.is_dir() {
        bail!("it is a directory; name a file in it");
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Its own words would name a file that nobody asked for.
    let mut file = tempfile::NamedTempFile::new_in(folder)
        .map_err(|error| anyhow!("the folder {} takes no new file: {}", folder.display(), error.kind()))?;
    file.write_all(answer)?;
    file.as_file().sync_all()?;
    let saved = if force { file.persist(path) } else { file.persist_noclobber(path) };
    match saved {
        Ok(_) => Ok(()),
        Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => {
            bail!("it exists already; --force replaces it, --append adds to it")
        }
        Err(failed) => Err(failed.error.into()),
    }
}

/// Adds a block, one blank line below what is there.
fn append(path: &Path, answer: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.read(true).append(true).create(true);
    // As a file of its own gets: what it says of somebody's health is theirs.
    #[cfg(unix)]
    options.mode(0o600);
    let mut file = options.open(path)?;
    let mut block = blank_line_after(&mut file)?.to_vec();
    block.extend_from_slice(answer);
    file.write_all(&block)
}

fn blank_line_after(file: &mut File) -> io::Result<&'static [u8]> {
    let length = file.seek(SeekFrom::End(0))?;
    let mut last = [0; 2];
    let known = length.min(2);
    file.seek(SeekFrom::End(-i64::try_from(known).unwrap_or(0)))?;
    let ending = &mut last[..usize::try_from(known).unwrap_or(0)];
    file.read_exact(ending)?;
    Ok(match ending {
        [] | [b'\n', b'\n'] => b"",
        [.., b'\n'] => b"\n",
        _ => b"\n\n",
    })
}
