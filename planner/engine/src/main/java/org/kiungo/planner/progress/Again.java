package org.kiungo.planner.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.Planner;
import org.kiungo.planner.demand.Growth;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.RestWorks;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.folder.progress.ProgressReport.UnitCost;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.planner.scenario.InstitutionGoal;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.Scenario.Lock;

/**
 * The rest of a plan, planned anew: what stands is today's, whom it serves has service, and its
 * sites sell what their ways have left. Whatever this may build, the plan that was signed could
 * have built beside what stands for no more: where a site stands there is no second first one, a
 * mast that stands is not offered to others and a cable not tapped between its ends, since none of
 * that was for sale there. So as long as prices stay, the rest and what stands together never pass
 * the bound of the whole begun in the same year. That is the whole's own as long as the rest begins
 * with the plan or with one of its phases; later, whatever is built runs for fewer years.
 */
final class Again {

  /** What the identity of a node ends with that was built by the plan. */
  static final String BUILT = "_built";

  /** Source of such a node. */
  private static final String AS_BUILT = "as built";

  /** After so many rounds no node with a limit sells. */
  private static final int MOST_ROUNDS = 3;

  /** So often a rest is planned until it keeps to the money left. */
  private static final int MOST_BUDGETS = 6;

  /** A node with less to sell is none. */
  private static final double LEAST_MBPS = 0.001;

  private final PlanFolder signed;
  private final Standing standing;
  private final Spending spending;
  private final double moreUsd;
  private final Set<String> over = new LinkedHashSet<>();
  private final Set<String> full = new HashSet<>();

  /** Sites that stand and wait for links, in the order in which they are finished. */
  private final List<AccessSite> queue;

  /** How many of them there is money to finish. */
  private int finished;

  /** Of the whole computation what earlier rounds did, 0–1. */
  private double doneRatio;

  /** Holds the rest that is planned to the money left. */
  private RestBudget budget;

  /**
   * @param moreUsd money that comes to what is left of the budget; below 0 what goes
   */
  Again(PlanFolder signed, Standing standing, Spending spending, double moreUsd) {
    this.moreUsd = moreUsd;
    this.signed = signed;
    this.standing = standing;
    this.spending = spending;
    queue = standing.queue();
    finished = queue.size();
  }

  /**
   * What the rest is planned from.
   *
   * @param costs prices learnt; none = those of the catalogue
   * @param kept what stays as signed
   * @param fromYear first year in which something new may be built
   * @param files as-built files
   */
  record Asked(List<UnitCost> costs, Kept kept, int fromYear, List<InputFile> files) {}

  /**
   * What stays as signed.
   *
   * @param settlements served as signed
   * @param works under a contract, with their units, as {@link RestWorks} names them
   */
  record Kept(Set<String> settlements, Map<String, Double> works) {}

  /**
   * Refuses plans of other questions, of which nothing says what is left.
   *
   * @throws InputRefused {@code progress.again}
   */
  static void require(Scenario scenario, int fromYear) {
    boolean strives =
        scenario.goal() == Goal.MOST_PEOPLE_UNDER_BUDGET || scenario.goal().isOfDistricts();
    boolean plain =
        strives
            && scenario.hasBudget()
            && Double.isNaN(scenario.publicBudgetUsd())
            && scenario.budgetsByCountry().isEmpty()
            && scenario.twoPaths().isNone();
    if (!plain) {
      throw new InputRefused("progress.again", "goal", scenario.goal().toString());
    }
    if (fromYear > scenario.money().lastYear()) {
      throw new InputRefused(
          "progress.late", "year", fromYear + "", "last", scenario.money().lastYear() + "");
    }
  }

  /**
   * Finishes all sites that wait for links; where money does not suffice for that, as many of their
   * order as it does, found by halving. The others stand as they are, and nobody pays for them
   * again.
   */
  PlanFolder planned(Asked asked, Progress progress, BooleanSupplier stop) {
    PlanFolder best = null;
    int most = -1;
    int tooMany = queue.size() + 1;
    for (int next = queue.size(); tooMany - most > 1; next = (most + tooMany) / 2) {
      PlanFolder tried = finishing(next, asked, progress, stop);
      if (tried == null) {
        tooMany = next;
      } else {
        best = tried;
        most = next;
      }
    }
    finished = most;
    return best;
  }

