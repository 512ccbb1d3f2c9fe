package org.kiungo.web.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.compare.Corridor;
import org.kiungo.planner.compare.Corridors;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.web.language.NamedPlaces;

/** Links across borders of a plan of several countries, with who may pay for them. */
public final class PlanCorridors {

  private static final String EARNED = "gdp_per_capita_usd";

  private PlanCorridors() {}

  /**
   * A corridor with the places where it crosses the border.
   *
   * @param from name of the place behind the border, or of the nearest that has one; else its id
   * @param to the same on the side of the network
   */
  public record Line(Corridor corridor, String from, String to) {}

  static List<Corridor> of(PlanContent content) {
    PlanFolder folder = content.folder();
    return Corridors.of(
        ScenarioFacts.of(folder.problem(), folder.scenario()),
        folder.plan(),
        PlanCorridors::earnedUsd);
  }

  /** Those of a plan in words, by what crosses them, most first; none for one country. */
  public static List<Line> lines(PlanContent content) {
    if (content.folder().scenario().countries().size() < 2) {
      return List.of();
    }
    Map<String, BuiltLink> links = new HashMap<>();
    content.folder().plan().links().forEach(each -> links.put(each.id(), each));
    Map<String, String> nodes = new HashMap<>();
    for (NetworkNode each : content.folder().problem().nodes()) {
      nodes.put(each.id(), each.name());
    }
    List<Line> lines = new ArrayList<>();
    for (Corridor each : of(content)) {
      BuiltLink across = links.get(each.linkIds().get(0));
      String to = nodes.getOrDefault(across.toId(), "");
      lines.add(
          new Line(
              each,
              name(content, across.fromId(), across.from()),
              to.isEmpty() ? name(content, across.toId(), across.to()) : to));
    }
    return lines;
  }

  private static String name(PlanContent content, String id, LonLat place) {
    NamedPlaces.Near near = content.nearest(place);
    return near == null ? id : near.name();
  }

  /**
   * Gross domestic product a head as the reference facts have it, current USD.
   *
   * @param iso3 ISO 3166-1 alpha-3
   * @return NaN where it is not known
   */
  public static double earnedUsd(String iso3) {
    return Reference.builtIn().countries().stream()
        .filter(each -> each.iso3().equals(iso3))
        .findFirst()
        .map(each -> each.figure(EARNED))
        .orElse(Double.NaN);
  }
}
