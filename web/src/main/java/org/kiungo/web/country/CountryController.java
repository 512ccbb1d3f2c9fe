package org.kiungo.web.country;

import java.util.List;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.scenario.ProblemSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Countries, their districts and the network that stands there. */
@RestController
@RequestMapping("/api/v1")
class CountryController {

  private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");

  private final Countries countries;
  private final Reference reference;
  private final ProblemSource problems;

  CountryController(Countries countries, Reference reference, ProblemSource problems) {
    this.countries = countries;
    this.reference = reference;
    this.problems = problems;
  }

  /**
   * An existing network node.
   *
   * @param kind what stands there
   * @param assumed true when no source says that fibre reaches it
   */
  record Node(
      String id,
      String name,
      double lon,
      double lat,
      String kind,
      boolean assumed,
      String source) {}

  @GetMapping("/countries")
  List<Country> countries() {
    return countries.list();
  }

  @GetMapping("/countries/{iso3}")
  Country.Card card(@PathVariable String iso3) {
    return countries.card(iso3);
  }

  @Answers(value = 304, type = "application/geo+json", gives = "geojson")
  @GetMapping("/countries/{iso3}/districts")
  ResponseEntity<byte[]> districts(@PathVariable String iso3) {
    return reference(GEOJSON, reference.districtsGeoJson(countries.known(iso3)));
  }

  @GetMapping("/countries/{iso3}/nodes")
  List<Node> nodes(@PathVariable String iso3) {
    return problems.builtIn(countries.known(iso3)).nodes().stream()
        .map(
            each ->
                new Node(
                    each.id(),
                    each.name(),
                    each.location().lon(),
                    each.location().lat(),
                    each.kind().name(),
                    each.assumed(),
                    each.source()))
        .toList();
  }

  @Answers(304)
  @GetMapping("/technologies")
  ResponseEntity<Catalogue> technologies() {
    return reference(MediaType.APPLICATION_JSON, CatalogueReader.builtIn());
  }

  /** Changes only with the version of Kiungo. */
  private <T> ResponseEntity<T> reference(MediaType type, T body) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noCache())
        .eTag("W/\"" + reference.version().substring(0, 16) + "\"")
        .body(body);
  }
}
