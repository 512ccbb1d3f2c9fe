package org.kiungo.web.export;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.format.Field;
import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;

/** What rows of a list have that one cell holds: texts, numbers, yes or no. */
final class ListColumns {

  private final Map<String, RecordComponent> columns = new LinkedHashMap<>();

  private ListColumns(Class<?> row) {
    Arrays.stream(row.getRecordComponents())
        .filter(each -> BeanUtils.isSimpleProperty(each.getType()) && !each.getType().isArray())
        .forEach(each -> columns.put(each.getName(), each));
    columns.values().forEach(each -> each.getAccessor().setAccessible(true));
  }

  /** Of what a method answers, where that is a list of records. */
  static Optional<ListColumns> of(Method method) {
    ResolvableType type = ResolvableType.forMethodReturnType(method);
    ResolvableType body = type.resolve() == ResponseEntity.class ? type.getGeneric(0) : type;
    Class<?> row = body.resolve() == List.class ? body.getGeneric(0).resolve() : null;
    return row != null && row.isRecord() ? Optional.of(new ListColumns(row)) : Optional.empty();
  }

  List<Field> fields() {
    return columns.values().stream().map(ListColumns::field).toList();
  }

  private static Field field(RecordComponent column) {
    Class<?> type = column.getType();
    Field.Type kind =
        type == boolean.class || type == Boolean.class
            ? Field.Type.BOOLEAN
            : type == double.class || type == Double.class
                ? Field.Type.REAL
                : List.of(int.class, Integer.class, long.class, Long.class).contains(type)
                    ? Field.Type.INTEGER
                    : Field.Type.TEXT;
    return new Field(column.getName(), kind);
  }

  /** A row's cell: Long, Double, Boolean, String or null. */
  Object cell(Object row, String column) {
    try {
      Object value = columns.get(column).getAccessor().invoke(row);
      return value instanceof Integer whole
          ? Long.valueOf(whole)
          : value == null
                  || value instanceof Long
                  || value instanceof Double
                  || value instanceof Boolean
              ? value
              : value.toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + column, e);
    }
  }

  /** Whether a row has one of these values, as they are typed. */
  boolean has(Object row, String column, String... typed) {
    Object cell = cell(row, column);
    return Arrays.stream(typed)
        .anyMatch(
            each ->
                cell instanceof Number number
                    ? isNumber(each, number.doubleValue())
                    : cell == null ? each.isEmpty() : isText(each, cell.toString()));
  }

  private static boolean isText(String typed, String text) {
    return typed.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isNumber(String typed, double number) {
    try {
      return Double.parseDouble(typed) == number;
    } catch (NumberFormatException none) {
      return false;
    }
  }
}
