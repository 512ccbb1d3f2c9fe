package org.kiungo.web.sample;

import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.country.Countries;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the first planning of the continent is; makes it wait and go on. */
@RestController
@RequestMapping("/api/v1/planning")
class PlanningController {

  private final SamplePlans samples;
  private final Countries countries;

  PlanningController(SamplePlans samples, Countries countries) {
    this.samples = samples;
    this.countries = countries;
  }

  /** What may be asked of the planning. */
  record Wish(boolean paused) {}

  @GetMapping
  ResponseEntity<ContinentProgress> progress() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(now());
  }

  @Requires(Role.OPERATOR)
  @PutMapping
  ContinentProgress pause(@RequestBody Wish wish) {
    samples.pause(wish.paused());
    return now();
  }

  private ContinentProgress now() {
    return samples.progress().withPlans(countries.countPlanned());
  }
}
