package org.kiungo.web.placement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.ServiceRequest;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.planner.servicefolder.ServiceRequestFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client sends: {@code services.json} with {@code planId} or {@code countries} beside it.
 *
 * @param planId plan whose network is used; null = today's
 * @param countries of today's network
 * @param institutions where health sites and schools come from
 * @param iterate plan and place in turn until both agree; needs a plan, for its scenario
 * @param request the rest
 * @param text as it was sent
 */
record PlacementBody(
    String planId,
    List<String> countries,
    InstitutionChoice.Source institutions,
    boolean iterate,
    ServiceRequest request,
    String text) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** As it is kept. */
  static PlacementBody read(String body) {
    return read(body.getBytes(StandardCharsets.UTF_8));
  }

  private static InstitutionChoice.Source source(JsonNode word) {
    if (word == null || word.isNull()) {
      return InstitutionChoice.DEFAULT.source();
    }
    for (InstitutionChoice.Source each : InstitutionChoice.Source.values()) {
      if (each.name().equals(word.asString())) {
        return each;
      }
    }
    throw new InputRefused(
        "services.value",
        "field",
        "institutions",
        "value",
        word.asString(),
        "allowed",
        "NONE, IMPORTED, BUILT_IN");
  }

  static PlacementBody read(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      if (!(root instanceof ObjectNode whole)) {
        throw new InputRefused("services.unreadable", "problem", "{…}");
      }
      String text = whole.toString();
      JsonNode plan = whole.remove("planId");
      JsonNode list = whole.remove("countries");
      List<String> countries = new ArrayList<>();
      if (list != null) {
        list.forEach(each -> countries.add(each.asString()));
      }
      InstitutionChoice.Source institutions = source(whole.remove("institutions"));
      JsonNode together = whole.remove("iterate");
      boolean iterate = together != null && together.asBoolean();
      boolean noPlan = plan == null || plan.isNull();
      if (noPlan && countries.isEmpty()) {
        throw new InputRefused("services.network");
      }
      if (noPlan && iterate) {
        throw new InputRefused("services.iterate");
      }
      ServiceRequest request =
          ServiceRequestFile.read(JSON.writeValueAsBytes(whole), ServicePlacer.kinds());
      return new PlacementBody(
          noPlan ? null : plan.asString(), countries, institutions, iterate, request, text);
    } catch (JacksonException e) {
      String problem = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
      throw new InputRefused("services.unreadable", "problem", problem);
    }
  }
}
