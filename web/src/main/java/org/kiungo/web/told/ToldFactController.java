package org.kiungo.web.told;

import java.util.List;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Facts of a country that users fill in. */
@RestController
@RequestMapping("/api/v1/countries/{iso3}/told-facts")
class ToldFactController {

  private final ToldFacts facts;

  ToldFactController(ToldFacts facts) {
    this.facts = facts;
  }

  @GetMapping
  ResponseEntity<List<ToldFact>> held(@PathVariable String iso3) {
    return fresh(facts.last(iso3).values().stream().filter(ToldFact::holds).toList());
  }

  @GetMapping("/{topic}")
  ResponseEntity<List<ToldFact>> history(@PathVariable String iso3, @PathVariable String topic) {
    return fresh(facts.history(iso3, topic));
  }

  @Answers(409)
  @Requires(Role.PLANNER)
  @PutMapping(path = "/{topic}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<ToldFact>> tell(
      @PathVariable String iso3,
      @PathVariable String topic,
      @RequestBody ToldFacts.Telling telling) {
    return fresh(facts.tell(iso3, topic, telling));
  }

  @Answers(409)
  @Requires(Role.PLANNER)
  @PostMapping("/{topic}/undo")
  ResponseEntity<List<ToldFact>> undo(
      @PathVariable String iso3,
      @PathVariable String topic,
      @RequestParam(required = false) Integer version) {
    return fresh(facts.undo(iso3, topic, version, ""));
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(body);
  }
}
