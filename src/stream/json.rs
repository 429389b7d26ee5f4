//! JSON, written by hand into bytes: nothing is built only to be written.

/// Writes a string with its quotes.
pub(crate) fn string(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    if is_plain(bytes) {
        out.extend_from_slice(bytes);
    } else {
        escaped(out, bytes);
    }
    out.push(b'"');
}

/// Writes an identifier or another word of ours, in which nothing needs escaping.
pub(crate) fn word(out: &mut Vec<u8>, word: &str) {
    out.push(b'"');
    out.extend_from_slice(word.as_bytes());
    out.push(b'"');
}

/// Whether a byte of a string stands for itself.
fn stands(byte: u8) -> bool {
    !matches!(byte, 0..=0x1f | b'"' | b'\\')
}

fn is_plain(bytes: &[u8]) -> bool {
    let (chunks, rest) = bytes.as_chunks::<16>();
    let all = |bytes: &[u8]| bytes.iter().fold(true, |all, byte| all & stands(*byte));
    chunks.iter().all(|chunk| all(chunk)) && all(rest)
}

fn escaped(out: &mut Vec<u8>, bytes: &[u8]) {
    let mut from = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if stands(*byte) {
            continue;
        }
        out.extend_from_slice(&bytes[from..at]);
        from = at + 1;
        match byte {
            b'"' | b'\\' => out.extend([b'\\', *byte]),
            b'\n' => out.extend(b"\\n"),
            b'\r' => out.extend(b"\\r"),
            b'\t' => out.extend(b"\\t"),
            _ => {
                let digit = |nibble: u8| b"0123456789abcdef"[usize::from(nibble)];
                out.extend(b"\\u00");
                out.extend([digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    out.extend_from_slice(&bytes[from..]);
}

/// Writes the first `len` of some bytes: all are copied, since that needs no branch, and the rest is
/// taken back.
pub(crate) fn start_of<const N: usize>(out: &mut Vec<u8>, bytes: &[u8; N], len: usize) {
    let end = out.len() + len;
    out.extend_from_slice(bytes);
    out.truncate(end);
}

/// Writes a number.
pub(crate) fn number(out: &mut Vec<u8>, mut number: u64) {
    const MOST: usize = 20;
    let mut digits = [0; 2 * MOST];
    let mut at = MOST;
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    if let Some(from_first) = digits[at..].first_chunk::<MOST>() {
        start_of(out, from_first, MOST - at);
    }
}

/// Writes a list; `write` writes one thing.
pub(crate) fn list<T>(out: &mut Vec<u8>, things: &[T], mut write: impl FnMut(&mut Vec<u8>, &T)) {
    out.push(b'[');
    for (at, thing) in things.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write(out, thing);
    }
    out.push(b']');
}

#[cfg(test)]
mod tests {
    use super::{number, string};

    #[test]
    fn strings_come_back() {
        for text in ["", "plain", "\"\\/", "\0\u{1}\n\r\t\u{1f}\u{7f}", "é🙂\u{2028}"] {
            let mut out = Vec::new();
            string(&mut out, text);
            assert_eq!(serde_json::from_slice::<String>(&out).expect("JSON"), text);
        }
    }

    #[test]
    fn numbers_come_back() {
        for value in [0, 7, 10, 4_294_967_296, u64::MAX] {
            let mut out = Vec::new();
            number(&mut out, value);
            assert_eq!(out, value.to_string().as_bytes());
        }
    }
}
