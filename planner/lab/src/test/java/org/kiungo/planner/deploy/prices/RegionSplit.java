package org.kiungo.planner.deploy.prices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Regions;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.links.LinkMedia;
import org.kiungo.planner.deploy.moves.Neighbourhood;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.prices.PricedForest.Charging;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.radio.SiteUnits;
import org.kiungo.planner.steiner.ArborescenceSolver;
import org.kiungo.planner.steiner.SolvedArborescence;
import org.kiungo.planner.steiner.SteinerLimits;

/**
 * How a gap splits between bound and plan: cuts regions out of a country, a network node at the
 * largest place of each, and compares at a country's price of money, in value lost + price · cost,
 * the bound, what local search finds, and the optimum.
 *
 * <p>{@code RegionSplit LSO COMPLETE 99.74 20 8 folder}: country, model, price (value units per
 * cent), settlements per region, regions, where to write. Of the complete model the optimum is that
 * of the mixed-integer program {@code region-K.lp}: {@code highs --time_limit 120 region-K.lp}
 * prints what to add to "constant". Without load the model is one Steiner arborescence, which
 * {@link ArborescenceSolver} solves and proves within {@link #SECONDS}, or says that it did not.
 * All sums are people.
 */
public final class RegionSplit {

  private static final int MOVES = 20_000;

  private static final int SECONDS = 60;

  /** Thousandths of a person are near enough, and leave room for the solver's perturbed costs. */
  private static final int COARSER = 1_000;

  /** Costs are in thousands of USD, so that numbers keep their digits. */
  private static final double THOUSAND = 1e3;

  private static final double CENTS = 1e5;

  private RegionSplit() {}

  /** Writes the programs and prints bound, plan and constant or optimum of each region. */
  public static void main(String[] arguments) throws IOException {
    GapVariants variant = GapVariants.valueOf(arguments[1]);
    PlanningProblem country = variant.of(CountryData.read(arguments[0]));
    double price = Double.parseDouble(arguments[2]);
    int size = Integer.parseInt(arguments[3]);
    Path folder = Path.of(arguments[5]);
    Random random = new Random(42);
    for (int k = 0; k < Integer.parseInt(arguments[4]); k++) {
      Question world = world(region(country, size, random));
      PricedForest forest = new PricedForest(world);
      PricedAscent ascent = new PricedAscent(forest, size, List.of(PricedAscent.Guide.values()));
      PricedAscent.Result found =
          ascent
              .at(
                  world,
                  new SpeculativeAscents.Asked(price, List.of(Charging.values()), false),
                  () -> false)
              .orElseThrow();
      double bound = found.bounded().lowerBound() / SolverUnits.VALUE_PER_PERSON;
      Draft best =
          found.drafts().stream()
              .map(draft -> searched(draft, price))
              .max(Comparator.comparingDouble(draft -> draft.profit(price, price)))
              .orElseThrow();
      double all = forest.totalValue() / SolverUnits.VALUE_PER_PERSON;
      double plan = all - best.profit(price, price) / SolverUnits.VALUE_PER_PERSON;
      System.out.printf(Locale.ROOT, "region %d bound %.3f plan %.3f ", k, bound, plan);
      if (variant == GapVariants.COMPLETE) {
        Files.writeString(folder.resolve("region-" + k + ".lp"), program(world, price, Double.NaN));
        System.out.printf(Locale.ROOT, "constant %.3f", all);
      } else {
        SolvedArborescence solved = solved(forest, world, price);
        System.out.printf(
            Locale.ROOT,
            "optimum %.3f%s",
            solved.tree().value() * COARSER / SolverUnits.VALUE_PER_PERSON,
            solved.isOptimal() ? "" : " (best found, not proven)");
      }
      System.out.printf(Locale.ROOT, " of %.0f people%n", all);
    }
  }

  private static SolvedArborescence solved(PricedForest forest, Question world, double price) {
    ArborescenceInstance instance =
        forest.at(MoneyPrices.common(price, world.budgetCents()), Charging.NONE).instance();
    long[] penalty = new long[instance.graph().vertexCount()];
    for (int v = 0; v < penalty.length; v++) {
      penalty[v] = instance.penalty(v) / COARSER;
    }
    long never = Arrays.stream(penalty).sum() + 1;
    long[] cost =
        Arrays.stream(instance.arcCosts()).map(c -> Math.min(c / COARSER, never)).toArray();
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    return ArborescenceSolver.solve(
        instance.withCosts(cost, penalty),
        new SteinerLimits(42, Long.MAX_VALUE, () -> System.nanoTime() > end),
        null);
  }

  private static PlanningProblem region(PlanningProblem country, int size, Random random) {
    LonLat centre =
        country.settlements().get(random.nextInt(country.settlements().size())).location();
    List<Settlement> near =
        country.settlements().stream()
            .sorted(Comparator.comparingDouble(s -> s.location().distanceKm(centre)))
            .limit(size)
            .sorted(Comparator.comparing(Settlement::id))
            .toList();
    Settlement largest =
        near.stream().max(Comparator.comparingDouble(Settlement::population)).orElseThrow();
    NetworkNode node =
        NetworkNodeBuilder.builder()
            .id("node")
            .name("node")
            .location(largest.location())
            .country(largest.country())
            .kind(NetworkNode.Kind.FIBRE_NODE)
            .source("region")
            .build();
    return new PlanningProblem(
        near,
        List.of(node),
        List.of(),
        List.of(),
        country.catalogue(),
        country.standard(),
        country.money(),
        List.of());
  }

  private static Question world(PlanningProblem problem) {
    return new Question(
        problem,
        new DeploySettings(Double.NaN, Double.NaN, List.of(), List.of(), List.of(), 42, 0));
  }

