package org.kiungo.web.compare;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.planner.compare.Margin;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.compare.PlanDifference.Kind;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.system.Unchanging;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Two to five plans against the first of them. */
@RestController
class ComparisonController {

  private static final int MOST_PLANS = 5;

  private final Plans plans;
  private final DifferenceFile files;
  private final SheetFiles sheets;

  ComparisonController(Plans plans, JsonMapper json, SheetFiles sheets) {
    this.sheets = sheets;
    this.plans = plans;
    this.files = new DifferenceFile(json);
  }

  /**
   * Plans side by side.
   *
   * @param plans ids, the first being what the others are compared with
   * @param differences one for each plan after the first
   */
  record Comparison(List<String> plans, List<Difference> differences) {}

  /**
   * A plan against the first.
   *
   * @param plan id
   * @param comparable false when inputs or cost book differ, or one of both is refused: then
   *     nothing is subtracted
   * @param changes in what its scenario differs from that of the first, each with its kind: data,
   *     assumption, decision or search
   * @param inputsOfFirst inputs that the first alone was made from and that no change names
   * @param inputsOfOther those of this one
   * @param totals plan minus first, by the names of the totals; empty unless comparable
   * @param gaps how far from the best possible each is at most, 0–1, the first before this one; NaN
   *     where nothing is known
   * @param marginPeople what people of both may be off by together, since each may be off by its
   *     gap: a smaller difference cannot be told from none; NaN where nothing is known
   * @param marginUsd the same of lifetime cost
   * @param places number of places by kind of change; empty unless comparable
   */
  record Difference(
      String plan,
      boolean comparable,
      List<ToldChange> changes,
      List<InputFile> inputsOfFirst,
      List<InputFile> inputsOfOther,
      Map<String, Double> totals,
      List<Double> gaps,
      double marginPeople,
      double marginUsd,
      Map<Kind, Long> places) {}

  @Answers({304, 404})
  @GetMapping("/api/v1/comparisons")
  ResponseEntity<Comparison> compare(@RequestParam("plans") List<String> ids) {
    if (ids.size() < 2 || ids.size() > MOST_PLANS) {
      throw new InputRefused(
          "field.range", "field", "plans", "value", ids.size(), "low", 2, "high", MOST_PLANS);
    }
    PlanFolder first = plans.getFolder(ids.get(0));
    List<Difference> differences = new ArrayList<>();
    for (String id : ids.subList(1, ids.size())) {
      differences.add(difference(ids.get(0), first, id));
    }
    return Unchanging.answer(
        String.join("+", ids), MediaType.APPLICATION_JSON, new Comparison(ids, differences));
  }

  private Difference difference(String firstId, PlanFolder first, String id) {
    PlanFolder other = plans.getFolder(id);
    List<Double> gaps = List.of(first.certificate().gapRatio(), other.certificate().gapRatio());
    Likeness likeness = likeness(first, other);
    List<ToldChange> changes = likeness.changes().stream().map(ToldChange::of).toList();
    boolean comparable = !isRefused(firstId) && !isRefused(id) && likeness.why() == null;
    if (!comparable) {
      return new Difference(
          id,
          false,
          changes,
          likeness.inputsOfA(),
          likeness.inputsOfB(),
          Map.of(),
          gaps,
          Double.NaN,
          Double.NaN,
          Map.of());
    }
    PlanDifference found = PlanDifference.between(plans.content(firstId), plans.content(id));
    Map<Kind, Long> places = new LinkedHashMap<>();
    for (Kind kind : List.of(Kind.GAINED, Kind.LOST, Kind.CHANGED)) {
      places.put(kind, found.count(kind));
    }
    Plan.Totals from = first.plan().totals();
    Plan.Totals to = other.plan().totals();
    Margin a = margin(first);
    Margin b = margin(other);
    return new Difference(
        id,
        true,
        changes,
        likeness.inputsOfA(),
        likeness.inputsOfB(),
        totals(from, to),
        gaps,
        a.people() + b.people(),
        a.of(from.lifetimeCostUsd()) + b.of(to.lifetimeCostUsd()),
        places);
  }

  private static Likeness likeness(PlanFolder a, PlanFolder b) {
    return Likeness.between(side(a), side(b));
  }

  private static Likeness.Side side(PlanFolder plan) {
    return new Likeness.Side(
        plan.scenario(), plan.problem().inputs(), plan.problem().catalogue().version());
  }

