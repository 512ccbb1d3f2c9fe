package org.kiungo.planner.verify.bound;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.SightParts;
import org.kiungo.planner.radio.SiteUnits;
import org.kiungo.planner.verify.plan.LinkChecks;
import org.kiungo.planner.verify.plan.SiteChecks;
import org.kiungo.planner.verify.read.Facts;

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

  /** Arcs into a settlement: {@code first[i] … first[i + 1] − 1}. */
  final int[] first;

  final int[] optionTail;

  /** What an option is charged: beside its site, with its part of the site, with whole units. */
  final double[] aloneCents;

  final double[] optionCents;
  final double[] wholeCents;

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

  /** What a person counts, by district. */
  final DistrictWeights weights;

  private final Facts facts;
  private final OptionPrices prices;
  private final List<AccessTechnology> technologies;
  private final int[] optionTechnology;
  private final int[] optionPlace;
  private final List<LonLat> places = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final ProofLinks linked;
  private final Set<String> optionIds = new HashSet<>();

  ProofGraph(Facts facts, ProofReader proof, LinkChecks ends) throws IOException {
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
    settlements.forEach(s -> place(s.id(), s.location()));
    facts.towers().forEach(this::place);
    standing = places.size();
    facts.roads().places().forEach(this::place);
    ProofArcs arcs = new ProofArcs(facts.money());
    linked = new ProofLinks(facts, ids, places, standing);
    links = linked.read(proof, arcs, ends);
    int[] technology = new int[0];
    int[] place = new int[0];
    int[] optionRest = new int[0];
    int kinds = facts.technologies().size();
    first = new int[settlementCount + 1];
    for (int i = 0; i < settlementCount; i++) {
      int count = proof.number(1 << 20);
      first[i + 1] = first[i] + count;
      if (first[i + 1] > technology.length) {
        int size = Math.max(1024, 2 * first[i + 1]);
        technology = Arrays.copyOf(technology, size);
        place = Arrays.copyOf(place, size);
        optionRest = Arrays.copyOf(optionRest, size);
      }
      for (int o = first[i]; o < first[i + 1]; o++) {
        int both = proof.number(kinds * (kinds + 1) - 1);
        technology[o] = both % kinds;
        optionRest[o] = both / kinds - 1;
        place[o] = proof.number(places.size()) - 1;
      }
    }
    int options = first[settlementCount];
    optionTail = new int[options];
    optionCents = new double[options];
    aloneCents = new double[options];
    wholeCents = new double[options];
    optionTaken = new long[options];
    optionTechnology = technology;
    optionPlace = place;
    optionValue = new long[options];
    optionBps = new long[options];
    bestValue = new long[settlementCount];
    forgoneCents = new long[settlementCount];
    demanded = new boolean[settlementCount];
    sites = offer(arcs, optionRest);
    int vertices = 1 + places.size() + sites;
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
    for (int k = 0; k < arcs.count; k++) {
      int a = fill[arcs.to[k]]++;
      tail[a] = arcs.from[k];
      cents[a] = arcs.cents[k];
      stepCents[a] = arcs.step[k];
      capacityBps[a] = arcs.capacity[k];
    }
  }

  private void place(String id, LonLat at) {
    ids.add(id);
    places.add(at);
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
        Settlement s = SightParts.share(whole, SightParts.seenRatio(a, whole));
        if (s != whole && rest[o] >= 0 && technologies.get(rest[o]).needsBackhaul()
            || s == whole && rest[o] >= 0) {
          throw new IllegalStateException(a.id() + " is offered beside the wrong technology");
        }
        if ((optionPlace[o] < 0) == a.needsBackhaul() || optionPlace[o] >= standing) {
          throw new IllegalStateException(a.id() + " is offered at the wrong kind of place");
        }
        String id =
            s.id() + "|" + a.id() + "|" + (optionPlace[o] < 0 ? "" : ids.get(optionPlace[o]));
        optionIds.add(id);
        optionIds.add(id + "|" + (rest[o] < 0 ? "" : technologies.get(rest[o]).id()));
        optionBps[o] =
            SiteChecks.bps(facts.busyHour().mbps(s, Demand.people(s, a, facts.standard()), a));
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
          int vertex = 1 + places.size() + vertexOf.size();
          vertexOf.put(key, vertex);
          double first =
              isCrowded(a, taken.get(key)[0]) ? 0 : prices.siteCents(a, at(optionPlace[o]), 1);
          arcs.add(1 + optionPlace[o], vertex, first, 0, Long.MAX_VALUE);
        }
      }
    }
    for (int i = 0; i < settlementCount; i++) {
      price(i, rest, vertexOf, taken);
    }
    siteTotal = all.size();
    return vertexOf.size();
  }

  /** Sites of every kind, those of one settlement too. */
  int siteTotal;

  private void price(int i, int[] rest, Map<Long, Integer> vertexOf, Map<Long, double[]> taken) {
    Settlement whole = settlements.get(i);
    long forgone = facts.forgoneCents().getOrDefault(whole.id(), 0L);
    for (int o = first[i]; o < first[i + 1]; o++) {
      AccessTechnology a = technologies.get(optionTechnology[o]);
      double seen = SightParts.seenRatio(a, whole);
      Settlement s = SightParts.share(whole, seen);
      double own = prices.ownCents(s, a);
      own += optionPlace[o] < 0 ? 0 : prices.abroadCents(s.id(), ids.get(optionPlace[o]));
      double part = 0;
      long site = 0;
      if (optionPlace[o] >= 0) {
        long key = (long) optionPlace[o] << 32 | optionTechnology[o];
        Settlement at = at(optionPlace[o]);
        optionTaken[o] = prices.taken(s, a);
        int units = SiteUnits.units(optionTaken[o]);
        double parts = optionTaken[o] / (double) SiteUnits.WHOLE;
        site = prices.siteCents(a, at, units);
        part =
            !vertexOf.containsKey(key)
                ? site
                : isCrowded(a, taken.get(key)[0])
                    ? prices.spreadCents(a, at, parts, units)
                    : prices.furtherCents(a, at, units);
        optionTail[o] = vertexOf.getOrDefault(key, 1 + optionPlace[o]);
      } else {
        optionBps[o] = 0;
      }
      long worth = SightParts.seen(prices.value(whole, a), seen);
      if (rest[o] >= 0) {
        AccessTechnology other = technologies.get(rest[o]);
        long all = prices.value(whole, other);
        worth += all - SightParts.seen(all, seen);
        own += prices.ownCents(SightParts.share(whole, 1 - seen), other);
      } else {
        own += forgone - SightParts.seen(forgone, seen);
      }
      aloneCents[o] = own;
      optionCents[o] = own + part;
      wholeCents[o] = own + site;
      optionValue[o] = weights.of(whole, worth);
      bestValue[i] = Math.max(bestValue[i], optionValue[o]);
    }
    forgoneCents[i] = forgone;
    demanded[i] = prices.isDemanded(whole);
    totalValue += bestValue[i];
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
    return prices.siteCents(a, at(optionPlace[option]), units);
  }

  /** True when all that may use a site take more than one mast holds. */
  private static boolean isCrowded(AccessTechnology a, double taken) {
    return taken >= (double) SiteUnits.WHOLE * AccessCost.unitsPerMast(a);
  }

  /** The settlement at a place; null where a tower stands. */
  private Settlement at(int place) {
    return place < settlementCount ? settlements.get(place) : null;
  }

  /** Places where something stands or may. */
  List<LonLat> standing() {
    return Collections.unmodifiableList(places.subList(0, standing));
  }

  String id(int place) {
    return ids.get(place);
  }

  boolean hasLink(String fromId, String toId) {
    return linked.has(fromId, toId);
  }

  boolean hasOption(String settlementId, String technologyId, String placeId) {
    return optionIds.contains(settlementId + "|" + technologyId + "|" + placeId);
  }

  /** The same with what those out of sight have, empty for nothing. */
  boolean hasOption(String settlementId, String technologyId, String placeId, String restId) {
    return hasOption(settlementId, technologyId, placeId + "|" + restId);
  }

  /** The first option that must be listed and is not; null when all are. */
  String missingOption() {
    for (Settlement s : settlements) {
      for (AccessTechnology a : facts.technologies().values()) {
        double seen = SightParts.seenRatio(a, s);
        boolean offered =
            s.unservedPopulation() > 0
                && SightParts.seen(prices.value(s, a), seen) > 0
                && prices.allows(s, a);
        if (offered && !prices.carries(SightParts.share(s, seen), a)) {
          continue;
        }
        String at = a.serves() == Serves.FREE_STANDING ? "" : s.id();
        for (String rest : offered ? prices.forTheRest(s, seen) : List.<String>of()) {
          if (!hasOption(s.id(), a.id(), at, rest)) {
            return s.id() + " " + a.id() + " " + rest;
          }
        }
      }
    }
    return null;
  }
}
