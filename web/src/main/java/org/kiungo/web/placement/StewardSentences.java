package org.kiungo.web.placement;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.CombinedPlanning;
import org.kiungo.planner.place.ServicePlan;
import org.kiungo.planner.servicefolder.ServiceFolder;
import org.kiungo.web.language.Words;

/** Who runs e-services and which states pay for it, in words. */
public final class StewardSentences {

  /** So many of the states that pay most are named. */
  private static final int NAMED = 5;

  private static final List<String> KEEPS_TRAFFIC = List.of("content-cache", "exchange-point");

  private StewardSentences() {}

  /** A line for each kind that keeps traffic in the country: what transit it spares a year. */
  public static String spared(ServicePlan plan, Words words) {
    StringBuilder text = new StringBuilder();
    double usd = CombinedPlanning.TransitTerms.DEFAULT.transitUsdPerMbpsYear();
    for (String kind : KEEPS_TRAFFIC) {
      double mbps = 0;
      for (ServicePlan.UserService each : plan.users()) {
        mbps += each.serviceId().equals(kind) && each.unserved() == null ? each.demandMbps() : 0;
      }
      if (mbps > 0) {
        text.append('\n')
            .append(
                words.text(
                    "steward.spared", words.text("eservice." + kind), mbps, mbps * usd, usd));
      }
    }
    return text.toString();
  }

  /** Where an exchange point has nothing to exchange; empty where it is of use everywhere. */
  public static String withoutExchange(ServiceFolder placed, Words words) {
    Set<String> without = placed.useless().getOrDefault("exchange-point", Set.of());
    return without.isEmpty()
        ? ""
        : "\n"
            + words.text(
                "steward.fewNetworks",
                without.stream()
                    .sorted()
                    .map(iso3 -> Reference.builtIn().country(iso3).name(words.language()))
                    .collect(Collectors.joining(", ")));
  }

  /** A line for each steward, and one for the running cost; each begins with a line break. */
  public static String of(
      List<Steward> stewards, RunningCost cost, RunningCost.Key key, Words words) {
    StringBuilder text = new StringBuilder();
    for (Steward each : stewards) {
      String body =
          each.names().isEmpty()
              ? words.text("steward." + each.users())
              : String.join(", ", each.names());
      text.append('\n')
          .append(words.text("steward.runs", words.text("eservice." + each.serviceId()), body));
      if (!each.without().isEmpty()) {
        text.append(' ').append(words.text("steward.unknown", String.join(", ", each.without())));
      }
    }
    String most =
        cost.states().stream()
            .sorted(
                Comparator.comparingDouble((RunningCost.State s) -> -s.usdPerYear().get(key))
                    .thenComparing(RunningCost.State::country))
            .limit(NAMED)
            .map(s -> words.text("steward.share", s.country(), s.usdPerYear().get(key)))
            .collect(Collectors.joining(", "));
    if (!cost.states().isEmpty()) {
      text.append('\n')
          .append(
              words.text(
                  "steward.cost",
                  cost.opexUsdPerYear(),
                  words.text("steward.key." + key),
                  cost.states().size(),
                  most));
    }
    return text.toString();
  }
}