  private static Margin margin(PlanFolder plan) {
    return Margin.of(plan.plan().totals(), plan.certificate(), plan.scenario());
  }

  /** Those that hang on today's coverage only where both plans know it. */
  static Map<String, Double> totals(Plan.Totals from, Plan.Totals to) {
    Map<String, Double> totals = new LinkedHashMap<>();
    differences(Plan.Totals.class, from, to, totals);
    if (from.today() != null && to.today() != null) {
      differences(TodayTotals.class, from.today(), to.today(), totals);
    }
    return totals;
  }

  /** Of every figure of a record, by its name. */
  private static void differences(
      Class<? extends Record> type, Record from, Record to, Map<String, Double> differences) {
    try {
      for (RecordComponent each : type.getRecordComponents()) {
        if (each.getType() == double.class) {
          double a = (double) each.getAccessor().invoke(from);
          double b = (double) each.getAccessor().invoke(to);
          differences.put(each.getName(), b - a);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Answers({304, 409})
  @GetMapping(
      path = "/api/v1/comparisons/{from}/{to}/kinds",
      produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> kinds(@PathVariable String from, @PathVariable String to) {
    return Unchanging.answer(
        from + "+" + to, MediaType.APPLICATION_OCTET_STREAM, between(from, to).kinds());
  }

  @Answers(
      value = {304, 409},
      type = "application/geo+json")
  @GetMapping("/api/v1/comparisons/{from}/{to}/difference.geojson")
  ResponseEntity<StreamingResponseBody> geoJson(
      @PathVariable String from, @PathVariable String to, Locale locale) {
    var changes = between(from, to).changes();
    PlaceNames names = names(to, locale);
    return file(
        from,
        to,
        "geojson",
        "application/geo+json",
        locale,
        out -> files.geoJson(changes, names, out));
  }

  @Answers(
      value = {304, 409},
      type = "text/csv")
  @GetMapping("/api/v1/comparisons/{from}/{to}/difference.csv")
  ResponseEntity<StreamingResponseBody> csv(
      @PathVariable String from, @PathVariable String to, Locale locale) {
    var changes = between(from, to).changes();
    PlaceNames names = names(to, locale);
    return file(
        from, to, "csv", "text/csv;charset=UTF-8", locale, out -> files.csv(changes, names, out));
  }

  @Answers(409)
  @GetMapping("/api/v1/comparisons/{from}/{to}/exports")
  List<String> formats(@PathVariable String from, @PathVariable String to) {
    between(from, to);
    return SheetFiles.formats();
  }

  /** The places that change, in a format of other programs or as a picture. */
  @Answers(
      value = {409},
      type = {"application/octet-stream", "image/png"})
  @GetMapping("/api/v1/comparisons/{from}/{to}/exports/{format}")
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable String from,
      @PathVariable String to,
      @PathVariable String format,
      Locale locale)
      throws IOException {
    var changes = between(from, to).changes();
    Words words = Words.in(locale.getLanguage());
    return sheets.answer(
        DifferenceSheet.of(
            plans.find(from).orElseThrow(),
            plans.find(to).orElseThrow(),
            changes,
            names(to, locale),
            words),
        format,
        locale);
  }

  /** What places are called; those of both plans are the same. */
  private PlaceNames names(String plan, Locale locale) {
    return new PlaceNames(
        plans.content(plan).folder().problem().settlements(), Words.in(locale.getLanguage()));
  }

  private boolean isRefused(String id) {
    return plans.getVerdict(id).isRefused();
  }

  private PlanDifference between(String from, String to) {
    for (String each : List.of(from, to)) {
      if (isRefused(each)) {
        throw new ApiRefusal(HttpStatus.CONFLICT, "comparison.refused", each);
      }
    }
    if (likeness(plans.getFolder(from), plans.getFolder(to)).why() != null) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "comparison.inputs", from, to);
    }
    return PlanDifference.between(plans.content(from), plans.content(to));
  }

  private static ResponseEntity<StreamingResponseBody> file(
      String from,
      String to,
      String ending,
      String type,
      Locale locale,
      StreamingResponseBody body) {
    String name = "difference-" + from + "-" + to + "." + ending;
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .eTag("W/\"" + locale.getLanguage() + "-" + name + "\"")
        .body(body);
  }
}
