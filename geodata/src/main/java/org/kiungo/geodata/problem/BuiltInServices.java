package org.kiungo.geodata.problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.EconomicFigure;
import org.kiungo.geodata.reference.facts.ExchangePoint;
import org.kiungo.geodata.reference.facts.FactTables;
import org.kiungo.geodata.reference.facts.LandingCity;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.SeaCable;
import org.kiungo.planner.model.service.ServiceFacts;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.model.value.LonLat;

/**
 * Facts about e-services in the built-in data: cities, seats of districts and networks as users,
 * backbone nodes as candidate sites, exchange points that stand, submarine cables, data laws.
 *
 * <p>Assumed, each within ×/÷ 2: a new host building with rack, 2 kW of solar power with battery (3
 * USD per W, Giga open cost model), cooling and fibre entry costs {@value #BUILDING_USD} USD and
 * {@value #BUILDING_USD_PER_YEAR} USD a year. The power grid of a site is its country's; its cable
 * is the first sourced one at its country's nearest landing, else not known.
 */
public final class BuiltInServices {

  /** Bottom-up: power 10,000, rack and cooling 5,000, fibre entry 5,000. */
  static final double BUILDING_USD = 20_000;

  /** 10 % of capex, as radio equipment in pytal. */
  static final double BUILDING_USD_PER_YEAR = 2_000;

  /** Places of so many people are cities here. */
  static final double CITY_PEOPLE = 100_000;

  private static final double SAME_PLACE_KM = 10;

  /** Fewer networks have nothing to exchange (IXP Toolkit, https://www.ixptoolkit.org). */
  static final int EXCHANGING_NETWORKS = 3;

  private static final String EXCHANGE = "exchange-point";

  private BuiltInServices() {}

  /**
   * @param users countries whose people use the services, ISO 3166-1 alpha-3
   * @param hosts countries that may host them
   * @param date on which memberships and laws must hold
   * @param whereUnknown how a country and data class without a rule is taken
   */
  public static ServiceFacts of(
      Collection<String> users,
      Collection<String> hosts,
      LocalDate date,
      Sovereignty.Place whereUnknown) {
    Reference reference = Reference.builtIn();
    Set<String> both = new TreeSet<>(users);
    both.addAll(hosts);
    List<NetworkNode> nodes = new ArrayList<>();
    both.forEach(iso3 -> nodes.addAll(BuiltInNodes.of(reference, iso3)));
    List<ServiceProblem.Site> sites = new ArrayList<>();
    for (String iso3 : new TreeSet<>(hosts)) {
      BuiltInNodes.of(reference, iso3).forEach(node -> sites.add(site(reference, node)));
    }
    Map<EService.Users, List<ServiceProblem.User>> byKind = new EnumMap<>(EService.Users.class);
    Map<EService.Users, String> origins = new EnumMap<>(EService.Users.class);
    List<ServiceProblem.User> cities = new ArrayList<>();
    List<ServiceProblem.User> seats = new ArrayList<>();
    for (String iso3 : new TreeSet<>(users)) {
      cities.addAll(cities(reference, iso3, false));
      seats.addAll(seats(reference, iso3));
    }
    byKind.put(EService.Users.CITIES, cities);
    origins.put(EService.Users.CITIES, "cities");
    byKind.put(EService.Users.UNIVERSITIES, cities);
    origins.put(EService.Users.UNIVERSITIES, "cities");
    byKind.put(EService.Users.NETWORKS, networks(reference, new TreeSet<>(users)));
    origins.put(EService.Users.NETWORKS, "networks");
    byKind.put(EService.Users.PUBLIC_OFFICES, seats);
    origins.put(EService.Users.PUBLIC_OFFICES, "seats");
    return new ServiceFacts(
        byKind,
        origins,
        sites,
        nodes,
        cables(reference),
        DataLaws.rules(reference, date, Confidence.LOW, whereUnknown),
        Map.of(EXCHANGE, withoutExchange(new TreeSet<>(users))));
  }

  /**
   * Countries where an exchange point would have too few networks. Where one stands, networks do
   * meet.
   */
  static Set<String> withoutExchange(Collection<String> countries) {
    Reference reference = Reference.builtIn();
    Set<String> without = new TreeSet<>();
    for (String iso3 : countries) {
      if (networks(reference, iso3) < EXCHANGING_NETWORKS
          && reference.exchangePoints(iso3).isEmpty()) {
        without.add(iso3);
      }
    }
    return without;
  }

  /**
   * Networks that could meet in a country, as far as they are known: mobile operators and the
   * research network; of fixed ones nothing is known.
   */
  private static int networks(Reference reference, String iso3) {
    FactTables facts = reference.facts();
    double operators =
        facts.economics(iso3).stream()
            .filter(each -> each.indicator().equals("mobile_operators"))
            .mapToDouble(EconomicFigure::high)
            .max()
            .orElse(0);
    return (int) operators + (facts.findResearchNetwork(iso3).isPresent() ? 1 : 0);
  }

