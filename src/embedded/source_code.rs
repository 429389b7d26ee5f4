//! Any value of plain static data, written as the Rust expression that makes it.
//!
//! Used by `build.rs` alone: the content becomes static tables, so that starting the program
//! costs no parsing. It understands what the model is made of: structs, newtypes, enums, options,
//! strings, numbers, and slices.

use std::fmt::{self, Write as _};

use serde::ser::{self, Serialize};

/// The expression, with type names as they stand in the model.
///
/// # Errors
/// When the value holds something that is not plain static data, such as a map.
pub(crate) fn source_code<T: Serialize>(value: &T) -> Result<String, Unsupported> {
    let mut writer = Writer { code: String::new() };
    value.serialize(&mut writer)?;
    Ok(writer.code)
}

/// What cannot be written as a static expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unsupported(String);

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no static expression for {}", self.0)
    }
}

impl std::error::Error for Unsupported {}

impl ser::Error for Unsupported {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

struct Writer {
    code: String,
}

impl Writer {
    fn put(&mut self, code: impl fmt::Display) -> Result<(), Unsupported> {
        write!(self.code, "{code}").map_err(|_| Unsupported("a value that cannot be displayed".into()))
    }

    fn open<'a>(&'a mut self, before: &str, after: &'static str) -> Result<Parts<'a>, Unsupported> {
        self.put(before)?;
        Ok(Parts { writer: self, after })
    }
}

/// The parts of a struct, an enum variant or a slice, and what closes them.
struct Parts<'a> {
    writer: &'a mut Writer,
    after: &'static str,
}

impl Parts<'_> {
    fn part<T: Serialize + ?Sized>(&mut self, name: Option<&str>, value: &T) -> Result<(), Unsupported> {
        if let Some(name) = name {
            self.writer.put(format_args!("{name}: "))?;
        }
        value.serialize(&mut *self.writer)?;
        self.writer.put(",")
    }

    fn close(self) -> Result<(), Unsupported> {
        self.writer.put(self.after)
    }
}

macro_rules! literals {
    ($($method:ident: $kind:ty),+) => {$(
        fn $method(self, value: $kind) -> Result<(), Unsupported> {
            self.put(format_args!("{value:?}"))
        }
    )+};
}

impl<'a> ser::Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Parts<'a>;
    type SerializeTuple = Parts<'a>;
    type SerializeTupleStruct = Parts<'a>;
    type SerializeTupleVariant = Parts<'a>;
    type SerializeMap = ser::Impossible<(), Unsupported>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = Parts<'a>;

    literals! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_u128: u128,
        serialize_char: char, serialize_str: &str
    }

    fn serialize_f32(self, _: f32) -> Result<(), Unsupported> {
        Err(Unsupported("a floating-point number".into()))
    }

    fn serialize_f64(self, _: f64) -> Result<(), Unsupported> {
        Err(Unsupported("a floating-point number".into()))
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Unsupported> {
        self.put(format_args!("b\"{}\"", value.escape_ascii()))
    }

    fn serialize_none(self) -> Result<(), Unsupported> {
        self.put("None")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsupported> {
        self.put("Some(")?;
        value.serialize(&mut *self)?;
        self.put(")")
    }

    fn serialize_unit(self) -> Result<(), Unsupported> {
        self.put("()")
    }

    fn serialize_unit_struct(self, name: &'static str) -> Result<(), Unsupported> {
        self.put(name)
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unsupported> {
        self.put(format_args!("{name}::{variant}"))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        self.put(format_args!("{name}("))?;
        value.serialize(&mut *self)?;
        self.put(")")
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        self.put(format_args!("{name}::{variant}("))?;
        value.serialize(&mut *self)?;
        self.put(")")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'a>, Unsupported> {
        self.open("&[", "]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'a>, Unsupported> {
        self.open("(", ")")
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Parts<'a>, Unsupported> {
        self.open(&format!("{name}("), ")")
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'a>, Unsupported> {
        self.open(&format!("{name}::{variant}("), ")")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unsupported> {
        Err(Unsupported("a map".into()))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Parts<'a>, Unsupported> {
        self.open(&format!("{name} {{ "), "}")
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'a>, Unsupported> {
        self.open(&format!("{name}::{variant} {{ "), "}")
    }
}

macro_rules! parts {
    ($($trait:ident: $method:ident),+) => {$(
        impl ser::$trait for Parts<'_> {
            type Ok = ();
            type Error = Unsupported;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
                self.part(None, value)
            }

            fn end(self) -> Result<(), Unsupported> {
                self.close()
            }
        }
    )+};
}

parts! {
    SerializeSeq: serialize_element, SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field, SerializeTupleVariant: serialize_field
}

macro_rules! named_parts {
    ($($trait:ident),+) => {$(
        impl ser::$trait for Parts<'_> {
            type Ok = ();
            type Error = Unsupported;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Unsupported> {
                self.part(Some(name), value)
            }

            fn end(self) -> Result<(), Unsupported> {
                self.close()
            }
        }
    )+};
}

named_parts! { SerializeStruct, SerializeStructVariant }

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::source_code;

    #[derive(Serialize)]
    struct Key(u16);

    #[derive(Serialize)]
    enum Kind {
        Food,
        Named(&'static str),
    }

    #[derive(Serialize)]
    struct Record {
        id: &'static str,
        key: Key,
        kinds: &'static [Kind],
        note: Option<&'static str>,
        year: Option<u16>,
    }

    #[test]
    fn a_record_becomes_the_expression_that_makes_it() {
        let record = Record {
            id: "say \"\\zinc\"\n",
            key: Key(3),
            kinds: &[Kind::Food, Kind::Named("kefir")],
            note: None,
            year: Some(2018),
        };
        let code = source_code(&record).expect("plain data");
        assert_eq!(
            code,
            r#"Record { id: "say \"\\zinc\"\n",key: Key(3),kinds: &[Kind::Food,Kind::Named("kefir"),],note: None,year: Some(2018),}"#
        );
    }

    #[test]
    fn a_map_is_refused() {
        let map = std::collections::BTreeMap::from([("a", 1)]);
        assert!(source_code(&map).is_err());
    }
}
