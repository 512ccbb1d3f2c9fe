package org.kiungo.geodata.openness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kiungo.geodata.openness.CountryAudit.Unknown;
import org.kiungo.geodata.openness.CountryNetwork.Crossing;
import org.kiungo.geodata.openness.rule.GateRules;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.SubmarineCable;
import org.kiungo.geodata.reference.facts.EconomicFigure;
import org.kiungo.geodata.reference.facts.LandingCity;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.value.LonLat;

/** Audits of the countries in the built-in data. May be called from any thread. */
public final class Openness {

  /** Members of a community are those of this day, the last of which the facts speak. */
  public static final LocalDate MEMBERS_ON = LocalDate.of(2026, 1, 1);

  private final Reference reference;
  private final Map<String, List<String>> neighbours;
  private final Map<String, CountryNetwork> drawn = new ConcurrentHashMap<>();
  private final Map<String, CountryNetwork> networks = new ConcurrentHashMap<>();
  private final Map<String, PlaceNames> names = new ConcurrentHashMap<>();
  private final Map<String, CountryAudit> audits = new ConcurrentHashMap<>();
  private Set<String> domestic;

  /** Works out no network yet. */
  public Openness(Reference reference) {
    this.reference = reference;
    neighbours = Borders.neighbours(reference);
  }

  /** Reads the districts of the whole continent, for which no start of a server waits. */
  private synchronized Set<String> domestic() {
    if (domestic == null) {
      domestic = domestic(reference);
    }
    return domestic;
  }

