package org.kiungo.web.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.lot.WorkStates;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.country.Countries;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.document.PlanFacts;
import org.kiungo.web.plan.document.ProjectState;
import org.kiungo.web.plan.document.PublishedPlan;
import org.kiungo.web.plan.document.ToldStates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** A rest on the pages of plans: with the plan that it continues, and what of it is paid apart. */
@ApiTest
class RestPagesTest {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private Countries countries;

  /** A plan that nobody named and its rest: one site stands without its way, one is reported. */
  private record Pair(String signed, String rest) {}

  private Pair pair(double budgetUsd) throws Exception {
    return pair(budgetUsd, 0);
  }

  private Pair pair(double budgetUsd, double moreUsd) throws Exception {
    String asked =
        """
        {"countries": ["LSO"], "budgetUsd": %s, "steps": 50}"""
            .formatted(budgetUsd);
    String signed = plans.add(TinyWorld.planOf(asked), "run", null);
    List<AccessSite> sites = plans.getFolder(signed).plan().sites();
    assertThat(sites).hasSizeGreaterThan(2);
    StringBuilder rows = new StringBuilder("id,date,costUsd,verified,people\n");
    rows.append(sites.get(0).id()).append(",2027-06-01,").append(sites.get(0).capexUsd());
    rows.append(",accepted,40\n").append(sites.get(1).id()).append(",2027-07-01,5000,,\n");
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    http.perform(
        multipart("/plans/{id}/progress", signed)
            .file(new MockMultipartFile("file", "built.csv", "text/csv", bytes))
            .param("until", "2027-12-31"));
    http.perform(
        post("/plans/{id}/progress/again", signed)
            .param("keep", "signed")
            .param("more", String.valueOf(moreUsd)));
    Document page = page("/plans/" + signed + "/progress", "en");
    for (int k = 0; k < 120 && page.selectFirst("[data-testid=again]") == null; k++) {
      Thread.sleep(500);
      page = page("/plans/" + signed + "/progress", "en");
    }
    MockHttpServletResponse kept =
        http.perform(post("/plans/{id}/progress/kept", signed)).andReturn().getResponse();
    return new Pair(signed, String.valueOf(kept.getRedirectedUrl()).substring("/plans/".length()));
  }

  private Document page(String address, String language) throws Exception {
    MockHttpServletResponse answer =
        http.perform(get(address).header("Accept-Language", language)).andReturn().getResponse();
    assertThat(answer.getStatus()).as(address).isEqualTo(200);
    return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
  }

  private static double figure(Element cell) {
    return Double.parseDouble(cell.attr("data-value"));
  }

  /** Capex and lifetime cost of a state as a page tells them. */
  private static List<Double> told(Document page, String state) {
    List<Element> cells =
        page.select("[data-testid=states] [data-state=" + state + "] [data-value]");
    return cells.isEmpty()
        ? List.of(0.0, 0.0)
        : List.of(figure(cells.get(2)), figure(cells.get(3)));
  }

