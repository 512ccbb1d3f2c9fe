package org.kiungo.planner.alternative;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.alternative.AlternativeStudy.LeftOut;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.alternative.AlternativePlace;
import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.planner.folder.alternative.Alternatives.Alternative;
import org.kiungo.planner.folder.alternative.Alternatives.Apart;
import org.kiungo.planner.folder.alternative.Alternatives.Base;
import org.kiungo.planner.folder.alternative.Alternatives.Difference;
import org.kiungo.planner.folder.alternative.Alternatives.Need;
import org.kiungo.planner.folder.alternative.Alternatives.Places;
import org.kiungo.planner.folder.alternative.Alternatives.Room;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Settlement;

/** What is told of a plan, its alternatives and the plans without what it uses. */
final class AlternativeFigures {

  private final PlanFolder base;
  private final List<PlanFolder> plans;
  private final List<PlanFolder> without;
  private final Set<String> baseServes;
  private final List<Set<String>> serves;
  private final List<Set<String>> withoutServes;

  AlternativeFigures(PlanFolder base, List<PlanFolder> plans, List<PlanFolder> without) {
    this.base = base;
    this.plans = plans;
    this.without = without;
    baseServes = Likeness.places(base.plan());
    serves = served(plans);
    withoutServes = served(without);
  }

  private static List<Set<String>> served(List<PlanFolder> folders) {
    return folders.stream().map(each -> Likeness.places(each.plan())).toList();
  }

  /**
   * @param left what the plans without something leave out
   */
  Alternatives of(double withinRatio, int count, long steps, List<LeftOut> left) {
    List<Alternative> alternatives = new ArrayList<>();
    for (int k = 0; k < plans.size(); k++) {
      alternatives.add(alternative(k));
    }
    List<Need> needs = new ArrayList<>();
    for (int k = 0; k < without.size(); k++) {
      needs.add(need(left.get(k), without.get(k), withinRatio));
    }
    Plan plan = base.plan();
    Base own =
        new Base(
            "",
            base.certificate().value(),
            base.certificate().bound(),
            base.certificate().gapRatio(),
            people(plan),
            baseServes.size(),
            plan.totals().lifetimeCostUsd(),
            plan.totals().viabilityGapUsd());
    return new Alternatives(
        withinRatio,
        count,
        steps,
        own,
        alternatives,
        needs,
        counts(),
        room(alternatives),
        new Apart(Alternatives.MOST_ALIKE_RATIO, apart()));
  }

  private Alternative alternative(int k) {
    PlanFolder folder = plans.get(k);
    Plan plan = folder.plan();
    int likest = -1;
    for (int other = 0; other < plans.size(); other++) {
      if (other != k && (likest < 0 || like(k, other) > like(k, likest))) {
        likest = other;
      }
    }
    double kept = 0;
    for (SettlementService each : base.plan().settlements()) {
      kept += serves.get(k).contains(each.settlementId()) ? each.peopleServed() : 0;
    }
    return new Alternative(
        AlternativesFolder.folder(k + 1),
        "",
        folder.certificate().value(),
        folder.certificate().value() / base.certificate().value(),
        folder.certificate().gapRatio(),
        people(plan),
        serves.get(k).size(),
        plan.totals().lifetimeCostUsd(),
        plan.totals().viabilityGapUsd(),
        Likeness.of(serves.get(k), baseServes),
        likest < 0 ? "" : AlternativesFolder.folder(likest + 1),
        likest < 0 ? Double.NaN : like(k, likest),
        kept / people(base.plan()),
        differences(folder));
  }

  private double like(int one, int other) {
    return Likeness.of(serves.get(one), serves.get(other));
  }

  private static double people(Plan plan) {
    double people = 0;
    for (SettlementService each : plan.settlements()) {
      people += each.peopleServed();
    }
    return people;
  }

  private Need need(LeftOut left, PlanFolder fewer, double withinRatio) {
    double value = base.certificate().value();
    double least = Math.max(0, 1 - fewer.certificate().bound() / value);
    double most = Math.max(0, 1 - fewer.certificate().value() / value);
    String verdict =
        least > withinRatio
            ? Alternatives.NECESSARY
            : most <= withinRatio ? Alternatives.DISPENSABLE : Alternatives.OPEN;
    return new Need(
        left.by(),
        left.id(),
        AlternativesFolder.without(left.by(), left.id()),
        "",
        fewer.certificate().value(),
        fewer.certificate().bound(),
        least,
        most,
        verdict);
  }

  private List<Difference> differences(PlanFolder other) {
    List<Difference> differences = new ArrayList<>();
    differ(Alternatives.DISTRICT, districts(base), districts(other), differences);
    differ(
        Alternatives.TECHNOLOGY,
        technologies(base.plan()),
        technologies(other.plan()),
        differences);
    differ(Alternatives.MEDIUM, media(base.plan()), media(other.plan()), differences);
    return differences;
  }

