"""Types into a shell on a terminal of its own, and waits for a text to appear.

    type.py SETUP TYPED EXPECTED SHELL…

SETUP is a line that says READY in the end; TYPED comes after it.
"""
import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

setup, typed, expected, *shell = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(shell[0], shell)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))


def shows(text, seconds):
    """Whether the terminal shows the text within the time."""
    seen, end = "", time.monotonic() + seconds
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                seen += os.read(terminal, 4096).decode(errors="replace")
            except OSError:
                break
        if text in seen:
            return True
    sys.stderr.write(seen)
    return False


shows("ready to type", 2)
os.write(terminal, (setup + "\r").encode())
ready = shows("READY", 10)
os.write(terminal, typed.encode())
found = ready and shows(expected, 10)
os.kill(child, 9)
sys.exit(not found)
