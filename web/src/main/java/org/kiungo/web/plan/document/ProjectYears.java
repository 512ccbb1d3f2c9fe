package org.kiungo.web.plan.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.finance.NetworkCash;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.project.Project;

/**
 * What a project takes in each year, in constant USD, not discounted: purchases when what it builds
 * is new or worn out, running cost to the plan's last year. Discounted to the first year of its
 * phase it is the project's lifetime cost, but for rounding.
 */
final class ProjectYears {

  private final int firstYear;
  private final NetworkCash cash;

  ProjectYears(PlanFolder folder) {
    firstYear = folder.problem().money().firstYear();
    cash = folder.networkCash();
  }

  /** Cents by year, ascending; years without any are left out. */
  SortedMap<Integer, Long> cents(Project project) {
    Project.Members members = project.members();
    double[] usd =
        cash.sum(
            Stream.of(
                    builds(members.services(), cash.services()),
                    builds(members.sites(), cash.sites()),
                    builds(members.links(), cash.links()),
                    builds(members.nodes(), cash.nodes()))
                .flatMap(each -> each));
    SortedMap<Integer, Long> byYear = new TreeMap<>();
    for (int k = 0; k < usd.length; k++) {
      long cents = AssetCost.cents(usd[k]);
      if (cents > 0) {
        byYear.put(firstYear + k, cents);
      }
    }
    return byYear;
  }

  private static Stream<double[]> builds(List<String> members, Map<String, double[]> usdByYear) {
    return members.stream().map(usdByYear::get).filter(Objects::nonNull);
  }
}
