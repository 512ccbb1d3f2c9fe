package org.kiungo.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.explain.BuiltWorks;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.explain.BuiltWorks.Work;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.BillWords;
import org.kiungo.web.plan.WorkWords;

/**
 * What a plan builds, as its brief and its page tell it: rows that add up to the first line of its
 * bill.
 *
 * @param rows over all districts, by year and item
 * @param several whether more than one year builds
 * @param districts those that cost most, then all others as one
 * @param total of all rows, to the cent
 */
public record WorksTable(List<Row> rows, boolean several, List<District> districts, String total) {

  private static final int DISTRICTS_SHOWN = 8;

  /**
   * A row.
   *
   * @param each what one costs on average, to the cent; empty of what costs nothing by itself
   * @param usd of all, to the cent
   */
  public record Row(int year, String label, String quantity, String each, String usd) {}

  /**
   * A district.
   *
   * @param others how many are told as one; 0 of a district of its own
   */
  public record District(
      String name,
      int others,
      String masts,
      String cableKm,
      String hops,
      String terminals,
      String usd) {}

  /** Null where the plan builds nothing. */
  public static WorksTable of(List<Work> works, Words words) {
    if (works.isEmpty()) {
      return null;
    }
    Figures n = Figures.of(words.locale());
    List<Work> over = BuiltWorks.over(works);
    return new WorksTable(
        over.stream().map(each -> row(each, n, words)).toList(),
        over.stream().mapToInt(Work::year).distinct().count() > 1,
        districts(works, n, words),
        usd(works, words));
  }

  private static Row row(Work work, Figures n, Words words) {
    String unit = WorkWords.unit(work.item(), words);
    double counted = counted(work.item(), work.quantity());
    String quantity = n.km(counted);
    return new Row(
        work.year(),
        WorkWords.label(work, words),
        unit.isEmpty() ? quantity : words.text("works.quantity", quantity, unit),
        Double.isNaN(work.unitUsd())
            ? ""
            : BillWords.amount(work.cost().lifetimeUsd() / counted, words),
        BillWords.amount(work.cost().lifetimeUsd(), words));
  }

  private static String usd(List<Work> works, Words words) {
    long cents = works.stream().mapToLong(each -> each.cost().lifetimeCents()).sum();
    return BillWords.amount(AssetCost.usd(cents), words);
  }

  /** How many of an item, whatever it is of. */
  public static Map<Item, Double> quantities(List<Work> works) {
    Map<Item, Double> sums = new EnumMap<>(Item.class);
    works.forEach(each -> sums.merge(each.item(), each.quantity(), Double::sum));
    return sums;
  }

  private static List<District> districts(List<Work> works, Figures n, Words words) {
    Map<String, List<Work>> by = new TreeMap<>();
    for (Work each : works) {
      by.computeIfAbsent(each.country() + "/" + each.district(), k -> new ArrayList<>()).add(each);
    }
    if (by.size() < 2) {
      return List.of();
    }
    List<List<Work>> dearest = new ArrayList<>(by.values());
    dearest.sort(
        Comparator.comparingLong(
            (List<Work> all) -> -all.stream().mapToLong(w -> w.cost().lifetimeCents()).sum()));
    int most = dearest.size() > DISTRICTS_SHOWN + 1 ? DISTRICTS_SHOWN : dearest.size();
    List<District> shown = new ArrayList<>();
    for (List<Work> each : dearest.subList(0, most)) {
      shown.add(district(n.district(each.get(0).district()), 0, each, n, words));
    }
    List<List<Work>> others = dearest.subList(most, dearest.size());
    if (!others.isEmpty()) {
      List<Work> rest = others.stream().flatMap(List::stream).toList();
      shown.add(district("", others.size(), rest, n, words));
    }
    return List.copyOf(shown);
  }

  /**
   * How many pages say: terminals are counted by the share that subscribes, yet nobody installs a
   * part of one, and where there are any there is one at least.
   */
  public static double counted(Item item, double quantity) {
    return item == Item.TERMINALS && quantity > 0 ? Math.max(1, Math.rint(quantity)) : quantity;
  }

  private static District district(
      String name, int others, List<Work> works, Figures n, Words words) {
    Map<Item, Double> sums = quantities(works);
    return new District(
        name,
        others,
        n.whole(
            sums.getOrDefault(Item.MASTS_NEW, 0.0)
                + sums.getOrDefault(Item.MASTS_WITHIN, 0.0)
                + sums.getOrDefault(Item.MASTS_STANDING, 0.0)),
        n.km(sums.getOrDefault(Item.CABLE_KM, 0.0)),
        n.whole(sums.getOrDefault(Item.HOPS, 0.0)),
        n.whole(counted(Item.TERMINALS, sums.getOrDefault(Item.TERMINALS, 0.0))),
        usd(works, words));
  }
}
