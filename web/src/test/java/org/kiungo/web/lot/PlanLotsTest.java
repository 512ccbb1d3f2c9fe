package org.kiungo.web.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.lot.LotCut;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lots of a plan in three phases: on their page, in every format, by command, and verified. */
@ApiTest
class PlanLotsTest {

  private static final PlanFolder FOLDER = TinyWorld.programme("In phases");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> LANGUAGES = List.of("en", "fr");

  @Autowired private MockMvc http;
  @Autowired private Plans plans;

  @TempDir private Path temp;

  private String plan() {
    return plans.add(FOLDER, "run", null);
  }

  private byte[] bytes(String address) throws Exception {
    MvcResult asked = http.perform(get(address)).andReturn();
    MvcResult done =
        asked.getRequest().isAsyncStarted()
            ? http.perform(asyncDispatch(asked)).andReturn()
            : asked;
    assertThat(done.getResponse().getStatus()).as(address).isEqualTo(200);
    return done.getResponse().getContentAsByteArray();
  }

  @Test
  void thePageTellsWhatTheAddressAnswers() throws Exception {
    String id = plan();
    JsonNode told = JSON.readTree(bytes("/api/v1/plans/" + id + "/lots?mostUsd=50000&leastUsd=0"));
    assertThat(told.path("lots").size()).isGreaterThan(2);
    assertThat(told.at("/total/cost/lifetimeUsd").asDouble())
        .isEqualTo(FOLDER.plan().totals().lifetimeCostUsd());
    for (String language : LANGUAGES) {
      String page =
          new String(
              bytes("/plans/" + id + "/lots?mostUsd=50000&leastUsd=0&lang=" + language), "UTF-8");
      assertThat(page)
          .contains("data-value=\"" + told.at("/total/cost/capexUsd").asDouble())
          .contains("folder.zip?mostUsd=50000")
          .doesNotContain("<span></span>");
      for (JsonNode each : told.path("lots")) {
        assertThat(page).contains("id=\"" + each.path("id").asString() + "\"");
        for (JsonNode other : each.path("requires")) {
          assertThat(page).contains("href=\"#" + other.asString() + "\"");
        }
      }
    }
  }

  /** What a later phase adds to a site is in the lot that builds it, and no mast in another. */
  @Test
  void sheetsOfALotHoldWhatItsBillCounts() {
    LotsFolder folder = LotCut.of(grown(), LotCut.rules(50_000.0, 0.0, 0, 1));
    List<ExportLayer> layers = LotFiles.layers(folder, Words.in("en"));
    boolean added = false;
    boolean powered = false;
    boolean high = false;
    for (Lot lot : folder.lots().lots()) {
      double masts = 0;
      double units = 0;
      double kwp = 0;
      for (Feature each : layers.get(3).features()) {
        if (each.attributes().get("lotId").equals(lot.id())) {
          masts += ((Number) each.attributes().get("masts")).doubleValue();
          units += ((Number) each.attributes().get("units")).doubleValue();
          added |= (Boolean) each.attributes().get("added");
          assertThat(each.attributes()).containsKeys("name", "district", "lon", "lat");
          if ("SOLAR".equals(each.attributes().get("energy"))) {
            kwp += ((Number) each.attributes().get("panelsKwp")).doubleValue();
          }
        }
      }
      double counted =
          LotFiles.count(lot, Item.MASTS_NEW)
              + LotFiles.count(lot, Item.MASTS_WITHIN)
              + LotFiles.count(lot, Item.MASTS_STANDING);
      assertThat(masts).as(lot.id()).isEqualTo(counted);
      assertThat(units).as(lot.id()).isEqualTo(LotFiles.count(lot, Item.UNITS));
      for (Feature each : layers.get(1).features()) {
        boolean own = each.attributes().get("lotId").equals(lot.id());
        if (own && each.attributes().get("item").equals(Item.POWER_SOLAR.word())) {
          assertThat((Double) each.attributes().get("panelsKwp"))
              .as(lot.id())
              .isPositive()
              .isCloseTo(kwp, within(1e-9));
          powered = true;
        }
        boolean mast = each.attributes().get("item").equals(Item.MASTS_NEW.word());
        if (own && mast) {
          assertThat((Double) each.attributes().get("heightM")).isEqualTo(35);
          high = true;
        }
      }
    }
    assertThat(added).as("a plan with a site that grows").isTrue();
    assertThat(powered || high).as("power or masts in a bill").isTrue();
    for (Feature each : layers.get(4).features()) {
      assertThat(each.attributes()).containsKeys("fromName", "toName", "fromLon", "toLat");
    }
  }

