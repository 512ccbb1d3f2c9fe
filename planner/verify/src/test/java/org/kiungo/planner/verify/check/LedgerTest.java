package org.kiungo.planner.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger.Money3;

class LedgerTest {

  @Test
  void whatWasExpectedIsToldInNamesAndFigures() {
    assertThat(told(new Money3(92530.63, 12e6, 0)))
        .isEqualTo("capexUsd 92530.63, opexUsdPerYear 12000000, lifetimeCostUsd 0");
    assertThat(told(Optional.of(new LonLat(27.5, -29.3)))).isEqualTo("lon 27.5, lat -29.3");
    assertThat(told(List.of(new LonLat(1, 2), new LonLat(3, 4))))
        .isEqualTo("lon 1, lat 2; lon 3, lat 4");
    assertThat(told(Optional.empty())).isEqualTo("none");
    assertThat(told(Double.NaN)).isEqualTo("NaN");
    assertThat(told("≥ 3 cells")).isEqualTo("≥ 3 cells");
  }

  private record Part(int year, double usd) {}

  private record Whole(String name, double budgetUsd, List<Part> parts, List<String> ids) {}

  @Test
  void ofTwoWholesOnlyWhatDiffersIsTold() {
    List<Part> parts = List.of(new Part(2027, 5), new Part(2029, 7));
    Whole due = new Whole("A", 5, parts, List.of("a", "b"));
    assertThat(differing(due, new Whole("A", 6, parts, List.of("a", "b"))))
        .containsExactly("budgetUsd 5", "budgetUsd 6");
    assertThat(
            differing(
                due,
                new Whole(
                    "A", 5, List.of(parts.get(0), new Part(2029, 8)), List.of("b", "c", "d"))))
        .containsExactly("parts › 2 › usd 7; ids a", "parts › 2 › usd 8; ids c; d");
    assertThat(differing(due, new Whole("x".repeat(5000), 5, parts, List.of("a", "b"))).get(1))
        .hasSize(400)
        .endsWith("…");
  }

  private static List<String> differing(Object expected, Object found) {
    Ledger ledger = new Ledger();
    ledger.holds("rule", "place", false, expected, found);
    return List.of(ledger.checks().get(0).expected(), ledger.checks().get(0).found());
  }

  private static String told(Object expected) {
    Ledger ledger = new Ledger();
    ledger.holds("rule", "place", false, expected, "other");
    return ledger.checks().get(0).expected();
  }
}