  private static Draft searched(Draft start, double price) {
    Draft draft = start.copy();
    Neighbourhood moves =
        new Neighbourhood(
            draft,
            Regions.of(draft, Integer.MAX_VALUE).get(0),
            price,
            price,
            EnumSet.allOf(Neighbourhood.Kind.class));
    Random random = new Random(1);
    for (int k = 0; k < MOVES; k++) {
      double before = draft.profit(price, price);
      moves
          .propose(random)
          .ifPresent(
              change -> {
                change.applyTo(draft);
                if (draft.profit(price, price) < before || draft.unkept() > 0) {
                  change.reversed().applyTo(draft);
                }
              });
    }
    return draft;
  }

  /** The complete model of most people within a budget, as a program to minimise minus people. */
  public static String program(PlanningProblem problem, double budgetUsd) {
    return program(world(problem), 0, budgetUsd);
  }

  /**
   * Minimise −(value − price · cost), in people, over trees with loads, systems, units and beams.
   *
   * @param budgetUsd cap on the cost; NaN = none
   */
  private static String program(Question world, double price, double budgetUsd) {
    AccessOptions options = world.options();
    CandidateLinks links = world.links();
    LinkMedia media = links.media();
    double perUsd = 100 * price / SolverUnits.VALUE_PER_PERSON;
    StringBuilder objective = new StringBuilder("minimize\n obj:");
    term(objective, perUsd * THOUSAND, "c");
    StringBuilder cost = new StringBuilder(" cost:");
    StringBuilder rows = new StringBuilder();
    StringBuilder bounds = new StringBuilder("bounds\n");
    if (!Double.isNaN(budgetUsd)) {
      bounds.append(" c <= ").append(budgetUsd / THOUSAND).append('\n');
    }
    List<String> integers = new ArrayList<>();
    double total = 0;
    for (int o = 0; o < options.count(); o++) {
      total += options.demandBps(o) / 1e9;
    }
    int n = world.places().count();
    StringBuilder[] out = new StringBuilder[n];
    StringBuilder[] balance = new StringBuilder[n];
    for (int v = 0; v < n; v++) {
      out[v] = new StringBuilder();
      balance[v] = new StringBuilder();
    }
    for (int v = 0; v < n; v++) {
      for (int e = links.first(v); e < links.end(v); e++) {
        for (int m = 0; m < media.media().size(); m++) {
          int link = links.link(e);
          if (media.isDominated(m, link)) {
            continue;
          }
          String id = e + "_" + m;
          term(cost, media.firstCents(m, link) / CENTS, "y" + id);
          integers.add("y" + id);
          bounds.append(" y").append(id).append(" <= 1\n");
          out[v].append(" + y").append(id);
          balance[v].append(" + g").append(id);
          if (links.head(e) != links.root()) {
            balance[links.head(e)].append(" - g").append(id);
          }
          rows.append(" g").append(id);
          if (media.systemBps(m) == Long.MAX_VALUE) {
            term(rows, -total, "y" + id);
          } else {
            double gbps = media.systemBps(m) / 1e9;
            term(rows, -gbps, "y" + id);
            term(rows, -gbps, "n" + id);
            rows.append(" <= 0\n n").append(id);
            term(rows, -Math.ceil(total / gbps), "y" + id);
            term(cost, media.furtherCents(m, link) / CENTS, "n" + id);
            integers.add("n" + id);
          }
          rows.append(" <= 0\n");
        }
      }
    }
    for (int s = 0; s < options.sites(); s++) {
      term(cost, options.sitePrices().leastCents(s) / CENTS, "u" + s);
      integers.add("u" + s);
      StringBuilder load = new StringBuilder();
      for (int k = options.siteFirst(s); k < options.siteEnd(s); k++) {
        int o = options.siteOption(k);
        double gbps = options.demandBps(o) / 1e9;
        term(load, options.taken(o) / (double) SiteUnits.WHOLE, "z" + o);
        term(balance[options.sitePlace(s)], -gbps, "z" + o);
        rows.append(" z").append(o).append(" - u").append(s).append(" <= 0\n");
        rows.append(" z").append(o);
        rows.append(out[options.sitePlace(s)].toString().replace('+', '-')).append(" <= 0\n");
      }
      term(load, -1, "u" + s);
      rows.append(load).append(" <= 0\n");
    }
    for (int b = 0; b < options.beams(); b++) {
      StringBuilder load = new StringBuilder();
      for (int o = 0; o < options.count(); o++) {
        if (options.beam(o) == b) {
          term(load, options.beamLoadBps(o) / 1e9, "z" + o);
        }
      }
      rows.append(load).append(" <= ").append(options.beamBps(b) / 1e9).append('\n');
    }
    for (int v = 0; v < n; v++) {
      rows.append(out[v]).append(" <= 1\n");
      rows.append(balance[v]).append(" = 0\n");
    }
    for (int i = 0; i < world.places().settlements(); i++) {
      StringBuilder once = new StringBuilder();
      for (int o = options.first(i); o < options.end(i); o++) {
        term(objective, -options.value(o) / SolverUnits.VALUE_PER_PERSON, "z" + o);
        term(cost, options.privateCents(o) / CENTS, "z" + o);
        integers.add("z" + o);
        bounds.append(" z").append(o).append(" <= 1\n");
        once.append(" + z").append(o);
      }
      rows.append(once).append(" <= 1\n");
    }
    term(cost, -1, "c");
    return objective
        + "subject to\n"
        + cost
        + " = 0\n"
        + rows
        + bounds
        + "general\n "
        + String.join("\n ", integers)
        + "\nend\n";
  }

  private static void term(StringBuilder to, double factor, String name) {
    to.append(String.format(Locale.ROOT, " %+.9f %s\n", factor, name));
  }
}
