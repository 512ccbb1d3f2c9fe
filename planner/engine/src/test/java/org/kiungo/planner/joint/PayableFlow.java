package org.kiungo.planner.joint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.Work;

/**
 * Whether partners can pay for all projects together, as a flow of cents: from works to the
 * projects' shares of partners that may pay for them, on to their purses, from phase to phase where
 * money carries over. Exact where no condition is about who pays together or about least amounts.
 */
final class PayableFlow {

  private static final long ENDLESS = Long.MAX_VALUE / 4;

  private final Map<String, Map<String, Long>> room = new HashMap<>();
  private final long wanted;

  private PayableFlow(List<Project> projects, Partnership partners, List<PhaseYears> phases) {
    long all = 0;
    for (Project p : projects) {
      all += p.costCents();
      for (Map.Entry<Work, Long> work : p.works().entrySet()) {
        String node = p.id() + work.getKey();
        add("source", node, work.getValue());
        for (Partner each : partners.partners()) {
          if (each.conditions().stream()
              .allMatch(c -> c.allows(work.getKey(), partners.standing(work.getKey().country())))) {
            add(node, p.id() + each.letter(), ENDLESS);
          }
        }
      }
      for (Partner each : partners.partners()) {
        double share = 1;
        for (Condition c : each.conditions()) {
          share = Math.min(share, c.mostShareRatio(p));
        }
        long most = (long) Math.floor(Math.rint(share * 1e9) * p.costCents() / 1e9);
        add(p.id() + each.letter(), each.letter() + p.phase(), most);
      }
    }
    wanted = all;
    for (Partner each : partners.partners()) {
      long[] cents = each.centsByPhase(phases);
      long sum = 0;
      for (int t = 0; t < cents.length; t++) {
        sum += cents[t];
        boolean last = t == cents.length - 1;
        // what is paid until the end of a phase goes through its node
        if (each.carriesOver()) {
          String next = last ? "sink" : each.letter() + (t + 2);
          add(each.letter() + (t + 1), next, sum);
        } else {
          add(each.letter() + (t + 1), "sink", cents[t]);
        }
      }
    }
  }

  /** True when they can. */
  static boolean test(List<Project> projects, Partnership partners, List<PhaseYears> phases) {
    PayableFlow flow = new PayableFlow(projects, partners, phases);
    long sum = 0;
    while (true) {
      long moved = flow.push("source", ENDLESS, new java.util.HashSet<>());
      if (moved == 0) {
        return sum == flow.wanted;
      }
      sum += moved;
    }
  }

  private void add(String from, String to, long cents) {
    room.computeIfAbsent(from, k -> new HashMap<>()).merge(to, cents, Long::sum);
    room.computeIfAbsent(to, k -> new HashMap<>()).putIfAbsent(from, 0L);
  }

  private long push(String at, long cents, java.util.Set<String> seen) {
    if (at.equals("sink")) {
      return cents;
    }
    seen.add(at);
    for (String to : List.copyOf(room.getOrDefault(at, Map.of()).keySet())) {
      long most = Math.min(cents, room.get(at).get(to));
      long moved = most == 0 || seen.contains(to) ? 0 : push(to, most, seen);
      if (moved > 0) {
        room.get(at).merge(to, -moved, Long::sum);
        room.get(to).merge(at, moved, Long::sum);
        return moved;
      }
    }
    return 0;
  }
}
