package org.kiungo.planner.project;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Builds that will be one project.
 *
 * @param builds may grow while lots come together
 */
record Draft(Project.Kind kind, List<Build> builds) {

  long cents() {
    return builds.stream().mapToLong(Build::cents).sum();
  }

  int phase() {
    return builds.get(0).phase();
  }

  SortedMap<Work, Long> works() {
    SortedMap<Work, Long> works = new TreeMap<>();
    builds.forEach(b -> works.merge(b.work(), b.cents(), Long::sum));
    return works;
  }

  /** The kind of work with most of the cost. */
  Work largest() {
    return works().entrySet().stream()
        .max(
            Map.Entry.<Work, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  /** The project with its sums. */
  Project project(Project named, List<String> requires) {
    return new Project(
        named.id(),
        named.name(),
        kind,
        named.country(),
        named.district(),
        phase(),
        named.location(),
        builds.stream().mapToDouble(Build::people).sum(),
        builds.stream().mapToDouble(Build::peopleBasic).sum(),
        cents(),
        works(),
        new Project.Members(
            ids(Build.Kind.SERVICE),
            ids(Build.Kind.SITE),
            ids(Build.Kind.LINK),
            ids(Build.Kind.NODE)),
        requires);
  }

  private List<String> ids(Build.Kind of) {
    return builds.stream().filter(b -> b.kind() == of).map(Build::id).sorted().toList();
  }
}