  /** The rest in which so many sites are finished; null where they cannot be. */
  private PlanFolder finishing(int first, Asked asked, Progress progress, BooleanSupplier stop) {
    finished = first;
    full.clear();
    int budgets = 1;
    budget =
        new RestBudget(signed.plan(), standing, queue.subList(0, first), ownUsd(asked.fromYear));
    Set<String> waiting = waiting();
    Set<String> signedFor = new HashSet<>(asked.kept.settlements);
    signedFor.addAll(waiting);
    for (int round = 1; ; round++) {
      PlanningProblem problem = problem(asked);
      PlanResult result;
      try {
        Scenario scenario = scenario(signedFor, asked.kept.works, asked.fromYear);
        // nobody knows how many rounds it takes: each is half of what is left to do
        double half = (1 - doneRatio) / 2;
        Progress part = progress.part(doneRatio, half);
        doneRatio += half;
        result = Planner.plan(problem, scenario, List.of(), part, stop);
      } catch (InputRefused refused) {
        if (first == 0) {
          throw refused;
        }
        return null;
      }
      // a way may lead over a site that is not finished
      boolean all =
          result.plan().settlements().stream()
              .filter(each -> waiting.contains(each.settlementId()))
              .allMatch(each -> each.peopleServed() > 0);
      if (!all) {
        return null;
      }
      Set<String> beyond = beyond(problem, result.plan(), round >= MOST_ROUNDS);
      full.addAll(beyond);
      PlanFolder rest = Planner.folder(problem, result);
      if (beyond.isEmpty() && budget.keeps(rest)) {
        return rest;
      }
      if (beyond.isEmpty() && ++budgets > MOST_BUDGETS) {
        return null;
      }
    }
  }

  /** What each phase of the rest has beside all that stands, USD. */
  private double[] ownUsd(int fromYear) {
    Set<String> all = spending.unusedIds();
    List<Phase> phases = signed.scenario().phases();
    if (phases.isEmpty()) {
      return new double[] {spending.leftUsd(all, moreUsd)};
    }
    long open = phases.stream().filter(each -> each.lastYear() >= fromYear).count();
    return lastOf(spending.leftByPhase(fromYear, all, moreUsd), (int) open);
  }

  private static double[] lastOf(double[] all, int count) {
    return Arrays.copyOfRange(all, all.length - count, all.length);
  }

  /** Ids of sites that are to be finished, or of the others that wait. */
  private List<String> ids(boolean areFinished) {
    return queue.subList(areFinished ? 0 : finished, areFinished ? finished : queue.size()).stream()
        .map(AccessSite::id)
        .toList();
  }

  /** Settlements whose site is finished, and that have service from nothing else. */
  private Set<String> waiting() {
    Set<String> sites = new HashSet<>(ids(true));
    Set<String> waiting = new HashSet<>();
    for (SettlementService service : signed.plan().settlements()) {
      for (PartService part : service.each()) {
        boolean waits = sites.contains(part.siteId()) && part.peopleServed() > 0;
        if (waits && standing.people(service) == 0) {
          waiting.add(service.settlementId());
        }
      }
    }
    return waiting;
  }

  /** Works that stand, serve nobody and are not planned again: sites that wait, with their ways. */
  private Set<String> kept() {
    Set<String> kept = new HashSet<>();
    for (AccessSite each : queue.subList(finished, queue.size())) {
      kept.add(each.id());
      standing.way(each).forEach(link -> kept.add(link.id()));
    }
    for (AccessSite each : queue.subList(0, finished)) {
      standing.way(each).forEach(link -> kept.remove(link.id()));
    }
    return kept;
  }

  /** True where nothing of a site is planned again. */
  private boolean isDone(AccessSite site) {
    return standing.serves(site) || ids(false).contains(site.id());
  }

