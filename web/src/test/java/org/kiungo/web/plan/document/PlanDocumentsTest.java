package org.kiungo.web.plan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.planner.PartnerFunding;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.fund.Funding;
import org.kiungo.planner.fund.FundingQuestion;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.ProjectCut;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents of published standards: valid by their published schemas, and equal to the plan. */
class PlanDocumentsTest {

  private static final PlanFolder PLAN = TinyWorld.plan(2e6);
  private static final FundingResult FUNDING = funding();
  private static final List<Project> PROJECTS = FUNDING.projects();
  private static final Map<String, ProjectState> STATES =
      Map.of(PROJECTS.get(0).id(), ProjectState.SIGNED);

  private static final PlanVerdict PROVEN =
      new PlanVerdict("proven", List.of(), List.of("tiny.csv"), List.of(), null);
  private static final PlanVerdict REFUSED = PlanVerdict.changed("plan.json");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void theNetworkIsValidAndReadsBack(String language) throws IOException {
    String written = written("ofds", language);
    JsonNode network = JsonMapper.shared().readTree(written).at("/networks/0");
    long wired = PLAN.plan().links().stream().filter(l -> !SkyWays.isUp(l.toId())).count();
    assertThat(network.get("spans")).hasSize((int) wired + PLAN.problem().fibreLines().size());
    String address = network.at("/links/0/href").asString().replace("network-schema.json", "");
    String[] names = {"network-package-schema.json", "network-schema.json"};
    assertThat(PublishedSchemas.problems(written, "ofds-0.3", address, names)).isEmpty();
    String broken = written.replace("\"proposed\"", "\"wished for\"");
    assertThat(PublishedSchemas.problems(broken, "ofds-0.3", address, names)).isNotEmpty();
    Path json = Files.writeString(folder.resolve("network.json"), written);
    Path geoPackage = folder.resolve("network.gpkg");
    try (OutputStream out = Files.newOutputStream(geoPackage)) {
      PlanDocument.find("ofds-gpkg").orElseThrow().write(published(), Words.in(language), out);
    }
    for (Path file : List.of(json, geoPackage)) {
      assertThat(Inspector.layers(SourceFile.of(file), ReadOptions.DETECT))
          .extracting(each -> (int) each.features())
          .containsExactlyInAnyOrder(network.get("spans").size(), network.get("nodes").size());
    }
  }

  /** A link's medium is what its catalogue says, whatever its id, price or ends look like. */
  @Test
  void spansSayWhatCarriesThemAndHowFarTheyHaveCome() throws IOException {
    List<BuiltLink> links = new ArrayList<>(PLAN.plan().links());
    assertThat(links).hasSizeGreaterThan(3);
    String[] media = {"fibre", "microwave", "leo-backhaul", "fibre"};
    for (int k = 0; k < media.length; k++) {
      BuiltLink own = links.get(k).withMediumId(media[k]);
      // satellites hop no kilometres
      links.set(k, media[k].equals("leo-backhaul") ? own.withDistanceKm(0) : own);
    }
    Plan plan =
        new Plan(PLAN.plan().settlements(), PLAN.plan().sites(), links, PLAN.plan().totals());
    LonLat near = new LonLat(28, -29.5);
    PlanningProblem problem =
        PLAN.problem()
            .with()
            .fibreLines(
                List.of(
                    line("a", near, "Sonatel; Orange", FibreLine.Status.OPERATIONAL),
                    line("b", near, "", FibreLine.Status.PLANNED),
                    line("c", near, "", FibreLine.Status.UNKNOWN)))
            .build();
    PlanFolder changed = new PlanFolder(problem, PLAN.scenario(), plan, PLAN.certificate());
    Project first =
        ProjectCut.of(problem, plan, List.of()).stream()
            .filter(each -> each.members().links().contains(links.get(0).id()))
            .findFirst()
            .orElseThrow();
    PublishedPlan told =
        new PublishedPlan("t", changed, PROVEN, null, Map.of(first.id(), ProjectState.BUILT), "");
    JsonNode network = FibreNetwork.document(told, Words.in("en")).at("/networks/0");
    Map<String, JsonNode> spans = new HashMap<>();
    network.get("spans").forEach(each -> spans.put(each.get("id").asString(), each));
    for (int k = 0; k < media.length; k++) {
      BuiltLink link = links.get(k);
      JsonNode span = spans.get(link.id());
      if (media[k].equals("leo-backhaul")) {
        assertThat(span).isNull();
        continue;
      }
      assertThat(span.at("/transmissionMedium/0").asString()).isEqualTo(media[k]);
      assertThat(span.get("status").asString())
          .isEqualTo(first.members().links().contains(link.id()) ? "operational" : "proposed");
      assertThat(span.at("/countries/0").asString()).isEqualTo("LS");
      assertThat(span.has("fibreLength")).isEqualTo(media[k].equals("fibre"));
      assertThat(span.get("lifetimeCostUsd").asDouble()).isEqualTo(link.lifetimeCostUsd());
    }
    assertThat(spans.get("existing:a").get("status").asString()).isEqualTo("operational");
    assertThat(spans.get("existing:b").get("status").asString()).isEqualTo("planned");
    assertThat(spans.get("existing:c").has("status")).isFalse();
    assertThat(network.get("organisations").valueStream().map(o -> o.get("name").asString()))
        .containsExactly("Orange", "Sonatel");
    assertThat(spans.get("existing:a").get("networkProviders")).hasSize(2);
  }

