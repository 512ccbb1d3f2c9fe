package org.kiungo.geodata.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.layer.SurveyAnswers;
import org.kiungo.planner.model.Settlement;

/**
 * Settlements of several sources as one set, in which nobody is counted twice.
 *
 * <p>A place of lower rank that lies on the ground of a higher one, or has its name within {@value
 * #NAMED_KM} km, or its id, is the same place: it leaves with its people. People whom a higher
 * place counts beyond those were counted in the places around it, whose ground touches its own: the
 * nearest give up so many, to nobody left. The ground of a place is a circle of its area, at least
 * {@value #LEAST_KM} km wide.
 *
 * <p>A row that answers a survey is the place of its id in the sources of lower rank, with the
 * coverage and the people that it says: nothing around it changes.
 */
final class PlaceMerge {

  /** How far apart sources may put the same name; assumed, half a degree of a town is 10 km. */
  static final double NAMED_KM = 10;

  /** Radius of a place whose area is not known; assumed. */
  static final double LEAST_KM = 1;

  /** No place is wider: 5,000 km². */
  private static final double MOST_KM = 40;

  private final List<Settlement> merged = new ArrayList<>();
  private final List<MergedPlaces.Part> parts = new ArrayList<>();
  private final Standing taken = new Standing();
  private final Standing replaced = new Standing();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private final Map<String, Settlement> byId = new HashMap<>();

  /** Places that stand, by where they lie and by their plain names. */
  private static final class Standing {

    private final PointGround<Settlement> ground = new PointGround<>(Settlement::location, 0);
    private final Map<String, List<Settlement>> named = new HashMap<>();

    void add(Settlement place) {
      ground.add(place);
      named.computeIfAbsent(plain(place), name -> new ArrayList<>()).add(place);
    }

    boolean has(Settlement place) {
      return ground.within(place.location(), 0).contains(place);
    }

    /** Those that another is, by reach or by name. */
    List<Settlement> same(Settlement lower, double widestKm) {
      List<Settlement> same = ground.within(lower.location(), widestKm);
      same.removeIf(upper -> km(lower, upper) > reachKm(upper));
      String name = plain(lower);
      if (!name.isEmpty()) {
        named.getOrDefault(name, List.of()).stream()
            .filter(upper -> km(lower, upper) <= NAMED_KM)
            .forEach(same::add);
      }
      return same;
    }
  }

  private PlaceMerge() {}

  /**
   * One set.
   *
   * @param sources in the order of their ranks
   */
  static MergedPlaces of(List<Ranked<Settlement>> sources) {
    PlaceMerge merge = new PlaceMerge();
    for (int k = 0; k < sources.size(); k++) {
      merge.add(sources.get(k), sources.subList(k + 1, sources.size()));
    }
    return new MergedPlaces(merge.merged, merge.parts);
  }

  private void add(Ranked<Settlement> whole, List<Ranked<Settlement>> lower) {
    List<Settlement> kept = answers(whole, lower);
    int answers = kept.size();
    Ranked<Settlement> source =
        new Ranked<>(
            whole.source(),
            whole.use(),
            whole.records().stream().filter(each -> !answered.contains(each.id())).toList());
    Standing above = source.fills() ? taken : replaced;
    List<Settlement> own = merged.isEmpty() ? source.records() : beside(source, above);
    for (Settlement each : own) {
      Settlement named = ids.add(each.id()) ? each : each.withId(free(each.id()));
      kept.add(named);
    }
    for (Settlement each : kept.subList(answers, kept.size())) {
      taken.add(each);
      if (source.replaces()) {
        replaced.add(each);
      }
      byId.put(each.id(), each);
    }
    merged.addAll(kept);
    double people = people(kept);
    parts.add(
        new MergedPlaces.Part(
            whole.source(),
            kept.size(),
            people,
            whole.records().size() - kept.size(),
            people(whole.records()) - people));
  }

  /** Rows of a source that answer for places of lower ones, as those places. */
  private List<Settlement> answers(Ranked<Settlement> source, List<Ranked<Settlement>> lower) {
    List<Settlement> answers = new ArrayList<>();
    for (Settlement each : source.records()) {
      Optional<Settlement> known =
          lower.stream()
              .filter(other -> SurveyAnswers.is(each))
              .flatMap(other -> other.records().stream())
              .filter(other -> other.id().equals(each.id()) && !answered.contains(each.id()))
              .findFirst();
      if (known.isPresent()) {
        answers.add(told(each, known.get()));
        answered.add(each.id());
        ids.add(each.id());
      }
    }
    return answers;
  }

