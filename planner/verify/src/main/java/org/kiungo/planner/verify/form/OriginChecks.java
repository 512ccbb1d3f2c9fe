package org.kiungo.planner.verify.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Roads;
import org.kiungo.planner.verify.check.Ledger;

/**
 * Where a plan says its facts come from: the catalogue of a version is that version's, evidence
 * included; facts that Kiungo carries are those it carries, unless an input whose role may change
 * them is named. What stands in such an input is taken as given where whoever verifies has it; what
 * nobody has, and what comes from another version, cannot be held against anything here.
 */
public final class OriginChecks {

  /** Codes of its rules. */
  private static final String CATALOGUE = "origin.catalogue";

  private static final String FACTS = "origin.facts";
  private static final String SEARCH = "origin.search";

  /** Role of an input of heights. */
  private static final String ELEVATION = "elevation";

  private static final int DIGITS = 12;

  private final PlanFolder folder;
  private final Installed installed;
  private final Ledger ledger;

  public OriginChecks(PlanFolder folder, Installed installed, Ledger ledger) {
    this.folder = folder;
    this.installed = installed;
    this.ledger = ledger;
  }

  public void check() {
    double publicUsd = folder.financeBrief().publicUsd();
    double stated = folder.plan().totals().viabilityGapUsd();
    ledger.near("total.publicMoney", "to the cent", publicUsd, stated);
    search();
    catalogue();
    facts();
    terms();
  }

  /**
   * The same of a redacted copy: its places are not those that anybody carries, its market terms
   * and its catalogue are.
   */
  public void checkRedacted() {
    double publicUsd = folder.financeBrief().publicUsd();
    double stated = folder.plan().totals().viabilityGapUsd();
    ledger.near("total.publicMoney", "to the cent", publicUsd, stated);
    search();
    catalogue();
    InputNames.check(folder.problem().inputs(), ledger);
    List<InputFile> inputs = folder.problem().inputs();
    Optional<PlanningProblem> carried = installed.facts(folder.scenario());
    if (carried.isPresent() && inputs.equals(carried.get().inputs())) {
      List<CountryEconomics> due = carried.get().economics();
      same("economics.json", due, folder.problem().economics(), CountryEconomics::country);
    }
    terms();
  }

  /**
   * Whoever asked stands behind a market term of their own, and names nobody. One of another
   * country, or that a later one of its name replaces, counts for nothing.
   */
  private void terms() {
    Map<String, String> last = new LinkedHashMap<>();
    for (MarketTerm each : folder.scenario().marketTerms()) {
      String name = each.country() + ":" + each.term();
      String told = name + "=" + each.value();
      String before = last.put(name, told);
      if (before != null) {
        ledger.open("origin.term", before);
      }
      if (folder.scenario().countries().contains(each.country())) {
        ledger.given(told);
      } else {
        ledger.open("origin.term", told);
      }
    }
  }

  /** Who may pay is who the library or a file that was given says. */
  public void partners(Path files) {
    if (!FundingFiles.isFunded(files)) {
      return;
    }
    FundingResult funding = FundingFiles.read(files);
    if (!installed.knows(funding.partnership(), folder.scenario())) {
      ledger.open("origin.partners", FundingFiles.PARTNERS);
    }
    engine(funding.certificate().engineVersion());
  }

  /**
   * True where two problems hold the same facts.
   *
   * @param roads false where no scenario asks for them
   */
  public static boolean sameFacts(PlanningProblem one, PlanningProblem other, boolean roads) {
    return one.settlements().equals(other.settlements())
        && one.nodes().equals(other.nodes())
        && one.fibreLines().equals(other.fibreLines())
        && one.towers().equals(other.towers())
        && one.institutions().equals(other.institutions())
        && (!roads || one.roads().equals(other.roads()))
        && (one.economics().isEmpty() || one.economics().equals(other.economics()));
  }

  /** The certificate is about the search that the scenario asks for. */
  private void search() {
    Certificate certificate = folder.certificate();
    ledger.same(SEARCH, "seed", folder.scenario().seed(), certificate.seed());
    ledger.same(SEARCH, "steps", folder.scenario().steps(), certificate.steps());
    double gap =
        Certificate.gapRatio(certificate.sense(), certificate.value(), certificate.bound());
    ledger.near("certificate.gap", "to the last digit", gap, certificate.gapRatio());
    Certificate.End end = certificate.endedBy();
    boolean isSo = end != Certificate.End.OPTIMUM || certificate.meetsBound();
    ledger.holds(SEARCH, "endedBy", isSo, "a gap of 0", end + " at " + certificate.gapRatio());
    engine(certificate.engineVersion());
  }

  private void engine(String stated) {
    String engine = installed.engineVersion();
    if (!engine.isEmpty() && !engine.equals(stated)) {
      ledger.open("engine.other", stated);
    }
  }

  /** What the class path holds, by version: for plans of one country, and of several. */
  private static final class Known {
    static final Catalogue ONE = CatalogueReader.builtIn();
    static final Catalogue SEVERAL = CatalogueReader.withBorders(ONE);
  }

  private void catalogue() {
    Catalogue own = folder.problem().catalogue();
    long countries =
        folder.problem().settlements().stream().map(Settlement::country).distinct().count();
    Catalogue due = countries > 1 ? Known.SEVERAL : Known.ONE;
    Catalogue other = countries > 1 ? Known.ONE : Known.SEVERAL;
    if (own.version().equals(due.version()) || own.version().equals(other.version())) {
      ledger.holds(
          CATALOGUE, "", own.equals(due), "version " + brief(due.version()), "other figures");
      int year = folder.scenario().money().priceYear();
      if (year != Money.DEFAULT.priceYear()) {
        ledger.open("money.year", String.valueOf(year));
      }
    } else {
      boolean learnt = folder.problem().inputs().stream().anyMatch(OriginChecks::isBuilt);
      ledger.open(learnt ? "catalogue.learnt" : "catalogue.other", brief(own.version()));
    }
  }

