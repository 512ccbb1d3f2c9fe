package org.kiungo.planner.programme;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.plan.PlanWriter;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.Phase;

/**
 * Most weighted person-years over every choice of options, every forest of candidate arcs, every
 * phase of each settlement of a tiny world and every terminal that it may have until then, by
 * trying all; cut off where even the value of what is left cannot beat the best.
 */
public final class ProgrammeBruteForce {

  private final Terms terms;
  private final Question world;
  private final PhasePrices prices;
  private final long[] mostAfter;
  private final long[] cumulative;
  private final double years;
  private final Interims interims;

  /** Most that may serve each settlement until its service is given. */
  private final long[] mostBefore;

  private final Predicate<Plan> isPayable;
  private double best;
  private Draft draft;

  private ProgrammeBruteForce(
      Terms terms, Question world, double known, Predicate<Plan> isPayable) {
    this.terms = terms;
    this.isPayable = isPayable;
    this.world = world;
    prices = new PhasePrices(terms);
    cumulative = terms.cumulativeCents();
    years = terms.yearsFrom()[0];
    best = known;
    draft = new Draft(world);
    interims = new Interims(terms, prices, Terms.ALL);
    int n = world.places().settlements();
    mostBefore = new long[n];
    for (int i = 0; i < n; i++) {
      mostBefore[i] =
          interims.of(world.places().id(i)).stream().mapToLong(Interim::value).max().orElse(0);
    }
    mostAfter = new long[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      long most = 0;
      for (int o = world.options().first(i); o < world.options().end(i); o++) {
        most = Math.max(most, Math.max(mostBefore[i], world.options().value(o)));
      }
      mostAfter[i] = mostAfter[i + 1] + most;
    }
  }

  /**
   * @param world offers options and links; its prices are those of the whole plan's years
   * @param known person-years that some plan reaches
   */
  static double best(Terms terms, Question world, double known) {
    return best(terms, world, known, plan -> true);
  }

  /**
   * The same among plans that somebody pays for.
   *
   * @param phases of the programme
   * @param weights of a person by phase
   */
  public static double best(
      PlanningProblem facts,
      List<Phase> phases,
      double[] weights,
      DeploySettings settings,
      double known,
      Predicate<Plan> isPayable) {
    return best(new Terms(facts, phases, weights), new Question(facts, settings), known, isPayable);
  }

  private static double best(Terms terms, Question world, double known, Predicate<Plan> isPayable) {
    ProgrammeBruteForce search = new ProgrammeBruteForce(terms, world, known, isPayable);
    search.choose(0);
    return search.best;
  }

  private boolean isHopeless(long value) {
    return value / 1e6 * years <= best + 1e-9;
  }

  /** Most value of those who are decided on. */
  private long mostSoFar(int decided) {
    long most = 0;
    for (int i = 0; i < decided; i++) {
      int option = draft.choice(i);
      most += option < 0 ? 0 : Math.max(mostBefore[i], world.options().value(option));
    }
    return most;
  }

  private void choose(int i) {
    if (isHopeless(mostSoFar(i) + mostAfter[i])) {
      return;
    }
    if (i == mostAfter.length - 1) {
      forests();
      return;
    }
    for (int o = world.options().first(i); o < world.options().end(i); o++) {
      draft.choose(i, o);
      choose(i + 1);
    }
    draft.choose(i, -1);
    choose(i + 1);
  }

  private void forests() {
    int places = world.places().count();
    boolean[] needed = new boolean[places];
    for (int s = 0; s < world.options().sites(); s++) {
      if (draft.isOpen(s)) {
        needed[world.options().sitePlace(s)] = true;
      }
    }
    int[] arc = new int[places];
    Arrays.fill(arc, -1);
    forest(arc, needed);
  }

  private void forest(int[] arc, boolean[] needed) {
    int v = 0;
    while (v < arc.length && (!needed[v] || arc[v] >= 0)) {
      v++;
    }
    if (v == arc.length) {
      phases(arc);
      return;
    }
    CandidateLinks links = world.links();
    for (int e = links.first(v); e < links.end(v); e++) {
      int u = links.head(e);
      if (u == links.root() || !leadsTo(arc, u, v)) {
        boolean was = u == links.root() || needed[u];
        arc[v] = e;
        if (u != links.root()) {
          needed[u] = true;
        }
        forest(arc, needed);
        arc[v] = -1;
        if (!was) {
          needed[u] = false;
        }
      }
    }
  }

  private boolean leadsTo(int[] arc, int from, int to) {
    int at = from;
    while (at != world.links().root() && at != to && arc[at] >= 0) {
      at = world.links().head(arc[at]);
    }
    return at == to;
  }

  private void phases(int[] arc) {
    int[] whole = arc.clone();
    for (int v = 0; v < whole.length; v++) {
      // places that nobody uses need some way, which costs nothing
      whole[v] = whole[v] < 0 ? world.today().arcs()[v] : whole[v];
    }
    Draft planned = new Draft(world, isForest(whole) ? whole : arc);
    for (int i = 0; i < draft.settlements(); i++) {
      planned.choose(i, draft.choice(i));
    }
    if (planned.unkept() > 0) {
      return;
    }
    Schedule schedule = new Schedule(new Network(terms, prices, new PlanWriter(planned).write()));
    phase(schedule, 0);
  }

  private boolean isForest(int[] arc) {
    for (int v = 0; v < arc.length; v++) {
      int at = v;
      for (int hops = 0; at != world.links().root(); hops++) {
        if (arc[at] < 0 || hops > arc.length) {
          return false;
        }
        at = world.links().head(arc[at]);
      }
    }
    return true;
  }

  private void phase(Schedule schedule, int k) {
    if (k == schedule.services()) {
      double value = schedule.value() / 1e9;
      if (value > best
          && schedule.overCents(cumulative) == 0
          && isPayable.test(new ProgrammeWriter(schedule).write())) {
        best = value;
      }
      return;
    }
    for (int t = 0; t < terms.count(); t++) {
      schedule.move(k, t);
      phase(schedule, k + 1);
      for (Interim each : t == 0 ? List.<Interim>of() : interims.of(schedule.network().id(k))) {
        for (int from = 0; from < t; from++) {
          schedule.serveUntil(k, each, from);
          phase(schedule, k + 1);
        }
      }
      schedule.serveUntil(k, null, 0);
    }
    schedule.move(k, terms.count());
  }
}