  private static FibreLine line(String id, LonLat from, String operator, FibreLine.Status status) {
    return new FibreLine(
        id, List.of(from, new LonLat(28.5, -29.4)), "LSO", operator, status, "test");
  }

  @Test
  void projectsForContractingAreValidAndAddUpToThePlan() throws IOException {
    String written = written("oc4ids", "fr");
    JsonNode projects = JsonMapper.shared().readTree(written).get("projects");
    assertThat(projects).hasSameSizeAs(PROJECTS).isNotEmpty();
    long paidCents = FUNDING.payments().stream().mapToLong(each -> each.cents()).sum();
    double financeUsd =
        projects
            .valueStream()
            .flatMap(each -> each.at("/budget/finance").valueStream())
            .mapToDouble(each -> each.at("/value/amount").asDouble())
            .sum();
    assertThat(financeUsd).isPositive().isCloseTo(paidCents / 100.0, within(0.001));
    double costUsd =
        projects
            .valueStream()
            .mapToDouble(each -> each.at("/budget/amount/amount").asDouble())
            .sum();
    assertThat(costUsd).isCloseTo(PLAN.plan().totals().lifetimeCostUsd(), within(0.01));
    assertThat(PublishedSchemas.oc4idsProblems(written)).isEmpty();
    assertThat(projects.valueStream().map(each -> each.get("status").asString()))
        .contains("identification")
        .containsOnlyOnce("implementation");
    String broken = written.replace("\"identification\"", "\"dreamt\"");
    assertThat(PublishedSchemas.oc4idsProblems(broken)).isNotEmpty();
  }

  @Test
  void activitiesOfAidAreValidOneForEachProject() throws IOException, SAXException {
    String written = written("iati", "en");
    assertThat(written.split("<iati-activity ")).hasSize(PROJECTS.size() + 1);
    assertThat(written).containsOnlyOnce("<activity-status code=\"2\">");
    assertThat(written).contains("<provider-org><narrative>Bank &amp; Sons</narrative>");
    assertThat(periodsLongerThanAYear(written)).isEmpty();
    double spentUsd = sum(written, "<budget .*?<value[^>]*>([0-9.]+)</value></budget>");
    assertThat(spentUsd)
        .isCloseTo(
            Arrays.stream(PLAN.networkCash().usdByYear()).sum(), within(0.1 * PROJECTS.size()))
        .isCloseTo(sum(written, "running cost, ([0-9.]+) USD in all"), within(0.001));
    assertThat(Math.round(100 * sum(written, "lifetime cost of ([0-9.]+) USD")))
        .isEqualTo(Math.round(100 * PLAN.plan().totals().lifetimeCostUsd()));
    assertThat(sum(written, "<target value=\"(\\d+)\">"))
        .isEqualTo(
            Math.round(PLAN.plan().totals().peopleServed())
                + Math.round(PLAN.plan().totals().peopleBasic()));
    assertThat(written).contains("<baseline year=\"2026\" value=\"0\">");
    assertThat(written).doesNotContain("<target value=\"0\">", " 0 access", " 0 links");
    var schema = PublishedSchemas.iati();
    schema.newValidator().validate(new StreamSource(new StringReader(written)));
    String broken = written.replace("<activity-status code=\"1\"></activity-status>", "");
    assertThatThrownBy(
            () -> schema.newValidator().validate(new StreamSource(new StringReader(broken))))
        .isInstanceOf(SAXException.class);
  }

  /** What is spent in each year is not discounted; discounted it is what the project costs. */
  @Test
  void budgetsAreWhatIsSpentAndDiscountToTheCost() {
    double[] spentUsd = PLAN.networkCash().usdByYear();
    Map<Integer, Long> cents = new HashMap<>();
    ProjectYears years = new ProjectYears(PLAN);
    PROJECTS.forEach(
        each -> years.cents(each).forEach((y, part) -> cents.merge(y, part, Long::sum)));
    for (int k = 0; k < spentUsd.length; k++) {
      assertThat(cents.get(2027 + k) / 100.0)
          .isCloseTo(spentUsd[k], within(0.01 * PROJECTS.size()));
    }
    double upkeepUsd = PLAN.plan().totals().opexUsdPerYear();
    assertThat(spentUsd[1]).as("nothing wears out in a year").isCloseTo(upkeepUsd, within(0.01));
    assertThat(Arrays.stream(spentUsd).max().orElseThrow()).isEqualTo(spentUsd[0]);
    assertThat(Arrays.stream(spentUsd).sum()).isGreaterThan(PLAN.plan().totals().lifetimeCostUsd());
    for (PlanFolder each : List.of(PLAN, TinyWorld.programme("phased"))) {
      discountsToItsCost(each);
    }
  }

