package org.kiungo.geodata.format.vector;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.StringJoiner;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** Values of Parquet's types: Long, Double, Boolean, or text; lists and groups as their text. */
final class ParquetValues {

  private ParquetValues() {}

  /** The value of a column; null where the row has none. */
  static Object of(Group row, Type column) {
    int count = row.getFieldRepetitionCount(column.getName());
    if (count == 0) {
      return null;
    }
    if (count == 1 && !column.isRepetition(Type.Repetition.REPEATED)) {
      return one(row, column, 0);
    }
    StringJoiner all = new StringJoiner(", ", "[", "]");
    for (int k = 0; k < count; k++) {
      all.add(String.valueOf(one(row, column, k)));
    }
    return all.toString();
  }

  private static Object one(Group row, Type column, int k) {
    String name = column.getName();
    if (!column.isPrimitive()) {
      return group(row.getGroup(name, k));
    }
    LogicalTypeAnnotation meaning = column.getLogicalTypeAnnotation();
    return switch (column.asPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN -> row.getBoolean(name, k);
      case INT32 -> whole(row.getInteger(name, k), meaning);
      case INT64 -> whole(row.getLong(name, k), meaning);
      case FLOAT -> (double) row.getFloat(name, k);
      case DOUBLE -> row.getDouble(name, k);
      case INT96 -> row.getInt96(name, k).toString();
      case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(row.getBinary(name, k), meaning);
    };
  }

  private static Object whole(long value, LogicalTypeAnnotation meaning) {
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return BigDecimal.valueOf(value, decimal.getScale()).doubleValue();
    }
    if (meaning instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(value).toString();
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation time) {
      return Instant.EPOCH.plus(value, unit(time.getUnit())).toString();
    }
    if (meaning instanceof TimeLogicalTypeAnnotation time) {
      return LocalTime.MIDNIGHT.plus(value, unit(time.getUnit())).toString();
    }
    return value;
  }

  private static ChronoUnit unit(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }

  private static Object bytes(Binary value, LogicalTypeAnnotation meaning) {
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()).doubleValue();
    }
    return value.toStringUsingUTF8();
  }

  private static String group(Group group) {
    StringJoiner all = new StringJoiner(", ", "{", "}");
    for (Type each : group.getType().getFields()) {
      all.add(each.getName() + ": " + of(group, each));
    }
    return all.toString();
  }
}
