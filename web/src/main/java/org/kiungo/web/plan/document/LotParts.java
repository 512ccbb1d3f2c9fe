package org.kiungo.web.plan.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.explain.SiteSheet;
import org.kiungo.planner.explain.SiteSheets;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.web.language.NamedPlaces;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;

/** Sites and links of lots as each lot builds them, with what people call where they stand. */
public final class LotParts {

  /**
   * What people call a place.
   *
   * @param name told apart where others are called so too; of what is no settlement, such as a mast
   *     that stands, its own or how far it is from the nearest settlement
   * @param district of the settlement, or of the nearest; empty where not known
   */
  public record Place(String name, String district, LonLat at) {}

  /**
   * What a lot builds of a site: what its first phase does, or what a later one adds.
   *
   * @param site all that it has in the end
   * @param added true of what is added to one that stands
   * @param year in which it is built
   * @param masts that the lot's bill has of it, of which one may stand already
   * @param units likewise
   * @param sheet of the whole site, as an engineer reads it
   */
  public record Site(
      AccessSite site,
      boolean added,
      int year,
      int masts,
      int units,
      Place place,
      SiteSheet sheet) {

    /** Peak power of the panels that the lot builds, kW; not a number without any. */
    public double panelsKwp() {
      return sheet.panelsKwp() * units / site.units();
    }

    /** What the batteries that it builds hold, likewise. */
    public double batteryKwh() {
      return sheet.batteryKwh() * units / site.units();
    }
  }

  /**
   * The same of a link.
   *
   * @param systems that the lot builds
   */
  public record Link(BuiltLink link, boolean added, int year, int systems, Place from, Place to) {}

  /** Parallel units of a phase: how many come to how many that stand. */
  private record Step(int year, int before, int more) {}

  private final PlanFolder folder;
  private final Words words;
  private final PlaceNames names;
  private final Map<String, AccessSite> sites = new HashMap<>();
  private final Map<String, BuiltLink> links = new HashMap<>();
  private final Map<String, AccessTechnology> technologies = new HashMap<>();
  private final Map<String, Settlement> settlements = new HashMap<>();
  private final Map<String, NetworkNode> nodes = new HashMap<>();
  private final Map<String, List<Further>> further = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  /** Worked out once somebody asks for sites. */
  private SiteSheets sheets;

  /** Of a plan's lots. */
  public LotParts(PlanFolder folder, Words words) {
    this.folder = folder;
    this.words = words;
    names = new PlaceNames(folder.problem().settlements(), words);
    var plan = folder.plan();
    plan.sites().forEach(each -> sites.put(each.id(), each));
    plan.links().forEach(each -> links.put(each.id(), each));
    plan.secondPaths().links().forEach(each -> links.put(each.id(), each));
    folder.problem().catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
    folder.problem().settlements().forEach(each -> settlements.put(each.id(), each));
    folder.problem().nodes().forEach(each -> nodes.put(each.id(), each));
    if (plan.programme() != null) {
      for (Further each : plan.programme().further()) {
        further.computeIfAbsent(each.assetId(), k -> new ArrayList<>()).add(each);
      }
    }
  }

  /** Sites that a lot builds, or adds to. */
  public List<Site> sites(Lot lot) {
    List<Site> built = new ArrayList<>();
    for (String id : lot.members().sites()) {
      AccessSite site = sites.getOrDefault(id, sites.get(base(lot, id)));
      Step step = step(site.id(), site.units(), site.buildYear(), lot, !site.id().equals(id));
      AccessTechnology technology = technologies.get(site.technologyId());
      int masts =
          AccessCost.masts(technology, step.before + step.more)
              - (step.before == 0 ? 0 : AccessCost.masts(technology, step.before));
      built.add(
          new Site(
              site,
              step.before > 0,
              step.year,
              masts,
              step.more,
              place(site.placeId(), site.location()),
              sheet(site)));
    }
    return built;
  }

  private SiteSheet sheet(AccessSite site) {
    if (sheets == null) {
      sheets = new SiteSheets(ScenarioFacts.of(folder.problem(), folder.scenario()), folder.plan());
    }
    return sheets.find(site.id()).orElseThrow();
  }

  /** Links likewise. */
  public List<Link> links(Lot lot) {
    List<Link> built = new ArrayList<>();
    for (String id : lot.members().links()) {
      BuiltLink link = links.getOrDefault(id, links.get(base(lot, id)));
      Step step = step(link.id(), link.systems(), link.buildYear(), lot, !link.id().equals(id));
      built.add(
          new Link(
              link,
              step.before > 0,
              step.year,
              step.more,
              place(link.fromId(), link.from()),
              place(link.toId(), link.to())));
    }
    return built;
  }

  private static String base(Lot lot, String id) {
    String mark = "@" + lot.phase();
    return id.endsWith(mark) ? id.substring(0, id.length() - mark.length()) : id;
  }

  private Step step(String id, int all, int firstYear, Lot lot, boolean added) {
    int first = all;
    int sofar = 0;
    int year = firstYear;
    int more = 0;
    for (Further each : further.getOrDefault(id, List.of())) {
      int units = (int) each.further();
      int phase = Phase.of(folder.scenario().phases(), each.buildYear());
      first -= units;
      if (phase < lot.phase()) {
        sofar += units;
      } else if (phase == lot.phase()) {
        more += units;
        year = each.buildYear();
      }
    }
    return added ? new Step(year, first + sofar, more) : new Step(firstYear, 0, first);
  }

  private Place place(String id, LonLat at) {
    return places.computeIfAbsent(id, key -> found(key, at));
  }

  private Place found(String id, LonLat at) {
    Settlement own = settlements.get(id);
    if (own != null) {
      return new Place(names.apart(own), own.district(), own.location());
    }
    NetworkNode node = nodes.get(id);
    Settlement near = nearest(settlements.values().stream(), at);
    String district = near == null ? "" : near.district();
    if (node != null && !node.name().isEmpty()) {
      return new Place(node.name(), district, at);
    }
    return new Place(near == null ? id : near(near, at), district, at);
  }

  /** What stands at a place is called as that; else after the nearest that has a name itself. */
  private String near(Settlement nearest, LonLat at) {
    if (nearest.location().distanceKm(at) < 0.5) {
      return names.apart(nearest);
    }
    Settlement named =
        nearest(
            settlements.values().stream()
                .filter(each -> !each.name().isEmpty() && !NamedPlaces.isLent(each)),
            at);
    return named == null
        ? names.apart(nearest)
        : words.text(
            "ui.place.near", names.apart(named), Math.round(named.location().distanceKm(at)));
  }

  private static Settlement nearest(Stream<Settlement> among, LonLat at) {
    return among
        .min(
            Comparator.comparingDouble((Settlement each) -> each.location().distanceKm(at))
                .thenComparing(Settlement::id))
        .orElse(null);
  }

  /** Where it stands, as cells of a row. */
  public static Map<String, Object> cells(Place place, String prefix) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put(named(prefix, "name"), place.name);
    cells.put(named(prefix, "district"), place.district);
    cells.put(named(prefix, "lon"), place.at.lon());
    cells.put(named(prefix, "lat"), place.at.lat());
    return cells;
  }

  private static String named(String prefix, String name) {
    return prefix.isEmpty()
        ? name
        : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
