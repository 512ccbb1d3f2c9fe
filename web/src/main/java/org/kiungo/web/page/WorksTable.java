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
    List<List<Work>> rows = new ArrayList<>(dearest.subList(0, most));
    List<List<Work>> others = dearest.subList(most, dearest.size());
    if (!others.isEmpty()) {
      rows.add(others.stream().flatMap(List::stream).toList());
    }
    List<String> terminals = terminals(rows, works, n);
    List<District> shown = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      boolean own = k < most;
      String name = own ? n.district(rows.get(k).get(0).district()) : "";
      shown.add(district(name, own ? 0 : others.size(), rows.get(k), terminals.get(k), n, words));
    }
    return List.copyOf(shown);
  }

  /**
   * Whole terminals of each row, that add up to those counted over all districts: the largest
   * remainders are rounded up, as seats are apportioned. A row with a smaller part than that has
   * less than one.
   */
  private static List<String> terminals(List<List<Work>> rows, List<Work> works, Figures n) {
    double[] parts =
        rows.stream()
            .mapToDouble(each -> quantities(each).getOrDefault(Item.TERMINALS, 0.0))
            .toArray();
    long[] whole = new long[parts.length];
    long left = 0;
    for (Work each : BuiltWorks.over(works)) {
      left += each.item() == Item.TERMINALS ? (long) counted(each.item(), each.quantity()) : 0;
    }
    for (int k = 0; k < parts.length; k++) {
      whole[k] = (long) Math.floor(parts[k]);
      left -= whole[k];
    }
    for (; left > 0; left--) {
      int largest = 0;
      for (int k = 1; k < parts.length; k++) {
        largest = parts[k] - whole[k] > parts[largest] - whole[largest] ? k : largest;
      }
      whole[largest]++;
    }
    List<String> told = new ArrayList<>();
    for (int k = 0; k < parts.length; k++) {
      told.add(whole[k] == 0 && parts[k] > 0 ? "<\u00a01" : n.whole(whole[k]));
    }
    return told;
  }

  /**
   * How many pages say: terminals are counted by the share that subscribes, yet nobody installs a
   * part of one, and where there are any there is one at least.
   */
  public static double counted(Item item, double quantity) {
    return item == Item.TERMINALS && quantity > 0 ? Math.max(1, Math.rint(quantity)) : quantity;
  }

  private static District district(
      String name, int others, List<Work> works, String terminals, Figures n, Words words) {
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
        terminals,
        usd(works, words));
  }
}
