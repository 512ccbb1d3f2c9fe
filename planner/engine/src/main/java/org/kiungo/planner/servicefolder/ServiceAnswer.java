package org.kiungo.planner.servicefolder;

import java.nio.file.Path;
import java.util.List;
import org.kiungo.planner.folder.FeatureFile;
import org.kiungo.planner.place.ServicePlan;
import org.kiungo.planner.place.network.NetworkAccess;
import tools.jackson.databind.JsonNode;

/**
 * Why a user is served from where it is, read from a folder of placed services.
 *
 * @param userId of the demand point
 * @param name shown to users
 * @param country ISO 3166-1 alpha-3
 * @param serviceId kind of service
 * @param siteNames sites that serve it, nearest first; empty when unserved
 * @param roundTripMs to the nearest of them; NaN when unserved
 * @param access over what it reaches the network; null in folders that do not tell
 * @param unserved why not served, null when served
 * @param nearerName the nearest candidate site closer than its own; empty when there is none
 * @param nearerCountry where that one stands
 * @param nearerRoundTripMs to it; NaN when there is none
 * @param nearerReason why it does not serve, null when there is none
 */
public record ServiceAnswer(
    String userId,
    String name,
    String country,
    String serviceId,
    List<String> siteNames,
    double roundTripMs,
    NetworkAccess.Way access,
    ServicePlan.Reason unserved,
    String nearerName,
    String nearerCountry,
    double nearerRoundTripMs,
    ServicePlan.Reason nearerReason) {

  public ServiceAnswer {
    siteNames = List.copyOf(siteNames);
  }

  /**
   * Answers about every user with an id or, in any case, a name.
   *
   * @return one per service, none when nobody is called so
   */
  public static List<ServiceAnswer> of(Path folder, String user) {
    return FeatureFile.read(folder, ServiceFolder.FEATURES, (path, p) -> p).stream()
        .filter(p -> p.get("role").asString().equals("user"))
        .filter(
            p ->
                p.get("id").asString().equals(user)
                    || p.get("name").asString().equalsIgnoreCase(user))
        .map(ServiceAnswer::of)
        .toList();
  }

  private static ServiceAnswer of(JsonNode p) {
    String sites = p.get("siteNames").asString();
    return new ServiceAnswer(
        p.get("id").asString(),
        p.get("name").asString(),
        p.get("country").asString(),
        p.get("serviceId").asString(),
        sites.isEmpty() ? List.of() : List.of(sites.split(";")),
        number(p, "roundTripMs"),
        p.hasNonNull("access") ? NetworkAccess.Way.valueOf(p.get("access").asString()) : null,
        reason(p, "unserved"),
        text(p, "nearerName"),
        text(p, "nearerCountry"),
        number(p, "nearerRoundTripMs"),
        reason(p, "nearerReason"));
  }

  private static String text(JsonNode p, String field) {
    return p.get(field).isNull() ? "" : p.get(field).asString();
  }

  private static double number(JsonNode p, String field) {
    return p.get(field).isNull() ? Double.NaN : p.get(field).doubleValue();
  }

  private static ServicePlan.Reason reason(JsonNode p, String field) {
    return p.get(field).isNull() ? null : ServicePlan.Reason.valueOf(p.get(field).asString());
  }
}