  @Test
  void headsOfSpreadsheetsAreWordsInEveryLanguage() {
    LotsFolder folder = LotCut.of(FOLDER, LotCut.rules(50_000.0, 0.0, 0, 1));
    for (String language : List.of("en", "fr", "pt", "es", "sw", "ar")) {
      Words words = Words.in(language);
      List<ExportLayer> layers = LotFiles.layers(folder, words);
      List<ExportLayer> headed = LotFiles.headed(layers, "xlsx", words);
      for (int k = 0; k < layers.size(); k++) {
        List<String> heads = headed.get(k).fields().stream().map(each -> each.name()).toList();
        assertThat(heads).hasSameSizeAs(layers.get(k).fields()).doesNotHaveDuplicates();
        assertThat(heads).noneMatch(each -> each.matches("[a-z]+([A-Z][a-z]+)*"));
        for (Feature each : headed.get(k).features()) {
          assertThat(heads).containsAll(each.attributes().keySet());
        }
      }
      assertThat(LotFiles.headed(layers, "gpkg", words)).isEqualTo(layers);
    }
    assertThat(
            LotFiles.headed(LotFiles.layers(folder, Words.in("fr")), "xlsx", Words.in("fr"))
                .get(0)
                .fields()
                .stream()
                .map(each -> each.name()))
        .contains("À construire, USD", "Personnes, probables");
  }

  /** A plan of which a later phase adds to sites of an earlier one. */
  private static PlanFolder grown() {
    Money years = new Money(0.08, 2027, 2036, 2025);
    PlanningProblem world =
        SmallWorlds.cross().withCatalogue(CatalogueReader.builtIn()).withMoney(years);
    Scenario scenario =
        SmallWorlds.scenario(Double.NaN, 50)
            .with()
            .money(years)
            .technologyIds(List.of("lte-macro"))
            .budgetUsd(1_600_000)
            .phases(List.of(new Phase(2027, 2029, 800_000), new Phase(2030, 2036, 800_000)))
            .build();
    return Planner.folder(world, Planner.plan(world, scenario, Progress.NONE, () -> false));
  }

  @Test
  void limitsThatContradictAreRefused() throws Exception {
    String id = plan();
    for (String query :
        List.of("?lotsPerRegion=2&mostUsd=1", "?mostUsd=-1", "?lotsPerRegion=101")) {
      http.perform(get("/api/v1/plans/" + id + "/lots" + query))
          .andExpect(status().isUnprocessableContent());
    }
    http.perform(get("/api/v1/plans/nowhere/lots")).andExpect(status().isNotFound());
  }

  @Test
  void everyFormatIsWritten() throws Exception {
    String id = plan();
    for (ExportFormat each : ExportFormat.all()) {
      assertThat(bytes("/api/v1/plans/" + id + "/lots/exports/" + each.extension())).isNotEmpty();
    }
    JsonNode projects = JSON.readTree(bytes("/api/v1/plans/" + id + "/lots/exports/oc4ids"));
    JsonNode tender =
        JSON.readTree(bytes("/api/v1/plans/" + id + "/lots/exports/ocds")).at("/releases/0/tender");
    JsonNode place = projects.at("/projects/0/locations/1");
    assertThat(place.path("description").asString("")).isNotEmpty();
    assertThat(place.at("/geometry/coordinates").size()).isEqualTo(2);
    assertThat(tender.path("lots").size()).isEqualTo(projects.path("projects").size());
    Set<String> lots = new HashSet<>();
    tender.path("lots").forEach(each -> lots.add(each.path("id").asString()));
    assertThat(projects.at("/plan/budgetUsd").asString("")).matches("[0-9]*[.]?[0-9]*");
    assertThat(projects.at("/projects/0/parties/0/roles/0").asString(""))
        .isEqualTo("procuringEntity");
    assertThat(tender.at("/procuringEntity/id").asString("")).isEqualTo("procuring-entity");
    assertThat(tender.at("/lots/0/awardCriteria").asString("")).isEqualTo("priceOnly");
    assertThat(tender.path("milestones").size()).isEqualTo(4 * lots.size());
    for (JsonNode each : tender.path("milestones")) {
      assertThat(each.path("dueDate").asString("")).matches("20..-12-31T00:00:00Z");
      assertThat(lots).contains(each.at("/relatedLots/0").asString());
    }
    double usd = 0;
    for (JsonNode each : tender.path("items")) {
      assertThat(lots).contains(each.path("relatedLot").asString());
      assertThat(each.path("quantity").asDouble()).isPositive();
    }
    for (JsonNode each : tender.path("lots")) {
      long cents = 0;
      for (JsonNode item : tender.path("items")) {
        boolean own = item.path("relatedLot").equals(each.path("id"));
        double unit = item.at("/unit/value/amount").asDouble(0);
        cents += own ? Math.round(100 * unit * item.path("quantity").asDouble()) : 0;
      }
      assertThat(cents).isEqualTo(Math.round(100 * each.at("/value/amount").asDouble()));
      usd += each.at("/value/amount").asDouble();
    }
    assertThat(Math.round(100 * usd))
        .isEqualTo(Math.round(100 * tender.at("/value/amount").asDouble()));
  }

