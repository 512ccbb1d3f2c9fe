package org.kiungo.web.page;

import java.util.ArrayList;
import java.util.Arrays;
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
 * @param all of them together
 * @param total of all rows, to the cent
 */
public record WorksTable(
    List<Row> rows, boolean several, List<District> districts, District all, String total) {

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
        rows(over, n, words),
        over.stream().mapToInt(Work::year).distinct().count() > 1,
        districts(works, n, words),
        district("", 0, works, terminals(List.of(works))[0], n, words),
        usd(works, words));
  }

  private static List<Row> rows(List<Work> over, Figures n, Words words) {
    long[] terminals = terminals(over.stream().map(List::of).toList());
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < over.size(); k++) {
      Work work = over.get(k);
      boolean whole = work.item() == Item.TERMINALS && terminals[k] > 0;
      double counted = whole ? terminals[k] : work.quantity();
      String unit = WorkWords.unit(work.item(), words);
      String quantity =
          work.item() == Item.TERMINALS ? told(terminals[k], counted, n) : n.km(counted);
      rows.add(
          new Row(
              work.year(),
              WorkWords.label(work, words),
              unit.isEmpty() ? quantity : words.text("works.quantity", quantity, unit),
              Double.isNaN(work.unitUsd())
                  ? ""
                  : BillWords.amount(work.cost().lifetimeUsd() / counted, words),
              BillWords.amount(work.cost().lifetimeUsd(), words)));
    }
    return List.copyOf(rows);
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
    long[] terminals = terminals(rows);
    List<District> shown = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      boolean own = k < most;
      String name = own ? name(rows.get(k).get(0), n, words) : "";
      shown.add(district(name, own ? 0 : others.size(), rows.get(k), terminals[k], n, words));
    }
    return List.copyOf(shown);
  }

  private static String name(Work of, Figures n, Words words) {
    return n.district(DistrictNames.told(List.of(of.country()), of.district(), words.language()));
  }

  /**
   * Whole terminals of each row, that add up to those counted over all of them: the largest
   * remainders are rounded up, as seats are apportioned.
   */
  private static long[] terminals(List<List<Work>> rows) {
    double[] parts = rows.stream().mapToDouble(WorksTable::terminalsOf).toArray();
    long[] whole = new long[parts.length];
    long left = (long) counted(Item.TERMINALS, Arrays.stream(parts).sum());
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
    return whole;
  }

  private static double terminalsOf(List<Work> works) {
    return quantities(works).getOrDefault(Item.TERMINALS, 0.0);
  }

  /** A row with a part that is too small for one of its own has less than one. */
  private static String told(long whole, double part, Figures n) {
    return whole == 0 && part > 0 ? "<\u00a01" : n.whole(whole);
  }

  /**
   * How many pages say: terminals are counted by the share that subscribes, yet nobody installs a
   * part of one, and where there are any there is one at least.
   */
  public static double counted(Item item, double quantity) {
    return item == Item.TERMINALS && quantity > 0 ? Math.max(1, Math.rint(quantity)) : quantity;
  }

  private static District district(
      String name, int others, List<Work> works, long terminals, Figures n, Words words) {
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
        told(terminals, sums.getOrDefault(Item.TERMINALS, 0.0), n),
        usd(works, words));
  }
}
