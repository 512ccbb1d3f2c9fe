package org.kiungo.planner.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.Phase;

/**
 * Cuts a plan into projects. Connected builds of a district are a project of their own where they
 * are worth it, all others of the district one lot; connected links that several districts use are
 * a corridor. Every build is in one project; costs add up to the plan's lifetime cost to the cent.
 */
public final class ProjectCut {

  /** Connected builds of a district worth less are signed together. */
  public static final long SMALLEST_CENTS = 100_000_000;

  /** Where a lot's builds come together. */
  private record LotKey(int phase, String country, String district) {}

  private final ProjectWords words;

  private ProjectCut(PlanningProblem problem, Plan plan) {
    words = new ProjectWords(problem, plan);
  }

  /** The same where builds worth a million dollars are signed alone. */
  public static List<Project> of(PlanningProblem problem, Plan plan, List<Phase> phases) {
    return of(problem, plan, phases, SMALLEST_CENTS);
  }

  /**
   * Projects of a plan, sorted by phase and id.
   *
   * @param phases of the scenario; empty = everything is built in one
   * @param smallestCents connected builds of a district worth less are signed together, ≥ 0
   */
  public static List<Project> of(
      PlanningProblem problem, Plan plan, List<Phase> phases, long smallestCents) {
    List<Build> builds = Builds.of(plan, new Places(problem), phases);
    return new ProjectCut(problem, plan).cut(builds, smallestCents);
  }

  private List<Project> cut(List<Build> builds, long smallestCents) {
    List<Draft> drafts = new ArrayList<>();
    Map<LotKey, Draft> lots = new LinkedHashMap<>();
    for (List<Build> group : Groups.of(builds)) {
      Draft draft = new Draft(kindOf(group), group);
      if (draft.kind() == Project.Kind.CORRIDOR || draft.cents() >= smallestCents) {
        drafts.add(draft);
      } else {
        Work work = draft.largest();
        lots.computeIfAbsent(
                new LotKey(draft.phase(), work.country(), work.district()),
                k -> new Draft(Project.Kind.LOT, new ArrayList<>()))
            .builds()
            .addAll(group);
      }
    }
    drafts.addAll(lots.values());
    List<Project> named = words.named(drafts);
    return sorted(new Requirements(builds, drafts, named).filled());
  }

  private static Project.Kind kindOf(List<Build> group) {
    return group.get(0).work().layer() == NetworkLayer.BACKBONE
        ? Project.Kind.CORRIDOR
        : Project.Kind.NETWORK;
  }

  private static List<Project> sorted(Collection<Project> projects) {
    return projects.stream()
        .sorted(Comparator.comparingInt(Project::phase).thenComparing(Project::id))
        .toList();
  }

  /** Which project's builds carry which other's traffic. */
  private static final class Requirements {
    private final List<Draft> drafts;
    private final List<Project> named;
    private final Map<String, Integer> siteIn = new HashMap<>();
    private final Map<String, Integer> carrierIn = new HashMap<>();

    Requirements(List<Build> builds, List<Draft> drafts, List<Project> named) {
      this.drafts = drafts;
      this.named = named;
      for (int p = 0; p < drafts.size(); p++) {
        for (Build b : drafts.get(p).builds()) {
          if (!b.id().equals(b.asset())) {
            continue; // what later phases add does not carry what stood before
          }
          switch (b.kind()) {
            case SITE -> siteIn.putIfAbsent(b.id(), p);
            case LINK, NODE -> carrierIn.merge(b.at(), p, this::first);
            default -> {}
          }
        }
      }
    }

    /** What stands first carries; what later phases add to it does not. */
    private int first(int p, int q) {
      return drafts.get(q).phase() < drafts.get(p).phase() ? q : p;
    }

    private void need(Integer other, int p, TreeSet<String> needs) {
      if (other != null && other != p) {
        needs.add(named.get(other).id());
      }
    }

    List<Project> filled() {
      List<Project> filled = new ArrayList<>();
      for (int p = 0; p < drafts.size(); p++) {
        TreeSet<String> needs = new TreeSet<>();
        for (Build b : drafts.get(p).builds()) {
          if (b.id().equals(b.asset())) {
            boolean user = b.kind() == Build.Kind.SERVICE;
            need((user ? siteIn : carrierIn).get(b.towards()), p, needs);
          } else { // what it adds to has required its way already
            boolean site = b.kind() == Build.Kind.SITE;
            need(site ? siteIn.get(b.asset()) : carrierIn.get(b.at()), p, needs);
          }
        }
        filled.add(drafts.get(p).project(named.get(p), List.copyOf(needs)));
      }
      return filled;
    }
  }
}
