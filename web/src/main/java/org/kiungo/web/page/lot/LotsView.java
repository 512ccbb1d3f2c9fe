package org.kiungo.web.page.lot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.web.language.Words;
import org.kiungo.web.lot.LotFiles;
import org.kiungo.web.lot.LotSupply;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.BillWords;
import org.kiungo.web.plan.WorkWords;
import org.kiungo.web.plan.document.LotDocuments;
import org.kiungo.web.plan.document.LotParts;

/**
 * Lots as their page tells them.
 *
 * @param rows of each lot to tender, in order
 * @param total all of them together
 * @param built of a rest, lots of what stands already or is signed
 * @param builtTotal all of these together
 * @param units over all lots to tender
 * @param points when their money is released
 */
public record LotsView(
    List<Row> rows,
    Row total,
    List<Row> built,
    Row builtTotal,
    List<Line> units,
    List<Point> points) {

  /**
   * A lot, or all of them.
   *
   * @param lot null of all
   * @param capexUsd what it costs to build
   * @param likely people, as a number
   * @param bill its quantities
   * @param points money by verification point
   */
  public record Row(
      Lot lot,
      double capexUsd,
      String sites,
      String mastsNew,
      String hops,
      String cableKm,
      String usd,
      String people,
      long likely,
      String sure,
      List<Line> bill,
      List<Point> points) {}

  /**
   * A row of a bill.
   *
   * @param each what one costs to build; empty of what costs nothing by itself
   * @param range its low and high end
   * @param usd of all; empty of what is not built but paid for each year, or costs nothing
   */
  public record Line(String label, String quantity, String each, String range, String usd) {}

  /** Money by verification point, to the cent. */
  public record Point(String name, double ratio, boolean assumed, String usd) {}

  static LotsView of(LotsFolder folder, Words words) {
    Lots lots = folder.lots();
    LotParts parts = new LotParts(folder.plan(), words);
    Figures n = Figures.of(words.locale());
    List<Row> rows = new ArrayList<>();
    List<Row> built = new ArrayList<>();
    for (Lot each : lots.lots()) {
      List<Row> of = each.state() == Lot.State.PLANNED ? rows : built;
      of.add(
          new Row(
              each,
              each.cost().capexUsd(),
              n.whole(each.newSites()),
              n.whole(masts(each)),
              n.whole(LotFiles.count(each, Item.HOPS)),
              n.km(LotFiles.count(each, Item.CABLE_KM)),
              n.whole(each.cost().capexUsd()),
              n.whole(each.people().likely()),
              each.people().likely(),
              n.whole(each.people().sure()),
              each.quantities().stream()
                  .map(q -> line(q, LotSupply.of(each, q, parts).told(words), n, words))
                  .toList(),
              points(List.of(each), lots.points(), words)));
    }
    return new LotsView(
        rows,
        total(lots.tendered(), n),
        built,
        total(built.stream().map(Row::lot).toList(), n),
        units(lots.tendered(), n, words),
        points(lots.tendered(), lots.points(), words));
  }

  /** Lots of either kind. */
  public List<Row> all() {
    List<Row> all = new ArrayList<>(rows);
    all.addAll(built);
    return all;
  }

  private static double masts(Lot lot) {
    return LotFiles.count(lot, Item.MASTS_NEW) + LotFiles.count(lot, Item.MASTS_WITHIN);
  }

  private static Row total(List<Lot> lots, Figures n) {
    long sites = 0;
    long likely = 0;
    long sure = 0;
    double masts = 0;
    double hops = 0;
    double km = 0;
    for (Lot each : lots) {
      likely += each.people().likely();
      sure += each.people().sure();
      sites += each.newSites();
      masts += masts(each);
      hops += LotFiles.count(each, Item.HOPS);
      km += LotFiles.count(each, Item.CABLE_KM);
    }
    double usd = LotDocuments.sum(lots, Lot.Cost::capexUsd);
    return new Row(
        null,
        usd,
        n.whole(sites),
        n.whole(masts),
        n.whole(hops),
        n.km(km),
        n.whole(usd),
        n.whole(likely),
        likely,
        n.whole(sure),
        List.of(),
        List.of());
  }

  private static List<Point> points(List<Lot> lots, List<Lots.Point> points, Words words) {
    List<Point> told = new ArrayList<>();
    boolean released = lots.stream().allMatch(each -> each.releases().isEmpty());
    if (released && !lots.isEmpty()) {
      return told;
    }
    for (int k = 0; k < points.size(); k++) {
      int at = k;
      long cents =
          lots.stream().mapToLong(each -> AssetCost.cents(each.releases().get(at).usd())).sum();
      told.add(
          new Point(
              LotDocuments.point(points.get(k).code(), words),
              points.get(k).releaseRatio(),
              points.get(k).assumed(),
              BillWords.amount(AssetCost.usd(cents), words)));
    }
    return told;
  }

  /** Average unit costs of all lots; their range is that of the amounts. */
  private static List<Line> units(List<Lot> lots, Figures n, Words words) {
    Map<Item, Map<String, List<Lot.Quantity>>> by = new TreeMap<>();
    for (Lot lot : lots) {
      for (Lot.Quantity each : lot.quantities()) {
        by.computeIfAbsent(LotDocuments.item(each), k -> new TreeMap<>())
            .computeIfAbsent(each.of(), k -> new ArrayList<>())
            .add(each);
      }
    }
    List<Line> lines = new ArrayList<>();
    by.forEach(
        (item, of) -> of.forEach((id, all) -> lines.add(line(sum(item, id, all), "", n, words))));
    return lines;
  }

  private static Lot.Quantity sum(Item item, String of, List<Lot.Quantity> all) {
    long thousandths = 0;
    long cents = 0;
    double low = 0;
    double high = 0;
    for (Lot.Quantity each : all) {
      thousandths += Math.round(1000 * each.quantity());
      cents += AssetCost.cents(each.cost().capexUsd());
      if (!Double.isNaN(each.unitCapexUsd())) {
        low += each.unitLowUsd() * each.quantity();
        high += each.unitHighUsd() * each.quantity();
      }
    }
    double quantity = thousandths / 1000.0;
    double unit = Lot.Quantity.unitUsd(quantity, AssetCost.usd(cents));
    boolean priced = !Double.isNaN(unit);
    return new Lot.Quantity(
        item.word(),
        of,
        quantity,
        new Lot.Cost(AssetCost.usd(cents), 0, 0),
        unit,
        priced ? low / quantity : Double.NaN,
        priced ? high / quantity : Double.NaN);
  }

  private static Line line(Lot.Quantity each, String supply, Figures n, Words words) {
    Item item = LotDocuments.item(each);
    String label = WorkWords.label(item, each.of(), words);
    String unit = WorkWords.unit(item, words);
    boolean priced = !Double.isNaN(each.unitCapexUsd());
    return new Line(
        supply.isEmpty() ? label : words.joined(List.of(label, supply)),
        words.text("lots.quantity", each.quantity(), unit).strip(),
        priced ? words.text("lots.unit-usd", each.unitCapexUsd()) : "",
        priced
            ? words.text("lots.range", n.whole(each.unitLowUsd()), n.whole(each.unitHighUsd()))
            : "",
        each.cost().capexUsd() == 0 ? "" : BillWords.amount(each.cost().capexUsd(), words));
  }
}
