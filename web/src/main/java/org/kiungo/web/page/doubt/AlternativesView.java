package org.kiungo.web.page.doubt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.planner.folder.alternative.Alternatives.Alternative;
import org.kiungo.planner.folder.alternative.Alternatives.Difference;
import org.kiungo.planner.folder.alternative.Alternatives.Need;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.doubt.AlternativesContent;
import org.kiungo.web.page.region.MapFrame;
import org.locationtech.jts.geom.Geometry;

/**
 * Other plans with what their page needs, all of it of the study's own files.
 *
 * @param content what came of the study
 * @param frame of the small maps
 * @param others in the order of the study
 */
public record AlternativesView(AlternativesContent content, MapFrame frame, List<Other> others) {

  private static final double WIDTH = 160;
  private static final int SQUARES_ACROSS = 32;

  /** Of a map of so few squares a finer outline is not seen. */
  private static final double SIMPLIFIED_OF_WIDTH = 0.006;

  private static final int TOLD = 2;

  public AlternativesView {
    others = List.copyOf(others);
  }

  /**
   * One of them.
   *
   * @param number 1 for the first
   * @param plan its figures
   * @param more what it counts more than the plan; below zero what it counts less
   * @param toldApart whether that is more than the plan may be short of the best possible
   * @param districts that it serves most more people in, then those most fewer
   * @param apart what tells it from others that serve most more people in the same district; null
   *     where there are none, or nothing does
   * @param technologies with which it serves other numbers of people, the largest difference first
   * @param media on which it spends more or less, likewise
   * @param publicUsd public money that it needs more than the plan; NaN where it is not known
   * @param both squares in which both serve, as a path
   * @param added squares in which it alone serves
   * @param dropped squares in which the plan alone serves
   */
  public record Other(
      int number,
      Alternative plan,
      double more,
      boolean toldApart,
      List<Difference> districts,
      Difference apart,
      List<Difference> technologies,
      List<Difference> media,
      double publicUsd,
      String both,
      String added,
      String dropped) {

    /** Where it serves most more people; null where it serves nowhere more. */
    public Difference most() {
      return districts.isEmpty() || !(districts.get(0).people() > 0) ? null : districts.get(0);
    }
  }

  static AlternativesView of(AlternativesContent content, PlanFolder base, Geometry outline) {
    double degrees = outline.getEnvelopeInternal().getWidth() * SIMPLIFIED_OF_WIDTH;
    MapFrame frame = new MapFrame(outline, WIDTH, degrees);
    Alternatives found = content.alternatives();
    List<Other> others = new ArrayList<>();
    for (int k = 0; k < found.alternatives().size(); k++) {
      Alternative each = found.alternatives().get(k);
      double more = each.value() - found.base().value();
      String[] squares = squares(base, content.serves().get(k), frame);
      others.add(
          new Other(
              k + 1,
              each,
              more,
              Math.abs(more) > found.base().bound() - found.base().value(),
              districts(each),
              apart(each, found.alternatives()),
              largest(each, Alternatives.TECHNOLOGY, Difference::people),
              largest(each, Alternatives.MEDIUM, Difference::usd),
              each.publicUsd() - found.base().publicUsd(),
              squares[0],
              squares[1],
              squares[2]));
    }
    return new AlternativesView(content, frame, others);
  }

  private static List<Difference> by(Alternative plan, String by) {
    return plan.differences().stream().filter(each -> each.by().equals(by)).toList();
  }

  private static List<Difference> districts(Alternative plan) {
    List<Difference> all =
        by(plan, Alternatives.DISTRICT).stream()
            .sorted(Comparator.comparingDouble(Difference::people).reversed())
            .toList();
    List<Difference> told =
        new ArrayList<>(all.stream().filter(each -> each.people() >= 1).limit(TOLD).toList());
    all.stream()
        .filter(each -> each.people() <= -1)
        .sorted(Comparator.comparingDouble(Difference::people))
        .limit(TOLD)
        .forEach(told::add);
    return told;
  }

