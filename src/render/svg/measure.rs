//! How wide text is at most, without a font at hand: widths of the widest common sans-serif faces,
//! rounded up, so that no label leaves its box whichever of them draws it.

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Face {
    /// In pixels.
    pub(super) size: f64,
    /// Bold letters are wider.
    pub(super) bold: bool,
}

impl Face {
    /// The width of the text, at most.
    pub(super) fn width(self, text: &str) -> f64 {
        let stretch = if self.bold { 1.12 } else { 1.0 };
        text.chars().map(ems).sum::<f64>() * self.size * stretch
    }

    /// Lines no wider than that, broken at spaces; a word that is too long is broken inside.
    pub(super) fn wrap(self, text: &str, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            match lines.last_mut() {
                Some(line) if self.width(line) + self.width(" ") + self.width(word) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.extend(self.pieces(word, width)),
            }
        }
        lines
    }

    /// A word, in pieces that are no wider than that.
    fn pieces(self, word: &str, width: f64) -> Vec<String> {
        let mut pieces = vec![String::new()];
        let mut used = 0.0;
        for letter in word.chars() {
            let next = self.width(letter.encode_utf8(&mut [0; 4]));
            if used + next > width && used > 0.0 {
                pieces.push(String::new());
                used = 0.0;
            }
            used += next;
            if let Some(piece) = pieces.last_mut() {
                piece.push(letter);
            }
        }
        pieces
    }
}

/// The width of a letter in ems.
fn ems(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '|' | '\'' | '.' | ',' | ':' | ';' | '!' => 0.4,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '[' | ']' | '-' | '/' | '·' => 0.45,
        'm' | 'M' | 'W' | '@' | '%' => 1.08,
        'w' | '&' | 'O' | 'Q' | 'G' | '+' | '=' | '<' | '>' => 0.85,
        'A'..='Z' => 0.78,
        ' '..='~' => 0.66,
        // Letters of other alphabets are rarely wider than an M; ideographs and pictures are.
        '\u{a0}'..='\u{10ff}' => 0.9,
        _ => 1.3,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::Face;

    const FACE: Face = Face { size: 15.0, bold: true };

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(text in "[\\PC ]{0,80}") {
            let lines = FACE.wrap(&text, 120.0);
            for line in &lines {
                prop_assert!(FACE.width(line) <= 120.0, "{line}");
            }
            let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }

    #[test]
    fn words_stay_together_where_they_fit() {
        assert_eq!(FACE.wrap("Whole colorful foods", 150.0), ["Whole colorful", "foods"]);
        assert!(FACE.wrap("", 120.0).is_empty());
    }
}