  /** Cables whose published landings all lie in one country. */
  private static Set<String> domestic(Reference reference) {
    Map<String, Set<String>> countries = new TreeMap<>();
    reference
        .countries()
        .forEach(
            each ->
                reference
                    .landingCities(each.iso3())
                    .forEach(
                        city ->
                            city.cables()
                                .forEach(
                                    cable ->
                                        countries
                                            .computeIfAbsent(cable.name(), k -> new TreeSet<>())
                                            .add(each.iso3()))));
    return reference.cables().stream()
        .filter(cable -> countries.getOrDefault(cable.name(), Set.of()).size() == 1)
        .filter(cable -> cable.landings().stream().allMatch(at -> inAfrica(reference, at)))
        .map(SubmarineCable::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean inAfrica(Reference reference, SubmarineCable.Landing landing) {
    return reference.countryAt(landing.location()).isPresent();
  }

  /**
   * The audit of a country, worked out once.
   *
   * @throws org.kiungo.planner.model.value.InputRefused {@code country.unknown}
   */
  public CountryAudit country(String iso3) {
    return audits.computeIfAbsent(reference.country(iso3).iso3(), this::audit);
  }

  private CountryAudit audit(String iso3) {
    CountryNetwork network = network(iso3);
    Auditor auditor =
        new Auditor(network, neighbours.get(iso3), this::leadsAbroad, this::network, this::names);
    boolean lines = !network.map().isEmpty();
    CountryAudit.Gates gates = gates(network, auditor);
    double unknownKm = network.lengthKm(false);
    List<NearMiss> misses = lines ? auditor.nearMisses() : List.of();
    return new CountryAudit(
        iso3,
        network.peopleInAll(),
        landlocked(iso3),
        gates,
        lines,
        network.lengthKm(true),
        unknownKm,
        auditor.counted(),
        lines ? auditor.exposure() : null,
        lines ? auditor.exposureWithBorders() : null,
        lines ? auditor.exposureIfJoined(misses) : null,
        auditor.singlePoints(),
        misses,
        GateRules.of(iso3),
        unknowns(lines, unknownKm, landlocked(iso3), gates));
  }

  /** As the United Nations list it: Eritrea has a coast and no cable. */
  private boolean landlocked(String iso3) {
    return reference.country(iso3).findFact("lldc").stream()
        .anyMatch(fact -> fact.value().equals("yes"));
  }

  private boolean leadsAbroad(String cable) {
    return !domestic().contains(cable);
  }

  private CountryAudit.Gates gates(CountryNetwork network, Auditor auditor) {
    String iso3 = network.iso3();
    Set<String> cables = new TreeSet<>();
    Set<String> sourced = new TreeSet<>();
    for (LandingCity city : network.landings()) {
      for (LandingCity.Cable cable : city.cables()) {
        if (leadsAbroad(cable.name())) {
          cables.add(cable.name());
          if (!cable.mustVerify() && !city.evidence().mustVerify()) {
            sourced.add(cable.name());
          }
        }
      }
    }
    return new CountryAudit.Gates(
        network.landings().stream().map(Openness::landing).toList(),
        List.copyOf(cables),
        cables.stream().filter(each -> !sourced.contains(each)).toList(),
        neighbours.get(iso3),
        auditor.meets(),
        reference.exchangePoints(iso3).stream()
            .map(
                each ->
                    new CountryAudit.Exchange(
                        each.name(),
                        each.city(),
                        each.yearStarted(),
                        each.evidence().source(),
                        each.evidence().confidence()))
            .toList(),
        reference.facts().economics(iso3).stream()
            .filter(each -> each.indicator().equals("mobile_operators"))
            .mapToInt(Openness::brands)
            .max()
            .orElse(0),
        reference.fibreLines(iso3).stream()
            .filter(line -> line.status() != FibreLine.Status.PLANNED)
            .map(FibreLine::operator)
            .filter(name -> !name.isBlank())
            .sorted()
            .distinct()
            .toList());
  }

  private static int brands(EconomicFigure figure) {
    return (int) figure.high();
  }

  private static CountryAudit.Landing landing(LandingCity city) {
    return new CountryAudit.Landing(
        city.city(),
        city.location().lon(),
        city.location().lat(),
        city.cables().stream().map(LandingCity.Cable::name).toList(),
        city.evidence().source(),
        city.evidence().confidence());
  }

  private static List<Unknown> unknowns(
      boolean lines, double unknownKm, boolean landlocked, CountryAudit.Gates gates) {
    EnumSet<Unknown> unknowns =
        EnumSet.of(
            Unknown.TRAFFIC, Unknown.CONTRACTS, Unknown.RADIO, Unknown.LEVERS, Unknown.TRENCHES);
    if (!lines) {
      unknowns.add(Unknown.LINES);
    }
    if (unknownKm > 0) {
      unknowns.add(Unknown.STATUS);
    }
    if (lines && gates.lineOperators().isEmpty()) {
      unknowns.add(Unknown.OPERATORS);
    }
    if (gates.exchangePoints().isEmpty()) {
      unknowns.add(Unknown.EXCHANGES);
    }
    boolean unnamed = gates.landings().stream().anyMatch(each -> each.cables().isEmpty());
    boolean none = !landlocked && gates.landings().isEmpty();
    if (none || unnamed || !gates.unsourcedCables().isEmpty()) {
      unknowns.add(Unknown.CABLES);
    }
    return List.copyOf(unknowns);
  }

  private PlaceNames names(String iso3) {
    return names.computeIfAbsent(iso3, k -> new PlaceNames(reference, k));
  }

  private CountryNetwork drawn(String iso3) {
    return drawn.computeIfAbsent(iso3, k -> CountryNetwork.of(reference, k));
  }

  CountryNetwork network(String iso3) {
    CountryNetwork known = networks.get(iso3);
    if (known == null) {
      List<Crossing> crossings = new ArrayList<>();
      for (String other : neighbours.get(iso3)) {
        crossings.addAll(Borders.crossings(drawn(iso3), drawn(other)));
      }
      known = drawn(iso3).withCrossings(crossings);
      networks.put(iso3, known);
    }
    return known;
  }

  /**
   * Audits of several countries, in the order given, and what they add up to.
   *
   * @throws org.kiungo.planner.model.value.InputRefused {@code country.unknown}
   */
  public RegionAudit region(List<String> countries) {
    return RegionAudit.of(countries.stream().map(this::country).toList());
  }

  /**
   * What cutting things does to countries.
   *
   * @param countries asked for
   * @param cuts names of cables, landings ({@code Cotonou}, {@code BEN/Cotonou}) and borders
   *     ({@code BEN-TGO})
   * @throws org.kiungo.planner.model.value.InputRefused {@code country.unknown}, or {@code
   *     stress.unknown} for a name that nothing has
   */
  public StressAnswer stress(List<String> countries, List<String> cuts) {
    countries.forEach(reference::country);
    Map<String, CountryNetwork> all = all();
    return new StressTest(all, this::leadsOut, neighbours, this::names)
        .run(countries, new CutNames(all.values(), neighbours).find(cuts));
  }

  private Map<String, CountryNetwork> all() {
    Map<String, CountryNetwork> all = new TreeMap<>();
    neighbours.keySet().forEach(iso3 -> all.put(iso3, network(iso3)));
    return all;
  }

  /** Tells whether what hangs on the fibre nearest to a place has a way out of Africa. */
  @FunctionalInterface
  public interface WaysAbroad {

    /**
     * @param iso3 country of the place
     * @param at where something hangs on today's network
     */
    boolean reach(String iso3, LonLat at);
  }

  /**
   * The ways abroad that today's networks leave after cuts.
   *
   * @param cuts as {@link #stress} takes them; none for the networks as they stand
   * @param borders whether lines that meet at borders carry traffic
   * @throws org.kiungo.planner.model.value.InputRefused {@code stress.unknown}
   */
  public WaysAbroad waysAbroad(List<String> cuts, boolean borders) {
    Map<String, CountryNetwork> all = all();
    Set<String> cut = new CutNames(all.values(), neighbours).find(cuts);
    return new StressTest(all, this::leadsOut, neighbours, this::names).waysAbroad(cut, borders);
  }

  /** True when a name is that of a cable, a landing or a border. */
  public boolean canCut(String name) {
    return new CutNames(all().values(), neighbours).has(name);
  }

  /** Names of all cables that can be cut, sorted. */
  public List<String> cables() {
    return new CutNames(neighbours.keySet().stream().map(this::drawn).toList(), Map.of()).cables();
  }

  /**
   * The cables that countries are known to use, sorted: those that land in them, and of a
   * landlocked one those that land in neighbours whose published lines meet its own.
   *
   * @throws org.kiungo.planner.model.value.InputRefused {@code country.unknown}
   */
  public Set<String> cablesOf(List<String> countries) {
    Set<String> cables = new TreeSet<>();
    for (String iso3 : countries) {
      landed(iso3, cables);
      if (landlocked(iso3)) {
        network(iso3).crossings().forEach(each -> landed(each.neighbour(), cables));
      }
    }
    return cables;
  }

  private void landed(String iso3, Set<String> cables) {
    for (LandingCity city : reference.landingCities(iso3)) {
      city.cables().forEach(cable -> cables.add(cable.name()));
    }
  }

  /** A cable whose landings nobody published is taken to land elsewhere too. */
  private boolean leadsOut(String cable) {
    return reference.cables().stream()
        .filter(each -> each.name().equals(cable))
        .allMatch(each -> !each.landings().stream().allMatch(at -> inAfrica(reference, at)));
  }
}
