package org.kiungo.planner.verify.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.verify.HandMade;
import org.kiungo.planner.verify.accounts.BoundMoney;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.plan.LinkChecks;
import org.kiungo.planner.verify.plan.Payments;
import org.kiungo.planner.verify.plan.PhaseChecks;
import org.kiungo.planner.verify.plan.ServiceChecks;
import org.kiungo.planner.verify.plan.SiteChecks;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import org.kiungo.planner.verify.separable.RecomputedBound;

/**
 * Bounds of the plan by hand, done on paper.
 *
 * <p>Each settlement alone, at λ weighted people a dollar: a and b share a mast, so that they pay a
 * quarter and 15 % of its 42,000 beside their own, 25,500 and 15,300; c and d would need one each,
 * 45,000 and 48,000. λ · 150,000 + (500 − λ · 25,500)⁺ + (300 − λ · 15,300)⁺ + (100 − λ · 45,000)⁺
 * + (200 − λ · 48,000)⁺; a dish serves c's 100 at 40 for 40,000, never better.
 *
 * <p>By dual ascent at λ = 0.002, in people: a raises 30 on its own share, 84 on the mast, 72 on
 * the hop; b finds them raised and adds its own 18; c raises 90 on its mast and loses its last 10;
 * d 96, then 72 and 32 of its 200 on links. 1,100 + 0.002 · 150,000 − 504 = 896.
 */
class ProofByHandTest {

  private static final double PRICE = 0.002 * 1e6 / 100;

  private static final long[][] RAISES = {
    {0, 30}, {0, 84}, {0, 72}, {1, 18}, {2, 90}, {2, 10}, {3, 96}, {3, 72}, {3, 32}
  };

  @TempDir Path folder;

  private final ByteArrayOutputStream proof = new ByteArrayOutputStream();

  private void number(long... values) {
    for (long value : values) {
      long left = value;
      while (left > 127) {
        proof.write((int) (left & 127 | 128));
        left >>>= 7;
      }
      proof.write((int) left);
    }
  }

  private void root() {
    number(1, 1);
    proof.write('N');
  }

  private void graph() {
    graph(4, 1, 1, 1, 1);
  }

  /**
   * Links of all five places to one another and to N; masts at a and b for both, at c, at d;
   * dishes.
   *
   * @param ofA how many places a has links to, then the steps to them
   */
  private void graph(long... ofA) {
    linked(ofA);
    options(3, 0, 0, 1, 1, 1, 2);
  }

  private void linked() {
    linked(4, 1, 1, 1, 1);
  }

  private void linked(long... ofA) {
    proof.writeBytes(BoundProof.HEAD.getBytes(StandardCharsets.US_ASCII));
    number(0, 5, 0);
    number(ofA);
    root();
    number(3, 1, 1, 1);
    root();
    number(2, 1, 1);
    root();
    number(1, 1);
    root();
    number(0);
    root();
  }

  /** Options of the five, of a as given. */
  private void options(long... ofA) {
    number(ofA);
    number(3, 0, 0, 1, 1, 1, 2);
    number(2, 0, 0, 1, 3);
    number(2, 0, 0, 1, 4);
    number(0);
  }

  private void bound(long ceilingCents, long[][] raises) {
    bound(ceilingCents, 0, new long[0][], raises);
  }

  /**
   * @param charging how loads are charged, by its number
   * @param shares what is paid of a site: option and people, ascending
   */
  private void bound(long ceilingCents, int charging, long[][] shares, long[][] raises) {
    number(0);
    long bits = Double.doubleToLongBits(PRICE);
    for (int shift = 56; shift >= 0; shift -= 8) {
      proof.write((int) (bits >>> shift & 255));
    }
    number(ceilingCents, 0, charging, shares.length);
    long before = 0;
    for (long[] share : shares) {
      number(share[0] - before, share[1] * 1_000_000);
      before = share[0];
    }
    number(raises.length);
    before = 0;
    for (long[] raise : raises) {
      number(2 * (raise[0] - before), raise[1] * 1_000_000);
      before = raise[0];
    }
  }

