//! `invalid-identifier`: a DOI, PMID, PMCID, address or year has the form of one, and belongs to
//! one source.

use std::collections::HashMap;

use crate::diagnostic::Code;

use super::super::merge::{Fields, In};
use super::super::sources::Place;
use super::checking::Checking;

type Form = fn(&str) -> bool;

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    let mut first: HashMap<&str, Place> = HashMap::new();
    for source in &checking.content.sources {
        let fields: [(_, Form, _); 4] = [
            (
                source.get(|source| &source.doi),
                is_doi,
                "a DOI has the form `10.1000/182`, without the resolver's address",
            ),
            (
                source.get(|source| &source.pmid),
                is_pmid,
                "a PMID is a number of five to nine digits, in quotes",
            ),
            (source.get(|source| &source.pmcid), is_pmcid, "a PMCID has the form `PMC9020749`"),
            (source.get(|source| &source.url), is_url, "an address begins with `https://` and has no spaces"),
        ];
        for (number, (value, is_valid, help)) in fields.into_iter().enumerate() {
            let Some(value) = value else { continue };
            if !is_valid(value.value()) {
                let message =
                    format!("{} has not the form of one", super::super::resolve::shown(value.value()));
                checking.problems.error(Code::InvalidIdentifier, value.place(), message).help(help);
            } else if number < 3 {
                belongs_to_one(checking, &mut first, value);
            }
        }
        let year = source.get(|source| &source.year).filter(|year| !(1800..=2100).contains(year.value()));
        if let Some(year) = year {
            let message = format!("{} is no year of publication", year.value());
            checking.problems.error(Code::InvalidIdentifier, year.place(), message);
        }
    }
}

fn belongs_to_one<'a>(
    checking: &mut Checking<'_, 'a>,
    first: &mut HashMap<&'a str, Place>,
    value: In<'a, String>,
) {
    if let Some(place) = first.insert(value.value(), value.place()) {
        let message = format!("{} belongs to two sources", super::super::resolve::shown(value.value()));
        checking
            .problems
            .error(Code::InvalidIdentifier, value.place(), message)
            .related(place, "first given here")
            .help("each work is one source: keep one of the two, and let all refer to it");
    }
}

fn is_doi(text: &str) -> bool {
    let Some((registrant, suffix)) = text.strip_prefix("10.").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    (4..=9).contains(&registrant.len())
        && is_digits(registrant)
        && !suffix.is_empty()
        && !suffix.contains(char::is_whitespace)
}

fn is_pmid(text: &str) -> bool {
    (5..=9).contains(&text.len()) && is_digits(text)
}

fn is_pmcid(text: &str) -> bool {
    text.strip_prefix("PMC").is_some_and(|number| !number.is_empty() && is_digits(number))
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{is_doi, is_pmcid, is_pmid, is_url};

    #[test]
    fn identifiers_have_their_forms() {
        assert!(is_doi("10.1016/j.cgh.2008.02.054") && is_doi("10.1002/14651858.CD006135.pub3"));
        assert!(
            !is_doi("https://doi.org/10.1016/x")
                && !is_doi("10.1/x")
                && !is_doi("10.1016/")
                && !is_doi("10.1016/a b")
        );
        assert!(is_pmid("18456568") && !is_pmid("123") && !is_pmid("PMC1"));
        assert!(is_pmcid("PMC9020749") && !is_pmcid("PMC") && !is_pmcid("9020749"));
        assert!(
            is_url("https://doi.org/10.1/x")
                && !is_url("doi.org/x")
                && !is_url("https://")
                && !is_url("https://a b")
        );
    }
}
