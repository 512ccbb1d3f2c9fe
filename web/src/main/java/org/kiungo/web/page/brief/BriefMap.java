package org.kiungo.web.page.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kiungo.planner.catalogue.MediumLook;
import org.kiungo.planner.catalogue.MediumLooks;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.language.NamedPlaces;
import org.kiungo.web.page.region.MapFrame;
import org.kiungo.web.plan.PlanContent;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The map of a brief as plain SVG numbers: a country's outline, its fibre and links, and for each
 * square of the map how most of its people are served. Small enough for a slow connection.
 */
final class BriefMap {

  private static final double WIDTH = 400;
  private static final double HEIGHT_MOST = 560;
  private static final double SQUARES_ACROSS = 64;
  private static final double SIMPLIFY_DEGREES = 0.01;
  private static final int NAMES_SHOWN = 14;

  /** From the line that letters stand on, as {@code brief-pdf.css} draws their ground. */
  private static final double NAME_ABOVE = 11.5;

  private static final double NAME_BELOW = 2;
  private static final double NAME_WIDTH_PER_LETTER = 6;
  private static final double NAME_GAP = 2;
  private static final double NAME_OFF = 5;

  /** Places without service are ground, not news. */
  private static final double UNSERVED_SCALE = 0.7;

  private final PlanFolder folder;
  private final MapFrame frame;

  BriefMap(PlanFolder folder, Geometry outline) {
    this.folder = folder;
    this.frame = new MapFrame(outline, WIDTH, HEIGHT_MOST, SIMPLIFY_DEGREES);
  }

  /** A symbol: family, or none or basic, at a place; larger for more people. */
  record Symbol(String family, String x, String y, String size) {}

  /** A name beside its place. */
  record Name(String text, String x, String y) {}

  public String viewBox() {
    return frame.viewBox();
  }

  public String outlinePath() {
    return frame.outlinePath();
  }

  /** Existing fibre as one path. */
  public String fibrePath() {
    Strokes strokes = new Strokes();
    folder.problem().fibreLines().forEach(line -> strokes.add(drawn(line.path())));
    return strokes.path();
  }

  /** How the plan's links are drawn, thin ones first. */
  public List<MediumLook> looks() {
    return folder.plan().links().stream()
        .map(each -> MediumLooks.builtIn().shown(each.mediumId()))
        .distinct()
        .sorted(Comparator.comparingDouble(MediumLook::widthPx).thenComparing(MediumLook::id))
        .toList();
  }

  /** New links that are drawn so, as one path. */
  public String linkPath(String look) {
    RoadRoutes roads = RoadRoutes.of(folder.problem().roads());
    Strokes strokes = new Strokes();
    StringBuilder stems = new StringBuilder();
    for (Plan.BuiltLink each : folder.plan().links()) {
      if (!MediumLooks.builtIn().shown(each.mediumId()).id().equals(look)) {
        continue;
      }
      if (SkyWays.isUp(each.toId())) {
        stems.append(stem(each.from()));
      } else {
        strokes.add(drawn(roads.path(each)));
      }
    }
    return stems + strokes.path();
  }

  /** A short stroke upward: the site is fed by satellite. */
  private String stem(LonLat place) {
    return "M" + frame.at(place) + "v-4";
  }

  private List<double[]> drawn(List<LonLat> points) {
    return points.stream().map(each -> new double[] {frame.x(each), frame.y(each)}).toList();
  }

  /** One symbol for each inhabited square, by the service of most of its people. */
  public List<Symbol> symbols() {
    Map<String, String> families = PlanContent.families(folder.problem().catalogue());
    Map<String, Plan.SettlementService> services = new HashMap<>();
    folder.plan().settlements().forEach(each -> services.put(each.settlementId(), each));
    Map<Long, Map<String, Double>> squares = new TreeMap<>();
    double square = WIDTH / SQUARES_ACROSS;
    for (Settlement each : folder.counted().settlements()) {
      Plan.SettlementService service = services.get(each.id());
      // a damaged folder may say nothing of a place
      if (each.population() > 0 && service != null) {
        long column = (long) (frame.x(each.location()) / square);
        long row = (long) (frame.y(each.location()) / square);
        Map<String, Double> here =
            squares.computeIfAbsent(row * 1000 + column, empty -> new TreeMap<>());
        for (Plan.PartService part : service.each()) {
          double people = each.population() * part.shareRatio();
          here.merge(kind(each, part, families), people, Double::sum);
        }
      }
    }
    List<Symbol> symbols = new ArrayList<>();
    squares.forEach((key, people) -> symbols.add(symbol(key, people, square)));
    return symbols;
  }

  private static String kind(
      Settlement at, Plan.PartService service, Map<String, String> families) {
    return switch (PlanContent.Place.shown(at, service.status())) {
      case UNSERVED -> "none";
      case BASELINE -> "base";
      case STANDARD, BASIC -> families.get(service.technologyId());
    };
  }

  private static Symbol symbol(long key, Map<String, Double> people, double square) {
    String most = people.entrySet().stream().max(Map.Entry.comparingByValue()).get().getKey();
    double all = people.values().stream().mapToDouble(Double::doubleValue).sum();
    double full = Math.min(square * 1.6, 3.2 + Math.sqrt(all / 2500));
    double size = most.equals("none") ? full * UNSERVED_SCALE : full;
    double x = (key % 1000 + 0.5) * square - size / 2;
    double y = (key / 1000 + 0.5) * square - size / 2;
    return new Symbol(most, MapFrame.number(x), MapFrame.number(y), MapFrame.number(size));
  }

  /**
   * The most populous named places, each with the squares around it that bear its name: the name
   * after its place, before it where it would run into a larger one's or out of the map, not told
   * where it would on both sides.
   */
  public List<Name> names() {
    Map<String, Double> people =
        folder.problem().settlements().stream()
            .collect(
                Collectors.groupingBy(
                    Settlement::name, Collectors.summingDouble(Settlement::population)));
    List<Envelope> taken = new ArrayList<>();
    List<Name> names = new ArrayList<>();
    folder.problem().settlements().stream()
        .filter(each -> !NamedPlaces.isLent(each))
        .filter(each -> !each.name().isEmpty() && each.population() > 0)
        .sorted(Comparator.comparingDouble(each -> -people.get(each.name())))
        .takeWhile(each -> names.size() < NAMES_SHOWN)
        .forEach(
            each -> {
              double wide = each.name().length() * NAME_WIDTH_PER_LETTER;
              double at = frame.x(each.location());
              double y = frame.y(each.location()) + 3.5;
              for (double x : new double[] {at + NAME_OFF, at - NAME_OFF - wide}) {
                Envelope box = box(x, wide, y);
                if (x >= 0 && x + wide <= WIDTH && taken.stream().noneMatch(box::intersects)) {
                  taken.add(box);
                  names.add(new Name(each.name(), MapFrame.number(x), MapFrame.number(y)));
                  break;
                }
              }
            });
    return names;
  }

  /** What a name covers, its ground included. */
  private static Envelope box(double x, double wide, double y) {
    double end = x + wide + NAME_GAP;
    return new Envelope(x - NAME_GAP, end, y - NAME_ABOVE, y + NAME_BELOW);
  }
}
