package org.kiungo.planner.verify.law;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;

/**
 * What each lever does, from what the document on levers says of it: {@code
 * planner/model/docs/levers.md}, with the sources there.
 */
final class LeverEffects {

  private static final Set<String> KNOWN =
      Set.of(
          "active-sharing",
          "capex-subsidy",
          "coverage-obligation",
          "dig-once",
          "equipment-tax",
          "guarantee",
          "import-duty",
          "licence-exempt-bands",
          "national-roaming",
          "open-access-trunk",
          "opex-subsidy",
          "passive-sharing",
          "satellite-gateway",
          "satellite-landing-rights",
          "sector-tax",
          "shared-rural-network",
          "spectrum-price",
          "universal-service-disbursement",
          "universal-service-levy");

  private final Money money;

  LeverEffects(Money money) {
    this.money = money;
  }

  static boolean isKnown(String id) {
    return KNOWN.contains(id);
  }

  /**
   * A market under a lever.
   *
   * @param settings by name; yes and no as 1 and 0
   */
  Market of(String id, Map<String, Double> settings, Market m) {
    double pulled = settings.values().iterator().next();
    return switch (id) {
      case "active-sharing" -> shared(m, 1 / pulled);
      case "passive-sharing" -> technologies(power(m, 1 / pulled, true), a -> mast(a, pulled));
      case "shared-rural-network" -> m.with(m.rules().withRuralOperators((int) pulled));
      case "coverage-obligation" -> m.with(m.rules().withObligedFromPeople(pulled));
      case "dig-once" -> media(m, each -> dug(each, 1 - pulled));
      case "open-access-trunk" -> media(m, each -> trunk(each, 1 / pulled));
      case "equipment-tax" ->
          technologies(
              m, a -> a.withAdopterCapexUsd(Market.times(a.adopterCapexUsd(), 1 + pulled)));
      case "import-duty" -> technologies(power(m, 1 + pulled, false), a -> imported(a, pulled));
      case "licence-exempt-bands" -> technologies(m, a -> exempt(a, pulled));
      case "satellite-gateway" -> farGateway(m, pulled);
      case "satellite-landing-rights" -> pulled == 1 ? m : grounded(m);
      case "national-roaming" -> more(m, EconomicTerm.ROAMING_REVENUE, pulled);
      case "capex-subsidy" -> more(m, EconomicTerm.CAPEX_SUBSIDY, pulled);
      case "opex-subsidy" -> more(m, EconomicTerm.OPEX_SUBSIDY, pulled);
      case "universal-service-levy" -> more(m, EconomicTerm.UNIVERSAL_SERVICE_LEVY, pulled);
      case "universal-service-disbursement" ->
          more(m, EconomicTerm.UNIVERSAL_SERVICE_DISBURSED, pulled);
      case "sector-tax" -> known(m, EconomicTerm.TAX, v -> v * pulled);
      case "spectrum-price" -> known(m, EconomicTerm.SPECTRUM, v -> v * pulled);
      case "guarantee" -> known(m, EconomicTerm.COST_OF_CAPITAL, v -> cheaper(v, pulled));
      default -> throw new IllegalArgumentException(id);
    };
  }

  private double cheaper(double rate, double cut) {
    double least = money.discountRateRatio();
    return rate <= least ? rate : Math.max(least, rate - cut);
  }

  private static Market technologies(Market m, UnaryOperator<AccessTechnology> change) {
    Catalogue c = m.catalogue();
    return m.with(
        new Catalogue(
            c.version(),
            c.technologies().stream().map(change).toList(),
            c.media(),
            c.volumes(),
            c.transit(),
            c.energy(),
            c.borders()));
  }

  private static Market media(Market m, UnaryOperator<Medium> change) {
    Catalogue c = m.catalogue();
    return m.with(
        new Catalogue(
            c.version(),
            c.technologies(),
            c.media().stream().map(change).toList(),
            c.volumes(),
            c.transit(),
            c.energy(),
            c.borders()));
  }

  private static Market energy(Market m, UnaryOperator<EnergyPrices> change) {
    Catalogue c = m.catalogue();
    return c.energy() == null
        ? m
        : m.with(
            new Catalogue(
                c.version(),
                c.technologies(),
                c.media(),
                c.volumes(),
                c.transit(),
                change.apply(c.energy()),
                c.borders()));
  }

  /** Operators share whatever stands at sites in reach, its energy and the links behind it. */
  private static Market shared(Market m, double share) {
    Market powered =
        energy(
            power(m, share, true),
            e ->
                e.withEnergyPriceRatio(
                    share * (e.energyPriceRatio() == null ? 1 : e.energyPriceRatio())));
    Market sites = technologies(powered, a -> a.serves() == Serves.IN_REACH ? site(a, share) : a);
    return media(sites, each -> trunk(each, share));
  }

  /**
   * What supplies energy at another price: with lines and upkeep of generators, or imports alone.
   */
  private static Market power(Market m, double factor, boolean all) {
    double local = all ? factor : 1;
    return energy(
        m,
        e ->
            e.with()
                .gridLineCapexUsdPerKm(Market.times(e.gridLineCapexUsdPerKm(), local))
                .gridConnectionCapexUsd(Market.times(e.gridConnectionCapexUsd(), local))
                .generatorOpexUsdPerYear(Market.times(e.generatorOpexUsdPerYear(), local))
                .solarCapexUsdPerKwp(Market.times(e.solarCapexUsdPerKwp(), factor))
                .batteryCapexUsdPerKwh(Market.times(e.batteryCapexUsdPerKwh(), factor))
                .generatorCapexUsd(Market.times(e.generatorCapexUsd(), factor))
                .build());
  }

