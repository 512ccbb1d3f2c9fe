package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.alternative.AlternativeWorlds;
import org.kiungo.planner.doubt.DoubtWorlds;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.planner.folder.alternative.Alternatives.Alternative;
import org.kiungo.planner.folder.alternative.Alternatives.Need;
import org.kiungo.planner.folder.alternative.Alternatives.Room;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;

/** Alternatives are checked to the last figure; whoever changes one writes the seals anew. */
class AlternativesVerifierTest {

  private static final PlanningProblem WORLD = AlternativeWorlds.star();

  private static AlternativesFolder honest;

  @TempDir private Path temp;

  @BeforeAll
  static void study() {
    honest = AlternativeWorlds.found(4, 2);
    assertThat(honest.plans().size()).isEqualTo(4);
  }

  private Path folder() {
    return temp.resolve("alternatives");
  }

  private Verification verified() {
    return FolderVerifier.verify(folder(), Installed.UNKNOWN);
  }

  private List<String> broken() {
    return verified().broken().stream().map(Check::code).toList();
  }

  private void refused(AlternativesFolder forged, String... rules) throws IOException {
    forged.write(folder());
    assertThat(broken()).contains(rules);
  }

  private static AlternativesFolder stating(UnaryOperator<Alternatives> change) {
    return with(honest.plans(), change.apply(honest.alternatives()));
  }

  private static AlternativesFolder with(List<PlanFolder> plans, Alternatives figures) {
    return new AlternativesFolder(honest.plan(), plans, honest.without(), figures, honest.places());
  }

  private static AlternativesFolder stating(int k, UnaryOperator<Alternative> change) {
    List<Alternative> rows = new ArrayList<>(honest.alternatives().alternatives());
    rows.set(k, change.apply(rows.get(k)));
    return stating(each -> each.withAlternatives(rows));
  }

  private static AlternativesFolder needing(int k, UnaryOperator<Need> change) {
    List<Need> needs = new ArrayList<>(honest.alternatives().needs());
    needs.set(k, change.apply(needs.get(k)));
    return stating(each -> each.withNeeds(needs));
  }

  @Test
  void theHonestFolderHoldsInEveryRule() throws IOException {
    honest.write(folder());
    Verification found = verified();
    assertThat(found.broken()).isEmpty();
    assertThat(found.boundConfirmed()).isTrue();
    assertThat(found.checks().stream().map(Check::code))
        .contains("alternatives.figures", "alternatives.question", "alternatives.share");
  }

  @Test
  void aShareThatIsNarrower() throws IOException {
    refused(stating(each -> each.withWithinRatio(0.0001)), "alternatives.share");
    refused(stating(each -> each.withWithinRatio(0.3)), "alternatives.share");
    refused(stating(each -> each.withCount(3)), "alternatives.share");
  }

  @Test
  void otherFiguresOfAnAlternative() throws IOException {
    refused(stating(0, each -> each.withOfBaseRatio(1)), "alternatives.figures");
    refused(stating(0, each -> each.withValue(each.value() + 1)), "alternatives.figures");
    refused(stating(1, each -> each.withLikeBaseRatio(0.1)), "alternatives.figures");
    refused(stating(1, each -> each.withLikestRatio(0.1)), "alternatives.figures");
    refused(stating(2, each -> each.withKeptPeopleRatio(0.1)), "alternatives.figures");
    refused(
        stating(
            0,
            each -> each.withDifferences(each.differences().subList(1, each.differences().size()))),
        "alternatives.figures");
  }

  @Test
  void otherFiguresOfAll() throws IOException {
    refused(
        stating(each -> each.withRoom(new Room(0.01, each.room().folder()))),
        "alternatives.figures");
    refused(
        stating(each -> each.withApart(new Alternatives.Apart(0.7, 12))), "alternatives.figures");
    refused(
        stating(each -> each.withBase(each.base().withBound(each.base().value()))),
        "alternatives.figures");
    refused(stating(each -> each.withSteps(7)), "alternatives.figures");
    refused(
        new AlternativesFolder(
            honest.plan(),
            honest.plans(),
            honest.without(),
            honest.alternatives(),
            honest.places().subList(1, honest.places().size())),
        "file.form");
  }

