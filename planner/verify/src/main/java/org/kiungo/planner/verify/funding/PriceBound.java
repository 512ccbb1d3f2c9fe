package org.kiungo.planner.verify.funding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bound that prices of money prove. Each project costs the cheapest way to pay for it by lawful
 * partners and shares: by Edmonds’ greedy rule Σ price · (F(S ∪ k) − F(S)) over partners by rising
 * price, F(S) being the most that S can pay, a minimum cut over sets of works.
 */
final class PriceBound {

  private final List<Payer> payers;
  private final List<MoneyRow> rows;
  private final double[] lambda;
  private final double basicWeight;

  PriceBound(List<Payer> payers, List<MoneyRow> rows, double[] lambda, double basicWeight) {
    this.payers = payers;
    this.rows = rows;
    this.lambda = lambda;
    this.basicWeight = basicWeight;
  }

  /** Weighted people that no payments exceed. */
  double of(Map<String, ProjectClaim> projects) {
    double bound = 0;
    for (int r = 0; r < lambda.length; r++) {
      bound += lambda[r] * rows.get(r).payable() / 100;
    }
    Map<String, List<ProjectClaim>> children = new HashMap<>();
    List<ProjectClaim> roots = new ArrayList<>();
    for (ProjectClaim each : projects.values()) {
      ProjectClaim parent = null;
      for (String id : each.requires()) {
        ProjectClaim other = projects.get(id);
        parent = parent == null || other.cents() > parent.cents() ? other : parent;
      }
      if (parent == null) {
        roots.add(each);
      } else {
        children.computeIfAbsent(parent.id(), id -> new ArrayList<>()).add(each);
      }
    }
    for (ProjectClaim root : roots) {
      bound += Math.max(0, value(root, children));
    }
    return bound;
  }

  private double value(ProjectClaim project, Map<String, List<ProjectClaim>> children) {
    double value = project.weight(basicWeight) - cost(project);
    for (ProjectClaim child : children.getOrDefault(project.id(), List.of())) {
      value += Math.max(0, value(child, children));
    }
    return value;
  }

  private double cost(ProjectClaim project) {
    Map<Integer, Long> byPayers = new HashMap<>();
    int any = 0;
    for (Map.Entry<String, Long> work : project.works().entrySet()) {
      int mask = 0;
      for (int k = 0; k < payers.size(); k++) {
        mask |= payers.get(k).may(work.getKey()) ? 1 << k : 0;
      }
      if (work.getValue() > 0) {
        byPayers.merge(mask, work.getValue(), Long::sum);
        any |= mask;
      }
    }
    long[] most = new long[payers.size()];
    int may = 0;
    for (int k = 0; k < most.length; k++) {
      most[k] = payers.get(k).most(project);
      may |= (any >> k & 1) == 1 && most[k] >= payers.get(k).least() ? 1 << k : 0;
    }
    may = Company.inGoodCompany(payers, may);
    double[] price = new double[payers.size()];
    for (int r = 0; r < lambda.length; r++) {
      price[rows.get(r).payer()] += rows.get(r).covers(project.phase()) ? lambda[r] : 0;
    }
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < most.length; k++) {
      if ((may >> k & 1) == 1) {
        order.add(k);
      }
    }
    order.sort(Comparator.comparingDouble(k -> price[k]));
    double cost = 0;
    long paid = 0;
    int set = 0;
    for (int k : order) {
      set |= 1 << k;
      long reach = reach(set, most, byPayers);
      cost += price[k] * (reach - paid) / 100;
      paid = reach;
    }
    return paid < project.cents() ? Double.POSITIVE_INFINITY : cost;
  }

  /** The most that some partners can pay: the least cut. */
  private static long reach(int set, long[] most, Map<Integer, Long> byPayers) {
    List<Map.Entry<Integer, Long>> works = new ArrayList<>(byPayers.entrySet());
    long least = Long.MAX_VALUE;
    for (int cut = 0; cut < 1 << works.size(); cut++) {
      long sum = 0;
      int open = 0;
      for (int w = 0; w < works.size(); w++) {
        if ((cut >> w & 1) == 1) {
          sum += works.get(w).getValue();
        } else {
          open |= works.get(w).getKey();
        }
      }
      for (int k = 0; k < most.length; k++) {
        sum += ((set & open) >> k & 1) == 1 ? most[k] : 0;
      }
      least = Math.min(least, sum);
    }
    return least;
  }
}
