package org.kiungo.web.network;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.geodata.conflate.Decision;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.Patience;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One network from many drawings: chosen, merged, decided, stored. */
@RestController
@RequestMapping("/api/v1")
class MergeController {

  private final Merges merges;
  private final MergedVersions versions;
  private final MergeJobs jobs;

  MergeController(Merges merges, MergedVersions versions, MergeJobs jobs) {
    this.merges = merges;
    this.versions = versions;
    this.jobs = jobs;
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
   * A merged network that is to be stored.
   *
   * @param version null until it is there
   * @param undecided doubtful stretches that nobody had decided
   * @param job how it stands in the queue
   */
  record Stored(DatasetVersion version, double lengthKm, long undecided, MergeJob job) {}

  /**
   * A merge as it stands.
   *
   * @param storing the latest that waits or is under way; null for none
   */
  record State(String country, List<Drawing> drawings, MergeChoice choice, MergeJob storing) {}

  @GetMapping("/networks/{iso3}")
  ResponseEntity<State> merge(@PathVariable String iso3, Locale locale) {
    NetworkMerge now = merges.of(iso3);
    return unkept(
        new State(
            iso3, now.drawings(), now.choice(), jobs.open(iso3, Words.in(locale.getLanguage()))));
  }

  @GetMapping("/networks/{iso3}/merged")
  ResponseEntity<Merged> merged(@PathVariable String iso3, Locale locale) {
    return unkept(MergedWords.of(merges.merge(iso3), Words.in(locale.getLanguage())));
  }

  @Requires(Role.DATA_STEWARD)
  @PutMapping(path = "/networks/{iso3}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<NetworkMerge> choose(@PathVariable String iso3, @RequestBody Wanted wanted) {
    return unkept(merges.choose(iso3, wanted.drawings(), wanted.toleranceKm()));
  }

  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/networks/{iso3}/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<NetworkMerge> decide(@PathVariable String iso3, @RequestBody Decided decided) {
    merges.decide(iso3, decided.decisions());
    return unkept(merges.of(iso3));
  }

  /**
   * Has the chosen drawings merged and stored, in its turn. The same question under the same key is
   * the same merge.
   */
  @Answers({201, 202, 409, 503})
  @Requires(Role.DATA_STEWARD)
  @PostMapping("/networks/{iso3}/versions")
  ResponseEntity<Stored> store(
      @PathVariable String iso3,
      @RequestParam String name,
      @RequestHeader(name = "Prefer", required = false) String prefer,
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      Locale locale) {
    MergedVersions.requireName(name);
    Merges.Chosen chosen = merges.chosen(iso3);
    MergeBody body =
        new MergeBody(iso3, name.strip(), chosen.choice(), chosen.learnt(), Member.nameOr("local"));
    JobRow row = jobs.begin(body, key, Patience.of(prefer));
    MergeJobs.requireNoFailure(row);
    Stored stored = stored(row, locale);
    return row.state() == JobState.FINISHED
        ? ResponseEntity.status(HttpStatus.CREATED).body(stored)
        : ResponseEntity.accepted().location(URI.create("/api/v1/merges/" + row.id())).body(stored);
  }

  /** A merge that is to be stored, or was. */
  @GetMapping("/merges/{id}")
  ResponseEntity<Stored> stored(@PathVariable String id, Locale locale) {
    return unkept(stored(jobs.get(id), locale));
  }

  /** Ends a merge without a version; one that is over stays as it is. */
  @Answers(202)
  @Requires(Role.DATA_STEWARD)
  @PostMapping("/merges/{id}/stop")
  ResponseEntity<Stored> stop(@PathVariable String id, Locale locale) {
    jobs.stop(id);
    return ResponseEntity.accepted().body(stored(jobs.get(id), locale));
  }

  private Stored stored(JobRow row, Locale locale) {
    MergeJob job = jobs.shown(row, Words.in(locale.getLanguage()));
    if (row.state() != JobState.FINISHED) {
      return new Stored(null, 0, 0, job);
    }
    MergeEnd end = MergeEnd.of(row.result());
    return new Stored(versions.get(end), end.lengthKm(), end.undecided(), job);
  }

  /** Sentences are in the reader's language, which the address does not name. */
  private static <T> ResponseEntity<T> unkept(T body) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(body);
  }
}
