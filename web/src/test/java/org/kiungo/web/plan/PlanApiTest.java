package org.kiungo.web.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.store.DataFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class PlanApiTest {

  private static final PlanFolder FOLDER = TinyWorld.plan(2e6);

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private DataFolder data;
  @Autowired private JsonMapper json;

  private String id;

  @BeforeEach
  void keepThePlan() {
    id = plans.add(FOLDER, "run", null);
  }

  private JsonNode read(String address, Object... variables) throws Exception {
    return json.readTree(
        http.perform(get(address, variables))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  @Test
  void theSamePlanIsKeptOnce() {
    assertThat(plans.add(FOLDER, "run", null)).isEqualTo(id);
    assertThat(plans.list().stream().filter(each -> each.id().equals(id))).hasSize(1);
  }

  @Test
  void howFullAPlanIsIsToldByYear() throws Exception {
    JsonNode years = read("/api/v1/plans/{id}/use-by-year", id);
    JsonNode last = years.get(years.size() - 1);
    assertThat(last.get("year").asInt()).isEqualTo(FOLDER.scenario().money().lastYear());
    double mbps = FOLDER.plan().settlements().stream().mapToDouble(each -> each.demandMbps()).sum();
    assertThat(last.get("loadMbps").asDouble()).isCloseTo(mbps, within(1e-6));
    assertThat(last.get("loadRatio").asDouble()).isEqualTo(1);
    assertThat(last.get("adoptionRatio").asDouble())
        .isCloseTo(FOLDER.scenario().standard().adoptionRatio(), within(1e-12));
    assertThat(last.get("sites").asInt()).isEqualTo(FOLDER.plan().sites().size());
    assertThat(last.get("overfullRatio").asDouble()).isZero();
    assertThat(years.get(0).get("loadRatio").asDouble()).isBetween(0.01, 0.1);
    JsonNode norm = read("/api/v1/plans/{id}", id).get("norm");
    assertThat(norm.get("mbpsPerHousehold").asDouble() / norm.get("mbpsPerPerson").asDouble())
        .isCloseTo(FOLDER.scenario().standard().peoplePerHousehold(), within(1e-9));
    http.perform(get("/plans/{id}/brief", id).locale(java.util.Locale.ENGLISH))
        .andExpect(content().string(containsString("of those with service subscribe")))
        .andExpect(content().string(containsString("Mbps in the busy hour")));
  }

  /** A plan stands for its country until a deeper one is there, which takes its place. */
  @Test
  void aSampleStandsWhereTheEarlierOneStood() {
    PlanFolder first = sample(1.1e6);
    PlanFolder better = sample(1.3e6);
    String earlier = plans.add(first, "sample", "tiny/1");
    String users = plans.add(sample(1.2e6), "run", null);
    assertThat(plans.list("SYC")).extracting(PlanSummary::id).containsExactly(earlier, users);
    String later = plans.add(better, "sample", "tiny");
    plans.putInPlaceOf("tiny/1", "tiny");
    assertThat(plans.list("SYC")).extracting(PlanSummary::id).containsExactly(later, users);
    assertThat(plans.list()).extracting(PlanSummary::id).doesNotContain(earlier);
    assertThat(plans.find(users).orElseThrow().letter()).isEqualTo("B");
    assertThat(plans.find(earlier)).isPresent();
    assertThat(plans.findSample("tiny").orElseThrow().id()).isEqualTo(later);
    assertThat(plans.findSample("tiny/1")).isEmpty();
    assertThat(plans.add(better, "sample", "tiny/further")).isEqualTo(later);
    plans.putInPlaceOf("tiny", "tiny/further");
    assertThat(plans.findSample("tiny/further").orElseThrow().id()).isEqualTo(later);
  }

  private static PlanFolder sample(double budgetUsd) {
    PlanFolder made = TinyWorld.plan(budgetUsd);
    return new PlanFolder(
        made.problem(),
        made.scenario().with().countries(List.of("SYC")).build(),
        made.plan(),
        made.certificate());
  }

  @Test
  void aPlanReadBackIsThePlanKept() {
    assertThat(plans.content(id).folder().plan()).isEqualTo(FOLDER.plan());
    assertThat(plans.find(id).orElseThrow().totals()).isEqualTo(FOLDER.plan().totals());
    assertThat(plans.find(id).orElseThrow().scenario()).isEqualTo(FOLDER.scenario());
  }

  @Test
  void whatActionsCostIsWhatThePlanCosts() {
    PlanGains gains = PlanGains.of(plans.content(id), Integer.MAX_VALUE);
    double cost = gains.best().stream().mapToDouble(PlanGains.Action::lifetimeCostUsd).sum();
    double people = gains.best().stream().mapToDouble(PlanGains.Action::people).sum();
    var totals = FOLDER.plan().totals();
    assertThat(FOLDER.plan().links()).isNotEmpty();
    assertThat(cost).isCloseTo(totals.lifetimeCostUsd(), within(1.0));
    assertThat(people).isCloseTo(totals.peopleServed() + totals.peopleBasic(), within(1e-6));
  }

  @Test
  void aLinkThatSitesShareIsSplitByTheirLoads() {
    LonLat at = new LonLat(28, -29);
    Plan plan =
        new Plan(
            List.of(),
            List.of(site("a", 30, at), site("b", 10, at)),
            List.of(link("a", "b", 100, at), link("b", "ixp", 400, at)),
            FOLDER.plan().totals());
    assertThat(LinkShares.usdBySite(plan))
        .containsEntry("a", 100 + 400 * 0.75)
        .containsEntry("b", 400 * 0.25);
  }

  private static Plan.AccessSite site(String place, double loadMbps, LonLat at) {
    return new Plan.AccessSite(place, "fwa", place, at, 1, 1, 0, null, loadMbps, 2027, 1, 1, 1);
  }

  private static Plan.BuiltLink link(String from, String to, double lifetimeCostUsd, LonLat at) {
    return new Plan.BuiltLink(
        from + ">" + to, from, to, at, at, "fibre", 1, 1, 1, 2027, 1, 1, lifetimeCostUsd);
  }

  @Test
  void aPlaceWithoutANameIsToldByTheNamedPlaceNearIt() {
    List<Settlement> settlements = new ArrayList<>(FOLDER.problem().settlements());
    Settlement s00 = settlements.get(0);
    PlanContent content = plans.content(id);
    var near = content.nearest(new LonLat(s00.location().lon() - 0.01, s00.location().lat()));
    assertThat(near.name()).isEqualTo(s00.name());
    assertThat(near.distanceKm()).isBetween(0.9, 1.1);
  }

  @Test
  void theListNamesValueAndProof() throws Exception {
    JsonNode listed = read("/api/v1/plans?country=LSO");
    JsonNode found = null;
    for (JsonNode each : listed) {
      found = each.get("id").asString().equals(id) ? each : found;
    }
    assertThat(found.get("letter").asString()).matches("[A-Z]");
    assertThat(found.get("certificate").get("bound").asDouble())
        .isGreaterThanOrEqualTo(found.get("certificate").get("value").asDouble());
    assertThat(found.get("totals").get("viabilityGapUsd").isNull()).isTrue();
    assertThat(read("/api/v1/plans?country=BEN")).isEmpty();
  }

  @Test
  void sharesOfTechnologiesMediaAndDistrictsAddUpToTheTotals() throws Exception {
    PlanDetail detail = plans.findDetail(id).orElseThrow();
    var totals = detail.totals();
    assertThat(totals.peopleServed()).as("the world is worth planning").isPositive();
    double people = detail.byTechnology().stream().mapToDouble(each -> each.people()).sum();
    assertThat(people).isCloseTo(totals.peopleServed() + totals.peopleBasic(), within(1e-6));
    double cost =
        detail.byTechnology().stream().mapToDouble(each -> each.lifetimeCostUsd()).sum()
            + detail.byMedium().stream().mapToDouble(each -> each.lifetimeCostUsd()).sum();
    assertThat(cost).isCloseTo(totals.lifetimeCostUsd(), within(1e-3));
    var districts = detail.byDistrict();
    assertThat(districts).extracting(each -> each.district()).containsExactly("North", "South");
    assertThat(districts.stream().mapToDouble(each -> each.population()).sum())
        .isEqualTo(TinyWorld.POPULATION);
    assertThat(districts.stream().mapToDouble(each -> each.peopleServed()).sum())
        .isCloseTo(totals.peopleServed(), within(1e-6));
    assertThat(districts.stream().mapToDouble(each -> each.peopleUnserved()).sum())
        .isCloseTo(totals.peopleUnserved(), within(1e-6));
    assertThat(detail.baselineKnown()).isFalse();
  }

  @Test
  void pointsIndexAndTableAgree() throws Exception {
    byte[] bytes =
        http.perform(get("/api/v1/plans/{id}/points", id))
            .andExpect(status().isOk())
            .andExpect(header().string("Cache-Control", containsString("immutable")))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    ByteBuffer points = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(points.getInt()).isEqualTo(0x0031504B);
    int n = points.getInt();
    assertThat(n).isEqualTo(12);
    assertThat(bytes).hasSize(40 + 6 * n);
    double west = points.getDouble();
    points.getDouble();
    double east = points.getDouble();
    JsonNode index = read("/api/v1/plans/{id}/index", id);
    JsonNode rows = read("/api/v1/plans/{id}/settlements?limit=100", id).get("items");
    long allocatedCents =
        rows.valueStream()
            .mapToLong(each -> Math.round(each.get("allocatedLifetimeCostUsd").asDouble() * 100))
            .sum();
    assertThat(allocatedCents)
        .isEqualTo(Math.round(FOLDER.plan().totals().lifetimeCostUsd() * 100));
    for (int k = 0; k < n; k++) {
      String settlementId = index.get("ids").get(k).asString();
      JsonNode row = null;
      for (JsonNode each : rows) {
        row = each.get("settlementId").asString().equals(settlementId) ? each : row;
      }
      double lon = west + (points.getShort(40 + 2 * k) & 0xffff) / 65535.0 * (east - west);
      assertThat(lon).isCloseTo(row.get("lon").asDouble(), within(1e-4));
      boolean unserved = (bytes[40 + 4 * n + k] & 0x7f) == 0;
      assertThat(unserved).isEqualTo(row.get("status").asString().equals("UNSERVED"));
    }
  }

  @Test
  void pointsAreNotSentAgainToWhoHasThem() throws Exception {
    String tag =
        http.perform(get("/api/v1/plans/{id}/points", id))
            .andReturn()
            .getResponse()
            .getHeader("ETag");
    http.perform(get("/api/v1/plans/{id}/points", id).header("If-None-Match", tag))
        .andExpect(status().isNotModified());
  }

  @Test
  void pagesOfTheTableFollowOneAnotherWithoutGapOrRepeat() throws Exception {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          read("/api/v1/plans/{id}/settlements?limit=5&sort=name&cursor={cursor}", id, cursor);
      assertThat(page.get("total").asInt()).isEqualTo(12);
      page.get("items").forEach(each -> seen.add(each.get("settlementId").asString()));
      cursor = page.get("next").isNull() ? null : page.get("next").asString();
    } while (cursor != null);
    assertThat(seen).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void theTableFindsNamesWithoutTheirAccents() throws Exception {
    JsonNode page = read("/api/v1/plans/{id}/settlements?q=thaba-tseka", id);
    assertThat(page.get("total").asInt()).isEqualTo(1);
    assertThat(page.get("items").get(0).get("settlementId").asString()).isEqualTo("s05");
  }

  @Test
  void theTableShowsTheLargestFirstAndTheBoxAskedFor() throws Exception {
    JsonNode page =
        read("/api/v1/plans/{id}/settlements?bbox=27.99,-29.51,28.11,-29.39&limit=2", id);
    assertThat(page.get("total").asInt()).isEqualTo(4);
    assertThat(page.get("items").get(0).get("settlementId").asString()).isEqualTo("s05");
  }

  @Test
  void anUnknownSortFieldIsRefusedWithTheOnesThereAre() throws Exception {
    http.perform(get("/api/v1/plans/{id}/settlements?sort=colour", id))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("sort.unknown"))
        .andExpect(jsonPath("$.detail").value(containsString("population")));
    http.perform(get("/api/v1/plans/{id}/settlements?limit=100000", id))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(containsString("limit")));
  }

  @Test
  void aPlanOfOneCountryHasNoCorridors() throws Exception {
    assertThat(read("/api/v1/plans/{id}/corridors", id)).isEmpty();
  }

  @Test
  void linksEndAtTheExchange() throws Exception {
    JsonNode links = read("/api/v1/plans/{id}/links", id);
    assertThat(links.get("links")).isNotEmpty();
    assertThat(links.get("nodes").get(0).get(3).asString()).isEqualTo("EXCHANGE_POINT");
    assertThat(links.get("links").get(0)).hasSize(6);
    assertThat(links.get("sites")).hasSameSizeAs(FOLDER.plan().sites());
  }

  @Test
  void onlyFilesOfTheFolderAreServed() throws Exception {
    http.perform(get("/api/v1/plans/{id}/files/certificate.json", id))
        .andExpect(status().isOk())
        .andExpect(content().contentType("application/json"));
    http.perform(get("/api/v1/plans/{id}/files/{name}", id, "../kiungo.mv.db"))
        .andExpect(status().is4xxClientError());
    http.perform(get("/api/v1/plans/{id}/files/none.json", id))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("file.unknown"));
    http.perform(get("/api/v1/plans/{id}/files/none.json", "other-0000"))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("plan.unknown"));
  }

  @Test
  void everyFormatOfAPlanIsAnsweredAndLeavesNothingBehind() throws Exception {
    Path incoming = data.folder(DataFolder.INCOMING);
    long before = files(incoming);
    for (JsonNode format : body("/api/v1/plans/" + id + "/exports")) {
      var started =
          http.perform(get("/api/v1/plans/{id}/exports/{format}", id, format.asString()))
              .andReturn();
      http.perform(
              org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch(
                  started))
          .andExpect(status().isOk())
          .andExpect(
              header()
                  .string(
                      "Content-Type",
                      format.asString().equals("png") ? "image/png" : "application/octet-stream"))
          .andExpect(header().string("Content-Disposition", containsString("kiungo-" + id)));
      assertThat(started.getResponse().getContentAsByteArray()).isNotEmpty();
    }
    http.perform(get("/api/v1/plans/{id}/exports/dxf", id))
        .andExpect(jsonPath("$.code").value("export.formatUnknown"))
        .andExpect(jsonPath("$.detail").value(containsString("parquet, pmtiles, png, shp")));
    assertThat(files(incoming)).isEqualTo(before);
  }

  @Test
  void anExportThatNobodyWaitsForIsFetchedOnceItIsReady() throws Exception {
    String at = asked("geojson", null);
    assertThat(asked("geojson", null)).as("the same question").isEqualTo(at);
    String mine = asked("geojson", "mine");
    assertThat(mine).isNotEqualTo(at);
    assertReused("mine");
    JsonNode now = finished(at);
    finished(mine);
    assertReused("mine");
    var file =
        http.perform(get(now.get("file").asString()))
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Disposition", containsString("kiungo-" + id)))
            .andReturn();
    assertThat(json.readTree(file.getResponse().getContentAsByteArray()).get("features").size())
        .isPositive();
    JsonNode line = body(at.replace("exports/", "queue?id=")).get(0);
    assertThat(line.get("ways").get("open")).as(line.toString()).isEqualTo(now.get("file"));
    http.perform(get("/api/v1/exports/none/file")).andExpect(status().isNotFound());
  }

  /** Machines are told what they wait for; readers see a page that looks again, without scripts. */
  @Test
  void whatIsBeingMadeIsNeverAnEmptyAnswer() throws Exception {
    String at = "/api/v1/plans/" + id + "/exports/gpkg";
    http.perform(get(at).header("Prefer", "respond-async"))
        .andExpect(status().isAccepted())
        .andExpect(header().string("Retry-After", "2"))
        .andExpect(header().exists("Location"))
        .andExpect(jsonPath("$.planId").value(id))
        .andExpect(jsonPath("$.format").value("gpkg"))
        .andExpect(jsonPath("$.state").isNotEmpty());
    String page =
        http.perform(
                get(at)
                    .header("Prefer", "respond-async")
                    .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                    .header("Accept-Language", "fr")
                    .header("Idempotency-Key", "waiting"))
            .andExpect(status().isAccepted())
            .andExpect(header().string("Retry-After", "2"))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(page)
        .contains("lang=\"fr\"", "<meta http-equiv=\"refresh\" content=\"2\">", "En préparation")
        .contains("href=\"" + at + "\"")
        .doesNotContain("<script");
  }

  private void assertReused(String key) throws Exception {
    http.perform(
            get("/api/v1/plans/{id}/exports/csv", id)
                .header("Prefer", "respond-async")
                .header("Idempotency-Key", key))
        .andExpect(jsonPath("$.code").value("run.key-reused"));
  }

  private JsonNode finished(String at) throws Exception {
    JsonNode now = body(at);
    while (List.of("QUEUED", "RUNNING").contains(now.get("state").asString())) {
      Thread.sleep(20);
      now = body(at);
    }
    assertThat(now.get("state").asString()).as(now.toString()).isEqualTo("FINISHED");
    return now;
  }

  private String asked(String format, String key) throws Exception {
    var asked =
        get("/api/v1/plans/{id}/exports/{format}", id, format).header("Prefer", "respond-async");
    return http.perform(key == null ? asked : asked.header("Idempotency-Key", key))
        .andExpect(status().isAccepted())
        .andReturn()
        .getResponse()
        .getHeader("Location");
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.count();
    }
  }

  private JsonNode body(String address) throws Exception {
    return json.readTree(http.perform(get(address)).andReturn().getResponse().getContentAsString());
  }

  @Test
  void theArchiveHoldsEveryFile() throws Exception {
    var started = http.perform(get("/api/v1/plans/{id}/folder.zip", id)).andReturn();
    byte[] zip =
        http.perform(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch(
                    started))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    List<String> names = new ArrayList<>();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names).contains(id + "/plan.json", id + "/sites.csv").hasSizeGreaterThan(8);
  }

  @Test
  void servicesArePlacedWithTheirProof() throws Exception {
    JsonNode services = read("/api/v1/plans/{id}/services?sites=2", id);
    assertThat(services.get("type").asString()).isEqualTo("FeatureCollection");
    assertThat(services.get("features")).hasSize(2);
    JsonNode certificate = services.get("certificate");
    assertThat(certificate.get("value").asDouble())
        .isGreaterThanOrEqualTo(certificate.get("bound").asDouble());
    http.perform(get("/api/v1/plans/{id}/services?sites=0", id))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void everyPlaceIsExplainedByItsOptions() throws Exception {
    JsonNode explanation = read("/api/v1/plans/{id}/settlements/s00/explanation", id);
    assertThat(explanation.get("options")).isNotEmpty();
    assertThat(explanation.get("status").asString())
        .isEqualTo(plans.content(id).folder().plan().settlements().get(0).status().name());
    http.perform(get("/api/v1/plans/{id}/settlements/none/explanation", id))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("explain.settlement"));
  }

  @Test
  void everySiteIsToldAsAnEngineerReadsIt() throws Exception {
    var site = plans.content(id).folder().plan().sites().get(0);
    JsonNode told = read("/api/v1/plans/{id}/sites/" + site.id(), id);
    assertThat(told.get("unit").asString()).isNotEmpty();
    JsonNode sheet = told.get("sheet");
    assertThat(sheet.get("masts")).hasSize(site.masts());
    assertThat(told.get("others").isArray()).isTrue();
    var built = plans.content(id).folder().plan();
    JsonNode works = read("/api/v1/plans/{id}", id).get("works");
    assertThat(works.get("sites").asInt()).isEqualTo(built.sites().size());
    assertThat(works.get("masts").asInt())
        .isEqualTo(built.sites().stream().mapToInt(each -> each.masts()).sum());
    assertThat(works.get("linksBetweenMasts").asInt())
        .isEqualTo(built.sites().stream().mapToInt(each -> each.hopsBetweenMasts()).sum());
    assertThat(works.get("linksToNetwork").asInt()).isEqualTo(built.links().size());
    long cents = 0;
    for (JsonNode each : sheet.get("costs")) {
      boolean link = each.get("kind").asString().equals("LINK");
      cents += link ? 0 : Math.round(100 * each.get("lifetimeCostUsd").asDouble());
    }
    assertThat(cents).isEqualTo(Math.round(100 * site.lifetimeCostUsd()));
    http.perform(get("/api/v1/plans/{id}/sites/none", id))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("site.unknown"));
  }

  @Test
  void lettersGoOnAfterZ() {
    assertThat(Plans.letter(1)).isEqualTo("A");
    assertThat(Plans.letter(26)).isEqualTo("Z");
    assertThat(Plans.letter(27)).isEqualTo("AA");
    assertThat(Plans.letter(53)).isEqualTo("BA");
  }
}
