package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.cost.ServiceAbroad;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.finance.PublicCost;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.SettlementJson;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.border.Crossings;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.rule.PlaceRules;
import org.kiungo.planner.model.today.Today;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.radio.GroundProfile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The facts and choices a plan folder says it was made from. */
public final class Facts {

  private final Map<String, Settlement> settlements = new LinkedHashMap<>();
  private final Map<String, LonLat> towers = new LinkedHashMap<>();
  private final Map<String, LonLat> nodes = new HashMap<>();
  private final Map<String, FibreLine> fibreLines = new HashMap<>();
  private final Map<String, AccessTechnology> technologies = new LinkedHashMap<>();
  private final Map<String, Medium> media = new LinkedHashMap<>();
  private final Set<String> allowedTechnologies;
  private final Set<String> allowedMedia;
  private final JsonNode scenario;
  private final ServiceStandard standard;
  private final Money money;
  private final PlaceRules rules;
  private final BusyHour busyHour;
  private final TransitCost transit;
  private final Catalogue catalogue;
  private final NodeFacts sellers;
  private final Map<String, String> always;
  private final Map<String, Set<String>> never;
  private final Map<String, Long> forgoneCents = new HashMap<>();
  private final HopFacts hops;
  private final SiteEnergy energy;
  private final RoadFacts roads;
  private final Catalogue catalogueFile;
  private final List<Facts> phases = new ArrayList<>();

  public Facts(FolderReader reader) {
    hops = new HopFacts();
    sellers = new NodeFacts();
    roads = new RoadFacts();
    scenario = reader.document("scenario.json");
    try {
      Fields.text(scenario, "goal");
      Fields.number(scenario, "budgetUsd");
      Fields.number(scenario, "targetRatio");
      standard = FolderReader.JSON.treeToValue(scenario.get("standard"), ServiceStandard.class);
      money = FolderReader.JSON.treeToValue(scenario.get("money"), Money.class);
    } catch (JacksonException | InputRefused e) {
      throw Unreadable.file("scenario.json", e);
    }
    try {
      Catalogue published =
          FolderReader.JSON.treeToValue(reader.document("catalogue.json"), Catalogue.class);
      PlanningProblem levered =
          ChoiceFacts.levered(
              scenario,
              MarketTerm.applyAll(
                  ChoiceFacts.marketTerms(scenario),
                  new PlanningProblem(
                      List.of(), List.of(), List.of(), List.of(), published, standard, money,
                      List.of())));
      catalogue = levered.catalogue();
      rules = ChoiceFacts.rules(levered.rules(), scenario, reader);
      catalogueFile = published;
      busyHour = new BusyHour(standard, money, published);
      transit = new TransitCost(busyHour, money, catalogue);
      catalogue.technologies().forEach(t -> technologies.put(t.id(), t));
      catalogue.media().forEach(m -> media.put(m.id(), m));
    } catch (JacksonException e) {
      throw Unreadable.file("catalogue.json", e);
    }
    always = ChoiceFacts.always(scenario);
    never = ChoiceFacts.never(scenario);
    allowedTechnologies = ChoiceFacts.allowed(scenario.get("technologyIds"), technologies.keySet());
    allowedMedia = ChoiceFacts.allowed(scenario.get("mediumIds"), media.keySet());
    Today today = ChoiceFacts.today(scenario);
    reader.features(
        "settlements.geojson",
        (path, p) -> {
          add(today.of(SettlementJson.read(path.get(0), p)));
          hops.addPlace(p);
        });
    Map<String, String> countries = new HashMap<>();
    reader.features(
        "towers.geojson",
        (path, p) -> {
          addTower(path.get(0), p);
          countries.put(Fields.text(p, "id"), Fields.text(p, "country"));
        });
    reader.features(
        "nodes.geojson",
        (path, p) -> {
          nodes.put(Fields.text(p, "id"), path.get(0));
          sellers.add(p);
          hops.addPlace(p);
          countries.put(Fields.text(p, "id"), Fields.text(p, "country"));
        });
    reader.features(
        "fibre.geojson",
        (path, p) -> {
          FibreLine line = today.of(NodeFacts.fibre(path, p));
          fibreLines.put(line.id(), line);
          countries.put("tap:" + line.id(), Fields.text(p, "country"));
        });
    hops.readBlocked(reader);
    energy = SiteEnergy.of(market(reader));
    if (!scenario.path("roads").asString("").equals("NONE")) {
      roads.read(reader);
    }
    roads.across(
        Crossings.of(
            List.copyOf(settlements.values()),
            countries,
            catalogue.borders(),
            rules.closedBorders(),
            towers,
            roads.places()));
    for (JsonNode phase : scenario.path("phases")) {
      phases.add(in(money.from((int) Fields.number(phase, "firstYear")), reader));
    }
  }

