package org.kiungo.planner.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kiungo.planner.demand.InstitutionSums;
import org.kiungo.planner.finance.NetworkCash;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.BlockedHop;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Institutions;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.PlanningProblemBuilder;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.institution.GoalOutcome;
import org.kiungo.planner.model.institution.InstitutionKind;
import org.kiungo.planner.model.institution.InstitutionTotals;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.InstitutionGoal;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Roads;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * A plan with everything needed to check it and to compute it again.
 *
 * <p>Files: {@code plan.json} (scenario, totals, decisions), {@code plan.geojson} (settlements),
 * {@code links.geojson}, {@code sites.csv}, {@code finance.json} and {@code finance.csv} (the money
 * behind it), {@code certificate.json}, {@code bound.proof} ({@link BoundProof}, where the
 * certificate alone does not prove its bound), {@code inputs.json} (origin and SHA-256 of every
 * input, and of the copies here), {@code scenario.json}, {@code catalogue.json}, {@code
 * economics.json}, {@code settlements.geojson}, {@code nodes.geojson}, {@code fibre.geojson},
 * {@code towers.geojson}; of a programme {@code programme.csv} (its phases) and {@code
 * bound-1.proof} … of its rows; where roads are known and the scenario follows them {@code
 * roads.geojson}; where elevation is known {@code blocked-hops.geojson}; where institutions are
 * joined {@code institutions.json}; where hubs have second ways {@code second-links.geojson}; and
 * {@code manifest.json}, which seals the others ({@link Manifest}). JSON Schemas of all of them lie
 * on the class path under {@code schema/}.
 *
 * @param problem facts; its standard and money are the scenario's
 * @param scenario choices
 * @param plan decisions
 * @param certificate what is proven about it
 * @param proof of its bound, where there is one
 * @param blockedHops candidate hops that the ground closes to radio; none where no ground is known
 */
