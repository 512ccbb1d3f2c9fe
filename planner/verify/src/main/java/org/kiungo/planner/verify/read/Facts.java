package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.SettlementJson;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.BusyHourLoad;
import org.kiungo.planner.verify.formula.Coverage;
import org.kiungo.planner.verify.formula.PeopleServed;
import org.kiungo.planner.verify.formula.Prices;
import org.kiungo.planner.verify.law.Market;
import org.kiungo.planner.verify.law.PlaceLaw;
import org.kiungo.planner.verify.law.ScenarioLaw;
import org.kiungo.planner.verify.law.TodayLaw;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The facts and choices a plan folder says it was made from. */
public final class Facts {

  private static final String KNOWN = "scenario.known";

  private final Map<String, Settlement> settlements = new LinkedHashMap<>();
  private final Map<String, LonLat> towers = new LinkedHashMap<>();
  private final Map<String, LonLat> nodes = new HashMap<>();
  private final Map<String, List<LonLat>> fibreLines = new HashMap<>();
  private final Map<String, AccessTechnology> technologies = new LinkedHashMap<>();
  private final Map<String, Medium> media = new LinkedHashMap<>();
  private final Set<String> allowedTechnologies;
  private final Set<String> allowedMedia;
  private final JsonNode scenario;
  private final ServiceStandard standard;
  private final Money money;
  private final PlaceRules rules;
  private final BusyHourLoad load;
  private final Prices prices;
  private final Market market;
  private final Coverage coverage;
  private final NodeFacts sellers;
  private final Map<String, String> always;
  private final Map<String, String> lockedPlaces;
  private final Map<String, Set<String>> never;
  private final Map<String, Long> forgoneCents = new HashMap<>();
  private final HopFacts hops;
  private final RoadFacts roads;
  private final AbroadFacts abroad;
  private final Redacted redacted;
  private final List<Facts> phases = new ArrayList<>();
  private final Names names;

  public Facts(FolderReader reader) {
    hops = new HopFacts();
    names = new Names();
    sellers = new NodeFacts();
    roads = new RoadFacts();
    redacted = new Redacted(reader);
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
    Today today = ChoiceFacts.today(scenario);
    reader.features(
        "settlements.geojson",
        (path, p) -> {
          add(TodayLaw.counted(today, SettlementJson.read(path.get(0), p)));
          names.place(Fields.text(p, "id"), "settlement");
          hops.addPlace(p);
        });
    Catalogue published;
    try {
      published = FolderReader.JSON.treeToValue(reader.document("catalogue.json"), Catalogue.class);
    } catch (JacksonException e) {
      throw Unreadable.file("catalogue.json", e);
    }
    market =
        ScenarioLaw.market(
            scenario,
            published,
            ChoiceFacts.economics(reader),
            List.copyOf(settlements.values()),
            standard,
            money);
    rules = ChoiceFacts.rules(market.rules(), scenario, reader);
    market.catalogue().technologies().forEach(t -> technologies.put(t.id(), t));
    market.catalogue().media().forEach(m -> media.put(m.id(), m));
    coverage = new Coverage(technologies.values());
    load = BusyHourLoad.of(standard, money, market.catalogue().volumes());
    prices = pricesBy(money, load);
    always = ChoiceFacts.always(scenario);
    lockedPlaces = ChoiceFacts.lockedPlaces(scenario);
    never = ChoiceFacts.never(scenario);
    allowedTechnologies = ChoiceFacts.allowed(scenario.get("technologyIds"), technologies.keySet());
    allowedMedia = ChoiceFacts.allowed(scenario.get("mediumIds"), media.keySet());
    Map<String, String> countries = new HashMap<>();
    reader.features(
        "towers.geojson",
        (path, p) -> {
          addTower(path.get(0), p);
          names.place(Fields.text(p, "id"), "tower");
          countries.put(Fields.text(p, "id"), Fields.text(p, "country"));
        });
    reader.features(
        "nodes.geojson",
        (path, p) -> {
          if (TodayLaw.isSelling(today, p.path("assumed").asBoolean(false))) {
            nodes.put(Fields.text(p, "id"), path.get(0));
            sellers.add(p);
          }
          hops.addPlace(p);
          names.place(Fields.text(p, "id"), "node");
          countries.put(Fields.text(p, "id"), Fields.text(p, "country"));
        });
    reader.features(
        "fibre.geojson",
        (path, p) -> {
          String line = Fields.text(p, "id");
          names.line(line);
          if (TodayLaw.isTapped(today, NodeFacts.fibre(p))) {
            fibreLines.put(line, path);
          }
          countries.put("tap:" + line, Fields.text(p, "country"));
        });
    hops.readBlocked(reader);
    if (!scenario.path("roads").asString("").equals("NONE")) {
      roads.read(reader);
    }
    if (redacted.isThere()) {
      roads.redacted(redacted);
    }
    roads.across(
        new Borders(
            List.copyOf(settlements.values()),
            countries,
            market.catalogue().borders(),
            rules.closedBorders(),
            towers,
            roads.places()));
    abroad = new AbroadFacts(roads.borders(), rules.serviceAbroadUsdPerYear(), money);
    for (JsonNode phase : scenario.path("phases")) {
      phases.add(in(from((int) Fields.number(phase, "firstYear"))));
    }
  }

