package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.TinyWorld;

/** No two places of a list are called alike. */
class PlaceNamesTest {

  private static Settlement place(Settlement like, int k, String name, String district) {
    return like.with().id("p" + k).name(name).district(district).modelled(false).build();
  }

  @Test
  void whatSharesANameHasItsDistrictOrItsIdentityBesideIt() throws Exception {
    Scenario scenario = TinyWorld.plan(1e6).scenario();
    Settlement like = TinyWorld.problem(scenario).settlements().get(0);
    List<Settlement> places =
        List.of(
            place(like, 0, "Ha Thabo", "Leribe"),
            place(like, 1, "Ha Thabo", "Quthing"),
            place(like, 2, "Ha Thabo", "Quthing"),
            place(like, 3, "Ha Thabo", ""),
            place(like, 4, "Mafeteng", "Mafeteng"));
    PlaceNames names = new PlaceNames(places, Words.in("en"));
    assertThat(places.stream().map(names::apart))
        .containsExactly(
            "Ha Thabo (Leribe)", "Ha Thabo (p1)", "Ha Thabo (p2)", "Ha Thabo (p3)", "Mafeteng");
    assertThat(places.stream().map(each -> names.of(each).name()))
        .containsOnly("Ha Thabo", "Mafeteng");
  }
}
