package org.kiungo.planner.verify.bound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.accounts.BoundMoney;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.plan.LinkChecks;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import org.kiungo.planner.verify.read.Road;
import org.kiungo.planner.verify.read.Spans;
import tools.jackson.databind.JsonNode;

/**
 * The file {@code bound.proof}: its graph holds the plan, every option that needs no choice of a
 * site's place, and as much as the certificate says; the raises of every branch are valid; and the
 * certificate's bound is no better than what they prove in the worst branch.
 */
public final class ProofChecks {

  static final String FILE = "bound.proof";

  private static final double MILLION = 1e6;

  /** A cent, in USD. */
  private static final double CENT = 0.01;

  /** More than anything costs that a plan builds. */
  private static final double DEAREST_USD = 1e12;

  private final BoundMoney money;
  private final Facts facts;
  private final Spans spans;
  private final Claims claims;
  private final LinkChecks links;
  private final Ledger ledger;

  public ProofChecks(BoundMoney money, Claims claims, LinkChecks links, Ledger ledger) {
    this.money = money;
    facts = money.facts();
    spans = new Spans(facts);
    this.claims = claims;
    this.links = links;
    this.ledger = ledger;
  }

  void check(FolderReader reader, JsonNode certificate, boolean most, double bound) {
    check(reader, FILE, certificate, most, bound);
  }

  /**
   * The same of another file.
   *
   * @param certificate or a row of one: tells the candidate graph
   */
  void check(FolderReader reader, String file, JsonNode certificate, boolean most, double bound) {
    check(
        reader,
        file,
        certificate,
        most,
        bound,
        most ? new Proves.MostValue(money, ledger) : new Proves.LeastCents(facts.wantedPeople()));
  }

  /**
   * The same of least cost for a target of its own.
   *
   * @param wantedPeople weighted people to serve, today's service taken off
   */
  void checkLeast(
      FolderReader reader, String file, JsonNode row, double wantedPeople, double boundUsd) {
    check(reader, file, row, false, boundUsd, new Proves.LeastCents(wantedPeople));
  }

  /**
   * The same where a bound must follow from one price with nothing left out for being too dear, as
   * rows that hold together must.
   *
   * @param lambda the price, weighted people per USD
   */
  void checkAtPrice(FolderReader reader, String file, JsonNode row, double lambda, double bound) {
    check(
        reader,
        file,
        row,
        true,
        bound,
        (charges, sum) -> {
          double price = lambda * MILLION / 100;
          double off = Math.abs(charges.price - price);
          ledger.holds("bound.proof", file, off <= 1e-12 * price, price, charges.price);
          long all = money.raisedCents(DEAREST_USD);
          long ceiling = charges.prices.ceilingCents();
          ledger.holds("bound.proof", file, ceiling >= all, "≥ " + all, ceiling);
          double own = charges.graph.totalValue;
          return own + charges.price * money.raisedCents(money.capUsd()) - sum;
        });
  }

