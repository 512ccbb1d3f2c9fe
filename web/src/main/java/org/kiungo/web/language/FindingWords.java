package org.kiungo.web.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.inspect.Inspection;

/** Puts findings about input files into words. */
public record FindingWords(Words words) implements Inspection.Wording {

  /** Found, expected and place come last of the arguments. */
  private static final int FOUND = 4;

  /** Their found and expected are ISO 3166-1 alpha-3 codes, one or several. */
  private static final Set<String> OF_COUNTRIES =
      Set.of("outsideCountry", "nearBorder", "rasterOutsideCountry", "settlement.otherCountry");

  @Override
  public String say(Finding finding, boolean remedy) {
    String key = "finding." + finding.code() + (remedy ? ".remedy" : "");
    Object[] told = finding.arguments();
    String sentence = words.pattern(key);
    RawFigures figures = new RawFigures(words);
    for (int k = FOUND; k < told.length; k++) {
      // what is quoted stands so in the file
      told[k] = isQuoted(sentence, k) ? told[k] : inWords(figures.told(named(finding, told[k])));
    }
    return words.text(key, told);
  }

  /** Countries by their names, where a finding tells of countries. */
  private Object named(Finding finding, Object told) {
    if (!OF_COUNTRIES.contains(finding.code())) {
      return told;
    }
    return Arrays.stream(told.toString().split(", "))
        .map(
            each -> each.equals("–") ? words.text("judge.nowhere") : CountryWords.name(each, words))
        .collect(Collectors.joining(", "));
  }

  /** What libraries say of a shape, and kinds of shapes, as the language calls them. */
  private Object inWords(Object told) {
    String key =
        "finding.value." + told.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    return words.has(key) ? words.text(key) : told;
  }

  private static boolean isQuoted(String sentence, int argument) {
    return Pattern.compile("[“«]\\p{Z}?\\{" + argument + "}").matcher(sentence).find();
  }
}