  /**
   * Nodes that were built and are asked for more than their ways have left, which only another
   * system on each would bring: they sell nothing in the next round.
   *
   * @param all true where all with a limit are to be left out once one is asked for more
   */
  private static Set<String> beyond(PlanningProblem problem, Plan plan, boolean all) {
    Map<String, Double> loads = new HashMap<>();
    plan.links().forEach(each -> loads.merge(each.toId(), each.loadMbps(), Double::sum));
    Set<String> beyond = new HashSet<>();
    Set<String> limited = new HashSet<>();
    for (NetworkNode each : problem.nodes()) {
      if (each.source().equals(AS_BUILT) && each.capacityMbps() > 0) {
        limited.add(each.id());
        if (loads.getOrDefault(each.id(), 0.0) > each.capacityMbps() + LEAST_MBPS) {
          beyond.add(each.id());
        }
      }
    }
    return all && !beyond.isEmpty() ? limited : beyond;
  }

  private PlanningProblem problem(Asked asked) {
    List<Settlement> settlements = today();
    List<InputFile> inputs = new ArrayList<>(signed.problem().inputs());
    inputs.removeAll(asked.files);
    RestWorks works = new RestWorks(budget.stands(), asked.kept.works);
    asked.files.forEach(each -> inputs.add(each.withReading(works::tell)));
    return signed
        .problem()
        .with()
        .settlements(settlements)
        .nodes(nodes())
        .towers(towers())
        .catalogue(UnitCosts.applied(signed.problem().catalogue(), asked.costs))
        .inputs(inputs)
        .build();
  }

  /** Whoever has service from what stands has it today; else nothing more is built there. */
  private List<Settlement> today() {
    Map<String, SettlementService> services = new HashMap<>();
    signed.plan().settlements().forEach(each -> services.put(each.settlementId(), each));
    Map<String, Settlement> counted = new HashMap<>();
    signed.counted().settlements().forEach(each -> counted.put(each.id(), each));
    Today today = signed.scenario().today();
    boolean counts =
        today.fourGCountsAs() == Today.CountsAs.STANDARD
            && today.coverage() != Today.Coverage.NOT_KNOWN;
    Set<String> taken = taken();
    List<Settlement> settlements = new ArrayList<>();
    for (Settlement published : signed.problem().settlements()) {
      Settlement each = taken.contains(published.id()) ? published.withSiteClosed(true) : published;
      SettlementService service = services.get(each.id());
      double people = service == null ? 0 : standing.people(service);
      if (people == 0) {
        settlements.add(each);
      } else if (counts && isStandard(service)) {
        double left = counted.get(each.id()).unservedPopulation() - people;
        // fewer than a thousandth of a person are none
        double ratio = left < 1e-3 ? 1 : 1 - left / each.population();
        settlements.add(each.withBaseline(ratio));
      } else {
        over.add(each.id());
        settlements.add(each);
      }
    }
    return settlements;
  }

  /**
   * Places of sites that stand: another first mast there would cost less than the further one that
   * the plan would have had to buy.
   */
  private Set<String> taken() {
    Set<String> taken = new HashSet<>();
    for (AccessSite each : signed.plan().sites()) {
      if (isDone(each)) {
        taken.add(each.placeId());
      }
    }
    return taken;
  }

  private List<Tower> towers() {
    Set<String> taken = taken();
    return signed.problem().towers().stream().filter(each -> !taken.contains(each.id())).toList();
  }

  private boolean isStandard(SettlementService service) {
    return service.each().stream()
        .allMatch(each -> standing.from(service, each) == null || each.status() == Status.STANDARD);
  }

