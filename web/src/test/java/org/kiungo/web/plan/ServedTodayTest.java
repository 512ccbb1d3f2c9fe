package org.kiungo.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Plan.UnservedReason;
import org.kiungo.planner.model.PlanTotalsBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.document.PublishedPlan;
import org.kiungo.web.plan.file.PlanExport;
import org.kiungo.web.plan.verdict.PlanVerdict;

/**
 * Where most people have service today, maps and tables of a plan that does nothing there say so.
 */
class ServedTodayTest {

  /** A plan that builds nothing, of the built-in data. */
  public static PlanFolder nothing(String iso3, Today today) {
    Scenario scenario = ScenarioFile.DEFAULT.with().countries(List.of(iso3)).today(today).build();
    PlanningProblem problem =
        ProblemAssembly.builtIn(
            List.of(iso3), CatalogueReader.builtIn(), scenario.standard(), scenario.money());
    List<SettlementService> left =
        today.applyTo(problem).settlements().stream().map(ServedTodayTest::left).toList();
    Plan plan = new Plan(left, List.of(), List.of(), PlanTotalsBuilder.builder().build());
    return new PlanFolder(problem, scenario, plan, null, null, List.of());
  }

  private static SettlementService left(Settlement at) {
    boolean whole = at.population() > 0 && at.unservedPopulation() == 0;
    return new SettlementService(
        at.id(),
        whole ? Status.BASELINE : Status.UNSERVED,
        "",
        "",
        0,
        0,
        Double.NaN,
        0,
        0,
        0,
        0,
        whole ? null : UnservedReason.OVER_BUDGET,
        List.of());
  }

  @ParameterizedTest
  @CsvSource({"LSO,Maseru,STANDARD", "KEN,Nairobi,STANDARD", "KEN,Nairobi,BASIC"})
  void noPlaceServedTodayIsDrawnAsNotServed(String iso3, String capital, Today.CountsAs counts) {
    PlanFolder folder = nothing(iso3, new Today(Today.Coverage.MODELLED, counts));
    PlanContent content = new PlanContent(folder);
    byte[] classes = PlanPoints.classes(content);
    byte[] live =
        new LivePoints(folder.counted())
            .classes(
                folder.plan().settlements().stream()
                    .sorted(java.util.Comparator.comparing(SettlementService::settlementId))
                    .toList());
    Map<Object, Map<String, Object>> exported = new HashMap<>();
    PublishedPlan published = new PublishedPlan("t", folder, PlanVerdict.OLDER, null, Map.of(), "");
    ExportLayer layer = PlanExport.drawn(published, Words.in("en")).get(1);
    for (Feature row : layer.features()) {
      exported.put(row.attributes().get("settlementId"), row.attributes());
    }
    int today = 0;
    for (int k = 0; k < classes.length; k++) {
      PlanContent.Place place = content.places().get(k);
      Settlement at = place.settlement();
      boolean served = at.population() > 0 && 2 * at.baselineCoverageRatio() > 1;
      today += served ? 1 : 0;
      assertThat(classes[k]).as(at.id()).isEqualTo((byte) (served ? 1 : 0));
      Status status = served ? Status.BASELINE : Status.UNSERVED;
      assertThat(SettlementRow.of(place, 0).status()).as(at.id()).isEqualTo(status);
      Map<String, Object> told = exported.get(at.id());
      assertThat(told).as(at.id()).containsEntry("service", status.name());
      assertThat(told).as(at.id()).containsEntry("status", status.name());
      assertThat(told.get("reason")).as(at.id()).isEqualTo(served ? "" : "OVER_BUDGET");
      if (at.name().equals(capital)) {
        assertThat(classes[k]).isEqualTo((byte) MapClass.BASELINE);
      }
    }
    assertThat(live).isEqualTo(classes);
    assertThat(today).isBetween(10, classes.length - 10);
    assertThat(layer.style().column()).isEqualTo("service");
    assertThat(layer.style().colours()).containsKeys("BASELINE", "UNSERVED");
  }
}
