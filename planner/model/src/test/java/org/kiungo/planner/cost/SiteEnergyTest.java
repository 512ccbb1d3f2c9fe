package org.kiungo.planner.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;

class SiteEnergyTest {

  private static final Catalogue BUILT_IN = CatalogueReader.builtIn();
  private static final EnergyPrices PRICES = BUILT_IN.energy();

  /** One village in Benin, ten years at 8 %. */
  private static PlanningProblem world(CountryEconomics... economics) {
    PlanningProblem world = SmallWorlds.line(1).withCatalogue(BUILT_IN);
    return world
        .withTerms(world.standard(), org.kiungo.planner.model.money.Money.DEFAULT)
        .withEconomics(List.of(economics));
  }

  private static CountryEconomics benin(EconomicTerm term, double value) {
    Figure figure = new Figure(value, value, value, 2024, "test", false);
    return new CountryEconomics("BEN", Map.of(term, figure));
  }

  private static AccessTechnology technology(String id) {
    return BUILT_IN.technologies().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static SiteSupply at(PlanningProblem world, String technology, double gridKm) {
    Settlement village = world.settlements().get(0).withDistanceToGridKm(gridKm);
    return SiteEnergy.of(world).at(village, technology(technology));
  }

  @Test
  void aPlaceBesideTheGridTakesItAndAFarOneTheSun() {
    assertThat(at(world(), "lte-light", 0).kind()).isEqualTo(EnergySupply.GRID);
    assertThat(at(world(), "lte-light", 20).kind()).isEqualTo(EnergySupply.SOLAR);
    assertThat(at(world(), "nr-macro", 1.5).kind()).isEqualTo(EnergySupply.GRID);
  }

  @Test
  void aLineIsNotOfferedWhereNobodyKnowsTheGrid() {
    assertThat(at(world(), "lte-light", Double.NaN).kind()).isEqualTo(EnergySupply.SOLAR);
  }

  @Test
  void cheapDieselMakesTheGeneratorWin() {
    PlanningProblem dear = world(benin(EconomicTerm.DIESEL, 2.2));
    PlanningProblem cheap = world(benin(EconomicTerm.DIESEL, 0.05));
    assertThat(at(dear, "nr-macro", Double.NaN).kind()).isEqualTo(EnergySupply.SOLAR);
    assertThat(at(cheap, "nr-macro", Double.NaN).kind()).isEqualTo(EnergySupply.HYBRID);
  }

  @Test
  void lessSunTakesMorePanels() {
    double bright = at(world(benin(EconomicTerm.SUN, 5)), "fwa", Double.NaN).first().capex();
    double dark = at(world(benin(EconomicTerm.SUN, 2.5)), "fwa", Double.NaN).first().capex();
    // 300 W are 7.2 kWh a day; at 85 % each kWh per kWp less takes panels in proportion.
    double panelsUsd = 7.2 / (5 * 0.85) * PRICES.solarCapexUsdPerKwp().value();
    assertThat(dark - bright).isCloseTo(panelsUsd, within(1e-6));
  }

  @Test
  void theFirstUnitOnAMastPaysForTheLine() {
    SiteSupply two = at(world(), "fwa", 0.1);
    double lineUsd =
        0.1 * PRICES.gridLineCapexUsdPerKm().value() + PRICES.gridConnectionCapexUsd().value();
    assertThat(two.first().capex() - two.beside().capex()).isCloseTo(lineUsd, within(1e-6));
    // 0.3 kW through 8,766 hours at the tariff.
    double energyUsd = 0.3 * 8766 * PRICES.gridTariffUsdPerKwh().value();
    assertThat(two.beside().opexPerYear()).isCloseTo(energyUsd, within(1e-6));
  }

  @Test
  void everyUnitOnATowerBringsItsOwn() {
    SiteSupply tower = SiteEnergy.of(world()).at(null, technology("fwa"));
    assertThat(tower.beside()).isEqualTo(tower.first());
    assertThat(tower.kind()).isNotEqualTo(EnergySupply.GRID);
  }
}
