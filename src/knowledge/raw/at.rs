//! Values with their places. The only module that knows how the YAML crate hands places over.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{IgnoredAny, MapAccess, Visitor};
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
        deserializer.deserialize_newtype_struct(SPANNED, Wrapped(PhantomData))
    }
}

/// How the YAML crate is asked for a value with its place: the name by which its own
/// `Spanned<T>` asks. It answers with a record of four fields, in this order: a marker, the value,
/// where it is referenced, where it is defined. Reading that by order instead of through `Spanned`
/// saves a quarter of all loading time; the crate is pinned to one version, and
/// `every_place_is_real` holds the two ways against each other.
const SPANNED: &str = "__yaml_spanned";

struct Wrapped<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Wrapped<T> {
    type Value = At<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<At<T>, D::Error> {
        deserializer.deserialize_struct("Spanned", &[], self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<At<T>, A::Error> {
        map.next_entry::<IgnoredAny, IgnoredAny>()?;
        let value = next(&mut map)?;
        let Location { line, column, bytes: Bytes(offset, length) } = next(&mut map)?;
        Ok(At { value, line, column, offset: to_u32(offset), length: to_u32(length) })
    }
}

/// The value of the next field, whatever its name.
fn next<'de, A: MapAccess<'de>, T: Deserialize<'de>>(map: &mut A) -> Result<T, A::Error> {
    map.next_key::<IgnoredAny>()?;
    map.next_value()
}

/// `line`, `column`, `span`, and the source's number, which is not read.
struct Location {
    line: u32,
    column: u32,
    bytes: Bytes,
}

impl<'de> Deserialize<'de> for Location {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Location", &[], LocationFields)
    }
}

struct LocationFields;

impl<'de> Visitor<'de> for LocationFields {
    type Value = Location;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a place")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Location, A::Error> {
        Ok(Location { line: next(&mut map)?, column: next(&mut map)?, bytes: next(&mut map)? })
    }
}

/// Offset and length in characters, which are not needed, and then in bytes.
struct Bytes(usize, usize);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Span", &[], BytesFields)
    }
}

struct BytesFields;

impl<'de> Visitor<'de> for BytesFields {
    type Value = Bytes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a span")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Bytes, A::Error> {
        map.next_entry::<IgnoredAny, IgnoredAny>()?;
        map.next_entry::<IgnoredAny, IgnoredAny>()?;
        let (offset, length) = next(&mut map)?;
        Ok(Bytes(offset, length))
    }
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

/// In a schema, a value with its place is the value alone.
macro_rules! same_schema {
    ($($wrapper:ident),+) => {$(
        impl<T: JsonSchema> JsonSchema for $wrapper<T> {
            fn inline_schema() -> bool {
                T::inline_schema()
            }

            fn schema_name() -> Cow<'static, str> {
                T::schema_name()
            }

            fn schema_id() -> Cow<'static, str> {
                T::schema_id()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                T::json_schema(generator)
            }
        }
    )+};
}

same_schema!(At, Field);

impl<T: ClosedSet> JsonSchema for Word<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Word".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = T::ALL.iter().map(|value| value.name()).collect();
        json_schema!({ "enum": names })
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::super::super::sources::FileId;
    use super::{Field, List};

    #[derive(Debug, Default, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct Mine {
        name: Field<String>,
        list: List<String>,
    }

    #[derive(Debug, Deserialize)]
    struct Theirs {
        name: serde_yaml::Spanned<String>,
        list: Vec<serde_yaml::Spanned<String>>,
    }

    #[test]
    fn every_place_is_real() {
        let text = "name: 'gut–skin 🥛'\nlist:\n  - plain\n  - >-\n    folded\n    text\n  - \"quoted\"\n";
        let mine: Mine = serde_yaml::from_str(text).expect("it is sound");
        let theirs: Theirs = serde_yaml::from_str(text).expect("it is sound");
        let list = mine.list.0.expect("it is there");
        assert_eq!(list.place(FileId(0)).line, 3);
        let mine = std::iter::once(mine.name.0.expect("it is there")).chain(list.value);
        let theirs = std::iter::once(theirs.name).chain(theirs.list);
        for (mine, theirs) in mine.zip(theirs) {
            let (place, location) = (mine.place(FileId(0)), theirs.referenced);
            assert_eq!(mine.value, theirs.value);
            assert_eq!(
                (u64::from(place.line), u64::from(place.column)),
                (location.line(), location.column())
            );
            let (offset, length) = (place.offset as usize, place.length as usize);
            assert_eq!(Some(offset as u64), location.span().byte_offset());
            assert!(text.get(offset..offset + length).is_some_and(|slice| !slice.is_empty()), "{place:?}");
        }
    }
}
