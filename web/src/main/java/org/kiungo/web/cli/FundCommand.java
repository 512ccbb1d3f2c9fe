package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.planner.PartnerFunding;
import org.kiungo.planner.PartnerPlanning;
import org.kiungo.planner.Planner;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.folder.FilesTogether;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.folder.funding.PaidFolder;
import org.kiungo.planner.fund.Funding;
import org.kiungo.planner.fund.FundingQuestion;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.PartnerAccount;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.Relaxation;
import org.kiungo.planner.project.FairShares;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.FundingSentences;
import org.kiungo.web.cli.console.StopButton;
import org.kiungo.web.cli.console.VerdictLine;
import org.kiungo.web.cli.option.Amount;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.funding.Falling;
import org.kiungo.web.funding.FundingChange;
import org.kiungo.web.funding.LostPlace;
import org.kiungo.web.funding.Standings;
import org.kiungo.web.language.GapWords;
import picocli.CommandLine;

/** Assigns an existing plan's projects to partners. */
@CommandLine.Command(name = "fund")
class FundCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--plan", paramLabel = "DIR", required = true)
  private Path plan;

  @CommandLine.Option(names = "--partners", paramLabel = "FILE")
  private Path partners;

  @CommandLine.Option(names = "--without", paramLabel = "NAME|LETTER:RULE", split = ",")
  private List<String> without = List.of();

  @CommandLine.Option(names = "--replan")
  private boolean replan;

  @CommandLine.Option(
      names = "--smallest",
      paramLabel = "USD",
      converter = Amount.class,
      defaultValue = "1M")
  private double smallestUsd;

  @CommandLine.Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @CommandLine.Option(names = "--steps", paramLabel = "N", defaultValue = "30000")
  private long steps;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  /**
   * The answer of {@code --json}.
   *
   * @param folder written
   * @param totals sums
   * @param certificate value and bound, weighted people: of the payments, or of network and
   *     payments where the network is planned again
   * @param laterUsd paid by money that comes after what it pays for is built, USD
   * @param accounts what becomes of every partner's money
   * @param relaxations what fewer conditions would bring
   * @param change against the payments that stood before; null when there were none
   * @param lost places that lose service against them, those with most people first
   */
  record Funded(
      String folder,
      FundingResult.Totals totals,
      Certificate certificate,
      double laterUsd,
      List<PartnerAccount> accounts,
      List<Relaxation> relaxations,
      FundingChange change,
      List<LostPlace> lost) {}

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(plan)) {
      throw new InputRefused("folder.none", "folder", plan.toString());
    }
    InputFiles.writable(out);
    PlanFolder folder = PlanFolder.read(plan);
    FundingResult before = FundingFiles.isFunded(plan) ? FundingFiles.read(plan) : null;
    if (before == null && (replan || !without.isEmpty())) {
      throw new InputRefused("fund.standing", "folder", plan.toString());
    }
    Partnership asked = Falling.without(partnership(folder, before), without);
    if (replan) {
      return replanned(folder, before, asked);
    }
    Funding.Limits limits = new Funding.Limits(seed, steps);
    FundingQuestion question = PartnerFunding.question(folder, asked, AssetCost.cents(smallestUsd));
    FundingResult found;
    try (StopButton stop = new StopButton()) {
      found =
          before == null
              ? PartnerFunding.fund(question, limits, stop)
              : PartnerFunding.fund(before, asked, limits, stop);
    }
    FilesTogether.write(out, List.of(), part -> write(found, folder, part));
    return answer(folder, before, found, found.certificate(), folder.plan().totals());
  }

  /** The network too: what nobody pays for is not built, what is saved is spent on others. */
  private int replanned(PlanFolder folder, FundingResult before, Partnership asked)
      throws IOException {
    PartnerPlanning.Paid paid;
    try (StopButton stop = new StopButton()) {
      paid = PartnerPlanning.replanned(folder, before, asked, AssetCost.cents(smallestUsd), stop);
    }
    PaidFolder.write(out, Planner.folder(folder.problem(), paid.plan()), paid.funding());
    Plan.Totals totals = paid.plan().plan().totals();
    return answer(folder, before, paid.funding(), paid.plan().certificate(), totals);
  }

  private int answer(
      PlanFolder folder,
      FundingResult before,
      FundingResult found,
      Certificate certificate,
      Plan.Totals totals) {
    FundingChange change = before == null ? null : FundingChange.between(before, found);
    List<LostPlace> lost = before == null ? List.of() : LostPlace.between(before, found, folder);
    String sentence = FundingSentences.of(found, totals, change, out.toString(), common.words());
    if (!lost.isEmpty()) {
      sentence = FundingSentences.of(lost, common.words()) + "\n" + sentence;
    }
    if (replan) {
      String gap =
          common
              .words()
              .text(
                  "cli.plan.gap",
                  GapWords.percent(certificate.gapRatio(), common.words()),
                  GapWords.best(folder.scenario(), common.words()));
      sentence = gap + "\n" + sentence;
    }
    common.answer(
        new Funded(
            out.toString(),
            found.totals(),
            certificate,
            found.laterUsd(),
            found.accounts(),
            found.relaxations(),
            change,
            lost),
        sentence);
    return found.payments().isEmpty()
        ? ExitCode.ANSWER_IS_NO
        : VerdictLine.ended(out, folder.problem().inputs(), common);
  }

  private Partnership partnership(PlanFolder folder, FundingResult before) throws IOException {
    if (partners == null) {
      if (before == null) {
        throw new InputRefused("fund.partners", "folder", plan.toString());
      }
      return before.partnership();
    }
    return Standings.read(
        InputFiles.readable(partners), folder.problem(), folder.scenario().money());
  }

  /** The plan's own files go with the payments, so that the folder can be verified alone. */
  private void write(FundingResult found, PlanFolder folder, Path part) throws IOException {
    if (!plan.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(plan, Files::isRegularFile)) {
        for (Path file : files) {
          Files.copy(file, part.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    FundingFiles.write(part, found);
    FundingFiles.writeShares(part, FairShares.ofDistricts(folder.problem(), folder.plan()));
  }
}
