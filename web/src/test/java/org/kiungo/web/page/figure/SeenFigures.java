package org.kiungo.web.page.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.kiungo.web.page.Figures;
import tools.jackson.databind.JsonNode;

/** Figures as pages, answers and files tell them, by what they are and of what. */
final class SeenFigures {

  /** What nobody wrote for readers. */
  private static final Pattern STRAY =
      Pattern.compile("∞|(?<![\\p{L}\\p{N}])(?:-?NaN|-?Infinity|undefined|null)(?![\\p{L}\\p{N}])");

  private static final Pattern SHARE_OF_4G = Pattern.compile("\\d\\s?%");

  /** Figures of a plan that its totals hold under the same name. */
  private static final List<String> TOTALS =
      List.of(
          "population",
          "peopleBaseline",
          "peopleServed",
          "peopleBasic",
          "peopleUnserved",
          "capexUsd",
          "opexUsdPerYear",
          "lifetimeCostUsd");

  /** One telling of a figure. */
  private record Telling(String value, String year, String source) {}

  private final Map<String, Map<Telling, TreeSet<String>>> figures = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * Takes a figure as somebody is told it.
   *
   * @param figure its name and what it is of, with a colon between
   */
  void tell(String where, String figure, double value, String year, String source) {
    // sums in another order differ in their last digits
    String digits = String.format(Locale.ROOT, "%.9e", value);
    figures
        .computeIfAbsent(figure, name -> new TreeMap<>((a, b) -> (a + "").compareTo(b + "")))
        .computeIfAbsent(new Telling(digits, year, source), each -> new TreeSet<>())
        .add(where);
  }

  /** Looks at a page as it is sent. */
  void page(String where, String html, Locale locale) {
    Document page = Jsoup.parse(html);
    page.select("script,style,template,noscript").remove();
    Figures forms = Figures.of(locale);
    for (Element each : page.select("[data-figure]")) {
      String shown = plain(each.text() + " " + each.attr("title"));
      for (String mark : each.attr("data-figure").split("\\|")) {
        int equals = mark.indexOf('=');
        int at = mark.indexOf('@');
        int comma = mark.indexOf(',', Math.max(at, 0));
        double value = Double.parseDouble(mark.substring(equals + 1, at < 0 ? mark.length() : at));
        String name = mark.substring(0, equals);
        tell(
            where,
            name,
            value,
            at < 0 ? "" : mark.substring(at + 1, comma),
            at < 0 ? "" : mark.substring(comma + 1));
        if (written(forms, value).map(SeenFigures::plain).noneMatch(shown::contains)) {
          faults.add(where + ": " + name + " is " + value + ", but what is shown is: " + shown);
        }
      }
    }
    for (Element each : page.select("[data-default-usd]")) {
      double usd = Double.parseDouble(each.attr("data-default-usd"));
      tell(where, "defaultBudgetUsd:" + each.attr("value"), usd, "", "");
    }
    page.select("p,li,dd,td,th,h1,h2,h3,small,figcaption").stream()
        .filter(
            each ->
                each.ownText().contains("4G")
                    || each.previousElementSibling() != null
                        && each.tagName().equals("dd")
                        && each.previousElementSibling().text().contains("4G"))
        .filter(each -> SHARE_OF_4G.matcher(plain(each.text())).find())
        .filter(each -> each.closest("[data-figure]") == null)
        .filter(each -> each.select("[data-figure]").isEmpty())
        .forEach(each -> faults.add(where + ": a share of 4G without its name: " + each.text()));
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text) {
            strays(where, text.text());
          } else if (node instanceof Element element) {
            Stream.of("title", "aria-label", "alt", "placeholder", "value", "href")
                .forEach(name -> strays(where, element.attr(name)));
          }
        },
        page.body());
  }

  /** Looks at what is told in plain text. */
  void text(String where, String text) {
    text.lines()
        .filter(line -> STRAY.matcher(line.replace(":null", "")).find())
        .limit(1)
        .forEach(line -> strays(where, line));
  }

  /**
   * Looks whether what is printed has every figure of the same page.
   *
   * @param text of the print
   * @param html of the page
   */
  void print(String where, String text, String html) {
    strays(where, text);
    String printed = plain(text);
    Figures forms = Figures.of(Locale.ENGLISH);
    for (Element each : Jsoup.parse(html).select("[data-figure]")) {
      for (String mark : each.attr("data-figure").split("\\|")) {
        double value = Double.parseDouble(mark.replaceFirst("@.*", "").replaceFirst(".*=", ""));
        if (written(forms, value).map(SeenFigures::plain).noneMatch(printed::contains)) {
          faults.add(where + " does not tell " + mark);
        }
      }
    }
  }

  /** Takes the totals of a plan out of an answer or a file. */
  void totals(String where, String planId, JsonNode totals) {
    for (String name : TOTALS) {
      tell(where, name + ":" + planId, totals.get(name).asDouble(), "", "");
    }
  }

  /** Looks for texts in an answer that are no values. */
  void json(String where, JsonNode node) {
    if (node.isString()) {
      strays(where, node.asString());
    }
    node.forEach(each -> json(where, each));
  }

  private void strays(String where, String text) {
    if (STRAY.matcher(text).find()) {
      faults.add(where + ": nobody wrote this for readers: " + text.strip());
    }
  }

  /** The forms in which pages write a figure. */
  private static Stream<String> written(Figures forms, double value) {
    return Stream.of(
        forms.brief(value),
        forms.whole(value),
        forms.people(value),
        forms.usd(value),
        forms.usdInWords(value),
        forms.percent(value),
        forms.plain(value, 2));
  }

  /** One blank for whatever keeps digits and units together or apart. */
  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }

  /** What contradicts what, and what should not be there; empty when all is well. */
  List<String> faults() {
    List<String> all = new ArrayList<>(new TreeSet<>(faults));
    figures.forEach(
        (name, tellings) -> {
          if (tellings.size() > 1) {
            all.add(name + " is told in " + tellings.size() + " ways: " + tellings);
          }
        });
    return all;
  }

  /** Figures that stand in several places. */
  List<String> repeated() {
    return figures.entrySet().stream()
        .filter(each -> each.getValue().values().stream().mapToInt(TreeSet::size).sum() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>();
    figures.keySet().forEach(each -> names.add(each.substring(0, each.indexOf(':'))));
    return names;
  }
}
