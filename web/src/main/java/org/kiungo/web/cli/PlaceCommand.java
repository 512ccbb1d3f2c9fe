package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kiungo.planner.CombinedPlanning;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.PlacementConflict;
import org.kiungo.planner.place.ServicePlacement;
import org.kiungo.planner.place.ServicePlan;
import org.kiungo.planner.place.ServiceRequest;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.servicefolder.ClassicFolder;
import org.kiungo.planner.servicefolder.ServiceFolder;
import org.kiungo.planner.servicefolder.ServiceRequestFile;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.Json;
import org.kiungo.web.cli.console.ProgressLine;
import org.kiungo.web.cli.console.StopButton;
import org.kiungo.web.cli.option.Amount;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.placement.Agreement;
import org.kiungo.web.placement.ClassicAnswer;
import org.kiungo.web.placement.RunningCost;
import org.kiungo.web.placement.ServicePlacer;
import org.kiungo.web.placement.SovereigntyPrice;
import org.kiungo.web.placement.Steward;
import org.kiungo.web.placement.StewardSentences;
import org.kiungo.web.plan.service.PlanServices;
import org.kiungo.web.plan.service.PlanServices.Services;
import picocli.CommandLine;

/** Places e-services over a plan's network or today's. */
@CommandLine.Command(name = "place")
class PlaceCommand implements Callable<Integer> {

  private static final String COMPARE = "compare";
  private static final String BUILT_IN = "built-in";

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--plan", paramLabel = "DIR")
  private Path plan;

  @CommandLine.Option(names = "--country", paramLabel = "ISO3", split = ",")
  private List<String> countries = List.of();

  @CommandLine.Option(names = "--services", paramLabel = "IDS|FILE")
  private String services;

  @CommandLine.Option(names = "--facilities", paramLabel = "FILE")
  private Path facilities;

  @CommandLine.Option(names = "--share", paramLabel = "KEY", defaultValue = "use")
  private String share;

  @CommandLine.Option(names = "--budget", paramLabel = "USD", converter = Amount.class)
  private Double budgetUsd;

  @CommandLine.Option(names = "--sovereignty", paramLabel = "LAW")
  private String sovereignty;

  @CommandLine.Option(names = "--model", paramLabel = "MODEL")
  private String model;

  @CommandLine.Option(names = "--standard", paramLabel = "MS", defaultValue = "NaN")
  private double standardMs;

  @CommandLine.Option(names = "--usd-per-ms", paramLabel = "USD", defaultValue = "0.01")
  private double usdPerPersonMs;

  @CommandLine.Option(names = "--iterate")
  private boolean iterate;

  @CommandLine.Option(names = "--seed", paramLabel = "N")
  private Long seed;

  @CommandLine.Option(names = "--sites", paramLabel = "N", defaultValue = "3")
  private int sites;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  /** The answer of {@code --json}. */
  record Placed(
      ServicePlan.Totals totals,
      Certificate certificate,
      int sites,
      List<PlacementConflict> conflicts,
      Map<String, Set<String>> useless,
      SovereigntyPrice sovereigntyPrice,
      List<Steward> stewards,
      RunningCost runningCost) {}

  @Override
  public Integer call() throws IOException {
    if (plan != null && !Files.isDirectory(plan)) {
      throw new InputRefused("folder.none", "folder", plan.toString());
    }
    InputFiles.writable(out);
    return services == null ? researchNetwork() : joint();
  }

  private int joint() throws IOException {
    ServiceRequest request = request();
    RunningCost.Key key = key();
    if (plan == null && countries.isEmpty()) {
      throw new InputRefused("services.network");
    }
    ServicePlacer placer =
        plan == null ? ServicePlacer.today(countries) : ServicePlacer.over(PlanFolder.read(plan));
    if (facilities != null) {
      placer =
          facilities.toString().equals(BUILT_IN)
              ? placer.withBuiltIn()
              : placer.withFacilities(InputFiles.readable(facilities));
    }
    if (iterate) {
      if (plan == null) {
        throw new InputRefused("services.iterate");
      }
      return together(placer, request);
    }
    if (model != null) {
      return classic(placer, request);
    }
    ServiceFolder placed;
    SovereigntyPrice price = null;
    try (StopButton stop = new StopButton()) {
      try (ProgressLine line = common.progressOfUses()) {
        placed = placer.place(request, line, stop);
        if (COMPARE.equals(sovereignty)) {
          price = SovereigntyPrice.of(placer, request, placed, line, stop);
        }
      }
      placed.write(out);
      if (price != null) {
        Files.writeString(out.resolve("sovereignty.json"), Json.write(price) + "\n");
      }
    }
    ServicePlan found = placed.solved().plan();
    List<PlacementConflict> conflicts = PlacementConflict.of(placed.problem());
    List<Steward> stewards = Steward.of(placed.problem().services(), found);
    RunningCost cost = RunningCost.of(found);
    Files.writeString(out.resolve("running-cost.json"), Json.write(cost) + "\n");
    Manifest.seal(out);
    common.answer(
        new Placed(
            found.totals(),
            found.certificate(),
            found.sites().size(),
            conflicts,
            placed.useless(),
            price,
            stewards,
            cost),
        sentence(found, placed.countOverSatellite(), conflicts, price, common.words())
            + StewardSentences.withoutExchange(placed, common.words())
            + StewardSentences.spared(found, common.words())
            + StewardSentences.of(stewards, cost, key, common.words()));
    return found.totals().usersServed() == 0 ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
  }