  private static AccessTechnology site(AccessTechnology a, double share) {
    return a.with()
        .siteCapexUsd(Market.times(a.siteCapexUsd(), share))
        .towerSiteCapexUsd(Market.times(a.towerSiteCapexUsd(), share))
        .siteOpexUsdPerYear(Market.times(a.siteOpexUsdPerYear(), share))
        .offGridCapexUsd(Market.times(a.offGridCapexUsd(), share))
        .offGridOpexUsdPerYear(Market.times(a.offGridOpexUsdPerYear(), share))
        .furtherMastLinkCapexUsd(Market.times(a.furtherMastLinkCapexUsd(), share))
        .furtherMastLinkOpexUsdPerYear(Market.times(a.furtherMastLinkOpexUsdPerYear(), share))
        .build();
  }

  /** Of a site, what a tower would have saved is divided, and solar power. */
  private static AccessTechnology mast(AccessTechnology a, double operators) {
    Figure whole = a.siteCapexUsd();
    Figure equipment = a.towerSiteCapexUsd();
    if (whole != null && equipment != null && equipment.value() < whole.value()) {
      double mastUsd = whole.value() - equipment.value();
      double usd = equipment.value() + mastUsd / operators;
      whole = Market.given(usd, whole.year());
    }
    return a.with()
        .siteCapexUsd(whole)
        .offGridCapexUsd(Market.times(a.offGridCapexUsd(), 1 / operators))
        .build();
  }

  private static AccessTechnology imported(AccessTechnology a, double duty) {
    return a.with()
        .siteCapexUsd(Market.times(a.siteCapexUsd(), 1 + duty))
        .towerSiteCapexUsd(Market.times(a.towerSiteCapexUsd(), 1 + duty))
        .offGridCapexUsd(Market.times(a.offGridCapexUsd(), 1 + duty))
        .furtherMastLinkCapexUsd(Market.times(a.furtherMastLinkCapexUsd(), 1 + duty))
        .adopterCapexUsd(Market.times(a.adopterCapexUsd(), 1 + duty))
        .build();
  }

  private static AccessTechnology exempt(AccessTechnology a, double ratio) {
    return a.licensedMhz() != null && TechnologyFamilies.builtIn().get(a.family()).licenceExempt()
        ? a.withLicensedMhz(Market.times(a.licensedMhz(), 1 - ratio))
        : a;
  }

  private static Medium dug(Medium medium, double factor) {
    return medium.withCapexUsdPerKm(Market.times(medium.capexUsdPerKm(), factor));
  }

  /** What a way over ground costs to build, divided. */
  private static Medium trunk(Medium medium, double share) {
    if (medium.constellation() != null) {
      return medium;
    }
    return dug(medium, share)
        .with()
        .hops(medium.hops().stream().map(hop -> trunk(hop, share)).toList())
        .furtherSystemCapexUsd(Market.times(medium.furtherSystemCapexUsd(), share))
        .build();
  }

  private static Medium.Hop trunk(Medium.Hop hop, double share) {
    return new Medium.Hop(
        hop.maxKm(), Market.times(hop.capexUsd(), share), hop.bandLowMhz(), hop.bandHighMhz());
  }

  /** Whatever goes through a satellite's gateway takes longer, half of it on each way. */
  private static Market farGateway(Market m, double ms) {
    Market terminals =
        technologies(
            m,
            a ->
                a.serves() == Serves.FREE_STANDING && isViaGateway(a.family())
                    ? a.withRoundTripMs(later(a.roundTripMs(), ms))
                    : a);
    return media(
        terminals,
        each ->
            each.constellation() != null && isViaGateway(each.constellation())
                ? each.withDelayMsPerHop(later(each.delayMsPerHop(), ms / 2))
                : each);
  }

  private static boolean isViaGateway(String family) {
    return TechnologyFamilies.builtIn().get(family).viaGateway();
  }

  private static Figure later(Figure figure, double ms) {
    return Market.given(figure.value() + ms, figure.year());
  }

  private static Market grounded(Market m) {
    Catalogue c = m.catalogue();
    return m.with(
        new Catalogue(
            c.version(),
            c.technologies().stream().filter(a -> a.serves() != Serves.FREE_STANDING).toList(),
            c.media().stream().filter(each -> each.constellation() == null).toList(),
            c.volumes(),
            c.transit(),
            c.energy(),
            c.borders()));
  }

  /** So much more of a term in every country, up to its highest; unknown counts as nothing. */
  private Market more(Market m, EconomicTerm term, double value) {
    if (value == 0) {
      return m;
    }
    TreeMap<String, CountryEconomics> changed = new TreeMap<>();
    m.economics()
        .forEach(
            (iso3, country) -> {
              double sum = Math.min(term.high(), value + Market.value(country, term, 0));
              Figure figure = Market.given(sum, money.priceYear());
              changed.put(iso3, Market.changed(country, term, figure));
            });
    return new Market(m.catalogue(), changed, m.rules());
  }

  /** A term changed where it is known. */
  private static Market known(Market m, EconomicTerm term, UnaryOperator<Double> change) {
    TreeMap<String, CountryEconomics> changed = new TreeMap<>(m.economics());
    changed.replaceAll(
        (iso3, country) -> {
          Figure now = Market.figure(country, term);
          return now == null
              ? country
              : Market.changed(country, term, Market.given(change.apply(now.value()), now.year()));
        });
    return new Market(m.catalogue(), changed, m.rules());
  }
}
