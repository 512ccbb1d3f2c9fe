package org.kiungo.web.page.region;

import java.time.LocalDate;
import java.util.List;
import org.kiungo.geodata.reference.Reference;

/**
 * A regional economic community of a form's menu.
 *
 * @param name as its members write it
 * @param members ISO 3166-1 alpha-3, sorted
 */
public record CommunityOption(String name, List<String> members) {

  public CommunityOption {
    members = List.copyOf(members);
  }

  /** Those that have members on a day, sorted by name. */
  public static List<CommunityOption> all(Reference reference, LocalDate date) {
    return reference.countries().stream()
        .flatMap(each -> reference.recs(each.iso3(), date).stream())
        .map(each -> each.rec())
        .distinct()
        .sorted()
        .map(each -> new CommunityOption(each, reference.facts().members(each, date)))
        .toList();
  }
}
