//! The picture of an answer: concern → mechanism → support, as boxes and lines with words.

use std::borrow::Cow;

pub use crate::knowledge::sets::{Certainty, Direction};

/// Boxes in three columns, and the lines between them. Lines go from one column to the next.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MapView<'a> {
    /// What the picture is called.
    pub title: Cow<'a, str>,
    /// What it shows, for those who do not see it.
    pub description: Cow<'a, str>,
    /// The concerns.
    pub concerns: Vec<Node<'a>>,
    /// The mechanisms, and what stands for every concern.
    pub mechanisms: Vec<Node<'a>>,
    /// The supports.
    pub supports: Vec<Node<'a>>,
    /// From a concern to a mechanism, by their places.
    pub links: Vec<(usize, usize)>,
    /// From a mechanism to a support.
    pub lines: Vec<Line>,
    /// What comes before any advice, where the picture stands alone.
    pub alerts: Vec<Cow<'a, str>>,
    /// What everyone should know about it, where it stands alone.
    pub notice: Cow<'a, str>,
}

/// A box of the picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Node<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// What it says besides, line by line: the evidence in words, that something is to be checked.
    pub details: Vec<Cow<'a, str>>,
}

/// A line from a mechanism to a support, by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The mechanism.
    pub from: usize,
    /// The support.
    pub to: usize,
    /// What the support does to the concerns that the mechanism stands behind.
    pub direction: Direction,
    /// How sure anyone can be.
    pub certainty: Certainty,
}