  @Test
  void whatStandsIsNoMoneyToSpendOnAnyPage() throws Exception {
    Pair pair = pair(1.83e6);
    PlanFolder folder = plans.getFolder(pair.rest);
    WorkStates states = plans.findDetail(pair.rest).orElseThrow().states();
    assertThat(states.standing().sites()).isEqualTo(1);
    assertThat(states.signed().sites()).isEqualTo(1);
    assertThat(states.all().sites()).isEqualTo(folder.plan().sites().size());
    double capexUsd = folder.plan().totals().capexUsd();
    double lifetimeUsd = folder.plan().totals().lifetimeCostUsd();
    for (String language : List.of("en", "fr")) {
      for (String address : List.of("/plans/%s/brief", "/plans/%s/explore")) {
        Document page = page(address.formatted(pair.rest), language);
        assertThat(page.select("[data-testid=states-lead]").text()).as(address).isNotEmpty();
        assertThat(page.select("[data-testid=capex-due]").text()).as(address).isNotEmpty();
        for (int k = 0; k < 2; k++) {
          double sum =
              told(page, "standing").get(k)
                  + told(page, "signed").get(k)
                  + told(page, "open").get(k);
          assertThat(sum).isCloseTo(told(page, "all").get(k), within(1e-6));
          assertThat(sum).isCloseTo(k == 0 ? capexUsd : lifetimeUsd, within(0.01));
        }
        assertThat(told(page, "standing").get(0)).isEqualTo(states.standing().capexUsd());
      }
      Document country = page("/countries/LSO?plan=" + pair.rest, language);
      assertThat(country.select("[data-testid=states-lead]").text()).isNotEmpty();
      Document lots = page("/plans/" + pair.rest + "/lots", language);
      assertThat(figure(lots.selectFirst("[data-testid=usd]")))
          .isCloseTo(states.open().capexUsd(), within(0.01));
    }
    assertThat(page("/plans/" + pair.signed + "/brief", "en").select("[data-testid=states-lead]"))
        .isEmpty();
    Document own = page("/plans/" + pair.rest + "/progress", "en");
    assertThat(own.select("[data-testid=states-lead]").text()).isNotEmpty();
    Document explore = page("/plans/" + pair.rest + "/explore", "en");
    assertThat(explore.select("#best [data-testid=best-stands]")).hasSize(1);
    Words words = Words.in("en");
    PublishedPlan published =
        PublishedPlan.read(plans.getFiles(pair.rest), plans.getVerdict(pair.rest), ToldStates.NONE);
    Map<String, ProjectState> exported = published.states(words, each -> each.members().sites());
    assertThat(exported.values())
        .containsExactlyInAnyOrder(ProjectState.BUILT, ProjectState.SIGNED);
    MvcResult asked =
        http.perform(
                get("/api/v1/plans/{id}/exports/oc4ids", pair.rest).header("Accept-Language", "en"))
            .andReturn();
    String projects =
        http.perform(asyncDispatch(asked))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(projects).containsPattern("implementation|completion").contains("already and");
    Map<String, Double> facts =
        PlanFacts.of(published, words).stream()
            .filter(each -> each.value() != null)
            .collect(Collectors.toMap(PlanFacts.Fact::key, PlanFacts.Fact::value));
    assertThat(facts.get("standingLifetimeCostUsd")).isEqualTo(states.standing().lifetimeUsd());
    assertThat(
            facts.get("standingLifetimeCostUsd")
                + facts.get("signedLifetimeCostUsd")
                + facts.get("openLifetimeCostUsd"))
        .isCloseTo(facts.get("lifetimeCostUsd"), within(1e-6));
  }

  @Test
  void aRestStandsWithThePlanThatItContinuesAndNotAgainstIt() throws Exception {
    Pair pair = pair(1.87e6);
    PlanSummary rest = plans.find(pair.rest).orElseThrow();
    PlanSummary signed = plans.find(pair.signed).orElseThrow();
    assertThat(rest.rest().planId()).isEqualTo(pair.signed);
    assertThat(rest.rest().letter()).isEqualTo(signed.letter());
    assertThat(Figures.of(Locale.FRENCH).name(rest)).startsWith("Reste de " + signed.letter());
    Document country = page("/countries/LSO?plan=" + pair.signed, "en");
    List<String> cards = country.select("#plans input").eachAttr("value");
    assertThat(cards.get(cards.indexOf(pair.signed) + 1)).isEqualTo(pair.rest);
    Element card = country.selectFirst("#plans [data-rest=" + pair.signed + "]");
    assertThat(card.select("[data-testid=continues]").text()).contains(signed.letter());
    long rests = country.select("#plans .rest").size();
    assertThat(country.select("#plans legend").text())
        .contains(cards.size() - rests == 1 ? "One" : String.valueOf(cards.size() - rests));
    assertThat(countries.list())
        .filteredOn(each -> each.iso3().equals("LSO"))
        .allMatch(each -> !each.planId().equals(pair.rest));
    String own = "/scenario?country=LSO&plan=";
    assertThat(page(own + pair.signed, "en").select("[data-testid=of-rest]")).isEmpty();
    assertThat(page(own + pair.rest, "en").select("[data-testid=of-rest] a").attr("href"))
        .isEqualTo("/plans/" + pair.signed + "/progress#again");
    Document options = page("/options?country=LSO", "en");
    assertThat(options.select("[value=" + pair.signed + "]")).isNotEmpty();
    assertThat(options.select("[value=" + pair.rest + "]")).isEmpty();
    assertThat(page("/options?a=" + pair.signed + "&b=" + pair.rest, "en").text())
        .contains("the rest of another plan");
    String frontier =
        http.perform(get("/api/v1/plans/{id}/frontier", pair.signed))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(frontier).contains(pair.signed).doesNotContain(pair.rest);
    assertThat(
            page("/compare?country=LSO&a=" + pair.signed + "&b=" + pair.rest, "en")
                .select("[data-testid=continues]"))
        .hasSize(1);
  }

