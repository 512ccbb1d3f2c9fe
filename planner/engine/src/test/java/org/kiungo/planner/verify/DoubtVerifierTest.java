package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.doubt.DoubtWorlds;
import org.kiungo.planner.folder.FolderJson;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureFile;
import org.kiungo.planner.folder.doubt.FutureFile.Brief;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan in doubt is checked to the last figure; whoever changes one writes the seals anew. */
class DoubtVerifierTest {

  private static DoubtFolder honest;

  @TempDir private Path temp;

  @BeforeAll
  static void study() {
    honest =
        DoubtWorlds.doubted(DoubtWorlds.planned(DoubtWorlds.world(5, 14), 400_000), 5, 160_000, 2);
  }

  private Verification verified(DoubtFolder folder) throws IOException {
    folder.write(temp.resolve("doubt"));
    return FolderVerifier.verify(temp.resolve("doubt"), Installed.UNKNOWN);
  }

  private void refused(DoubtFolder forged, String... rules) throws IOException {
    assertThat(verified(forged).broken().stream().map(Check::code)).contains(rules);
  }

  private static DoubtFolder with(
      Doubt doubt, List<FutureRow> rows, List<PlaceRow> places, Map<String, FutureFile> files) {
    return new DoubtFolder(
        honest.plan(), doubt, rows, places, files, honest.proofs(), honest.choices());
  }

  /** The same record with one of its figures changed, told by the names that lead to it. */
  private static <T> T changed(T record, Class<T> type, String path, Object value) {
    JsonNode tree = FolderJson.STRICT.valueToTree(record);
    JsonNode at = tree;
    String[] names = path.split("\\.");
    for (String each : Arrays.copyOf(names, names.length - 1)) {
      at = at.isArray() ? at.get(Integer.parseInt(each)) : at.get(each);
    }
    JsonNode put = FolderJson.STRICT.valueToTree(value);
    ((ObjectNode) at).set(names[names.length - 1], put);
    return FolderJson.STRICT.treeToValue(tree, type);
  }

  private static DoubtFolder withRow(int at, String path, Object value) {
    List<FutureRow> rows = new ArrayList<>(honest.futures());
    rows.set(at, changed(rows.get(at), FutureRow.class, path, value));
    return with(honest.doubt(), rows, honest.places(), honest.files());
  }

  private static DoubtFolder withDoubt(String path, Object value) {
    return with(
        changed(honest.doubt(), Doubt.class, path, value),
        honest.futures(),
        honest.places(),
        honest.files());
  }

  private static DoubtFolder withPlace(String path, Object value) {
    List<PlaceRow> places = new ArrayList<>(honest.places());
    places.set(0, changed(places.get(0), PlaceRow.class, path, value));
    return with(honest.doubt(), honest.futures(), places, honest.files());
  }

  private static Map<String, FutureFile> withFile(String name, String path, Object value) {
    Map<String, FutureFile> files = new TreeMap<>(honest.files());
    files.put(name, changed(files.get(name), FutureFile.class, path, value));
    return files;
  }

  @Test
  void theHonestFolderHoldsInEveryRule() throws IOException {
    Verification found = verified(honest);
    assertThat(found.broken()).isEmpty();
    assertThat(found.boundConfirmed()).isTrue();
    assertThat(found.checks().stream().map(Check::code))
        .contains(
            "doubt.bound",
            "doubt.decisions",
            "doubt.draws",
            "doubt.figures",
            "doubt.firstPhase",
            "doubt.futures",
            "doubt.kept",
            "doubt.places",
            "doubt.regret");
    assertThat(found.given()).contains("futures.csv 1–5", "doubt.json firstPhase.tried");
  }

  @Test
  void aFutureLeftOut() throws IOException {
    List<FutureRow> rows = new ArrayList<>(honest.futures());
    rows.remove(2);
    refused(with(honest.doubt(), rows, honest.places(), honest.files()), "doubt.futures");
  }

  @Test
  void anotherDraw() throws IOException {
    List<Double> draws = new ArrayList<>(honest.futures().get(1).draws());
    draws.set(0, -draws.get(0));
    refused(withRow(1, "draws", draws), "doubt.draws");
  }

