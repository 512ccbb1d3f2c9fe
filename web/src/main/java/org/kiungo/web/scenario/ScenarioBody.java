package org.kiungo.web.scenario;

import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.system.ApiRefusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scenario in a request: bare, or under the name {@code scenario}. */
public final class ScenarioBody {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ScenarioBody() {}

  /** Refuses unknown fields by name. */
  public static Scenario read(byte[] body) {
    try {
      JsonNode whole = JSON.readTree(body);
      JsonNode inner = whole.size() == 1 ? whole.get("scenario") : null;
      return ScenarioFile.read(inner == null ? body : JSON.writeValueAsBytes(inner));
    } catch (JacksonException unreadable) {
      throw ApiRefusal.unreadable(unreadable);
    }
  }
}
