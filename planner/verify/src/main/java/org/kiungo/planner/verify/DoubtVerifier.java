package org.kiungo.planner.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureFile;
import org.kiungo.planner.folder.doubt.FutureFile.Brief;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.doubt.DoubtFigures;
import org.kiungo.planner.verify.doubt.FutureFacts;
import org.kiungo.planner.verify.doubt.PlaceChecks;
import org.kiungo.planner.verify.form.DoubtForm;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.planner.verify.form.SealChecks;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;

/**
 * Checks what is told of a plan in doubt: the plan as any other; every future drawn again, its
 * plans recomputed and its bound replayed; and every figure that follows from them.
 */
final class DoubtVerifier {

  private static final String FUTURES = "doubt.futures";
  private static final String DRAWS = "doubt.draws";
  private static final String DECISIONS = "doubt.decisions";
  private static final String BOUND = "doubt.bound";
  private static final String REGRET = "doubt.regret";

  private static final double TOLERANCE_RATIO = 1e-9;
  private static final int FEWEST = 4;
  private static final int MOST = 200;
  private static final long MOST_STEPS = 1_000;

  private final DoubtForm form;
  private final DoubtFolder read;
  private final Doubt doubt;
  private final JsonNode catalogue;
  private final List<String> layers = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final PlaceChecks places = new PlaceChecks(ledger);

  private DoubtVerifier(DoubtForm form) {
    this.form = form;
    read = form.read();
    doubt = read.doubt();
    catalogue = new FolderReader(form.plan()).document("catalogue.json");
    doubt.layers().forEach(each -> layers.add(each.id()));
  }

  /** True when a folder holds a plan in doubt. */
  static boolean holdsDoubt(Path folder) {
    return Files.isRegularFile(folder.resolve(DoubtFolder.DOUBT));
  }

  /**
   * @throws org.kiungo.planner.model.value.InputRefused when a file is not there or cannot be read
   */
  static Verification verify(Path folder, Installed installed) {
    Ledger files = new Ledger();
    boolean sealed = SealChecks.check(folder, files);
    DoubtForm form = new DoubtForm(folder);
    form.check(sealed, files);
    Verification plan = Verifier.verify(form.plan(), Set.of(), installed);
    DoubtVerifier verifier = new DoubtVerifier(form);
    verifier.check();
    return Verification.together(
            List.of(new Verification(plan.checks(), plan.open(), verifier.given(plan.given()))))
        .and(files)
        .and(verifier.ledger);
  }

  /** Plans that were not chosen stand for nothing but that they were not. */
  private List<String> given(List<String> ofThePlan) {
    List<String> given = new ArrayList<>(ofThePlan);
    given.add(DoubtFolder.FUTURES + " 1–" + doubt.futures());
    return given;
  }

  private void check() {
    asked();
    List<FutureRow> all = of("");
    int due = doubt.futures();
    for (String layer : doubt.futuresPerLayer() == 0 ? List.<String>of() : layers) {
      due += doubt.futuresPerLayer();
      complete(layer, of(layer), doubt.futuresPerLayer());
    }
    complete("", all, doubt.futures());
    ledger.same(FUTURES, "", due, read.futures().size());
    DoubtFigures figures = new DoubtFigures(doubt, all, ledger);
    int best = figures.best();
    List<Plan> own = new ArrayList<>();
    List<FutureFacts> facts = new ArrayList<>();
    for (FutureRow row : all) {
      facts.add(new FutureFacts(doubt.seed(), layers, doubt.futures(), row.number()));
      own.add(form.plan(read.files().get(row.name()).own()));
    }
    Plan chosen = best == 0 ? null : chosen();
    for (int k = 0; k < all.size(); k++) {
      future(all.get(k), facts.get(k), own.get(k), chosen);
    }
    figures.check();
    for (Doubt.Layer layer : doubt.layers()) {
      List<FutureRow> alone = doubt.futuresPerLayer() == 0 ? all : of(layer.id());
      figures.layer(layer, alone);
      for (FutureRow row : doubt.futuresPerLayer() == 0 ? List.<FutureRow>of() : alone) {
        alone(row);
      }
    }
    places.check(read.places(), read.plan().plan(), own, layers, facts);
    figures.places(read.places());
  }

  /** The best candidate, which the budget pays for today. */
  private Plan chosen() {
    FutureFacts today = new FutureFacts(doubt.seed(), List.of(), 1, 1);
    FutureFile file = read.files().get(DoubtFolder.BEST);
    if (!ledger.holds(FUTURES, DoubtFolder.BEST, file != null, "a plan", "none")) {
      return null;
    }
    Plan plan = plan(file.own());
    double bound = read.plan().certificate().bound();
    ledger.near(BOUND, DoubtFolder.BEST, bound, file.certificate().bound());
    plan(
        DoubtFolder.BEST,
        today.of(read.plan().problem(), catalogue),
        file,
        plan,
        file.certificate().value(),
        Optional.empty());
    return plan;
  }

