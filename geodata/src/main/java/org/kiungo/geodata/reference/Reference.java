package org.kiungo.geodata.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.CsvTable;
import org.kiungo.geodata.reference.facts.ExchangePoint;
import org.kiungo.geodata.reference.facts.FactTables;
import org.kiungo.geodata.reference.facts.LandingCity;
import org.kiungo.geodata.reference.facts.RecMembership;
import org.kiungo.geodata.reference.people.CorrectedPlace;
import org.kiungo.geodata.reference.people.People;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The reference data that the product carries. Loaded piece by piece on first use and shared; all
 * methods may be called from any thread.
 */
public final class Reference implements CountryLookup {

  /** How far outside its simplified border a place still counts as inside (Mombasa: 2.1 km). */
  public static final double BORDER_TOLERANCE_KM = 2.5;

  private static final double BESIDE_KM = 25;

  /** A list that places a site farther from its country than that is wrong about it. */
  private static final double FARTHEST_KM = 500;

  private final String version;
  private final FactTables facts;
  private final Map<String, CountryFacts> countries;
  private final Map<String, List<PopulatedPlace>> places;
  private final Map<String, Geometry> outlines;
  private final Map<String, List<District>> districts = new ConcurrentHashMap<>();
  private final Map<String, DistrictLookup> lookups = new ConcurrentHashMap<>();

  private final Map<String, List<FibreLine>> fibreLines = new ConcurrentHashMap<>();
  private final Map<String, List<NetworkNode>> fibreNodes = new ConcurrentHashMap<>();
  private final Map<String, List<List<LonLat>>> roads = new ConcurrentHashMap<>();

  private Reference() {
    version = Resources.sha256("MANIFEST.csv");
    facts = new FactTables(name -> Resources.open("facts/" + name));
    countries =
        facts.countries().stream()
            .collect(Collectors.toUnmodifiableMap(CountryFacts::iso3, c -> c));
    Map<Long, Long> corrected =
        Inhabited.PEOPLE.corrected().stream()
            .collect(Collectors.toMap(CorrectedPlace::geonamesId, CorrectedPlace::given));
    places =
        CsvTable.rows(Resources.open("places.csv")).stream()
            .map(row -> place(row, corrected))
            .collect(Collectors.groupingBy(PopulatedPlace::country));
    outlines = Outlines.read(Resources.bytes("outlines.json"));
  }

