package org.kiungo.web.portion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Role;
import org.kiungo.web.system.ApiRefusal;

class PortionsTest {

  private final Portions portions = new Portions("streams", 20, "run.streams-full", 30);

  private List<Portions.Held> as(String user, String organisation, int times) {
    Runnable back =
        Member.begin(user == null ? null : new Member(user, user, organisation, Role.PLANNER));
    List<Portions.Held> held = new ArrayList<>();
    try {
      for (int k = 0; k < times; k++) {
        held.add(portions.take());
      }
      return held;
    } finally {
      back.run();
    }
  }

  private ApiRefusal refusal(String user, String organisation) {
    return catchThrowableOfType(ApiRefusal.class, () -> as(user, organisation, 1));
  }

  @Test
  void noUserAndNoOrganisationTakesTheSharesOfAll() {
    List<Portions.Held> awas = as("awa", "ours", 5);
    assertThat(refusal("awa", "ours").code()).isEqualTo("streams.user");
    assertThat(refusal("awa", "ours").status().value()).isEqualTo(429);
    assertThat(refusal("awa", "ours").afterSeconds()).isEqualTo(30);
    as("b", "ours", 5);
    assertThat(refusal("f", "ours").code()).isEqualTo("streams.organisation");
    as("g", "theirs", 2);
    awas.get(0).close();
    awas.get(0).close();
    as("f", "ours", 1);
    assertThat(refusal("f", "ours").code()).as("closed twice, given back once").contains("org");
    assertThat(portions.held()).isEqualTo(12);
  }

  @Test
  void whereNobodyIsKnownAllMayBeTakenAndNoMore() {
    as(null, "", 20);
    assertThat(refusal(null, "").status().value()).isEqualTo(503);
    assertThat(refusal(null, "").code()).isEqualTo("run.streams-full");
  }

  /** Whatever is followed: there is no other way to a stream. */
  @Test
  void noOrganisationTakesTheStreamsOfAll() {
    Streams streams = new Streams();
    try {
      for (String user : List.of("awa", "bo")) {
        assertThat(opened(streams, user, "ours")).isEqualTo(Portions.ofUser(Streams.ALL));
      }
      assertThat(opened(streams, "cy", "ours")).isZero();
      assertThat(opened(streams, "dee", "theirs")).isEqualTo(Portions.ofUser(Streams.ALL));
    } finally {
      streams.close();
    }
  }

  /** How many a user is given before one is refused. */
  private static int opened(Streams streams, String user, String organisation) {
    Runnable back = Member.begin(new Member(user, user, organisation, Role.VIEWER));
    int opened = 0;
    try {
      while (opened <= Streams.ALL) {
        streams.open();
        opened++;
      }
    } catch (ApiRefusal full) {
      assertThat(full.status().value()).isEqualTo(429);
    } finally {
      back.run();
    }
    return opened;
  }
}