  /** The question is one that may be put in doubt, and drawn as it has to be. */
  private void asked() {
    Scenario scenario = read.plan().scenario();
    int n = doubt.futures();
    ledger.holds(FUTURES, "futures", n >= FEWEST && n <= MOST, FEWEST + "–" + MOST, n);
    int alone = layers.size() == 1 ? 0 : Math.max(FEWEST, n / 4);
    ledger.same(FUTURES, "futuresPerLayer", alone, doubt.futuresPerLayer());
    long steps = Math.min(MOST_STEPS, scenario.steps());
    ledger.same(FUTURES, "steps", steps, doubt.steps());
    List<String> known = new ArrayList<>(FutureFacts.LAYERS);
    known.retainAll(layers);
    ledger.same(FUTURES, "layers", known, layers);
    for (Doubt.Layer each : doubt.layers()) {
      ledger.same(FUTURES, each.id(), each.id().equals(FutureFacts.ASSUMED), each.assumed());
    }
    boolean plain =
        scenario.goal() == Scenario.Goal.MOST_PEOPLE_UNDER_BUDGET
            && !Double.isNaN(scenario.budgetUsd())
            && Double.isNaN(scenario.publicBudgetUsd())
            && scenario.phases().isEmpty()
            && scenario.budgetsByCountry().isEmpty()
            && scenario.institutions().goals().isEmpty()
            && scenario.locks().stream().allMatch(Scenario.Lock::forbid)
            && scenario.twoPaths().equals(TwoPaths.NONE)
            && read.plan().blockedHops().isEmpty();
    ledger.holds(FUTURES, "scenario", plain, "most people under one budget", scenario.goal());
  }

  private List<FutureRow> of(String layer) {
    return read.futures().stream().filter(each -> each.layer().equals(layer)).toList();
  }

  /** Every future is there once, drawn as it has to be. */
  private void complete(String layer, List<FutureRow> rows, int futures) {
    ledger.same(FUTURES, layer, futures, rows.size());
    for (int k = 0; k < rows.size(); k++) {
      FutureRow row = rows.get(k);
      ledger.same(FUTURES, row.name(), k + 1, row.number());
      List<String> drawn = layer.isEmpty() ? layers : List.of(layer);
      FutureFacts facts = new FutureFacts(doubt.seed(), drawn, futures, row.number());
      for (int l = 0; l < layers.size(); l++) {
        String each = layers.get(l);
        double due = drawn.contains(each) ? facts.draws(each).common() : Double.NaN;
        ledger.about(DRAWS, row.name() + " " + each, due, row.draws().get(l));
      }
    }
  }

  private void future(FutureRow row, FutureFacts facts, Plan own, Plan best) {
    PlanningProblem problem = facts.of(read.plan().problem(), catalogue);
    FutureFile file = read.files().get(row.name());
    bound(row, file, row.value());
    BoundProof proof = read.proofs().getOrDefault(row.name(), BoundProof.NONE);
    plan(row.name() + " own", problem, file, own, row.value(), Optional.of(proof));
    Plan trimmed = plan(file.trimmed());
    Plan refilled = plan(file.refilled());
    plan(row.name() + " trimmed", problem, file, trimmed, row.trimmed(), Optional.empty());
    plan(row.name() + " refilled", problem, file, refilled, row.refilled(), Optional.empty());
    places.servedIn(row.name() + " trimmed", trimmed, read.plan().plan());
    places.builtIn(row.name() + " refilled", trimmed, refilled);
    double most = Math.max(row.trimmed(), row.refilled());
    for (double each : row.others()) {
      within(row, each);
      most = Math.max(most, each);
    }
    boolean isBest = row.value() >= most - TOLERANCE_RATIO * Math.max(1, most);
    ledger.holds(REGRET, row.name() + " own", isBest, "≥ " + most, row.value());
    boolean isOther = best != null;
    ledger.same(FUTURES, row.name() + " best", isOther, file.bestRefilled() != null);
    if (isOther && file.bestRefilled() != null) {
      Plan kept = plan(file.bestTrimmed());
      Plan filled = plan(file.bestRefilled());
      double value = row.others().get(Integer.parseInt(doubt.best().id()) - 1);
      plan(row.name() + " best", problem, file, filled, value, Optional.empty());
      places.servedIn(row.name() + " best", kept, best);
      places.builtIn(row.name() + " best", kept, filled);
    }
  }

  private void alone(FutureRow row) {
    FutureFacts facts =
        new FutureFacts(doubt.seed(), List.of(row.layer()), doubt.futuresPerLayer(), row.number());
    FutureFile file = read.files().get(row.name());
    bound(row, file, row.refilled());
    plan(
        row.name() + " refilled",
        facts.of(read.plan().problem(), catalogue),
        file,
        plan(file.refilled()),
        row.refilled(),
        Optional.of(read.proofs().getOrDefault(row.name(), BoundProof.NONE)));
  }

  private Plan plan(Brief brief) {
    return form.plan(brief);
  }

  /** The certificate says of one plan what is checked with that plan. */
  private void bound(FutureRow row, FutureFile file, double value) {
    boolean alike = form.isOf(file.certificate(), value);
    ledger.holds(BOUND, row.name() + " certificate", alike, value, file.certificate().value());
    ledger.near(BOUND, row.name(), file.certificate().bound(), row.bound());
    within(row, row.refilled());
  }

  /** But for sums in another order. */
  private void within(FutureRow row, double value) {
    double slack = TOLERANCE_RATIO * Math.max(1, row.bound());
    boolean isBetween = value >= 0 && value <= row.bound() + slack;
    ledger.holds(REGRET, row.name(), isBetween, "0 – " + row.bound(), value);
  }

  /**
   * Recomputes a plan of a future as that of any plan folder.
   *
   * @param proof of the bound; empty where another plan's folder replays it
   */
  private void plan(
      String where,
      PlanningProblem problem,
      FutureFile file,
      Plan plan,
      double value,
      Optional<BoundProof> proof) {
    BoundProof given = proof.orElse(BoundProof.NONE);
    Verification found =
        form.asFolder(problem, plan, file.certificate(), value, given, Verifier::verify);
    for (Check each : found.checks()) {
      boolean ofBound = each.code().startsWith("bound.");
      ledger.holds(
          ofBound ? BOUND : DECISIONS,
          where + ": " + each.code() + " " + each.where(),
          each.passed(),
          each.expected(),
          each.found());
    }
    if (proof.isPresent() && !found.boundConfirmed()) {
      ledger.open("bound.unconfirmed", where);
    }
  }
}
