package org.kiungo.web.plan.document;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.project.Project;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.BillWords;
import org.kiungo.web.plan.WorkWords;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lots as registries are told of them: each a project of a package of the Open Contracting for
 * Infrastructure Data Standard, and all of them one planned tender of the Open Contracting Data
 * Standard 1.1 with its lots extension.
 *
 * @see <a href="https://standard.open-contracting.org/1.1/en/">OCDS</a>
 * @see <a href="https://extensions.open-contracting.org/en/extensions/lots/master/">Lots</a>
 */
public final class LotDocuments {

  private static final String LOTS =
      "https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/v1.1.5/"
          + "extension.json";

  private LotDocuments() {}

  /** The name by which files and codes of an item are known, as an item. */
  public static Item item(Lot.Quantity each) {
    return Item.valueOf(each.item().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** A verification point in words. */
  public static String point(String code, Words words) {
    return words.has("lots.point." + code) ? words.text("lots.point." + code) : code;
  }

  /** A lot's name in a sentence. */
  public static String title(Lot lot, Words words) {
    return words.text("lots.named", lot.name());
  }

  private static String description(Lot lot, Words words) {
    return words.text(
        "lots.description", lot.name(), lot.newSites(), lot.newLinks(), lot.people().likely());
  }

  private static ProjectState state(Lot.State state) {
    return switch (state) {
      case PLANNED -> ProjectState.PROPOSED;
      case TENDERED -> ProjectState.AGREED;
      case SIGNED, BEING_BUILT -> ProjectState.SIGNED;
      case ACCEPTED, LOST -> ProjectState.BUILT;
    };
  }

  /**
   * Writes the package of projects.
   *
   * @param out left open
   */
  public static void projects(PublishedPlan plan, Lots lots, Words words, OutputStream out) {
    List<PlannedProject> planned = new ArrayList<>();
    for (Lot each : lots.lots()) {
      planned.add(planned(plan, each, words));
    }
    ObjectNode document = ContractingProjects.document(plan, planned, words);
    LotParts parts = new LotParts(plan.folder(), words);
    int k = 0;
    for (var project : document.get("projects")) {
      Lot lot = lots.lots().get(k++);
      ObjectNode told = (ObjectNode) project;
      if (lot.state() == Lot.State.LOST) {
        told.put("status", "decommissioned");
      }
      locations((ArrayNode) told.get("locations"), parts, lot);
      told.putArray("parties").add(procuring(words, "procuringEntity"));
      told.putArray("contractingProcesses").addObject().put("id", ocid(plan));
    }
    ContractingProjects.write(document, out);
  }

  /** Each site that a lot builds and each of its links, by what people call their places. */
  private static void locations(ArrayNode locations, LotParts parts, Lot lot) {
    String country = locations.get(0).at("/address/country").asString("");
    for (LotParts.Site each : parts.sites(lot)) {
      ObjectNode location = locations.addObject();
      location.put("id", each.site().id()).put("description", each.place().name());
      ArrayNode at = location.putObject("geometry").put("type", "Point").putArray("coordinates");
      at.add(each.place().at().lon()).add(each.place().at().lat());
      address(location, each.place(), country);
    }
    for (LotParts.Link each : parts.links(lot)) {
      ObjectNode location = locations.addObject();
      location.put("id", each.link().id());
      location.put("description", each.from().name() + " – " + each.to().name());
      ArrayNode line =
          location.putObject("geometry").put("type", "LineString").putArray("coordinates");
      for (LonLat end : List.of(each.link().from(), each.link().to())) {
        line.addArray().add(end.lon()).add(end.lat());
      }
      address(location, each.from(), country);
    }
  }

  private static void address(ObjectNode location, LotParts.Place place, String country) {
    ObjectNode address = location.putObject("address");
    if (!place.district().isEmpty()) {
      address.put("region", place.district());
    }
    address.put("country", country);
  }

  private static PlannedProject planned(PublishedPlan plan, Lot lot, Words words) {
    Project project =
        new Project(
            lot.id(),
            lot.name(),
            Project.Kind.LOT,
            lot.country(),
            lot.regions().get(0),
            lot.phase(),
            lot.location(),
            lot.people().likely(),
            0,
            AssetCost.cents(lot.cost().lifetimeUsd()),
            new TreeMap<>(),
            new Project.Members(
                lot.members().services(),
                lot.members().sites(),
                lot.members().links(),
                lot.members().nodes()),
            lot.requires());
    return new PlannedProject(
        project,
        PlannedProject.identifier(plan.id(), lot.id()),
        description(lot, words),
        LocalDate.of(lot.firstYear(), 1, 1),
        LocalDate.parse(lot.completionDate()),
        lot.people().likely(),
        0,
        state(lot.state()),
        List.of());
  }

  private static String ocid(PublishedPlan plan) {
    return "kiungo-" + plan.id() + "-lots";
  }

  /**
   * Writes the planned tender.
   *
   * @param out left open
   */
  public static void tender(PublishedPlan plan, Lots lots, Words words, OutputStream out) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    String now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString();
    ObjectNode document = json.objectNode();
    document.put("uri", "urn:kiungo:lots:" + plan.id());
    document.put("version", "1.1");
    document.putArray("extensions").add(LOTS);
    document.put("publishedDate", now);
    document.set("publisher", json.objectNode().put("name", "Kiungo"));
    ObjectNode release = document.putArray("releases").addObject();
    release.put("ocid", ocid(plan));
    release.put("id", plan.id() + "-planned");
    release.put("date", now);
    release.putArray("tag").add("planning").add("tender");
    release.put("initiationType", "tender");
    release.put("language", words.language());
    release.putArray("parties").add(procuring(words, "buyer", "procuringEntity"));
    release.set("buyer", procuring(words));
    ObjectNode planning = release.putObject("planning");
    planning.put("rationale", plan.verdictSentence(words));
    ObjectNode budget = planning.putObject("budget");
    budget.put("id", plan.id());
    budget.put(
        "description",
        words.text(
            "document.project.budget",
            String.valueOf(plan.folder().scenario().money().priceYear())));
    usd(budget.putObject("amount"), sum(lots.tendered(), Lot.Cost::lifetimeUsd));
    ObjectNode tender = release.putObject("tender");
    tender.put("id", plan.id());
    tender.put("title", words.text("lots.tender", PlanFacts.title(plan, words)));
    tender.put("description", words.text("lots.tender-value"));
    tender.put("status", "planned");
    tender.set("procuringEntity", procuring(words));
    award(tender, words);
    tender.put("mainProcurementCategory", "works");
    usd(tender.putObject("value"), sum(lots.tendered(), Lot.Cost::capexUsd));
    ArrayNode items = tender.putArray("items");
    ArrayNode told = tender.putArray("lots");
    ArrayNode milestones = tender.putArray("milestones");
    for (Lot each : lots.tendered()) {
      ObjectNode lot = told.addObject();
      lot.put("id", each.id());
      lot.put("title", each.name());
      lot.put("description", description(each, words));
      lot.put("status", "planned");
      usd(lot.putObject("value"), each.cost().capexUsd());
      award(lot, words);
      lot.set(
          "contractPeriod",
          ContractingProjects.period(
              LocalDate.of(each.firstYear(), 1, 1), LocalDate.parse(each.completionDate())));
      for (int k = 0; k < lots.points().size(); k++) {
        milestone(milestones, each, lots.points().get(k), each.releases().get(k), words);
      }
      each.quantities().forEach(q -> item(items, each, q, words));
    }
    ContractingProjects.write(document, out);
  }

  /**
   * Whoever tenders: nobody of a plan knows who that will be.
   *
   * @param roles none where it is referred to
   */
  private static ObjectNode procuring(Words words, String... roles) {
    ObjectNode party = JsonNodeFactory.instance.objectNode();
    party.put("id", "procuring-entity").put("name", words.text("lots.procuring-entity"));
    if (roles.length > 0) {
      ArrayNode told = party.putArray("roles");
      List.of(roles).forEach(told::add);
    }
    return party;
  }

  private static void award(ObjectNode told, Words words) {
    told.put("awardCriteria", "priceOnly");
    told.put("awardCriteriaDetails", words.text("lots.award"));
  }

  /** A verification point of a lot, with the day by which it is due. */
  private static void milestone(
      ArrayNode milestones, Lot lot, Lots.Point point, Lot.Release release, Words words) {
    ObjectNode milestone = milestones.addObject();
    milestone.put("id", lot.id() + "/" + point.code());
    milestone.put("title", point(point.code(), words));
    milestone.put("type", "delivery");
    String share = words.text("lots.releases", point.releaseRatio(), point.assumed() ? 1 : 0);
    milestone.put(
        "description",
        share
            + " "
            + words.text("lots.released", lot.name(), BillWords.amount(release.usd(), words)));
    milestone.put(
        "dueDate",
        LocalDate.parse(release.dueDate()).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    milestone.put("status", "scheduled");
    milestone.putArray("relatedLots").add(lot.id());
  }

  private static void item(ArrayNode items, Lot lot, Lot.Quantity quantity, Words words) {
    Item counted = item(quantity);
    ObjectNode item = items.addObject();
    item.put("id", lot.id() + "/" + quantity.item() + "/" + quantity.of());
    item.put("description", WorkWords.label(counted, quantity.of(), words));
    item.put("quantity", quantity.quantity());
    ObjectNode unit = item.putObject("unit");
    String name = WorkWords.unit(counted, words);
    unit.put("name", name.isEmpty() ? WorkWords.item(counted, words) : name);
    if (!Double.isNaN(quantity.unitCapexUsd())) {
      unit.putObject("value")
          .put("amount", new BigDecimal(LotsFolder.money(quantity.unitCapexUsd())))
          .put("currency", "USD");
    }
    item.put("relatedLot", lot.id());
  }

  /** Of lots together, to the cent. */
  public static double sum(List<Lot> lots, ToDoubleFunction<Lot.Cost> of) {
    return AssetCost.usd(
        lots.stream().mapToLong(each -> AssetCost.cents(of.applyAsDouble(each.cost()))).sum());
  }

  private static void usd(ObjectNode value, double usd) {
    value.put("amount", BigDecimal.valueOf(AssetCost.cents(usd), 2)).put("currency", "USD");
  }
}