  /** The same with other money and prices. */
  private Facts(Facts other, Money money, Catalogue catalogue, SiteEnergy energy) {
    this.money = money;
    this.catalogue = catalogue;
    this.energy = energy;
    scenario = other.scenario;
    standard = other.standard;
    rules = other.rules;
    busyHour = new BusyHour(standard, money, other.catalogueFile);
    transit = new TransitCost(busyHour, money, catalogue);
    sellers = other.sellers;
    always = other.always;
    never = other.never;
    catalogueFile = other.catalogueFile;
    allowedTechnologies = other.allowedTechnologies;
    allowedMedia = other.allowedMedia;
    hops = other.hops;
    roads = other.roads;
    settlements.putAll(other.settlements);
    towers.putAll(other.towers);
    nodes.putAll(other.nodes);
    fibreLines.putAll(other.fibreLines);
    catalogue.technologies().forEach(t -> technologies.put(t.id(), t));
    catalogue.media().forEach(m -> media.put(m.id(), m));
  }

  /** The same facts with money of other years, or at prices that bound a row of a programme. */
  public Facts in(Money changed, FolderReader reader) {
    PlanningProblem then = market(reader).with().money(changed).build();
    return new Facts(this, changed, catalogue, SiteEnergy.of(then));
  }

  /** At the prices of each phase; this one alone where the scenario has none. */
  public List<Facts> phases() {
    return phases.isEmpty() ? List.of(this) : Collections.unmodifiableList(phases);
  }

  /** The same facts with every price as {@link PublicCost} has it. */
  Facts inPublicMoney(FolderReader reader) {
    PublicCost cost = PublicCost.of(market(reader));
    PlanningProblem dear = cost.problem();
    Facts facts = new Facts(this, money, dear.catalogue(), SiteEnergy.of(dear));
    int i = 0;
    for (Settlement each : dear.settlements()) {
      facts.forgoneCents.put(each.id(), cost.revenueCents()[i++]);
    }
    return facts;
  }

