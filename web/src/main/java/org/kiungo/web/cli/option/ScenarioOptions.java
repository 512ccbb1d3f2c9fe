package org.kiungo.web.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.regulation.BroadbandTarget;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.ServiceStandard.GrowthPoint;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.scenario.Borders;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.planner.scenario.InstitutionGoal;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.web.scenario.ScenarioRules;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Choices on the command line: a scenario file with options over it. */
class ScenarioOptions {

  @Option(
      names = {"--country", "--countries"},
      paramLabel = "ISO3",
      split = ",",
      descriptionKey = "kiungo.country")
  private List<String> countries = List.of();

  @Option(names = "--rec", paramLabel = "NAME", descriptionKey = "kiungo.rec")
  private String rec;

  @Option(
      names = "--borders",
      paramLabel = "open|closed",
      converter = BordersOption.class,
      completionCandidates = BordersOption.class,
      descriptionKey = "kiungo.borders")
  private Borders borders;

  @Option(
      names = "--service-abroad",
      paramLabel = "USD",
      converter = Amount.class,
      descriptionKey = "kiungo.service-abroad")
  private Double serviceAbroadUsdPerYear;

  @Option(
      names = "--budget-by-country",
      paramLabel = "ISO3=USD",
      split = ",",
      converter = CountryBudgetOption.class,
      descriptionKey = "kiungo.budget-by-country")
  private List<CountryBudgetOption.Budget> budgetsByCountry = List.of();

