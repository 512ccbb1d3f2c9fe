package org.kiungo.web.cli.console;

import java.util.List;
import java.util.stream.Stream;
import org.kiungo.planner.explain.HubWays;
import org.kiungo.planner.explain.HubWays.Stands;
import org.kiungo.web.language.Words;

/** How the hubs of a plan stand, in sentences. */
public final class HubSentences {

  private static final List<Stands> ORDER =
      List.of(Stands.TWO_WAYS, Stands.ON_NETWORK, Stands.TERMINALS, Stands.NOT_SERVED);

  private HubSentences() {}

  /** How many stand how. */
  public static String counted(HubWays hubs, Words words) {
    Object[] counts =
        Stream.concat(Stream.<Object>of(hubs.hubs().size()), ORDER.stream().map(hubs::count))
            .toArray();
    return words.text("cli.resilience.hubs", counts);
  }

  /** The same with what second ways cost, or that there is none. */
  public static String of(HubWays hubs, Words words) {
    String ways =
        hubs.count(Stands.TWO_WAYS) == 0
            ? words.text("cli.hubs.none")
            : words.text("cli.hubs.cost", hubs.secondLinksUsd());
    return counted(hubs, words) + "\n" + ways;
  }
}
