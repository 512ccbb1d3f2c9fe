package org.kiungo.web.cli.option;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kiungo.planner.model.resilience.Disjoint;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.model.value.InputRefused;
import picocli.CommandLine.Option;

/** Hubs that need two ways, on the command line. */
class TwoPathOptions {

  private static final String CAPITALS = "capitals";
  private static final String ABOVE = "above=";

  @Option(
      names = {"--two-paths", "--hubs"},
      paramLabel = "HUBS",
      split = ",",
      descriptionKey = "kiungo.two-paths")
  private List<String> hubs = List.of();

  @Option(names = "--disjoint", paramLabel = "WHAT", descriptionKey = "kiungo.disjoint")
  private String disjoint;

  /** The rule of a scenario with the options over it. */
  TwoPaths over(TwoPaths base) {
    boolean capitals = hubs.contains(CAPITALS);
    double above =
        hubs.stream()
            .filter(each -> each.startsWith(ABOVE))
            .mapToDouble(each -> new Amount().convert(each.substring(ABOVE.length())))
            .min()
            .orElse(Double.NaN);
    List<String> ids =
        hubs.stream().filter(each -> !each.equals(CAPITALS) && !each.startsWith(ABOVE)).toList();
    Disjoint apart = disjoint == null ? base.disjoint() : named(disjoint);
    return hubs.isEmpty()
        ? new TwoPaths(base.capitals(), base.abovePeople(), base.hubIds(), apart)
        : new TwoPaths(capitals, above, ids, apart);
  }

  private static Disjoint named(String text) {
    return Arrays.stream(Disjoint.values())
        .filter(each -> word(each).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InputRefused(
                    "option.word",
                    "option",
                    "--disjoint",
                    "text",
                    text,
                    "known",
                    Arrays.stream(Disjoint.values())
                        .map(TwoPathOptions::word)
                        .collect(Collectors.joining(", "))));
  }

  private static String word(Disjoint disjoint) {
    return disjoint.name().toLowerCase(Locale.ROOT);
  }
}
