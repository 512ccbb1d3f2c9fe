package org.kiungo.web.portion;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kiungo.web.access.Member;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;

/**
 * Places of some kind that are held for a time. An organisation may hold half of them, a user a
 * quarter, each at least one; where there are no accounts, whoever asks may hold all.
 */
public final class Portions {

  private static final int ORGANISATION_PART = 2;
  private static final int USER_PART = 4;

  private final String what;
  private final int all;
  private final String fullCode;
  private final long againSeconds;
  private final Map<String, Integer> held = new HashMap<>();

  /** A place that is held until it is closed, however often. */
  @FunctionalInterface
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @param what begins the codes of refusals: {@code what.user}, {@code what.organisation}
   * @param all places
   * @param fullCode of the refusal where all are held
   * @param againSeconds after which it is worth asking again
   */
  public Portions(String what, int all, String fullCode, long againSeconds) {
    this.what = what;
    this.all = all;
    this.fullCode = fullCode;
    this.againSeconds = againSeconds;
  }

  /** How many an organisation may hold of so many. */
  public static int ofOrganisation(int all) {
    return Math.max(1, all / ORGANISATION_PART);
  }

  /** How many a user may hold of so many. */
  public static int ofUser(int all) {
    return Math.max(1, all / USER_PART);
  }

  /**
   * Takes a place for who asks.
   *
   * @throws ApiRefusal 429 where their share is used up, 503 where all places are held
   */
  public synchronized Held take() {
    Optional<Member> member = Member.current();
    String user = member.map(each -> "user " + each.userId()).orElse("user");
    String organisation = member.map(each -> "of " + each.organisationId()).orElse("of");
    if (member.isPresent()) {
      require(user, ofUser(all), ".user");
      require(organisation, ofOrganisation(all), ".organisation");
    }
    if (count("all") >= all) {
      throw new ApiRefusal(HttpStatus.SERVICE_UNAVAILABLE, fullCode, all).after(againSeconds);
    }
    add(user, 1);
    add(organisation, 1);
    add("all", 1);
    AtomicBoolean closed = new AtomicBoolean();
    return () -> {
      if (closed.compareAndSet(false, true)) {
        giveBack(user, organisation);
      }
    };
  }

  private void require(String whose, int most, String code) {
    if (count(whose) >= most) {
      throw new ApiRefusal(HttpStatus.TOO_MANY_REQUESTS, what + code, most, againSeconds)
          .after(againSeconds);
    }
  }

  private synchronized void giveBack(String user, String organisation) {
    add(user, -1);
    add(organisation, -1);
    add("all", -1);
  }

  private int count(String whose) {
    return held.getOrDefault(whose, 0);
  }

  private void add(String whose, int more) {
    held.merge(whose, more, (before, added) -> before + added == 0 ? null : before + added);
  }

  /** How many are held. */
  synchronized int held() {
    return count("all");
  }
}
