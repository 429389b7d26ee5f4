//! Spreadsheets: RFC 4180, lines ended by CR LF. Values are exact; nothing is added to keep a
//! spreadsheet from reading `=1+1` as a formula, since that would change them for programs.

use crate::report::Records;

/// The header and the records.
pub(super) fn write(records: &Records<'_>) -> String {
    let mut out = String::new();
    row(&mut out, records.columns.iter().copied());
    for record in &records.rows {
        row(&mut out, record.iter().map(AsRef::as_ref));
    }
    out
}

fn row<'a>(out: &mut String, fields: impl Iterator<Item = &'a str>) {
    let start = out.len();
    for (index, value) in fields.enumerate() {
        if index > 0 {
            out.push(',');
        }
        field(out, value);
    }
    if out.len() == start {
        // A record with one empty field must not look like no record.
        out.push_str("\"\"");
    }
    out.push_str("\r\n");
}

fn field(out: &mut String, value: &str) {
    let plain = !value.contains(['"', ',', '\r', '\n']) && value.trim_matches(' ') == value;
    if plain {
        out.push_str(value);
        return;
    }
    out.push('"');
    out.push_str(&value.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::report::Records;

    #[test]
    fn only_what_needs_it_is_quoted() {
        let records = Records {
            columns: vec!["id", "how"],
            rows: vec![vec!["zinc".into(), "seeds, \"nuts\"\nand beans".into()]],
        };
        assert_eq!(write(&records), "id,how\r\nzinc,\"seeds, \"\"nuts\"\"\nand beans\"\r\n");
    }

    #[test]
    fn an_empty_field_alone_is_still_a_record() {
        let records = Records { columns: vec!["id"], rows: vec![vec!["".into()]] };
        assert_eq!(write(&records), "id\r\n\"\"\r\n");
    }
}