public record PlanFolder(
    PlanningProblem problem,
    Scenario scenario,
    Plan plan,
    Certificate certificate,
    BoundProof proof,
    List<BlockedHop> blockedHops) {

  /** A plan over unknown ground, whose bound comes without proof. */
  public PlanFolder(
      PlanningProblem problem, Scenario scenario, Plan plan, Certificate certificate) {
    this(problem, scenario, plan, certificate, BoundProof.NONE, List.of());
  }

  /** What tells that a folder is a redacted copy, and how it differs from its plan. */
  public static final String REDACTION = "redaction.json";

  static final String CERTIFICATE = "certificate.json";
  static final String PROOF = "bound.proof";
  static final String SCENARIO = "scenario.json";
  static final String CATALOGUE = "catalogue.json";
  static final String ECONOMICS = "economics.json";
  static final String INPUTS = "inputs.json";

  /** Copies of the inputs, in the order {@code inputs.json} lists them. */
  private static final List<String> COPIES =
      List.of(
          CATALOGUE,
          ECONOMICS,
          ProblemFiles.FIBRE,
          ProblemFiles.NODES,
          SCENARIO,
          ProblemFiles.SETTLEMENTS,
          ProblemFiles.TOWERS);

  /**
   * {@code inputs.json}.
   *
   * @param inputs where the facts came from
   * @param copies checksums of the normalised copies in this folder
   */
  record Inputs(List<InputFile> inputs, List<Copy> copies) {}

  /** {@code economics.json}: market terms as published, before the scenario's own. */
  record Economics(List<CountryTerms> economics) {
    Economics(java.util.Collection<CountryEconomics> known) {
      this(known.stream().map(CountryTerms::new).toList());
    }

    List<CountryEconomics> known() {
      return economics.stream().map(CountryTerms::known).toList();
    }
  }

  /** Known figures by the names of {@link EconomicTerm#term}. */
  record CountryTerms(String country, Map<String, Figure> terms) {
    CountryTerms(CountryEconomics known) {
      this(known.country(), new LinkedHashMap<>());
      known.terms().forEach((term, figure) -> terms.put(term.term(), figure));
    }

    CountryEconomics known() {
      Map<EconomicTerm, Figure> figures = new EnumMap<>(EconomicTerm.class);
      terms.forEach((name, figure) -> figures.put(EconomicTerm.of(name), figure));
      return new CountryEconomics(country, figures);
    }
  }

  record Copy(String name, String sha256) {}

  /** What the plan of a folder was made from, without reading the rest of it. */
  public static List<InputFile> inputs(Path folder) throws IOException {
    return TextFiles.read(folder, INPUTS, Inputs.class).inputs();
  }

  /**
   * Writes the folder, or replaces its files. Everything is written beside it first, so that a
   * failure leaves what was there before.
   *
   * @param folder need not exist; its parent must
   */
  public void write(Path folder) throws IOException {
    write(folder, List.of(), part -> {});
  }

  /**
   * The same with further files.
   *
   * @param names of further files that go where they are not written again
   */
  public void write(Path folder, List<String> names, FilesTogether.Writing further)
      throws IOException {
    List<String> optional = new ArrayList<>(names);
    optional.addAll(
        List.of(
            PROOF,
            ProgrammeCsv.NAME,
            BlockedHopFile.NAME,
            RoadFile.NAME,
            InstitutionFile.NAME,
            PlanFiles.SECOND_LINKS));
    IntStream.range(0, Phase.MOST).mapToObj(PlanFolder::rowProof).forEach(optional::add);
    FilesTogether.write(
        folder,
        optional,
        part -> {
          into(part);
          further.into(part);
        });
  }

  /** Name of the proof of a programme's row. */
  private static String rowProof(int row) {
    return "bound-" + (row + 1) + ".proof";
  }

  /** Writes the files alone, without a manifest that seals them. */
  public void into(Path part) throws IOException {
    PlanFiles.write(part, problem, scenario, plan);
    SitesCsv.write(part, plan.sites(), scenario.phases());
    if (plan.programme() != null) {
      ProgrammeCsv.write(part, plan.programme());
    }
    ProblemFiles.write(part, problem);
    FinanceFiles.write(part, finance());
    Files.write(part.resolve(CERTIFICATE), TextFiles.pretty(certificate));
    if (!proof.isNone()) {
      Files.write(part.resolve(PROOF), proof.bytes());
    }
    for (int k = 0; k < proof.rows().size(); k++) {
      if (!proof.rows().get(k).isNone()) {
        Files.write(part.resolve(rowProof(k)), proof.rows().get(k).bytes());
      }
    }
    Files.write(part.resolve(SCENARIO), ScenarioFile.write(scenario));
    Files.write(part.resolve(CATALOGUE), TextFiles.pretty(FolderJson.SPARSE, problem.catalogue()));
    Files.write(part.resolve(ECONOMICS), TextFiles.pretty(new Economics(problem.economics())));
    List<String> copied = new ArrayList<>(COPIES);
    if (problem.terrain() != Terrain.UNKNOWN) {
      BlockedHopFile.write(part, blockedHops);
      copied.add(0, BlockedHopFile.NAME);
    }
    if (!roads().isNone()) {
      RoadFile.write(part, roads());
      copied.add(copied.indexOf(SCENARIO), RoadFile.NAME);
    }
    if (!problem.institutions().isNone()) {
      InstitutionFile.write(part, problem.institutions(), institutions(), institutionGoals());
      copied.add(copied.indexOf(ProblemFiles.NODES), InstitutionFile.NAME);
    }
    List<Copy> copies = new ArrayList<>();
    for (String name : copied) {
      copies.add(new Copy(name, TextFiles.sha256(part.resolve(name))));
    }
    Files.write(part.resolve(INPUTS), TextFiles.pretty(new Inputs(problem.inputs(), copies)));
  }

  /** The roads that the plan's cables may follow. */
  private RoadNetwork roads() {
    return scenario.roads() == Roads.NONE ? RoadNetwork.NONE : problem.roads();
  }

  /** SHA-256 of the certificate of a folder's plan, lower-case hexadecimal. */
  public static String certificateSha256(Path folder) throws IOException {
    return TextFiles.sha256(folder.resolve(CERTIFICATE));
  }

  /** Names of the files that hold copies of the facts, where the folder has them. */
  public static List<String> inputCopies() {
    return Stream.concat(
            COPIES.stream(), Stream.of(BlockedHopFile.NAME, RoadFile.NAME, InstitutionFile.NAME))
        .toList();
  }

  /** The facts with today's coverage as the scenario counts it. */
  public PlanningProblem counted() {
    return scenario.today().applyTo(problem);
  }

  /** False where no place tells who is served today, or nobody counts as such. */
  public boolean knowsToday() {
    return counted().settlements().stream()
        .anyMatch(
            each ->
                !Double.isNaN(each.baselineCoverageRatio())
                    && each.baselineCountsAs() != Today.CountsAs.NOTHING);
  }

  /** What the institutions joined to the places have under the plan, by kind; none without any. */
  public List<InstitutionTotals> institutions() {
    return InstitutionSums.of(counted(), plan.settlements());
  }

  /** What the plan does for the scenario's goals among them, in their order. */
  public List<GoalOutcome> institutionGoals() {
    return institutionGoals(counted(), scenario, plan);
  }

  /**
   * What a plan does for a scenario's goals among institutions.
   *
   * @param counted facts with today's coverage as the scenario counts it
   */
  public static List<GoalOutcome> institutionGoals(
      PlanningProblem counted, Scenario scenario, Plan plan) {
    List<GoalOutcome> outcomes = new ArrayList<>();
    for (InstitutionGoal each : scenario.institutions().goals()) {
      List<InstitutionKind> kinds = counted.institutions().of(each.kind());
      long all = 0;
      for (Institutions.Joined joined : counted.institutions().kinds()) {
        all += kinds.contains(joined.kind()) ? joined.joined() : 0;
      }
      double connected =
          InstitutionSums.connected(counted, plan.settlements(), kinds, each.byYear());
      outcomes.add(
          GoalOutcome.of(
              each.kind(), each.shareRatio(), each.byYear(), each.weightPeople(), all, connected));
    }
    return outcomes;
  }

  /** The money behind the plan, under the scenario's market terms and levers. */
  public PlanFinance finance() {
    return PlanFinance.of(ScenarioFacts.of(problem, scenario), plan);
  }

  /** What its network costs in each year, not discounted, likewise. */
  public NetworkCash networkCash() {
    return NetworkCash.of(ScenarioFacts.of(problem, scenario), plan);
  }

  /** The same in brief, as {@code finance.json} has it. */
  public FinanceBrief financeBrief() {
    return FinanceBrief.of(finance());
  }

  /**
   * Reads a folder back; what is written again equals it byte for byte.
   *
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}, naming the file;
   *     {@code folder.redacted} for a redacted copy, on which nothing can be built
   */
  public static PlanFolder read(Path folder) throws IOException {
    if (isRedacted(folder)) {
      throw new InputRefused("folder.redacted", "folder", String.valueOf(folder));
    }
    return readAny(folder);
  }

  /** True of a redacted copy of a plan. */
  public static boolean isRedacted(Path folder) {
    return Files.isRegularFile(folder.resolve(REDACTION));
  }

  /**
   * The same of a redacted copy too, whose positions are not those of the plan.
   *
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}, naming the file
   */
  public static PlanFolder readAny(Path folder) throws IOException {
    PlainFolder.require(folder);
    try {
      return readPlain(folder);
    } catch (InputRefused e) {
      throw e;
    } catch (RuntimeException e) {
      // whatever a file from elsewhere makes its reading end with
      throw Unreadable.file(String.valueOf(folder.getFileName()), e);
    }
  }

  private static PlanFolder readPlain(Path folder) throws IOException {
    Scenario scenario;
    try (InputStream in = TextFiles.open(folder, SCENARIO)) {
      scenario = ScenarioFile.read(in.readAllBytes());
    } catch (InputRefused e) {
      throw Unreadable.file(SCENARIO, e);
    }
    PlanningProblem problem = readProblem(folder, scenario);
    Certificate certificate = Manifest.certificate(folder, CERTIFICATE, Certificate.class);
    List<BoundProof> rows = new ArrayList<>();
    for (int k = 0; k < certificate.rows().size(); k++) {
      rows.add(readProof(folder.resolve(rowProof(k))));
    }
    BoundProof proof = new BoundProof(readProof(folder.resolve(PROOF)).bytes(), rows);
    return new PlanFolder(
        problem, scenario, PlanFiles.read(folder), certificate, proof, BlockedHopFile.read(folder));
  }

  private static BoundProof readProof(Path file) throws IOException {
    return Files.exists(file) ? new BoundProof(Files.readAllBytes(file)) : BoundProof.NONE;
  }

  /**
   * Reads the facts alone; the folder need not hold a plan.
   *
   * @param scenario its standard and money become the problem's
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}, naming the file
   */
  public static PlanningProblem readProblem(Path folder, Scenario scenario) {
    return PlanningProblemBuilder.builder()
        .settlements(ProblemFiles.settlements(folder))
        .nodes(ProblemFiles.nodes(folder))
        .fibreLines(ProblemFiles.fibreLines(folder))
        .towers(ProblemFiles.towers(folder))
        .catalogue(TextFiles.read(folder, CATALOGUE, Catalogue.class))
        .standard(scenario.standard())
        .money(scenario.money())
        .inputs(TextFiles.read(folder, INPUTS, Inputs.class).inputs())
        .economics(TextFiles.read(folder, ECONOMICS, Economics.class).known())
        .terrain(BlockedHopFile.terrain(folder))
        .roads(RoadFile.read(folder))
        .institutions(InstitutionFile.read(folder))
        .build();
  }
}
