package org.kiungo.planner.verify.placement;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.json.Fields;
import tools.jackson.databind.JsonNode;

/**
 * The bound of a joint placement, computed anew from the prices written beside the choices.
 *
 * @param claims what the problem says
 * @param plan {@code service-plan.json}
 */
record ServiceBound(ServiceClaims claims, JsonNode plan) {

  /**
   * L(u, λ) = λ·B + Σ copies·u + Σ_j max(0, Σ_k max(0, K_kj − λ·service) − λ·building), K the
   * fractional knapsack of a site's capacity over max(0, worth − u).
   */
  double bound() {
    double lambda = ServiceClaims.number(plan.get("certificate"), "lambdaPeoplePerUsd");
    lambda = Double.isNaN(lambda) ? 0 : lambda;
    double budget = claims.budgetUsd();
    double total = Double.isNaN(budget) ? 0 : lambda * budget;
    List<List<double[]>> items = new ArrayList<>();
    for (int c = 0; c < claims.services.size() * claims.sites.size(); c++) {
      items.add(new ArrayList<>());
    }
    for (JsonNode choice : plan.get("choices")) {
      String serviceId = Fields.text(choice, "serviceId");
      JsonNode service = claims.services.get(serviceId);
      int k = claims.serviceNumber.get(serviceId);
      int i = claims.userNumber.get(Fields.text(choice, "userId"));
      JsonNode user = claims.users.get(i);
      double price = ServiceClaims.number(choice, "pricePeople");
      double copies = ServiceClaims.number(service, "copies");
      double maxMs = ServiceClaims.figure(service, "maxRoundTripMs");
      total += copies * price;
      for (int j = 0; j < claims.sites.size(); j++) {
        double ms = claims.ms(i, j);
        if (ms <= maxMs
            && ServiceClaims.eligible(service, claims.sites.get(j))
            && claims.allows(
                Fields.text(user, "country"),
                Fields.text(claims.sites.get(j), "country"),
                Fields.text(service, "dataClass"))) {
          double profit =
              ServiceClaims.number(user, "people")
                      * (1 - claims.latencyWeight * ms / maxMs)
                      / copies
                  - price;
          if (profit > 0) {
            double mbps =
                ServiceClaims.number(user, "units")
                    * ServiceClaims.figure(service, "demandMbpsPerUser");
            items.get(k * claims.sites.size() + j).add(new double[] {profit, mbps});
          }
        }
      }
    }
    for (int j = 0; j < claims.sites.size(); j++) {
      double locked = 0;
      double opened = 0;
      for (int k = 0; k < claims.services.size(); k++) {
        JsonNode service = claims.service(k);
        double worth =
            knapsack(
                items.get(k * claims.sites.size() + j),
                ServiceClaims.figure(service, "siteCapacityMbps"));
        if (ServiceClaims.stands(claims.sites.get(j), Fields.text(service, "id"))) {
          locked += worth;
        } else {
          opened += Math.max(0, worth - lambda * claims.serviceUsd(service));
        }
      }
      total += locked + Math.max(0, opened - lambda * claims.buildingUsd(claims.sites.get(j)));
    }
    return total;
  }

  private static double knapsack(List<double[]> items, double capacity) {
    items.sort((a, b) -> Double.compare(b[0] / b[1], a[0] / a[1]));
    double left = capacity;
    double total = 0;
    for (double[] item : items) {
      double part = Math.min(1, left / item[1]);
      if (part <= 0) {
        break;
      }
      total += part * item[0];
      left -= part * item[1];
    }
    return total;
  }
}