  @Test
  void anotherSeed() throws IOException {
    refused(withDoubt("seed", 8), "doubt.draws", "doubt.decisions");
  }

  @Test
  void aLowerBound() throws IOException {
    FutureRow row = honest.futures().get(0);
    FutureFile file = honest.files().get(row.name());
    Certificate c = file.certificate();
    double bound = c.bound() - 0.5 * (c.bound() - Math.max(c.value(), row.refilled())) - 1;
    Certificate lower =
        new Certificate(
            c.sense(),
            c.value(),
            bound,
            Certificate.gapRatio(c.sense(), c.value(), bound),
            c.lambdaPeoplePerUsd(),
            c.method(),
            c.candidateGraph(),
            c.relaxed(),
            c.seed(),
            c.steps(),
            c.engineVersion(),
            c.catalogueVersion());
    Map<String, FutureFile> files = withFile(row.name(), "certificate", lower);
    List<FutureRow> rows = withRow(0, "bound", bound).futures();
    refused(with(honest.doubt(), rows, honest.places(), files), "doubt.bound");
  }

  @Test
  void aHigherValue() throws IOException {
    double value = honest.futures().get(0).refilled() + 1;
    refused(withRow(0, "refilled", value), "doubt.decisions", "doubt.figures");
  }

  private static double bestOfOthers(FutureRow row) {
    return Math.max(row.refilled(), Collections.max(row.others()));
  }

  /** Else every place could be one that no future's plan needs. */
  @Test
  void aPlanOfAFutureThatServesFewerThanAnother() throws IOException {
    int at = 0;
    while (bestOfOthers(honest.futures().get(at)) <= honest.futures().get(at).trimmed() + 1) {
      at++;
    }
    FutureRow row = honest.futures().get(at);
    FutureFile f = honest.files().get(row.name());
    Map<String, FutureFile> files = withFile(row.name(), "own", f.trimmed());
    Certificate lower = f.certificate().withValue(row.trimmed());
    files.put(row.name(), changed(files.get(row.name()), FutureFile.class, "certificate", lower));
    List<FutureRow> rows = withRow(at, "value", row.trimmed()).futures();
    refused(with(honest.doubt(), rows, honest.places(), files), "doubt.regret");
  }

  @Test
  void aNarrowerInterval() throws IOException {
    double half = honest.doubt().bound().halfWidth95() / 2;
    refused(withDoubt("bound.halfWidth95", half), "doubt.figures");
  }

  @Test
  void anotherFigure() throws IOException {
    double less = honest.doubt().information().atMost() - 1;
    refused(withDoubt("information.atMost", less), "doubt.figures");
  }

  @Test
  void aHigherShare() throws IOException {
    double ratio = honest.places().get(0).technologyRatio();
    refused(withPlace("technologyRatio", ratio == 1 ? 0.5 : 1), "doubt.places");
  }

  @Test
  void anotherKindOfPlace() throws IOException {
    String kind = honest.places().get(0).kind();
    refused(withPlace("kind", kind.equals("always") ? "depends" : "always"), "doubt.places");
  }

  @Test
  void anotherChoiceForAnObjective() throws IOException {
    String id = honest.doubt().choices().picked().get(2).id();
    String other = id.equals(Doubt.PLAN) ? "1" : Doubt.PLAN;
    Map<String, PlanFolder> choices = new TreeMap<>(honest.choices());
    choices.put(DoubtFolder.choice("1"), honest.plan());
    refused(
        new DoubtFolder(
            honest.plan(),
            changed(honest.doubt(), Doubt.class, "choices.picked.2.id", other),
            honest.futures(),
            honest.places(),
            honest.files(),
            honest.proofs(),
            choices),
        "doubt.figures");
  }

  @Test
  void aHigherWorstTenth() throws IOException {
    double more = honest.doubt().choices().picked().get(1).worstTenth() + 1;
    refused(withDoubt("choices.picked.1.worstTenth", more), "doubt.figures");
  }