  /**
   * Those of a country as one demand point, with its people behind them: where an exchange point
   * stands, so that none is placed beside it, else in the capital, assumed.
   */
  private static List<ServiceProblem.User> networks(Reference reference, Set<String> countries) {
    List<ServiceProblem.User> users = new ArrayList<>();
    for (String iso3 : countries) {
      CountryFacts country = reference.country(iso3);
      ExchangePoint known = reference.exchangePoints(iso3).stream().findFirst().orElse(null);
      users.add(
          new ServiceProblem.User(
              iso3 + "_networks",
              known == null ? country.capital() : known.city(),
              known == null ? country.capitalLocation() : known.location(),
              iso3,
              country.population(),
              Math.max(1, networks(reference, iso3)),
              Set.of()));
    }
    return users;
  }

  /** The share of a country's people who use the Internet already; 0 where nobody knows. */
  public static double onlineRatio(String iso3) {
    double percent = Reference.builtIn().country(iso3).figure("internet_users_pct");
    return Double.isNaN(percent) ? 0 : percent / 100;
  }

  /**
   * Cities as stand-ins for institutions whose layer is missing: the country's people are shared
   * over its cities in proportion to theirs.
   */
  public static List<ServiceProblem.User> cityCatchments(String iso3) {
    return cities(Reference.builtIn(), iso3, true);
  }

  private static List<ServiceProblem.User> cities(
      Reference reference, String iso3, boolean wholeCountry) {
    List<PopulatedPlace> places =
        reference.places(iso3).stream()
            .filter(p -> p.population() >= CITY_PEOPLE || p.feature().equals("PPLC"))
            .filter(p -> p.population() > 0)
            .toList();
    double sum = places.stream().mapToDouble(PopulatedPlace::population).sum();
    double factor = wholeCountry ? reference.country(iso3).population() / sum : 1;
    return places.stream().map(p -> user(p, p.population() * factor)).toList();
  }

  private static List<ServiceProblem.User> seats(Reference reference, String iso3) {
    return reference.places(iso3).stream()
        .filter(p -> p.feature().equals("PPLC") || p.feature().equals("PPLA"))
        .filter(p -> p.population() > 0)
        .map(p -> user(p, p.population()))
        .toList();
  }

  private static ServiceProblem.User user(PopulatedPlace p, double people) {
    return new ServiceProblem.User(
        p.country() + "_gn" + p.geonamesId(),
        p.name(),
        p.location(),
        p.country(),
        people,
        Set.of());
  }

  private static ServiceProblem.Site site(Reference reference, NetworkNode node) {
    boolean exchange = node.kind() == NetworkNode.Kind.EXCHANGE_POINT && !node.assumed();
    return new ServiceProblem.Site(
        node.id(),
        node.name(),
        node.location(),
        node.country(),
        kind(reference, node),
        exchange ? 0 : BUILDING_USD,
        exchange ? 0 : BUILDING_USD_PER_YEAR,
        exchange ? Set.of(EXCHANGE) : Set.of(),
        node.country(),
        cable(reference, node));
  }

  /** A capital or a city can host whatever its landing or exchange could. */
  private static EService.SiteKind kind(Reference reference, NetworkNode node) {
    if (near(node, reference.country(node.country()).capitalLocation())) {
      return EService.SiteKind.CAPITAL;
    }
    boolean city =
        reference.places(node.country()).stream()
            .anyMatch(p -> p.population() >= CITY_PEOPLE && near(node, p.location()));
    if (city) {
      return EService.SiteKind.CITY;
    }
    return switch (node.kind()) {
      case EXCHANGE_POINT -> EService.SiteKind.EXCHANGE_POINT;
      case LANDING_STATION -> EService.SiteKind.LANDING_STATION;
      case CITY, FIBRE_NODE -> EService.SiteKind.CITY;
    };
  }

  private static boolean near(NetworkNode node, LonLat place) {
    return node.location().distanceKm(place) <= SAME_PLACE_KM;
  }

  private static String cable(Reference reference, NetworkNode node) {
    return reference.landingCities(node.country()).stream()
        .min(Comparator.comparingDouble(c -> c.location().distanceKm(node.location())))
        .flatMap(
            city ->
                city.cables().stream()
                    .filter(cable -> !cable.mustVerify())
                    .map(LandingCity.Cable::name)
                    .sorted()
                    .findFirst())
        .orElse("");
  }

  /** Sourced cables with two landings in Africa or more. */
  private static List<SeaCable> cables(Reference reference) {
    Map<String, List<LonLat>> landings = new TreeMap<>();
    for (var country : reference.countries()) {
      for (LandingCity city : reference.landingCities(country.iso3())) {
        for (LandingCity.Cable cable : city.cables()) {
          if (!cable.mustVerify()) {
            landings.computeIfAbsent(cable.name(), k -> new ArrayList<>()).add(city.location());
          }
        }
      }
    }
    return landings.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> new SeaCable(entry.getKey(), entry.getValue()))
        .toList();
  }
}
