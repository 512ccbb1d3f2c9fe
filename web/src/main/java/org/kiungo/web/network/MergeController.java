package org.kiungo.web.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.geodata.conflate.Decision;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.HttpStatus;
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

/** One network from many drawings: chosen, merged, decided, stored. */
@RestController
@RequestMapping("/api/v1/networks/{iso3}")
class MergeController {

  private final Merges merges;
  private final MergedVersions versions;

  MergeController(Merges merges, MergedVersions versions) {
    this.merges = merges;
    this.versions = versions;
  }

  /**
   * Which drawings to merge.
   *
   * @param drawings their ids, most trusted first
   * @param toleranceKm 0.01–50; null for the suggested one
   */
  record Wanted(List<String> drawings, Double toleranceKm) {}

  /** By the id of a doubtful stretch, what is decided of it. */
  record Decided(Map<String, Decision> decisions) {}

  /**
   * A merged network that was stored.
   *
   * @param undecided doubtful stretches that nobody had decided
   */
  record Stored(DatasetVersion version, double lengthKm, long undecided) {}

  @GetMapping
  ResponseEntity<NetworkMerge> merge(@PathVariable String iso3) {
    return unkept(merges.of(iso3));
  }

  @GetMapping("/merged")
  ResponseEntity<Merged> merged(@PathVariable String iso3, Locale locale) {
    return unkept(MergedWords.of(merges.merge(iso3), Words.in(locale.getLanguage())));
  }

  @Requires(Role.DATA_STEWARD)
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<NetworkMerge> choose(@PathVariable String iso3, @RequestBody Wanted wanted) {
    return unkept(merges.choose(iso3, wanted.drawings(), wanted.toleranceKm()));
  }

  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<NetworkMerge> decide(@PathVariable String iso3, @RequestBody Decided decided) {
    merges.decide(iso3, decided.decisions());
    return unkept(merges.of(iso3));
  }

  @Answers(201)
  @Requires(Role.DATA_STEWARD)
  @PostMapping("/versions")
  ResponseEntity<Stored> store(@PathVariable String iso3, @RequestParam String name) {
    Merges.Result result = merges.merge(iso3);
    DatasetVersion stored = versions.store(iso3, name, result, Member.nameOr("local"));
    merges.learn(result);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new Stored(stored, result.network().lengthKm(), result.undecided()));
  }

  /** Sentences are in the reader's language, which the address does not name. */
  private static <T> ResponseEntity<T> unkept(T body) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(body);
  }
}
