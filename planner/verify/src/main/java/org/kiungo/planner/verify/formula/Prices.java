package org.kiungo.planner.verify.formula;

import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.Money;

/** What things cost, of a catalogue and by some money: what plans pay, or public money for it. */
public final class Prices {

  private final Catalogue catalogue;
  private final Money money;
  private final BusyHourLoad load;
  private final PlaceRules rules;
  private final Map<String, CountryEconomics> economics;
  private final List<String> countries;
  private final Discounting years;
  private final AccessPrices access;
  private final TrafficPrices traffic;

  /** What comes on top of what plans pay where it is public money. */
  public interface MarkUps {
    /** Factor on every amount. */
    double onEverything();

    /** What capital costs per dollar of a first purchase. */
    double onFirstPurchases();

    /** Licences, paid for each person served. */
    double licenceUsdPerMhzPop();
  }

  private record None(double onEverything, double onFirstPurchases, double licenceUsdPerMhzPop)
      implements MarkUps {}

  /**
   * What plans pay, or prices that bound a row of a programme.
   *
   * @param load whose traffic is carried
   * @param economics market terms by country
   * @param countries of the settlements, none twice
   */
  public Prices(
      Catalogue catalogue,
      Money money,
      BusyHourLoad load,
      PlaceRules rules,
      Map<String, CountryEconomics> economics,
      List<String> countries) {
    this(catalogue, money, load, rules, economics, countries, new None(1, 0, 0));
  }

  private Prices(
      Catalogue catalogue,
      Money money,
      BusyHourLoad load,
      PlaceRules rules,
      Map<String, CountryEconomics> economics,
      List<String> countries,
      MarkUps on) {
    this.catalogue = catalogue;
    this.money = money;
    this.load = load;
    this.rules = rules;
    this.economics = economics;
    this.countries = countries;
    Discounting plain = Discounting.of(money);
    years = on instanceof None ? plain : plain.marked(on, catalogue.media());
    Discounting choosing =
        money.waiting() == null ? years : years.from(money.waiting().firstYears().get(0));
    access =
        new AccessPrices(
            years,
            choosing,
            catalogue.energy(),
            rules,
            economics,
            countries,
            on.licenceUsdPerMhzPop());
    traffic = new TrafficPrices(load, money, years, catalogue.transit());
  }

  /** The same in public money. */
  public Prices marked(MarkUps on) {
    return new Prices(catalogue, money, load, rules, economics, countries, on);
  }

  /** By which amounts are added up. */
  public Discounting years() {
    return years;
  }

  /** Of sites and settlements. */
  public AccessPrices access() {
    return access;
  }

  /** Of traffic beyond the nodes. */
  public TrafficPrices traffic() {
    return traffic;
  }
}
