package org.kiungo.web.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Field;
import org.kiungo.web.system.ApiRefusal;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.http.HttpStatus;

/**
 * Reads a filter in CQL2 text: comparisons of columns and values, {@code AND OR NOT}, {@code LIKE},
 * {@code IN}, {@code BETWEEN}, {@code IS NULL} and {@code S_INTERSECTS}. What cannot be read is
 * refused with the place at which reading ended and what may stand there.
 *
 * @see <a href="https://docs.ogc.org/is/21-065r2/21-065r2.html#cql2-bnf">grammar of CQL2 text</a>
 */
final class Cql2Text {

  /** The name by which a filter calls a feature's place. */
  static final String PLACE = "geometry";

  /** Brackets within brackets: each is a call within a call. */
  private static final int DEEPEST = 100;

  private static final List<String> KINDS = List.of("number", "name", "sign");

  /** What a refusal may ask for, as its sentence chooses among them. */
  private static final List<Field.Type> KINDS_TOLD =
      List.of(Field.Type.TEXT, Field.Type.REAL, Field.Type.BOOLEAN);

  private static final String CALLS = "S_INTERSECTS(…), DATE('…'), TIMESTAMP('…')";

  /** Signs of what is told of the place. */
  private static final int NEAR = 20;

  private static final Pattern WORD =
      Pattern.compile(
          "(?<number>[+-]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)"
              + "|(?<name>[\\p{L}_:][\\p{L}\\p{N}_.:]*+)|(?<sign><=|>=|<>|[=<>(),])");

  private static final Map<String, IntPredicate> SIGNS =
      Map.of(
          "=", sign -> sign == 0,
          "<>", sign -> sign != 0,
          "<", sign -> sign < 0,
          ">", sign -> sign > 0,
          "<=", sign -> sign <= 0,
          ">=", sign -> sign >= 0);

  /**
   * A value that may be compared.
   *
   * @param type null where none is known
   */
  private record Operand(Condition.Value value, Field.Type type, int at) {}

  private final String filter;
  private final Map<String, Field.Type> columns;
  private final OgcCrs crs;
  private final Matcher words;
  private int from;
  private String kind;
  private String word;
  private int end;
  private int depth;

  private Cql2Text(String filter, Map<String, Field.Type> columns, OgcCrs crs) {
    this.filter = filter;
    this.columns = columns;
    this.crs = crs;
    words = WORD.matcher(filter);
    next();
  }

  /**
   * @param columns that a filter may name
   * @param crs of places in the filter
   * @throws ApiRefusal 400 with the place
   */
  static Condition read(String filter, Map<String, Field.Type> columns, OgcCrs crs) {
    Cql2Text text = new Cql2Text(filter, columns, crs);
    Condition whole = text.either();
    if (!text.kind.isEmpty()) {
      throw text.expected("AND, OR");
    }
    return whole;
  }

  private void next() {
    from = end;
    while (from < filter.length() && Character.isWhitespace(filter.charAt(from))) {
      from++;
    }
    char first = from < filter.length() ? filter.charAt(from) : ' ';
    if (first == '\'' || first == '"') {
      kind = first == '"' ? "quoted" : "text";
      end = behind(first);
    } else if (first == ' ') {
      kind = "";
      end = from;
    } else if (words.region(from, filter.length()).lookingAt()) {
      kind = KINDS.stream().filter(each -> words.group(each) != null).findFirst().orElseThrow();
      end = words.end();
    } else {
      throw expected("'…', 0.5, name, (, )");
    }
    word = filter.substring(from, end);
  }

  /** Where a text ends: within it, its own sign stands twice, or behind \\. */
  private int behind(char sign) {
    for (int k = from + 1; k < filter.length(); k++) {
      boolean next = k + 1 < filter.length() && filter.charAt(k + 1) == sign;
      if (next && (filter.charAt(k) == sign || sign == '\'' && filter.charAt(k) == '\\')) {
        k++;
      } else if (filter.charAt(k) == sign) {
        return k + 1;
      }
    }
    throw expected("…" + sign);
  }

  private boolean is(String wanted) {
    return (kind.equals("name") || kind.equals("sign")) && word.equalsIgnoreCase(wanted);
  }

  private boolean takes(String wanted) {
    boolean found = is(wanted);
    if (found) {
      next();
    }
    return found;
  }

  private void require(String wanted) {
    if (!takes(wanted)) {
      throw expected(wanted);
    }
  }

  private ApiRefusal expected(String what) {
    return refused("ogc.filter.expected", from, what);
  }

  private ApiRefusal refused(String code, int at, Object told) {
    String near = filter.substring(at, Math.min(filter.length(), at + NEAR)).strip();
    return new ApiRefusal(HttpStatus.BAD_REQUEST, code, at + 1, near.isEmpty() ? "…" : near, told);
  }

  private Condition either() {
    if (++depth > DEEPEST) {
      throw expected("≤ " + DEEPEST + " ((…))");
    }
    List<Condition> any = new ArrayList<>();
    do {
      any.add(together());
    } while (takes("OR"));
    depth--;
    return any.size() == 1 ? any.get(0) : Condition.any(any);
  }

  private Condition together() {
    List<Condition> all = new ArrayList<>();
    do {
      all.add(one());
    } while (takes("AND"));
    return all.size() == 1 ? all.get(0) : Condition.all(all);
  }

  private Condition one() {
    boolean not = false;
    while (takes("NOT")) {
      not = !not;
    }
    Condition read;
    if (takes("(")) {
      read = either();
      require(")");
    } else if (takes("S_INTERSECTS")) {
      read = intersects();
    } else {
      read = predicate();
    }
    return not ? read.not() : read;
  }

