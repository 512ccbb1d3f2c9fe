package org.kiungo.planner.verify.funding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.json.Cells;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.Rows;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;

/**
 * Checks who pays from {@code projects.geojson}, {@code funding.csv} and {@code partners.json}
 * beside the plan's own files: projects are what the plan buys, payments keep every condition and
 * envelope and add up, and the bound follows from the prices stated.
 */
public final class FundingVerifier {

  private static final String TABLE = "funding.csv";
  private static final String PARTNERS = "partners.json";
  private static final String SHARES = "shares.csv";
  private static final String CERTIFICATE = "funding.certificate";
  private static final String PRICE = "funding.price";

  /** How {@link PriceBound} proves, and what it leaves out. */
  private static final String METHOD =
      "Lagrangian: price per row of money, projects as trees of what they require";

  private static final List<String> RELAXED =
      List.of("whole-projects", "pay-together", "least-amounts", "several-required");

  private final FolderReader reader;
  private final Ledger ledger = new Ledger();
  private final Map<String, ProjectClaim> projects = new LinkedHashMap<>();
  private final List<Payer> payers = new ArrayList<>();
  private final Map<String, Payer> byLetter = new HashMap<>();
  private final List<int[]> phases = new ArrayList<>();

  /** Cents by project, then partner. */
  private final Map<String, Map<Payer, Long>> paid = new LinkedHashMap<>();

  /** Cents by project, then work. */
  private final Map<String, Map<String, Long>> worked = new HashMap<>();

  private FundingVerifier(Path folder) {
    reader = new FolderReader(folder);
  }

  /** True when a folder says who pays. */
  public static boolean holdsFunding(Path folder) {
    return new FolderReader(folder).has(TABLE);
  }

  /**
   * @throws org.kiungo.planner.model.value.InputRefused when a file is not there or cannot be read
   */
  public static Verification verify(Path folder) {
    try {
      return new FundingVerifier(folder).run();
    } catch (NullPointerException | IllegalStateException | ArithmeticException e) {
      throw Unreadable.file(PARTNERS, e);
    }
  }

  /**
   * What is paid by money of later years than the one in which its phase builds, USD; 0 where
   * nobody pays.
   *
   * @throws org.kiungo.planner.model.value.InputRefused when a file is not there or cannot be read
   */
  public static double laterUsd(Path folder) {
    if (!holdsFunding(folder)) {
      return 0;
    }
    FundingVerifier read = new FundingVerifier(folder);
    read.read(read.reader.document(PARTNERS));
    read.payments();
    long cents = 0;
    for (int k = 0; k < read.payers.size(); k++) {
      cents += read.loanYears(k).laterCents();
    }
    return cents / 100.0;
  }

  private Verification run() {
    JsonNode tree = reader.document(PARTNERS);
    read(tree);
    Purchases purchases = new Purchases(reader, new Claims(reader));
    new ProjectChecks(purchases.all(), ledger).check(projects);
    if (reader.has(SHARES)) {
      shares(purchases);
    }
    payments();
    wholes();
    envelopes();
    sums(tree);
    bound(tree);
    return ledger.outcome();
  }

  private void read(JsonNode tree) {
    Map<String, JsonNode> countries = new HashMap<>();
    tree.get("countries").forEach(c -> countries.put(Fields.text(c, "country"), c));
    for (JsonNode p : tree.get("partners")) {
      Payer payer = new Payer(p, countries);
      payers.add(payer);
      byLetter.put(payer.letter(), payer);
    }
    payers.forEach(each -> each.meet(byLetter));
    JsonNode scenario = reader.document("scenario.json");
    JsonNode years = scenario.path("phases");
    if (years.isEmpty()) {
      phases.add(years(scenario.get("money")));
    }
    years.forEach(y -> phases.add(years(y)));
    reader.elements(
        "projects.geojson",
        List.of("features"),
        feature -> {
          ProjectClaim project = ProjectClaim.of(feature.get("properties"));
          boolean first = projects.put(project.id(), project) == null;
          ledger.holds("project.parts", project.id(), first, "one project of a name", "two");
        });
  }

  private static int[] years(JsonNode y) {
    return new int[] {(int) Fields.number(y, "firstYear"), (int) Fields.number(y, "lastYear")};
  }

  private void payments() {
    rows(TABLE, this::payment);
  }

