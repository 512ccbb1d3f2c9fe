package org.kiungo.planner.verify.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kiungo.planner.folder.FeatureFile;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.redaction.Redaction;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.BlurCell;

/**
 * Holds a redacted copy to what it says it hides: every position is the middle of a cell or none,
 * every id a number, no owner and no place has a name, nothing from which a position follows is
 * there without need, and what is counted is there as often.
 */
public final class RedactionForm {

  private static final String POSITION = "redaction.position";
  private static final String ID = "redaction.id";
  private static final String NAME = "redaction.name";
  private static final String OPERATOR = "redaction.operator";
  private static final String HINT = "redaction.hint";
  private static final String COUNT = "redaction.count";

  private static final double LEAST_KM = 0.1;
  private static final double MOST_KM = 1000;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern ON_ROAD = Pattern.compile("road:[0-9]+");
  private static final Pattern TAP = Pattern.compile("tap:L[0-9]+@[0-9]+");

  /** What a plan folder may hold and its redacted copy may not. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("bound(-[0-9]+)?[.]proof|roads[.]geojson|blocked-hops[.]geojson");

  private final Path folder;
  private final PlanFolder read;
  private final PlanningProblem problem;
  private final Redaction stated;
  private final Ledger ledger;
  private final List<BuiltLink> links;

  /**
   * @param read the copy as it was read
   */
  public RedactionForm(Path folder, PlanFolder read, Ledger ledger) {
    this.folder = folder;
    this.read = read;
    this.ledger = ledger;
    problem = read.problem();
    stated = Redaction.read(folder);
    links = new ArrayList<>(read.plan().links());
    links.addAll(read.plan().secondPaths().links());
  }