  /**
   * The first of its own differences that none of its name has the same way; where all have, the
   * first, which they have of another size.
   */
  static Difference apart(Alternative plan, List<Alternative> all) {
    List<Alternative> namesakes =
        all.stream().filter(each -> each != plan && heading(each).equals(heading(plan))).toList();
    List<Difference> own = told(plan);
    if (namesakes.isEmpty() || own.isEmpty()) {
      return null;
    }
    List<Difference> theirs = namesakes.stream().flatMap(each -> told(each).stream()).toList();
    return own.stream()
        .filter(each -> theirs.stream().noneMatch(other -> isAlike(each, other)))
        .findFirst()
        .orElse(own.get(0));
  }

  private static boolean isAlike(Difference one, Difference other) {
    return one.by().equals(other.by())
        && one.id().equals(other.id())
        && one.people() > 0 == other.people() > 0;
  }

  /** Id of the district that a plan is named by; empty where it serves nowhere more. */
  private static String heading(Alternative plan) {
    return districts(plan).stream()
        .filter(each -> each.people() > 0)
        .map(Difference::id)
        .findFirst()
        .orElse("");
  }

  /** What a card tells of places and technologies, but what names it. */
  private static List<Difference> told(Alternative plan) {
    String heading = heading(plan);
    return Stream.concat(
            districts(plan).stream().filter(each -> !each.id().equals(heading)),
            largest(plan, Alternatives.TECHNOLOGY, Difference::people).stream())
        .toList();
  }

  private static List<Difference> largest(
      Alternative plan, String by, ToDoubleFunction<Difference> of) {
    return by(plan, by).stream()
        .filter(each -> Math.abs(of.applyAsDouble(each)) >= 1)
        .sorted(
            Comparator.comparingDouble((Difference each) -> -Math.abs(of.applyAsDouble(each)))
                .thenComparing(Difference::id))
        .limit(TOLD)
        .toList();
  }

  /** Squares of a map that hold places served by both, by the other alone, by the plan alone. */
  private static String[] squares(PlanFolder base, Set<String> other, MapFrame frame) {
    double side = WIDTH / SQUARES_ACROSS;
    TreeMap<Integer, Integer> kinds = new TreeMap<>();
    Set<String> own =
        base.plan().settlements().stream()
            .filter(each -> !each.technologyId().isEmpty())
            .map(SettlementService::settlementId)
            .collect(Collectors.toSet());
    for (Settlement each : base.problem().settlements()) {
      boolean planned = own.contains(each.id());
      boolean served = other.contains(each.id());
      if (planned || served) {
        int column = (int) (frame.x(each.location()) / side);
        int row = (int) (frame.y(each.location()) / side);
        // of a square with several what differs is news
        kinds.merge(
            row * 1000 + column, planned && served ? 0 : served ? 1 : 2, (a, b) -> a == 0 ? b : a);
      }
    }
    StringBuilder[] paths = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
    kinds.forEach(
        (square, kind) ->
            paths[kind]
                .append('M')
                .append(MapFrame.number(square % 1000 * side))
                .append(' ')
                .append(MapFrame.number(square / 1000 * side))
                .append("h5v5h-5z"));
    return new String[] {paths[0].toString(), paths[1].toString(), paths[2].toString()};
  }

  public Alternatives alternatives() {
    return content.alternatives();
  }

  /** Technologies and media of which this is said, the most needed first. */
  public List<Need> needs(String verdict) {
    return alternatives().needs().stream()
        .filter(each -> each.verdict().equals(verdict))
        .sorted(Comparator.comparingDouble((Need each) -> -each.fewerAtLeastRatio()))
        .toList();
  }

  /** Of the people whom the plan serves, the greatest share that another serves others for. */
  public double roomRatio() {
    return 1 - alternatives().room().keptPeopleRatio();
  }
}