  private void rows(String name, Consumer<CSVRecord> each) {
    try (InputStream in = reader.open(name)) {
      Rows.read(name, in, each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each share is the fair one but for a cent of each link, and together they are the cost. */
  private void shares(Purchases purchases) {
    Map<String, Double> fair = purchases.fairCents();
    double all = fair.getOrDefault("", 0.0);
    fair.remove("");
    double[] sum = new double[1];
    rows(
        SHARES,
        row -> {
          String area = Cells.text(row, "country") + "\n" + Cells.text(row, "district");
          double found = 100 * Cells.number(row, "shareUsd");
          Double expected = fair.remove(area);
          sum[0] += found;
          boolean ok = expected != null && Math.abs(found - expected) <= 1 + 1e-6 * all;
          ledger.holds("funding.fair", area.replace('\n', ' '), ok, expected, found);
        });
    ledger.holds("funding.fair", SHARES, fair.isEmpty(), "every district", fair.keySet());
    ledger.about("funding.fair", SHARES, all, Math.rint(sum[0]));
  }

  private void payment(CSVRecord row) {
    ProjectClaim project = projects.get(Cells.text(row, "projectId"));
    Payer payer = byLetter.get(Cells.text(row, "partner"));
    String where = Cells.text(row, "projectId") + " " + Cells.text(row, "partner");
    ledger.holds("funding.known", where, project != null && payer != null, "known", "unknown");
    if (project == null || payer == null) {
      return;
    }
    String work =
        String.join(
            "|",
            Cells.text(row, "layer"),
            Cells.text(row, "country"),
            Cells.text(row, "district"),
            Cells.text(row, "equipment"));
    long cents = new BigDecimal(Cells.text(row, "usd")).movePointRight(2).longValueExact();
    ledger.holds("funding.amount", where, cents > 0, "> 0", cents);
    ledger.same("funding.instrument", where, payer.instrument(), Cells.text(row, "instrument"));
    ledger.same("funding.phase", where, project.phase(), Cells.whole(row, "phase"));
    ledger.holds("funding.may", where + " " + work, payer.may(work), "may pay", "may not");
    paid.computeIfAbsent(project.id(), id -> new LinkedHashMap<>()).merge(payer, cents, Long::sum);
    worked.computeIfAbsent(project.id(), id -> new HashMap<>()).merge(work, cents, Long::sum);
  }

  /** What costs nothing is paid for as soon as what it requires is. */
  private void free() {
    for (boolean more = true; more; ) {
      more = false;
      for (ProjectClaim each : projects.values()) {
        if (each.cents() == 0
            && !paid.containsKey(each.id())
            && paid.keySet().containsAll(each.requires())) {
          paid.put(each.id(), new LinkedHashMap<>());
          more = true;
        }
      }
    }
  }

  /** What is paid for is paid in full, lawfully, and after what it requires. */
  private void wholes() {
    free();
    paid.forEach(
        (id, by) -> {
          ProjectClaim project = projects.get(id);
          Map<String, Long> due = new HashMap<>(project.works());
          due.values().removeIf(c -> c == 0);
          ledger.same("funding.whole", id, due, worked.getOrDefault(id, Map.of()));
          by.forEach(
              (payer, cents) -> {
                String where = id + " " + payer.letter();
                long most = payer.most(project);
                ledger.holds("funding.share", where, cents <= most, "≤ " + most, cents);
                ledger.holds("funding.least", where, cents >= payer.least(), payer.least(), cents);
              });
          Company.check(id, by, ledger);
          for (String other : project.requires()) {
            ledger.holds("funding.requires", id, paid.containsKey(other), other, "not funded");
          }
        });
  }

  private void envelopes() {
    for (MoneyRow row : MoneyRow.of(payers, byLetter, phases)) {
      Payer payer = payers.get(row.payer());
      double drawn = row.drawn() * spent(payer, row);
      ledger.holds(
          row.guarantor() ? "funding.guarantee" : "funding.envelope",
          payer.letter() + " " + row.first() + "–" + row.last(),
          drawn <= row.cents() + 1e-6,
          "≤ " + row.cents(),
          drawn);
    }
  }

  private long spent(Payer payer, MoneyRow row) {
    long spent = 0;
    for (Map.Entry<String, Map<Payer, Long>> each : paid.entrySet()) {
      if (row.covers(projects.get(each.getKey()).phase())) {
        spent += each.getValue().getOrDefault(payer, 0L);
      }
    }
    return spent;
  }

  private void sums(JsonNode tree) {
    long cents = 0;
    double served = 0;
    double basic = 0;
    for (ProjectClaim project : projects.values()) {
      if (paid.containsKey(project.id())) {
        cents += project.cents();
        served += project.people();
        basic += project.basic();
      }
    }
    JsonNode totals = tree.get("totals");
    ledger.about("funding.totals", "fundedUsd", cents / 100.0, Fields.number(totals, "fundedUsd"));
    ledger.about("funding.totals", "peopleServed", served, Fields.number(totals, "peopleServed"));
    ledger.about("funding.totals", "peopleBasic", basic, Fields.number(totals, "peopleBasic"));
    double funded = paid.size();
    ledger.about("funding.totals", "projects", funded, Fields.number(totals, "projectsFunded"));
    for (int k = 0; k < payers.size(); k++) {
      if (!payers.get(k).instrument().equals("guarantee")) {
        for (int t = 0; t < phases.size(); t++) {
          MoneyRow phase = new MoneyRow(k, t + 1, t + 1, 0, 1, false);
          double found = tree.get("accounts").get(k).get("spentUsd").get(t).doubleValue();
          double expected = spent(payers.get(k), phase) / 100.0;
          ledger.about("funding.totals", payers.get(k).letter(), expected, found);
        }
        loanYears(k).check(tree.get("accounts").get(k), ledger);
      }
    }
  }

  private LoanYears loanYears(int k) {
    long[] spent = new long[phases.size()];
    for (int t = 0; t < spent.length; t++) {
      spent[t] = spent(payers.get(k), new MoneyRow(k, t + 1, t + 1, 0, 1, false));
    }
    return new LoanYears(payers.get(k), phases, spent);
  }

  private void bound(JsonNode tree) {
    double basicWeight =
        Fields.number(reader.document("scenario.json").get("standard"), "basicWeightRatio");
    double value =
        projects.values().stream()
            .filter(p -> paid.containsKey(p.id()))
            .mapToDouble(p -> p.weight(basicWeight))
            .sum();
    JsonNode certificate = tree.get("certificate");
    double claimed = Fields.number(certificate, "value");
    double bound = Fields.number(certificate, "bound");
    ledger.about("funding.value", PARTNERS, value, claimed);
    ledger.holds("funding.bound", PARTNERS, value <= bound * (1 + 1e-9), value, bound);
    double gap = bound == 0 ? 0 : (bound - value) / bound;
    ledger.about("funding.gap", PARTNERS, gap, Fields.number(certificate, "gapRatio"));
    boolean isOptimum = certificate.path("endedBy").asString("").equals("OPTIMUM");
    ledger.holds("funding.gap", "endedBy", !isOptimum || gap <= 1e-9, "0", gap);
    certificate(tree, certificate);
    List<MoneyRow> rows = MoneyRow.of(payers, byLetter, phases);
    JsonNode prices = tree.get("prices");
    boolean each = ledger.same("funding.bound", "prices", rows.size(), prices.size());
    double[] lambda = new double[each ? rows.size() : 0];
    for (int r = 0; r < lambda.length; r++) {
      lambda[r] = Fields.number(prices.get(r), "lambdaPeoplePerUsd");
      each &= ledger.holds("funding.bound", "prices", lambda[r] >= 0, "≥ 0", lambda[r]);
      price(rows.get(r), prices.get(r));
    }
    if (each) {
      double proven = new PriceBound(payers, rows, lambda, basicWeight).of(projects);
      double slack = bound * 1e-9 + 1e-6;
      boolean follows = proven <= bound + slack;
      ledger.holds(Verification.BOUND_PROVEN, PARTNERS, follows, proven, bound);
      boolean own = bound <= Math.max(proven, value) + slack;
      ledger.holds("bound.stated", PARTNERS, own, proven, bound);
    }
  }

  /** What is said of a bound is what its kind is, no more and no less. */
  private void certificate(JsonNode tree, JsonNode certificate) {
    ledger.same(CERTIFICATE, "sense", "MAXIMISE", Fields.text(certificate, "sense"));
    ledger.same(CERTIFICATE, "method", METHOD, Fields.text(certificate, "method"));
    String graph = Fields.text(certificate, "candidateGraph");
    ledger.same(CERTIFICATE, "candidateGraph", "projects of the plan", graph);
    ledger.same(CERTIFICATE, "catalogue", "", Fields.text(certificate, "catalogueVersion"));
    double lambda = Fields.number(certificate, "lambdaPeoplePerUsd");
    ledger.holds(CERTIFICATE, "price", Double.isNaN(lambda), "one of each row", lambda);
    List<String> relaxed =
        certificate.path("relaxed").valueStream().map(JsonNode::asString).toList();
    ledger.same(CERTIFICATE, "relaxed", RELAXED, relaxed);
    List<List<Integer>> stated = new ArrayList<>();
    tree.get("phases").forEach(y -> stated.add(List.of(years(y)[0], years(y)[1])));
    List<List<Integer>> due = phases.stream().map(y -> List.of(y[0], y[1])).toList();
    ledger.same("funding.phase", PARTNERS, due, stated);
  }

  /** Whose money a price is of, how much there is and what of it is spent. */
  private void price(MoneyRow row, JsonNode price) {
    Payer payer = payers.get(row.payer());
    String where = "prices " + payer.letter();
    ledger.same(PRICE, where, payer.letter(), Fields.text(price, "partner"));
    ledger.same(PRICE, where, (double) row.first(), Fields.number(price, "firstPhase"));
    ledger.same(PRICE, where, (double) row.last(), Fields.number(price, "lastPhase"));
    ledger.about(PRICE, where, row.payable() / 100, Fields.number(price, "usd"));
    ledger.same(PRICE, where, row.guarantor(), price.path("guarantor").asBoolean(false));
    ledger.about(PRICE, where, spent(payer, row) / 100.0, Fields.number(price, "spentUsd"));
  }
}
