package org.kiungo.geodata.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;

/** The programmes of funders that the product knows, as partners to start from. */
public final class PartnerLibrary {

  /** As many as a partnership takes. */
  private static final int MOST_PARTNERS = 12;

  private final List<LibraryPartner> all;

  private PartnerLibrary(List<LibraryPartner> all) {
    this.all = List.copyOf(all);
  }

  private static final class Loaded {
    private static final PartnerLibrary BUILT_IN = load();
  }

  private static PartnerLibrary load() {
    try (InputStream in = PartnerLibrary.class.getResourceAsStream("/partner/library.yaml")) {
      return new PartnerLibrary(LibraryFile.read(Objects.requireNonNull(in).readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library inside this jar. */
  public static PartnerLibrary builtIn() {
    return Loaded.BUILT_IN;
  }

  /** All programmes, in the order of the file: letters unique. */
  public List<LibraryPartner> all() {
    return all;
  }

  public Optional<LibraryPartner> find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Programmes that some of the countries may ask, whatever they pay for. */
  public List<LibraryPartner> concerning(List<String> countries) {
    return all.stream().filter(p -> countries.stream().anyMatch(p.countries()::contains)).toList();
  }

  /**
   * Partners to start from: those that have money for networks of these countries in these years,
   * and those of which nobody published how much, without envelopes. Of more than twelve those with
   * least money are left out; nobody at all = empty.
   *
   * @param countries ISO 3166-1 alpha-3
   * @param from first year
   * @param to last year, ≥ from
   */
  public Optional<Partnership> start(List<String> countries, int from, int to) {
    List<Partner> partners = new ArrayList<>();
    for (LibraryPartner each : all) {
      if (each.standing(countries, from, to).usable()) {
        partners.add(each.partner(countries, from, to));
      }
    }
    while (partners.size() > MOST_PARTNERS) {
      partners.remove(
          partners.stream()
              .min(java.util.Comparator.comparingLong(Partner::totalCents))
              .orElseThrow());
    }
    return partners.isEmpty()
        ? Optional.empty()
        : Optional.of(new Partnership(partners, List.of()));
  }
}
