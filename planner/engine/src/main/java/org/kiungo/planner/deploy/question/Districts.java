package org.kiungo.planner.deploy.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;

/**
 * Districts of a problem: settlements by country and first-level area, ascending. Settlements of a
 * country whose district is not known are one district; those whose people are not known count in
 * none.
 */
public final class Districts {

  private final int count;

  /** District of each settlement; −1 where the number of people is not known. */
  private final int[] of;

  /** People whose number is known. */
  private final double[] people;

  /** People served today, weighted by their level of service. */
  final double[] baseline;

  public Districts(List<Settlement> settlements, ServiceStandard standard) {
    TreeMap<String, Integer> index = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (Settlement s : settlements) {
      String name = s.country() + '\u0000' + s.district();
      names.add(name);
      if (s.population() > 0) {
        index.put(name, 0);
      }
    }
    int next = 0;
    for (var entry : index.entrySet()) {
      entry.setValue(next++);
    }
    count = next;
    of = new int[settlements.size()];
    people = new double[count];
    baseline = new double[count];
    for (int i = 0; i < of.length; i++) {
      Settlement s = settlements.get(i);
      of[i] = s.population() > 0 ? index.get(names.get(i)) : -1;
      if (of[i] >= 0) {
        people[of[i]] += s.population();
        baseline[of[i]] += Demand.served(s, standard);
      }
    }
  }

  /**
   * Share of each district's people with service.
   *
   * @param value of serving each settlement as it is served, unweighted; 0 where it is not
   */
  public double[] shares(IntToLongFunction value) {
    double[] served = baseline.clone();
    for (int i = 0; i < of.length; i++) {
      if (of[i] >= 0) {
        served[of[i]] += value.applyAsLong(i) / SolverUnits.VALUE_PER_PERSON;
      }
    }
    for (int d = 0; d < count; d++) {
      served[d] /= people[d];
    }
    return served;
  }

  /**
   * What a person of each settlement counts where districts' shares are weighted: weight of the
   * district times all people over the district's, so that people keep their order of magnitude.
   *
   * @param weight per district, ≥ 0
   */
  double[] perPerson(double[] weight) {
    double all = people();
    double[] counts = new double[of.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = of[i] < 0 ? 0 : weight[of[i]] * all / people[of[i]];
    }
    return counts;
  }

  /** Weighted mean of the districts' shares of people served today. */
  public double todayRatio(double[] weight) {
    double today = 0;
    for (int d = 0; d < count; d++) {
      today += weight[d] * baseline[d] / people[d];
    }
    return today;
  }

  /** Share of each district's people with service under a plan, today's counted in. */
  double[] shares(Plan plan, List<Settlement> settlements, ServiceStandard standard) {
    double[] served = baseline.clone();
    Map<String, SettlementService> byId = new HashMap<>();
    plan.settlements().forEach(s -> byId.put(s.settlementId(), s));
    for (int i = 0; i < of.length; i++) {
      SettlementService service = byId.get(settlements.get(i).id());
      if (of[i] >= 0 && service != null) {
        for (Plan.PartService part : service.each()) {
          double weight = part.shareRatio() * Demand.weightRatio(part.status(), standard);
          served[of[i]] += Demand.gained(settlements.get(i), part.status(), standard) * weight;
        }
      }
    }
    for (int d = 0; d < count; d++) {
      served[d] /= people[d];
    }
    return served;
  }

  /** Number of districts. */
  public int count() {
    return count;
  }

  /** People of all districts together whose number is known. */
  public double people() {
    return Arrays.stream(people).sum();
  }

  /** What each district has of all people; Σ = 1. */
  public double[] peopleRatio() {
    double all = people();
    return Arrays.stream(people).map(each -> each / all).toArray();
  }

  /** What is still missing in each district to a share of its people. */
  public Quota quota(double shareRatio) {
    double[] missing = new double[count];
    for (int d = 0; d < count; d++) {
      missing[d] = (shareRatio * people[d] - baseline[d]) * SolverUnits.VALUE_PER_PERSON;
    }
    return new Quota(missing);
  }

  /** Counts down while settlements are served. */
  public final class Quota {
    private final double[] missing;

    private Quota(double[] missing) {
      this.missing = missing;
    }

    public boolean isMet(int settlement) {
      return of[settlement] < 0 || missing[of[settlement]] <= 0;
    }

    /** True where a settlement's district meets it without what the settlement is worth too. */
    public boolean isMetWithout(int settlement, long value) {
      return of[settlement] < 0 || missing[of[settlement]] + value <= 0;
    }

    public boolean isMetEverywhere() {
      for (double d : missing) {
        if (d > 0) {
          return false;
        }
      }
      return true;
    }

    public void served(int settlement, long value) {
      if (of[settlement] >= 0) {
        missing[of[settlement]] -= value;
      }
    }
  }
}
