package org.kiungo.web.plan.document;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kiungo.planner.partner.Instrument;
import org.kiungo.planner.partner.Instrument.Type;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.condition.ResultsBased;
import org.kiungo.web.funding.ConditionWords;
import org.kiungo.web.language.Words;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The projects of a plan as a project package of the Open Contracting for Infrastructure Data
 * Standard 0.9, each as far as people say it has come.
 *
 * @see <a href="https://standard.open-contracting.org/infrastructure/0.9/en/">OC4IDS</a>
 */
final class ContractingProjects implements PlanDocument {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public String id() {
    return "oc4ids";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public void write(PublishedPlan plan, Words words, OutputStream out) {
    write(document(plan, PlannedProject.of(plan, words), words), out);
  }

  static void write(ObjectNode document, OutputStream out) {
    JsonMapper.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build()
        .writeValue(out, document);
  }

  /** A package of some projects. */
  static ObjectNode document(PublishedPlan plan, List<PlannedProject> planned, Words words) {
    ObjectNode document = JSON.objectNode();
    document.put("uri", "urn:kiungo:plan:" + plan.id());
    document.put(
        "publishedDate", Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString());
    document.put("version", "0.9");
    document.set("publisher", JSON.objectNode().put("name", "Kiungo"));
    ObjectNode about = document.putObject("plan");
    PlanFacts.told(PlanFacts.of(plan, words)).forEach(about::put);
    ArrayNode projects = document.putArray("projects");
    for (PlannedProject each : planned) {
      projects.add(project(plan, each, words));
    }
    return document;
  }

  private static ObjectNode project(PublishedPlan plan, PlannedProject planned, Words words) {
    ObjectNode project = JSON.objectNode();
    project.put("id", planned.identifier());
    project.put("language", words.language());
    project.put("title", planned.project().name());
    project.put("description", planned.description() + " " + plan.verdictSentence(words));
    project.put("status", planned.state().contracting());
    boolean widens =
        planned.project().members().sites().isEmpty()
            && planned.project().members().links().isEmpty();
    project.put("type", widens ? "expansion" : "construction");
    project.putArray("sector").add("communications");
    project.set("period", period(planned.start(), planned.end()));
    project
        .putArray("additionalClassifications")
        .addObject()
        .put("scheme", "oecdDACPurposeCodes")
        .put("id", "22040")
        .put("description", "Information and communication technology (ICT)");
    ObjectNode location = project.putArray("locations").addObject();
    location.put("id", "1").put("description", planned.project().name());
    location
        .putObject("geometry")
        .put("type", "Point")
        .putArray("coordinates")
        .add(planned.project().location().lon())
        .add(planned.project().location().lat());
    location.putObject("address").put("country", planned.country());
    ObjectNode budget = project.putObject("budget");
    budget.put(
        "description",
        words.text(
            "document.project.budget",
            String.valueOf(plan.folder().scenario().money().priceYear())));
    budget.putObject("amount").put("amount", planned.costUsd()).put("currency", "USD");
    finance(planned, project, budget, words);
    ArrayNode forecasts = JSON.arrayNode();
    forecast(forecasts, "people", "document.project.people", planned.people(), planned, words);
    forecast(
        forecasts,
        "peopleBasic",
        "document.project.people-basic",
        planned.peopleBasic(),
        planned,
        words);
    if (!forecasts.isEmpty()) {
      project.set("forecasts", forecasts);
    }
    if (!planned.project().requires().isEmpty()) {
      ArrayNode related = project.putArray("relatedProjects");
      for (String each : planned.project().requires()) {
        related
            .addObject()
            .put("id", each)
            .put("scheme", "kiungo")
            .put("identifier", PlannedProject.identifier(plan.id(), each));
      }
    }
    return project;
  }

  private static void forecast(
      ArrayNode forecasts,
      String id,
      String title,
      long people,
      PlannedProject planned,
      Words words) {
    if (people == 0) {
      return;
    }
    ObjectNode forecast = forecasts.addObject().put("id", id).put("title", words.text(title));
    ObjectNode observation = forecast.putArray("observations").addObject();
    observation.put("id", "1").put("measure", people);
    observation.putObject("unit").put("name", words.text("export.unit.people"));
    observation.set("period", period(planned.start(), planned.end()));
  }

  /** Who pays, as financing arrangements and as parties. */
  private static void finance(
      PlannedProject planned, ObjectNode project, ObjectNode budget, Words words) {
    if (planned.shares().isEmpty()) {
      return;
    }
    ArrayNode finance = budget.putArray("finance");
    ArrayNode parties = project.putArray("parties");
    for (PlannedProject.Share each : planned.shares()) {
      Partner partner = each.partner();
      ObjectNode arrangement = finance.addObject();
      arrangement.put("id", partner.letter());
      arrangement.put("title", partner.name() + ", " + ConditionWords.instrument(partner, words));
      arrangement.putObject("value").put("amount", each.usd()).put("currency", "USD");
      arrangement
          .putObject("financingParty")
          .put("id", partner.letter())
          .put("name", partner.name());
      Instrument instrument = partner.instrument();
      if (instrument.type() == Type.LOAN || instrument.type() == Type.EQUITY) {
        arrangement.putArray("assetClass").add(instrument.type() == Type.LOAN ? "debt" : "equity");
      }
      arrangement.put(
          "type",
          switch (instrument.type()) {
            case GRANT -> "grant";
            case LOAN -> "loan";
            case GUARANTEE -> "guarantee";
            case EQUITY -> "shares.unlisted";
          });
      arrangement.put("concessional", instrument.grantElementRatio() > 0);
      arrangement.put(
          "resultsBased", partner.conditions().stream().anyMatch(ResultsBased.class::isInstance));
      arrangement.set("period", period(planned.start(), planned.end()));
      ObjectNode party = parties.addObject().put("id", partner.letter());
      party.put("name", partner.name()).putArray("roles").add("funder");
    }
  }

  static ObjectNode period(LocalDate start, LocalDate end) {
    return JSON.objectNode()
        .put("startDate", start.atStartOfDay(ZoneOffset.UTC).toInstant().toString())
        .put("endDate", end.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
  }
}
