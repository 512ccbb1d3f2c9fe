package org.kiungo.web.plan.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.kiungo.planner.finance.LargestRemainder;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.project.Project;

/**
 * What a project costs in each year: its lifetime cost, by the present value of what its builds
 * take then — purchases, replacements, running cost to the last year.
 */
final class ProjectYears {

  private final PlanFolder folder;
  private final Map<String, SettlementService> services = new HashMap<>();
  private final Map<String, Programme.Replaced> replaced = new HashMap<>();

  ProjectYears(PlanFolder folder) {
    this.folder = folder;
    folder.plan().settlements().forEach(each -> services.put(each.settlementId(), each));
    if (folder.plan().programme() != null) {
      folder.plan().programme().replaced().forEach(each -> replaced.put(each.settlementId(), each));
    }
  }

  /**
   * Cents by year, ascending, adding up to the project's cost; years without any are left out.
   *
   * @param firstYear of the project's phase
   */
  SortedMap<Integer, Long> cents(Project project, int firstYear) {
    Money money = folder.problem().money();
    double[] usd = PlanFinance.networkUsdByYear(folder.problem(), only(project, firstYear));
    for (int k = 0; k < usd.length; k++) {
      int late = Math.max(0, money.firstYear() + k - firstYear);
      usd[k] = Math.max(0, usd[k]) * Math.pow(1 + money.discountRateRatio(), -late);
    }
    long[] cents = LargestRemainder.shares(project.costCents(), usd);
    SortedMap<Integer, Long> byYear = new TreeMap<>();
    for (int k = 0; k < cents.length; k++) {
      if (cents[k] > 0) {
        byYear.put(money.firstYear() + k, cents[k]);
      }
    }
    return byYear;
  }

  /** The plan's builds that are the project's, each in the year in which it builds them. */
  private Plan only(Project project, int firstYear) {
    Project.Members members = project.members();
    return new Plan(
        services(members.services()),
        builds(
            members.sites(),
            folder.plan().sites(),
            Plan.AccessSite::id,
            (each, later) -> later ? each.withBuildYear(firstYear) : each),
        builds(
            members.links(),
            folder.plan().links(),
            Plan.BuiltLink::id,
            (each, later) -> later ? each.withBuildYear(firstYear) : each),
        builds(
            members.nodes(),
            folder.plan().upgrades(),
            Plan.NodeUpgrade::nodeId,
            (each, later) -> each),
        folder.plan().totals());
  }

  /** Members by id; {@code id@phase} is what a later phase adds to one. */
  private static <T> List<T> builds(
      List<String> members, List<T> all, Function<T, String> id, BiFunction<T, Boolean, T> inYear) {
    Set<String> wanted = new HashSet<>(members);
    Set<String> later = new HashSet<>();
    members.forEach(each -> later.add(each.replaceFirst("@\\d+$", "")));
    List<T> found = new ArrayList<>();
    for (T each : all) {
      if (wanted.contains(id.apply(each))) {
        found.add(inYear.apply(each, false));
      } else if (later.contains(id.apply(each))) {
        found.add(inYear.apply(each, true));
      }
    }
    return found;
  }

  /** Services by id; {@code id#k} is a part, {@code id#replaced} what came before. */
  private List<SettlementService> services(List<String> members) {
    Map<String, List<PartService>> parts = new LinkedHashMap<>();
    List<SettlementService> found = new ArrayList<>();
    for (String each : members) {
      int hash = services.containsKey(each) ? -1 : each.lastIndexOf('#');
      if (hash < 0) {
        found.add(services.get(each));
        continue;
      }
      String id = each.substring(0, hash);
      String part = each.substring(hash + 1);
      if (part.equals("replaced")) {
        Programme.Replaced before = replaced.get(id);
        found.add(
            services
                .get(id)
                .with()
                .parts(List.of(before.service()))
                .buildYear(before.buildYear())
                .build());
      } else {
        parts
            .computeIfAbsent(id, k -> new ArrayList<>())
            .add(services.get(id).parts().get(Integer.parseInt(part)));
      }
    }
    parts.forEach((id, some) -> found.add(services.get(id).withParts(some)));
    return found;
  }
}
