package org.kiungo.web.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kiungo.geodata.feed.CoverageColumn;
import org.kiungo.geodata.feed.PlannedPeople;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.regulation.TargetProgress;
import org.kiungo.planner.PartnerPlanning;
import org.kiungo.planner.Planner;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.ServedAbroad;
import org.kiungo.planner.explain.AssumedShare;
import org.kiungo.planner.explain.CostRange;
import org.kiungo.planner.explain.HubWays;
import org.kiungo.planner.explain.MoneyDrivers;
import org.kiungo.planner.explain.SitePower;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.funding.PaidFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.institution.GoalOutcome;
import org.kiungo.planner.model.institution.InstitutionTotals;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.PartnerAccount;
import org.kiungo.planner.radio.RadioHops;
import org.kiungo.planner.radio.Sight;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.FinanceSentences;
import org.kiungo.web.cli.console.FundingSentences;
import org.kiungo.web.cli.console.HubSentences;
import org.kiungo.web.cli.console.ProgressLine;
import org.kiungo.web.cli.console.StopButton;
import org.kiungo.web.cli.console.TodaySentence;
import org.kiungo.web.cli.console.VerdictLine;
import org.kiungo.web.cli.option.Amount;
import org.kiungo.web.cli.option.GivenInputs;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.cli.option.ProblemOptions;
import org.kiungo.web.funding.Standings;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.BorderWords;
import org.kiungo.web.plan.CostParts;
import org.kiungo.web.plan.MoneyEvidence;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.WholePeople;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.policy.FeedWords;
import org.kiungo.web.policy.GoalWords;
import org.kiungo.web.regulation.RegulationWords;
import org.kiungo.web.scenario.ScenarioPlanner;
import picocli.CommandLine;

