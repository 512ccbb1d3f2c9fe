package org.kiungo.planner.verify.bound;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.Coverage;
import org.kiungo.planner.verify.formula.UnitPrice;
import org.kiungo.planner.verify.plan.LinkChecks;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.separable.OptionPrices;
import tools.jackson.databind.JsonNode;

/**
 * The candidate graph of a proof with the cents and the value of everything computed again from the
 * catalogue: links by medium, shared sites, options. Vertices: 0 = the network, 1 + place, then
 * shared sites. {@link ProofCharges} puts a price on it.
 */
final class ProofGraph {

  /** Weight of each district's share of people; empty where a person counts as one. */
  final double[] districtWeight;

  final List<Settlement> settlements;
  final int settlementCount;

  /** Places where something stands or may; those from it on lie on roads. */
  final int standing;

  /** Arcs into a vertex: {@code in[v] … in[v + 1] − 1}. */
  final int[] in;

  final int[] tail;

  /** Of the first system of each arc, lifetime. */
  final double[] cents;

  /** Of each further one. */
  final double[] stepCents;

  final long[] capacityBps;

  /** Where links end, and what else of arcs raises do not ask for. */
  final ProofEnds ends;

  /** Cents of an arc, or of an option, that the last bits of the arithmetic decide on. */
  final int[] unsureCents;

  final int[] optionUnsureCents;

  /** Arcs into a settlement: {@code first[i] … first[i + 1] − 1}. */
  final int[] first;

  final int[] optionTail;

  /** What an option is charged: beside its site, and of the site. */
  final double[] aloneCents;

  final double[] partCents;

  /** Whole units of its site. */
  final double[] siteCents;

  /** What an option takes of its site's units, in billionths of one. */
  final long[] optionTaken;

  final long[] optionValue;
  final long[] optionBps;

  /** Most that serving each settlement is worth. */
  final long[] bestValue;

  /** What leaving each settlement unserved costs. */
  final long[] forgoneCents;

  /** True where a settlement must be served. */
  final boolean[] demanded;

  long totalValue;
  final int links;
  final int sites;

  /** Sites of every kind, those of one settlement too. */
  int siteTotal;

  /** What a person counts, by district. */
  final DistrictWeights weights;

  private final Facts facts;
  private final OptionPrices prices;
  private final List<AccessTechnology> technologies;
  private final int[] optionTechnology;
  private final int[] optionPlace;
  private final int[] optionRest;

  /** How places, links and options are called. */
  final ProofNames names = new ProofNames();

  ProofGraph(Facts facts, ProofReader proof, LinkChecks roots) throws IOException {
    this.facts = facts;
    prices = new OptionPrices(facts);
    districtWeight = new double[proof.number(1 << 20)];
    for (int d = 0; d < districtWeight.length; d++) {
      districtWeight[d] = proof.real();
    }
    settlements = List.copyOf(facts.settlements().values());
    technologies = List.copyOf(facts.technologies().values());
    settlementCount = proof.number(Integer.MAX_VALUE);
    int towers = proof.number(Integer.MAX_VALUE);
    if (settlementCount != settlements.size() || towers != facts.towers().size()) {
      throw new IllegalStateException("the proof is about other places");
    }
    weights = new DistrictWeights(settlements, facts.standard(), districtWeight);
    settlements.forEach(s -> names.add(s.id(), s.location()));
    facts.towers().forEach(names::add);
    standing = names.places();
    facts.roads().places().forEach(names::add);
    ProofArcs arcs = new ProofArcs(facts.prices().years(), new ProofEnds(settlementCount));
    links = new ProofLinks(facts, names, standing).read(proof, arcs, roots);
    int[] technology = new int[0];
    int[] place = new int[0];
    int[] beside = new int[0];
    int kinds = facts.technologies().size();
    first = new int[settlementCount + 1];
    for (int i = 0; i < settlementCount; i++) {
      int count = proof.number(1 << 20);
      first[i + 1] = first[i] + count;
      if (first[i + 1] > technology.length) {
        int size = Math.max(1024, 2 * first[i + 1]);
        technology = Arrays.copyOf(technology, size);
        place = Arrays.copyOf(place, size);
        beside = Arrays.copyOf(beside, size);
      }
      for (int o = first[i]; o < first[i + 1]; o++) {
        int both = proof.number(kinds * (kinds + 1) - 1);
        technology[o] = both % kinds;
        beside[o] = both / kinds - 1;
        place[o] = proof.number(names.places()) - 1;
      }
    }
    int options = first[settlementCount];
    optionTail = new int[options];
    partCents = new double[options];
    aloneCents = new double[options];
    siteCents = new double[options];
    optionTaken = new long[options];
    optionUnsureCents = new int[options];
    optionTechnology = technology;
    optionPlace = place;
    optionRest = beside;
    optionValue = new long[options];
    optionBps = new long[options];
    bestValue = new long[settlementCount];
    forgoneCents = new long[settlementCount];
    demanded = new boolean[settlementCount];
    sites = offer(arcs, optionRest);
    int vertices = 1 + names.places() + sites;
    in = new int[vertices + 1];
    for (int k = 0; k < arcs.count; k++) {
      in[arcs.to[k] + 1]++;
    }
    Arrays.parallelPrefix(in, Integer::sum);
    int[] fill = in.clone();
    tail = new int[arcs.count];
    cents = new double[arcs.count];
    stepCents = new double[arcs.count];
    capacityBps = new long[arcs.count];
    unsureCents = new int[arcs.count];
    int[] number = new int[arcs.count];
    for (int k = 0; k < arcs.count; k++) {
      int a = fill[arcs.to[k]]++;
      number[k] = a;
      tail[a] = arcs.from[k];
      cents[a] = arcs.cents[k];
      stepCents[a] = arcs.step[k];
      capacityBps[a] = arcs.capacity[k];
      unsureCents[a] = arcs.unsure[k];
    }
    this.ends = arcs.ends.renumbered(arcs.count, number);
  }