  private RunningCost.Key key() {
    for (RunningCost.Key each : RunningCost.Key.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(share)) {
        return each;
      }
    }
    throw new InputRefused(
        "services.value", "field", "--share", "value", share, "allowed", "use, equal, capacity");
  }

  /** One model of the literature alone: GeoJSON, and what its certificate is checked by. */
  private int classic(ServicePlacer placer, ServiceRequest request) throws IOException {
    ClassicFolder solved;
    try (StopButton stop = new StopButton()) {
      try (ProgressLine line = common.progress()) {
        solved =
            ClassicAnswer.solve(
                placer,
                request,
                ClassicAnswer.question(model, sites, standardMs, usdPerPersonMs),
                (phase, done, value, bound, gapRatio) ->
                    line.report(phase, done, Double.NaN, Double.NaN, gapRatio),
                stop);
      }
    }
    solved.write(out);
    ClassicAnswer answer = ClassicAnswer.of(solved);
    Files.writeString(out.resolve("services.geojson"), Json.write(answer) + "\n");
    Manifest.seal(out);
    common.answer(
        answer,
        common
            .words()
            .text(
                "cli.place.classic",
                answer.citation(),
                answer.sites(),
                answer.peopleServed(),
                answer.value(),
                answer.bound(),
                GapWords.percent(answer.gapRatio(), common.words())));
    return ExitCode.DONE;
  }

  private int together(ServicePlacer placer, ServiceRequest request) throws IOException {
    CombinedPlanning.Combined found;
    Scenario scenario = PlanFolder.read(plan).scenario();
    try (StopButton stop = new StopButton()) {
      try (ProgressLine line = common.progress(scenario.goal())) {
        found = placer.combine(scenario, request, line, stop);
      }
      Files.createDirectories(out);
      Planner.folder(placer.problem(), found.plan()).write(out);
      placer.folder(request, found).write(out);
    }
    Agreement answer = Agreement.of(found);
    Files.writeString(out.resolve("agreement.json"), Json.write(answer) + "\n");
    Manifest.seal(out);
    common.answer(
        answer,
        common
            .words()
            .text(
                answer.agreed() ? "cli.place.agreed" : "cli.place.notAgreed",
                answer.rounds().size(),
                answer.needsGained(),
                answer.needsServedToday(),
                answer.meanRoundTripMs(),
                answer.transitSavedUsd(),
                answer.peopleGained()));
    return ExitCode.DONE;
  }

  private ServiceRequest request() throws IOException {
    ServiceRequest request =
        services.endsWith(".json")
            ? ServiceRequestFile.read(
                Files.readAllBytes(InputFiles.readable(Path.of(services))), ServicePlacer.kinds())
            : ServiceRequestFile.of(Arrays.asList(services.split(",")), ServicePlacer.kinds());
    if (budgetUsd != null) {
      request = request.withBudgetUsd(budgetUsd);
    }
    if (sovereignty != null && !sovereignty.equals(COMPARE)) {
      try {
        request = request.withLaw(ServiceRequest.Law.valueOf(sovereignty.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new InputRefused(
            "services.value",
            "field",
            "--sovereignty",
            "value",
            sovereignty,
            "allowed",
            "facts, cautious, off, compare");
      }
    }
    if (seed != null) {
      ServicePlacement.Limits l = request.limits();
      request =
          request.withLimits(
              new ServicePlacement.Limits(seed, l.tries(), l.dualIterations(), l.calculations()));
    }
    return request;
  }

  private static String sentence(
      ServicePlan found,
      long overSatellite,
      List<PlacementConflict> conflicts,
      SovereigntyPrice price,
      Words words) {
    ServicePlan.Totals t = found.totals();
    StringBuilder text =
        new StringBuilder(
            t.usersServed() == 0
                ? words.text("cli.place.none", t.usersUnserved())
                : words.text(
                    "cli.place.joint",
                    found.sites().size(),
                    t.usersServed(),
                    t.usersServed() + t.usersUnserved(),
                    t.peopleServed(),
                    t.meanRoundTripMs(),
                    t.lifetimeCostUsd(),
                    GapWords.percent(found.certificate().gapRatio(), words)));
    if (overSatellite > 0) {
      text.append('\n').append(words.text("cli.place.satellite", overSatellite, t.usersServed()));
    }
    for (PlacementConflict conflict : conflicts) {
      text.append('\n').append(conflict(conflict, words));
    }
    if (price != null) {
      text.append('\n')
          .append(
              words.text(
                  "cli.place.price",
                  price.priceUsd(),
                  price.priceUsdResolution(),
                  price.priceMs(),
                  price.peopleWithout() - price.peopleWith(),
                  GapWords.percent(price.gapRatioWithout(), words)));
    }
    return text.toString();
  }

  /** Which rules, taken together, leave users of a country without a service. */
  static String conflict(PlacementConflict conflict, Words words) {
    String rules =
        String.join(
            ", ",
            conflict.rules().stream()
                .sorted()
                .map(rule -> words.text("eservice.rule." + rule))
                .toList());
    return words.text(
        conflict.rules().isEmpty() ? "cli.place.conflictSeveral" : "cli.place.conflict",
        conflict.users(),
        conflict.country(),
        words.text("eservice." + conflict.serviceId()),
        rules);
  }

  private int researchNetwork() throws IOException {
    if (plan == null) {
      throw new InputRefused("services.network");
    }
    PlanServices.requireSites(sites);
    Services found = PlanServices.place(PlanFolder.read(plan), sites);
    Files.createDirectories(out);
    Files.writeString(out.resolve("services.geojson"), Json.write(found) + "\n");
    common.answer(
        found,
        common
            .words()
            .text(
                "cli.place.answer",
                found.features().size(),
                found.totals().peopleServed(),
                found.totals().meanRoundTripMs(),
                GapWords.percent(found.certificate().gapRatio(), common.words())));
    return found.features().isEmpty() ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
  }
}
