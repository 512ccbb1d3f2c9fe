package org.kiungo.web.sample;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.store.DataFolder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class HeadStartTest {

  private static final long STEPS = 20;

  private static final List<Scenario> FIRST = SampleScenarios.first(Reference.builtIn(), STEPS);

  private static HeadStart begun(Path data, boolean wanted, String dbUrl) {
    GenericApplicationContext context = new GenericApplicationContext();
    context.setEnvironment(
        new MockEnvironment()
            .withProperty("kiungo.data-dir", data.toString())
            .withProperty("kiungo.db-url", dbUrl)
            .withProperty("kiungo.samples.enabled", String.valueOf(wanted))
            .withProperty("kiungo.samples.steps", String.valueOf(STEPS)));
    HeadStart start = new HeadStart();
    start.initialize(context);
    // nothing has been refreshed: no bean is made, no port is open
    assertFalse(context.isActive());
    return start;
  }

  @Test
  void theFirstCountryIsPlannedBeforeAnyBeanIsMadeAndAsItIsLater(@TempDir Path data) {
    HeadStart start = begun(data, true, "");
    assertTrue(start.isBegun());
    assertEquals(Optional.empty(), start.take(of("SWZ")), "has no head start, is not waited for");
    Scenario first = FIRST.get(0);
    NewPlan made = start.take(first).orElseThrow();
    PlanFolder early = made.folder();
    PlanFolder late =
        ScenarioPlanner.on(() -> FeedSources.NONE)
            .plan(first, (phase, done, value, bound, gap) -> {}, () -> false);
    assertAll(
        () -> assertTrue(made.verdict().isProven(), "verified by then"),
        () -> assertTrue(Files.exists(made.files().resolve("plan.json"))),
        () -> assertEquals(late.scenario(), early.scenario()),
        () -> assertEquals(late.plan(), early.plan()),
        () -> assertEquals(late.certificate(), early.certificate()),
        () -> assertEquals(Optional.empty(), start.take(first), "handed over once"));
  }

  @Test
  void noneBeginsWhereSomethingMayBeImportedOrNoneIsWanted(@TempDir Path data) throws IOException {
    assertFalse(begun(data, false, "").isBegun());
    assertFalse(begun(data, true, "jdbc:postgresql://localhost/kiungo").isBegun());
    Path database = Files.createDirectory(data.resolve(DataFolder.DATABASE));
    Files.createFile(database.resolve("kiungo.mv.db"));
    HeadStart none = begun(data, true, "");
    assertFalse(none.isBegun());
    assertEquals(Optional.empty(), none.take(FIRST.get(0)));
  }

  private static Scenario of(String iso3) {
    return FIRST.get(0).with().countries(List.of(iso3)).build();
  }
}