  private static HandMade plan(double bound) {
    HandMade plan = new HandMade();
    var certificate = plan.document("certificate.json");
    certificate
        .putArray("relaxed")
        .add("linkRounding")
        .add("hopSpectrum")
        .add("sharedSiteUnits")
        .add("beamCapacity")
        .add("nodeUpgrade");
    certificate
        .put("bound", bound)
        .put("gapRatio", 1 - 840 / bound)
        .put("lambdaPeoplePerUsd", 0.002)
        .put("method", "Lagrangian price with Wong's dual ascent, loads charged privately")
        .put(
            "candidateGraph",
            "places=5 links=15 (Delaunay, 8 nearest, nearest root) sites=4 options=10"
                + " (per settlement and site technology: itself, 5 nearest, 6 most populous,"
                + " 3 towers in reach)");
    return plan;
  }

  private List<String> broken(HandMade plan) throws IOException {
    FolderReader reader = plan.write(folder);
    if (proof.size() > 0) {
      Files.write(folder.resolve("bound.proof"), proof.toByteArray());
    }
    Ledger aside = new Ledger();
    Facts facts = new Facts(reader);
    Claims claims = new Claims(reader);
    Payments payments = new Payments(facts, claims, aside);
    SiteChecks sites = new SiteChecks(facts, claims, payments, aside);
    LinkChecks links = new LinkChecks(facts, claims, sites, payments, aside);
    ServiceChecks services = new ServiceChecks(facts, claims, sites, links, payments, aside);
    var certificate = reader.document("certificate.json");
    BoundMoney money = BoundMoney.of(facts, reader, certificate);
    Ledger ledger = new Ledger();
    new BoundChecks(money, ledger)
        .check(
            reader,
            certificate,
            services,
            services.total().plus(sites.total()).plus(links.total()),
            Double.NaN,
            new PhaseChecks(facts, claims, payments, aside),
            new ProofChecks(money, claims, links, ledger));
    assertThat(ledger.checks()).extracting(Check::code).contains("bound.value");
    return ledger.checks().stream().filter(each -> !each.passed()).map(Check::code).toList();
  }

  private List<String> broken(double bound, long[][] raises) throws IOException {
    proof.reset();
    graph();
    bound(15_000_000, raises);
    return broken(plan(bound));
  }

  private List<String> paid(int charging, long[][] shares, long[][] raises) throws IOException {
    proof.reset();
    graph();
    bound(15_000_000, charging, shares, raises);
    return broken(plan(896));
  }

  private static long[][] with(long[][] rows, int row, long... other) {
    long[][] changed = Arrays.stream(rows).map(long[]::clone).toArray(long[][]::new);
    changed[row] = other;
    return changed;
  }

  /**
   * Of the mast that serves both, 84 people at this price, a pays 52 and b 32, wherever of the two
   * it stands: as much is raised in all as where a pays for it alone.
   */
  @Test
  void sharesOfASiteProveTheirBoundAndForgedOnesNothing() throws IOException {
    long[][] shares = {{1, 52}, {2, 52}, {4, 32}, {5, 32}};
    long[][] raises = {{0, 82}, {0, 72}, {1, 50}, {2, 90}, {2, 10}, {3, 96}, {3, 72}, {3, 32}};
    assertThat(paid(0, shares, raises)).isEmpty();
    Map<String, List<String>> forged = new LinkedHashMap<>();
    forged.put("a pays more than is left", paid(0, with(shares, 0, 1, 53), raises));
    forged.put("b pays more than is left", paid(0, with(shares, 3, 5, 33), raises));
    forged.put("one pays more than the mast", paid(0, with(shares, 1, 2, 85), raises));
    forged.put("a payment of nothing", paid(0, with(shares, 0, 1, 0), raises));
    forged.put("a payment for a dish", paid(0, with(shares, 0, 0, 52), raises));
    forged.put("a payment for a mast of one's own", paid(0, with(shares, 3, 7, 32), raises));
    forged.put("paid twice", paid(0, with(shares, 1, 1, 30), raises));
    forged.put("paid by nobody", paid(0, with(shares, 3, 99, 32), raises));
    forged.put("payments at one place alone", paid(0, new long[][] {{1, 52}, {4, 32}}, raises));
    forged.put("less paid than is raised", paid(0, with(shares, 2, 4, 31), raises));
    for (int k = 0; k < raises.length; k++) {
      long[] more = {raises[k][0], raises[k][1] + 1};
      forged.put("raise " + k, paid(0, shares, with(raises, k, more)));
    }
    forged.put("raises of somebody who is not there", paid(0, shares, with(raises, 7, 9, 32)));
    forged.put("loads of an unknown class", paid(3, shares, raises));
    forged.put("loads of another class", paid(1, shares, raises));
    assertThat(forged)
        .hasSizeGreaterThan(20)
        .allSatisfy((name, codes) -> assertThat(codes).as(name).isNotEmpty());
  }

