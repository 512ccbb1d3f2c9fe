package org.kiungo.geodata.census;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * A district's name reduced to what tells districts apart: without accents, case, signs, articles
 * and words for the kind of area ("Commune de …", "… County").
 *
 * @param letters the words that remain, joined
 * @param sorted the same words in alphabetical order, joined
 * @param kinds what kind of area the words say that it is, in one language: city, province
 * @param told words of direction and size and numbers, which no misspelling explains: North, Haut,
 *     2
 */
record DistrictName(String letters, String sorted, Set<String> told, Set<String> kinds) {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Letters that may differ in names of so many letters: a quarter of short ones is another. */
  private static final int[][] MOST_EDITS = {{14, 3}, {9, 2}, {5, 1}, {0, 0}};

  private static final Set<String> KINDS =
      Set.of(
          ("commune commun communaute departement department departamento dept region regiao reg"
                  + " province provincia prov dpt district distrito dist county comte state etat estado"
                  + " wilaya willaya wilayah gouvernorat governorate muhafazat prefecture prefeitura"
                  + " cercle arrondissement ville city town municipality municipalite municipio"
                  + " municipal mkoa wilayani mji kaunti lga zone zona woreda sub subcounty council"
                  + " area local government authority chiefdom ward territoire territory"
                  + " circonscription urbaine rurale concelho cidade ciudad jiji مدينة محافظة المحافظة ولاية منطقة اقليم"
                  + " مقاطعة المقاطعة دائرة مديرية شعبية ناحية بلدية")
              .split(" "));

  private static final Set<String> SMALL =
      Set.of(
          "de", "du", "des", "d", "la", "le", "les", "l", "of", "the", "da", "do", "dos", "das",
          "el", "al", "et", "e", "and", "ya", "wa", "y");

  /** Words that stay different however alike they are written, in one language. */
  private static final Map<String, String> TOLD =
      Map.ofEntries(
          Map.entry("nord", "north"),
          Map.entry("norte", "north"),
          Map.entry("north", "north"),
          Map.entry("northern", "north"),
          Map.entry("kaskazini", "north"),
          Map.entry("sud", "south"),
          Map.entry("sul", "south"),
          Map.entry("south", "south"),
          Map.entry("southern", "south"),
          Map.entry("kusini", "south"),
          Map.entry("est", "east"),
          Map.entry("leste", "east"),
          Map.entry("east", "east"),
          Map.entry("eastern", "east"),
          Map.entry("oriental", "east"),
          Map.entry("orientale", "east"),
          Map.entry("mashariki", "east"),
          Map.entry("ouest", "west"),
          Map.entry("oeste", "west"),
          Map.entry("west", "west"),
          Map.entry("western", "west"),
          Map.entry("occidental", "west"),
          Map.entry("occidentale", "west"),
          Map.entry("magharibi", "west"),
          Map.entry("central", "centre"),
          Map.entry("centrale", "centre"),
          Map.entry("center", "centre"),
          Map.entry("centre", "centre"),
          Map.entry("centro", "centre"),
          Map.entry("haut", "upper"),
          Map.entry("haute", "upper"),
          Map.entry("upper", "upper"),
          Map.entry("bas", "lower"),
          Map.entry("basse", "lower"),
          Map.entry("lower", "lower"),
          Map.entry("grand", "greater"),
          Map.entry("grande", "greater"),
          Map.entry("greater", "greater"),
          Map.entry("urban", "urban"),
          Map.entry("urbain", "urban"),
          Map.entry("rural", "rural"));

  /** Kinds by which areas of one name are told apart, each as one language calls it. */
  private static final Map<String, String> KIND_OF =
      Map.ofEntries(
          Map.entry("city", "city"),
          Map.entry("town", "city"),
          Map.entry("ville", "city"),
          Map.entry("cidade", "city"),
          Map.entry("ciudad", "city"),
          Map.entry("jiji", "city"),
          Map.entry("mji", "city"),
          Map.entry("مدينة", "city"),
          Map.entry("province", "province"),
          Map.entry("provincia", "province"),
          Map.entry("prov", "province"),
          Map.entry("mkoa", "province"),
          Map.entry("محافظة", "province"),
          Map.entry("المحافظة", "province"));

  static DistrictName of(String text) {
    List<String> words = new ArrayList<>();
    Set<String> told = new TreeSet<>();
    List<String> all = words(text);
    for (String word : all) {
      String known = TOLD.get(word);
      boolean number = word.chars().allMatch(Character::isDigit);
      if (known != null || number) {
        told.add(known == null ? word : known);
        words.add(known == null ? word : known);
      } else if (!KINDS.contains(word) && !SMALL.contains(word)) {
        words.add(word);
      }
    }
    List<String> kept = words.isEmpty() ? all : words; // "Ville" and "Centre" are names too
    Set<String> kinds = new TreeSet<>();
    all.stream().map(KIND_OF::get).filter(Objects::nonNull).forEach(kinds::add);
    return new DistrictName(
        String.join("", kept), kept.stream().sorted().reduce("", String::concat), told, kinds);
  }

  /** Its words in lower case, without accents. */
  static List<String> words(String text) {
    // footnotes behind a word are no letters of it
    String bare = text.replaceAll("(?<=[\\p{L})])[\u00b9\u00b2\u00b3\u2070-\u2079]+", "");
    String plain = MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll("");
    String spaced = SIGNS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return spaced.isEmpty() ? List.of() : Arrays.asList(spaced.split(" "));
  }

  boolean isSame(DistrictName other) {
    return !letters.isEmpty() && (letters.equals(other.letters) || sorted.equals(other.sorted));
  }

  /**
   * Letters to change to get from one to the other; -1 when more than a misspelling explains, or
   * when they differ in direction, size or number.
   */
  int edits(DistrictName other) {
    int length = Math.min(letters.length(), other.letters.length());
    int most = 0;
    for (int[] step : MOST_EDITS) {
      if (length >= step[0]) {
        most = step[1];
        break;
      }
    }
    return told.equals(other.told)
        ? new LevenshteinDistance(most).apply(letters, other.letters)
        : -1;
  }

  /** How alike they are, 0 to 1, to list the nearest. */
  double likeness(DistrictName other) {
    return new JaroWinklerSimilarity().apply(letters, other.letters);
  }
}
