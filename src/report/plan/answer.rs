//! What an answer of `gutskin plan` is made of.

use crate::advice::Advice;
use crate::knowledge::model::KnowledgeBase;
use crate::plan::{Choice, Plan};
use crate::report::Detail;
use crate::report::heard::Heard;

/// What to say to a person who asked for a plan.
#[derive(Debug, Clone)]
pub struct PlanReport<'a> {
    pub(super) kb: &'static KnowledgeBase,
    pub(super) advice: &'a Advice,
    pub(super) plan: &'a Plan,
    pub(super) heard: &'a Heard,
    pub(super) detail: Detail,
    /// The advice with nothing but what is in the plan: what there is to check first.
    pub(super) planned: Advice,
}

impl<'a> PlanReport<'a> {
    /// The plan out of this advice.
    pub fn new(
        kb: &'static KnowledgeBase,
        advice: &'a Advice,
        plan: &'a Plan,
        heard: &'a Heard,
        detail: Detail,
    ) -> Self {
        let supports = plan.choices.iter().map(|choice| choice.advised.clone()).collect();
        let planned = Advice { supports, left_out: Vec::new(), uncovered: Vec::new(), ..advice.clone() };
        Self { kb, advice, plan, heard, detail, planned }
    }

    /// Whether a sign calls for help now: then there is no plan.
    pub fn is_emergency(&self) -> bool {
        self.heard.is_emergency(self.kb)
    }

    /// Whether there is nothing to say but signs: help comes first, or no concern was heard.
    pub(super) fn is_only_signs(&self) -> bool {
        self.is_emergency() || self.advice.concerns.is_empty()
    }

    /// What begins in a week, in order.
    pub(super) fn begins(&self, number: usize) -> &'a [Choice] {
        let per_week = usize::from(self.plan.schedule.per_week());
        let all = self.plan.choices.len();
        &self.plan.choices[all.min((number - 1) * per_week)..all.min(number * per_week)]
    }
}