  private void check(
      FolderReader reader,
      String file,
      JsonNode certificate,
      boolean most,
      double bound,
      Proves proves) {
    try (InputStream in = reader.open(file)) {
      ProofReader proof = new ProofReader(in);
      String head = proof.text(BoundProof.HEAD.length());
      refuseOtherVersion(file, head);
      if (ledger.same("bound.proof", "", BoundProof.HEAD.trim(), head.trim())) {
        ProofGraph graph = new ProofGraph(facts, proof, links);
        String goal = Fields.text(facts.scenario(), "goal");
        boolean floor = DistrictWeights.areFor(goal);
        ledger.same("bound.proof", "", floor, graph.districtWeight.length > 0);
        if ("HIGHEST_EQUITABLE_SHARE".equals(goal)) {
          ledger.holds("bound.proof", "", graph.weights.lend(), "weights lent in pairs", "others");
        }
        graph(graph, Fields.text(certificate, "candidateGraph"));
        StatedBound stated = new StatedBound(most);
        String wrong =
            new ProofBranch(proof, ProofBranch.Shape.of(graph))
                .readAll(
                    new ProofBranch.Ends() {
                      @Override
                      public String priced(ProofBranch branch) throws IOException {
                        ProofCharges charges = new ProofCharges(graph, proof, branch);
                        ProofReplay replay = new ProofReplay(charges);
                        String invalid = replay.replay(proof);
                        stated.branch(proves.priced(charges, replay.sum()), charges.prices);
                        return invalid;
                      }

                      @Override
                      public String worthless(ProofBranch branch) {
                        stated.branch(proves.worth(mostValue(graph, branch)));
                        return null;
                      }

                      @Override
                      public String forced(ProofBranch branch) {
                        long cents = ForcedCost.cents(graph, facts, branch);
                        stated.branch(proves.forced(graph, cents));
                        return null;
                      }
                    });
        boolean valid = ledger.holds("bound.proof", "", wrong == null, "valid raises", wrong);
        if (valid) {
          stated.named(certificate, floor, money.isPublic(), ledger);
          double value = certificate.path("value").asDouble(Double.NaN);
          double proven = most ? atMost(graph, stated.worst()) : money.leastUsd(stated.worst());
          proven(most, proven, value, bound);
        }
      }
    } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
      if (e instanceof InputRefused refused && refused.code().startsWith("folder.")) {
        throw refused;
      }
      ledger.holds("bound.proof", "", false, "a readable proof", e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseOtherVersion(String file, String head) {
    if (head.startsWith(BoundProof.NAME) && !head.equals(BoundProof.HEAD)) {
      String found = head.substring(BoundProof.NAME.length()).strip();
      throw new InputRefused(
          "folder.version", "file", file, "found", found, "read", BoundProof.VERSION);
    }
  }

  private void graph(ProofGraph graph, String stated) {
    String missing = graph.missingOption();
    ledger.holds("bound.graph", "", missing == null, "every option", "without " + missing);
    for (Road road : facts.roads().roads()) {
      boolean listed =
          graph.names.hasLink(road.fromId(), road.toId())
              || spans.spanning(road.fromId(), road.toId(), road.lengthKm()).isEmpty();
      String name = road.fromId() + " > " + road.toId();
      ledger.holds("bound.graph", name, listed, "a candidate link", "none");
    }
    List<BuiltLink> built = new ArrayList<>(claims.links());
    built.addAll(claims.second().links());
    for (BuiltLink link : built) {
      boolean listed = graph.names.hasLink(link.fromId(), link.toId());
      ledger.holds("bound.graph", link.id(), listed, "a candidate link", "none");
    }
    Map<String, String> placeOf = new HashMap<>();
    claims.sites().forEach(site -> placeOf.put(site.id(), site.placeId()));
    for (SettlementService service : claims.services()) {
      if (!service.technologyId().isEmpty()) {
        PartService seen = service.each().get(0);
        String place = placeOf.getOrDefault(seen.siteId(), "");
        String rest = service.parts().isEmpty() ? "" : service.parts().get(1).technologyId();
        boolean listed =
            graph.names.hasOption(service.settlementId(), seen.technologyId(), place, rest);
        ledger.holds("bound.graph", service.settlementId(), listed, "a candidate option", place);
      }
    }
    for (Replaced each : claims.replaced()) {
      boolean listed = graph.names.hasOption(each.settlementId(), each.technologyId(), "", "");
      ledger.holds("bound.graph", each.settlementId(), listed, "a candidate option", "none");
    }
    new CandidatesListed(graph, facts, spans, ledger).check();
    ledger.same("bound.graph", "", CandidateGraph.named(graph, facts, spans), stated);
  }

  /** Most that all are worth whom a branch lets be served. */
  private static long mostValue(ProofGraph graph, ProofBranch branch) {
    long value = 0;
    for (int i = 0; i < graph.settlementCount; i++) {
      long most = 0;
      for (int o = graph.first[i]; o < graph.first[i + 1]; o++) {
        most = branch.isOptionOut(o) ? most : Math.max(most, graph.optionValue[o]);
      }
      value += most;
    }
    return value;
  }

  private static double atMost(ProofGraph graph, double value) {
    boolean floor = graph.districtWeight.length > 0;
    double rounding = floor ? 0.5 * graph.settlementCount : 0;
    double people = (value + rounding) / MILLION;
    return floor ? graph.weights.floorRatio(people) : people;
  }

  /**
   * The bound is what is proven: a better one is forged, a worse one is another's. Where the plan
   * is worth as much or more by rounding, its value is the bound.
   */
  private void proven(boolean most, double proven, double value, double bound) {
    // values are whole millionths of a person, or cents: what lies within one is the same bound
    double slack = 1e-9 * Math.max(1, Math.abs(proven)) + (most ? 1 / MILLION : CENT);
    boolean follows = most ? bound >= proven - slack : bound <= proven + slack;
    String sign = most ? "≥ " : "≤ ";
    ledger.holds(Verification.BOUND_PROVEN, "", follows, sign + proven, bound);
    boolean own = Math.abs(bound - proven) <= slack || bound == value;
    ledger.holds("bound.stated", "", own, proven, bound);
  }
}
