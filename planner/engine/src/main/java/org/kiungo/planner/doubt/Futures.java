package org.kiungo.planner.doubt;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.DemandVolume;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.Figure;

/**
 * A problem as it may turn out to be: published facts with every figure of some layers where it may
 * lie, and no range left of today's coverage. Pure, like a lever.
 */
public final class Futures {

  /** What follows from a draw is rounded to so many digits, so that it is the same everywhere. */
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_UP);

  private Futures() {}

  /**
   * @param published facts, today's coverage not yet counted as a scenario does
   * @param seed of every draw
   * @param futures of the same layers
   * @param future which of them, from 1
   */
  public static PlanningProblem of(
      PlanningProblem published, List<DoubtLayer> layers, long seed, int futures, int future) {
    PlanningProblem problem =
        published.withSettlements(published.settlements().stream().map(Futures::known).toList());
    for (DoubtLayer layer : layers) {
      Draws draws = new Draws(seed, layer, futures, future);
      problem =
          switch (layer) {
            case COVERAGE ->
                settlements(problem, published, (now, then) -> covered(now, then, draws));
            case PEOPLE -> settlements(problem, published, (now, then) -> peopled(now, draws));
            case PRICES -> problem.withCatalogue(priced(problem.catalogue(), draws));
            case DEMAND -> problem.withCatalogue(demanded(problem.catalogue(), draws));
          };
    }
    return problem;
  }

  /** The same place of whose coverage no range is left. */
  private static Settlement known(Settlement published) {
    return published.with().baselineLowRatio(Double.NaN).baselineHighRatio(Double.NaN).build();
  }

  private interface Change {
    Settlement of(Settlement now, Settlement published);
  }

  private static PlanningProblem settlements(
      PlanningProblem problem, PlanningProblem published, Change change) {
    List<Settlement> changed = new ArrayList<>();
    for (int k = 0; k < problem.settlements().size(); k++) {
      changed.add(change.of(problem.settlements().get(k), published.settlements().get(k)));
    }
    return problem.withSettlements(changed);
  }

  private static Settlement covered(Settlement now, Settlement published, Draws draws) {
    double ratio = published.baselineCoverageRatio();
    double low = published.baselineLowRatio();
    double high = published.baselineHighRatio();
    if (Double.isNaN(ratio) || Double.isNaN(low) || Double.isNaN(high)) {
      return now;
    }
    double at = draws.ofPlace(now.id());
    double drawn = at < 0 ? ratio + at * (ratio - low) : ratio + at * (high - ratio);
    return now.withBaselineCoverageRatio(within(drawn, ratio, at < 0 ? low : high));
  }

  private static Settlement peopled(Settlement now, Draws draws) {
    if (!(now.population() > 0)) {
      return now;
    }
    double all = 1 + DoubtLayer.COUNTRY_RATIO * draws.common();
    double place = 1 + DoubtLayer.PLACE_RATIO * draws.own(now.id());
    return now.withPopulation(rounded(now.population() * all * place));
  }

  private static Catalogue priced(Catalogue from, Draws draws) {
    return new Catalogue(
        from.version(),
        all(from.technologies(), "technologies", draws),
        all(from.media(), "media", draws),
        from.volumes(),
        all(from.transit(), "transit", draws),
        moved(from.energy(), "energy", draws, true),
        all(from.borders(), "borders", draws));
  }

  private static Catalogue demanded(Catalogue from, Draws draws) {
    List<DemandVolume> volumes = new ArrayList<>();
    from.volumes().forEach(each -> volumes.add(moved(each, "volumes/" + each.id(), draws, false)));
    return new Catalogue(
        from.version(),
        from.technologies(),
        from.media(),
        volumes,
        from.transit(),
        from.energy(),
        from.borders());
  }

  private static <R extends Record> List<R> all(List<R> from, String path, Draws draws) {
    return from.stream().map(each -> moved(each, path + "/" + id(each), draws, true)).toList();
  }

  private static String id(Record record) {
    try {
      return (String) record.getClass().getMethod("id").invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Moves every figure that the layer draws by its name: new ones need no change here. */
  @SuppressWarnings("unchecked")
  private static <R extends Record> R moved(R from, String path, Draws draws, boolean prices) {
    if (from == null) {
      return null;
    }
    try {
      RecordComponent[] parts = from.getClass().getRecordComponents();
      Object[] values = new Object[parts.length];
      Class<?>[] types = new Class<?>[parts.length];
      for (int k = 0; k < parts.length; k++) {
        String at = path + "/" + parts[k].getName();
        types[k] = parts[k].getType();
        values[k] = parts[k].getAccessor().invoke(from);
        if (values[k] instanceof Figure figure && isDrawn(parts[k].getName(), prices)) {
          values[k] = moved(figure, draws.of(at));
        } else if (values[k] instanceof List<?> list
            && list.stream().allMatch(Record.class::isInstance)) {
          // classes of hops rise and fall together, so that longer ones stay dearer
          values[k] = list.stream().map(each -> moved((Record) each, at, draws, prices)).toList();
        }
      }
      Constructor<?> whole = from.getClass().getDeclaredConstructor(types);
      return (R) whole.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isDrawn(String name, boolean prices) {
    return prices ? name.contains("Usd") : !name.equals("forecastUntilYear");
  }

  /** Log-linear where all is above zero. */
  private static Figure moved(Figure figure, double at) {
    double value = figure.value();
    double end = at < 0 ? figure.low() : figure.high();
    double share = Math.abs(at);
    double drawn =
        value > 0 && end > 0
            ? value * StrictMath.pow(end / value, share)
            : value + share * (end - value);
    return figure.withValue(within(drawn, value, end));
  }

  private static double within(double drawn, double value, double end) {
    double least = Math.min(value, end);
    double most = Math.max(value, end);
    return Math.max(least, Math.min(most, rounded(drawn)));
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