  /** Checks all of it. */
  public void check() {
    try {
      Path file = folder.resolve(PlanFolder.REDACTION);
      FormChecks.same(PlanFolder.REDACTION, stated.json(), Files.readAllBytes(file), ledger);
      files();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    positions();
    ids();
    if (stated.namesHidden()) {
      names();
    }
    if (stated.operatorsHidden()) {
      operators();
    }
    if (stated.operatorsHidden() || stated.namesHidden()) {
      sources();
    }
    hints();
    counts();
  }

  private void files() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(each -> found.add(each.getFileName().toString()));
    }
    for (String name : found) {
      boolean left = stated.leftOut().contains(name) || LEFT_OUT.matcher(name).matches();
      ledger.holds(HINT, name, !left, "left out", "a file");
    }
    boolean isHash = HASH.matcher(String.valueOf(stated.fullCertificateSha256())).matches();
    ledger.holds(
        COUNT,
        "fullCertificateSha256",
        isHash,
        "64 hexadecimal digits",
        stated.fullCertificateSha256());
  }

  private void positions() {
    double km = stated.cellKm();
    boolean sized = Double.isNaN(km) || km >= LEAST_KM && km <= MOST_KM;
    if (!ledger.holds(POSITION, "cellKm", sized, LEAST_KM + " to " + MOST_KM, km)) {
      return;
    }
    problem.settlements().forEach(each -> position(each.id(), each.location()));
    problem.nodes().forEach(each -> position(each.id(), each.location()));
    problem.towers().forEach(each -> position(each.id(), each.location()));
    problem.fibreLines().forEach(line -> line.path().forEach(at -> position(line.id(), at)));
    read.plan().sites().forEach(each -> position(each.id(), each.location()));
    for (BuiltLink each : links) {
      position(each.id(), each.from());
      position(each.id(), each.to());
    }
  }

  private void position(String id, LonLat at) {
    double km = stated.cellKm();
    if (Double.isNaN(km)) {
      ledger.holds(POSITION, id, at.equals(FeatureFile.LEFT_OUT), "no position", at);
    } else {
      boolean centre = BlurCell.of(at, km).isCentre(at);
      ledger.holds(POSITION, id, centre, "the middle of a cell of " + km + " km", at);
    }
  }

  private void ids() {
    numbered("S", "", ids(problem.settlements(), Settlement::id));
    numbered("N", "", ids(problem.nodes(), NetworkNode::id));
    numbered("L", "", ids(problem.fibreLines(), FibreLine::id));
    List<String> towers = ids(problem.towers(), Tower::id);
    numbered("M", Tower.ASSUMED, towers.stream().filter(each -> each.startsWith("M")).toList());
    numbered("T", "", towers.stream().filter(each -> !each.startsWith("M")).toList());
    Set<String> known = new HashSet<>(towers);
    known.addAll(ids(problem.settlements(), Settlement::id));
    known.addAll(ids(problem.nodes(), NetworkNode::id));
    for (BuiltLink each : links) {
      ledger.same(ID, each.id(), each.fromId() + ">" + each.toId(), each.id());
      for (String end : List.of(each.fromId(), each.toId())) {
        boolean named =
            known.contains(end)
                || end.equals("sky:" + each.mediumId())
                || ON_ROAD.matcher(end).matches()
                || TAP.matcher(end).matches();
        ledger.holds(ID, each.id(), named, "a number", end);
      }
    }
    for (AccessSite each : read.plan().sites()) {
      ledger.same(ID, each.id(), each.placeId() + ":" + each.technologyId(), each.id());
    }
    Set<String> along = new TreeSet<>(ids(links, BuiltLink::id));
    along.retainAll(stated.alongRoads());
    boolean roads = stated.roadsKnown() || stated.alongRoads().isEmpty();
    ledger.holds(ID, "roadsKnown", roads, "roads", "none");
    ledger.same(ID, "alongRoads", List.copyOf(along), stated.alongRoads());
  }

  private static <T> List<String> ids(List<T> all, Function<T, String> id) {
    return all.stream().map(id).toList();
  }

  /** In their order they are 1, 2, 3 … of as many digits as the last. */
  private void numbered(String prefix, String suffix, List<String> ids) {
    int digits = String.valueOf(ids.size()).length();
    for (int k = 0; k < ids.size(); k++) {
      String due = prefix + String.format(Locale.ROOT, "%0" + digits + "d", k + 1) + suffix;
      ledger.same(ID, ids.get(k), due, ids.get(k));
    }
  }

  private void names() {
    ledger.rule(NAME);
    problem.settlements().forEach(each -> ledger.same(NAME, each.id(), "", each.name()));
    problem.nodes().forEach(each -> ledger.same(NAME, each.id(), "", each.name()));
    ledger.same(NAME, "scenario.json", "", read.scenario().name());
  }

  private void operators() {
    Set<String> named = new TreeSet<>();
    problem.towers().forEach(each -> named.add(each.operator()));
    problem.fibreLines().forEach(each -> named.add(each.operator()));
    named.remove("");
    int count = stated.hidden().operators();
    ledger.same(OPERATOR, "", count, named.size());
    int digits = String.valueOf(named.size()).length();
    int k = 0;
    for (String each : named) {
      String due = "operator " + String.format(Locale.ROOT, "%0" + digits + "d", ++k);
      ledger.same(OPERATOR, "", due, each);
    }
  }

  /** Sources and inputs may be called after owners or places. */
  private void sources() {
    problem.nodes().forEach(each -> ledger.same(OPERATOR, each.id(), "", each.source()));
    problem.fibreLines().forEach(each -> ledger.same(OPERATOR, each.id(), "", each.source()));
    int inputs = 0;
    for (InputFile each : problem.inputs()) {
      if (!each.role().equals("reference")) {
        ledger.same(OPERATOR, "inputs.json", "input " + ++inputs, each.name());
        ledger.same(OPERATOR, "inputs.json", "", each.version());
        ledger.same(OPERATOR, "inputs.json", Map.of(), each.reading());
      }
    }
    ledger.same(COUNT, "inputs", inputs, stated.hidden().inputs());
  }

  /** What a position could be guessed from is there only where a cost follows from it. */
  private void hints() {
    Set<String> onGrid = new HashSet<>();
    for (AccessSite each : read.plan().sites()) {
      if (each.energy() == EnergySupply.GRID) {
        onGrid.add(each.placeId());
      }
    }
    Set<String> columns = new HashSet<>(Set.of("wealthTier"));
    read.scenario().fairness().forEach(each -> columns.add(each.layer()));
    problem.institutions().kinds().forEach(each -> columns.add("institutions." + each.kind().id()));
    int kept = 0;
    for (Settlement each : problem.settlements()) {
      boolean none = Double.isNaN(each.distanceToGridKm());
      boolean due = none || onGrid.contains(each.id());
      ledger.holds(HINT, each.id(), due, "no distance to the grid", each.distanceToGridKm());
      kept += none ? 0 : 1;
      rain(each.id(), each.rainMmPerHour());
      Set<String> other = new TreeSet<>(each.attributes().keySet());
      other.removeAll(columns);
      ledger.same(HINT, each.id(), Set.of(), other);
    }
    problem.nodes().forEach(each -> rain(each.id(), each.rainMmPerHour()));
    problem.towers().forEach(each -> rain(each.id(), each.rainMmPerHour()));
    ledger.same(COUNT, "gridDistancesKept", kept, stated.hidden().gridDistancesKept());
  }

  private void rain(String id, double mmPerHour) {
    ledger.holds(HINT, id, Double.isNaN(mmPerHour), "no rain", mmPerHour);
  }

  private void counts() {
    Set<String> ends = new HashSet<>();
    for (BuiltLink each : links) {
      ends.add(each.fromId());
      ends.add(each.toId());
    }
    ends.removeIf(each -> !each.startsWith("road:") && !each.startsWith("tap:"));
    Redaction.Moved due =
        new Redaction.Moved(
            problem.settlements().size(),
            problem.nodes().size(),
            problem.towers().size(),
            problem.fibreLines().size(),
            ends.size());
    ledger.same(COUNT, "moved", due, stated.moved());
  }
}
