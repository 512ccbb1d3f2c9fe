package org.kiungo.geodata.format;

/**
 * A column of a layer.
 *
 * @param name as the file spells it
 * @param type what its values are
 */
public record Field(String name, Type type) {

  /** What the values of a column are; mixed numbers count as REAL, anything else mixed as TEXT. */
  public enum Type {
    TEXT,
    INTEGER,
    REAL,
    BOOLEAN;

    /** The type of one value. */
    public static Type of(Object value) {
      if (value instanceof Long || value instanceof Integer || value instanceof Short) {
        return INTEGER;
      }
      if (value instanceof Number) {
        return REAL;
      }
      return value instanceof Boolean ? BOOLEAN : TEXT;
    }

    /** The narrowest type that holds both. */
    public Type and(Type other) {
      if (this == other) {
        return this;
      }
      boolean numbers = (this == INTEGER || this == REAL) && (other == INTEGER || other == REAL);
      return numbers ? REAL : TEXT;
    }
  }
}
