package org.kiungo.web.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.document.PublishedSchemas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** As-built files are sent, kept side by side, told of on the page, and the rest planned again. */
@ApiTest
class ProgressPageTest {

  private static final String HEAD = "id,place,lot,date,costUsd,verified,people\n";

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private BuiltFiles files;

  private Document page(String plan, String language) throws Exception {
    MockHttpServletResponse answer =
        http.perform(get("/plans/{id}/progress", plan).header("Accept-Language", language))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
    return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
  }

  private int send(String plan, String name, String rows) throws Exception {
    return send(plan, name, rows, "2027-12-31");
  }

  private int send(String plan, String name, String rows, String until) throws Exception {
    byte[] bytes = (HEAD + rows).getBytes(StandardCharsets.UTF_8);
    return http.perform(
            multipart("/plans/{id}/progress", plan)
                .file(new MockMultipartFile("file", name, "text/csv", bytes))
                .param("author", "Ama")
                .param("until", until))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private static double fact(Document page, String id) {
    return Double.parseDouble(page.selectFirst("[data-fact=" + id + "]").attr("data-value"));
  }

  @Test
  void aPlanLivesThroughItsFirstFilesAndIsPlannedAgain() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.31e6), "run", null);
    List<AccessSite> sites = plans.getFolder(plan).plan().sites();
    assertThat(sites).isNotEmpty();
    AccessSite first = sites.get(0);
    assertThat(page(plan, "en").select("[data-testid=headline]").text()).contains("None of");
    String accepted = first.id() + ",,North,2027-06-01," + first.capexUsd() + ",accepted,40\n";
    String bad =
        "nowhere,Atlantis,North,2027-06-01,1,accepted,1\n"
            + first.id()
            + ",,,soon,1,yes,1\n"
            + ",,,2028-06-01,1,yes,1\n";
    assertThat(send(plan, "one.csv", accepted + bad)).isEqualTo(302);
    Document alone = page(plan, "en");
    assertThat(alone.select("[data-testid=headline]").text()).contains("They reach nobody");
    assertThat(alone.select("[data-testid=findings] li").text()).contains("for a link that no row");
    StringBuilder links = new StringBuilder();
    plans
        .getFolder(plan)
        .plan()
        .links()
        .forEach(each -> links.append(each.id()).append(",,,2027-06-01,,accepted,\n"));
    assertThat(send(plan, "links.csv", links.toString())).isEqualTo(302);
    for (String language : List.of("en", "fr")) {
      Document page = page(plan, language);
      assertThat(fact(page, "accepted")).isEqualTo(1);
      assertThat(fact(page, "paid")).isEqualTo(first.capexUsd());
      assertThat(fact(page, "counted")).isEqualTo(40);
      // rows that are left out or told of again, and links of which nobody says what they cost
      assertThat(page.select("[data-testid=findings] li"))
          .hasSize(4 + plans.getFolder(plan).plan().links().size());
      assertThat(page.select("[data-testid=findings]").text())
          .contains(language.equals("fr") ? "31 décembre 2027" : "December 31, 2027")
          .doesNotContain("()", "2028-06-01");
      assertThat(page.select("[data-testid=headline]").text()).doesNotContain(" 0 pe");
      assertThat(page.select("[data-testid=sent] li").text()).contains("one.csv", "Ama");
      assertThat(page.select("[data-testid=lot] tbody tr").size()).isGreaterThan(1);
    }
    String csv =
        http.perform(get("/plans/{id}/progress/variance.csv", plan))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(csv).startsWith("by,group,sites").contains("\nplan,,");
    String results =
        http.perform(get("/plans/{id}/progress/iati.xml", plan))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(results)
        .contains("<target value=", "<actual value=", ">kiungo-" + plan + "<")
        .contains(String.format(Locale.ROOT, "\">%.2f</value>", first.capexUsd()))
        .doesNotContain("nobody has counted");
    PublishedSchemas.requireIati(results);
    http.perform(post("/plans/{id}/progress/again", plan).param("keep", "signed"));
    Document page = page(plan, "en");
    for (int k = 0; k < 120 && page.selectFirst("[data-testid=again]") == null; k++) {
      Thread.sleep(500);
      page = page(plan, "en");
    }
    assertThat(page.select("[data-testid=again]").text())
        .contains("Planned again", "the whole plan begun in 2028");
    assertThat(page.select("[data-testid=notes]").text()).contains("are two figures");
    MockHttpServletResponse kept =
        http.perform(post("/plans/{id}/progress/kept", plan)).andReturn().getResponse();
    assertThat(kept.getStatus()).isEqualTo(302);
    String other = kept.getRedirectedUrl().substring("/plans/".length());
    assertThat(plans.getVerdict(other).isRefused()).isFalse();
    assertThat(other).isNotEqualTo(plan);
    for (String part : List.of("explore", "brief", "history", "progress")) {
      for (String language : List.of("en", "fr")) {
        Document rest =
            Jsoup.parse(
                http.perform(get("/plans/{id}/" + part, other).header("Accept-Language", language))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8));
        assertThat(rest.select("[data-testid=rest-of]").text())
            .as(part)
            .contains(language.equals("fr") ? "1er juin 2027" : "June 1, 2027");
        assertThat(rest.selectFirst("[data-testid=rest-of] a").attr("href"))
            .as(part)
            .contains(plan);
      }
    }
  }

  @Test
  void ofTwoWhoSendAtOnceBothAreKept() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.37e6), "run", null);
    AccessSite site = plans.getFolder(plan).plan().sites().get(0);
    List<CompletableFuture<Integer>> sent =
        List.of("2027-05-01,7,accepted", "2027-08-01,9,lost").stream()
            .map(
                row ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return send(plan, "built.csv", site.id() + ",,," + row + ",5\n");
                          } catch (Exception e) {
                            throw new IllegalStateException(e);
                          }
                        }))
            .toList();
    for (CompletableFuture<Integer> each : sent) {
      assertThat(each.get()).isEqualTo(302);
    }
    Document page = page(plan, "en");
    assertThat(page.select("[data-testid=sent] li")).hasSize(2);
    assertThat(fact(page, "accepted")).as("it stood, and stands no more").isZero();
    assertThat(page.select("[data-testid=findings]").text()).contains("a later row tells");
    send(plan, "again.csv", site.id() + ",,,2027-09-01,9,accepted,5\n");
    assertThat(fact(page(plan, "en"), "accepted")).as("restored").isEqualTo(1);
  }

  /** What a file may tell of is said by whoever sends it last. */
  @Test
  void aFileSentAgainIsReadAsItIsSentLast() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.33e6), "run", null);
    AccessSite first = plans.getFolder(plan).plan().sites().get(0);
    String row = first.id() + ",,North,2027-06-01," + first.capexUsd() + ",accepted,40\n";
    send(plan, "early.csv", row, "2026-12-31");
    Document early = page(plan, "en");
    assertThat(fact(early, "accepted")).isZero();
    assertThat(early.select("[data-fact=accepted] + dd").text()).doesNotContain("end of");
    assertThat(early.select("[data-testid=notes]").text()).contains("1 of one row sent is left");
    send(plan, "early.csv", row);
    Document late = page(plan, "en");
    assertThat(fact(late, "accepted")).isEqualTo(1);
    assertThat(late.select("[data-testid=sent] li")).hasSize(1);
    assertThat(late.select("[data-testid=notes]").text()).doesNotContain("left out");
  }

  @Test
  void aFileTakenBackCountsNoMoreUntilItIsSentAgain() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.29e6), "run", null);
    AccessSite first = plans.getFolder(plan).plan().sites().get(0);
    String row = first.id() + ",,North,2027-06-01," + first.capexUsd() + ",accepted,40\n";
    send(plan, "right.csv", row);
    send(plan, "wrong.csv", first.id() + ",,North,2027-07-01,1,lost,0\n");
    Document wrong = page(plan, "en");
    assertThat(fact(wrong, "accepted")).isZero();
    String sha256 = wrong.select("[data-testid=sent] input[name=sha256]").get(1).val();
    assertThat(takeBack(plan, sha256)).isEqualTo(302);
    for (String language : List.of("en", "fr")) {
      Document page = page(plan, language);
      assertThat(fact(page, "accepted")).isEqualTo(1);
      assertThat(page.select("[data-testid=sent] li")).as("the file stays").hasSize(2);
      assertThat(page.select("[data-testid=sent] li").get(1).text())
          .contains(language.equals("fr") ? "Retiré le" : "Taken back on");
      assertThat(page.select("[data-testid=sent] input[name=sha256]")).hasSize(1);
    }
    assertThat(takeBack(plan, sha256)).as("it is back already").isEqualTo(404);
    assertThat(
            http.perform(get("/plans/{id}/history", plan).header("Accept-Language", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8))
        .contains("As-built file taken back");
    send(plan, "wrong.csv", first.id() + ",,North,2027-07-01,1,lost,0\n");
    assertThat(fact(page(plan, "en"), "accepted")).isZero();
  }

  /** As ODK Central and QField pack them: rows in one file, photos beside it. */
  @Test
  void photosAreKeptWithTheirHashesAndOnesThatLackAreTold() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.27e6), "run", null);
    String id = plans.getFolder(plan).plan().sites().get(0).id();
    byte[] photo = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("built.csv"));
      String rows = HEAD.strip() + ",photo\n" + id + ",,,2027-06-01,10,accepted,4,DCIM/mast.jpg\n";
      rows += id + ",,,2027-07-01,10,accepted,4,lost.jpg\n";
      zip.write(rows.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("media/mast.jpg"));
      zip.write(photo);
    }
    http.perform(
        multipart("/plans/{id}/progress", plan)
            .file(new MockMultipartFile("file", "b.zip", "application/zip", packed.toByteArray()))
            .param("until", "2027-12-31"));
    Document page = page(plan, "en");
    assertThat(fact(page, "accepted")).isEqualTo(1);
    assertThat(page.select("[data-testid=findings]").text())
        .contains("lost.jpg")
        .doesNotContain("mast.jpg");
    Element link = page.selectFirst("[data-testid=sent] details a");
    assertThat(link.text()).isEqualTo("mast.jpg");
    MockHttpServletResponse kept = http.perform(get(link.attr("href"))).andReturn().getResponse();
    assertThat(kept.getContentAsByteArray()).isEqualTo(photo);
    assertThat(kept.getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(page.selectFirst("[data-testid=sent] details code").text())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo)));
    // of one name, and read by its ending all the same
    for (String date : List.of("2027-08-01", "2027-09-01")) {
      send(plan, "b.csv", id + ",,," + date + ",10,accepted,4\n");
    }
    assertThat(files.list(plan).stream().map(BuiltFiles.Sent::name).toList())
        .containsExactly("b.zip", "b.csv", "b (2).csv");
  }

  private int takeBack(String plan, String sha256) throws Exception {
    return http.perform(post("/plans/{id}/progress/back", plan).param("sha256", sha256))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void aFileOfNothingIsRefusedAndChangesNothing() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.41e6), "run", null);
    byte[] bytes = "colour,size\nred,4\n".getBytes(StandardCharsets.UTF_8);
    int status =
        http.perform(
                multipart("/plans/{id}/progress", plan)
                    .file(new MockMultipartFile("file", "x.csv", "text/csv", bytes)))
            .andReturn()
            .getResponse()
            .getStatus();
    assertThat(status).isBetween(400, 499);
    assertThat(page(plan, "en").select("[data-testid=sent] li")).isEmpty();
  }

  @Test
  void lotsAreThoseOfTheLotsPageAndNoneIsAcceptedBeforeAllOfIt() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.43e6), "run", null);
    AccessSite site = plans.getFolder(plan).plan().sites().get(0);
    String lots =
        http.perform(get("/plans/{id}/lots", plan).header("Accept-Language", "en"))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    List<String> names = Jsoup.parse(lots).select("[data-lot] th").eachText();
    assertThat(names).isNotEmpty();
    StringBuilder rows = new StringBuilder();
    for (AccessSite each : plans.getFolder(plan).plan().sites()) {
      rows.append(each.id()).append(",,,2027-06-01,10,accepted,5\n");
    }
    send(plan, "sites.csv", rows.toString());
    assertThat(page(plan, "en").select("[data-testid=lot] tbody th").eachText())
        .containsAll(names)
        .doesNotContain(site.id());
    assertThat(plans.getFolder(plan).plan().links()).isNotEmpty();
    assertThat(page(plan, "en").select("[data-testid=lot] tr.sum .state").text())
        .as("links are not reported yet")
        .isEqualTo("being built");
    rows.setLength(0);
    plans
        .getFolder(plan)
        .plan()
        .links()
        .forEach(each -> rows.append(each.id()).append(",,,2027-06-01,10,accepted,\n"));
    send(plan, "links.csv", rows.toString());
    assertThat(page(plan, "en").select("[data-testid=lot] tr.sum .state").text())
        .isEqualTo("accepted");
  }

  @Test
  void whereNobodyCountedNobodyKnows() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.47e6), "run", null);
    AccessSite site = plans.getFolder(plan).plan().sites().get(0);
    send(plan, "one.csv", site.id() + ",,,2027-06-01,10,accepted,\n");
    assertThat(page(plan, "en").select("[data-testid=counted]").text()).contains("nobody");
    assertThat(page(plan, "en").select("[data-fact=counted]").text()).isEqualTo("not counted");
    assertThat(page(plan, "fr").select("[data-fact=counted]").text()).isEqualTo("non comptées");
    String results =
        http.perform(get("/plans/{id}/progress/iati.xml", plan))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(results.split("<actual "))
        .as("what stands and is near fibre, none counted")
        .hasSize(4);
    AccessSite other = plans.getFolder(plan).plan().sites().get(1);
    send(plan, "other.csv", other.id() + ",,,2027-07-01,10,accepted,3\n");
    assertThat(page(plan, "en").select("[data-testid=notes]").text())
        .contains("nobody has counted at one place");
    assertThat(
            http.perform(get("/plans/{id}/progress/iati.xml", plan).header("Accept-Language", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8))
        .contains("nobody has counted at one place");
    send(plan, "two.csv", site.id() + ",,,2027-07-01,10,accepted,0\n");
    assertThat(fact(page(plan, "en"), "counted")).as("somebody counted none").isEqualTo(3);
  }

  @Test
  void refusedLostAndRestoredAreNamed() throws Exception {
    String plan = plans.add(TinyWorld.plan(1.49e6), "run", null);
    String id = plans.getFolder(plan).plan().sites().get(0).id();
    String day = id + ",,,2027-0";
    for (String each : List.of("1,77,", "2,77,refused", "3,77,lost", "4,77,accepted")) {
      String[] cells = each.split(",");
      send(plan, cells[0] + ".csv", day + cells[0] + "-01," + each.substring(2) + ",\n");
      String told = page(plan, "en").select("[data-testid=verified]").text();
      String state =
          List.of("No verifier", "Refused: 1", "Lost: 1", "Restored")
              .get(Integer.parseInt(cells[0]) - 1);
      assertThat(told.replace('\u00a0', ' '))
          .contains(
              state,
              each.startsWith("2") || each.startsWith("1") ? "USD 77 claimed" : "USD 77 in",
              id);
    }
  }
}
