//! Values with their places. The only module that names the YAML crate's own span type.

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer};

use super::super::sets::ClosedSet;
use super::super::sources::{FileId, Place, to_u32};

/// A value and where it stands in its file.
#[derive(Debug)]
pub(in crate::knowledge) struct At<T> {
    /// What was written.
    pub(in crate::knowledge) value: T,
    line: u32,
    column: u32,
    offset: u32,
    length: u32,
}

impl<T> At<T> {
    /// Where it stands, once the file is known.
    pub(in crate::knowledge) fn place(&self, file: FileId) -> Place {
        Place { file, line: self.line, column: self.column, offset: self.offset, length: self.length }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = serde_yaml::Spanned::<T>::deserialize(deserializer)?;
        let location = spanned.referenced;
        let span = location.span();
        Ok(Self {
            value: spanned.value,
            line: u32::try_from(location.line()).unwrap_or(u32::MAX),
            column: u32::try_from(location.column()).unwrap_or(u32::MAX),
            offset: number(span.byte_offset()),
            length: number(span.byte_len()),
        })
    }
}

fn number(bytes: Option<impl TryInto<usize>>) -> u32 {
    bytes.and_then(|bytes| bytes.try_into().ok()).map_or(0, to_u32)
}

/// A field that may be missing, but not null: `name:` with nothing behind it is a mistake.
#[derive(Debug)]
pub(in crate::knowledge) struct Field<T>(pub(in crate::knowledge) Option<At<T>>);

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        At::deserialize(deserializer).map(|at| Self(Some(at)))
    }
}

/// A word of a closed set. Kept as text, so that all unknown ones are reported at once.
pub(in crate::knowledge) struct Word<T> {
    /// As it was written.
    pub(in crate::knowledge) text: String,
    set: PhantomData<T>,
}

impl<T: ClosedSet> Word<T> {
    /// The value it stands for.
    pub(in crate::knowledge) fn find(&self) -> Option<T> {
        T::find(&self.text)
    }
}

impl<T> fmt::Debug for Word<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl<'de, T> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self { text, set: PhantomData })
    }
}

/// Some of them, each with its place.
pub(in crate::knowledge) type List<T> = Field<Vec<At<T>>>;
