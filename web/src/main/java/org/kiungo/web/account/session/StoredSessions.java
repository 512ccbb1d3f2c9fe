package org.kiungo.web.account.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.kiungo.web.account.Secrets;
import org.kiungo.web.store.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionException;
import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Sessions in the database, under the SHA-256 of what the browser holds: whoever reads the table or
 * a backup of it is nobody. That one is in use is written once a minute, so that reading a page
 * writes nothing.
 */
public final class StoredSessions implements SessionRepository<StoredSessions.Stored> {

  private static final Logger LOG = LoggerFactory.getLogger(StoredSessions.class);
  private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

  private final SessionRepository<Session> table;
  private final Runnable removeOld;
  private final Ids ids = new Ids();
  private final AtomicLong removedMs = new AtomicLong();

  @SuppressWarnings("unchecked") // its class of sessions cannot be named
  public StoredSessions(JdbcIndexedSessionRepository table) {
    table.setSessionIdGenerator(ids);
    this.table = (SessionRepository<Session>) (SessionRepository<?>) table;
    this.removeOld = table::cleanUpExpiredSessions;
  }

  /** Makes secrets and gives their hashes away as ids. */
  private static final class Ids implements SessionIdGenerator {

    private final ThreadLocal<String> secret = new ThreadLocal<>();

    @Override
    public String generate() {
      secret.set(Secrets.make());
      return Secrets.sha256(secret.get());
    }

    /** Of the id that this thread made last. */
    String secret() {
      String made = secret.get();
      secret.remove();
      return made;
    }
  }

  @Override
  public Stored createSession() {
    return new Stored(table.createSession(), ids.secret());
  }

  @Override
  public void save(Stored session) {
    Organisation.as(
        Organisation.EVERY,
        () -> {
          table.save(session.kept);
          long now = System.currentTimeMillis();
          long last = removedMs.get();
          if (now - last > TOLD_EVERY.toMillis() && removedMs.compareAndSet(last, now)) {
            removeOld.run();
          }
        });
  }

  @Override
  public Stored findById(String id) {
    Session kept = Organisation.as(Organisation.EVERY, () -> table.findById(Secrets.sha256(id)));
    return kept == null ? null : new Stored(kept, id);
  }

  @Override
  public void deleteById(String id) {
    Organisation.as(Organisation.EVERY, () -> table.deleteById(Secrets.sha256(id)));
  }

  /** A session as the browser knows it. */
  public final class Stored implements Session {

    private final Session kept;
    private String id;

    private Stored(Session kept, String id) {
      this.kept = kept;
      this.id = id;
    }

    @Override
    public String getId() {
      return id;
    }

    @Override
    public String changeSessionId() {
      kept.changeSessionId();
      id = ids.secret();
      return id;
    }

    /** What cannot be read any more, after an upgrade for one, is not there: one signs in anew. */
    @Override
    public <T> T getAttribute(String name) {
      try {
        return kept.getAttribute(name);
      } catch (ConversionException unreadable) {
        LOG.debug("attribute {} of a session cannot be read", name, unreadable);
        return null;
      }
    }

    @Override
    public Set<String> getAttributeNames() {
      return kept.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
      kept.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
      kept.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
      return kept.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
      if (Duration.between(kept.getLastAccessedTime(), time).compareTo(TOLD_EVERY) > 0) {
        kept.setLastAccessedTime(time);
      }
    }

    @Override
    public Instant getLastAccessedTime() {
      return kept.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
      kept.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
      return kept.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
      return kept.isExpired();
    }
  }
}
