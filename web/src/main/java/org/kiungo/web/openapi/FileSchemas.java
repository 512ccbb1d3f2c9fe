package org.kiungo.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.scenario.InstitutionChoice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Schemas of what is read as a file is: those that ship with the files' readers, by their address,
 * so that the API's description cannot say anything else than the files'.
 */
final class FileSchemas {

  static final String REFUSAL = "#/components/schemas/Refusal";

  private static final String ADDRESS = "/api/v1/schemas/";
  private static final String SERVICES = "services.json";

  private FileSchemas() {}

  /** The schema of a file's content; of services, with the network beside them. */
  static Schema<?> of(String file) {
    return switch (file) {
      case SERVICES -> placement();
      case "funding.json" -> funding();
      case "geojson" -> geoJson();
      case "schema" -> new Schema<>().$ref("https://json-schema.org/draft/2020-12/schema");
      default -> new Schema<>().$ref(ADDRESS + file);
    };
  }

  private static Schema<?> geoJson() {
    return new Schema<>().$ref("https://geojson.org/schema/FeatureCollection.json");
  }

  /** What the file of services has, field by field, and which network they are placed over. */
  private static Schema<?> placement() {
    Schema<?> placement = new ObjectSchema();
    fields(SERVICES)
        .propertyNames()
        .forEach(
            field ->
                placement.addProperty(
                    field, new Schema<>().$ref(ADDRESS + SERVICES + "#/properties/" + field)));
    return placement
        .addProperty("planId", new StringSchema().description("plan whose network is used"))
        .addProperty(
            "countries",
            new ArraySchema().items(new StringSchema()).description("of today's network"))
        .addProperty("institutions", institutions())
        .addProperty(
            "iterate", new BooleanSchema().description("plan and place in turn until both agree"));
  }

  private static Schema<?> institutions() {
    StringSchema source = new StringSchema();
    for (InstitutionChoice.Source each : InstitutionChoice.Source.values()) {
      source.addEnumItem(each.name());
    }
    return source.description(
        "whose health sites and schools use the services; BUILT_IN: imported ones, else those that"
            + " Kiungo carries; cities stand in for the rest");
  }

  /** A question who pays for a plan. */
  private static Schema<?> funding() {
    return new ObjectSchema()
        .addProperty("partners", of("partners.yaml").description("who may pay"))
        .addProperty("partnersId", new StringSchema().description("partners that are kept"))
        .addProperty(
            "without",
            new ArraySchema()
                .items(new StringSchema())
                .description("letters of who leaves; letter:rule of conditions that fall"))
        .addProperty("smallestUsd", new NumberSchema().description("project signed alone"))
        .addProperty("seed", new IntegerSchema())
        .addProperty("steps", new IntegerSchema().description("of local search"))
        .addProperty("seconds", new NumberSchema().description("the search takes at most"));
  }

  private static JsonNode fields(String file) {
    String name = "/schema/" + file + ".schema.json";
    try (InputStream in = ScenarioFile.class.getResourceAsStream(name)) {
      return JsonMapper.builder().build().readTree(in).get("properties");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** RFC 9457 with the message code and its arguments. */
  static Components components() {
    Schema<?> refusal =
        new ObjectSchema()
            .addProperty("type", new StringSchema().description("urn:kiungo:error: and the code"))
            .addProperty("title", new StringSchema())
            .addProperty("status", new IntegerSchema())
            .addProperty("detail", new StringSchema().description("in the request's language"))
            .addProperty("instance", new StringSchema())
            .addProperty("code", new StringSchema())
            .addProperty("arguments", new ArraySchema().items(new StringSchema()));
    return new Components().addSchemas("Refusal", refusal);
  }
}
