package org.kiungo.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * No page in another language says anything in English: neither a sentence of its own nor one that
 * catalogue, levers and facts have, which say what they rest on in English. Looked for are words
 * that English sentences hardly do without; titles of works and names stand in {@code works.txt}.
 */
@ApiTest
class SpokenLanguageTest {

  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(?:[Tt]he|of|[Aa]nd|with|[Ff]rom|which|that|are|is|by|than|their|its|each|every"
              + "|[Ww]hat|[Ww]here|was|were|told|quoted|this|there|into|between|without|behind"
              + "|below|above|other|high|years|[Ll]aw|statement|replaces|assumed|computed)\\b");

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  /** As pages of code and of machines have them. */
  private static final String NOT_SPOKEN = "script,style,template,code,pre,kbd,noscript,[lang]";

  private static final int COUNTRIES = 4;

  @Autowired private MockMvc http;
  @Autowired private Plans plans;

  private static List<Pattern> works() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/language/works.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Pattern::compile)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "pt", "ar", "es", "sw"})
  void noPageSpeaksEnglish(String language) throws Exception {
    String plan = plans.add(TinyWorld.plan(1.31e6), "run", null);
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/",
                "/catalogue",
                "/privacy",
                "/scenario?country=LSO",
                "/compare?country=LSO",
                "/options?country=LSO",
                "/services?country=KEN",
                "/data?country=LSO",
                "/data/LSO",
                "/openness",
                "/countries/LSO/doubt",
                "/plans/" + plan + "/explore",
                "/plans/" + plan + "/brief",
                "/plans/" + plan + "/lots",
                "/plans/" + plan + "/progress",
                "/plans/" + plan + "/partners"));
    countries(language)
        .forEach(
            iso3 -> {
              paths.add("/countries/" + iso3);
              paths.add("/openness?country=" + iso3);
              paths.add("/regulation?country=" + iso3);
            });
    Set<String> english = new TreeSet<>();
    for (String path : paths) {
      english.addAll(english(page(path, language)));
    }
    assertThat(english).isEmpty();
  }

  /** Facts are the same in every language: all countries in one, as the lot falls in the others. */
  private static List<String> countries(String language) {
    List<String> all = Reference.builtIn().countries().stream().map(each -> each.iso3()).toList();
    return language.equals("sw")
        ? all
        : SeededSample.of("countries in " + language, all, COUNTRIES);
  }

  @Test
  void anEnglishSentenceIsFound() throws IOException {
    assertThat(english("<p title='What it is made of'>Les fruits</p><p>Sites of the law</p>"))
        .containsExactlyInAnyOrder("What it is made of", "Sites of the law");
    assertThat(english("<p>Source : State of Broadband 2020</p><code>the code</code>")).isEmpty();
  }

  /** Who asks where services may stand reads the laws by name, each marked where it is foreign. */
  @Test
  void lawsAreNamedWhereServicesArePlaced() throws Exception {
    Document page = Jsoup.parse(page("/services?country=KEN", "ar"));
    assertThat(page.select("#laws cite[lang=en]").eachText())
        .contains("Data Protection Act 24 of 2019")
        .anyMatch(each -> each.startsWith("Data Protection (General) Regulations 2021"));
    assertThat(page.select("#laws").text()).contains("(الإنجليزية)");
    assertThat(Jsoup.parse(page("/services?country=KEN", "en")).select("#laws li")).isNotEmpty();
    assertThat(Jsoup.parse(page("/services?country=KEN", "en")).select("#laws cite")).isEmpty();
  }

  private String page(String path, String language) throws Exception {
    return http.perform(get(path).header("Accept-Language", language))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static Set<String> english(String html) throws IOException {
    Document page = Jsoup.parse(html);
    page.body().select(NOT_SPOKEN).remove();
    List<Pattern> works = works();
    return page.body().select("*").stream()
        .flatMap(SpokenLanguageTest::said)
        .filter(
            said -> {
              String left = ADDRESS.matcher(said).replaceAll("");
              for (Pattern each : works) {
                left = each.matcher(left).replaceAll("");
              }
              return ENGLISH.matcher(left).find();
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> said(Element of) {
    return Stream.concat(
            of.textNodes().stream().map(TextNode::text),
            Stream.of("title", "aria-label", "placeholder", "alt").map(of::attr))
        .map(String::strip)
        .filter(said -> !said.isEmpty());
  }
}
