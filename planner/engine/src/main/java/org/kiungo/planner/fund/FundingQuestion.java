package org.kiungo.planner.fund;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.partner.condition.AtLeast;
import org.kiungo.planner.partner.condition.ClosedAccess;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.OpenAccess;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.Work;

/**
 * Projects, partners and phases, made ready for assignment.
 *
 * @param projects to be paid for, ids unique
 * @param partnership who pays
 * @param phases of the programme, in order
 * @param basicWeight what a person with basic service counts, 0–1
 */
public record FundingQuestion(
    List<Project> projects, Partnership partnership, List<PhaseYears> phases, double basicWeight) {

  public FundingQuestion {
    projects = List.copyOf(projects);
    phases = List.copyOf(phases);
    for (Project each : projects) {
      if (each.phase() < 1 || each.phase() > phases.size()) {
        throw new InputRefused(
            "fund.phase", "project", each.name(), "phase", each.phase(), "phases", phases.size());
      }
    }
  }

  int partners() {
    return partnership.partners().size();
  }

  /** The same projects and phases with other partners. */
  public FundingQuestion with(Partnership changed) {
    return new FundingQuestion(projects, changed, phases, basicWeight);
  }

  /** Money of every partner by phases it may be spent in. */
  List<Row> rows() {
    return Rows.of(partnership, phases);
  }

  /** Who may pay together, whatever the project. */
  Company company() {
    List<Partner> all = partnership.partners();
    Map<String, Integer> place = new HashMap<>();
    for (int k = 0; k < all.size(); k++) {
      place.put(all.get(k).letter(), k);
    }
    int[] excludes = new int[all.size()];
    List<List<Integer>> oneOf = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) {
      List<Integer> sets = new ArrayList<>();
      for (Condition condition : all.get(k).conditions()) {
        for (String letter : condition.noneOf()) {
          apart(excludes, k, place.get(letter));
        }
        if (!condition.oneOf().isEmpty()) {
          sets.add(condition.oneOf().stream().mapToInt(l -> 1 << place.get(l)).sum());
        }
      }
      oneOf.add(sets);
      for (int j = 0; j < all.size(); j++) {
        if (asks(all.get(k), OpenAccess.class) && asks(all.get(j), ClosedAccess.class)) {
          apart(excludes, k, j);
        }
      }
    }
    return new Company(excludes, oneOf);
  }

  private static void apart(int[] excludes, int k, int j) {
    excludes[k] |= 1 << j;
    excludes[j] |= 1 << k;
  }

  private static boolean asks(Partner partner, Class<? extends Condition> condition) {
    return partner.conditions().stream().anyMatch(condition::isInstance);
  }

  /** The projects in their order. */
  List<Job> jobs() {
    Map<String, Integer> place = new HashMap<>();
    for (int p = 0; p < projects.size(); p++) {
      place.put(projects.get(p).id(), p);
    }
    Company company = company();
    List<Job> jobs = new ArrayList<>();
    for (Project each : projects) {
      int[] requires = each.requires().stream().mapToInt(place::get).toArray();
      jobs.add(job(each, requires, company));
    }
    return jobs;
  }

  private Job job(Project project, int[] requires, Company company) {
    Map<Integer, Long> byPayers = new java.util.TreeMap<>();
    project.works().forEach((work, c) -> byPayers.merge(payers(work), c, Long::sum));
    byPayers.values().removeIf(c -> c == 0);
    long[] most = new long[partners()];
    long[] least = new long[partners()];
    int may = 0;
    for (int k = 0; k < partners(); k++) {
      Partner partner = partnership.partners().get(k);
      most[k] = mostCents(partner, project);
      least[k] = leastCents(partner);
      may |= most[k] >= least[k] && most[k] > 0 ? 1 << k : 0;
    }
    int any = byPayers.keySet().stream().mapToInt(i -> i).reduce(0, (a, b) -> a | b);
    may = company.satisfiable(may & any);
    for (int k = 0; k < partners(); k++) {
      most[k] = (may >> k & 1) == 1 ? most[k] : 0;
    }
    return new Job(
        project,
        project.phase() - 1,
        Math.round(1000 * (project.peopleServed() + basicWeight * project.peopleBasic())),
        byPayers.values().stream().mapToLong(c -> c).toArray(),
        byPayers.keySet().stream().mapToInt(m -> m).toArray(),
        most,
        least,
        requires);
  }

  /** Partners who may pay for a kind of work, bits. */
  int payers(Work work) {
    int payers = 0;
    for (int k = 0; k < partners(); k++) {
      payers |= partnership.mayPay(partnership.partners().get(k), work) ? 1 << k : 0;
    }
    return payers;
  }

  private static long mostCents(Partner partner, Project project) {
    double share = 1;
    for (Condition condition : partner.conditions()) {
      share = Math.min(share, condition.mostShareRatio(project));
    }
    return shareCents(project.costCents(), share);
  }

  /** A share of an amount in whole cents, rounded down; shares are read to nine decimals. */
  static long shareCents(long cents, double shareRatio) {
    long billionths = Math.round(shareRatio * 1e9);
    return java.math.BigInteger.valueOf(cents)
        .multiply(java.math.BigInteger.valueOf(billionths))
        .divide(java.math.BigInteger.valueOf(1_000_000_000))
        .longValueExact();
  }

  private static long leastCents(Partner partner) {
    double least = 0;
    for (Condition condition : partner.conditions()) {
      least = Math.max(least, condition instanceof AtLeast at ? at.leastUsd() : 0);
    }
    return Math.max(1, (long) Math.ceil(least * 100));
  }
}
