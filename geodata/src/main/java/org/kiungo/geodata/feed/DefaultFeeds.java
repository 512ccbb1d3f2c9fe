package org.kiungo.geodata.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.geodata.feed.FeedSources.Candidate;
import org.kiungo.geodata.problem.CoverageReach;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Feed.Layer;
import org.kiungo.planner.scenario.Feed.Use;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * What feeds a layer where nobody has chosen. Imported sources that together hold at least {@value
 * #WHOLE} of what Kiungo carries of the layer (people, km, nodes) are the layer; coverage areas are
 * where their extent holds so much of the country's districts and those of 4G hold half as many
 * people as the country says it covers, or where their import was said to be the whole. Less is a
 * part: it replaces what it lies on, and the rest stays; areas of a part add to what is modelled.
 * Of several drawings of lines or nodes the later ones fill in what the first lacks, so that no
 * cable counts twice; places and areas of several add up, but places that hold over {@value
 * #TOO_MANY} times the people of the country lie on one another. What was merged of several stands
 * for them: none of them counts again. Answers of a survey go before all places, however many
 * people they hold: whom they do not name stays as the others say; so do tiles of speed tests,
 * which raise what the others say. A census counts only where it is chosen, power lines and hazards
 * of all sources do.
 */
final class DefaultFeeds {

  /** Share from which an import is taken for the whole country. */
  static final double WHOLE = 0.8;

  /** Ratio of imported to carried people from which several sources tell of the same places. */
  static final double TOO_MANY = 1.2;

  private final Reference reference;
  private final String iso3;
  private final List<Candidate> candidates;

  DefaultFeeds(Reference reference, String iso3, List<Candidate> candidates) {
    this.reference = reference;
    this.iso3 = iso3;
    this.candidates = List.copyOf(candidates);
  }

  /** Those of a layer; of one that nobody imported, what Kiungo carries. */
  List<Feed> of(Layer layer) {
    List<Candidate> own = candidates.stream().filter(each -> each.layer() == layer).toList();
    if (layer == Layer.CENSUS) {
      return List.of();
    }
    if (layer == Layer.ELEVATION) {
      return List.of(feed(layer, own.isEmpty() ? Feed.NOTHING : own.get(0).source(), Use.ALONE));
    }
    if (layer == Layer.GRID || layer == Layer.HAZARD) {
      return own.isEmpty()
          ? List.of(feed(layer, Feed.NOTHING, Use.ALONE))
          : all(own, layer, own.size() == 1 ? Use.ALONE : Use.ADD);
    }
    if (own.isEmpty()) {
      // of coverage the rows of places go before it: it says who is served where none of them does
      return List.of(feed(layer, Feed.BUILT_IN, Use.ALONE));
    }
    List<Candidate> answers = own.stream().filter(each -> each.facts().answers()).toList();
    if (!answers.isEmpty()) {
      return before(answers, layer);
    }
    List<Candidate> tests = own.stream().filter(each -> each.facts().measured()).toList();
    if (!tests.isEmpty()) {
      return beside(tests, layer);
    }
    if (layer == Layer.TOWERS) {
      // what stands is beside what covered places must have
      List<Feed> feeds = all(own, layer, Use.ADD);
      feeds.add(feed(layer, Feed.BUILT_IN, Use.ADD));
      return feeds;
    }
    Set<String> merged = new HashSet<>();
    own.forEach(each -> merged.addAll(each.madeOf()));
    if (!merged.isEmpty()) {
      return beside(own, layer, merged);
    }
    if (isWhole(layer)) {
      return own.size() == 1
          ? List.of(feed(layer, own.get(0).source(), Use.ALONE))
          : isDrawn(layer) || isToldTwice(layer) ? ranked(own, layer) : all(own, layer, Use.ADD);
    }
    // where an area of a part ends nobody has said that there is no service beyond
    boolean adds = layer == Layer.COVERAGE;
    List<Feed> feeds = all(own, layer, adds ? Use.ADD : Use.REPLACE);
    feeds.add(feed(layer, Feed.BUILT_IN, adds ? Use.ADD : Use.FILL));
    return feeds;
  }

  /** What feeds the layer without tests, and these, which raise it. */
  private List<Feed> beside(List<Candidate> tests, Layer layer) {
    List<Feed> feeds = new ArrayList<>();
    for (Feed each : without(tests).of(layer)) {
      Use use = each.use() == Use.ALONE ? Use.REPLACE : each.use();
      feeds.add(feed(layer, each.source(), use));
    }
    feeds.addAll(all(tests, layer, Use.ADD));
    return feeds;
  }

  private DefaultFeeds without(List<Candidate> left) {
    return new DefaultFeeds(
        reference, iso3, candidates.stream().filter(each -> !left.contains(each)).toList());
  }

  /** Answers, then what feeds the layer without them. */
  private List<Feed> before(List<Candidate> answers, Layer layer) {
    List<Feed> feeds = all(answers, layer, Use.REPLACE);
    for (Feed each : without(answers).of(layer)) {
      Use use = each.use() == Use.ALONE ? Use.FILL : each.use();
      feeds.add(feed(layer, each.source(), use));
    }
    return feeds;
  }

  /** The first of what was merged; what came in later replaces what it lies on. */
  private List<Feed> beside(List<Candidate> own, Layer layer, Set<String> merged) {
    Candidate first = own.stream().filter(each -> !each.madeOf().isEmpty()).findFirst().get();
    List<Candidate> later =
        own.stream()
            .filter(each -> each.madeOf().isEmpty() && !merged.contains(each.source()))
            .toList();
    boolean carriedToo = !merged.contains(Feed.BUILT_IN) && !isWhole(layer);
    if (later.isEmpty() && !carriedToo) {
      return List.of(feed(layer, first.source(), Use.ALONE));
    }
    List<Feed> feeds = all(later, layer, Use.REPLACE);
    feeds.add(feed(layer, first.source(), later.isEmpty() ? Use.REPLACE : Use.FILL));
    if (carriedToo) {
      feeds.add(feed(layer, Feed.BUILT_IN, Use.FILL));
    }
    return feeds;
  }

  private List<Feed> all(List<Candidate> own, Layer layer, Use use) {
    List<Feed> feeds = new ArrayList<>();
    own.forEach(each -> feeds.add(feed(layer, each.source(), use)));
    return feeds;
  }

  private static boolean isDrawn(Layer layer) {
    return layer == Layer.FIBRE_LINES || layer == Layer.ROADS || layer == Layer.NODES;
  }

  private List<Feed> ranked(List<Candidate> own, Layer layer) {
    List<Feed> feeds = all(own.subList(1, own.size()), layer, Use.FILL);
    feeds.add(0, feed(layer, own.get(0).source(), Use.REPLACE));
    return feeds;
  }

  private Feed feed(Layer layer, String source, Use use) {
    return new Feed(iso3, layer, source, use);
  }

  private boolean isWhole(Layer layer) {
    List<Candidate> own = candidates.stream().filter(each -> each.layer() == layer).toList();
    if (own.isEmpty()) {
      return false;
    }
    if (layer == Layer.COVERAGE) {
      return own.stream().anyMatch(Candidate::whole) || holdsDistricts(own) && holdsPeople(own);
    }
    return sum(own) >= WHOLE * carried(layer);
  }

  private boolean isToldTwice(Layer layer) {
    List<Candidate> own = candidates.stream().filter(each -> each.layer() == layer).toList();
    return layer == Layer.SETTLEMENTS && sum(own) > TOO_MANY * carried(layer);
  }

  private static double sum(List<Candidate> own) {
    return own.stream().mapToDouble(each -> each.facts().sum()).sum();
  }

  /** What Kiungo carries, in the unit of the layer. */
  private double carried(Layer layer) {
    return switch (layer) {
      case SETTLEMENTS -> PlaceMerge.people(ProblemAssembly.builtInSettlements(iso3));
      case NODES -> ProblemAssembly.builtInNodes(iso3).size();
      case FIBRE_LINES ->
          reference.fibreLines(iso3).stream()
              .mapToDouble(line -> LayerFacts.lengthKm(line.path()))
              .sum();
      case ROADS -> reference.roads(iso3).stream().mapToDouble(LayerFacts::lengthKm).sum();
      case CENSUS, COVERAGE, TOWERS, ELEVATION, GRID, HAZARD -> 0;
    };
  }

  /** Whether areas of the standard hold at least half of the published share of people. */
  private boolean holdsPeople(List<Candidate> own) {
    Set<String> held = new HashSet<>();
    own.forEach(each -> held.addAll(each.facts().heldPlaces()));
    double ratio = CoverageReach.ratio(iso3, held);
    return CoverageReach.published(iso3)
        .filter(published -> ratio < CoverageReach.LEAST * published.ratio())
        .isEmpty();
  }

  private boolean holdsDistricts(List<Candidate> own) {
    Envelope extent = new Envelope();
    own.stream()
        .map(each -> each.facts().extent())
        .filter(each -> each != null)
        .forEach(extent::expandToInclude);
    var districts = reference.districts(iso3);
    long held = districts.stream().filter(each -> extent.contains(middle(each.shape()))).count();
    return held >= WHOLE * districts.size();
  }

  private static Coordinate middle(org.locationtech.jts.geom.Geometry area) {
    return area.getInteriorPoint().getCoordinate();
  }
}
