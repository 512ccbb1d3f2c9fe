package org.kiungo.web.ogc;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.web.system.ApiRefusal;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;

/**
 * Which features of a collection are asked for, and how many of them.
 *
 * @param limit the most that are answered
 * @param after of the row before the first
 * @param box that they touch; null for all
 * @param condition all that is asked of them beside that
 * @param narrowed whether anything is asked of them
 * @param crs of their places in the answer
 */
record ItemsQuery(
    int limit, long after, Envelope box, Condition condition, boolean narrowed, OgcCrs crs) {

  static final int LIMIT = 10;
  static final int MOST = 10_000;

  /** Names that an address of items knows beside columns and what every address knows. */
  static final List<String> NAMES =
      List.of(
          "limit",
          "after",
          "bbox",
          "bbox-crs",
          "datetime",
          "crs",
          "filter",
          "filter-lang",
          "filter-crs");

  /** Columns that say when: a day, or a year, in which something begins to work. */
  private static final List<String> DATED = List.of("serviceDate", "buildYear");

  /** Version and row, so that whoever reads on reads the same version. */
  private static final Pattern AFTER = Pattern.compile("(?:(\\d{1,9})\\.)?(\\d{1,18})");

  private static final List<String> LANGUAGES = List.of("cql2-text", "cql-text");

  /** The version that a reader began with; 0 where that is not said. */
  static int version(String after) {
    Matcher begun = AFTER.matcher(after == null ? "" : after);
    return begun.matches() && begun.group(1) != null ? Integer.parseInt(begun.group(1)) : 0;
  }

  /** Where to read on. */
  static String after(FeatureSource source, long row) {
    return source.version() == 0 ? String.valueOf(row) : source.version() + "." + row;
  }

  static ApiRefusal refused(String name, String value, String allowed) {
    return new ApiRefusal(HttpStatus.BAD_REQUEST, "ogc.value", name, value, allowed);
  }

  /**
   * @param given each name once
   */
  static ItemsQuery of(Map<String, String> given, List<Field> fields) {
    Map<String, Field.Type> columns = new LinkedHashMap<>();
    fields.forEach(each -> columns.put(each.name(), each.type()));
    List<Condition> all = new ArrayList<>();
    Envelope box = null;
    OgcCrs boxCrs = crs(given, "bbox-crs");
    if (given.containsKey("bbox")) {
      Geometry ground = ground(given.get("bbox"), boxCrs);
      box = ground.getEnvelopeInternal();
      all.add(Condition.on(ground, true));
    }
    if (given.containsKey("datetime")) {
      Moments wanted = Moments.read(given.get("datetime"));
      DATED.stream().filter(columns::containsKey).findFirst().ifPresent(c -> all.add(wanted.of(c)));
    }
    String language = given.getOrDefault("filter-lang", LANGUAGES.get(0));
    if (!LANGUAGES.contains(language)) {
      throw refused("filter-lang", language, LANGUAGES.get(0));
    }
    OgcCrs filterCrs = crs(given, "filter-crs");
    if (given.containsKey("filter")) {
      all.add(Cql2Text.read(given.get("filter"), columns, filterCrs));
    }
    for (Field each : fields) {
      if (given.containsKey(each.name()) && !NAMES.contains(each.name())) {
        all.add(equal(each, given.get(each.name())));
      }
    }
    String after = given.getOrDefault("after", "0");
    Matcher row = AFTER.matcher(after);
    if (!row.matches()) {
      throw refused("after", after, "0, 1, 2 …");
    }
    return new ItemsQuery(
        limit(given.get("limit")),
        Long.parseLong(row.group(2)),
        box,
        Condition.all(all),
        !all.isEmpty(),
        crs(given, "crs"));
  }

  /** The same for fewer. */
  ItemsQuery atMost(int rows) {
    return new ItemsQuery(Math.min(limit, rows), after, box, condition, narrowed, crs);
  }

  boolean chooses(Feature feature) {
    return condition.chooses(feature);
  }

  private static int limit(String given) {
    if (given == null) {
      return LIMIT;
    }
    if (!given.matches("\\d+") || given.matches("0+")) {
      throw refused("limit", given, "1 … " + MOST);
    }
    // a larger one is no error, however large: the largest is taken
    return new BigInteger(given).min(BigInteger.valueOf(MOST)).intValue();
  }

  static OgcCrs crs(Map<String, String> given, String name) {
    String uri = given.get(name);
    return uri == null
        ? OgcCrs.CRS84
        : OgcCrs.find(uri).orElseThrow(() -> refused(name, uri, String.join(", ", OgcCrs.uris())));
  }

  private static Geometry ground(String bbox, OgcCrs crs) {
    String example = crs.isLatitudeFirst() ? "-30.7,27.0,-28.5,29.5" : "27.0,-30.7,29.5,-28.5";
    try {
      double[] numbers = Cql2Text.numbers(bbox);
      if (crs.isTurned(numbers)) {
        throw new ApiRefusal(
            HttpStatus.BAD_REQUEST, "ogc.bbox", bbox, crs.isLatitudeFirst() ? 1 : 0, example);
      }
      return crs.ground(numbers);
    } catch (IllegalArgumentException noBox) {
      throw refused("bbox", bbox, example);
    }
  }

  /** A column that has a value, as the value is written. */
  private static Condition equal(Field column, String value) {
    Object wanted =
        switch (column.type()) {
          case TEXT -> value;
          case BOOLEAN -> value.matches("true|false") ? Boolean.valueOf(value) : null;
          case INTEGER, REAL -> number(value);
        };
    if (wanted == null) {
      throw refused(
          column.name(), value, column.type() == Field.Type.BOOLEAN ? "true, false" : "0, 0.5");
    }
    return Condition.compared(
        Condition.column(column.name()), feature -> wanted, sign -> sign == 0);
  }

  private static Double number(String value) {
    try {
      return Double.valueOf(value);
    } catch (NumberFormatException none) {
      return null;
    }
  }

  /** From one moment to another, either of which may be open (null). */
  private record Moments(Instant from, Instant until) {

    static Moments read(String given) {
      String[] ends = given.split("/", -1);
      try {
        if (ends.length == 1) {
          return new Moments(begin(given), end(given));
        }
        Instant from = isOpen(ends[0]) ? null : begin(ends[0]);
        Instant until = isOpen(ends[1]) ? null : end(ends[1]);
        boolean turned = from != null && until != null && until.isBefore(from);
        if (ends.length == 2 && !turned && (from != null || until != null)) {
          return new Moments(from, until);
        }
      } catch (DateTimeParseException none) {
        throw refusal(given);
      }
      throw refusal(given);
    }

    private static ApiRefusal refusal(String given) {
      return refused("datetime", given, "2027-01-01T00:00:00Z, 2027-01-01/.., ../2030-12-31");
    }

    private static boolean isOpen(String end) {
      return end.isEmpty() || end.equals("..");
    }

    private static Instant begin(String text) {
      if (text.length() == 4) {
        return Year.parse(text).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    }

    private static Instant end(String text) {
      if (text.length() == 4) {
        return begin(String.valueOf(Year.parse(text).getValue() + 1)).minusNanos(1);
      }
      return text.length() == 10
          ? begin(LocalDate.parse(text).plusDays(1).toString()).minusNanos(1)
          : begin(text);
    }

    /** A feature without a time (of builds: 0) is chosen, as the standard has it. */
    Condition of(String column) {
      return feature -> {
        Object told = feature.attributes().get(column);
        try {
          String text = told == null ? "" : told.toString().strip();
          return text.isEmpty()
              || (until == null || !begin(text).isAfter(until))
                  && (from == null || !end(text).isBefore(from));
        } catch (DateTimeParseException noDate) {
          return true;
        }
      };
    }
  }
}