  /** Whether an input is a file of what was built, of which prices are learnt. */
  public static boolean isBuilt(InputFile input) {
    return input.role().equals(InputFile.BUILT);
  }

  /** The first digits of a catalogue's version, as people are told it. */
  public static String brief(String version) {
    return version.substring(0, Math.min(DIGITS, version.length()));
  }

  private void facts() {
    PlanningProblem own = folder.problem();
    Optional<PlanningProblem> carried = installed.facts(folder.scenario());
    List<InputFile> reference = carried.map(PlanningProblem::inputs).orElse(List.of());
    InputNames.check(own.inputs(), ledger);
    if (own.inputs().isEmpty()) {
      ledger.open("origin.none", "inputs.json");
    }
    List<InputFile> others = new ArrayList<>(own.inputs());
    others.removeAll(reference);
    boolean isOther = false;
    boolean allKnown = !others.isEmpty();
    for (InputFile each : others) {
      if (saysCarried(each, reference)) {
        isOther = true;
        ledger.open("reference.other", each.name() + " " + each.version());
      } else if (isBuilt(each)) {
        allKnown = false;
        ledger.open("origin.built", each.nameAndFile());
      } else if (!installed.knows(each)) {
        allKnown = false;
        ledger.open("origin.input", each.nameAndFile());
      }
    }
    feeds(others);
    ground(own);
    List<InputFile> closed = others.stream().filter(each -> !installed.readsAgain(each)).toList();
    if (allKnown && !isOther && !closed.isEmpty()) {
      closed.forEach(each -> ledger.open("origin.alone", each.nameAndFile()));
    } else if (allKnown && !isOther) {
      boolean same = installed.holds(own, folder.scenario(), others);
      for (InputFile each : others) {
        if (same) {
          ledger.given(each.nameAndFile());
        } else {
          ledger.open("origin.read", each.nameAndFile());
        }
      }
    }
    if (carried.isPresent() && !isOther) {
      compare(own, carried.get(), others);
    }
  }

  /** What is said to feed a layer is carried, nothing, or one of the inputs, by version or name. */
  private void feeds(List<InputFile> others) {
    for (Feed each : folder.scenario().feeds()) {
      String source = each.source();
      boolean needsNone = each.comesBuiltIn() || source.equals(Feed.NOTHING);
      if (!needsNone
          && others.stream()
              .noneMatch(from -> source.equals(from.version()) || source.equals(from.name()))) {
        ledger.open("origin.feed", source);
      }
    }
  }

  /** Heights close hops and so lower the bound: no file that Kiungo carries tells any. */
  private void ground(PlanningProblem own) {
    boolean told = own.terrain() != Terrain.UNKNOWN || !folder.blockedHops().isEmpty();
    boolean named = own.inputs().stream().anyMatch(each -> each.role().equals(ELEVATION));
    ledger.holds(FACTS, "blocked-hops.geojson", named || !told, "an input of heights", "none");
  }

  /** Whatever has the role, the name or the hash of what is carried says that it is carried. */
  private static boolean saysCarried(InputFile from, List<InputFile> carried) {
    return from.role().equals("reference")
        || carried.stream()
            .anyMatch(c -> c.name().equals(from.name()) || c.sha256().equals(from.sha256()));
  }

  /**
   * @param others inputs beside what is carried
   */
  private void compare(PlanningProblem own, PlanningProblem due, List<InputFile> others) {
    Layers layers = new Layers(others);
    layers.same("settlements.geojson", due.settlements(), own.settlements(), Settlement::id);
    layers.same("nodes.geojson", due.nodes(), own.nodes(), NetworkNode::id);
    layers.same("fibre.geojson", due.fibreLines(), own.fibreLines(), FibreLine::id);
    layers.same("towers.geojson", due.towers(), own.towers(), Tower::id);
    layers.same(
        "institutions.json",
        List.of(due.institutions()),
        List.of(own.institutions()),
        each -> "institutions");
    if (folder.scenario().roads() != Roads.NONE) {
      layers.same("roads.geojson", List.of(due.roads()), List.of(own.roads()), each -> "the roads");
    }
    if (others.isEmpty()) {
      same("economics.json", due.economics(), own.economics(), CountryEconomics::country);
    } else if (!own.economics().isEmpty() && !own.economics().equals(due.economics())) {
      // where nothing is said of market terms nothing is claimed of them
      ledger.open("economics.other", "economics.json");
    }
  }

  /** Facts file by file, and which of them inputs beside the carried ones may have changed. */
  private final class Layers {
    private final Set<String> free = new HashSet<>();
    private final boolean isCarried;

    Layers(List<InputFile> others) {
      isCarried = others.isEmpty();
      others.forEach(each -> free.addAll(InputNames.changedBy(each.role())));
    }

    <T> void same(String file, List<T> due, List<T> own, Function<T, String> id) {
      if (isCarried) {
        OriginChecks.this.same(file, due, own, id);
      } else if (!free.contains(file) && !due.equals(own)) {
        ledger.open("origin.layer", file);
      }
    }
  }

  private <T> void same(String file, List<T> due, List<T> own, Function<T, String> id) {
    ledger.same(FACTS, file, due.size(), own.size());
    for (int k = 0; k < Math.min(due.size(), own.size()); k++) {
      boolean same = due.get(k).equals(own.get(k));
      ledger.holds(FACTS, file, same, "as carried", id.apply(own.get(k)));
    }
  }
}