  @Test
  void aLowerBoundOnTheWorstTenth() throws IOException {
    double less = honest.doubt().choices().worstTenthBound() - 1;
    refused(withDoubt("choices.worstTenthBound", less), "doubt.figures");
  }

  @Test
  void aDifferenceThatIsToldApart() throws IOException {
    double half = honest.doubt().choices().picked().get(0).overPlan().halfWidth95();
    refused(withDoubt("choices.picked.0.overPlan.halfWidth95", half / 2 + 1), "doubt.figures");
  }

  @Test
  void aFirstPhaseOverItsMoney() throws IOException {
    double less = honest.doubt().firstPhase().costUsd() - 1;
    refused(withDoubt("firstPhase.usd", less), "doubt.firstPhase");
  }

  @Test
  void aCheaperFirstPhase() throws IOException {
    double less = honest.doubt().firstPhase().costUsd() - 1;
    refused(withDoubt("firstPhase.costUsd", less), "doubt.firstPhase");
  }

  @Test
  void anotherFirstPhaseThatWasTried() throws IOException {
    String id = honest.doubt().firstPhase().id();
    refused(
        withDoubt("firstPhase.id", id.equals(Doubt.PLAN) ? Doubt.SURE : Doubt.PLAN),
        "doubt.figures");
  }

  @Test
  void aHigherMeanOfTheFirstPhase() throws IOException {
    List<Doubt.Tried> tried = new ArrayList<>();
    for (Doubt.Tried each : honest.doubt().firstPhase().tried()) {
      tried.add(new Doubt.Tried(each.id(), each.meanValue() + 1));
    }
    refused(withDoubt("firstPhase.tried", tried), "doubt.figures");
  }

  @Test
  void aLowerRegretOfTheFirstPhase() throws IOException {
    double less = honest.doubt().firstPhase().regret().mean() - 1;
    refused(withDoubt("firstPhase.regret.mean", less), "doubt.figures");
    double more = honest.doubt().firstPhase().oneShot().mean() + 1;
    refused(withDoubt("firstPhase.oneShot.mean", more), "doubt.figures");
  }

  @Test
  void aHigherValueOfTheFirstPhaseCompleted() throws IOException {
    double more = honest.futures().get(0).completed() + 1;
    refused(withRow(0, "completed", more), "doubt.decisions", "doubt.figures");
  }

  @Test
  void moreSurePlacesInTheFirstPhase() throws IOException {
    int more = honest.doubt().firstPhase().sureInPlans() + 1;
    refused(withDoubt("firstPhase.sureInPlans", more), "doubt.firstPhase");
  }

  @Test
  void anotherTurn() throws IOException {
    String layer = honest.doubt().firstPhase().turn().layer();
    refused(
        withDoubt("firstPhase.turn.layer", layer.equals("prices") ? "demand" : "prices"),
        "doubt.firstPhase");
  }

  @Test
  void aPlaceOfTheFirstPhaseLeftOutOfACompletion() throws IOException {
    FutureRow row = honest.futures().get(0);
    FutureFile file = honest.files().get(row.name());
    String place = served(DoubtFolder.FIRST).get(0);
    Brief without = without(file.firstPhase().completed(), place);
    Map<String, FutureFile> files = withFile(row.name(), "firstPhase.completed", without);
    DoubtFolder completed = with(honest.doubt(), honest.futures(), honest.places(), files);
    refused(completed, "doubt.kept");
    // as if that future did not offer it
    FutureFile both = changed(files.get(row.name()), FutureFile.class, "firstPhase.kept", without);
    files.put(row.name(), both);
    int whole = honest.doubt().firstPhase().wholeIn() - 1;
    Doubt told = changed(honest.doubt(), Doubt.class, "firstPhase.wholeIn", whole);
    refused(with(told, honest.futures(), honest.places(), files), "doubt.kept");
  }

  private static List<String> served(String choice) {
    return honest.choices().get(choice).plan().settlements().stream()
        .filter(each -> !each.technologyId().isEmpty())
        .map(Plan.SettlementService::settlementId)
        .toList();
  }