  /** Gives every option its cents and every shared site its arc; the number of sites. */
  private int offer(ProofArcs arcs, int[] rest) {
    Map<Long, int[]> users = new HashMap<>();
    Map<Long, double[]> taken = new HashMap<>();
    Set<Long> all = new HashSet<>();
    for (int i = 0; i < settlementCount; i++) {
      Settlement whole = settlements.get(i);
      long before = -1;
      for (int o = first[i]; o < first[i + 1]; o++) {
        AccessTechnology a = technologies.get(optionTechnology[o]);
        Settlement s = Coverage.part(whole, Coverage.seenRatio(a, whole));
        if (rest[o] >= 0 && (s == whole || Coverage.needsSite(technologies.get(rest[o])))) {
          throw new IllegalStateException(a.id() + " is offered beside the wrong technology");
        }
        if ((optionPlace[o] < 0) == Coverage.needsSite(a) || optionPlace[o] >= standing) {
          throw new IllegalStateException(a.id() + " is offered at the wrong kind of place");
        }
        String at = optionPlace[o] < 0 ? "" : names.id(optionPlace[o]);
        names.option(s.id(), a.id(), at, rest[o] < 0 ? "" : technologies.get(rest[o]).id());
        optionBps[o] = prices.bps(s, a);
        if (optionPlace[o] >= 0) {
          long key = (long) optionPlace[o] << 32 | optionTechnology[o];
          all.add(key);
          users.computeIfAbsent(key, k -> new int[1])[0]++;
          double more = key == before ? 0 : prices.taken(s, a);
          taken.computeIfAbsent(key, k -> new double[1])[0] += more;
          before = key;
        }
      }
    }
    Map<Long, Integer> vertexOf = new HashMap<>();
    for (int i = 0; i < settlementCount; i++) {
      for (int o = first[i]; o < first[i + 1]; o++) {
        long key = (long) optionPlace[o] << 32 | optionTechnology[o];
        if (optionPlace[o] >= 0 && users.get(key)[0] > 1 && !vertexOf.containsKey(key)) {
          AccessTechnology a = technologies.get(optionTechnology[o]);
          int vertex = 1 + names.places() + vertexOf.size();
          vertexOf.put(key, vertex);
          Cost one = prices.site(a, at(optionPlace[o]), 1);
          Cost first = isCrowded(a, taken.get(key)[0]) ? Cost.ZERO : one;
          arcs.addSite(1 + optionPlace[o], vertex, first);
        }
      }
    }
    for (int i = 0; i < settlementCount; i++) {
      price(i, rest, vertexOf, taken);
    }
    siteTotal = all.size();
    return vertexOf.size();
  }

  private void price(int i, int[] rest, Map<Long, Integer> vertexOf, Map<Long, double[]> taken) {
    Settlement whole = settlements.get(i);
    long forgone = facts.forgoneCents().getOrDefault(whole.id(), 0L);
    for (int o = first[i]; o < first[i + 1]; o++) {
      AccessTechnology a = technologies.get(optionTechnology[o]);
      double seen = Coverage.seenRatio(a, whole);
      Settlement s = Coverage.part(whole, seen);
      Cost alone = prices.own(s, a);
      double own = alone.lifetimeCents();
      long unsure = alone.unsureCents();
      if (optionPlace[o] >= 0) {
        Cost abroad = prices.abroad(s.id(), names.id(optionPlace[o]));
        own += abroad.lifetimeCents();
        unsure += abroad.unsureCents();
      }
      double part = 0;
      long site = 0;
      if (optionPlace[o] >= 0) {
        long key = (long) optionPlace[o] << 32 | optionTechnology[o];
        Settlement at = at(optionPlace[o]);
        optionTaken[o] = prices.taken(s, a);
        int units = Coverage.units(optionTaken[o]);
        double parts = optionTaken[o] / (double) Coverage.WHOLE;
        Cost all = prices.site(a, at, units);
        site = all.lifetimeCents();
        unsure += all.unsureCents();
        part =
            !vertexOf.containsKey(key)
                ? site
                : isCrowded(a, taken.get(key)[0])
                    ? prices.sharedCents(a, at, parts, units)
                    : prices.furtherCents(a, at, units);
        optionTail[o] = vertexOf.getOrDefault(key, 1 + optionPlace[o]);
      } else {
        optionBps[o] = 0;
      }
      long worth = Coverage.ofSeen(prices.value(whole, a), seen);
      if (rest[o] >= 0) {
        AccessTechnology other = technologies.get(rest[o]);
        long all = prices.value(whole, other);
        worth += all - Coverage.ofSeen(all, seen);
        Cost beside = prices.own(Coverage.part(whole, 1 - seen), other);
        own += beside.lifetimeCents();
        unsure += beside.unsureCents();
      } else {
        own += forgone - Coverage.ofSeen(forgone, seen);
      }
      aloneCents[o] = own;
      partCents[o] = part;
      siteCents[o] = site;
      optionUnsureCents[o] = (int) Math.min(Integer.MAX_VALUE, unsure);
      optionValue[o] = weights.of(whole, worth);
      bestValue[i] = Math.max(bestValue[i], optionValue[o]);
    }
    forgoneCents[i] = forgone;
    demanded[i] = prices.isDemanded(whole);
    totalValue += bestValue[i];
  }