/** Makes a plan with its certificate. */
@CommandLine.Command(name = "plan")
class PlanCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Mixin private ProblemOptions question;

  @CommandLine.Option(names = "--partners", paramLabel = "FILE")
  private Path partners;

  @CommandLine.Option(
      names = "--smallest",
      paramLabel = "USD",
      converter = Amount.class,
      defaultValue = "1M")
  private double smallestUsd;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  /**
   * The answer of {@code --json}.
   *
   * @param folder written
   * @param countries planned
   * @param settlements in the question
   * @param plannedPeople of countries of which places or a census are given; absent without any
   * @param totals sums of the plan
   * @param certificate what it says of its value and bound
   * @param verification what verifying the folder that was written said
   * @param finance the plan's money
   * @param drivers what moves its public money, one thing at a time, the widest first
   * @param assumed how much of it hangs on figures that no source gives
   * @param range the same works with all prices at either end of their ranges
   * @param stopped true when Ctrl-C or the time limit ended the search
   * @param programme money and people by phase; absent without phases
   * @param institutions what schools, clinics and others have, by kind
   * @param institutionGoals what the plan does for the goals among them
   * @param funding who pays; absent without partners
   * @param servedAbroad places that sites in another country serve, and who pays; absent without
   *     any
   * @param unknownFibreKm fibre of which no source says whether it works, km
   * @param power where sites get theirs
   * @param targets how far it gets towards what the country and the African Union published
   * @param hubs places that need two ways, and theirs; absent without any rule that names some
   */
  record Planned(
      String folder,
      List<String> countries,
      int settlements,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlannedPeople> plannedPeople,
      Plan.Totals totals,
      Certificate certificate,
      PlanVerdict verification,
      FinanceBrief finance,
      MoneyDrivers drivers,
      AssumedShare assumed,
      CostRange range,
      boolean stopped,
      @JsonInclude(JsonInclude.Include.NON_NULL) Programme programme,
      List<InstitutionTotals> institutions,
      List<GoalOutcome> institutionGoals,
      @JsonInclude(JsonInclude.Include.NON_NULL) Payers funding,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ServedAbroad> servedAbroad,
      double unknownFibreKm,
      SitePower power,
      List<TargetProgress> targets,
      @JsonInclude(JsonInclude.Include.NON_NULL) HubWays hubs) {}

  /**
   * Who pays for a plan all of whose projects are paid for.
   *
   * @param totals sums
   * @param laterUsd paid by money that comes after what it pays for is built, USD
   * @param accounts what becomes of every partner's money
   */
  record Payers(FundingResult.Totals totals, double laterUsd, List<PartnerAccount> accounts) {

    static Payers of(FundingResult funding) {
      return new Payers(funding.totals(), funding.laterUsd(), funding.accounts());
    }
  }

  @Override
  public Integer call() throws IOException {
    Scenario scenario = question.scenario();
    InputFiles.writable(out);
    PlanningProblem problem = question.problem(scenario, common);
    try (StopButton stop = new StopButton()) {
      PlanResult result;
      FundingResult funding = null;
      try (ProgressLine progress = common.progress(scenario.goal())) {
        if (partners == null) {
          result =
              JointPair.plan(
                  problem,
                  scenario,
                  List.of(),
                  progress,
                  ScenarioPlanner.sharedSeconds(scenario, stop));
        } else {
          PartnerPlanning.Paid paid =
              PartnerPlanning.plan(
                  problem,
                  scenario,
                  Standings.read(InputFiles.readable(partners), problem, scenario.money()),
                  AssetCost.cents(smallestUsd),
                  progress,
                  ScenarioPlanner.withinSeconds(scenario, stop));
          result = paid.plan();
          funding = paid.funding();
        }
      }
      PlanFolder folder = Planner.folder(problem, result);
      PaidFolder.write(out, folder, funding);
      MoneyEvidence evidence = MoneyEvidence.of(folder);
      Planned answer =
          new Planned(
              out.toString(),
              scenario.countries(),
              problem.settlements().size(),
              PlannedPeople.of(problem, scenario),
              folder.plan().totals(),
              folder.certificate(),
              verified(),
              FinanceBrief.read(out),
              evidence.drivers(),
              AssumedShare.of(problem, result.plan()),
              CostRange.of(ScenarioFacts.of(problem, result.scenario()), result.plan()),
              isStopped(result.certificate()),
              result.plan().programme(),
              folder.institutions(),
              folder.institutionGoals(),
              funding == null ? null : Payers.of(funding),
              ServedAbroad.of(ScenarioFacts.of(problem, result.scenario()), result.plan()),
              Today.unknownFibreKm(problem.fibreLines()),
              SitePower.of(ScenarioFacts.of(problem, result.scenario()), result.plan()),
              TargetProgress.of(
                  scenario.countries(), scenario.standard().downlinkMbps(), result.plan()),
              scenario.twoPaths().isNone()
                  ? null
                  : HubWays.of(problem, scenario.twoPaths(), result.plan()));
      List<CoverageColumn> columns = CoverageColumn.of(problem.settlements());
      List<String> feeds =
          FeedWords.of(scenario, problem.inputs(), columns, answer.plannedPeople(), common.words());
      String sentence = sentence(answer, folder, evidence, feeds, common.words()) + givenToVerify();
      if (funding != null) {
        Plan.Totals totals = result.plan().totals();
        sentence +=
            "\n" + FundingSentences.of(funding, totals, null, out.toString(), common.words());
      }
      common.answer(answer, sentence);
      return VerdictLine.ended(answer.verification());
    } finally {
      question.close();
    }
  }

  /** How {@code verify} is told of the files, to say what is said here. */
  private String givenToVerify() {
    return givenFiles().stream().map(each -> " --input " + each).collect(Collectors.joining());
  }

  /** What {@code verify} says of the folder to whoever has the files that it was made from. */
  private PlanVerdict verified() throws IOException {
    return PlanVerdict.of(FolderVerifier.verify(out, GivenInputs.of(givenFiles(), common.words())));
  }

  private List<Path> givenFiles() {
    List<Path> files = new ArrayList<>(question.files());
    if (partners != null) {
      files.add(partners);
    }
    return files;
  }

  private static boolean isStopped(Certificate certificate) {
    return certificate.endedBy() == Certificate.End.CLOCK
        || certificate.endedBy() == Certificate.End.STOP;
  }

  /** How many radio links nobody checked over the ground, and what heights close. */
  private static String sight(PlanFolder folder, Words words) {
    RadioHops hops = new RadioHops(folder.problem());
    long unverified =
        folder.plan().links().stream()
            .filter(each -> hops.sight(each).equals(Optional.of(Sight.UNVERIFIED)))
            .count();
    String closed =
        folder.problem().terrain() == Terrain.UNKNOWN
            ? ""
            : "\n" + words.text("ui.plan.hops-closed", folder.blockedHops().size());
    if (unverified == 0) {
      return closed;
    }
    String told = closed + "\n" + words.text("ui.brief.risk-sight", unverified + "");
    int between = PlanDetail.Works.of(folder.plan()).linksBetweenMasts();
    return between == 0 ? told : told + " " + words.text("ui.brief.risk-sight-masts", between + "");
  }

  /** A line for each kind; nothing where none are joined. */
  private static String institutions(List<InstitutionTotals> totals, Words words) {
    StringBuilder lines = new StringBuilder();
    for (InstitutionTotals each : totals) {
      lines
          .append('\n')
          .append(
              words.text(
                  "cli.plan.institutions",
                  words.has("institution." + each.kindId())
                      ? words.text("institution." + each.kindId())
                      : each.kindId(),
                  each.institutions(),
                  each.demandMbps(),
                  each.servedToday(),
                  each.servedByPlan(),
                  each.basicByPlan(),
                  each.unserved()));
    }
    return lines.toString();
  }

  /** A line for each goal among institutions; nothing without any. */
  private static String goals(List<GoalOutcome> goals, Words words) {
    StringBuilder lines = new StringBuilder();
    for (GoalOutcome each : goals) {
      lines.append('\n').append(GoalWords.of(each, words));
    }
    return lines.toString();
  }

  /** A line for each phase; nothing where there are none. */
  private static String phases(Programme programme, Words words) {
    StringBuilder lines = new StringBuilder();
    if (programme != null) {
      for (Programme.PhaseAccount each : programme.phases()) {
        lines
            .append('\n')
            .append(
                words.text(
                    "cli.plan.phase",
                    each.phase(),
                    Integer.toString(each.firstYear()),
                    Integer.toString(each.lastYear()),
                    each.budgetUsd(),
                    each.spentUsd(),
                    each.carriedUsd(),
                    each.peopleServed(),
                    each.peopleBasic()));
      }
      lines.append('\n').append(words.text("cli.plan.person-years", programme.personYears()));
      if (!programme.replaced().isEmpty()) {
        lines
            .append('\n')
            .append(
                words.text(
                    "cli.plan.regret", programme.replaced().size(), programme.regrettedUsd()));
      }
    }
    return lines.toString();
  }

  private static String sentence(
      Planned answer, PlanFolder folder, MoneyEvidence evidence, List<String> feeds, Words words) {
    Scenario scenario = folder.scenario();
    List<Plan.NodeUpgrade> upgrades = folder.plan().upgrades();
    Plan.Totals totals = answer.totals();
    WholePeople counted = WholePeople.of(totals);
    Certificate certificate = answer.certificate();
    String people =
        words.text(
            folder.knowsToday()
                ? counted.basicToday() > 0 ? "cli.plan.people-basic" : "cli.plan.people"
                : scenario.today().leavesOut()
                    ? "cli.plan.people-left-out"
                    : "cli.plan.people-unknown",
            counted.population(),
            counted.baseline(),
            counted.served(),
            counted.basic(),
            counted.unserved(),
            counted.basicToday());
    RegulationWords regulation = new RegulationWords(Reference.builtIn(), words);
    for (TargetProgress each : answer.targets()) {
      people += "\n" + regulation.progress(each, counted);
    }
    if (totals.today() != null) {
      people +=
          "\n"
              + TodaySentence.of(
                  totals.today(), counted.gained(), folder.knowsToday(), scenario, words);
    }
    people += institutions(answer.institutions(), words);
    people += goals(answer.institutionGoals(), words) + phases(answer.programme(), words);
    if (answer.hubs() != null) {
      people += "\n" + HubSentences.of(answer.hubs(), words);
    }
    if (!feeds.isEmpty()) {
      people += "\n" + words.text("cli.plan.feeds", String.join(" ", feeds));
    }
    if (answer.unknownFibreKm() > 0) {
      String key = "ui.plan.unknown-fibre." + scenario.today().unknownFibre();
      people += "\n" + words.text(key, Math.round(answer.unknownFibreKm()));
    }
    PlanDetail.Works works = PlanDetail.Works.of(folder.plan());
    String money =
        words.text(
            "ui.plan.works",
            works.sites(),
            works.masts(),
            works.linksBetweenMasts(),
            works.linksToNetwork());
    SitePower power = answer.power();
    if (power.grid() + power.solar() + power.hybrid() > 0) {
      money += "\n" + words.text("ui.plan.power", power.grid(), power.solar(), power.hybrid());
    }
    if (power.unknown() > 0) {
      money +=
          " "
              + words.text(
                  "ui.plan.power-unknown",
                  power.unknown(),
                  Math.round(power.unknownUsd()),
                  Math.round(power.atLineUsd()));
    }
    money += sight(folder, words);
    CostParts parts = CostParts.of(totals, scenario.money());
    money +=
        "\n"
            + words.text(
                answer.programme() == null ? "cli.plan.money-parts" : "cli.plan.money-phases",
                parts.lifetimeUsd(),
                parts.capexUsd(),
                totals.opexUsdPerYear(),
                parts.runningUsd(),
                parts.renewedUsd());
    double furtherMbps = upgrades.stream().mapToDouble(Plan.NodeUpgrade::furtherMbps).sum();
    if (furtherMbps >= 0.5) {
      money +=
          "\n"
              + words.text(
                  "cli.plan.nodes-upgraded",
                  upgrades.size(),
                  furtherMbps,
                  upgrades.stream().mapToDouble(Plan.NodeUpgrade::opexUsdPerYear).sum());
    }
    for (ServedAbroad each : answer.servedAbroad()) {
      money += "\n" + BorderWords.of(each, words);
    }
    if (totals.transit() != null) {
      money +=
          "\n"
              + words.text(
                  "cli.plan.transit",
                  totals.transit().lifetimeCostUsd(),
                  totals.transit().opexUsdPerYear());
    }
    String proof =
        Double.isNaN(certificate.gapRatio())
            ? words.text("cli.plan.no-bound")
            : GapWords.rulesOutNothing(certificate.gapRatio())
                ? words.text(
                    "cli.plan.gap-all", GapWords.of(certificate.gapRatio(), scenario, words))
                : words.text(
                    "cli.plan.gap",
                    GapWords.percent(certificate.gapRatio(), words),
                    GapWords.best(scenario, words));
    money += "\n" + FinanceSentences.of(answer.finance(), evidence, scenario.hasPhases(), words);
    if (answer.assumed().peopleRatio() > 0) {
      money +=
          "\n"
              + words.text(
                  "cli.plan.assumed",
                  answer.assumed().peopleRatio(),
                  String.join(", ", answer.assumed().technologyIds()),
                  answer.range().low().lifetimeCostUsd(),
                  answer.range().high().lifetimeCostUsd());
    }
    proof += "\n" + words.text("cli.plan.verdict." + answer.verification().verdict());
    for (Open each : answer.verification().open()) {
      proof += " " + words.text("verdict.open." + each.code(), each.what());
    }
    if (words.has("cli.plan.ended." + certificate.endedBy())) {
      proof += "\n" + words.text("cli.plan.ended." + certificate.endedBy());
    }
    return String.join("\n", people, money, proof, words.text("cli.plan.written", answer.folder()));
  }
}
