package org.kiungo.web.plan.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;

/** The scenarios of a country's plans, and what each plan does for each district, a row each. */
final class ScenarioArchive {

  private static final List<String> COLUMNS =
      List.of(
          "plan",
          "letter",
          "name",
          "district",
          "population",
          "peopleBaseline",
          "peopleServed",
          "peopleBasic",
          "peopleUnserved",
          "planLifetimeCostUsd",
          "planPublicUsd");

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private ScenarioArchive() {}

  /**
   * Plans whose files were changed are left out.
   *
   * @throws ApiRefusal 404 for a country without plans
   */
  static ScenarioArchive of(Plans plans, String country) {
    ScenarioArchive archive = new ScenarioArchive();
    List<String> rows = new ArrayList<>(List.of(String.join(",", COLUMNS)));
    for (PlanSummary each : plans.list(country)) {
      if (each.verification().changedFile() == null) {
        archive.files.put(
            "scenarios/" + each.letter() + "-" + each.id() + ".json",
            ScenarioFile.write(each.scenario()));
        plans
            .findDetail(each.id())
            .ifPresent(
                detail ->
                    detail.byDistrict().stream()
                        .map(district -> row(each, district))
                        .forEach(rows::add));
      }
    }
    if (archive.files.isEmpty()) {
      throw ApiRefusal.unknown("country", country);
    }
    String table = "\uFEFF" + String.join("\r\n", rows) + "\r\n";
    archive.files.put("districts.csv", table.getBytes(StandardCharsets.UTF_8));
    return archive;
  }

  private static String row(PlanSummary plan, PlanDetail.DistrictShare district) {
    return Stream.of(
            plan.id(),
            plan.letter(),
            plan.name(),
            district.district(),
            district.population(),
            district.peopleBaseline(),
            district.peopleServed(),
            district.peopleBasic(),
            district.peopleUnserved(),
            plan.totals().lifetimeCostUsd(),
            plan.totals().viabilityGapUsd())
        .map(ScenarioArchive::cell)
        .collect(Collectors.joining(","));
  }

  /** Texts are quoted, and none is a formula to a spreadsheet; what is not known is empty. */
  private static String cell(Object value) {
    if (value instanceof Double number) {
      return Double.isNaN(number) ? "" : number.toString();
    }
    String text = value.toString().replace("\"", "\"\"");
    return '"' + (text.matches("(?s)[=+@\\-\t\r\uFF1D].*") ? "'" : "") + text + '"';
  }

  void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
  }
}
