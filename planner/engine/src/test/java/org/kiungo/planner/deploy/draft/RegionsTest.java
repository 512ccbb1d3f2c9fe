package org.kiungo.planner.deploy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.draft.Regions.Region;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.moves.Neighbourhood;
import org.kiungo.planner.deploy.moves.Neighbourhood.Kind;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.DeploySettings;

/** Regions part the places; what is found in one is taken over as if computed from scratch. */
class RegionsTest {

  private static final int PLACES = 40;

  private static Draft draft() throws IOException {
    DeploySettings settings =
        new DeploySettings(2e6, Double.NaN, List.of(), List.of(), List.of(), 42, 0);
    Question world = new Question(CountryData.read("300"), settings);
    return new GreedyConstruction(world).build(() -> false);
  }

  @Test
  void everyPlaceIsInOneRegionOfLimitedSize() throws IOException {
    Draft draft = draft();
    List<Region> regions = Regions.of(draft, PLACES);
    assertThat(regions.stream().mapToInt(Region::places).sum()).isEqualTo(draft.places());
    assertThat(regions).allMatch(r -> r.places() <= PLACES);
    for (Region region : regions) {
      for (int k = 0; k < region.places(); k++) {
        assertThat(region.contains(region.place(k))).isTrue();
        assertThat(region.position(region.place(k))).isEqualTo(k);
      }
    }
  }

  @Test
  void changesStayInTheirRegionAndAreTakenOverExactly() throws IOException {
    for (Region region : Regions.of(draft(), PLACES)) {
      Draft draft = draft();
      Neighbourhood moves = new Neighbourhood(draft, region, 1, 1, EnumSet.allOf(Kind.class));
      Random random = new Random(region.place(0));
      for (int move = 0; move < 50; move++) {
        Optional<BlockChange> change = moves.propose(random);
        change.ifPresent(each -> assertThat(region.holds(each)).isTrue());
        change.ifPresent(each -> each.applyTo(draft));
      }
      Draft follower = draft();
      assertFollows(follower, draft, region);
    }
  }

  /** One forest turned into another: in a careless order, loops would close in between. */
  @Test
  @Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anyForestIsTakenOverWithoutLoops() throws IOException {
    Region region = Regions.of(draft(), Integer.MAX_VALUE).get(0);
    for (int seed = 0; seed < 10; seed++) {
      assertFollows(turned(seed), turned(seed + 100), region);
    }
  }

  private static Draft turned(int seed) throws IOException {
    Draft draft = draft();
    CandidateLinks links = draft.question().links();
    Random random = new Random(seed);
    for (int turn = 0; turn < 3_000; turn++) {
      int v = random.nextInt(draft.places());
      int e = links.first(v) + random.nextInt(links.end(v) - links.first(v));
      if (draft.canReach(v, e)) {
        draft.reparent(v, e);
      }
    }
    return draft;
  }

  private static void assertFollows(Draft follower, Draft draft, Region region) {
    follower.become(
        region,
        IntStream.range(0, region.settlements()).map(k -> draft.choice(region.place(k))).toArray(),
        IntStream.range(0, region.places()).map(k -> draft.arc(region.place(k))).toArray());
    Draft anew = draft.copy();
    assertThat(follower.costCents()).isEqualTo(anew.costCents()).isEqualTo(draft.costCents());
    assertThat(follower.value()).isEqualTo(anew.value()).isEqualTo(draft.value());
    for (int v = 0; v < draft.places(); v++) {
      assertThat(follower.arc(v)).isEqualTo(draft.arc(v));
      assertThat(follower.loadBps(v)).isEqualTo(anew.loadBps(v));
      assertThat(follower.isUsed(v)).isEqualTo(anew.isUsed(v));
    }
  }
}
