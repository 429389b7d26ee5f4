//! `one-sided-mechanism`: every mechanism says what speaks against it.

use crate::diagnostic::Code;

use super::super::merge::{Fields, In};
use super::super::sets::Stance;
use super::checking::{Checking, word};

pub(super) fn check(checking: &mut Checking<'_, '_>) {
    for mechanism in &checking.content.mechanisms {
        let mut findings = mechanism.list(|mechanism| &mechanism.findings);
        if findings.any(|finding| word(&finding, |finding| &finding.stance) == Some(Stance::Against)) {
            continue;
        }
        let place = mechanism.get(|mechanism| &mechanism.id).map_or(mechanism.place(), In::place);
        checking
            .problems
            .error(Code::OneSidedMechanism, place, "nothing is said against this mechanism")
            .help("add a finding with `stance: against`: what speaks against it, or what is unproven");
    }
}
