package org.kiungo.web.page.region;

import java.util.List;
import java.util.Locale;
import org.kiungo.web.country.Country;
import org.kiungo.web.language.Words;

/**
 * The countries that a page shows together.
 *
 * @param codes ISO 3166-1 alpha-3, sorted
 * @param name all names while they are few, else the first of them and how many more
 * @param bbox west, south, east, north in degrees, around all of them
 */
public record CountrySet(List<String> codes, String name, double[] bbox) {

  private static final int NAMED = 3;

  /**
   * @param all countries there are
   * @param codes of those shown, at least one of them known
   */
  public static CountrySet of(List<Country> all, List<String> codes, Locale locale) {
    List<Country> shown = all.stream().filter(each -> codes.contains(each.iso3())).toList();
    List<String> names =
        shown.stream()
            .map(Country::names)
            .map(each -> each.getOrDefault(locale.getLanguage(), each.get("en")))
            .toList();
    String name =
        names.size() <= NAMED
            ? String.join(", ", names)
            : Words.in(locale.getLanguage())
                .text("ui.country.and-more", names.get(0), names.size() - 1);
    double[] box = shown.get(0).bbox().clone();
    for (Country each : shown) {
      for (int k = 0; k < box.length; k++) {
        box[k] = k < 2 ? Math.min(box[k], each.bbox()[k]) : Math.max(box[k], each.bbox()[k]);
      }
    }
    return new CountrySet(codes, name, box);
  }

  /** True where there is more than one. */
  public boolean several() {
    return codes.size() > 1;
  }
}
