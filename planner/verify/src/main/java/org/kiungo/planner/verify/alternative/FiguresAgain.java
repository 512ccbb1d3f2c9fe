package org.kiungo.planner.verify.alternative;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.folder.alternative.AlternativePlace;
import org.kiungo.planner.folder.alternative.Alternatives.Alternative;
import org.kiungo.planner.folder.alternative.Alternatives.Apart;
import org.kiungo.planner.folder.alternative.Alternatives.Base;
import org.kiungo.planner.folder.alternative.Alternatives.Difference;
import org.kiungo.planner.folder.alternative.Alternatives.Need;
import org.kiungo.planner.folder.alternative.Alternatives.Places;
import org.kiungo.planner.folder.alternative.Alternatives.Room;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.form.AlternativesForm;
import org.kiungo.planner.verify.form.AlternativesForm.Part;

/** Every figure of a folder of alternatives, from its plans. */
public final class FiguresAgain {

  private static final double MOST_ALIKE_RATIO = 0.7;

  private final Map<String, Settlement> settlements = new HashMap<>();
  private final Part base;
  private final List<Part> plans;
  private final Set<String> ofBase;
  private final List<Set<String>> of = new ArrayList<>();

  /**
   * @param settlements of the question
   */
  public FiguresAgain(List<Settlement> settlements, Part base, List<Part> plans) {
    settlements.forEach(each -> this.settlements.put(each.id(), each));
    this.base = base;
    this.plans = plans;
    ofBase = served(base);
    plans.forEach(each -> of.add(served(each)));
  }

  private static Set<String> served(Part part) {
    Set<String> served = new LinkedHashSet<>();
    for (SettlementService each : part.plan().settlements()) {
      if (each.peopleServed() > 0) {
        served.add(each.settlementId());
      }
    }
    return served;
  }

  private static double alike(Set<String> one, Set<String> other) {
    long both = one.stream().filter(other::contains).count();
    long either = one.size() + other.size() - both;
    return either == 0 ? 1 : (double) both / either;
  }

  /** Likeness of an alternative to whichever of the plan and the first so many is most like it. */
  public double mostAlike(int alternative, int before) {
    double most = alike(of.get(alternative), ofBase);
    for (int k = 0; k < before; k++) {
      most = Math.max(most, alike(of.get(alternative), of.get(k)));
    }
    return most;
  }

  /** Technologies that the plan serves anybody with. */
  public SortedSet<String> technologies() {
    SortedSet<String> used = new TreeSet<>();
    for (SettlementService each : base.plan().settlements()) {
      for (PartService part : each.each()) {
        if (part.peopleServed() > 0) {
          used.add(part.technologyId());
        }
      }
    }
    return used;
  }

  /** Media that the plan links sites by. */
  public SortedSet<String> media() {
    SortedSet<String> used = new TreeSet<>();
    for (BuiltLink each : base.plan().links()) {
      used.add(each.mediumId());
    }
    return used;
  }

  /** The plan's own. */
  public Base base() {
    return new Base(
        base.sha256(),
        base.certificate().value(),
        base.certificate().bound(),
        base.certificate().gapRatio(),
        people(base),
        ofBase.size(),
        base.plan().totals().lifetimeCostUsd(),
        base.plan().totals().viabilityGapUsd());
  }

  /** Those of an alternative, the first being 0. */
  public Alternative alternative(int k) {
    Part part = plans.get(k);
    int likest = -1;
    double likestRatio = Double.NaN;
    for (int j = 0; j < plans.size(); j++) {
      double ratio = alike(of.get(k), of.get(j));
      if (j != k && (likest < 0 || ratio > likestRatio)) {
        likest = j;
        likestRatio = ratio;
      }
    }
    double kept = 0;
    for (SettlementService each : base.plan().settlements()) {
      if (of.get(k).contains(each.settlementId())) {
        kept += each.peopleServed();
      }
    }
    return new Alternative(
        AlternativesForm.folder(k + 1),
        part.sha256(),
        part.certificate().value(),
        part.certificate().value() / base.certificate().value(),
        part.certificate().gapRatio(),
        people(part),
        of.get(k).size(),
        part.plan().totals().lifetimeCostUsd(),
        part.plan().totals().viabilityGapUsd(),
        alike(of.get(k), ofBase),
        likest < 0 ? "" : AlternativesForm.folder(likest + 1),
        likestRatio,
        kept / people(base),
        differences(part));
  }

  /** Those of something that the plan uses, by a plan without it. */
  public Need need(String by, String id, Part without, double withinRatio) {
    double value = base.certificate().value();
    double least = 1 - without.certificate().bound() / value;
    double most = 1 - without.certificate().value() / value;
    String verdict = "open";
    if (least > withinRatio) {
      verdict = "necessary";
    } else if (most <= withinRatio) {
      verdict = "dispensable";
    }
    return new Need(
        by,
        id,
        AlternativesForm.without(by, id),
        without.sha256(),
        without.certificate().value(),
        without.certificate().bound(),
        least > 0 ? least : 0,
        most > 0 ? most : 0,
        verdict);
  }

  private static double people(Part part) {
    double people = 0;
    for (SettlementService each : part.plan().settlements()) {
      people += each.peopleServed();
    }
    return people;
  }