  private static void discountsToItsCost(PlanFolder plan) {
    ProjectYears years = new ProjectYears(plan);
    double rate = 1 + plan.scenario().money().discountRateRatio();
    for (Project each : ProjectCut.of(plan.problem(), plan.plan(), plan.scenario().phases())) {
      var byYear = years.cents(each);
      int first =
          plan.scenario().phases().isEmpty()
              ? 2027
              : plan.scenario().phases().get(each.phase() - 1).firstYear();
      double presentUsd = 0;
      for (var spent : byYear.entrySet()) {
        presentUsd += spent.getValue() / 100.0 * Math.pow(rate, first - spent.getKey());
      }
      int builds =
          each.members().services().size()
              + each.members().sites().size()
              + each.members().links().size()
              + each.members().nodes().size();
      assertThat(presentUsd).as(each.id()).isCloseTo(each.costUsd(), within(0.1 + 0.1 * builds));
      if (each.costCents() > 0) {
        assertThat(byYear.firstKey()).isEqualTo(first);
      }
    }
  }

  private static double sum(String xml, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(xml)
        .results()
        .mapToDouble(each -> Double.parseDouble(each.group(1)))
        .sum();
  }

  private static List<String> periodsLongerThanAYear(String xml) {
    return Pattern.compile(
            "<budget [^>]*><period-start iso-date=\"(\\d{4})-01-01\"></period-start>"
                + "<period-end iso-date=\"(\\d{4})-12-31\">")
        .matcher(xml)
        .results()
        .filter(each -> !each.group(1).equals(each.group(2)))
        .map(MatchResult::group)
        .toList();
  }

  private static FundingResult funding() {
    String partners =
        """
        partners:
          - {letter: E, name: Union, kind: donor, instrument: {type: grant},
             currency: {code: EUR, usdPerUnit: 1.25, date: "2025-06-30"},
             envelopes: [{firstYear: 2027, lastYear: 2036, amount: 500000}],
             conditions: [{rule: most-share, shareRatio: 0.6}, {rule: results-based, shareRatio: 0.3}]}
          - {letter: B, name: Bank & Sons, kind: bank,
             instrument: {type: loan, rateRatio: 0.02, tenorYears: 10, graceYears: 2},
             envelopes: [{firstYear: 2027, lastYear: 2036, amount: 700000}]}
        """;
    FundingQuestion question =
        PartnerFunding.question(
            PLAN, PartnerFile.read(partners.getBytes(StandardCharsets.UTF_8), "p.yaml"), 1_000_000);
    return PartnerFunding.fund(question, new Funding.Limits(1, 300), () -> false);
  }

  private static String written(String id, String language) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanDocument.find(id).orElseThrow().write(published(), Words.in(language), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static PublishedPlan published() {
    return published(PROVEN);
  }

  private static PublishedPlan published(PlanVerdict verdict) {
    return new PublishedPlan("tiny-1", PLAN, verdict, FUNDING, STATES, "");
  }

  /** Once in the language of the document, where its readers look for it. */
  @Test
  void documentsSayWhatMayBeSaidOfThePlan() throws IOException {
    Map<PlanVerdict, String> said =
        Map.of(
            PROVEN,
            "Verdict on the plan: proven, at most ",
            PlanVerdict.OLDER,
            "Verdict on the plan: checked, bound not confirmed; its certificate says: at most ",
            REFUSED,
            "Verdict on the plan: refused; nothing that its files say can be relied on.");
    for (Map.Entry<PlanVerdict, String> each : said.entrySet()) {
      for (PlanDocument document : PlanDocument.all()) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(published(each.getKey()), Words.in("en"), out);
        String text = out.toString(StandardCharsets.UTF_8);
        if (document.id().equals("iati") || document.id().equals("oc4ids")) {
          assertThat(text).as(document.id()).contains(each.getValue());
        }
        assertThat(text.contains("proven")).isEqualTo(each.getKey().isProven());
      }
    }
    assertThat(written("ofds", "fr"))
        .contains(
            "\"verdict\":\"prouvé\"", "\"verdictReason\":\"Pris comme donné\u00a0: tiny.csv.\"")
        .contains("\"gap\":\"à ", "\"objectiveBound\":\"");
  }
}
