package org.kiungo.planner.project;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.LonLat;

/** Names that people recognise, ids made of them, and the place that stands for a project. */
final class ProjectWords {

  private final Places places;
  private final Map<String, BuiltLink> links = new HashMap<>();
  private final Map<String, AccessSite> sites = new HashMap<>();

  ProjectWords(PlanningProblem problem, Plan plan) {
    places = new Places(problem);
    plan.links().forEach(link -> links.put(link.id(), link));
    plan.sites().forEach(site -> sites.put(site.id(), site));
  }

  /** The ends of a corridor, or a place, with the place that stands for it. */
  private record Named(String name, LonLat location) {}

  /** Drafts with name, id and place, in their order; sums are still to come. */
  List<Project> named(List<Draft> drafts) {
    Set<String> taken = new HashSet<>();
    List<Project> projects = new ArrayList<>();
    for (Draft draft : drafts) {
      Work largest = draft.largest();
      boolean shared = largest.layer() == NetworkLayer.BACKBONE;
      Named named = name(draft);
      String start =
          String.join(
              "-", slug(largest.country()), String.valueOf(draft.phase()), slug(named.name()));
      String id = start;
      for (int k = 2; !taken.add(id); k++) {
        id = start + "-" + k;
      }
      projects.add(
          new Project(
              id,
              named.name(),
              draft.kind(),
              largest.country(),
              shared ? "" : largest.district(),
              draft.phase(),
              named.location(),
              0,
              0,
              0,
              draft.works(),
              null,
              List.of()));
    }
    return projects;
  }

  private Named name(Draft draft) {
    List<BuiltLink> own =
        draft.builds().stream()
            .filter(b -> b.kind() == Build.Kind.LINK)
            .map(b -> links.get(b.asset()))
            .toList();
    if (draft.largest().layer() == NetworkLayer.BACKBONE) {
      return own.isEmpty() ? node(draft) : corridor(own);
    }
    Build largest = largestPlace(draft);
    LonLat at = location(largest);
    String district = draft.largest().district();
    String place = places.name(largest.at(), at);
    if (draft.kind() == Project.Kind.LOT && !district.isEmpty()) {
      return new Named(district, at);
    }
    if (place.isEmpty() || district.equals(place)) {
      return new Named(district.isEmpty() ? largest.at() : district, at);
    }
    return new Named(district.isEmpty() ? place : district + ", " + place, at);
  }

  /** From the end nearest the network to the place farthest from there. */
  private Named corridor(List<BuiltLink> own) {
    Set<String> starts = own.stream().map(BuiltLink::fromId).collect(Collectors.toSet());
    BuiltLink root =
        own.stream()
            .filter(link -> !starts.contains(link.toId()))
            .max(
                Comparator.comparingDouble(BuiltLink::loadMbps)
                    .thenComparing(BuiltLink::id, Comparator.reverseOrder()))
            .orElse(own.get(0));
    BuiltLink far =
        own.stream()
            .max(
                Comparator.<BuiltLink>comparingDouble(l -> l.from().distanceKm(root.to()))
                    .thenComparing(BuiltLink::id, Comparator.reverseOrder()))
            .orElseThrow();
    String near = places.name(root.toId(), root.to());
    String end = places.name(far.fromId(), far.from());
    String ends = near.equals(end) ? near : near + " – " + end;
    return new Named(ends.isEmpty() ? root.toId() : ends, root.to());
  }

  private Named node(Draft draft) {
    Build node = draft.builds().get(0);
    LonLat at = places.location(node.at());
    return new Named(places.name(node.at(), at), at);
  }

  /** Where most people are served, else where most is spent. */
  private static Build largestPlace(Draft draft) {
    return draft.builds().stream()
        .max(
            Comparator.comparingDouble((Build b) -> b.people() + b.peopleBasic())
                .thenComparingLong(Build::cents)
                .thenComparing(Build::id, Comparator.reverseOrder()))
        .orElseThrow();
  }

  private LonLat location(Build build) {
    return switch (build.kind()) {
      case SERVICE, NODE -> places.location(build.at());
      case SITE -> sites.get(build.asset()).location();
      case LINK -> links.get(build.asset()).from();
    };
  }

  /** Lower-case Latin letters and digits joined by hyphens; accents are taken off. */
  private static String slug(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return slug.replaceAll("^-|-$", "");
  }
}
