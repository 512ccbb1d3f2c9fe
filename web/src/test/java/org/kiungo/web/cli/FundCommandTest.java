package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.cli.console.ExitCode;

/** Who pays for a plan, from the command line. */
class FundCommandTest {

  @TempDir private Path folder;

  private String plan() throws IOException {
    TinyWorld.plan(2e6).write(folder.resolve("plan"));
    return folder.resolve("plan").toString();
  }

  /** Who pays, and what falls when one of them leaves. */
  @Test
  void aPlanIsFundedVerifiedAndFundedAgainWithoutAPartner() throws IOException {
    Path partners = folder.resolve("partners.yaml");
    String text =
        """
        partners:
          - {letter: E, name: Union, kind: donor, instrument: {type: grant},
             envelopes: [{firstYear: 2027, lastYear: 2036, amount: 600000}],
             conditions: [{rule: most-share, shareRatio: 0.6}, {rule: income-below, group: high}]}
          - {letter: O, name: Operator, kind: operator, instrument: {type: equity, rateRatio: 0.1},
             envelopes: [{firstYear: 2027, lastYear: 2036, amount: 700000}]}
          - {letter: U, name: Unsaid, kind: donor, instrument: {type: grant}, envelopes: [],
             assumed: [envelopes]}
        """;
    Files.writeString(partners, text);
    String plan = plan();
    String funded = folder.resolve("funded").toString();
    CommandRun none = CommandRun.of("fund", "--plan", plan, "--without", "E", "--out", funded);
    assertThat(none.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(none.err()).contains("holds no payments");
    Path others = folder.resolve("others.yaml");
    String djibouti =
        """
          - {letter: D, name: For Djibouti, kind: donor, instrument: {type: grant},
             envelopes: [{firstYear: 2027, lastYear: 2036, amount: 900000}],
             conditions: [{rule: countries, countries: [DJI]}]}
        """;
    Files.writeString(others, "partners:\n" + djibouti.indent(2));
    CommandRun refused =
        CommandRun.of("fund", "--plan", plan, "--partners", others.toString(), "--out", funded);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("None of these partners pays in", "For Djibouti");
    CommandRun run =
        CommandRun.of(
            "fund",
            "--plan",
            plan,
            "--partners",
            partners.toString(),
            "--out",
            funded,
            "--json",
            "--steps",
            "300",
            "--smallest",
            "10k");
    assertThat(run.exitCode()).as(run.err()).isZero();
    double people = run.json().get("totals").get("peopleServed").asDouble();
    assertThat(people).isPositive();
    assertThat(CommandRun.of("verify", funded).exitCode()).isEqualTo(ExitCode.NOT_CONFIRMED);
    String brief = folder.resolve("who-pays.html").toString();
    assertThat(CommandRun.of("brief", funded, "--out", brief).exitCode()).isZero();
    assertThat(Files.readString(Path.of(brief))).contains("Who pays", "O · Operator", "not known");
    String without = folder.resolve("without").toString();
    CommandRun left =
        CommandRun.of(
            "fund",
            "--plan",
            funded,
            "--without",
            "Operator",
            "--out",
            without,
            "--steps",
            "300",
            "--lang",
            "fr");
    assertThat(left.out())
        .contains(
            "Par rapport au financement précédent",
            "on ne sait pas de combien d’argent il dispose");
    assertThat(left.exitCode())
        .as("60 % of a project is no project")
        .isEqualTo(ExitCode.ANSWER_IS_NO);
    assertThat(CommandRun.of("verify", without).exitCode()).isEqualTo(ExitCode.NOT_CONFIRMED);
  }

  /** What the library offers is a file that fund takes, in either language. */
  @Test
  void thePartnersOfACountryAreWrittenToStartFrom() {
    String file = folder.resolve("start.json").toString();
    CommandRun run = CommandRun.of("partners", "--country", "KEN", "--out", file, "--lang", "fr");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Inclusive Digitalization")
        .contains("nous n’avons pas cherché combien");
    assertThat(PartnerFile.read(bytes(file), "start.json").partners()).hasSizeGreaterThan(3);
    CommandRun unknown = CommandRun.of("partners", "--rec", "EU");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(unknown.err()).contains("ECOWAS");
    CommandRun nobody = CommandRun.of("partners", "--country", "LBY", "--years", "2060-2070");
    assertThat(nobody.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(nobody.out()).contains("have not looked how much");
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
