package org.kiungo.planner.fund;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.condition.AtLeast;
import org.kiungo.planner.partner.condition.ClosedAccess;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.GuaranteedBy;
import org.kiungo.planner.partner.condition.OpenAccess;
import org.kiungo.planner.project.Project;

/** Every way to pay for a few cents of projects, cent by cent; shares no code with the solver. */
final class BruteForce {

  private final FundingQuestion question;
  private final List<Partner> partners;

  BruteForce(FundingQuestion question) {
    this.question = question;
    partners = question.partnership().partners();
  }

  /** Most weighted people, thousandths. */
  long optimum() {
    Map<List<Integer>, Long> states = new HashMap<>();
    int width = partners.size() * question.phases().size();
    Integer[] none = new Integer[width + question.projects().size()];
    Arrays.fill(none, 0);
    states.put(List.of(none), 0L);
    Map<String, Integer> place = new HashMap<>();
    for (int p = 0; p < question.projects().size(); p++) {
      Project project = question.projects().get(p);
      List<int[]> payments = payments(project);
      Map<List<Integer>, Long> after = new HashMap<>(states);
      for (Map.Entry<List<Integer>, Long> each : states.entrySet()) {
        boolean ready =
            project.requires().stream().allMatch(r -> each.getKey().get(place.get(r)) == 1);
        for (int[] payment : ready ? payments : List.<int[]>of()) {
          List<Integer> next = new ArrayList<>(each.getKey());
          next.set(width + p, 1);
          for (int k = 0; k < payment.length; k++) {
            int at = k * question.phases().size() + project.phase() - 1;
            next.set(at, next.get(at) + payment[k]);
          }
          if (covered(next)) {
            after.merge(next, each.getValue() + weight(project), Math::max);
          }
        }
      }
      place.put(project.id(), width + p);
      states = after;
    }
    return states.values().stream().mapToLong(v -> v).max().orElseThrow();
  }

  private static long weight(Project project) {
    return Math.round(1000 * (project.peopleServed() + 0.4 * project.peopleBasic()));
  }

  private boolean covered(List<Integer> spent) {
    int phases = question.phases().size();
    for (int k = 0; k < partners.size(); k++) {
      Partner partner = partners.get(k);
      if (!within(partner, k, spent, 1)) {
        return false;
      }
      for (Condition condition : partner.conditions()) {
        if (condition instanceof GuaranteedBy by
            && !within(question.partnership().get(by.partner()), k, spent, by.coverRatio())) {
          return false;
        }
      }
    }
    return phases > 0;
  }

  private boolean within(Partner purse, int k, List<Integer> spent, double drawn) {
    int phases = question.phases().size();
    double in = 0;
    double out = 0;
    for (int t = 0; t < phases; t++) {
      in = (purse.carriesOver() ? in : 0) + Math.round(100 * purse.envelopes().get(t).amount());
      out = (purse.carriesOver() ? out : 0) + drawn * spent.get(k * phases + t);
      if (out > in + 1e-9) {
        return false;
      }
    }
    return true;
  }

  /** What each partner pays in total, every lawful way. */
  private List<int[]> payments(Project project) {
    List<int[]> all = new ArrayList<>();
    split(project, 0, (int) project.costCents(), new int[partners.size()], all);
    return all;
  }

  private void split(Project project, int k, int left, int[] paid, List<int[]> all) {
    if (k == paid.length) {
      if (left == 0 && lawful(project, paid)) {
        all.add(paid.clone());
      }
      return;
    }
    for (int cents = 0; cents <= left; cents++) {
      paid[k] = cents;
      split(project, k + 1, left - cents, paid, all);
    }
    paid[k] = 0;
  }

  boolean lawful(Project project, int[] paid) {
    for (int k = 0; k < paid.length; k++) {
      Partner partner = partners.get(k);
      if (paid[k] > 0) {
        for (Condition c : partner.conditions()) {
          boolean least = !(c instanceof AtLeast at) || paid[k] >= Math.round(100 * at.leastUsd());
          boolean share = paid[k] <= c.mostShareRatio(project) * project.costCents() + 1e-9;
          boolean with = c.oneOf().isEmpty() || c.oneOf().stream().anyMatch(l -> pays(l, paid));
          boolean without = c.noneOf().stream().noneMatch(l -> pays(l, paid));
          boolean open = !(c instanceof OpenAccess) || nobodyClosed(paid);
          if (!least || !share || !with || !without || !open) {
            return false;
          }
        }
      }
    }
    // Hall: whatever some partners pay, there is work for it that one of them may pay
    for (int set = 1; set < 1 << paid.length; set++) {
      long money = 0;
      for (int k = 0; k < paid.length; k++) {
        money += (set >> k & 1) == 1 ? paid[k] : 0;
      }
      int among = set;
      long work =
          project.works().entrySet().stream()
              .filter(e -> mayAny(e.getKey(), among))
              .mapToLong(Map.Entry::getValue)
              .sum();
      if (money > work) {
        return false;
      }
    }
    return true;
  }

  private boolean nobodyClosed(int[] paid) {
    for (int k = 0; k < paid.length; k++) {
      if (paid[k] > 0
          && partners.get(k).conditions().stream().anyMatch(ClosedAccess.class::isInstance)) {
        return false;
      }
    }
    return true;
  }

  private boolean pays(String letter, int[] paid) {
    for (int k = 0; k < paid.length; k++) {
      if (partners.get(k).letter().equals(letter) && paid[k] > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean mayAny(org.kiungo.planner.project.Work work, int set) {
    for (int k = 0; k < partners.size(); k++) {
      if ((set >> k & 1) == 1
          && partners.get(k).instrument().pays()
          && partners.get(k).conditions().stream()
              .allMatch(c -> c.allows(work, question.partnership().standing(work.country())))) {
        return true;
      }
    }
    return false;
  }
}