  private Condition intersects() {
    require("(");
    if (!name().equals(PLACE)) {
      throw refused("ogc.filter.column", from, PLACE);
    }
    next();
    if (!is(",")) {
      throw expected(",");
    }
    Condition on = Condition.on(ground(), null);
    require(")");
    return on;
  }

  /** From behind the comma to the bracket that ends the call; that bracket is read next. */
  private Geometry ground() {
    int begin = end;
    int open = 0;
    int close = begin;
    for (; close < filter.length(); close++) {
      char c = filter.charAt(close);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open < 0) {
        break;
      }
    }
    String text = filter.substring(begin, close).strip();
    end = close;
    try {
      boolean box = text.toUpperCase(Locale.ROOT).startsWith("BBOX");
      Geometry read = box ? box(text) : crs.toCrs84(new WKTReader().read(text));
      next();
      return read;
    } catch (ParseException | IllegalArgumentException unread) {
      throw refused("ogc.filter.expected", begin, "POINT(…), POLYGON((…)), BBOX(…)");
    }
  }

  private Geometry box(String text) {
    return crs.ground(numbers(text.replaceAll("(?i)^BBOX\\s*\\(|\\)$", "")));
  }

  /**
   * Numbers apart by commas.
   *
   * @throws NumberFormatException for anything else
   */
  static double[] numbers(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private Condition predicate() {
    boolean place = (kind.equals("name") || kind.equals("quoted")) && name().equals(PLACE);
    if (place && !columns.containsKey(PLACE)) {
      next();
      if (!is("IS")) {
        throw expected("IS NULL");
      }
      return none(Condition.isPlaceless());
    }
    Operand first = operand();
    if (is("IS")) {
      return none(Condition.isNull(first.value()));
    }
    boolean not = takes("NOT");
    if (takes("LIKE")) {
      requireType(first, Field.Type.TEXT);
      if (!kind.equals("text")) {
        throw expected("'…'");
      }
      return turned(Condition.like(first.value(), text()), not);
    }
    if (takes("BETWEEN")) {
      Operand low = alike(first, operand());
      require("AND");
      Operand high = alike(first, operand());
      return turned(
          Condition.all(
              List.of(
                  Condition.compared(first.value(), low.value(), SIGNS.get(">=")),
                  Condition.compared(first.value(), high.value(), SIGNS.get("<=")))),
          not);
    }
    if (takes("IN")) {
      require("(");
      List<Condition.Value> values = new ArrayList<>();
      do {
        values.add(alike(first, operand()).value());
      } while (takes(","));
      require(")");
      return turned(Condition.in(first.value(), values), not);
    }
    IntPredicate sign = not || !kind.equals("sign") ? null : SIGNS.get(word);
    if (sign == null) {
      throw expected(not ? "LIKE, BETWEEN, IN" : "=, <>, <, >, <=, >=, LIKE, BETWEEN, IN, IS NULL");
    }
    next();
    return Condition.compared(first.value(), alike(first, operand()).value(), sign);
  }

  /** From IS on: whether something is there at all. */
  private Condition none(Condition isNull) {
    require("IS");
    boolean not = takes("NOT");
    require("NULL");
    return turned(isNull, not);
  }

  private static Condition turned(Condition condition, boolean not) {
    return not ? condition.not() : condition;
  }

  /** Numbers are compared with numbers, texts with texts. */
  private Operand alike(Operand first, Operand second) {
    if (first.type() != null && second.type() != null && first.type() != second.type()) {
      throw refused("ogc.filter.kind", second.at(), KINDS_TOLD.indexOf(first.type()));
    }
    return second;
  }

  private void requireType(Operand operand, Field.Type type) {
    if (operand.type() != null && operand.type() != type) {
      throw refused("ogc.filter.kind", operand.at(), KINDS_TOLD.indexOf(type));
    }
  }

  private Operand operand() {
    int at = from;
    if (kind.equals("text")) {
      String text = text();
      return new Operand(feature -> text, Field.Type.TEXT, at);
    }
    if (kind.equals("number")) {
      Object number = number(word);
      next();
      return new Operand(feature -> number, Field.Type.REAL, at);
    }
    if (is("TRUE") || is("FALSE")) {
      Boolean told = is("TRUE");
      next();
      return new Operand(feature -> told, Field.Type.BOOLEAN, at);
    }
    if (is("DATE") || is("TIMESTAMP")) {
      return moment(at);
    }
    if (kind.equals("name") && filter.substring(end).stripLeading().startsWith("(")) {
      throw refused("ogc.filter.function", at, CALLS);
    }
    String name = name();
    Field.Type type = columns.get(name);
    if (type == null) {
      throw refused("ogc.filter.column", at, String.join(", ", columns.keySet()));
    }
    next();
    return new Operand(
        Condition.column(name), type == Field.Type.INTEGER ? Field.Type.REAL : type, at);
  }

  /** Written as RFC 3339 has them, times are in order as texts. */
  private Operand moment(int at) {
    next();
    require("(");
    if (!kind.equals("text")) {
      throw expected("'2027-01-31'");
    }
    String text = text();
    require(")");
    return new Operand(feature -> text, Field.Type.TEXT, at);
  }

  private static Object number(String word) {
    return word.matches("[+-]?\\d{1,18}") ? (Object) Long.valueOf(word) : Double.valueOf(word);
  }

  private String name() {
    if (kind.equals("quoted")) {
      return word.substring(1, word.length() - 1).replace("\"\"", "\"");
    }
    if (!kind.equals("name")) {
      throw expected("name, '…', 0.5");
    }
    return word;
  }

  private String text() {
    String text = word.substring(1, word.length() - 1).replace("''", "'").replace("\\'", "'");
    next();
    return text;
  }
}
