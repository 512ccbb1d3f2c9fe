package org.kiungo.planner.alternative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.doubt.DoubtWorlds;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.alternative.AlternativePlace;
import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.planner.folder.alternative.Alternatives.Alternative;
import org.kiungo.planner.folder.alternative.Alternatives.Difference;
import org.kiungo.planner.folder.alternative.Alternatives.Need;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;

/** Alternatives to plans of small worlds. */
class AlternativeStudyTest {

  @TempDir private Path temp;

  private static Set<String> places(PlanFolder folder) {
    return folder.plan().settlements().stream()
        .filter(each -> each.peopleServed() > 0)
        .map(SettlementService::settlementId)
        .collect(Collectors.toSet());
  }

  private static double jaccard(PlanFolder one, PlanFolder other) {
    Set<String> both = new HashSet<>(places(one));
    both.retainAll(places(other));
    Set<String> either = new HashSet<>(places(one));
    either.addAll(places(other));
    return (double) both.size() / either.size();
  }

  @Test
  void everyAlternativeIsWithinTheShareAndServesOtherPlaces() {
    AlternativesFolder found = AlternativeWorlds.found(3, 1);
    Alternatives told = found.alternatives();
    assertThat(found.plans().size()).isEqualTo(told.alternatives().size()).isEqualTo(3);
    double base = found.plan().certificate().value();
    for (int k = 0; k < found.plans().size(); k++) {
      PlanFolder each = found.plans().get(k);
      Alternative row = told.alternatives().get(k);
      assertThat(row.value()).isGreaterThanOrEqualTo(0.9 * base);
      assertThat(row.value()).isEqualTo(each.plan().totals().peopleServed(), within(1e-6));
      assertThat(each.plan().totals().lifetimeCostUsd())
          .isLessThanOrEqualTo(each.scenario().budgetUsd());
      assertThat(each.scenario()).isEqualTo(found.plan().scenario());
      assertThat(each.proof()).isEqualTo(found.plan().proof());
      assertThat(row.likeBaseRatio()).isEqualTo(jaccard(each, found.plan())).isLessThan(1);
      double likest = 0;
      for (int other = 0; other < found.plans().size(); other++) {
        likest = other == k ? likest : Math.max(likest, jaccard(each, found.plans().get(other)));
      }
      assertThat(row.likestRatio()).isEqualTo(likest).isLessThan(1);
      for (String by : List.of(Alternatives.DISTRICT, Alternatives.TECHNOLOGY)) {
        double people = sum(row, by, true);
        assertThat(people).isEqualTo(row.people() - told.base().people(), within(1e-6));
      }
      double usd = row.lifetimeCostUsd() - told.base().lifetimeCostUsd();
      assertThat(sum(row, Alternatives.DISTRICT, false)).isEqualTo(usd, within(0.01));
      assertThat(sum(row, Alternatives.TECHNOLOGY, false) + sum(row, Alternatives.MEDIUM, false))
          .isEqualTo(usd, within(0.01));
    }
    assertThat(told.room().keptPeopleRatio())
        .isEqualTo(
            told.alternatives().stream().mapToDouble(Alternative::keptPeopleRatio).min().orElse(1))
        .isLessThan(1);
    Alternatives.Places counts = told.places();
    assertThat(counts.all() + counts.some() + counts.base()).isEqualTo(told.base().places());
    assertThat(found.places())
        .hasSize(told.base().places() + counts.others())
        .filteredOn(AlternativePlace::planned)
        .hasSize(told.base().places());
  }

  private static double sum(Alternative row, String by, boolean people) {
    return row.differences().stream()
        .filter(each -> each.by().equals(by))
        .mapToDouble(people ? Difference::people : Difference::usd)
        .sum();
  }

  /** Those that are least alike come first. */
  @Test
  void moreAreLessApart() {
    AlternativesFolder found = AlternativeWorlds.found(8, 2);
    PlanFolder plan = found.plan();
    assertThat(found.plans().size()).isBetween(5, 8);
    double before = 0;
    for (int k = 0; k < found.plans().size(); k++) {
      double most = jaccard(found.plans().get(k), plan);
      for (int j = 0; j < k; j++) {
        most = Math.max(most, jaccard(found.plans().get(k), found.plans().get(j)));
      }
      assertThat(most).isGreaterThanOrEqualTo(before);
      before = most;
    }
  }