  @Test
  void eachSettlementAloneAsOnPaper() {
    Facts facts = new Facts(new HandMade().write(folder));
    RecomputedBound bound = new RecomputedBound(new BoundMoney(facts, false, 150_000, 0));
    assertThat(bound.at(0, 150_000)).isEqualTo(1_100);
    assertThat(bound.at(0, Double.NaN)).isEqualTo(1_100);
    assertThat(bound.at(0.002, 150_000)).isCloseTo(1_132.4, within(1e-9));
    assertThat(bound.at(0.005, 150_000)).isCloseTo(1_346, within(1e-9));
  }

  @Test
  void aCertificateThatFollowsFromItsPriceIsConfirmed() throws IOException {
    assertThat(broken(new HandMade())).isEmpty();
    HandMade better = new HandMade();
    better.document("certificate.json").put("bound", 1_099).put("gapRatio", 1 - 840 / 1_099.0);
    assertThat(broken(better)).containsExactly("bound.proven");
  }

  @Test
  void aCertificateIsAboutThePlanAndItsCatalogue() throws IOException {
    for (String[] change :
        new String[][] {
          {"certificate.sense", "sense", "MINIMISE"},
          {"certificate.catalogue", "catalogueVersion", "other"}
        }) {
      HandMade plan = new HandMade();
      plan.document("certificate.json").put(change[1], change[2]);
      assertThat(broken(plan)).contains(change[0]);
    }
    HandMade more = new HandMade();
    more.document("certificate.json").put("value", 841).put("gapRatio", 1 - 841 / 1_100.0);
    assertThat(broken(more)).containsExactly("certificate.value");
    HandMade gap = new HandMade();
    gap.document("certificate.json").put("gapRatio", 0);
    assertThat(broken(gap)).containsExactly("certificate.gap");
    HandMade below = new HandMade();
    below.document("certificate.json").put("bound", 839).put("gapRatio", 1 - 840 / 839.0);
    assertThat(broken(below)).contains("bound.value", "bound.proven");
  }

  @Test
  void raisesDoneOnPaperProveTheirBound() throws IOException {
    assertThat(broken(896, RAISES)).isEmpty();
    assertThat(broken(1_000, RAISES)).containsExactly("bound.stated");
    assertThat(broken(895.99, RAISES)).containsExactly("bound.proven", "bound.stated");
  }

  @Test
  void nameAndPriceAndWhatIsLeftOutAreThoseOfTheProof() throws IOException {
    graph();
    bound(15_000_000, RAISES);
    HandMade plan = plan(896);
    plan.document("certificate.json").put("method", "Lagrangian price");
    assertThat(broken(plan)).contains("bound.method");
    HandMade price = plan(896);
    price.document("certificate.json").put("lambdaPeoplePerUsd", 0.0021);
    assertThat(broken(price)).containsExactly("bound.price");
    HandMade silent = plan(896);
    silent.document("certificate.json").withArray("relaxed").remove(0);
    assertThat(broken(silent)).containsExactly("bound.relaxed");
  }

  /** Without d's raises 1,100 + 300 − 304 = 1,096. */
  @Test
  void fewerRaisesProveLess() throws IOException {
    long[][] less = Arrays.copyOf(RAISES, 6);
    assertThat(broken(1_096, less)).isEmpty();
    assertThat(broken(1_095, less)).containsExactly("bound.proven", "bound.stated");
  }

  /** A dollar more than anything costs, in any of the raises: 0.002 people. */
  @Test
  void noRaiseMayTakeMoreThanIsLeft() throws IOException {
    for (int k = 0; k < RAISES.length; k++) {
      long[][] more = Arrays.stream(RAISES).map(long[]::clone).toArray(long[][]::new);
      more[k][1]++;
      assertThat(broken(895, more)).as("raise %d", k).contains("bound.proof");
    }
    long[][] again = Arrays.copyOf(RAISES, RAISES.length + 1);
    again[RAISES.length] = new long[] {3, 1};
    assertThat(broken(895, again)).contains("bound.proof");
  }

  @Test
  void aProofThatCountsLessThanTheBudgetProvesNothing() throws IOException {
    graph();
    bound(14_999_999, RAISES);
    assertThat(broken(plan(896))).contains("bound.proof", "bound.proven");
  }

