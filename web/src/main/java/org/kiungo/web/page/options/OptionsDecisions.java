package org.kiungo.web.page.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kiungo.planner.folder.Assumptions;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.folder.Assumptions.Kind;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.options.OptionsSheet.Decision;

/** What holds whichever option is chosen, and what has to be decided between them. */
final class OptionsDecisions {

  private static final int PLACES_NAMED = 8;

  /** Who decides a field of the scenario, by the field or by what it lies in. */
  private static final Map<String, String> DECIDERS =
      Map.ofEntries(
          Map.entry("budgetUsd", "money"),
          Map.entry("publicBudgetUsd", "money"),
          Map.entry("budgetsByCountry", "money"),
          Map.entry("phases", "money"),
          Map.entry("levers", "policy"),
          Map.entry("technologyIds", "technology"),
          Map.entry("mediumIds", "technology"),
          Map.entry("locks", "technology"),
          Map.entry("twoPaths", "technology"),
          Map.entry("borders", "neighbours"),
          Map.entry("serviceAbroadUsdPerYear", "neighbours"));

  private static final String UNSURE = "today.unsureCoverage";

  private final List<Option> options;
  private final Words words;
  private final Figures n;

  OptionsDecisions(List<Option> options, Words words) {
    this.options = options;
    this.words = words;
    this.n = Figures.of(words.locale());
  }

  /** Places that gain in every option and sites that stand in all of them. */
  List<String> same() {
    List<Map<String, Option.Gained>> byPlace =
        options.stream()
            .map(
                option ->
                    option.gained().stream()
                        .collect(Collectors.toMap(each -> each.settlement().id(), each -> each)))
            .toList();
    List<Option.Gained> common =
        byPlace.get(0).values().stream()
            .filter(
                each ->
                    byPlace.stream().allMatch(other -> other.containsKey(each.settlement().id())))
            .sorted(
                Comparator.comparingDouble(
                        (Option.Gained each) -> -least(each.settlement().id(), byPlace))
                    .thenComparing(each -> each.settlement().id()))
            .toList();
    if (common.isEmpty()) {
      return List.of(words.text("options.same-none"));
    }
    double people =
        common.stream().mapToDouble(each -> least(each.settlement().id(), byPlace)).sum();
    long alike =
        common.stream()
            .filter(
                each ->
                    byPlace.stream()
                            .map(other -> technologies(other.get(each.settlement().id())))
                            .distinct()
                            .count()
                        == 1)
            .count();
    List<String> same = new ArrayList<>();
    same.add(
        words.text(
            "options.same-places",
            common.size(),
            n.whole(common.size()),
            n.people(people),
            n.whole(alike)));
    PlaceNames names =
        new PlaceNames(options.get(0).content().folder().problem().settlements(), words);
    same.add(
        words.text(
            common.size() > PLACES_NAMED ? "options.same-largest" : "options.same-named",
            n.joined(
                common.stream()
                    .limit(PLACES_NAMED)
                    .map(
                        each ->
                            words.text(
                                "options.same-place",
                                names.apart(each.settlement()),
                                n.brief(least(each.settlement().id(), byPlace))))
                    .toList())));
    sites(same);
    return same;
  }

  private static double least(String place, List<Map<String, Option.Gained>> byPlace) {
    return byPlace.stream()
        .mapToDouble(each -> each.get(place).service().peopleServed())
        .min()
        .orElse(0);
  }

  private static List<String> technologies(Option.Gained gained) {
    return gained.service().each().stream().map(PartService::technologyId).toList();
  }

  private void sites(List<String> same) {
    Map<String, double[]> found = new TreeMap<>();
    for (Option option : options) {
      Set<String> once = new HashSet<>();
      for (Plan.AccessSite each : option.content().folder().plan().sites()) {
        String site = each.placeId() + " " + each.technologyId();
        double[] sum = found.computeIfAbsent(site, none -> new double[2]);
        sum[0] += once.add(site) ? 1 : 0;
        sum[1] = Math.max(sum[1], each.capexUsd());
      }
    }
    List<double[]> common =
        found.values().stream().filter(each -> each[0] == options.size()).toList();
    if (!common.isEmpty()) {
      double usd = common.stream().mapToDouble(each -> each[1]).sum();
      same.add(words.text("options.same-sites", common.size(), n.whole(common.size()), n.usd(usd)));
    }
  }

  /** What differs between the scenarios, who pays, and what to measure, each with who decides. */
  List<Decision> decisions() {
    List<Decision> decisions = new ArrayList<>();
    Map<String, String[]> differing = differing();
    if (differing.remove(UNSURE) != null) {
      decisions.add(new Decision(words.text("options.decide-sure"), who("minister")));
    }
    differing.forEach(
        (field, values) ->
            decisions.add(
                new Decision(
                    words.text("options.decide", n.field(field), each(values)), whoOf(field))));
    if (options.stream().allMatch(each -> each.bill() != null)) {
      String[] usd =
          options.stream()
              .map(each -> n.usd(each.detail().totals().viabilityGapUsd()))
              .toArray(String[]::new);
      decisions.add(new Decision(words.text("options.decide-public", each(usd)), who("money")));
    }
    unsure(decisions);
    return decisions;
  }

  private void unsure(List<Decision> decisions) {
    Map<String, Double> unsure = new HashMap<>();
    for (Option option : options) {
      if (option.detail().totals().today() != null) {
        option.gained().stream()
            .filter(each -> !each.isSure())
            .forEach(
                each -> unsure.merge(each.settlement().id(), each.modelledPeople(), Math::max));
      }
    }
    if (!unsure.isEmpty()) {
      double people = unsure.values().stream().mapToDouble(each -> each).sum();
      decisions.add(
          new Decision(
              words.text(
                  "options.decide-measure",
                  unsure.size(),
                  n.whole(unsure.size()),
                  n.people(people)),
              who("measure")));
    }
  }

  /** What somebody decides or takes to be so, and what it is in each option. */
  private Map<String, String[]> differing() {
    Map<String, String[]> differing = new LinkedHashMap<>();
    for (int k = 1; k < options.size(); k++) {
      Assumptions between =
          Assumptions.between(
              options.get(0).detail().scenario(), options.get(k).detail().scenario());
      for (Change each : between.fields()) {
        if (each.kind() == Kind.DECISION || each.kind() == Kind.ASSUMPTION) {
          String first = n.choice(each.name(), each.from());
          String[] values =
              differing.computeIfAbsent(
                  each.name(),
                  none ->
                      IntStream.range(0, options.size())
                          .mapToObj(all -> first)
                          .toArray(String[]::new));
          values[k] = n.choice(each.name(), each.to());
        }
      }
    }
    return differing;
  }

  private String each(String... values) {
    return n.joined(
        IntStream.range(0, values.length)
            .mapToObj(k -> words.text("options.of-letter", options.get(k).letter(), values[k]))
            .toList());
  }

  private String whoOf(String field) {
    if (new Change(field, "", "").kind() == Kind.ASSUMPTION) {
      return who("measure");
    }
    return who(DECIDERS.getOrDefault(field, DECIDERS.getOrDefault(root(field), "minister")));
  }

  private static String root(String field) {
    return field.split("\\.")[0];
  }

  private String who(String key) {
    return words.text("options.who." + key);
  }
}
