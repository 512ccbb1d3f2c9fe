package org.kiungo.web.page.doubt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Certificate;
import org.kiungo.web.doubt.DoubtContent;
import org.kiungo.web.doubt.FirstLayer;
import org.kiungo.web.doubt.PlaceInDoubt;
import org.kiungo.web.doubt.SignNow;

/**
 * A plan in doubt with the sums its page needs, all of them of the study's own files.
 *
 * @param content what came of the study
 * @param today value of the plan by today's figures, weighted people
 * @param lambdaPeoplePerUsd price of money in the plan; NaN when not priced
 * @param kinds places by how often they are chosen, the most often first
 * @param signNow those of the plan that are chosen in all or nearly all futures
 * @param relays places that wait but whose sites those cannot do without, the most people first
 */
public record DoubtView(
    DoubtContent content,
    double today,
    double lambdaPeoplePerUsd,
    List<Kind> kinds,
    SignNow signNow,
    List<PlaceInDoubt> relays) {

  private static final int SHOWN_OF_KIND = 8;
  private static final int RELAYS_SHOWN = 40;

  private static final Comparator<PlaceInDoubt> MOST_PEOPLE =
      Comparator.comparingDouble(PlaceInDoubt::peopleGained)
          .reversed()
          .thenComparing(PlaceInDoubt::settlementId);

  /**
   * Places of one kind.
   *
   * @param id always, nearly, depends or never
   * @param places of this kind
   * @param planned how many of them the plan in doubt serves
   * @param people whom the plan gains there
   * @param low in so many futures' plans at least
   * @param high at most
   * @param shown those of the plan with the most of them
   */
  public record Kind(
      String id,
      int places,
      int planned,
      double people,
      int low,
      int high,
      List<PlaceInDoubt> shown) {

    /** How many of the plan's are not shown. */
    public int more() {
      return planned - shown.size();
    }

    private static Kind of(String id, List<PlaceInDoubt> all) {
      List<PlaceInDoubt> own = all.stream().filter(each -> each.kind().equals(id)).toList();
      List<PlaceInDoubt> planned =
          own.stream().filter(PlaceInDoubt::planned).sorted(MOST_PEOPLE).toList();
      return new Kind(
          id,
          own.size(),
          planned.size(),
          planned.stream().mapToDouble(PlaceInDoubt::peopleGained).sum(),
          own.stream().mapToInt(PlaceInDoubt::futures).min().orElse(0),
          own.stream().mapToInt(PlaceInDoubt::futures).max().orElse(0),
          planned.stream().limit(SHOWN_OF_KIND).toList());
    }
  }

  /**
   * The plan in all futures, in one of the two ways it may come to them.
   *
   * @param id signed or later
   * @param regret what it loses
   * @param futures in their order
   * @param value of it in each
   */
  public record Side(
      String id, Doubt.Regret regret, List<FutureRow> futures, ToDoubleFunction<FutureRow> value) {

    /** From the least. */
    private double[] values() {
      return futures.stream().mapToDouble(value).sorted().toArray();
    }

    public double meanValue() {
      return Arrays.stream(values()).average().orElse(Double.NaN);
    }

    public double leastValue() {
      return values()[0];
    }

    public double mostValue() {
      double[] values = values();
      return values[values.length - 1];
    }

    /** A quarter of the futures, rounded down, has no more. */
    public double lowQuartile() {
      return values()[values().length / 4];
    }

    /** The same from above. */
    public double highQuartile() {
      double[] values = values();
      return values[values.length - 1 - values.length / 4];
    }

    /** Future in which it loses most. */
    public int worstFuture() {
      return futures.stream()
          .max(Comparator.comparingDouble(each -> each.bound() - value.applyAsDouble(each)))
          .map(FutureRow::number)
          .orElse(0);
    }
  }

  static DoubtView of(
      DoubtContent content, List<PlaceInDoubt> places, Certificate plan, SignNow signNow) {
    return new DoubtView(
        content,
        plan.value(),
        plan.lambdaPeoplePerUsd(),
        PlaceRow.PLACES.stream().map(each -> Kind.of(each, places)).toList(),
        signNow,
        places.stream()
            .filter(each -> signNow.relayIds().contains(each.settlementId()))
            .sorted(MOST_PEOPLE)
            .limit(RELAYS_SHOWN)
            .toList());
  }

  /** How many relays are not shown. */
  public int moreRelays() {
    return signNow.relayIds().size() - relays.size();
  }

  public Doubt doubt() {
    return content.doubt();
  }

  /** The plan as signed, then with what is left of its budget spent once the figures are known. */
  public List<Side> sides() {
    return List.of(
        new Side("signed", doubt().plan().trimmed(), content.futures(), FutureRow::trimmed),
        new Side("later", doubt().plan().refilled(), content.futures(), FutureRow::refilled));
  }

  /** Futures in which the budget pays for no service at all. */
  public long emptyFutures() {
    return content.futures().stream().filter(each -> each.value() <= 0).count();
  }

  /** Layers from the one whose truth is worth most. */
  public List<Doubt.Layer> layers() {
    return FirstLayer.ranked(doubt());
  }

  /**
   * What the same plan loses where all layers are drawn, as {@link #layers} where each alone is.
   */
  public Doubt.Regret allLayers() {
    return doubt().plan().refilled();
  }

  /** Layers that are not told apart from all of them together. */
  public List<Doubt.Layer> likeAll() {
    return doubt().futuresPerLayer() == 0
        ? List.of()
        : layers().stream().filter(each -> each.regret().overlaps(allLayers())).toList();
  }

  /** How long a bar is beside the longest of layers and all of them together, 0–1. */
  public double barRatio(Doubt.Regret regret) {
    double longest = Math.max(layers().get(0).regret().mean(), allLayers().mean());
    return longest > 0 ? regret.mean() / longest : 0;
  }

  /** What as many people cost at the margin of the plan, USD; NaN when not priced. */
  public double usd(double people) {
    return lambdaPeoplePerUsd > 0 ? people / lambdaPeoplePerUsd : Double.NaN;
  }
}