  private static final class Origins {
    private static final Map<String, DistrictOrigin> OF =
        CsvTable.rows(Resources.open("districts.csv")).stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get("iso3"), DistrictOrigin::of));
  }

  private static final class Cables {
    private static final List<SubmarineCable> ALL = NetworkFiles.cables();
  }

  private static final class Rain {
    private static final RainMap MAP = new RainMap();
  }

  private static final class Inhabited {
    private static final People PEOPLE =
        new People(
            name -> Resources.open("people/" + name), (iso3, at) -> builtIn().isLand(iso3, at));
  }

  private static final class Loaded {
    private static final Reference BUILT_IN = new Reference();
  }

  /** The data inside this jar. */
  public static Reference builtIn() {
    return Loaded.BUILT_IN;
  }

  /** SHA-256 over the hashes of all reference files: changes when any of them does. */
  public String version() {
    return version;
  }

  /** The 54 countries, sorted by code. */
  public List<CountryFacts> countries() {
    return facts.countries();
  }

  /**
   * A country's names and figures.
   *
   * @throws InputRefused {@code country.unknown} if the code is none of the 54
   */
  public CountryFacts country(String iso3) {
    CountryFacts country = countries.get(iso3);
    if (country == null) {
      throw new InputRefused("country.unknown", "country", iso3);
    }
    return country;
  }

  /** All tables of sourced facts: regulators, data law, prices, funders and so on. */
  public FactTables facts() {
    return facts;
  }

  /**
   * A country's outline at 1:50 million, for drawing. {@code ESH} (Western Sahara) and {@code XSL}
   * (Somaliland, part of Somalia by ISO 3166) have outlines too, but are no countries here.
   */
  public Geometry outline(String iso3) {
    Geometry outline = outlines.get(iso3);
    return outline == null ? outlines.get(country(iso3).iso3()) : outline;
  }

  @Override
  public Optional<LonLat> placeIn(String iso3) {
    Coordinate inside = outline(iso3).getInteriorPoint().getCoordinate();
    return Optional.of(new LonLat(inside.x, inside.y));
  }

  /** First-level areas of a country, sorted by code; together they are its land. */
  public List<District> districts(String iso3) {
    return districts.computeIfAbsent(
        country(iso3).iso3(), k -> DistrictFile.read(k, districtsGeoJson(k)));
  }

  /** Where a country's districts come from, and whether they are those of today. */
  public DistrictOrigin districtOrigin(String iso3) {
    return Origins.OF.get(country(iso3).iso3());
  }

  /** The districts as a GeoJSON file, UTF-8, for browsers. */
  public byte[] districtsGeoJson(String iso3) {
    return Resources.bytes("districts/" + country(iso3).iso3() + ".geojson");
  }

  /**
   * Named places, sorted by GeoNames number; one that claims its county's people has the grid's
   * figure.
   */
  public List<PopulatedPlace> places(String iso3) {
    return List.copyOf(places.get(country(iso3).iso3()));
  }

  /** Who lives where and who has 4G today, place by place. */
  public People people() {
    return Inhabited.PEOPLE;
  }

  /** How hard it rains, modelled. */
  public RainMap rain() {
    return Rain.MAP;
  }

  public List<ExchangePoint> exchangePoints(String iso3) {
    return facts.exchangePoints(country(iso3).iso3());
  }

  public List<LandingCity> landingCities(String iso3) {
    return facts.landingCities(country(iso3).iso3());
  }

  /**
   * Fibre of a country as it is drawn, with its status; empty for countries without any. Only
   * operational lines work; unknown ones are neither operational nor absent.
   */
  public List<FibreLine> fibreLines(String iso3) {
    return fibreLines.computeIfAbsent(country(iso3).iso3(), NetworkFiles::fibreLines);
  }

  /** Places of a country where a source says that fibre works; empty where none is known. */
  public List<NetworkNode> fibreNodes(String iso3) {
    return fibreNodes.computeIfAbsent(
        country(iso3).iso3(),
        known -> NetworkFiles.fibreNodes(known).stream().map(this::named).toList());
  }

  /** A node without a name is called after the town beside it, else after its district. */
  private NetworkNode named(NetworkNode node) {
    if (!node.name().isEmpty()) {
      return node;
    }
    return node.withName(
        places(node.country()).stream()
            .filter(each -> each.location().distanceKm(node.location()) <= BESIDE_KM)
            .min(Comparator.comparingDouble(each -> each.location().distanceKm(node.location())))
            .map(PopulatedPlace::name)
            .orElseGet(() -> nearestDistrict(node.country(), node.location()).name()));
  }

  /** Trunk roads of a country as they are drawn; empty for countries without any. */
  public List<List<LonLat>> roads(String iso3) {
    return roads.computeIfAbsent(country(iso3).iso3(), RoadFiles::lines);
  }

  /** Submarine cables of the Atlantic side, sorted by name. */
  public List<SubmarineCable> cables() {
    return Cables.ALL;
  }

  /** Memberships of regional economic communities that hold on a date. */
  public List<RecMembership> recs(String iso3, LocalDate date) {
    return facts.recs(country(iso3).iso3(), date);
  }

  /**
   * True when a country's land holds a place, coast and borders within {@link
   * #BORDER_TOLERANCE_KM}.
   */
  @Override
  public boolean contains(String iso3, LonLat place) {
    return findDistrict(iso3, place).isPresent();
  }

  /** True when a place lies on a country's land as its districts are drawn. */
  public boolean isLand(String iso3, LonLat place) {
    return lookup(iso3).find(place, 0).isPresent();
  }

  /** True when a shape lies on a country's land or touches it, an area around all of it too. */
  @Override
  public boolean touches(String iso3, Geometry shape) {
    return lookup(iso3).touches(shape);
  }

  /** The district of a country that holds a place, within {@link #BORDER_TOLERANCE_KM}. */
  public Optional<District> findDistrict(String iso3, LonLat place) {
    return lookup(iso3).find(place, BORDER_TOLERANCE_KM);
  }

  /** The district of a country that holds a place, else the nearest one, however far. */
  public District nearestDistrict(String iso3, LonLat place) {
    return lookup(iso3)
        .find(place, BORDER_TOLERANCE_KM)
        .or(() -> lookup(iso3).find(place, FARTHEST_KM))
        .orElseGet(() -> districts(iso3).get(0));
  }

  private DistrictLookup lookup(String iso3) {
    return lookups.computeIfAbsent(country(iso3).iso3(), k -> new DistrictLookup(districts(k)));
  }

  /**
   * The country that holds a place, as ISO 3166-1 alpha-3; off the coast, the nearest one within
   * {@link #BORDER_TOLERANCE_KM}. Empty at sea, outside Africa and in Western Sahara.
   */
  @Override
  public Optional<String> countryAt(LonLat place) {
    return findDistrict(place).map(District::country);
  }

  /** The district of any country that holds a place. */
  public Optional<District> findDistrict(LonLat place) {
    return lookups.computeIfAbsent("", k -> allDistricts()).find(place, BORDER_TOLERANCE_KM);
  }

  private DistrictLookup allDistricts() {
    List<District> all = new ArrayList<>();
    countries().forEach(c -> all.addAll(districts(c.iso3())));
    return new DistrictLookup(all);
  }

  private static PopulatedPlace place(CSVRecord row, Map<Long, Long> corrected) {
    long id = Long.parseLong(row.get("geonames_id"));
    String population = row.get("population");
    double claimed = population.isEmpty() ? Double.NaN : Double.parseDouble(population);
    double people = corrected.containsKey(id) ? corrected.get(id) : claimed;
    return new PopulatedPlace(
        row.get("iso3"),
        id,
        row.get("name"),
        new LonLat(Double.parseDouble(row.get("lon")), Double.parseDouble(row.get("lat"))),
        people > 0 ? people : Double.NaN,
        row.get("feature"),
        row.get("district"));
  }
}
