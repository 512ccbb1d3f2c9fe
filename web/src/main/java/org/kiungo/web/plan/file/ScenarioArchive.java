package org.kiungo.web.plan.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.language.ShareWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;

/**
 * The scenarios of a country's plans, what each plan costs and brings, a row each, and what it does
 * for each district, a row each.
 */
final class ScenarioArchive {

  private static final List<String> PLAN_COLUMNS =
      List.of(
          "plan",
          "letter",
          "name",
          "scenario",
          "filesWritten",
          "goal",
          "budgetUsd",
          "publicBudgetUsd",
          "targetRatio",
          "peopleGained",
          "lifetimeCostUsd",
          "publicUsd");

  private static final List<String> DISTRICT_COLUMNS =
      List.of(
          "plan",
          "letter",
          "name",
          "district",
          "population",
          "peopleBaseline",
          "peopleServed",
          "peopleBasic",
          "peopleUnserved");

  /** Of a moment as ISO 8601 has it. */
  private static final int DAY_LENGTH = 10;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private ScenarioArchive() {}

  /**
   * Plans whose files were changed are left out. Scenarios mostly are named after their country;
   * here they also say which plan's they are, what it strives for and when its files were written.
   *
   * @param words of the names
   * @throws ApiRefusal 404 for a country without plans
   */
  static ScenarioArchive of(Plans plans, String country, Words words) throws IOException {
    ScenarioArchive archive = new ScenarioArchive();
    List<String> made = new ArrayList<>(List.of(String.join(",", PLAN_COLUMNS)));
    List<String> districts = new ArrayList<>(List.of(String.join(",", DISTRICT_COLUMNS)));
    for (PlanSummary each : plans.list(country)) {
      if (each.verification().changedFile() == null) {
        Path manifest = plans.getFiles(each.id()).resolve(Manifest.NAME);
        String day = Files.getLastModifiedTime(manifest).toString().substring(0, DAY_LENGTH);
        String name = name(each, day, words);
        Scenario scenario = each.scenario();
        String file = "scenarios/" + each.letter() + "-" + day + "-" + each.id() + ".json";
        archive.files.put(file, ScenarioFile.write(scenario.with().name(name).build()));
        made.add(
            row(
                each.id(),
                each.letter(),
                each.name(),
                file,
                day,
                scenario.goal(),
                scenario.budgetUsd(),
                scenario.publicBudgetUsd(),
                scenario.targetRatio(),
                each.peopleGained(),
                each.totals().lifetimeCostUsd(),
                each.totals().viabilityGapUsd()));
        plans
            .findDetail(each.id())
            .ifPresent(
                detail ->
                    detail.byDistrict().stream()
                        .map(district -> row(each, district))
                        .forEach(districts::add));
      }
    }
    if (archive.files.isEmpty()) {
      throw ApiRefusal.unknown("country", country);
    }
    archive.files.put("plans.csv", table(made));
    archive.files.put("districts.csv", table(districts));
    return archive;
  }

  private static String name(PlanSummary plan, String day, Words words) {
    Scenario scenario = plan.scenario();
    String goal =
        words.text(
            plan.goalKey(),
            words.text("export.usd", scenario.budgetUsd()),
            ShareWords.percent(scenario.targetRatio(), words),
            words.text("export.usd", scenario.publicBudgetUsd()));
    return words.text("export.scenario", plan.name(), plan.letter(), goal, day);
  }

  private static byte[] table(List<String> rows) {
    return ("\uFEFF" + String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String row(PlanSummary plan, PlanDetail.DistrictShare district) {
    return row(
        plan.id(),
        plan.letter(),
        plan.name(),
        district.district(),
        district.population(),
        district.peopleBaseline(),
        district.peopleServed(),
        district.peopleBasic(),
        district.peopleUnserved());
  }

  private static String row(Object... cells) {
    return Stream.of(cells).map(ScenarioArchive::cell).collect(Collectors.joining(","));
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
