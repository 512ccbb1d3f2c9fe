package org.kiungo.web.ogc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kiungo.planner.Planner;
import org.kiungo.web.language.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of these addresses for machines, OpenAPI 3.0, in the reader's language. */
final class OgcOpenApi {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ObjectNode description;

  OgcOpenApi(Ask ask) {
    try (InputStream file = OgcOpenApi.class.getResourceAsStream("/ogc/openapi.json")) {
      description = (ObjectNode) JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Words words = ask.words();
    ObjectNode info = (ObjectNode) description.get("info");
    info.put("title", words.text("ogc.title"));
    info.put("description", words.text("ogc.about"));
    info.put("version", Planner.ENGINE_VERSION);
    ((ObjectNode) description.get("servers").get(0)).put("url", ask.base() + "/ogc");
    description
        .get("paths")
        .forEach(
            path -> {
              ObjectNode get = (ObjectNode) path.get("get");
              get.put("summary", words.text("ogc.api." + get.get("operationId").asString()));
            });
  }

  JsonNode json() {
    return description;
  }

  /** What each address is for, by path. */
  Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    description
        .get("paths")
        .properties()
        .forEach(
            each ->
                addresses.put(
                    "/ogc" + (each.getKey().equals("/") ? "" : each.getKey()),
                    each.getValue().get("get").get("summary").asString()));
    return addresses;
  }
}
