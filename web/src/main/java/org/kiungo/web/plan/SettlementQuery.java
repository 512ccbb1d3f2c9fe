package org.kiungo.web.plan;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;

/**
 * Which settlements a reader wants; every part is optional.
 *
 * @param cursor where the page before ended
 * @param limit rows of a page, 1–500
 * @param sort a field, {@code -} before it for the largest first
 * @param q part of a name, case and accents apart
 * @param status such as UNSERVED
 * @param technology id, or several separated by commas
 * @param district name
 * @param bbox west,south,east,north in degrees
 */
record SettlementQuery(
    String cursor,
    Integer limit,
    String sort,
    String q,
    String status,
    String technology,
    String district,
    String bbox) {

  private static final int LARGEST_PAGE = 500;

  private static final Map<String, Comparator<SettlementRow>> FIELDS =
      Map.of(
          "population", byNumber(row -> row.population()),
          "peopleServed", byNumber(row -> row.peopleServed()),
          "lifetimeCostUsd", byNumber(row -> row.lifetimeCostUsd()),
          "allocatedLifetimeCostUsd", byNumber(row -> row.allocatedLifetimeCostUsd()),
          "roundTripMs", byNumber(row -> row.roundTripMs()),
          "name", Comparator.comparing(row -> plain(row.name())),
          "district", Comparator.comparing(row -> plain(row.district())),
          "status", Comparator.comparing(SettlementRow::status),
          "technologyId", Comparator.comparing(SettlementRow::technologyId),
          "settlementId", Comparator.comparing(SettlementRow::settlementId));

  /**
   * One page of rows.
   *
   * @param items rows
   * @param next cursor of the next page, null on the last
   * @param total rows on all pages
   */
  record Page(List<SettlementRow> items, String next, int total) {}

  Page answer(PlanContent content) {
    List<SettlementRow> found =
        content.places().stream()
            .filter(inBox(content.extent()))
            .map(each -> SettlementRow.of(each, content.allocatedUsd(each.settlement().id())))
            .filter(filter())
            .sorted(order())
            .toList();
    int from = from();
    int to = Math.min(found.size(), from + pageSize());
    List<SettlementRow> items =
        from < to
            ? found.subList(from, to).stream().map(each -> each.withNear(content)).toList()
            : List.of();
    return new Page(items, to < found.size() ? "r" + to : null, found.size());
  }

  private int pageSize() {
    int size = limit == null ? 50 : limit;
    if (size < 1 || size > LARGEST_PAGE) {
      throw range("limit", String.valueOf(limit), "1", String.valueOf(LARGEST_PAGE));
    }
    return size;
  }

  private int from() {
    if (cursor == null || cursor.isEmpty()) {
      return 0;
    }
    if (!cursor.matches("r\\d{1,9}")) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "cursor", cursor);
    }
    return Integer.parseInt(cursor.substring(1));
  }

  private Comparator<SettlementRow> order() {
    String wanted = sort == null || sort.isEmpty() ? "-population" : sort;
    boolean descending = wanted.startsWith("-");
    Comparator<SettlementRow> order = FIELDS.get(descending ? wanted.substring(1) : wanted);
    if (order == null) {
      throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "sort.unknown", wanted, allowed());
    }
    return (descending ? order.reversed() : order).thenComparing(SettlementRow::settlementId);
  }

  private static String allowed() {
    return String.join(", ", FIELDS.keySet().stream().sorted().toList());
  }

  private Predicate<SettlementRow> filter() {
    String part = q == null ? "" : plain(q.strip());
    List<String> technologies = isAny(technology) ? List.of() : List.of(technology.split(","));
    return row ->
        (part.isEmpty() || plain(row.name()).contains(part) || row.settlementId().equals(q))
            && (isAny(status) || row.status().name().equalsIgnoreCase(status))
            && (isAny(technology) || row.has(technologies))
            && (isAny(district) || row.district().equals(district));
  }

  /** By the points' own positions on their grid, so that map and table agree on every edge. */
  private Predicate<PlanContent.Place> inBox(Extent extent) {
    double[] box = box();
    if (box == null) {
      return place -> true;
    }
    return place -> {
      double lon = extent.lon(place.x());
      double lat = extent.lat(place.y());
      return lon >= box[0] && lat >= box[1] && lon <= box[2] && lat <= box[3];
    };
  }

  private static boolean isAny(String wanted) {
    return wanted == null || wanted.isEmpty();
  }

  private double[] box() {
    if (isAny(bbox)) {
      return null;
    }
    try {
      double[] box = Arrays.stream(bbox.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      if (box.length == 4) {
        return box;
      }
    } catch (NumberFormatException e) {
      // refused below like every other box that cannot be read
    }
    throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "bbox", bbox);
  }

  private static ApiRefusal range(String field, String value, String low, String high) {
    return new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "field.range", field, value, low, high);
  }

  private static Comparator<SettlementRow> byNumber(
      java.util.function.ToDoubleFunction<SettlementRow> field) {
    return Comparator.comparingDouble(
        row -> {
          double value = field.applyAsDouble(row);
          return Double.isNaN(value) ? -1 : value;
        });
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