  private static Brief without(Brief brief, String place) {
    Plan whole = brief.plan(honest.plan().problem().settlements());
    List<Plan.SettlementService> services = new ArrayList<>();
    for (Plan.SettlementService each : whole.settlements()) {
      services.add(
          each.settlementId().equals(place)
              ? changed(each, Plan.SettlementService.class, "technologyId", "")
              : each);
    }
    return Brief.of(
        new Plan(services, whole.sites(), whole.links(), whole.upgrades(), whole.totals()));
  }

  /** A plan in full, of the same question and in itself without fault, that costs more. */
  @Test
  void anotherFirstPhaseThatCostsMore() throws IOException {
    Map<String, PlanFolder> choices = new TreeMap<>(honest.choices());
    choices.put(DoubtFolder.FIRST, honest.plan());
    refused(
        new DoubtFolder(
            honest.plan(),
            honest.doubt(),
            honest.futures(),
            honest.places(),
            honest.files(),
            honest.proofs(),
            choices),
        "doubt.firstPhase");
  }

  @Test
  void anotherFuturesProof() throws IOException {
    List<String> names = List.copyOf(honest.proofs().keySet());
    assertThat(names).hasSizeGreaterThan(1);
    Map<String, BoundProof> proofs = new TreeMap<>(honest.proofs());
    proofs.put(names.get(0), honest.proofs().get(names.get(1)));
    refused(
        new DoubtFolder(
            honest.plan(),
            honest.doubt(),
            honest.futures(),
            honest.places(),
            honest.files(),
            proofs,
            honest.choices()),
        "doubt.bound");
  }

  @Test
  void aProofLeftOutIsNotProven() throws IOException {
    Map<String, BoundProof> proofs = new TreeMap<>(honest.proofs());
    proofs.remove(honest.proofs().keySet().iterator().next());
    Verification found =
        verified(
            new DoubtFolder(
                honest.plan(),
                honest.doubt(),
                honest.futures(),
                honest.places(),
                honest.files(),
                proofs,
                honest.choices()));
    assertThat(found.boundConfirmed()).isFalse();
  }

  @Test
  void otherDecisions() throws IOException {
    FutureRow row = honest.futures().get(1);
    Brief own = honest.files().get(row.name()).own();
    assertThat(own.links()).isNotEmpty();
    Brief cheaper =
        new Brief(
            own.states(),
            own.services(),
            own.sites(),
            own.links().subList(1, own.links().size()),
            own.upgrades(),
            own.totals());
    Map<String, FutureFile> files = withFile(row.name(), "own", cheaper);
    refused(with(honest.doubt(), honest.futures(), honest.places(), files), "doubt.decisions");
  }

  @Test
  void aPlanInDoubtThatWasChanged() throws IOException {
    honest.write(temp.resolve("doubt"));
    Path plan = temp.resolve("doubt/plan");
    String sites = Files.readString(plan.resolve("plan.geojson"));
    String other = sites.replaceFirst("\"peopleServed\":(\\d+)\\.", "\"peopleServed\":1$1.");
    assertThat(other).isNotEqualTo(sites);
    Files.writeString(plan.resolve("plan.geojson"), other);
    Manifest.seal(plan);
    Manifest.seal(temp.resolve("doubt"));
    Verification found = FolderVerifier.verify(temp.resolve("doubt"), Installed.UNKNOWN);
    assertThat(found.broken()).isNotEmpty();
  }

  @Test
  void aFileMoreAndAChangedSeal() throws IOException {
    honest.write(temp.resolve("doubt"));
    Path folder = temp.resolve("doubt");
    Files.writeString(folder.resolve("proofs/extra.proof"), "more");
    assertThat(codes(folder)).contains("file.sealed", "file.form");
    Manifest.seal(folder);
    assertThat(codes(folder)).contains("file.form").doesNotContain("file.sealed");
  }

  private static List<String> codes(Path folder) {
    Stream<Check> broken = FolderVerifier.verify(folder, Installed.UNKNOWN).broken().stream();
    return broken.map(Check::code).toList();
  }
}