  @Test
  void theGraphHoldsThePlanAndWhatItIsSaidTo() throws IOException {
    HandMade sizes = plan(896);
    graph();
    bound(15_000_000, RAISES);
    var certificate = sizes.document("certificate.json");
    String graph = certificate.get("candidateGraph").stringValue();
    certificate.put("candidateGraph", graph.replace("links=15", "links=16"));
    assertThat(broken(sizes)).contains("bound.graph");
    certificate.put("candidateGraph", graph.replace("8 nearest", "9 nearest"));
    assertThat(broken(sizes)).containsExactly("bound.graph");
    HandMade other = plan(896);
    other.service("a").put("siteId", "c:mast");
    other.copySite("a:mast", "c:mast");
    other.site("c:mast").put("id", "c:mast");
    other.site("c:mast").put("placeId", "c");
    assertThat(broken(other)).contains("bound.graph");
  }

  /** Without the hop from a to c, one of the eight nearest. */
  @Test
  void everyNearHopMustBeThere() throws IOException {
    graph(3, 1, 2, 1);
    bound(15_000_000, RAISES);
    HandMade plan = plan(896);
    var certificate = plan.document("certificate.json");
    String graph = certificate.get("candidateGraph").stringValue();
    certificate.put("candidateGraph", graph.replace("links=15", "links=14"));
    assertThat(broken(plan)).containsExactly("bound.nearest");
  }

  /** Without c's own way to N, or that of a, which the plan builds. */
  @Test
  void everyWayToTheNetworkMustBeThere() throws IOException {
    for (int without : new int[] {0, 2}) {
      proof.reset();
      proof.writeBytes(BoundProof.HEAD.getBytes(StandardCharsets.US_ASCII));
      number(0, 5, 0);
      for (int place = 0; place < 5; place++) {
        number(4 - place);
        for (int other = place + 1; other < 5; other++) {
          number(1);
        }
        if (place == without) {
          number(0);
        } else {
          root();
        }
      }
      options(3, 0, 0, 1, 1, 1, 2);
      bound(15_000_000, RAISES);
      HandMade plan = plan(896);
      var certificate = plan.document("certificate.json");
      String graph = certificate.get("candidateGraph").stringValue();
      certificate.put("candidateGraph", graph.replace("links=15", "links=14"));
      assertThat(broken(plan)).contains("bound.nearest");
    }
  }

  /** A mast at b is near enough for a, too. */
  @Test
  void everySiteInReachMustBeThere() throws IOException {
    linked();
    options(2, 0, 0, 1, 1);
    bound(15_000_000, new long[0][]);
    HandMade plan = plan(896);
    var certificate = plan.document("certificate.json");
    String graph = certificate.get("candidateGraph").stringValue();
    certificate.put("candidateGraph", graph.replace("options=10", "options=9"));
    assertThat(broken(plan)).contains("bound.nearest");
  }

  /** Someone who leaves out what serves c would prove too little. */
  @Test
  void everyOptionMustBeThere() throws IOException {
    proof.writeBytes(BoundProof.HEAD.getBytes(StandardCharsets.US_ASCII));
    number(0, 5, 0);
    for (int place = 0; place < 5; place++) {
      number(0);
      root();
    }
    for (int settlement = 0; settlement < 5; settlement++) {
      number(0);
    }
    bound(15_000_000, new long[0][]);
    assertThat(broken(plan(896))).contains("bound.graph");
  }

  @Test
  void anotherFileIsNoProof() throws IOException {
    proof.writeBytes("KIUNGO BOUND PROOF".getBytes(StandardCharsets.US_ASCII));
    assertThat(broken(plan(896))).contains("bound.proof");
  }

  /** For least cost to 80 %: the same raises must be worth what the target leaves out. */
  @Test
  void noPlanForLessReachesATarget() throws IOException {
    HandMade plan = plan(896);
    plan.scenario()
        .put("goal", "LEAST_COST_TO_TARGET")
        .put("targetRatio", 0.8)
        .putNull("budgetUsd");
    // 0.8 · 1,500 less 400 served today: 800; (504 − 300) / 0.002 = 102,000
    plan.document("certificate.json")
        .put("sense", "MINIMISE")
        .put("value", 142_000)
        .put("bound", 102_000)
        .put("gapRatio", 40 / 142.0);
    graph();
    bound(15_000_000, RAISES);
    assertThat(broken(plan)).isEmpty();
    plan.document("certificate.json").put("bound", 102_001).put("gapRatio", 39.999 / 142.0);
    assertThat(broken(plan)).containsExactly("bound.proven", "bound.stated");
  }
}