  /** Fibre costs 220,000 USD to the first place, more than there is; microwave 30,000. */
  @Test
  void withoutMicrowaveNobodyIsServedWhichIsProven() {
    PlanningProblem line = SmallWorlds.line(3);
    PlanFolder plan = DoubtWorlds.planned(line, 180_000);
    assertThat(plan.plan().totals().peopleServed()).isPositive();
    AlternativesFolder found = AlternativeStudy.of(plan, 0.02, 1, 1, Progress.NONE);
    assertThat(found.alternatives().needs()).hasSize(1);
    Need need = found.alternatives().needs().get(0);
    assertThat(need.by() + need.id()).isEqualTo("mediummicrowave");
    assertThat(need.value()).isZero();
    assertThat(need.fewerAtMostRatio()).isEqualTo(1);
    assertThat(need.fewerAtLeastRatio()).isEqualTo(1, within(0.01));
    assertThat(need.verdict()).isEqualTo(Alternatives.NECESSARY);
    // on a line there is one plan for the money
    assertThat(found.plans().size()).isZero();
    assertThat(found.alternatives().room().keptPeopleRatio()).isEqualTo(1);
  }

  /** What is said of every technology and medium holds against the best plan without it. */
  @Test
  void needsHoldAgainstLongerSearches() {
    for (long seed : SeededSample.of("worlds of needs", List.of(1L, 2L, 3L), 1)) {
      PlanFolder plan = DoubtWorlds.planned(SmallWorlds.random(seed, 6), 150_000);
      AlternativesFolder found = AlternativeStudy.of(plan, 0.1, 1, 2, Progress.NONE);
      double value = plan.certificate().value();
      for (int k = 0; k < found.without().size(); k++) {
        Need need = found.alternatives().needs().get(k);
        Scenario longer = found.without().get(k).scenario().with().steps(5_000).build();
        Plan best = Planner.plan(plan.problem(), longer, Progress.NONE, () -> false).plan();
        double lost = 1 - best.totals().peopleServed() / value;
        assertThat(lost).isGreaterThanOrEqualTo(need.fewerAtLeastRatio() - 1e-9);
        if (need.verdict().equals(Alternatives.NECESSARY)) {
          assertThat(lost).isGreaterThan(0.1);
        }
        if (need.verdict().equals(Alternatives.DISPENSABLE)) {
          assertThat(need.fewerAtMostRatio()).isLessThanOrEqualTo(0.1);
        }
        boolean used =
            best.settlements().stream().anyMatch(each -> each.technologyId().equals(need.id()))
                || best.links().stream().anyMatch(each -> each.mediumId().equals(need.id()));
        assertThat(used).isFalse();
      }
    }
  }

  @Test
  void theSameBytesOnOneThreadAndOnTwoAndAsTheSchemaHasIt() throws IOException {
    AlternativeWorlds.found(3, 1).write(temp.resolve("one"));
    AlternativeWorlds.found(3, 2).write(temp.resolve("two"));
    assertThat(files("two"))
        .isEqualTo(files("one"))
        .containsKeys("alternatives.json", "alternatives.csv", "plans/01/bound.proof");
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://kiungo.org/schema/", "classpath:schema/")));
    assertThat(
            registry
                .getSchema(
                    SchemaLocation.of("https://kiungo.org/schema/alternatives.json.schema.json"))
                .validate(
                    Files.readString(temp.resolve("one/alternatives.json")), InputFormat.JSON))
        .isEmpty();
  }

  private TreeMap<String, String> files(String name) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(temp.resolve(name))) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
        files.put(temp.resolve(name).relativize(each).toString().replace('\\', '/'), text);
      }
    }
    return files;
  }

  @Test
  void otherQuestionsAreRefused() {
    PlanningProblem world = SmallWorlds.random(3, 3);
    PlanFolder plan = DoubtWorlds.planned(world, 120_000);
    PlanFolder target =
        new PlanFolder(world, plan.scenario().withTarget(0.5), plan.plan(), plan.certificate());
    refused(target, 0.02, 6, "doubt.question");
    refused(plan, 0.02, 13, "field.range");
    refused(plan, 0.02, 0, "field.range");
    refused(plan, 0, 6, "field.range");
    refused(plan, 0.5, 6, "field.range");
  }

  private static void refused(PlanFolder plan, double withinRatio, int count, String code) {
    assertThatThrownBy(() -> AlternativeStudy.of(plan, withinRatio, count, 1, Progress.NONE))
        .isInstanceOfSatisfying(InputRefused.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
