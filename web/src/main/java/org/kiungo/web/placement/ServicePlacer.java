package org.kiungo.web.placement;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.BuiltInServices;
import org.kiungo.geodata.problem.Facilities;
import org.kiungo.geodata.problem.FacilityLayer;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.CombinedPlanning;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceFacts;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.ServiceAssembly;
import org.kiungo.planner.place.ServicePlacement;
import org.kiungo.planner.place.ServiceRequest;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.servicefolder.ServiceFolder;
import org.kiungo.web.dataset.ImportedLayers;

/** Places e-services over today's network of some countries or over the network of a plan. */
public final class ServicePlacer {

  /** Word for all countries of the built-in data. */
  public static final String ALL = "all";

  /** Date on which laws must hold: that of the facts. */
  private static final LocalDate FACTS_DATE = LocalDate.of(2026, 11, 24);

  /** Whom cities stand in for over today's network. */
  private static final List<EService.Users> STAND_INS =
      List.of(EService.Users.HEALTH_FACILITIES, EService.Users.SCHOOLS, EService.Users.SETTLEMENTS);

  private final PlanningProblem problem;
  private final Plan plan;
  private final List<String> countries;
  private final Map<EService.Users, Facilities> facilities;

  private ServicePlacer(
      PlanningProblem problem,
      Plan plan,
      List<String> countries,
      Map<EService.Users, Facilities> facilities) {
    this.problem = problem;
    this.plan = plan;
    this.countries = countries;
    this.facilities = facilities;
  }

  /**
   * Over today's network in the built-in data.
   *
   * @param named ISO 3166-1 alpha-3 codes, or {@value #ALL}
   * @throws InputRefused for an unknown country, or none
   */
  public static ServicePlacer today(List<String> named) {
    List<String> countries = countries(named);
    PlanningProblem network =
        new PlanningProblem(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            CatalogueReader.builtIn(),
            ServiceStandard.DEFAULT,
            Money.DEFAULT,
            List.of());
    return new ServicePlacer(network, null, countries, Map.of());
  }

  /** Over the network once a plan is built. */
  public static ServicePlacer over(PlanFolder folder) {
    List<String> countries =
        List.copyOf(
            new TreeSet<>(
                folder.problem().settlements().stream().map(Settlement::country).toList()));
    List<String> known =
        Reference.builtIn().countries().stream()
            .map(CountryFacts::iso3)
            .filter(countries::contains)
            .toList();
    return new ServicePlacer(folder.counted(), folder.plan(), known, Map.of());
  }

  private static List<String> countries(List<String> named) {
    if (named.isEmpty()) {
      throw new InputRefused("problem.noCountry");
    }
    if (named.contains(ALL)) {
      return Reference.builtIn().countries().stream().map(CountryFacts::iso3).toList();
    }
    named.forEach(Reference.builtIn()::country);
    return List.copyOf(new TreeSet<>(named));
  }

  /** With the health facilities of a layer file; countries without a row have cities stand in. */
  public ServicePlacer withFacilities(Path file) {
    Imported<LayerFeature> layer =
        new LayerImport(Reference.builtIn()).features(file, LayerKind.FACILITIES, null, null);
    return with(EService.Users.HEALTH_FACILITIES, Facilities.of(layer.records(), countries));
  }

  /**
   * With the health sites and schools that Kiungo carries; cities stand in where there are none.
   */
  public ServicePlacer withBuiltIn() {
    return with(List.of(), true);
  }

  /**
   * With the schools and clinics of a source, kind by kind and country by country; of a kind
   * without any nothing changes.
   */
  ServicePlacer with(InstitutionChoice.Source source, ImportedLayers imported) {
    if (source == InstitutionChoice.Source.NONE) {
      return this;
    }
    List<FacilityLayer> own = new ArrayList<>();
    countries.forEach(iso3 -> own.addAll(imported.sources().facilities(iso3)));
    return with(own, source == InstitutionChoice.Source.BUILT_IN);
  }

  private ServicePlacer with(List<FacilityLayer> own, boolean carried) {
    return with(EService.Users.HEALTH_FACILITIES, "clinic", own, carried)
        .with(EService.Users.SCHOOLS, "school", own, carried);
  }

  private ServicePlacer with(
      EService.Users kind, String group, List<FacilityLayer> own, boolean carried) {
    List<FacilityLayer> layers = new ArrayList<>(own);
    if (carried) {
      Set<String> imported = Facilities.of(own, group, countries).countries();
      countries.stream()
          .filter(iso3 -> !imported.contains(iso3))
          .forEach(iso3 -> layers.addAll(FacilityLayer.builtIn(iso3)));
    }
    Facilities users = Facilities.of(layers, group, countries);
    return users.countries().isEmpty() ? this : with(kind, users);
  }

