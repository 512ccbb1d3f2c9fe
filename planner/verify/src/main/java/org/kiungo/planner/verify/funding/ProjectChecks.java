package org.kiungo.planner.verify.funding;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.verify.check.Ledger;

/** Every purchase is in one project, and projects add up and require what carries them. */
final class ProjectChecks {

  private final Map<String, Bought> bought;
  private final Ledger ledger;
  private final Map<String, String> projectOf = new HashMap<>();

  ProjectChecks(Map<String, Bought> bought, Ledger ledger) {
    this.bought = bought;
    this.ledger = ledger;
  }

  void check(Map<String, ProjectClaim> projects) {
    for (ProjectClaim project : projects.values()) {
      for (String member : project.members()) {
        String other = projectOf.putIfAbsent(member, project.id());
        boolean known = bought.containsKey(member);
        ledger.holds(
            "project.parts",
            member,
            known && other == null,
            known ? "in one project" : "something that the plan buys",
            other == null ? project.id() : other + ", " + project.id());
      }
    }
    for (String each : bought.keySet()) {
      boolean there = projectOf.containsKey(each);
      ledger.holds("project.parts", each, there, "in one project", there ? "" : "in none");
    }
    projects.values().forEach(this::sums);
  }

  private void sums(ProjectClaim project) {
    Map<String, Long> works = new TreeMap<>();
    TreeSet<String> requires = new TreeSet<>();
    long cents = 0;
    double people = 0;
    double basic = 0;
    for (String member : project.members()) {
      Bought b = bought.get(member);
      if (b != null) {
        cents += b.cents();
        people += b.people();
        basic += b.basic();
        works.merge(b.work(), b.cents(), Long::sum);
        ledger.same("project.phase", member, b.phase(), project.phase());
        String carrier = projectOf.get(b.carrier());
        if (carrier != null && !carrier.equals(project.id())) {
          requires.add(carrier);
        }
      }
    }
    ledger.same("project.cost", project.id(), cents, project.cents());
    ledger.about("project.people", project.id(), people, project.people());
    ledger.about("project.people", project.id(), basic, project.basic());
    ledger.same("project.works", project.id(), works, new TreeMap<>(project.works()));
    ledger.same("project.requires", project.id(), requires, new TreeSet<>(project.requires()));
  }
}