  @Test
  void aNeedThatIsRaisedOrLeftOut() throws IOException {
    refused(
        needing(0, each -> each.withFewerAtLeastRatio(each.fewerAtLeastRatio() + 0.1)),
        "alternatives.figures");
    String other =
        honest.alternatives().needs().get(0).verdict().equals("necessary") ? "open" : "necessary";
    refused(needing(0, each -> each.withVerdict(other)), "alternatives.figures");
    int needs = honest.without().size();
    refused(
        new AlternativesFolder(
            honest.plan(),
            honest.plans(),
            honest.without().subList(0, needs - 1),
            honest.alternatives().withNeeds(honest.alternatives().needs().subList(0, needs - 1)),
            honest.places()),
        "alternatives.figures");
  }

  /** A plan that leaves more out than is said proves more than is so. */
  @Test
  void aNeedByAnotherQuestion() throws IOException {
    List<PlanFolder> without = new ArrayList<>(honest.without());
    without.set(0, DoubtWorlds.planned(WORLD, 60_000));
    refused(
        new AlternativesFolder(
            honest.plan(), honest.plans(), without, honest.alternatives(), honest.places()),
        "alternatives.question");
  }

  @Test
  void anAlternativeOfAnotherQuestion() throws IOException {
    List<PlanFolder> plans = new ArrayList<>(honest.plans());
    plans.set(0, DoubtWorlds.planned(WORLD, 211_000));
    refused(with(plans, honest.alternatives()), "alternatives.question");
    plans.set(0, DoubtWorlds.planned(SmallWorlds.random(6, 8), AlternativeWorlds.BUDGET_USD));
    refused(with(plans, honest.alternatives()), "alternatives.question");
  }

  @Test
  void plansThatAreSwappedOrTwice() throws IOException {
    List<PlanFolder> plans = new ArrayList<>(honest.plans());
    Collections.swap(plans, 0, 3);
    refused(with(plans, honest.alternatives()), "alternatives.figures");
    plans = new ArrayList<>(honest.plans());
    plans.set(1, plans.get(0));
    refused(with(plans, honest.alternatives()), "alternatives.share");
    plans.set(1, honest.plan());
    refused(with(plans, honest.alternatives()), "alternatives.share");
  }

  @Test
  void oneThatIsLeftOutOrBeside() throws IOException {
    Alternatives told = honest.alternatives();
    Alternatives fewer = told.withAlternatives(told.alternatives().subList(0, 3));
    refused(with(honest.plans().subList(0, 3), fewer), "alternatives.figures");
    honest.write(folder());
    Durable.discard(folder().resolve("plans/04"));
    Manifest.seal(folder());
    assertThatThrownBy(this::verified).hasMessageContaining("folder.missing");
    honest.write(folder());
    Files.createDirectories(folder().resolve("plans/05"));
    Files.writeString(folder().resolve("plans/05/letter.txt"), "more");
    assertThat(broken()).contains("file.sealed", "file.form");
    Manifest.seal(folder());
    assertThat(broken()).contains("file.form").doesNotContain("file.sealed");
  }

  @Test
  void decisionsOfAnAlternativeThatWereChanged() throws IOException {
    honest.write(folder());
    Path plan = folder().resolve("plans/01");
    String sites = Files.readString(plan.resolve("plan.geojson"));
    String other = sites.replaceFirst("\"peopleServed\":(\\d+)\\.", "\"peopleServed\":1$1.");
    assertThat(other).isNotEqualTo(sites);
    Files.writeString(plan.resolve("plan.geojson"), other);
    Manifest.seal(plan);
    Manifest.seal(folder());
    assertThat(broken()).isNotEmpty();
  }

  @Test
  void aBoundWithoutItsProofIsNotProven() throws IOException {
    List<PlanFolder> without = new ArrayList<>(honest.without());
    PlanFolder first = without.get(0);
    without.set(
        0, new PlanFolder(first.problem(), first.scenario(), first.plan(), first.certificate()));
    new AlternativesFolder(
            honest.plan(), honest.plans(), without, honest.alternatives(), honest.places())
        .write(folder());
    assertThat(verified().boundConfirmed()).isFalse();
  }
}
