//! Compiles the content into the program: the same loader and the same checks as `gutskin check`
//! run here, so that broken content does not build and starting the program parses nothing.
//!
//! It stands in `src` so that it is a second crate root over the same rooms.
#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the rooms shared with the library have more than the build needs"
)]

mod diagnostic;
mod knowledge;
mod recognition;
mod words;

/// What the build needs of the room that holds the compiled content.
mod embedded {
    pub(crate) mod source_code;
}

/// What the build needs of the room that writes diagnostics out.
mod render {
    pub(crate) mod diagnostics;
    pub(crate) mod safe;
}

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::process::ExitCode;
use std::{env, fs};

use diagnostic::Level;
use knowledge::files::{ContentFile, Layer};

#[allow(clippy::print_stderr, reason = "standard error is where a build says why it failed")]
fn main() -> ExitCode {
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let content = root.join("content");
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=src/knowledge");
    println!("cargo::rerun-if-changed=src/recognition");
    println!("cargo::rerun-if-changed=src/embedded/source_code.rs");
    link_for_a_quick_start();
    let loaded = knowledge::load(&[Layer::Directory(content.clone())]);
    if loaded.diagnostics.iter().any(|found| found.level == Level::Error) {
        return Err(render::diagnostics::full(&loaded.diagnostics, 100, false).into());
    }
    let kb = loaded.kb.ok_or("content/ holds no knowledge base")?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("knowledge.rs"), embedded::source_code::source_code(&kb)?)?;
    let index = recognition::index::Index::build(&kb);
    fs::write(out.join("index.rs"), embedded::source_code::source_code(&index)?)?;
    embed_files(&content, &out)?;
    Ok(())
}

/// What makes a start cheaper, on Linux.
fn link_for_a_quick_start() {
    let target = |part: &str| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    if target("OS") != "linux" || target("ENV") != "gnu" {
        return;
    }
    // The static tables hold ten thousand pointers. Where the program may stand anywhere, each start
    // has to write them all, and to copy their pages.
    println!("cargo::rustc-link-arg-bins=-no-pie");
    // The standard library wants a shared library of the compiler's for its backtraces. Loading it
    // takes a tenth of a start; the compiler has it as an archive, too.
    if env::var("HOST") == env::var("TARGET") && has_archive("libgcc_eh.a") {
        println!("cargo::rustc-link-lib=static:-bundle=gcc_eh");
    }
}

/// Whether the C compiler, which links the program, has an archive: asked for one, it says where.
fn has_archive(name: &str) -> bool {
    let asked = Command::new("cc").arg(format!("-print-file-name={name}")).output();
    asked.is_ok_and(|said| Path::new(String::from_utf8_lossy(&said.stdout).trim()).is_absolute())
}

/// The YAML itself, for layers over it, and the hash that `--version` shows.
fn embed_files(content: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut list = String::from("&[\n");
    let mut hash = FNV_OFFSET;
    for file in ContentFile::ALL {
        let name = file.name();
        if let Ok(text) = fs::read(content.join(name)) {
            hash = fnv(hash, &text);
            writeln!(
                list,
                r#"    ("{name}", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/content/{name}"))),"#
            )?;
        }
    }
    list.push(']');
    fs::write(out.join("files.rs"), list)?;
    println!("cargo::rustc-env=GUTSKIN_VERSION={} (content {:016x})", env::var("CARGO_PKG_VERSION")?, hash);
    Ok(())
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a: enough to tell one content from another, and the same everywhere.
fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