  private List<Difference> differences(Part other) {
    List<Difference> all = new ArrayList<>();
    Sums districts = new Sums("district");
    districts(other, districts, 1);
    districts(base, districts, -1);
    districts.into(all);
    Sums technologies = new Sums("technology");
    technologies(other, technologies, 1);
    technologies(base, technologies, -1);
    technologies.into(all);
    Sums media = new Sums("medium");
    for (BuiltLink each : other.plan().links()) {
      media.add(each.mediumId(), 0, each.lifetimeCostUsd(), 1);
    }
    for (BuiltLink each : base.plan().links()) {
      media.add(each.mediumId(), 0, each.lifetimeCostUsd(), -1);
    }
    media.into(all);
    return all;
  }

  /** Sums of two plans by id. */
  private static final class Sums {
    private final String by;
    private final SortedMap<String, double[]> sums = new TreeMap<>();

    Sums(String by) {
      this.by = by;
    }

    /**
     * @param sign of the alternative's 1, of the plan's −1
     */
    void add(String id, double people, double usd, int sign) {
      double[] sum = sums.computeIfAbsent(id, each -> new double[4]);
      int at = sign > 0 ? 0 : 2;
      sum[at] += people;
      sum[at + 1] += usd;
    }

    void into(List<Difference> all) {
      sums.forEach(
          (id, sum) -> {
            if (sum[0] != sum[2] || sum[1] != sum[3]) {
              all.add(new Difference(by, id, sum[0] - sum[2], sum[1] - sum[3]));
            }
          });
    }
  }

  /** Of a place of other facts, which another rule refuses, none. */
  private String district(String settlementId) {
    Settlement at = settlements.get(settlementId);
    return at == null ? "" : at.country() + "/" + at.district();
  }

  private void districts(Part part, Sums sums, int sign) {
    SortedMap<String, Long> cents = new TreeMap<>();
    for (SettlementService each : part.plan().settlements()) {
      if (each.peopleServed() > 0) {
        sums.add(district(each.settlementId()), each.peopleServed(), 0, sign);
      }
    }
    part.networkCents().forEach((id, own) -> cents.merge(district(id), own, Long::sum));
    cents.forEach((id, sum) -> sums.add(id, 0, sum / 100.0, sign));
  }

  private static void technologies(Part part, Sums sums, int sign) {
    for (SettlementService each : part.plan().settlements()) {
      for (PartService service : each.each()) {
        if (service.peopleServed() > 0) {
          sums.add(service.technologyId(), service.peopleServed(), service.lifetimeCostUsd(), sign);
        }
      }
    }
    for (AccessSite each : part.plan().sites()) {
      sums.add(each.technologyId(), 0, each.lifetimeCostUsd(), sign);
    }
  }

  /** Rows of the table. */
  public List<AlternativePlace> places(List<Part> without) {
    List<Part> others = new ArrayList<>(plans);
    others.addAll(without);
    List<Set<String>> ofOthers = others.stream().map(FiguresAgain::served).toList();
    List<AlternativePlace> rows = new ArrayList<>();
    for (SettlementService each : base.plan().settlements()) {
      String id = each.settlementId();
      int in = 0;
      for (Set<String> served : of) {
        in += served.contains(id) ? 1 : 0;
      }
      double best = Double.NaN;
      for (int k = 0; k < others.size(); k++) {
        double value = others.get(k).certificate().value();
        if (!ofOthers.get(k).contains(id) && (Double.isNaN(best) || value > best)) {
          best = value;
        }
      }
      boolean planned = ofBase.contains(id);
      if (planned || in > 0) {
        rows.add(
            new AlternativePlace(
                id,
                settlements.get(id).district(),
                planned,
                in,
                each.technologyId(),
                each.peopleServed(),
                planned ? base.certificate().value() - best : Double.NaN));
      }
    }
    return rows;
  }

  /** How many places are in how many plans. */
  public Places places() {
    Set<String> anywhere = new TreeSet<>();
    of.forEach(anywhere::addAll);
    int all = 0;
    int some = 0;
    for (String id : ofBase) {
      if (of.stream().allMatch(each -> each.contains(id))) {
        all++;
      } else if (anywhere.contains(id)) {
        some++;
      }
    }
    int others = (int) anywhere.stream().filter(id -> !ofBase.contains(id)).count();
    return new Places(all, some, ofBase.size() - all - some, others);
  }

  /** What is kept at the least. */
  public Room room(List<Alternative> alternatives) {
    double least = Double.NaN;
    String folder = "";
    for (Alternative each : alternatives) {
      if (folder.isEmpty() || each.keptPeopleRatio() < least) {
        least = each.keptPeopleRatio();
        folder = each.folder();
      }
    }
    return new Room(folder.isEmpty() ? 1 : least, folder);
  }

  /** How many are apart. */
  public Apart apart() {
    List<Set<String>> counted = new ArrayList<>();
    counted.add(ofBase);
    for (Set<String> each : of) {
      if (counted.stream().noneMatch(before -> alike(each, before) > MOST_ALIKE_RATIO)) {
        counted.add(each);
      }
    }
    return new Apart(MOST_ALIKE_RATIO, counted.size() - 1);
  }
}
