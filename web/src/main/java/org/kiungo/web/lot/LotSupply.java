package org.kiungo.web.lot;

import java.util.function.ToDoubleFunction;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.document.LotDocuments;
import org.kiungo.web.plan.document.LotParts;

/**
 * What a row of a bill has to be made for, as far as the cost book tells it; what it does not tell
 * is not a number.
 *
 * @param heightM of antennas above ground on masts that are built
 * @param panelsKwp peak power of all panels
 * @param batteryKwh what all batteries hold
 */
public record LotSupply(double heightM, double panelsKwp, double batteryKwh) {

  private static final LotSupply NONE = new LotSupply(Double.NaN, Double.NaN, Double.NaN);

  /** Of a row of a lot's bill. */
  public static LotSupply of(Lot lot, Lot.Quantity row, LotParts parts) {
    Item item = LotDocuments.item(row);
    return switch (item) {
      case MASTS_NEW, MASTS_WITHIN ->
          new LotSupply(
              parts.sites(lot).stream()
                  .filter(each -> each.site().technologyId().equals(row.of()))
                  .filter(each -> !each.sheet().standing())
                  .mapToDouble(each -> each.sheet().heightM())
                  .findFirst()
                  .orElse(Double.NaN),
              Double.NaN,
              Double.NaN);
      case POWER_SOLAR -> power(lot, EnergySupply.SOLAR, parts);
      case POWER_HYBRID -> power(lot, EnergySupply.HYBRID, parts);
      default -> NONE;
    };
  }

  private static LotSupply power(Lot lot, EnergySupply energy, LotParts parts) {
    return new LotSupply(
        Double.NaN,
        sum(lot, energy, parts, LotParts.Site::panelsKwp),
        sum(lot, energy, parts, LotParts.Site::batteryKwh));
  }

  private static double sum(
      Lot lot, EnergySupply energy, LotParts parts, ToDoubleFunction<LotParts.Site> of) {
    return parts.sites(lot).stream()
        .filter(each -> each.site().energy() == energy)
        .mapToDouble(of)
        .sum();
  }

  /** As it is read beside the row; empty where nothing is known. */
  public String told(Words words) {
    if (!Double.isNaN(heightM)) {
      return words.text("lots.height", heightM);
    }
    return Double.isNaN(panelsKwp) ? "" : words.text("lots.solar", panelsKwp, batteryKwh);
  }
}