  @Test
  void theArchiveIsVerifiedAndItsForgeryRefused() throws Exception {
    unpack(bytes("/api/v1/plans/" + plan() + "/lots/folder.zip?mostUsd=50000&leastUsd=0"));
    Path folder = temp.resolve("lots");
    Verification found = FolderVerifier.verify(folder, Installed.UNKNOWN);
    assertThat(found.broken()).isEmpty();
    assertThat(found.checks().stream().map(Check::code)).contains("lots.documents");
    assertThat(Files.readString(folder.resolve("lots.csv")))
        .containsPattern(",[0-9]+[.][0-9]{2},[0-9]+[.][0-9]{2}\n")
        .doesNotContainPattern("[0-9]E[0-9]|,[0-9]+[.][0-9],[0-9]+[.][0-9]\n");
    assertThat(found.given()).contains("lots.gpkg", "lots.xlsx", "sites.csv", "links.csv");
    ObjectNode ocds = (ObjectNode) JSON.readTree(folder.resolve("ocds.json").toFile());
    ((ObjectNode) ocds.at("/releases/0/tender/lots/0/value")).put("amount", 1);
    Lots lots = LotsFolder.read(folder);
    Path forged = temp.resolve("forged");
    new LotsFolder(FOLDER, lots)
        .write(
            forged, part -> Files.write(part.resolve("ocds.json"), JSON.writeValueAsBytes(ocds)));
    assertThat(FolderVerifier.verify(forged, Installed.UNKNOWN).broken().stream().map(Check::code))
        .containsExactly("lots.documents");
  }

  private void unpack(byte[] archive) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        Path file = temp.resolve(each.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
  }

  @Test
  void aCommandCutsWhatThePageShows() throws IOException {
    Path plan = temp.resolve("plan");
    FOLDER.write(plan);
    for (String language : LANGUAGES) {
      String out = temp.resolve("out-" + language).toString();
      CommandRun run =
          CommandRun.of("lots", "--plan", plan.toString(), "--out", out, "--lang", language);
      assertThat(run.exitCode()).as(run.err()).isZero();
      Lots lots = LotsFolder.read(Path.of(out));
      assertThat(run.out()).contains(lots.lots().stream().map(Lot::name).toList());
      assertThat(Files.readString(Path.of(out, "lots.csv"))).contains(",quantity,unit,");
      assertThat(Files.getPosixFilePermissions(Path.of(out, "lots.xlsx")))
          .isEqualTo(Files.getPosixFilePermissions(Path.of(out, "lots.json")));
      CommandRun verified = CommandRun.of("verify", out, "--json");
      assertThat(verified.exitCode()).as(verified.out()).isIn(0, 3);
    }
    CommandRun both =
        CommandRun.of(
            "lots",
            "--plan",
            plan.toString(),
            "--out",
            temp.resolve("x").toString(),
            "--lots-per-region",
            "2",
            "--most",
            "1M",
            "--lang",
            "en");
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).contains("by cost or by number");
  }
}
