//! A pseudo-terminal: the program believes that a person sits there.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::{Mode, OFlags, open};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// Longer than any answer takes, also on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A terminal with a program that runs in it.
pub(super) struct Terminal {
    keyboard: File,
    screen: Receiver<Vec<u8>>,
    shown: Vec<u8>,
    child: Child,
}

impl Terminal {
    /// Starts the program in a terminal of so many columns.
    pub(super) fn start(mut command: Command, columns: u16) -> Self {
        let controller = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a pseudo-terminal");
        grantpt(&controller).and_then(|()| unlockpt(&controller)).expect("its other end");
        let name = ptsname(&controller, Vec::new()).expect("the name of its other end");
        let user = open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).expect("its other end opens");
        let size = Winsize { ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&user, size).expect("it takes a size");
        let end = || user.try_clone().expect("another handle");
        let child =
            command.stdin(end()).stdout(end()).stderr(end()).spawn().expect("the program starts in it");
        let keyboard = File::from(controller);
        let mut glass = keyboard.try_clone().expect("another handle");
        let (sender, screen) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // It ends with an error when the last program in the terminal does.
            while let Ok(count @ 1..) = glass.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { keyboard, screen, shown: Vec::new(), child }
    }

    /// Waits until the screen shows a text, then types.
    pub(super) fn answer(&mut self, when: &str, keys: &str) -> &mut Self {
        let start = Instant::now();
        while !self.text().contains(when) {
            let more = start.elapsed() < PATIENCE && self.look();
            assert!(more, "{when:?} never showed:\n{}", self.text());
        }
        // What was asked before must not answer for what is asked next.
        self.shown.clear();
        self.keyboard.write_all(keys.as_bytes()).expect("it can be typed");
        self
    }

    /// Waits until the program ends; what it showed last, and its exit code.
    pub(super) fn end(mut self) -> (String, Option<i32>) {
        let start = Instant::now();
        while self.look() {
            assert!(start.elapsed() < PATIENCE, "it does not end:\n{}", self.text());
        }
        let status = self.child.wait().expect("it ends");
        (self.text().replace("\r\n", "\n"), status.code())
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.shown).into_owned()
    }

    /// Takes in what came since; false once nothing more can come.
    fn look(&mut self) -> bool {
        match self.screen.recv_timeout(Duration::from_millis(100)) {
            Ok(bytes) => self.shown.extend(bytes),
            Err(RecvTimeoutError::Timeout) if matches!(self.child.try_wait(), Ok(None)) => {}
            Err(_) => return false,
        }
        true
    }
}