  @Option(names = "--scenario", paramLabel = "FILE", descriptionKey = "kiungo.scenario")
  private Path scenario;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      converter = BudgetOption.class,
      descriptionKey = "kiungo.budget")
  private ToDoubleFunction<List<String>> budgetUsd;

  @Option(
      names = "--phases",
      paramLabel = "YEARS:USD",
      split = ",",
      converter = PhaseOption.class,
      descriptionKey = "kiungo.phases")
  private List<Phase> phases = List.of();

  @Option(
      names = "--growth",
      paramLabel = "YEAR:ADOPTION",
      split = ",",
      converter = GrowthOption.class,
      descriptionKey = "kiungo.growth")
  private List<GrowthPoint> growth = List.of();

  @Option(
      names = "--target",
      paramLabel = "RATIO",
      converter = TargetOption.class,
      descriptionKey = "kiungo.target")
  private TargetOption.Target target;

  @Option(
      names = "--public-budget",
      paramLabel = "USD",
      converter = Amount.class,
      descriptionKey = "kiungo.public-budget")
  private Double publicBudgetUsd;

  @Option(names = "--public-target", paramLabel = "RATIO", descriptionKey = "kiungo.public-target")
  private Double publicTargetRatio;

  @Option(
      names = "--lever",
      paramLabel = "ID=VALUE",
      converter = LeverOption.class,
      descriptionKey = "kiungo.lever")
  private List<PolicyLever> levers = List.of();

  @Option(
      names = "--term",
      paramLabel = "ISO3:TERM=VALUE",
      converter = TermOption.class,
      descriptionKey = "kiungo.term")
  private List<MarketTerm> terms = List.of();

  @Option(
      names = "--fairness",
      paramLabel = "LAYER:GROUP=WEIGHT",
      converter = FairnessOption.class,
      descriptionKey = "kiungo.fairness")
  private List<EquityWeight> fairness = List.of();

  @Option(
      names = "--institutions",
      paramLabel = "none|imported|built-in",
      converter = InstitutionSource.class,
      completionCandidates = InstitutionSource.class,
      descriptionKey = "kiungo.institutions")
  private InstitutionChoice.Source institutions;

  @Option(
      names = "--connect",
      paramLabel = "KIND[=RATIO][@YEAR][:PEOPLE]",
      split = ",",
      converter = ConnectOption.class,
      descriptionKey = "kiungo.connect")
  private List<InstitutionGoal> connect = List.of();

  @Option(
      names = "--today",
      paramLabel = "modelled|imported|unknown",
      converter = TodayOptions.Coverage.class,
      completionCandidates = TodayOptions.Coverage.class,
      descriptionKey = "kiungo.today")
  private Today.Coverage coverage;

  @Option(
      names = "--four-g",
      paramLabel = "standard|basic|nothing",
      converter = TodayOptions.CountsAs.class,
      completionCandidates = TodayOptions.CountsAs.class,
      descriptionKey = "kiungo.four-g")
  private Today.CountsAs fourGCountsAs;

  @Option(
      names = "--unknown-fibre",
      paramLabel = "left-out|works",
      converter = TodayOptions.UnknownFibre.class,
      completionCandidates = TodayOptions.UnknownFibre.class,
      descriptionKey = "kiungo.unknown-fibre")
  private Today.UnknownFibre unknownFibre;

  @Option(
      names = "--assumed-nodes",
      paramLabel = "count|left-out",
      converter = TodayOptions.AssumedNodes.class,
      completionCandidates = TodayOptions.AssumedNodes.class,
      descriptionKey = "kiungo.assumed-nodes")
  private Today.AssumedNodes assumedNodes;

  @Option(
      names = "--unsure-coverage",
      paramLabel = "expected|covered",
      converter = TodayOptions.UnsureCoverage.class,
      completionCandidates = TodayOptions.UnsureCoverage.class,
      descriptionKey = "kiungo.unsure-coverage")
  private Today.UnsureCoverage unsureCoverage;

  @CommandLine.Mixin private TwoPathOptions twoPaths;

  @Option(names = "--years", paramLabel = "FROM-TO", descriptionKey = "kiungo.years")
  private String years;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "kiungo.seed")
  private Long seed;

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "kiungo.steps")
  private Long steps;

  @Option(names = "--seconds", paramLabel = "S", descriptionKey = "kiungo.seconds")
  private Double seconds;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "kiungo.threads")
  private Integer threads;

  @Option(
      names = "--technologies",
      paramLabel = "ID",
      split = ",",
      descriptionKey = "kiungo.technologies")
  private List<String> technologies;

  /**
   * The scenario file, or the defaults, with the options of the command line over it.
   *
   * @param ofFacts says the countries where neither names any
   */
  Scenario scenario(Supplier<List<String>> ofFacts) throws IOException {
    Scenario base = base();
    List<String> named = countries.isEmpty() ? base.countries() : countries;
    if (rec != null) {
      named = CountriesOption.members(rec, LocalDate.of(base.money().firstYear(), 1, 1));
    }
    List<String> planned = named.isEmpty() ? ofFacts.get() : named;
    BroadbandTarget published = target == null ? null : target.published(planned);
    ServiceStandard standard = TargetOption.standard(base.standard(), published);
    Scenario whole =
        base.with()
            .countries(planned)
            .goal(goal(base.goal()))
            .budgetUsd(budgetUsd(base, planned))
            .phases(phases(base))
            .publicBudgetUsd(publicBudgetUsd == null ? base.publicBudgetUsd() : publicBudgetUsd)
            .targetRatio(
                publicTargetRatio != null
                    ? publicTargetRatio
                    : target == null ? base.targetRatio() : targetRatio(published))
            .standard(growth.isEmpty() ? standard : standard.withGrowth(growth))
            .money(money(base.money()))
            .technologyIds(technologies == null ? base.technologyIds() : technologies)
            .marketTerms(joined(base.marketTerms(), terms))
            .levers(joined(base.levers(), levers))
            .fairness(joined(base.fairness(), fairness))
            .institutions(institutions(base.institutions()))
            .today(
                new Today(
                    coverage == null ? base.today().coverage() : coverage,
                    fourGCountsAs == null ? base.today().fourGCountsAs() : fourGCountsAs,
                    unknownFibre == null ? base.today().unknownFibre() : unknownFibre,
                    assumedNodes == null ? base.today().assumedNodes() : assumedNodes,
                    unsureCoverage == null ? base.today().unsureCoverage() : unsureCoverage))
            .twoPaths(twoPaths.over(base.twoPaths()))
            .borders(borders == null ? base.borders() : borders)
            .serviceAbroadUsdPerYear(
                serviceAbroadUsdPerYear == null
                    ? base.serviceAbroadUsdPerYear()
                    : serviceAbroadUsdPerYear)
            .budgetsByCountry(
                budgetsByCountry.isEmpty()
                    ? base.budgetsByCountry()
                    : CountryBudgetOption.together(budgetsByCountry))
            .seed(seed == null ? base.seed() : seed)
            .steps(steps == null ? base.steps() : steps)
            .seconds(seconds == null ? base.seconds() : seconds)
            .threads(threads == null ? base.threads() : threads)
            .build();
    rules().require(whole);
    return whole;
  }

  long seedOr(long other) {
    return seed == null ? other : seed;
  }

  int threadsOr(int others) {
    return threads == null ? others : threads;
  }

  private Scenario base() throws IOException {
    if (scenario == null) {
      return ScenarioFile.DEFAULT;
    }
    byte[] text = Files.readAllBytes(InputFiles.readable(scenario));
    try {
      Scenario base = ScenarioFile.read(text);
      ScenarioRules.requireMoney(base);
      return base;
    } catch (InputRefused refused) {
      throw new InputRefused("scenario.file", "file", scenario.toString(), "problem", refused);
    }
  }

  /**
   * The scenario for one of several plans that share the steps of one, where neither steps nor a
   * scenario file say how many each has.
   */
  Scenario sharing(Scenario whole, int plans) {
    boolean said = steps != null || scenario != null;
    return said ? whole : whole.withSteps(whole.steps() / plans);
  }

  /** Phases bring their own; a budget alone takes the place of a file's phases. */
  private double budgetUsd(Scenario base, List<String> planned) {
    return budgetUsd != null
        ? budgetUsd.applyAsDouble(planned)
        : phases.isEmpty() ? base.budgetUsd() : Double.NaN;
  }

  /** Goals ask for institutions: without a word of where from, those that are there. */
  private InstitutionChoice institutions(InstitutionChoice base) {
    InstitutionChoice.Source asked =
        connect.isEmpty() ? base.source() : InstitutionChoice.Source.BUILT_IN;
    return new InstitutionChoice(
        institutions == null ? asked : institutions, joined(base.goals(), connect));
  }

  private List<Phase> phases(Scenario base) {
    return phases.isEmpty() && budgetUsd == null ? base.phases() : phases;
  }

  private Goal goal(Goal base) {
    if (publicTargetRatio != null) {
      return Goal.LEAST_PUBLIC_MONEY_TO_TARGET;
    }
    return target == null || moneyBindsTarget() ? base : Goal.LEAST_COST_TO_TARGET;
  }

  /** With money at hand a published target is what the plan is measured by. */
  private boolean moneyBindsTarget() {
    return !target.scope().isEmpty() && (budgetUsd != null || !phases.isEmpty());
  }

  private double targetRatio(BroadbandTarget published) {
    if (published == null) {
      return target.ratio();
    }
    return moneyBindsTarget() ? Double.NaN : published.amount() / 100;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private Money money(Money base) {
    if (years == null) {
      return base;
    }
    if (!years.matches("(20\\d\\d)-(20\\d\\d)")) {
      throw new InputRefused("years.unreadable", "years", years);
    }
    int first = Integer.parseInt(years.substring(0, 4));
    int last = Integer.parseInt(years.substring(5));
    if (last < first) {
      throw new InputRefused("years.unreadable", "years", years);
    }
    return new Money(base.discountRateRatio(), first, last, base.priceYear());
  }

  /** A word of the command line. */
  static final class InstitutionSource
      implements ITypeConverter<InstitutionChoice.Source>, Iterable<String> {
    @Override
    public InstitutionChoice.Source convert(String text) {
      for (InstitutionChoice.Source each : InstitutionChoice.Source.values()) {
        if (word(each).equals(text)) {
          return each;
        }
      }
      throw new InputRefused("institutions.source", "text", text);
    }

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(InstitutionChoice.Source.values())
          .map(InstitutionSource::word)
          .iterator();
    }

    private static String word(InstitutionChoice.Source source) {
      return source.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static ScenarioRules rules() {
    return new ScenarioRules(
        CatalogueReader.builtIn(),
        Reference.builtIn().countries().stream()
            .map(CountryFacts::iso3)
            .collect(Collectors.toSet()));
  }
}
