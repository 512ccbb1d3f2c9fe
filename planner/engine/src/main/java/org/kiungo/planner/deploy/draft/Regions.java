package org.kiungo.planner.deploy.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.kiungo.planner.deploy.question.Question;

/**
 * A draft's places cut into regions of a limited number of places, across the longer side in the
 * middle again and again (k-d splitting). A search that looks at one region after the other copies
 * little when it finds something better, however many places there are in all.
 */
public final class Regions {

  /** Region of each place. */
  private final int[] regionOf;

  /** Number of each place within its region; settlements have the first ones. */
  private final int[] positionOf;

  private final List<Region> regions = new ArrayList<>();

  /** One of them: places, settlements first, by number. */
  public final class Region {

    private final int number;
    private final int[] places;
    private final int[] options;
    private final int settlements;

    private Region(int[] places, Question question) {
      this.places = places;
      number = regions.size();
      settlements =
          (int) Arrays.stream(places).filter(v -> v < question.places().settlements()).count();
      options =
          Arrays.stream(places, 0, settlements)
              .flatMap(i -> IntStream.range(question.options().first(i), question.options().end(i)))
              .toArray();
      for (int k = 0; k < places.length; k++) {
        regionOf[places[k]] = number;
        positionOf[places[k]] = k;
      }
    }

    /** Number of settlements. */
    public int settlements() {
      return settlements;
    }

    /** Number of places: settlements and towers. */
    public int places() {
      return places.length;
    }

    /** A place by its number within the region; settlements come first. */
    public int place(int position) {
      return places[position];
    }

    /** True when a place is in this region. */
    boolean contains(int place) {
      return regionOf[place] == number;
    }

    /** Number within the region of a place that is in it. */
    public int position(int place) {
      return positionOf[place];
    }

    /** Options of its settlements. */
    public int[] options() {
      return options;
    }

    /** True when a change decides about places of this region only. */
    public boolean holds(BlockChange change) {
      for (int place : change.index()) {
        if (!contains(place)) {
          return false;
        }
      }
      return true;
    }
  }

  private Regions(Question question, int most) {
    regionOf = new int[question.places().count()];
    positionOf = new int[question.places().count()];
    int[] all = new int[question.places().count()];
    Arrays.setAll(all, v -> v);
    split(all, question, most);
  }

  private void split(int[] places, Question question, int most) {
    if (places.length <= most) {
      Arrays.sort(places);
      regions.add(new Region(places, question));
      return;
    }
    IntToDoubleFunction x = question.places().plane()::x;
    IntToDoubleFunction y = question.places().plane()::y;
    IntToDoubleFunction along = width(places, x) >= width(places, y) ? x : y;
    int[] sorted =
        Arrays.stream(places)
            .boxed()
            .sorted(
                (u, v) ->
                    along.applyAsDouble(u) != along.applyAsDouble(v)
                        ? Double.compare(along.applyAsDouble(u), along.applyAsDouble(v))
                        : Integer.compare(u, v))
            .mapToInt(v -> v)
            .toArray();
    split(Arrays.copyOfRange(sorted, 0, sorted.length / 2), question, most);
    split(Arrays.copyOfRange(sorted, sorted.length / 2, sorted.length), question, most);
  }

  private static double width(int[] places, IntToDoubleFunction at) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int v : places) {
      least = Math.min(least, at.applyAsDouble(v));
      most = Math.max(most, at.applyAsDouble(v));
    }
    return most - least;
  }

  /**
   * The regions of a draft's question.
   *
   * @param most places in one, ≥ 1
   */
  public static List<Region> of(Draft draft, int most) {
    return List.copyOf(new Regions(draft.question(), most).regions);
  }
}