  /** Caps on what countries spend; none where something else than most people is asked for. */
  JsonNode budgetsByCountry() {
    JsonNode asked = facts.scenario();
    boolean most = "MOST_PEOPLE_UNDER_BUDGET".equals(Fields.text(asked, "goal"));
    return asked.path(most && asked.path("phases").isEmpty() ? "budgetsByCountry" : "");
  }

  /** Number of all places. */
  int placeCount() {
    return names.places();
  }

  /** Country of a place, where several are planned; else empty. */
  String country(int place) {
    return facts.roads().borders().country(names.id(place));
  }

  /** Place whose country pays for an arc: where a link starts, or a site stands. */
  int payer(int arc) {
    int head = Arrays.binarySearch(in, arc);
    int v = head < 0 ? -head - 2 : head;
    while (in[v + 1] == arc) {
      v++;
    }
    return v <= names.places() ? v - 1 : tail[arc] - 1;
  }

  /** Place of the site of an option; −1 = it has none. */
  int place(int option) {
    return optionPlace[option];
  }

  /** What tells the site of an option from others. */
  long siteKey(int option) {
    return (long) optionPlace[option] << 32 | optionTechnology[option];
  }

  /** Technology of the terminals of an option; null = it has none. */
  AccessTechnology terminals(int option) {
    int beside = optionRest[option];
    int own = optionPlace[option] < 0 ? optionTechnology[option] : -1;
    return beside < 0 && own < 0 ? null : technologies.get(beside < 0 ? own : beside);
  }

  /** What the terminals of an option load their beam with, bit/s. */
  long terminalBps(int option, int settlement) {
    Settlement whole = settlements.get(settlement);
    double seen = Coverage.seenRatio(technologies.get(optionTechnology[option]), whole);
    double share = optionRest[option] < 0 ? seen : 1 - seen;
    return prices.bps(Coverage.part(whole, share), terminals(option));
  }

  /** True when an option hangs on a site that other options hang on too. */
  boolean isAtSharedSite(int option) {
    return optionTail[option] >= in.length - 1 - sites;
  }

  /** Settlement of an option. */
  int owner(int option) {
    int at = Arrays.binarySearch(first, option);
    int i = at < 0 ? -at - 2 : at;
    while (first[i + 1] == option) {
      i++;
    }
    return i;
  }

  /** What so many units of the site of an option cost. */
  long siteCents(int option, int units) {
    AccessTechnology a = technologies.get(optionTechnology[option]);
    return prices.site(a, at(optionPlace[option]), units).lifetimeCents();
  }

  /** True when all that may use a site take more than one mast holds. */
  private static boolean isCrowded(AccessTechnology a, double taken) {
    return taken >= (double) Coverage.WHOLE * UnitPrice.perMast(a);
  }

  /** The settlement at a place; null where a tower stands. */
  private Settlement at(int place) {
    return place < settlementCount ? settlements.get(place) : null;
  }

  /** {@link OptionPrices#offered} of a settlement by its number. */
  List<String> offered(int settlement, AccessTechnology a) {
    return prices.offered(settlements.get(settlement), a);
  }

  /** The first option that must be listed and is not; null when all are. */
  String missingOption() {
    for (Settlement s : settlements) {
      for (AccessTechnology a : facts.technologies().values()) {
        String at = a.serves() == Serves.FREE_STANDING ? "" : s.id();
        boolean locked = !facts.mayStandAt(s.id(), at);
        if ((s.siteClosed() || locked) && !at.isEmpty()) {
          continue;
        }
        for (String rest : prices.offered(s, a)) {
          if (!names.hasOption(s.id(), a.id(), at, rest)) {
            return s.id() + " " + a.id() + " " + rest;
          }
        }
      }
    }
    return null;
  }
}
