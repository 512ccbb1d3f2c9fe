package org.kiungo.geodata.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sub-regions of Africa as the United Nations group countries for statistics.
 *
 * @see <a href="https://unstats.un.org/unsd/methodology/m49/">UN M49</a>
 */
final class SubRegions {

  private static final Map<String, List<String>> MEMBERS =
      Map.of(
          "Northern Africa",
          List.of("DZA", "EGY", "LBY", "MAR", "SDN", "TUN"),
          "Western Africa",
          List.of(
              "BEN", "BFA", "CIV", "CPV", "GHA", "GIN", "GMB", "GNB", "LBR", "MLI", "MRT", "NER",
              "NGA", "SEN", "SLE", "TGO"),
          "Middle Africa",
          List.of("AGO", "CAF", "CMR", "COD", "COG", "GAB", "GNQ", "STP", "TCD"),
          "Eastern Africa",
          List.of(
              "BDI", "COM", "DJI", "ERI", "ETH", "KEN", "MDG", "MOZ", "MUS", "MWI", "RWA", "SOM",
              "SSD", "SYC", "TZA", "UGA", "ZMB", "ZWE"),
          "Southern Africa",
          List.of("BWA", "LSO", "NAM", "SWZ", "ZAF"));

  private static final Map<String, String> OF = new HashMap<>();

  static {
    MEMBERS.forEach((region, members) -> members.forEach(iso3 -> OF.put(iso3, region)));
  }

  private SubRegions() {}

  /** The sub-region of one of the 54 countries. */
  static String of(String iso3) {
    return OF.get(iso3);
  }
}
