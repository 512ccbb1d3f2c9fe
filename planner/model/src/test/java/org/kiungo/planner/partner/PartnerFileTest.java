package org.kiungo.planner.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.model.value.InputRefused;

class PartnerFileTest {

  private static final String FILE =
      """
      partners:
        - letter: E
          name: Grant
          kind: donor
          instrument: {type: grant}
          currency: {code: EUR, usdPerUnit: 1.25, date: "2025-06-30"}
          envelopes: [{firstYear: 2027, lastYear: 2028, amount: 100.1}, {firstYear: 2029, lastYear: 2036, amount: 8}]
          conditions:
            - {rule: most-share, shareRatio: 0.6, exceptDistricts: [Littoral]}
            - {rule: only-with, partners: [I]}
            - {rule: income-below, group: upper-middle}
          source: a decision
          assumed: [envelopes]
        - letter: I
          name: Loan
          kind: bank
          instrument: {type: loan, rateRatio: 0.02, tenorYears: 10, graceYears: 2}
          envelopes: []
          carriesOver: false
      countries:
        - {country: BEN, incomeGroup: lower-middle, communities: [ECOWAS]}
      """;

  private static Partnership read(String text) {
    return PartnerFile.read(text.getBytes(StandardCharsets.UTF_8), "p.yaml");
  }

  @Test
  void whatIsWrittenAsJsonIsReadBackEqual() throws IOException {
    Partnership read = read(FILE);
    assertThat(PartnerFile.read(PartnerFile.write(read), "p.json")).isEqualTo(read);
    assertThat(read.get("Grant").assumed()).containsExactly("envelopes");
  }

  /** Nobody draws money that is not there yet, nor serves a loan before it comes. */
  @Test
  void moneyIsDrawnWhenItsEnvelopeComes() {
    Partner loan =
        read(FILE)
            .get("I")
            .withEnvelopes(
                List.of(
                    new Envelope(2028, 2028, 30),
                    new Envelope(2027, 2027, 10),
                    new Envelope(2036, 2036, 50)));
    List<PhaseYears> one = List.of(new PhaseYears(2027, 2036));
    Draws draws = Draws.of(loan, new long[] {4_500}, one);
    assertThat(draws.centsByYear())
        .containsExactly(Map.entry(2027, 1_000L), Map.entry(2028, 3_000L), Map.entry(2036, 500L));
    assertThat(draws.laterCents()).isEqualTo(3_500);
    List<PhaseYears> two = List.of(new PhaseYears(2027, 2028), new PhaseYears(2029, 2036));
    assertThat(Draws.of(loan, new long[] {2_000, 100}, two).centsByYear())
        .as("what is not carried on is gone")
        .containsExactly(Map.entry(2027, 1_000L), Map.entry(2028, 1_000L), Map.entry(2036, 100L));
  }

  @Test
  void moneyComesInThePhaseOfItsYearsInWholeCents() {
    Partner grant = read(FILE).get("E");
    List<PhaseYears> phases = List.of(new PhaseYears(2027, 2028), new PhaseYears(2029, 2036));
    assertThat(grant.centsByPhase(phases)).containsExactly(12_512, 1_000);
    InputRefused refused =
        catchThrowableOfType(
            InputRefused.class, () -> grant.centsByPhase(List.of(new PhaseYears(2030, 2036))));
    assertThat(refused.code()).isEqualTo("partners.span");
  }

  /** Whatever is wrong is refused with file, place and what is allowed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "letter: E|letter: e|partners.file.value|partners[0]",
        "kind: donor|kind: giver|partners.choice|partners[0]",
        "name: Grant|nom: Grant|partners.key|partners[0]",
        "amount: 8|amount: eight|partners.kind|partners[0].envelopes[1].amount",
        "amount: 8|amount: -8|partners.file.value|partners[0].envelopes[1]",
        "shareRatio: 0.6|shareRatio: 60|partners.file.value|partners[0].conditions[0]",
        "rule: only-with|rule: alone|partners.choice|partners[0].conditions[1]",
        "partners: [I]|partners: [X]|partners.file.unknown|",
        "group: upper-middle|group: poor|partners.file.value|partners[0].conditions[2]",
        "letter: I|letter: E|partners.file.letter|",
        "tenorYears: 10, |''|partners.file.value|partners[1].instrument",
        "graceYears: 2|graceYears: 10|partners.file.value|partners[1].instrument",
        "'date: \"2025-06-30\"'|date: today|partners.file.value|partners[0].currency",
        "kind: bank|'kind: [bank'|partners.unreadable|",
        "type: grant|type: gift|partners.choice|partners[0].instrument",
      })
  void faultsAreRefusedWithTheirPlace(String found, String wrong, String code, String place) {
    assertThat(FILE).contains(found);
    InputRefused refused =
        catchThrowableOfType(InputRefused.class, () -> read(FILE.replace(found, wrong)));
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.arguments()).containsEntry("file", "p.yaml");
    if (place != null) {
      assertThat(refused.arguments()).containsEntry("place", place);
    }
  }

  @Test
  void aLoanIsPaidBackWithInterestAndIsAGiftInPart() {
    Instrument loan = read(FILE).get("I").instrument();
    double[] service = loan.debtService();
    assertThat(service).hasSize(10);
    assertThat(service[0]).isEqualTo(0.02);
    assertThat(service[2]).isCloseTo(0.02 + 0.125, within(1e-12));
    assertThat(DoubleStream.of(service).sum())
        .as("principal, and interest on what is owed")
        .isCloseTo(1 + 0.02 * (2 + 1 + 7 * 0.5), within(1e-12));
    assertThat(loan.grantElementRatio()).isBetween(0.15, 0.2);
    assertThat(Instrument.GRANT.grantElementRatio()).isEqualTo(1);
  }
}
