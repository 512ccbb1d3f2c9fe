package org.kiungo.web.portion;

import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kiungo.web.access.Admission;
import org.kiungo.web.access.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams of events that somebody follows. Each goes on for as long as what let its reader in does:
 * one that was signed out, disabled, given another role or another password is looked for every two
 * seconds, at whichever server it happened, and its streams end.
 */
@Component
public class Streams {

  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
  private static final long LOOKED_EVERY_MS = 2_000;
  static final int ALL = 500;
  private static final long AGAIN_SECONDS = 30;

  private final Portions portions = new Portions("streams", ALL, "run.streams-full", AGAIN_SECONDS);
  private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "streams");
            thread.setDaemon(true);
            return thread;
          });

  Streams() {
    clock.scheduleWithFixedDelay(
        this::look, LOOKED_EVERY_MS, LOOKED_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** One of them; of nobody known, nobody looks whether they still may. */
  private static final class Reader {
    private final Member member = Member.current().orElse(null);
    private final Admission admission = Admission.current().orElse(null);
    private final SseEmitter emitter = new SseEmitter(0L);
    private final Portions.Held place;

    Reader(Portions.Held place) {
      this.place = place;
    }
  }

  /** Opens one for who asks. */
  public SseEmitter open() {
    Reader reader = new Reader(portions.take());
    Runnable gone = () -> forget(reader);
    reader.emitter.onCompletion(gone);
    reader.emitter.onError(error -> gone.run());
    readers.add(reader);
    return reader.emitter;
  }

  private void forget(Reader reader) {
    readers.remove(reader);
    reader.place.close();
  }

  private void look() {
    Map<String, Optional<Member>> known = new HashMap<>();
    for (Reader reader : readers) {
      try {
        if (reader.admission != null && !isStill(reader, known)) {
          reader.emitter.complete();
          forget(reader);
        }
      } catch (RuntimeException away) {
        // who may come in is known again when the database is back
        LOG.debug("nobody knows whether a reader may read on: {}", away.toString());
      }
    }
  }

  private static boolean isStill(Reader reader, Map<String, Optional<Member>> known) {
    Admission by = reader.admission;
    Optional<Member> now = known.computeIfAbsent(by.by(), each -> by.again().get());
    return now.equals(Optional.ofNullable(reader.member));
  }

  @PreDestroy
  void close() {
    clock.shutdownNow();
  }
}
