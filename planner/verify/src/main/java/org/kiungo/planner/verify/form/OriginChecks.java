package org.kiungo.planner.verify.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.scenario.Roads;
import org.kiungo.planner.verify.Installed;
import org.kiungo.planner.verify.check.Ledger;

/**
 * Where a plan says its facts come from: the catalogue of a version is that version's, evidence
 * included; facts that Kiungo carries are those it carries. What comes from elsewhere is taken as
 * given and named; what comes from another version cannot be held against anything here.
 */
public final class OriginChecks {

  /** Codes of its rules. */
  private static final String CATALOGUE = "origin.catalogue";

  private static final String FACTS = "origin.facts";
  private static final String SEARCH = "origin.search";

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
  }

  /** The certificate is about the search that the scenario asks for. */
  private void search() {
    Certificate certificate = folder.certificate();
    ledger.same(SEARCH, "seed", folder.scenario().seed(), certificate.seed());
    ledger.same(SEARCH, "steps", folder.scenario().steps(), certificate.steps());
    double gap =
        Certificate.gapRatio(certificate.sense(), certificate.value(), certificate.bound());
    ledger.near("certificate.gap", "to the last digit", gap, certificate.gapRatio());
    String engine = installed.engineVersion();
    if (!engine.isEmpty() && !engine.equals(certificate.engineVersion())) {
      ledger.open("engine.other", certificate.engineVersion());
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
    } else {
      ledger.open("catalogue.other", brief(own.version()));
    }
  }

  private static String brief(String version) {
    return version.substring(0, Math.min(DIGITS, version.length()));
  }

  private void facts() {
    PlanningProblem own = folder.problem();
    Optional<PlanningProblem> carried = installed.facts(folder.scenario());
    if (carried.isEmpty()) {
      own.inputs().forEach(each -> ledger.given(each.name()));
      return;
    }
    if (own.inputs().isEmpty()) {
      ledger.open("origin.none", "inputs.json");
    }
    PlanningProblem due = carried.get();
    List<InputFile> from = new ArrayList<>(own.inputs());
    from.removeAll(due.inputs());
    // heights close hops, and change nothing else
    from.stream().filter(OriginChecks::isGround).forEach(each -> ledger.given(each.name()));
    from.removeIf(OriginChecks::isGround);
    List<InputFile> missing = new ArrayList<>(due.inputs());
    missing.removeAll(own.inputs());
    if (from.isEmpty() && missing.isEmpty()) {
      same("settlements.geojson", due.settlements(), own.settlements(), Settlement::id);
      same("nodes.geojson", due.nodes(), own.nodes(), NetworkNode::id);
      same("fibre.geojson", due.fibreLines(), own.fibreLines(), FibreLine::id);
      same("towers.geojson", due.towers(), own.towers(), Tower::id);
      same("economics.json", due.economics(), own.economics(), CountryEconomics::country);
      ledger.same(FACTS, "institutions.json", due.institutions(), own.institutions());
      if (folder.scenario().roads() != Roads.NONE) {
        ledger.holds(
            FACTS, "roads.geojson", due.roads().equals(own.roads()), "those carried", "others");
      }
      return;
    }
    from.forEach(each -> other(each, due.inputs()));
    // where nothing is said of market terms nothing is claimed of them
    if (!own.economics().isEmpty() && !own.economics().equals(due.economics())) {
      ledger.open("economics.other", "economics.json");
    }
  }

  private static boolean isGround(InputFile input) {
    return input.role().equals("elevation");
  }

  /** Carried facts of another version are open; what others brought is given. */
  private void other(InputFile from, List<InputFile> carried) {
    // whatever has the role, a name or a hash of what is carried says that it is carried
    boolean isCarried =
        carried.stream()
            .anyMatch(
                c ->
                    from.role().equals("reference")
                        || c.name().equals(from.name())
                        || c.sha256().equals(from.sha256()));
    if (isCarried) {
      ledger.open("reference.other", from.name() + " " + from.version());
    } else {
      ledger.given(from.name());
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
