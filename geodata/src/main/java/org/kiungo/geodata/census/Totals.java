package org.kiungo.geodata.census;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.layer.CountryCodes;

/** Rows of a census table that add up others. */
final class Totals {

  private static final Set<String> FIRST =
      Set.of(
          "total",
          "totale",
          "totaux",
          "totals",
          "ensemble",
          "grand",
          "sous",
          "sub",
          "s", // S/Total
          "subtotal",
          "soustotal",
          "national",
          "nation",
          "country",
          "pays",
          "jumla",
          "المجموع",
          "مجموع",
          "اجمالي",
          "الاجمالي",
          "الجملة",
          "جملة",
          "subtotais",
          "totais",
          "somme",
          "suma",
          "pais",
          "nchi");

  /** Words that make a part of what is added up. */
  private static final Set<String> PARTIAL =
      Set.of("sous", "sub", "s", "subtotal", "soustotal", "subtotais", "ndogo", "فرعي", "الفرعي");

  private static final Set<String> ANY = Set.of("total", "totaux", "subtotal", "ensemble", "jumla");

  private Totals() {}

  /** Whether a name stands for several districts. */
  static boolean isTotal(String name) {
    List<String> words = DistrictName.words(name);
    if (words.isEmpty()) {
      return false;
    }
    boolean grand = Set.of("grand", "sous", "sub", "s").contains(words.get(0));
    return FIRST.contains(words.get(0)) && (!grand || words.stream().anyMatch(ANY::contains))
        || ANY.contains(words.get(words.size() - 1));
  }

  /** Whether a name stands for several districts of a country, or for the country itself. */
  static boolean isTotal(String name, String iso3) {
    return isTotal(name) || isNation(name, iso3);
  }

  /** Whether a name is the country's own, which sums up its districts. */
  static boolean isNation(String name, String iso3) {
    return !name.isEmpty() && CountryCodes.iso3(name).equals(iso3);
  }

  /** What a name of a total says besides being one: "Alibori" of "Total Alibori". */
  static String withoutWords(String name) {
    return DistrictName.words(name).stream()
        .filter(word -> !FIRST.contains(word) && !ANY.contains(word))
        .filter(word -> !PARTIAL.contains(word))
        .collect(Collectors.joining(" "));
  }

  /** Whether a total is one of all districts, so that their sum can be compared with it. */
  static boolean isGrand(String name) {
    List<String> words = DistrictName.words(name);
    if (words.stream().anyMatch(PARTIAL::contains)) {
      return false;
    }
    return words.size() == 1 && FIRST.contains(words.get(0))
        || words.contains("general")
        || words.contains("geral")
        || words.contains("pais")
        || words.contains("national")
        || words.contains("pays")
        || words.contains("country")
        || words.contains("grand");
  }
}
