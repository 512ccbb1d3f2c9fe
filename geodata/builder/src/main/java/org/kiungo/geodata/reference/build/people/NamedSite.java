package org.kiungo.geodata.reference.build.people;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.planner.model.value.LonLat;

/**
 * A place that has a name, before anybody lives in it.
 *
 * @param geonamesId number in GeoNames; 0 = a health site
 * @param name of the place
 * @param claimed people that GeoNames gives it; 0 = none given
 * @param weight share of a cell's people that it draws beside others without a figure, &gt; 0
 * @param capital whether it is its country's capital
 */
record NamedSite(
    long geonamesId, String name, LonLat location, long claimed, int weight, boolean capital) {

  /** A place of GeoNames without a figure draws people as a health centre does: assumed. */
  private static final int UNCOUNTED_WEIGHT = 2;

  /**
   * Words with which the kind of a health site begins, in the languages of the list (Maina et al.
   * 2019); what stands before them names the place.
   */
  private static final Pattern KIND =
      Pattern.compile(
          "\\s+[\\[(]?\\b(?:primary|basic|comprehensive|community|maternal|maternit\\p{L}+|health"
              + "|cent(?:re|er|ro)|clini(?:c|que|ca)|dispens\\p{L}+|post[eo]?|h[oô]pital|hospital"
              + "|m[eé]dic\\p{L}+|unit[eé]?|unidade|polyclini\\p{L}+|integrated|rural|district"
              + "|general|g[eé]n[eé]ral|sub|cottage|referral|r[eé]f[eé]renc\\p{L}*|mission|municipal"
              + "|regional|r[eé]gional|provincial|national|satellite|model|gateway|case de sant[eé]"
              + "|station|chc|csps|csi|phc|mch|usp|cma|level)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  static NamedSite geonames(
      long id, String name, LonLat location, double population, boolean capital) {
    long claimed = population > 0 ? Math.round(population) : 0;
    return new NamedSite(id, name, location, claimed, UNCOUNTED_WEIGHT, capital);
  }

  /**
   * @param tier 1 post or hut, 2 centre or clinic, 3 hospital, 4 central hospital; 0 = not known
   */
  static NamedSite health(String name, LonLat location, int tier) {
    return new NamedSite(0, placeName(name), location, 0, Math.max(1, tier), false);
  }

  /** "Onseepkans Clinic" is at Onseepkans; a name that begins with the kind stays whole. */
  static String placeName(String site) {
    Matcher kind = KIND.matcher(site.strip());
    String place = kind.replaceFirst("").strip();
    return place.length() < 2 ? site.strip() : place;
  }

  boolean isCounted() {
    return claimed > 0;
  }
}
