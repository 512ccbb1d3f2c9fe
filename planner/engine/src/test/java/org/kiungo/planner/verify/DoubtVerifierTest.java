package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.doubt.DoubtWorlds;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.Doubt.Interval;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureFile;
import org.kiungo.planner.folder.doubt.FutureFile.Brief;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;

/** A plan in doubt is checked to the last figure; whoever changes one writes the seals anew. */
class DoubtVerifierTest {

  private static DoubtFolder honest;

  @TempDir private Path temp;

  @BeforeAll
  static void study() {
    honest = DoubtWorlds.doubted(DoubtWorlds.planned(DoubtWorlds.world(5, 14), 150_000), 5, 2);
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
    return new DoubtFolder(honest.plan(), doubt, rows, places, files, honest.proofs());
  }

  private static DoubtFolder withRow(int at, UnaryOperator<FutureRow> change) {
    List<FutureRow> rows = new ArrayList<>(honest.futures());
    rows.set(at, change.apply(rows.get(at)));
    return with(honest.doubt(), rows, honest.places(), honest.files());
  }

  private static DoubtFolder withDoubt(UnaryOperator<Doubt> change) {
    return with(change.apply(honest.doubt()), honest.futures(), honest.places(), honest.files());
  }

  private static DoubtFolder withPlace(UnaryOperator<PlaceRow> change) {
    List<PlaceRow> places = new ArrayList<>(honest.places());
    places.set(0, change.apply(places.get(0)));
    return with(honest.doubt(), honest.futures(), places, honest.files());
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
            "doubt.futures",
            "doubt.kept",
            "doubt.places",
            "doubt.regret");
    assertThat(found.given()).contains("futures.csv 1–5");
  }

  @Test
  void aFutureLeftOut() throws IOException {
    List<FutureRow> rows = new ArrayList<>(honest.futures());
    rows.remove(2);
    refused(with(honest.doubt(), rows, honest.places(), honest.files()), "doubt.futures");
  }

  @Test
  void anotherDraw() throws IOException {
    refused(
        withRow(
            1,
            r -> {
              List<Double> draws = new ArrayList<>(r.draws());
              draws.set(0, -draws.get(0));
              return new FutureRow(
                  r.layer(),
                  r.number(),
                  draws,
                  r.value(),
                  r.bound(),
                  r.trimmed(),
                  r.refilled(),
                  r.others());
            }),
        "doubt.draws");
  }

  @Test
  void anotherSeed() throws IOException {
    Doubt d = honest.doubt();
    refused(
        withDoubt(
            x ->
                new Doubt(
                    d.futures(),
                    d.futuresPerLayer(),
                    8,
                    d.steps(),
                    d.layers(),
                    d.own(),
                    d.bound(),
                    d.plan(),
                    d.best(),
                    d.information(),
                    d.places())),
        "doubt.draws",
        "doubt.decisions");
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
    Map<String, FutureFile> files = new TreeMap<>(honest.files());
    files.put(
        row.name(),
        new FutureFile(
            lower,
            file.own(),
            file.trimmed(),
            file.refilled(),
            file.bestTrimmed(),
            file.bestRefilled()));
    List<FutureRow> rows = new ArrayList<>(honest.futures());
    rows.set(
        0,
        new FutureRow(
            "", 1, row.draws(), row.value(), bound, row.trimmed(), row.refilled(), row.others()));
    refused(with(honest.doubt(), rows, honest.places(), files), "doubt.bound");
  }

  @Test
  void aHigherValue() throws IOException {
    refused(
        withRow(
            0,
            r ->
                new FutureRow(
                    r.layer(),
                    r.number(),
                    r.draws(),
                    r.value(),
                    r.bound(),
                    r.trimmed(),
                    r.refilled() + 1,
                    r.others())),
        "doubt.decisions",
        "doubt.figures");
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
    Map<String, FutureFile> files = new TreeMap<>(honest.files());
    files.put(
        row.name(),
        new FutureFile(
            f.certificate().withValue(row.trimmed()),
            f.trimmed(),
            f.trimmed(),
            f.refilled(),
            f.bestTrimmed(),
            f.bestRefilled()));
    List<FutureRow> rows = new ArrayList<>(honest.futures());
    rows.set(
        at,
        new FutureRow(
            row.layer(),
            row.number(),
            row.draws(),
            row.trimmed(),
            row.bound(),
            row.trimmed(),
            row.refilled(),
            row.others()));
    refused(with(honest.doubt(), rows, honest.places(), files), "doubt.regret");
  }

  @Test
  void aNarrowerInterval() throws IOException {
    refused(
        withDoubt(
            d ->
                new Doubt(
                    d.futures(),
                    d.futuresPerLayer(),
                    d.seed(),
                    d.steps(),
                    d.layers(),
                    d.own(),
                    new Interval(d.bound().mean(), d.bound().halfWidth95() / 2),
                    d.plan(),
                    d.best(),
                    d.information(),
                    d.places())),
        "doubt.figures");
  }

  @Test
  void anotherFigure() throws IOException {
    refused(
        withDoubt(
            d ->
                new Doubt(
                    d.futures(),
                    d.futuresPerLayer(),
                    d.seed(),
                    d.steps(),
                    d.layers(),
                    d.own(),
                    d.bound(),
                    d.plan(),
                    d.best(),
                    new Doubt.Information(0, d.information().atMost() - 1),
                    d.places())),
        "doubt.figures");
  }

  @Test
  void aHigherShare() throws IOException {
    refused(
        withPlace(
            p ->
                new PlaceRow(
                    p.settlementId(),
                    p.futures(),
                    p.kind(),
                    p.planned(),
                    p.technologyId(),
                    p.technologyRatio() == 1 ? 0.5 : 1,
                    p.decisiveLayer(),
                    p.rightRatio())),
        "doubt.places");
  }

  @Test
  void anotherKindOfPlace() throws IOException {
    refused(
        withPlace(
            p ->
                new PlaceRow(
                    p.settlementId(),
                    p.futures(),
                    p.kind().equals("always") ? "depends" : "always",
                    p.planned(),
                    p.technologyId(),
                    p.technologyRatio(),
                    p.decisiveLayer(),
                    p.rightRatio())),
        "doubt.places");
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
            proofs),
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
                proofs));
    assertThat(found.boundConfirmed()).isFalse();
  }

  @Test
  void otherDecisions() throws IOException {
    FutureRow row = honest.futures().get(1);
    FutureFile f = honest.files().get(row.name());
    Brief own = f.own();
    assertThat(own.links()).isNotEmpty();
    Brief cheaper =
        new Brief(
            own.states(),
            own.services(),
            own.sites(),
            own.links().subList(1, own.links().size()),
            own.upgrades(),
            own.totals());
    Map<String, FutureFile> files = new TreeMap<>(honest.files());
    files.put(
        row.name(),
        new FutureFile(
            f.certificate(),
            cheaper,
            f.trimmed(),
            f.refilled(),
            f.bestTrimmed(),
            f.bestRefilled()));
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
