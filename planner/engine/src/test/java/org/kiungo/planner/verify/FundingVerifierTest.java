package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.PartnerFunding;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.fund.Funding;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.project.FairShares;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.funding.FundingVerifier;

/** Payments of a small plan in two districts, falsified one rule at a time. */
class FundingVerifierTest {

  private static final String PARTNERS =
      """
      partners:
        - letter: E
          name: Grant
          kind: donor
          instrument: {type: grant}
          currency: {code: EUR, usdPerUnit: 1.1, date: "2025-06-30"}
          envelopes: [{firstYear: 2027, lastYear: 2036, amount: 200000}]
          conditions:
            - {rule: districts, districts: [South]}
            - {rule: most-share, shareRatio: 0.6}
            - {rule: only-with, partners: [I]}
        - letter: I
          name: Loan
          kind: bank
          instrument: {type: loan, rateRatio: 0.0125, tenorYears: 30, graceYears: 5}
          envelopes: [{firstYear: 2027, lastYear: 2036, amount: 900000}]
          conditions:
            - {rule: at-least, leastUsd: 100}
            - {rule: guaranteed-by, partner: G, coverRatio: 0.5}
        - letter: G
          name: Guarantor
          kind: donor
          instrument: {type: guarantee}
          envelopes: [{firstYear: 2027, lastYear: 2036, amount: 300000}]
      """;

  private static PlanFolder planned;
  private static FundingResult funded;

  @TempDir private Path folder;

