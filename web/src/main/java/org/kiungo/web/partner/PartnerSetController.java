package org.kiungo.web.partner;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.IfMatch;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sets of partners: listed, made, changed, taken away, and as files. */
@RestController
@RequestMapping("/api/v1/partners")
class PartnerSetController {

  private final PartnerSets sets;

  PartnerSetController(PartnerSets sets) {
    this.sets = sets;
  }

  @GetMapping
  List<PartnerSet> list(Locale locale) {
    return sets.list(words(locale));
  }

  @Answers(value = 201, takes = "partners.yaml")
  @Requires(Role.PLANNER)
  @PostMapping
  ResponseEntity<PartnerSet> add(
      @RequestParam String name, @RequestBody byte[] body, Locale locale) {
    PartnerSet made = sets.add(name, body, words(locale));
    return answer(ResponseEntity.created(URI.create("/api/v1/partners/" + made.id())), made);
  }

  @Answers(304)
  @GetMapping("/{id}")
  ResponseEntity<PartnerSet> partners(@PathVariable String id, Locale locale) {
    return answer(ResponseEntity.ok(), sets.get(id, words(locale)));
  }

  @Answers(
      value = {409, 428},
      takes = "partners.yaml")
  @Requires(Role.PLANNER)
  @PutMapping("/{id}")
  ResponseEntity<PartnerSet> change(
      @PathVariable String id,
      @RequestParam(required = false) String name,
      @RequestHeader(name = "If-Match", required = false) String ifMatch,
      @RequestBody byte[] body,
      Locale locale) {
    PartnerSet changed = sets.change(id, IfMatch.version(ifMatch), name, body, words(locale));
    return answer(ResponseEntity.ok(), changed);
  }

  @Answers(204)
  @Requires(Role.PLANNER)
  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(@PathVariable String id) {
    sets.delete(id);
    return ResponseEntity.noContent().build();
  }

  @Answers(gives = "partners.yaml")
  @GetMapping(path = "/{id}/file", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> file(@PathVariable String id) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(sets.file(id));
  }

  private static ResponseEntity<PartnerSet> answer(
      ResponseEntity.BodyBuilder answer, PartnerSet set) {
    return answer
        .header("Cache-Control", "no-store")
        .header("ETag", "\"" + set.version() + "\"")
        .body(set);
  }

  private static Words words(Locale locale) {
    return Words.in(locale.getLanguage());
  }
}
