package org.kiungo.planner.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.kiungo.planner.folder.PlanFolder;
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
import org.kiungo.planner.verify.doubt.FirstPhaseChecks;
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
    List<Verification> parts =
        new ArrayList<>(
            List.of(new Verification(plan.checks(), plan.open(), verifier.given(plan.given()))));
    for (String each : form.read().choices().keySet()) {
      parts.add(Verifier.verify(form.choice(each), Set.of(), installed));
      verifier.choice(each);
    }
    verifier.check();
    return Verification.together(parts).and(files).and(verifier.ledger);
  }

  /** Plans that were not chosen stand for nothing but that they were not. */
  private List<String> given(List<String> ofThePlan) {
    List<String> given = new ArrayList<>(ofThePlan);
    given.add(DoubtFolder.FUTURES + " 1–" + doubt.futures());
    if (doubt.firstPhase() != null) {
      given.add(DoubtFolder.DOUBT + " firstPhase.tried");
    }
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
    List<Plan> own = new ArrayList<>();
    List<FutureFacts> facts = new ArrayList<>();
    for (FutureRow row : all) {
      facts.add(new FutureFacts(doubt.seed(), layers, doubt.futures(), row.number()));
      own.add(form.plan(read.files().get(row.name()).own()));
    }
    FirstPhaseChecks first = firstPhase();
    for (int k = 0; k < all.size(); k++) {
      future(all.get(k), facts.get(k), own.get(k), first);
    }
    if (first != null) {
      first.today(read.plan().plan(), read.places());
      first.turn(layers, facts, all);
      figures.firstPhase(doubt.firstPhase());
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

  private FirstPhaseChecks firstPhase() {
    return doubt.firstPhase() == null
        ? null
        : new FirstPhaseChecks(
            doubt.firstPhase(),
            read.choices().get(DoubtFolder.FIRST),
            read.plan().scenario().budgetUsd(),
            places,
            ledger);
  }

  /** A plan that may be chosen answers the question of the plan in doubt, of the same facts. */
  private void choice(String name) {
    PlanFolder base = read.plan();
    PlanFolder found = read.choices().get(name);
    String where = DoubtFolder.CHOICES + "/" + name;
    ledger.same(FUTURES, where, base.scenario(), found.scenario());
    ledger.holds(FUTURES, where, form.isOfFacts(name), "facts of the plan in doubt", "others");
    ledger.near(BOUND, where, base.certificate().bound(), found.certificate().bound());
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

  private void future(FutureRow row, FutureFacts facts, Plan own, FirstPhaseChecks first) {
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
    ledger.same(FUTURES, row.name() + " first", first != null, file.firstPhase() != null);
    if (first != null && file.firstPhase() != null) {
      first(row, problem, file, first);
      most = Math.max(most, row.completed());
    }
    for (double each : row.others()) {
      within(row, each);
      most = Math.max(most, each);
    }
    boolean isBest = row.value() >= most - TOLERANCE_RATIO * Math.max(1, most);
    ledger.holds(REGRET, row.name() + " own", isBest, "≥ " + most, row.value());
    Set<String> due = new TreeSet<>();
    for (Doubt.Choice each : doubt.choices().picked()) {
      if (!each.id().equals(Doubt.PLAN)) {
        due.add(each.id());
      }
    }
    ledger.same(FUTURES, row.name() + " chosen", due, file.chosen().keySet());
    due.retainAll(file.chosen().keySet());
    for (String id : due) {
      String where = row.name() + " choice " + id;
      Plan kept = plan(file.chosen().get(id).trimmed());
      Plan filled = plan(file.chosen().get(id).refilled());
      double value = row.others().get(Integer.parseInt(id) - 1);
      plan(where, problem, file, filled, value, Optional.empty());
      places.servedIn(where, kept, read.choices().get(DoubtForm.choiceOf(id)).plan());
      places.builtIn(where, kept, filled);
    }
  }

  private void first(
      FutureRow row, PlanningProblem problem, FutureFile file, FirstPhaseChecks first) {
    FutureFile.Completed told = file.firstPhase();
    Plan completed = plan(told.completed());
    plan(row.name() + " completed", problem, file, completed, row.completed(), Optional.empty());
    within(row, row.completed());
    Plan offered = told.signed() == null ? null : plan(told.signed());
    if (offered != null) {
      Scenario uncapped = form.scenario().withBudgetUsd(Double.NaN);
      Verification found =
          form.asFolder(
              problem,
              uncapped,
              offered,
              file.certificate(),
              row.completed(),
              BoundProof.NONE,
              Verifier::verify);
      // its decisions and money alone: nobody says how many it serves, or of how many
      decisions(row.name() + " signed", found, each -> !each.startsWith("certificate."));
    }
    List<Plan> others = new ArrayList<>(List.of(plan(file.own()), plan(file.refilled())));
    file.chosen().values().forEach(each -> others.add(plan(each.refilled())));
    first.future(row.name(), offered, plan(told.kept()), completed, others);
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
        form.asFolder(
            problem, form.scenario(), plan, file.certificate(), value, given, Verifier::verify);
    decisions(where, found, each -> true);
    for (Check each : found.checks()) {
      if (isOfBound(each)) {
        broken(BOUND, where, each);
      }
    }
    if (proof.isPresent() && !found.boundConfirmed()) {
      ledger.open("bound.unconfirmed", where);
    }
  }

  private void decisions(String where, Verification found, Predicate<String> isMeant) {
    for (Check each : found.checks()) {
      if (!isOfBound(each) && isMeant.test(each.code())) {
        broken(DECISIONS, where, each);
      }
    }
  }

  private static boolean isOfBound(Check check) {
    return check.code().startsWith("bound.");
  }

  private void broken(String rule, String where, Check check) {
    ledger.holds(
        rule,
        where + ": " + check.code() + " " + check.where(),
        check.passed(),
        check.expected(),
        check.found());
  }
}