  /** Σ of what leaving each settlement without service costs. */
  long forgoneTotalCents() {
    return forgoneCents.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The settlements and what the plan says it does for them, under the scenario's market terms and
   * levers: what accounts are made from.
   */
  public PlanningProblem market(FolderReader reader) {
    List<MarketTerm> given = ChoiceFacts.marketTerms(scenario);
    PlanningProblem published =
        new PlanningProblem(
            List.copyOf(settlements.values()),
            List.of(),
            List.of(),
            List.of(),
            catalogueFile,
            standard,
            money,
            List.of(),
            ChoiceFacts.economics(reader),
            PlaceRules.NONE);
    boolean untouched = given.isEmpty() && scenario.path("levers").isEmpty();
    return ChoiceFacts.levered(
        scenario, untouched ? published : MarketTerm.applyAll(given, published));
  }

  private void add(Settlement s) {
    if (settlements.put(s.id(), s) != null) {
      throw new IllegalArgumentException("two settlements " + s.id());
    }
  }

  private void addTower(LonLat at, JsonNode p) {
    towers.put(Fields.text(p, "id"), at);
    hops.addTower(p);
  }

  /** What settlements load their networks with. */
  public BusyHour busyHour() {
    return busyHour;
  }

  /** What their traffic costs beyond the nodes. */
  public TransitCost transit() {
    return transit;
  }

  /** Prices under the scenario's levers, in public money where that is asked. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Nodes with a limit. */
  public NodeFacts nodeLimits() {
    return sellers;
  }

  /**
   * The allowed media that span a hop, as they are laid there; radio does not where the ground is
   * shown to block it, nor beyond the longest hop in the rain at its ends, nor where nothing
   * stands; none do across a closed border.
   */
  public List<Medium> spanning(String fromId, String toId, double km) {
    if (!roads.crossings().allows(fromId, toId)) {
      return List.of();
    }
    return media.values().stream()
        .filter(m -> allowedMedia.contains(m.id()) && !m.viaSky() && LinkCost.reaches(m, km))
        .filter(m -> !GroundProfile.isNeededBy(m) || isOpen(fromId, toId, km))
        .map(m -> roads.laid(m, fromId, toId))
        .toList();
  }

  private boolean isOpen(String fromId, String toId, double km) {
    return roads.stands(fromId, toId) && hops.areOpen(fromId, toId, km);
  }

  /** The allowed satellites that may feed a site, near enough for all that it may serve with. */
  public List<Medium> upward() {
    List<AccessTechnology> offered =
        technologies.values().stream().filter(a -> allowedTechnologies.contains(a.id())).toList();
    return media.values().stream()
        .filter(m -> allowedMedia.contains(m.id()) && m.viaSky() && LinkCost.reaches(m, 0))
        .filter(m -> SkyWays.isTimely(m, offered, standard))
        .toList();
  }

  /**
   * Weighted people whom a plan must serve for the scenario's target, today's service taken off.
   */
  public double wantedPeople() {
    return wantedPeople(Fields.number(scenario, "targetRatio"));
  }

  /** The same for a share, 0–1. */
  public double wantedPeople(double shareRatio) {
    double people = 0;
    double served = 0;
    for (Settlement s : settlements.values()) {
      double known = Double.isNaN(s.population()) ? 0 : s.population();
      people += known * rules.weightRatio(s);
      served += known == 0 ? 0 : Demand.served(s, standard) * rules.weightRatio(s);
    }
    return shareRatio * people - served;
  }

  /** Where a settlement or tower stands; null when there is none of this id. */
  public LonLat place(String id) {
    Settlement settlement = settlements.get(id);
    return settlement == null ? towers.get(id) : settlement.location();
  }

  public Map<String, Settlement> settlements() {
    return Collections.unmodifiableMap(settlements);
  }

  public Map<String, LonLat> towers() {
    return Collections.unmodifiableMap(towers);
  }

  public Map<String, LonLat> nodes() {
    return Collections.unmodifiableMap(nodes);
  }

  public Map<String, FibreLine> fibreLines() {
    return Collections.unmodifiableMap(fibreLines);
  }

  public Map<String, AccessTechnology> technologies() {
    return Collections.unmodifiableMap(technologies);
  }

  public Map<String, Medium> media() {
    return Collections.unmodifiableMap(media);
  }

  public Set<String> allowedTechnologies() {
    return allowedTechnologies;
  }

  public Set<String> allowedMedia() {
    return allowedMedia;
  }

  public String catalogueVersion() {
    return catalogue.version();
  }

  public JsonNode scenario() {
    return scenario;
  }

  public ServiceStandard standard() {
    return standard;
  }

  public Money money() {
    return money;
  }

  public PlaceRules rules() {
    return rules;
  }

  /** Locked technology by settlement. */
  public Map<String, String> always() {
    return Collections.unmodifiableMap(always);
  }

  /** Forbidden technologies by settlement; "*" = all. */
  public Map<String, Set<String>> never() {
    return Collections.unmodifiableMap(never);
  }

  /** What leaving settlements without service costs, where money is public money; else empty. */
  public Map<String, Long> forgoneCents() {
    return Collections.unmodifiableMap(forgoneCents);
  }

  /** How sites get their energy. */
  public SiteEnergy energy() {
    return energy;
  }

  /** Roads that cables may follow. */
  public RoadFacts roads() {
    return roads;
  }

  /** Service from sites in other countries. */
  public ServiceAbroad abroad() {
    return new ServiceAbroad(roads.crossings(), rules.serviceAbroadUsdPerYear(), money);
  }

  /** What limits radio. */
  public HopFacts hops() {
    return hops;
  }
}