  /** Sites that stand and serve share what their ways have left; so do the nodes behind them. */
  private List<NetworkNode> nodes() {
    Plan plan = signed.plan();
    Map<String, Medium> media = new HashMap<>();
    signed.problem().catalogue().media().forEach(each -> media.put(each.id(), each));
    Map<String, AccessSite> selling = new HashMap<>();
    for (AccessSite each : plan.sites()) {
      boolean sells = !full.contains(each.placeId() + BUILT);
      if (sells && standing.serves(each) && standing.linkFrom(each.placeId()) != null) {
        selling.putIfAbsent(each.placeId(), each);
      }
    }
    Map<String, Integer> sharing = new HashMap<>();
    selling.keySet().forEach(each -> way(each).forEach(at -> sharing.merge(at, 1, Integer::sum)));
    Map<String, NetworkNode> roots = new HashMap<>();
    List<NetworkNode> nodes = new ArrayList<>();
    for (NetworkNode each : signed.problem().nodes()) {
      double spare = each.capacityMbps() - spending.loadMbps(each.id());
      double even = Math.floor(1000 * spare / (1 + sharing.getOrDefault(each.id(), 0))) / 1000;
      double own = Math.max(LEAST_MBPS, even);
      boolean limited = !Double.isNaN(spare) && sharing.containsKey(each.id());
      nodes.add(limited ? each.withCapacityMbps(own) : each);
      roots.put(each.id(), each);
    }
    for (AccessSite each : selling.values()) {
      double spare = Double.POSITIVE_INFINITY;
      boolean cable = true;
      boolean sky = false;
      for (String at : way(each.placeId())) {
        BuiltLink link = standing.linkFrom(at);
        int among = sharing.get(at);
        double left;
        if (link == null) {
          NetworkNode root = roots.get(at);
          left = root == null ? Double.NaN : root.capacityMbps() - spending.loadMbps(at);
          among++;
        } else {
          Medium medium = media.get(link.mediumId());
          sky |= medium.viaSky();
          cable &= medium.hops().isEmpty();
          left =
              medium.systemMbps() == null
                  ? Double.NaN
                  : link.systems() * medium.systemMbps().value() - spending.loadMbps(at);
        }
        spare = Double.isNaN(left) ? spare : Math.min(spare, left / among);
      }
      if (!sky && spare > LEAST_MBPS) {
        nodes.add(node(each, spare, cable));
      }
    }
    nodes.sort(Comparator.comparing(NetworkNode::id));
    return nodes;
  }

  /** Places from one towards the network, the node at its end included. */
  private List<String> way(String placeId) {
    List<String> way = new ArrayList<>(List.of(placeId));
    BuiltLink link = standing.linkFrom(placeId);
    while (link != null && way.size() <= signed.plan().links().size() + 1) {
      way.add(link.toId());
      link = standing.linkFrom(link.toId());
    }
    return way;
  }

  private NetworkNode node(AccessSite site, double spareMbps, boolean cable) {
    NetworkNodeBuilder node =
        NetworkNodeBuilder.builder()
            .id(site.placeId() + BUILT)
            .location(site.location())
            .kind(cable ? NetworkNode.Kind.FIBRE_NODE : NetworkNode.Kind.CITY)
            .source(AS_BUILT);
    if (spareMbps < Double.POSITIVE_INFINITY) {
      // whole kbit/s, as limits are told
      node.capacityMbps(Math.floor(spareMbps * 1000) / 1000);
    }
    for (Settlement each : signed.problem().settlements()) {
      if (each.id().equals(site.placeId())) {
        return node.name(each.name())
            .country(each.country())
            .rainMmPerHour(each.rainMmPerHour())
            .build();
      }
    }
    for (Tower each : signed.problem().towers()) {
      if (each.id().equals(site.placeId())) {
        node.country(each.country()).rainMmPerHour(each.rainMmPerHour());
      }
    }
    return node.build();
  }

  private Scenario scenario(Set<String> kept, Map<String, Double> works, int fromYear) {
    Scenario scenario = signed.scenario();
    Map<String, SettlementService> services = new HashMap<>();
    signed.plan().settlements().forEach(each -> services.put(each.settlementId(), each));
    List<Lock> locks = new ArrayList<>();
    Set<String> taken = taken();
    for (Lock each : scenario.locks()) {
      boolean stands = standing.people(services.get(each.settlementId())) > 0;
      if (!stands && !kept.contains(each.settlementId())) {
        boolean closed = taken.contains(each.placeId());
        locks.add(closed ? new Lock(each.settlementId(), each.technologyId(), false) : each);
      }
    }
    Set<String> ids = new HashSet<>(ids(true));
    for (String each : kept.stream().sorted().toList()) {
      // of those in sight, where there are others
      PartService first = services.get(each).each().get(0);
      AccessSite site = standing.site(first.siteId());
      boolean finished = site != null && ids.contains(site.id());
      boolean signedFor = site != null && works.containsKey(RestWorks.site(site));
      boolean closed = site != null && taken.contains(site.placeId());
      if (!closed || finished || !signedFor) {
        String placeId = !closed && (finished || signedFor) ? site.placeId() : "";
        locks.add(new Lock(each, first.technologyId(), false, placeId));
      }
    }
    over.forEach(each -> locks.add(new Lock(each, "*", true)));
    return begun(fromYear).withLocks(locks);
  }

