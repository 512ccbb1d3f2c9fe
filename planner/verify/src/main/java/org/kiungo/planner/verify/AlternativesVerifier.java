package org.kiungo.planner.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.planner.folder.alternative.AlternativePlace;
import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.planner.folder.alternative.Alternatives.Alternative;
import org.kiungo.planner.folder.alternative.Alternatives.Need;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.alternative.FiguresAgain;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.AlternativesForm;
import org.kiungo.planner.verify.form.AlternativesForm.Part;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.planner.verify.form.SealChecks;

/**
 * Checks a folder of alternatives: every plan as any other, its bound replayed; that alternatives
 * answer the plan's question and others the same without one technology or medium; and every figure
 * that follows.
 */
final class AlternativesVerifier {

  private static final String QUESTION = "alternatives.question";
  private static final String SHARE = "alternatives.share";
  private static final String FIGURES = "alternatives.figures";

  private static final double WIDEST_RATIO = 0.25;
  private static final int MOST = 12;
  private static final long MOST_STEPS = 1_000;

  private final Path folder;
  private final Installed installed;
  private final AlternativesForm form;
  private final Alternatives stated;
  private final Part base;
  private final Ledger ledger = new Ledger();
  private final List<Verification> parts = new ArrayList<>();
  private final List<Part> plans = new ArrayList<>();
  private final List<Part> without = new ArrayList<>();
  private final List<Need> needs = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();
  private FiguresAgain figures;

  private AlternativesVerifier(Path folder, Installed installed) {
    this.folder = folder;
    this.installed = installed;
    form = new AlternativesForm(folder);
    stated = form.stated();
    base = form.part(AlternativesFolder.PLAN);
  }

  /** True when a folder holds alternatives. */
  static boolean holdsAlternatives(Path folder) {
    return Files.isRegularFile(folder.resolve(AlternativesFolder.FILE));
  }

  /**
   * @throws org.kiungo.planner.model.value.InputRefused when a file is not there or cannot be read
   */
  static Verification verify(Path folder, Installed installed) {
    Ledger files = new Ledger();
    boolean sealed = SealChecks.check(folder, files);
    return new AlternativesVerifier(folder, installed).checked(sealed).and(files);
  }

  private Verification checked(boolean sealed) {
    part(AlternativesFolder.PLAN);
    int found = stated.alternatives().size();
    for (int k = 1; k <= found; k++) {
      plans.add(alternative(AlternativesForm.folder(k)));
    }
    figures = new FiguresAgain(form.base().problem().settlements(), base, plans);
    share(found);
    List<String> technologies = base.scenario().technologyIds();
    if (technologies.isEmpty()) {
      technologies =
          form.base().problem().catalogue().technologies().stream()
              .map(AccessTechnology::id)
              .toList();
    }
    List<String> media = base.scenario().mediumIds();
    if (media.isEmpty()) {
      media = form.base().problem().catalogue().media().stream().map(Medium::id).toList();
    }
    for (String each : figures.technologies()) {
      if (technologies.size() > 1) {
        Scenario due = searched().with().technologyIds(but(technologies, each)).build();
        need(Alternatives.TECHNOLOGY, each, due);
      }
    }
    for (String each : figures.media()) {
      if (media.size() > 1) {
        need(Alternatives.MEDIUM, each, searched().with().mediumIds(but(media, each)).build());
      }
    }
    Alternatives due = due();
    compare(due);
    List<AlternativePlace> places = figures.places(without);
    form.check(sealed, due, places, names, ledger);
    return Verification.together(parts).and(ledger);
  }

  private void part(String name) {
    parts.add(Verifier.verify(folder.resolve(name), Set.of(), installed));
  }

  /** The question without something is searched as quickly as its alternatives were. */
  private Scenario searched() {
    long steps = Math.min(MOST_STEPS, base.scenario().steps());
    return base.scenario().with().seconds(0).threads(1).steps(steps).build();
  }

  private static List<String> but(List<String> ids, String left) {
    return ids.stream().filter(each -> !each.equals(left)).toList();
  }

  private Part alternative(String name) {
    names.add(name);
    part(name);
    Part part = form.part(name);
    ledger.same(QUESTION, name, base.scenario(), part.scenario());
    ledger.same(QUESTION, name, base.facts(), part.facts());
    ledger.near(QUESTION, name, base.certificate().bound(), part.certificate().bound());
    return part;
  }

  private void need(String by, String id, Scenario due) {
    String name = AlternativesForm.without(by, id);
    boolean there = Files.isDirectory(folder.resolve(name));
    if (!ledger.holds(FIGURES, name, there, "a plan without it", "none")) {
      return;
    }
    names.add(name);
    part(name);
    Part part = form.part(name);
    ledger.same(QUESTION, name, due, part.scenario());
    ledger.same(QUESTION, name, base.facts(), part.facts());
    without.add(part);
    needs.add(figures.need(by, id, part, stated.withinRatio()));
  }

  private void share(int found) {
    double within = stated.withinRatio();
    ledger.holds(
        SHARE, "withinRatio", within > 0 && within <= WIDEST_RATIO, "≤ " + WIDEST_RATIO, within);
    int count = stated.count();
    ledger.holds(SHARE, "count", count >= 1 && count <= MOST, "1–" + MOST, count);
    ledger.holds(SHARE, "alternatives", found <= count, "≤ " + count, found);
    double least = (1 - within) * base.certificate().value();
    for (int k = 0; k < found; k++) {
      String name = AlternativesForm.folder(k + 1);
      double value = plans.get(k).certificate().value();
      ledger.holds(SHARE, name, value >= least, "≥ " + least, value);
      double most = figures.mostAlike(k, k);
      ledger.holds(SHARE, name + " places", most < 1, "other places", "the same");
      for (int later = k + 1; later < found; later++) {
        double then = figures.mostAlike(later, k);
        ledger.holds(SHARE, name + " order", most <= then, "≤ " + then, most);
      }
    }
  }

  private Alternatives due() {
    List<Alternative> alternatives = new ArrayList<>();
    for (int k = 0; k < plans.size(); k++) {
      alternatives.add(figures.alternative(k));
    }
    return new Alternatives(
        stated.withinRatio(),
        stated.count(),
        searched().steps(),
        figures.base(),
        alternatives,
        needs,
        figures.places(),
        figures.room(alternatives),
        figures.apart());
  }

  private void compare(Alternatives due) {
    ledger.same(FIGURES, "steps", due.steps(), stated.steps());
    ledger.same(FIGURES, "base", due.base(), stated.base());
    for (int k = 0; k < due.alternatives().size(); k++) {
      Alternative each = due.alternatives().get(k);
      ledger.same(FIGURES, each.folder(), each, stated.alternatives().get(k));
    }
    ledger.same(FIGURES, "needs", needs, stated.needs());
    ledger.same(FIGURES, "places", due.places(), stated.places());
    ledger.same(FIGURES, "room", due.room(), stated.room());
    ledger.same(FIGURES, "apart", due.apart(), stated.apart());
  }
}