  private ServicePlacer with(EService.Users kind, Facilities users) {
    Map<EService.Users, Facilities> all = new EnumMap<>(EService.Users.class);
    all.putAll(facilities);
    all.put(kind, users);
    return new ServicePlacer(problem, plan, countries, all);
  }

  /** Countries whose people use the services, sorted. */
  public List<String> countries() {
    return countries;
  }

  /** Kinds of the catalogue. */
  public static List<EService> kinds() {
    return CatalogueReader.builtInServices();
  }

  /** Everything the request does not bring itself. */
  public ServiceFacts facts(ServiceRequest request) {
    List<String> hosts = request.hosts().isEmpty() ? countries : countries(request.hosts());
    ServiceFacts facts = BuiltInServices.of(countries, hosts, FACTS_DATE, Sovereignty.Place.FREE);
    if (plan == null) {
      List<ServiceProblem.User> cities = new ArrayList<>();
      countries.forEach(iso3 -> cities.addAll(BuiltInServices.cityCatchments(iso3)));
      for (EService.Users kind : STAND_INS) {
        facts =
            facts.withUsers(
                kind, kind == EService.Users.SETTLEMENTS ? offline(cities) : cities, "cities");
      }
    }
    for (Map.Entry<EService.Users, Facilities> each : facilities.entrySet()) {
      facts = facts.withUsers(each.getKey(), each.getValue().users(), each.getValue().origin());
    }
    return facts;
  }

  /** Whoever is online needs no kiosk. */
  private static List<ServiceProblem.User> offline(List<ServiceProblem.User> cities) {
    return cities.stream()
        .map(
            each ->
                new ServiceProblem.User(
                    each.id(),
                    each.name(),
                    each.location(),
                    each.country(),
                    each.people() * (1 - BuiltInServices.onlineRatio(each.country())),
                    each.serviceIds()))
        .toList();
  }

  /**
   * Plans and places in turn until both agree.
   *
   * @param scenario of the plan
   */
  public CombinedPlanning.Combined combine(
      Scenario scenario, ServiceRequest request, Progress progress, BooleanSupplier stop) {
    return CombinedPlanning.run(
        problem,
        scenario,
        facts(request),
        request,
        CombinedPlanning.TransitTerms.DEFAULT,
        progress,
        stop);
  }

  /** A placement found together with a plan, as files. */
  public ServiceFolder folder(ServiceRequest request, CombinedPlanning.Combined combined) {
    ServiceFacts facts = facts(request);
    return new ServiceFolder(
        request.name(),
        combined.problem(),
        ServiceAssembly.facts(facts, request).origins(),
        useless(facts, request),
        combined.services());
  }

  /** Where the users of each kind come from. */
  public Map<EService.Users, String> origins(ServiceRequest request) {
    return ServiceAssembly.facts(facts(request), request).origins();
  }

  /** The facts that the network rests on. */
  public PlanningProblem problem() {
    return problem;
  }

  /** The users, sites and round trips of a request. */
  public ServiceProblem problem(ServiceRequest request) {
    return ServiceAssembly.of(problem, plan, facts(request), request);
  }

  /**
   * Places what a request asks for.
   *
   * @param stop once true, the best so far is returned with its certificate
   */
  public ServiceFolder place(ServiceRequest request, Progress progress, BooleanSupplier stop) {
    ServiceFacts facts = facts(request);
    progress.report("candidates", 0, Double.NaN, Double.NaN, Double.NaN);
    ServiceProblem asked = ServiceAssembly.of(problem, plan, facts, request);
    Catalogue catalogue = problem.catalogue();
    ServicePlacement.Solved solved =
        ServicePlacement.solve(
            asked, request.limits(), Planner.ENGINE_VERSION, catalogue.version(), progress, stop);
    return new ServiceFolder(
        request.name(),
        asked,
        ServiceAssembly.facts(facts, request).origins(),
        useless(facts, request),
        solved);
  }

  /** Countries where a kind that is asked for has nothing to do, by its id. */
  private static Map<String, Set<String>> useless(ServiceFacts facts, ServiceRequest request) {
    Map<String, Set<String>> useless = new TreeMap<>(facts.useless());
    useless.keySet().retainAll(request.services().stream().map(EService::id).toList());
    useless.values().removeIf(Set::isEmpty);
    return useless;
  }
}
