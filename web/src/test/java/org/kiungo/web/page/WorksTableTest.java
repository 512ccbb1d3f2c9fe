package org.kiungo.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.explain.BuiltWorks.Work;
import org.kiungo.web.language.Words;

class WorksTableTest {

  private static Work work(String district, Item item, double quantity, double usd) {
    return new Work("CPV", district, 2027, item, "geo", quantity, AssetCost.ofUsd(usd, 0, usd));
  }

  /** A ninth of a terminal, the share of one place that subscribes, is not none at a price. */
  @Test
  void whatCostsSomethingIsNeverCountedAsNothing() {
    WorksTable table =
        WorksTable.of(
            List.of(
                work("Maio", Item.TERMINALS, 1 / 9.0, 451.86),
                work("Sal", Item.TERMINALS, 41, 166_736.34),
                work("Sal", Item.HOPS, 3, 300)),
            Words.in("en"));
    assertThat(table.rows()).extracting(WorksTable.Row::quantity).contains("41", "3");
    assertThat(table.districts())
        .extracting(WorksTable.District::terminals)
        .containsExactly("41", "<\u00a01");
    WorksTable one =
        WorksTable.of(List.of(work("Maio", Item.TERMINALS, 1 / 9.0, 451.86)), Words.in("en"));
    assertThat(one.rows()).extracting(WorksTable.Row::quantity).containsExactly("1");
    assertThat(one.rows()).extracting(WorksTable.Row::each).containsExactly("451.86");
  }

  /** Three kinds of 1.4 terminals are four, as all are told in one figure, not three of one. */
  @Test
  void terminalsOfRowsAndOfDistrictsAddUpToOneTotal() {
    List<Work> works =
        List.of(
            terminals("Maio", "geo", 1.4, 140),
            terminals("Maio", "leo", 1.4, 280),
            terminals("Sal", "ftth", 1.4, 420),
            terminals("Sal", "fwa", 0.3, 30));
    assertThat(WorksTable.counted(Item.TERMINALS, WorksTable.quantities(works).get(Item.TERMINALS)))
        .isEqualTo(4);
    WorksTable table = WorksTable.of(works, Words.in("en"));
    assertThat(table.rows())
        .extracting(WorksTable.Row::label, WorksTable.Row::quantity, WorksTable.Row::each)
        .containsExactly(
            tuple("Lines and terminals: Fibre to the home", "2", "210.00"),
            tuple("Lines and terminals: Fixed wireless", "<\u00a01", "100.00"),
            tuple("Lines and terminals: Satellite, geostationary", "1", "140.00"),
            tuple("Lines and terminals: Satellite, low orbit", "1", "280.00"));
    assertThat(table.districts())
        .extracting(WorksTable.District::terminals)
        .containsExactly("1", "3");
  }

  /** As far as the names of a country are trusted: Sikasso's are of a region of long ago. */
  @Test
  void districtsAreCalledAsReadersCallThem() {
    List<Work> works =
        List.of(
            new Work("ETH", "Tigray", 2027, Item.HOPS, "microwave", 1, AssetCost.ofUsd(2, 0, 2)),
            new Work("MLI", "Sikasso", 2027, Item.HOPS, "microwave", 1, AssetCost.ofUsd(1, 0, 1)));
    assertThat(WorksTable.of(works, Words.in("fr")).districts())
        .extracting(WorksTable.District::name)
        .containsExactly("Tigré", "Sikasso");
    assertThat(WorksTable.of(works, Words.in("sw")).districts())
        .extracting(WorksTable.District::name)
        .containsExactly("Tigray", "Sikasso");
  }

  private static Work terminals(String district, String of, double quantity, double usd) {
    AssetCost cost = AssetCost.ofUsd(usd, 0, usd);
    return new Work("CPV", district, 2027, Item.TERMINALS, of, quantity, cost);
  }
}