  /** The same with other money and prices. */
  private Facts(Facts other, Money money, BusyHourLoad load, Prices prices) {
    this.money = money;
    this.load = load;
    this.prices = prices;
    scenario = other.scenario;
    standard = other.standard;
    rules = other.rules;
    market = other.market;
    coverage = other.coverage;
    sellers = other.sellers;
    always = other.always;
    lockedPlaces = other.lockedPlaces;
    never = other.never;
    allowedTechnologies = other.allowedTechnologies;
    allowedMedia = other.allowedMedia;
    hops = other.hops;
    names = other.names;
    roads = other.roads;
    redacted = other.redacted;
    abroad = new AbroadFacts(roads.borders(), rules.serviceAbroadUsdPerYear(), money);
    settlements.putAll(other.settlements);
    towers.putAll(other.towers);
    nodes.putAll(other.nodes);
    fibreLines.putAll(other.fibreLines);
    technologies.putAll(other.technologies);
    media.putAll(other.media);
  }

  private Money from(int year) {
    return new Money(money.discountRateRatio(), year, money.lastYear(), money.priceYear());
  }

  /** Holds every name to one place or line, and what the scenario names to be there. */
  public void checkNames(Ledger ledger) {
    names.check(ledger);
    ledger.rule(KNOWN);
    known(ledger, scenario.path("technologyIds"), technologies.keySet());
    known(ledger, scenario.path("mediumIds"), media.keySet());
    known(ledger, scenario.path("twoPaths").path("hubIds"), settlements.keySet());
    for (JsonNode lock : scenario.path("locks")) {
      String id = Fields.text(lock, "technologyId");
      boolean all = id.equals("*") && lock.path("forbid").asBoolean(false);
      known(ledger, "technologyId", id, all || technologies.containsKey(id));
      String place = Fields.text(lock, "settlementId");
      known(ledger, "settlementId", place, settlements.containsKey(place));
      String at = lock.path("placeId").asString("");
      boolean there = at.isEmpty() || settlements.containsKey(at) || towers.containsKey(at);
      known(ledger, "placeId", at, there);
    }
  }

  private static void known(Ledger ledger, JsonNode ids, Set<String> there) {
    ids.forEach(id -> known(ledger, "", id.asString(), there.contains(id.asString())));
  }

  private static void known(Ledger ledger, String field, String id, boolean there) {
    ledger.holds(KNOWN, field, there, "one that there is", id);
  }

  /** Codes of the countries that places lie in, each once. */
  public List<String> countries() {
    return settlements.values().stream().map(Settlement::country).distinct().toList();
  }

  private Prices pricesBy(Money by, BusyHourLoad of) {
    return new Prices(market.catalogue(), by, of, rules, market.economics(), countries());
  }

  /** The same facts with money of other years, or at prices that bound a row of a programme. */
  public Facts in(Money changed) {
    BusyHourLoad then = BusyHourLoad.of(standard, changed, market.catalogue().volumes());
    return new Facts(this, changed, then, pricesBy(changed, then));
  }

  /** At the prices of each phase; this one alone where the scenario has none. */
  public List<Facts> phases() {
    return phases.isEmpty() ? List.of(this) : Collections.unmodifiableList(phases);
  }

  /** The same facts where no more people are covered today than each place's range lets. */
  public Facts atLowEnd() {
    Facts low = new Facts(this, money, load, prices);
    low.settlements.replaceAll(
        (id, s) ->
            Double.isNaN(s.baselineLowRatio())
                ? s
                : s.with().baselineCoverageRatio(s.baselineLowRatio()).build());
    return low;
  }

  /**
   * The same facts at other prices.
   *
   * @param forgone cents that leaving a settlement without service costs
   */
  public Facts at(Prices others, ToLongFunction<Settlement> forgone) {
    Facts facts = new Facts(this, money, load, others);
    for (Settlement each : settlements.values()) {
      facts.forgoneCents.put(each.id(), forgone.applyAsLong(each));
    }
    return facts;
  }

  /** Σ of what leaving each settlement without service costs. */
  public long forgoneTotalCents() {
    return forgoneCents.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Prices and terms under the scenario. */
  public Market market() {
    return market;
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
  public BusyHourLoad load() {
    return load;
  }

  /** What things cost, in public money where that is asked. */
  public Prices prices() {
    return prices;
  }

  /** The ground and the people that technologies serve. */
  public Coverage coverage() {
    return coverage;
  }

  /** People of a settlement whom a technology is built for. */
  public double builtFor(Settlement s, AccessTechnology a) {
    return PeopleServed.builtFor(s, a, standard);
  }

  /** Nodes with a limit. */
  public NodeFacts nodeLimits() {
    return sellers;
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
      double weight = PlaceLaw.weight(rules, s);
      people += known * weight;
      served += known == 0 ? 0 : PeopleServed.today(s, standard) * weight;
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

  /** Courses of the lines that can be tapped, by id. */
  public Map<String, List<LonLat>> fibreLines() {
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
    return market.catalogue().version();
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

  /** True where no lock keeps a settlement from a site that stands at a place. */
  public boolean mayStandAt(String settlementId, String placeId) {
    return lockedPlaces.getOrDefault(settlementId, placeId).equals(placeId);
  }

  /** Forbidden technologies by settlement; "*" = all. */
  public Map<String, Set<String>> never() {
    return Collections.unmodifiableMap(never);
  }

  /** What leaving settlements without service costs, where money is public money; else empty. */
  public Map<String, Long> forgoneCents() {
    return Collections.unmodifiableMap(forgoneCents);
  }

  /** Roads that cables may follow. */
  public RoadFacts roads() {
    return roads;
  }

  /** What a redacted copy says of positions. */
  public Redacted redacted() {
    return redacted;
  }

  /** Service from sites in other countries. */
  public AbroadFacts abroad() {
    return abroad;
  }

  /** What limits radio. */
  public HopFacts hops() {
    return hops;
  }
}
