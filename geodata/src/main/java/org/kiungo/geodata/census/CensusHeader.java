package org.kiungo.geodata.census;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the heading of a census column says.
 *
 * @param residents whether the column counts all residents, not a part of them nor a rate
 * @param year 1900 to 2199; 0 when it names none, or several
 */
record CensusHeader(boolean residents, int year) {

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[89]|20|21)\\d\\d(?!\\d)");

  private static final Set<String> PEOPLE =
      Set.of(
          ("pop population populations populacao poblacion people persons persones personnes"
                  + " pessoas habitant habitants habitantes inhabitants resident residents"
                  + " residentes hab habs watu wakazi سكان")
              .split(" "));

  /** Words that leave the whole population whole; any other word makes a part or a rate of it. */
  private static final Set<String> NEUTRAL =
      Set.of(
          ("total totale totaux totals all ensemble tous both deux sexes sexe sex les de la le du"
                  + " des d of the do da dos n nb no nbre nombre number numero count counted"
                  + " effectif effectifs census recensement recenseamento rgph rgphae gphc phc"
                  + " estimate estimated estimates estimation estimee projection projections"
                  + " projected projetee projetees en in an annee ano year resid residente"
                  + " residentielle idadi ya jumla عدد مجموع اجمالي t tl tot geral general ambos os sexos 000 thousand thousands milliers mille milhares"
                  + " mil million millions milhoes milhao مليون آلاف بالآلاف")
              .split(" "));

  /** Words of one sex, whose columns beside a total make that one of residents. */
  private static final Set<String> OF_ONE_SEX =
      Set.copyOf(
          DistrictName.words(
              "homme hommes femme femmes masculin feminin masculins feminins male males female"
                  + " females men women homens mulheres masculino feminino h f m ذكور إناث"
                  + " wanaume wanawake"));

  private static final Set<String> TOTALS =
      Set.copyOf(
          DistrictName.words(
              "total totale totaux totals all ensemble both ambos jumla المجموع مجموع الجملة"));

  /** Years of Ethiopia's calendar begin in September, eight behind those of others before. */
  private static final Pattern ETHIOPIAN =
      Pattern.compile(
          "(?i)(?<!\\d)((?:19|20)\\d\\d)\\s*\\(?(?:E\\.\\s?C\\.?|EC|ዓ\\.?ም\\.?)\\)?(?!\\p{L})");

  private static final int ETHIOPIAN_YEARS = 8;
  private static final Pattern GREGORIAN =
      Pattern.compile("(?i)(?<=\\d)\\s*\\(?(?:G\\.\\s?C\\.?|GC)\\)?$");

  /** Years as others count them. */
  private static String common(String heading) {
    return ETHIOPIAN
        .matcher(GREGORIAN.matcher(heading.strip()).replaceAll(""))
        .replaceAll(year -> Integer.parseInt(year.group(1)) + ETHIOPIAN_YEARS + "");
  }

  static CensusHeader of(String given) {
    String heading = common(given);
    String spaced = heading.replaceAll("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})", " ");
    int year = 0;
    Matcher years = YEAR.matcher(spaced);
    if (years.find()) {
      year = Integer.parseInt(years.group());
      year = years.find() ? 0 : year;
    }
    List<String> words = DistrictName.words(YEAR.matcher(spaced).replaceAll(" "));
    words = words.stream().map(CensusHeader::withoutArticle).toList();
    boolean people = words.stream().anyMatch(PEOPLE::contains) || words.equals(List.of("t", "tl"));
    boolean whole =
        words.stream()
            .allMatch(word -> PEOPLE.contains(word) || NEUTRAL.contains(word) || isRound(word));
    boolean rate = heading.contains("%") || heading.contains("/");
    return new CensusHeader(people && whole && !rate, year);
  }

  private static String withoutArticle(String word) {
    return word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
  }

  /** The number of a census, as in RGPH-4. */
  private static boolean isRound(String word) {
    return word.matches("\\d|[\u00b9\u00b2\u00b3\u2070-\u2079]");
  }

  /**
   * The column of all residents: the latest year's, else the first; where only years head columns,
   * the latest of them; empty when there is none.
   */
  static String residents(Collection<String> columns) {
    String best = "";
    int bestYear = -1;
    for (String column : columns) {
      CensusHeader header = of(column);
      if (header.residents() && header.year() > bestYear) {
        best = column;
        bestYear = header.year();
      }
    }
    best = best.isEmpty() ? besideSexes(columns) : best;
    return best.isEmpty() ? latestYear(columns) : best;
  }

  /** The latest total of two columns or more that count one sex each. */
  private static String besideSexes(Collection<String> columns) {
    long parts =
        columns.stream()
            .filter(each -> DistrictName.words(each).stream().anyMatch(OF_ONE_SEX::contains))
            .count();
    return parts < 2
        ? ""
        : columns.stream()
            .filter(each -> DistrictName.words(each).stream().anyMatch(TOTALS::contains))
            .filter(each -> DistrictName.words(each).stream().noneMatch(OF_ONE_SEX::contains))
            // the latest year's, of several the first
            .reduce((one, other) -> of(other).year() > of(one).year() ? other : one)
            .orElse("");
  }

  private static String latestYear(Collection<String> columns) {
    return columns.stream().filter(CensusHeader::isYearAlone).max(String::compareTo).orElse("");
  }

  /** A heading that is a year and nothing else. */
  static boolean isYearAlone(String heading) {
    return YEAR.matcher(common(heading)).matches();
  }
}
