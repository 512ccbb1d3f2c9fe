package org.kiungo.web.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.partner.LibraryPartner;
import org.kiungo.geodata.partner.PartnerLibrary;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Programmes of funders, as partners to start from. */
@RestController
@RequestMapping("/api/v1/partner-library")
class LibraryController {

  private final Reference reference;

  LibraryController(Reference reference) {
    this.reference = reference;
  }

  /**
   * A programme.
   *
   * @param id for {@code /partner-library/{id}/file}
   * @param standing what it has for these countries in these years
   * @param sentence the same, in the reader's language
   * @param usable whether a partner can be made of it
   * @param partner as which it is offered
   * @param source who says so
   * @param assumed what of it nobody published
   */
  record Programme(
      String id,
      String standing,
      String sentence,
      boolean usable,
      PartnerSet.Told partner,
      String source,
      List<String> assumed) {}

  @GetMapping
  List<Programme> list(
      @RequestParam List<String> country,
      @RequestParam(defaultValue = "2027") int from,
      @RequestParam(defaultValue = "2036") int to,
      Locale locale) {
    require(country, from, to);
    Words words = Words.in(locale.getLanguage());
    List<Programme> programmes = new ArrayList<>();
    for (LibraryPartner each : PartnerLibrary.builtIn().concerning(country)) {
      LibraryPartner.Standing standing = each.standing(country, from, to);
      Partner partner = each.partner(country, from, to);
      programmes.add(
          new Programme(
              each.id(),
              standing.word(),
              words.text("partner.standing." + standing.word(), partner.totalCents() / 100.0),
              standing.usable(),
              PartnerSet.Told.of(partner, words),
              words.source(partner.source()),
              partner.assumed()));
    }
    return programmes;
  }

  @Answers(gives = "partners.yaml")
  @GetMapping(path = "/{id}/file", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] file(
      @PathVariable String id,
      @RequestParam List<String> country,
      @RequestParam(defaultValue = "2027") int from,
      @RequestParam(defaultValue = "2036") int to) {
    require(country, from, to);
    LibraryPartner programme =
        PartnerLibrary.builtIn()
            .find(id)
            .orElseThrow(() -> ApiRefusal.unknown("partner-library", id));
    try {
      return PartnerFile.write(
          new Partnership(List.of(programme.partner(country, from, to)), List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void require(List<String> countries, int from, int to) {
    countries.forEach(reference::country);
    if (from > to) {
      throw new InputRefused("library.years", "years", from + "-" + to);
    }
  }
}
