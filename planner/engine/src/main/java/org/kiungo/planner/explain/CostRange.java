package org.kiungo.planner.explain;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.programme.PlannedProgramme;

/**
 * What the very decisions of a plan would cost if every price of the catalogue stood at the lower,
 * or every one at the upper end of its published range. Decisions, loads, numbers of sets and
 * lifetimes stay, so both ends are extremes: prices seldom err all to one side.
 *
 * @param low all prices at the lower end
 * @param high all prices at the upper end
 */
public record CostRange(Ends low, Ends high) {

  /**
   * One end.
   *
   * @param capexUsd first purchases
   * @param opexUsdPerYear upkeep
   * @param lifetimeCostUsd present value
   */
  public record Ends(double capexUsd, double opexUsdPerYear, double lifetimeCostUsd) {}

  /** Ranges of a plan's totals. */
  public static CostRange of(PlanningProblem problem, Plan plan) {
    return new CostRange(end(problem, plan, Figure::low), end(problem, plan, Figure::high));
  }

  private static Ends end(PlanningProblem problem, Plan plan, ToDoubleFunction<Figure> end) {
    Plan.Totals totals = repriced(priced(problem, end), plan).totals();
    return new Ends(totals.capexUsd(), totals.opexUsdPerYear(), totals.lifetimeCostUsd());
  }

  /** The plan's decisions at the prices of other facts. */
  static Plan repriced(PlanningProblem at, Plan plan) {
    return plan.programme() == null
        ? Repriced.of(at, plan)
        : new PlannedProgramme(at, plan).repriced();
  }

  /** The same facts with every price at an end of its range. */
  static PlanningProblem priced(PlanningProblem problem, ToDoubleFunction<Figure> end) {
    Catalogue catalogue = problem.catalogue();
    Catalogue moved =
        catalogue
            .withTechnologies(catalogue.technologies().stream().map(t -> priced(t, end)).toList())
            .withMedia(catalogue.media().stream().map(m -> priced(m, end)).toList())
            .withEnergy(priced(catalogue.energy(), end))
            .withTransit(catalogue.transit().stream().map(each -> priced(each, end)).toList())
            .withBorders(catalogue.borders().stream().map(each -> priced(each, end)).toList());
    return problem.withCatalogue(moved);
  }

  private static TransitPrice priced(TransitPrice price, ToDoubleFunction<Figure> at) {
    return price.priced(
        moved(price.transitUsdPerMbpsYear(), at),
        moved(price.haulUsdPerMbpsKmYear(), at),
        moved(price.coreUsdPerMbpsYear(), at),
        moved(price.upgradeUsdPerMbpsYear(), at));
  }

  private static Medium priced(Medium medium, ToDoubleFunction<Figure> at) {
    List<Medium.Hop> hops = new ArrayList<>();
    medium.hops().forEach(each -> hops.add(each.withCapexUsd(moved(each.capexUsd(), at))));
    return medium
        .with()
        .capexUsdPerKm(moved(medium.capexUsdPerKm(), at))
        .opexRatioPerYear(moved(medium.opexRatioPerYear(), at))
        .hops(hops)
        .furtherSystemCapexUsd(moved(medium.furtherSystemCapexUsd(), at))
        .systemOpexUsdPerYear(moved(medium.systemOpexUsdPerYear(), at))
        .build();
  }

  /** Moves every component that is a price, by its name: new prices need no change here. */
  private static <R extends Record> R priced(R from, ToDoubleFunction<Figure> at) {
    if (from == null) {
      return null;
    }
    try {
      RecordComponent[] parts = from.getClass().getRecordComponents();
      Object[] values = new Object[parts.length];
      Class<?>[] types = new Class<?>[parts.length];
      for (int k = 0; k < parts.length; k++) {
        types[k] = parts[k].getType();
        values[k] = parts[k].getAccessor().invoke(from);
        if (values[k] instanceof Figure figure && parts[k].getName().contains("pexUsd")) {
          values[k] = moved(figure, at);
        }
      }
      Constructor<?> whole = from.getClass().getDeclaredConstructor(types);
      @SuppressWarnings("unchecked")
      R moved = (R) whole.newInstance(values);
      return moved;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Figure moved(Figure figure, ToDoubleFunction<Figure> at) {
    return figure == null ? null : figure.withValue(at.applyAsDouble(figure));
  }
}