  private static void differ(
      String by,
      SortedMap<String, double[]> from,
      SortedMap<String, double[]> to,
      List<Difference> differences) {
    TreeSet<String> ids = new TreeSet<>(from.keySet());
    ids.addAll(to.keySet());
    double[] none = {0, 0};
    for (String id : ids) {
      double[] before = from.getOrDefault(id, none);
      double[] after = to.getOrDefault(id, none);
      if (before[0] != after[0] || before[1] != after[1]) {
        differences.add(new Difference(by, id, after[0] - before[0], after[1] - before[1]));
      }
    }
  }

  private static void add(SortedMap<String, double[]> sums, String id, double people, double usd) {
    double[] sum = sums.computeIfAbsent(id, each -> new double[2]);
    sum[0] += people;
    sum[1] += usd;
  }

  private static SortedMap<String, double[]> districts(PlanFolder folder) {
    Map<String, String> names = new HashMap<>();
    for (Settlement each : folder.problem().settlements()) {
      names.put(each.id(), each.country() + "/" + each.district());
    }
    SortedMap<String, double[]> sums = new TreeMap<>();
    for (SettlementService each : folder.plan().settlements()) {
      if (each.peopleServed() > 0) {
        add(sums, names.get(each.settlementId()), each.peopleServed(), 0);
      }
    }
    SortedMap<String, Long> cents = new TreeMap<>();
    folder
        .finance()
        .settlements()
        .forEach(
            each ->
                cents.merge(
                    names.get(each.account().id()), each.account().networkCents(), Long::sum));
    cents.forEach((id, sum) -> add(sums, id, 0, AssetCost.usd(sum)));
    return sums;
  }

  private static SortedMap<String, double[]> technologies(Plan plan) {
    SortedMap<String, double[]> sums = new TreeMap<>();
    for (SettlementService each : plan.settlements()) {
      for (Plan.PartService part : each.each()) {
        if (part.peopleServed() > 0) {
          add(sums, part.technologyId(), part.peopleServed(), part.lifetimeCostUsd());
        }
      }
    }
    plan.sites().forEach(each -> add(sums, each.technologyId(), 0, each.lifetimeCostUsd()));
    return sums;
  }

  private static SortedMap<String, double[]> media(Plan plan) {
    SortedMap<String, double[]> sums = new TreeMap<>();
    plan.links().forEach(each -> add(sums, each.mediumId(), 0, each.lifetimeCostUsd()));
    return sums;
  }

  private Places counts() {
    int all = 0;
    int some = 0;
    int own = 0;
    int others = 0;
    for (AlternativePlace each : places()) {
      if (!each.planned()) {
        others++;
      } else if (each.alternatives() == plans.size()) {
        all++;
      } else if (each.alternatives() > 0) {
        some++;
      } else {
        own++;
      }
    }
    return new Places(all, some, own, others);
  }

  private static Room room(List<Alternative> alternatives) {
    Room room = new Room(1, "");
    for (Alternative each : alternatives) {
      if (room.folder().isEmpty() || each.keptPeopleRatio() < room.keptPeopleRatio()) {
        room = new Room(each.keptPeopleRatio(), each.folder());
      }
    }
    return room;
  }

  private int apart() {
    List<Set<String>> counted = new ArrayList<>(List.of(baseServes));
    for (Set<String> each : serves) {
      if (counted.stream()
          .allMatch(before -> Likeness.of(each, before) <= Alternatives.MOST_ALIKE_RATIO)) {
        counted.add(each);
      }
    }
    return counted.size() - 1;
  }

  /** Places that the plan or an alternative serves. */
  List<AlternativePlace> places() {
    Map<String, String> districts = new HashMap<>();
    for (Settlement each : base.problem().settlements()) {
      districts.put(each.id(), each.district());
    }
    List<AlternativePlace> places = new ArrayList<>();
    for (SettlementService each : base.plan().settlements()) {
      String id = each.settlementId();
      int in = (int) serves.stream().filter(other -> other.contains(id)).count();
      if (baseServes.contains(id) || in > 0) {
        places.add(
            new AlternativePlace(
                id,
                districts.get(id),
                baseServes.contains(id),
                in,
                each.technologyId(),
                each.peopleServed(),
                baseServes.contains(id) ? replacement(id) : Double.NaN));
      }
    }
    return places;
  }

  private double replacement(String id) {
    double among = best(id, plans, serves);
    double without = best(id, this.without, withoutServes);
    return base.certificate().value()
        - (among >= without || Double.isNaN(without) ? among : without);
  }

  /** What the best of some plans counts that does not serve a place; NaN where all do. */
  private static double best(String id, List<PlanFolder> folders, List<Set<String>> serves) {
    double best = Double.NaN;
    for (int k = 0; k < folders.size(); k++) {
      double value = folders.get(k).certificate().value();
      if (!serves.get(k).contains(id) && !(value <= best)) {
        best = value;
      }
    }
    return best;
  }
}
