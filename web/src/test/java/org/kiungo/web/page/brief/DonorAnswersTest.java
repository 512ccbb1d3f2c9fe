package org.kiungo.web.page.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.explain.MoneyDrivers;
import org.kiungo.planner.explain.PublicMoneyRange;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.PartnerAccount.YearAmount;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.doubt.FirstLayer;
import org.kiungo.web.doubt.SignNow;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.PlanMoney;
import org.kiungo.web.plan.Bill;
import org.kiungo.web.plan.MoneyEvidence;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;

/** What answers say where a study of doubt is kept, and where partners pay. */
class DonorAnswersTest {

  private static final Words WORDS = Words.in("en");

  @TempDir private Path folder;

  private static String plain(String text) {
    return text.replaceAll("[\\u00a0\\u202f]", " ");
  }

  private static Doubt.Regret regret(double mean, double worst) {
    return new Doubt.Regret(mean, 1, worst, worst, 0.1);
  }

  private static Doubt doubt() {
    return new Doubt(
        20,
        10,
        42,
        100,
        List.of(
            new Doubt.Layer("coverage", false, regret(3456, 9000)),
            new Doubt.Layer("prices", false, regret(1234, 5000))),
        null,
        new Doubt.Interval(46_000, 800),
        new Doubt.Kept(regret(5000, 9000), regret(4321, 8765)),
        null,
        new Doubt.FirstPhase(
            1e6, 765_432, Doubt.SURE, 17, 900, 17, 20, 10, null, null, List.of(), null),
        null,
        null);
  }

  private static final SignNow SIGN =
      new SignNow(20, 29, 36, List.of("r1", "r2"), 8e5, 6.2e6, 3.1e6, 41_000, 52_000, 60_000);

  private static Map<String, String> answers(Path plan, Doubt doubt) throws IOException {
    PlanFolder read = PlanFolder.read(plan);
    Map<String, Object> shown =
        Brief.of(
            Plans.detail(plan, read, PlanVerdict.OLDER),
            read,
            PlanMoney.find(plan, () -> MoneyEvidence.of(read), WORDS),
            BriefPayers.find(plan, WORDS),
            doubt == null ? null : new Doubts.Told(doubt, SIGN),
            Reference.builtIn(),
            Locale.ENGLISH);
    Map<String, String> answers = new HashMap<>();
    for (Object each : (List<?>) shown.get("answers")) {
      DonorAnswers.Answer answer = (DonorAnswers.Answer) each;
      answers.put(answer.id(), plain(answer.text()));
    }
    return answers;
  }

  @Test
  void aStudyOfDoubtAnswersWhereOneIsKept() throws IOException {
    Path plan = folder.resolve("plan");
    TinyWorld.plan(2e6).write(plan);
    Map<String, String> without = answers(plan, null);
    assertThat(without.get("sure")).contains("has not been studied");
    assertThat(without.get("change")).doesNotContain("people missed");
    Map<String, String> with = answers(plan, doubt());
    assertThat(with.get("sure"))
        .contains("In 20 futures", "signed as it stands", "gains 41", "5,000", "9,000");
    assertThat(with.get("next"))
        .startsWith(plain(Figures.of(Locale.ENGLISH).gains().signNow(SIGN)))
        .contains("by 2 places more", "it is USD 800 k more", "Public money", "USD 3.1 M")
        .doesNotContain("Before signing, ", "sign first")
        .contains("29 of the 36 places", "USD 6.2 M", "41 k sure, 52 k likely, 60 k possible")
        .contains("up to 11 k of the likely may have 4G already")
        .contains("USD 765 k for 17 places", "another choice", "not to be added");
    assertThat(with.get("change"))
        .contains(plain(Figures.of(Locale.ENGLISH).gains().fact(doubt())), "3,456 more people");
    assertThat(FirstLayer.find(doubt()).standsOut())
        .isEqualTo(!with.get("change").contains("None of the figures"));
  }

  private static PlanMoney needing(double publicUsd) {
    FinanceBrief.Sums sums =
        new FinanceBrief.Sums(
            "", 1e6, 0, 0, 0, 0, 0, 0, 0, 1e6 - publicUsd, publicUsd, 0, 0, publicUsd);
    FinanceBrief brief =
        new FinanceBrief(
            sums, null, null, publicUsd, 0, 0, 0, 0, 50, 5, null, null, null, null, Map.of());
    PublicMoneyRange none = new PublicMoneyRange(publicUsd, publicUsd);
    List<Bill> bills = Bill.all(brief, List.of());
    return new PlanMoney(brief, 2027, false, none, bills, () -> MoneyDrivers.UNKNOWN, WORDS);
  }

  private static BriefPayers.Row payer(String name, double usd) {
    return new BriefPayers.Row(name, "grant", usd, usd, "USD", 1, "", 1, 0, false, false, "");
  }

  /** A brief opens with the reader's bill: public money, by partner where some are settled. */
  @Test
  void theTitleSaysWhoBringsTheMoney() {
    FundingResult.Totals totals = new FundingResult.Totals(3, 2, 9e5, 4e5, 0, 0, 0);
    BriefPayers payers =
        new BriefPayers(totals, 0, 0, List.of(payer("E · Bank", 4e5), payer("F · Fund", 0)));
    PlanMoney money = needing(9e5);
    assertThat(plain(BriefPayers.bill(payers, money, 1e6, WORDS)))
        .contains("E · Bank (USD 400 k)", "USD 500 k of public money without a payer")
        .doesNotContain("Fund");
    assertThat(plain(BriefPayers.bill(null, money, 1e6, WORDS)))
        .isEqualTo("USD 900,000 of public money");
    assertThat(plain(BriefPayers.bill(null, needing(0), 1e6, WORDS)))
        .isEqualTo("USD 1 million, paid by users and operators,");
    assertThat(plain(BriefPayers.bill(null, null, 7e6, WORDS))).isEqualTo("Works of USD 7 million");
  }

  /** Who pays is named with what it pays; a loan is told year by year, as its account has it. */
  @Test
  void partnersAnswerWhoElsePays() throws IOException {
    Path plan = folder.resolve("plan");
    TinyWorld.plan(2e6).write(plan);
    assertThat(answers(plan, null).get("others")).contains("No partner is named");
    Path partners = folder.resolve("partners.yaml");
    Files.writeString(
        partners,
        """
        partners:
          - {letter: L, name: Lender, kind: bank,
             instrument: {type: loan, rateRatio: 0.02, tenorYears: 12, graceYears: 4},
             envelopes: [{firstYear: 2027, lastYear: 2036, amount: 9000000}]}
        """);
    Path funded = folder.resolve("funded");
    CommandRun run =
        CommandRun.of(
            "fund",
            "--plan",
            plan.toString(),
            "--partners",
            partners.toString(),
            "--out",
            funded.toString(),
            "--steps",
            "100");
    assertThat(run.exitCode()).as(run.err()).isZero();
    BriefPayers payers = BriefPayers.find(funded, WORDS);
    Figures n = Figures.of(Locale.ENGLISH);
    assertThat(answers(funded, null).get("others"))
        .contains("L · Lender (" + plain(n.usd(payers.rows().get(0).usd())) + ")")
        .doesNotContain("No partner is named");
    List<YearAmount> due = FundingFiles.read(funded).accounts().get(0).debtService();
    assertThat(due).hasSize(12);
    for (YearAmount each : due) {
      assertThat(payers.rows().get(0).debtService())
          .contains(each.year() + ": " + n.usd(each.usd()));
    }
  }
}
