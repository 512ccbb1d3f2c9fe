package org.kiungo.web.plan.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.system.Unchanging;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** E-services placed over the network of a plan. */
@RestController
class PlanServicesController {

  private final Plans plans;
  private final Map<String, PlanServices.Services> placed = new ConcurrentHashMap<>();

  PlanServicesController(Plans plans) {
    this.plans = plans;
  }

  @Answers(value = 304, type = "application/geo+json")
  @GetMapping("/api/v1/plans/{id}/services")
  ResponseEntity<PlanServices.Services> services(
      @PathVariable String id, @RequestParam(defaultValue = "3") int sites) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    PlanServices.requireSites(sites);
    String key = id + "-" + sites;
    PlanServices.Services services =
        placed.computeIfAbsent(key, each -> PlanServices.place(plans.content(id).folder(), sites));
    return Unchanging.answer(key, MediaType.parseMediaType("application/geo+json"), services);
  }
}