  private static Settlement told(Settlement answer, Settlement known) {
    Map<String, String> attributes = new HashMap<>(known.attributes());
    attributes.putAll(answer.attributes());
    boolean counted = answer.population() >= 0 && answer.population() != known.population();
    Settlement place =
        known
            .with()
            .population(counted ? answer.population() : known.population())
            .modelled(known.modelled() && !counted)
            .attributes(attributes)
            .build();
    double ratio = answer.baselineCoverageRatio();
    return Double.isNaN(ratio) ? place : place.withBaseline(ratio);
  }

  private String free(String id) {
    int n = 2;
    while (!ids.add(id + "~" + n)) {
      n++;
    }
    return id + "~" + n;
  }

  /** Those of a source that have their place beside what stands above them. */
  private List<Settlement> beside(Ranked<Settlement> source, Standing above) {
    Map<Settlement, Double> counted = new IdentityHashMap<>();
    List<Settlement> left = new ArrayList<>();
    double uppersKm = widestKm(merged);
    for (Settlement each : source.records()) {
      Settlement same = same(each, above, uppersKm);
      if (same == null) {
        left.add(each);
      } else {
        counted.merge(same, known(each), Double::sum);
      }
    }
    PointGround<Settlement> around = new PointGround<>(Settlement::location, 0);
    left.forEach(around::add);
    Map<Settlement, Double> givenUp = new IdentityHashMap<>();
    double widestKm = widestKm(left);
    for (Settlement upper : merged) {
      double extra = known(upper) - counted.getOrDefault(upper, 0.0);
      if (extra > 0 && above.has(upper)) {
        List<Settlement> near = around.within(upper.location(), widestKm + reachKm(upper));
        takeAround(upper, extra, near, givenUp);
        near.stream().filter(each -> isEmpty(each, givenUp)).forEach(around::remove);
      }
    }
    return left.stream()
        .map(each -> less(each, givenUp.getOrDefault(each, 0.0)))
        .filter(each -> each != null)
        .toList();
  }

  /** The place above that is this one; null for none. */
  private Settlement same(Settlement lower, Standing above, double widestKm) {
    Settlement known = byId.get(lower.id());
    if (known != null && above.has(known)) {
      return known;
    }
    return above.same(lower, widestKm).stream().min(nearest(lower)).orElse(null);
  }

  private static double km(Settlement one, Settlement other) {
    return one.location().distanceKm(other.location());
  }

  private static void takeAround(
      Settlement upper, double extra, List<Settlement> near, Map<Settlement, Double> givenUp) {
    double left = extra;
    near.removeIf(each -> km(each, upper) > reachKm(each) + reachKm(upper));
    near.sort(nearest(upper));
    for (Settlement each : near) {
      if (!(left > 0)) {
        return;
      }
      double gone = givenUp.getOrDefault(each, 0.0);
      double gives = Math.min(left, known(each) - gone);
      if (gives > 0) {
        givenUp.put(each, gone + gives);
        left -= gives;
      }
    }
  }

  /** With fewer people, a remainder that no source states; null with nobody left. */
  private static Settlement less(Settlement place, double people) {
    if (people == 0) {
      return place;
    }
    double left = place.population() - people;
    return left < 0.5 ? null : place.withPopulation(left).withModelled(true);
  }

  private static Comparator<Settlement> nearest(Settlement to) {
    return Comparator.comparingDouble((Settlement each) -> km(each, to))
        .thenComparing(Settlement::id);
  }

  /** Whether nobody is left to be taken from it: where many lie close, most soon are. */
  private static boolean isEmpty(Settlement place, Map<Settlement, Double> givenUp) {
    return known(place) - givenUp.getOrDefault(place, 0.0) <= 0;
  }

  /** How far places reach at most: nothing further away need be looked at. */
  private static double widestKm(List<Settlement> places) {
    return places.stream().mapToDouble(PlaceMerge::reachKm).max().orElse(0);
  }

  private static double reachKm(Settlement place) {
    double radius = Math.sqrt(place.areaKm2() / Math.PI);
    return radius > LEAST_KM ? Math.min(radius, MOST_KM) : LEAST_KM;
  }

  private static String plain(Settlement place) {
    return java.text.Normalizer.normalize(place.name(), java.text.Normalizer.Form.NFD)
        .replaceAll("\\P{L}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static double known(Settlement place) {
    return Double.isNaN(place.population()) ? 0 : place.population();
  }

  static double people(List<Settlement> places) {
    return places.stream().mapToDouble(PlaceMerge::known).sum();
  }
}
