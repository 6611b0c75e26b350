//! A matrix as Apache Parquet: a table that data platforms read on, with every text kept once.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use super::MatrixReport;
use super::rows::{ALWAYS, COLUMNS, Row};

/// How many pairs share a group of rows.
const PAIRS: usize = 20_000;

pub(super) fn write(report: MatrixReport<'_>, out: impl Write + Send) -> io::Result<()> {
    written(report, out).map_err(|error| match error {
        ParquetError::External(error) => io::Error::other(error),
        error => io::Error::other(error.to_string()),
    })
}

fn written(report: MatrixReport<'_>, out: impl Write + Send) -> Result<(), ParquetError> {
    let properties =
        WriterProperties::builder().set_created_by(format!("dicomply {}", env!("CARGO_PKG_VERSION")));
    let mut file = SerializedFileWriter::new(out, Arc::new(schema()?), Arc::new(properties.build()))?;
    for pairs in report.matrix.pairs.chunks(PAIRS) {
        let rows: Vec<Row<'_>> = pairs.iter().flat_map(|pair| report.rows_of(pair)).collect();
        let mut group = file.next_row_group()?;
        for column in 0..COLUMNS.len() {
            write_column(&rows, column, &mut group)?;
        }
        group.close()?;
    }
    file.close()?;
    Ok(())
}

fn write_column<W: Write + Send>(
    rows: &[Row<'_>],
    column: usize,
    group: &mut SerializedRowGroupWriter<'_, W>,
) -> Result<(), ParquetError> {
    let there = rows.iter().filter_map(|row| row[column]);
    let values: Vec<ByteArray> = there.map(ByteArray::from).collect();
    let levels: Vec<i16> = rows.iter().map(|row| i16::from(row[column].is_some())).collect();
    let levels = (column >= ALWAYS).then_some(&levels[..]);
    if let Some(mut writer) = group.next_column()? {
        writer.typed::<ByteArrayType>().write_batch(&values, levels, None)?;
        writer.close()?;
    }
    Ok(())
}

/// Every column is a text; those that a row may do without are optional.
fn schema() -> Result<Type, ParquetError> {
    let fields: Result<Vec<_>, _> =
        COLUMNS.iter().enumerate().map(|(number, name)| field(number, name)).collect();
    Type::group_type_builder("matrix").with_fields(fields?).build()
}

fn field(number: usize, name: &str) -> Result<Arc<Type>, ParquetError> {
    let repetition = if number < ALWAYS { Repetition::REQUIRED } else { Repetition::OPTIONAL };
    let field = Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
        .with_repetition(repetition)
        .with_converted_type(ConvertedType::UTF8)
        .with_logical_type(Some(LogicalType::String));
    Ok(Arc::new(field.build()?))
}