  @Test
  void whoReadsFrenchIsToldNamesThatNobodyTypedInFrench() throws Exception {
    Pair pair = pair(1.91e6);
    String name = Figures.of(Locale.FRENCH).name(plans.find(pair.signed).orElseThrow());
    for (String address : List.of("/plans/%s/brief", "/plans/%s/explore", "/plans/%s/lots")) {
      assertThat(page(address.formatted(pair.rest), "fr").select("[data-testid=rest-of]").text())
          .as(address)
          .contains(name.replaceAll("[\u00a0\u202f]", " "))
          .doesNotContain("Most people");
    }
  }

  @Test
  void linksToWhatStandsSayOfWhat() throws Exception {
    Pair pair = pair(1.93e6);
    Document lots = page("/plans/" + pair.rest + "/lots", "en");
    Map<String, Set<String>> named =
        lots.select("a[href$=/progress]").stream()
            .collect(
                Collectors.groupingBy(
                    Element::text, Collectors.mapping(a -> a.attr("href"), Collectors.toSet())));
    assertThat(named).hasSize(2);
    assertThat(named.values()).allMatch(each -> each.size() == 1);
    Element standing =
        page("/plans/" + pair.signed + "/lots", "en").selectFirst("[data-testid=lots-standing]");
    assertThat(standing.text()).contains("One of");
    assertThat(standing.select("a").eachAttr("href"))
        .anyMatch(each -> each.endsWith(pair.signed + "/progress"))
        .anyMatch(each -> each.endsWith(pair.rest + "/lots"));
    assertThat(page("/plans/" + pair.signed + "/lots", "en").select("[data-testid=lot-stands]"))
        .hasSize(1);
  }

  @Test
  void theMoneyOfTheRestFollowsFromTheBudget() throws Exception {
    Pair pair = pair(1.97e6, 250_000);
    for (String language : List.of("en", "fr")) {
      Document page = page("/plans/" + pair.signed + "/progress", language);
      double sum = 0;
      Map<String, Double> steps = new HashMap<>();
      for (Element row : page.select("[data-testid=steps] tr")) {
        double usd = figure(row.selectFirst("[data-value]"));
        steps.put(row.attr("data-step"), usd);
        if (row.attr("data-step").equals("cost")) {
          assertThat(usd).isCloseTo(steps.get("stands") - steps.get("due"), within(0.01));
        } else if (row.hasClass("sum")) {
          assertThat(usd).as(row.text()).isCloseTo(sum, within(0.01));
          sum = row.attr("data-step").equals("left") ? sum : 0;
        } else {
          sum += usd;
        }
      }
      assertThat(steps).containsEntry("more", 250_000.0);
      assertThat(page.select("[data-testid=again]").text().replaceAll("\\D", ""))
          .contains("250000");
      assertThat(steps).containsKeys("budget", "standing", "left", "unspent", "waiting", "stands");
      PlanSummary rest = plans.find(pair.rest).orElseThrow();
      assertThat(steps.get("cost"))
          .isCloseTo(rest.totals().lifetimeCostUsd(), within(0.01))
          .isLessThanOrEqualTo(rest.scenario().budgetUsd() + 0.01);
      WorkStates states = plans.findDetail(pair.rest).orElseThrow().states();
      assertThat(steps.get("stands")).isEqualTo(states.standing().lifetimeUsd());
    }
  }

  @Test
  void whoWaitsForALinkIsToldThatTheRestBuildsItWhereItDoes() throws Exception {
    Pair pair = pair(2.03e6);
    Set<String> links =
        plans.getFolder(pair.rest).plan().links().stream()
            .map(BuiltLink::id)
            .collect(Collectors.toSet());
    List<String> told =
        page("/plans/" + pair.signed + "/progress", "en")
            .select("[data-testid=findings] li")
            .eachText();
    assertThat(told).anyMatch(each -> each.contains("for a link that no row"));
    for (String each : told) {
      if (each.contains("for a link that no row")) {
        String missing = each.replaceAll(".*accepted: (.*?)\\. The rest.*", "$1");
        boolean built = links.containsAll(List.of(missing.split(", ")));
        assertThat(each.contains("The rest planned last builds it")).as(each).isEqualTo(built);
      }
    }
  }
}