  /** The plan's choices from a year on, with the money that is left then. */
  private Scenario begun(int fromYear) {
    Scenario scenario = signed.scenario();
    Money money = scenario.money().from(fromYear);
    List<Phase> open =
        scenario.phases().stream().filter(each -> each.lastYear() >= fromYear).toList();
    double[] left =
        open.isEmpty()
            ? budget.within(new double[] {spending.leftUsd(kept(), moreUsd)})
            : budget.within(lastOf(spending.leftByPhase(fromYear, kept(), moreUsd), open.size()));
    List<Phase> phases = new ArrayList<>();
    for (int t = 0; t < open.size(); t++) {
      Phase each = open.get(t);
      int first = Math.max(fromYear, each.firstYear());
      phases.add(new Phase(first, each.lastYear(), left[t], each.targetRatio()));
    }
    InstitutionChoice institutions = scenario.institutions();
    List<InstitutionGoal> goals = new ArrayList<>();
    for (InstitutionGoal each : institutions.goals()) {
      int byYear = each.byYear() == 0 ? 0 : Math.max(fromYear, each.byYear());
      goals.add(new InstitutionGoal(each.kind(), each.shareRatio(), byYear, each.weightPeople()));
    }
    return scenario
        .with()
        .money(money)
        .standard(Growth.from(scenario.standard(), fromYear, money.lastYear()))
        .institutions(institutions.withGoals(goals))
        .budgetUsd(phases.isEmpty() ? left[0] : Double.NaN)
        .phases(phases)
        .build();
  }

  /**
   * What stays as signed: settlements of lots with a contract, and those whose site is under way
   * without a verifier's word.
   *
   * @param names lots that stay whatever their state
   */
  Kept kept(List<LotOf> lots, Set<String> names, boolean all) {
    Set<String> members = new HashSet<>();
    for (LotOf each : lots) {
      if (names.contains(each.id()) || all && each.signed()) {
        members.addAll(each.members());
      }
    }
    Plan plan = signed.plan();
    Map<String, Double> works = new HashMap<>();
    Set<String> sites = new HashSet<>();
    for (AccessSite each : plan.sites()) {
      BuiltRow row = standing.row(Kind.SITE, each.id());
      boolean reported = all && row != null && row.verified() == Verified.NOTHING;
      boolean named = row != null && names.contains(row.lot());
      if (reported || named || members.contains(each.id())) {
        sites.add(each.id());
        if (!standing.stands(each)) {
          works.put(RestWorks.site(each), RestWorks.first(plan, each.id(), each.units()));
        }
      }
    }
    for (BuiltLink each : plan.links()) {
      if (members.contains(each.id()) && !standing.stands(each)) {
        works.put(RestWorks.link(each), RestWorks.first(plan, each.id(), each.systems()));
      }
    }
    Set<String> kept = new HashSet<>();
    for (SettlementService service : plan.settlements()) {
      for (PartService part : service.each()) {
        boolean stays = sites.contains(part.siteId()) && part.peopleServed() > 0;
        if (stays && standing.people(service) == 0) {
          kept.add(service.settlementId());
        }
      }
    }
    return new Kept(kept, works);
  }

  /** What changes against the plan that was signed. */
  ProgressReport.Again told(PlanFolder again, List<LotOf> lots, Asked asked) {
    return new RestChanges(signed.plan(), standing, again)
        .told(lots, asked, moreUsd, ids(true), ids(false));
  }
}
