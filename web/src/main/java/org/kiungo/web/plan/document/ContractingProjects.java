package org.kiungo.web.plan.document;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.language.Words;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The projects of a plan as a project package of the Open Contracting for Infrastructure Data
 * Standard 0.9: identified, not yet prepared or agreed.
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
  public void write(String planId, PlanFolder folder, Words words, OutputStream out) {
    ObjectNode document = JSON.objectNode();
    document.put("uri", "urn:kiungo:plan:" + planId);
    document.put(
        "publishedDate", Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString());
    document.put("version", "0.9");
    document.set("publisher", JSON.objectNode().put("name", "Kiungo"));
    ArrayNode projects = document.putArray("projects");
    for (PlannedProject each : PlannedProject.of(planId, folder, words)) {
      projects.add(project(planId, each, folder, words));
    }
    JsonMapper.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build()
        .writeValue(out, document);
  }

  private static ObjectNode project(
      String planId, PlannedProject planned, PlanFolder folder, Words words) {
    ObjectNode project = JSON.objectNode();
    project.put("id", planned.identifier());
    project.put("language", words.language());
    project.put("title", planned.project().name());
    project.put("description", planned.description());
    project.put("status", "identification");
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
            "document.project.budget", String.valueOf(folder.scenario().money().priceYear())));
    budget.putObject("amount").put("amount", planned.costUsd()).put("currency", "USD");
    ObjectNode people = project.putArray("forecasts").addObject();
    people.put("id", "people").put("title", words.text("document.project.people"));
    people
        .putArray("observations")
        .addObject()
        .put("id", "1")
        .put("measure", Math.round(planned.project().peopleServed()));
    if (!planned.project().requires().isEmpty()) {
      ArrayNode related = project.putArray("relatedProjects");
      for (String each : planned.project().requires()) {
        related
            .addObject()
            .put("id", each)
            .put("scheme", "kiungo")
            .put("identifier", PlannedProject.identifier(planId, each));
      }
    }
    return project;
  }

  private static ObjectNode period(LocalDate start, LocalDate end) {
    return JSON.objectNode()
        .put("startDate", start.atStartOfDay(ZoneOffset.UTC).toInstant().toString())
        .put("endDate", end.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
  }
}