  @BeforeAll
  static void fundAPlan() {
    PlanningProblem world = PlannedFolder.problem();
    List<Settlement> settlements = new ArrayList<>();
    for (Settlement each : world.settlements()) {
      boolean north = each.location().lat() > 9.1;
      settlements.add(each.with().district(north ? "North" : "South").build());
    }
    PlanningProblem problem = world.with().settlements(settlements).build();
    String json = "{\"budgetUsd\": 1.3e6, \"steps\": 200}";
    Scenario scenario = ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8));
    planned = Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
    Partnership partners =
        PartnerFile.read(PARTNERS.getBytes(StandardCharsets.UTF_8), "partners.yaml");
    funded =
        PartnerFunding.fund(
            PartnerFunding.question(planned, partners, 0), new Funding.Limits(1, 300), () -> false);
  }

  @BeforeEach
  void writeTheFolder() throws IOException {
    planned.write(folder);
    FundingFiles.write(folder, funded);
    FundingFiles.writeShares(folder, FairShares.ofDistricts(planned.problem(), planned.plan()));
  }

  @Test
  void aShareThatIsNotFair() throws IOException {
    edit(
        "shares.csv",
        t ->
            t.replaceFirst("(?m)\\d(\\.\\d\\d)$", "0$1")
                .replaceFirst("(?m)(\\d{3,})(\\.\\d\\d)$", "1$1$2"));
    assertBroken("funding.fair");
  }

  @ParameterizedTest
  @ValueSource(strings = {"partners.json", "projects.geojson", "partners.yaml"})
  void filesAreAsTheirSchemasSay(String name) throws IOException {
    String json =
        name.equals("partners.yaml")
            ? new String(PartnerFile.write(funded.partnership()), StandardCharsets.UTF_8)
            : Files.readString(folder.resolve(name));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://kiungo.org/schema/", "classpath:schema/")));
    Schema schema =
        registry.getSchema(SchemaLocation.of("https://kiungo.org/schema/" + name + ".schema.json"));
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
  }

  @Test
  void costsAndPeopleOfProjectsAreThePlans() {
    assertThat(FundingVerifier.verify(folder).broken()).isEmpty();
    FundingResult.Totals totals = funded.totals();
    assertThat(totals.costUsd()).isEqualTo(planned.plan().totals().lifetimeCostUsd());
    assertThat(totals.projectsFunded()).isBetween(1, totals.projects() - 1);
    assertThat(totals.fundedUsd())
        .as("the guarantor’s money is the limit, and somebody else pays beside")
        .isGreaterThan(600_000);
  }

  @Test
  void whatIsWrittenIsReadBackAndWrittenAlike() throws IOException {
    byte[] table = Files.readAllBytes(folder.resolve("funding.csv"));
    FundingResult read = FundingFiles.read(folder);
    assertThat(read).isEqualTo(funded);
    FundingFiles.write(folder, read);
    assertThat(Files.readAllBytes(folder.resolve("funding.csv"))).isEqualTo(table);
  }

  /** A loan that comes in 2036 is served from 2037 on; folders of before are told, not refused. */
  @Test
  void debtIsServedAfterItsMoneyComes() throws IOException {
    String late = "\"firstYear\" : 2036";
    assertThat(FundingVerifier.laterUsd(folder)).isZero();
    edit(
        "partners.json",
        t ->
            t.replaceAll(
                "\"firstYear\" ?: ?2027,(\\s*)\"lastYear\" ?: ?2036,(\\s*\"amount\")",
                late + ",$1\"lastYear\" : 2036,$2"));
    FundingResult moved = FundingFiles.read(folder);
    assertThat(moved.laterUsd()).isPositive().isEqualTo(FundingVerifier.laterUsd(folder));
    Verification older = FundingVerifier.verify(folder);
    assertThat(older.broken()).isEmpty();
    assertThat(older.open()).extracting(Open::code).contains("funding.older");
    FundingFiles.write(folder, moved);
    assertThat(FundingVerifier.verify(folder).broken()).isEmpty();
    assertThat(FundingVerifier.verify(folder).open())
        .extracting(Open::code)
        .doesNotContain("funding.older");
    edit("partners.json", t -> t.replaceFirst("\"year\" : 2037", "\"year\" : 2036"));
    assertBroken("funding.debt");
  }

  @Test
  void paidByOneWhoMayNot() throws IOException {
    edit("partners.json", t -> t.replace("\"South\"", "\"North\""));
    assertBroken("funding.may");
  }

  /** Money of another country pays for nothing here, nor does it guarantee anything. */
  @ParameterizedTest
  @ValueSource(strings = {"I", "G"})
  void paidOrGuaranteedOutOfAnotherCountrysMoney(String letter) throws IOException {
    edit(
        "partners.json",
        t -> {
          int partner = t.indexOf("\"letter\" : \"" + letter + "\"");
          int conditions = t.indexOf("\"conditions\" : [", partner) + 16;
          boolean more = !t.substring(conditions).stripLeading().startsWith("]");
          return t.substring(0, conditions)
              + "{\"rule\" : \"countries\", \"countries\" : [\"DJI\"]}"
              + (more ? ", " : "")
              + t.substring(conditions);
        });
    assertBroken("funding.may");
  }

  @Test
  void shareOverTheLimit() throws IOException {
    edit("partners.json", t -> t.replace("\"shareRatio\" : 0.6", "\"shareRatio\" : 0.05"));
    assertBroken("funding.share");
  }

  @Test
  void envelopeOverdrawn() throws IOException {
    edit("partners.json", t -> t.replace("\"amount\" : 200000.0", "\"amount\" : 20.0"));
    assertBroken("funding.envelope");
  }

  @Test
  void guaranteeOverdrawn() throws IOException {
    edit("partners.json", t -> t.replace("\"amount\" : 300000.0", "\"amount\" : 30.0"));
    assertBroken("funding.guarantee");
  }

  @Test
  void sumsThatAreNotEqual() throws IOException {
    edit("funding.csv", t -> t.replaceFirst("(?m)(\\d)\\.(\\d\\d)$", "$11.$2"));
    assertBroken("funding.whole");
    assertBroken("funding.totals");
  }

  @Test
  void paidWithoutTheCompanyAskedFor() throws IOException {
    edit(
        "partners.json",
        t -> t.replaceFirst("\"partners\" : \\[\\s*\"I\"", "\"partners\" : [ \"G\""));
    assertBroken("funding.only-with");
  }

  @Test
  void lessThanTheLeastAmount() throws IOException {
    edit("partners.json", t -> t.replace("\"leastUsd\" : 100.0", "\"leastUsd\" : 1.0E8"));
    assertBroken("funding.least");
  }

  @Test
  void aBoundThatPricesDoNotProve() throws IOException {
    edit("partners.json", t -> t.replaceFirst("\"bound\" : [0-9.E]+", "\"bound\" : 1.0"));
    assertBroken("funding.bound");
  }

  /** Whoever words a certificate anew must not be believed, nor with a bound that is no better. */
  @Test
  void whatIsSaidOfBoundAndPrices() throws IOException {
    String[][] forged = {
      {"funding.certificate", "\"method\" : \"Lagrangian", "\"method\" : \"enumeration"},
      {"funding.certificate", "\"whole-projects\",", ""},
      {"funding.certificate", "\"MAXIMISE\"", "\"MINIMISE\""},
      {"funding.certificate", "\"projects of the plan\"", "\"every project\""},
      {"funding.certificate", "\"lambdaPeoplePerUsd\" : null", "\"lambdaPeoplePerUsd\" : 5.0"},
      {"bound.stated", "\"bound\" : [0-9.E]+", "\"bound\" : 9.9E9"},
      {"funding.price", "\"guarantor\" : true", "\"guarantor\" : false"},
      {"funding.price", "(\"lastPhase\" : \\d+,\\s+\"usd\" : )[0-9.E]+", "$19.0"},
      {"funding.price", "\"spentUsd\" : [0-9.]+,(\\s+\"lambda)", "\"spentUsd\" : 9.0,$1"},
      {"funding.phase", "(\"phases\" : \\[\\s*\\{\\s+\"firstYear\" : )\\d+", "$12001"}
    };
    for (String[] each : forged) {
      writeTheFolder();
      edit("partners.json", t -> t.replaceFirst(each[1], each[2]));
      assertBroken(each[0]);
    }
  }

  @Test
  void peopleWhoAreNotServed() throws IOException {
    edit(
        "projects.geojson",
        t -> t.replaceFirst("\"peopleServed\":[0-9.]+", "\"peopleServed\":1e7"));
    assertBroken("project.people");
  }

  @Test
  void anOptimumWhereValueAndBoundDoNotMeet() throws IOException {
    edit(
        "partners.json",
        t -> t.replaceFirst("\"endedBy\" : \"[A-Z]+\"", "\"endedBy\" : \"OPTIMUM\""));
    assertBroken("funding.gap");
  }

  @Test
  void aPurchaseThatNoProjectHolds() throws IOException {
    edit(
        "projects.geojson",
        t -> t.replaceFirst("\"services\":\\[\"[^\"]+\"", "\"services\":[\"s99\""));
    assertBroken("project.parts");
  }

  @Test
  void worksThatAreOthersThanBuilt() throws IOException {
    edit("projects.geojson", t -> t.replaceFirst("\"layer\":\"access\"", "\"layer\":\"backbone\""));
    assertBroken("project.works");
  }

  private void edit(String file, UnaryOperator<String> change) throws IOException {
    String before = Files.readString(folder.resolve(file));
    String after = change.apply(before);
    assertThat(after).as("the forgery changes " + file).isNotEqualTo(before);
    Files.writeString(folder.resolve(file), after);
  }

  private void assertBroken(String rule) {
    assertThat(FundingVerifier.verify(folder).broken()).extracting(Check::code).contains(rule);
  }
}
