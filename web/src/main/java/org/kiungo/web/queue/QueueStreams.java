package org.kiungo.web.queue;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.language.Words;
import org.kiungo.web.portion.Streams;
import org.kiungo.web.store.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Readers of the queue. Once a second it is read for each organisation and language that somebody
 * reads it in, also where another server does the work, and the jobs that changed are sent. Who
 * comes back gets all of them again, so that nothing needs to be replayed.
 */
@Component
class QueueStreams {

  private static final Logger LOG = LoggerFactory.getLogger(QueueStreams.class);
  private static final long READ_EVERY_MS = 1_000;
  private static final int QUIET_ROUNDS = 15;

  private final Queue queue;
  private final Streams streams;
  private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "queue-events");
            thread.setDaemon(true);
            return thread;
          });

  QueueStreams(Queue queue, Streams streams) {
    this.queue = queue;
    this.streams = streams;
    clock.scheduleWithFixedDelay(this::tell, READ_EVERY_MS, READ_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** For whom the queue is read, and in which language. */
  private record Audience(String organisation, String language) {}

  private static final class Reader {
    private final Audience audience;
    private final SseEmitter emitter;
    private final Map<String, JobLine> known = new HashMap<>();
    private int quiet;

    Reader(Audience audience, SseEmitter emitter) {
      this.audience = audience;
      this.emitter = emitter;
    }
  }

  SseEmitter open(String language) {
    Reader reader = new Reader(new Audience(Organisation.current(), language), streams.open());
    Runnable gone = () -> readers.remove(reader);
    reader.emitter.onCompletion(gone);
    reader.emitter.onError(error -> gone.run());
    readers.add(reader);
    clock.execute(this::tell);
    return reader.emitter;
  }

  private void tell() {
    Map<Audience, List<JobLine>> read = new HashMap<>();
    for (Reader reader : readers) {
      try {
        tell(reader, read.computeIfAbsent(reader.audience, this::read));
      } catch (IOException | IllegalStateException gone) {
        reader.emitter.completeWithError(gone);
        readers.remove(reader);
      } catch (RuntimeException away) {
        LOG.debug("the queue cannot be read: {}", away.toString());
      }
    }
  }

  private List<JobLine> read(Audience audience) {
    return Organisation.as(audience.organisation, () -> queue.lines(Words.in(audience.language)));
  }

  private void tell(Reader reader, List<JobLine> lines) throws IOException {
    List<JobLine> changed =
        lines.stream().filter(each -> !each.equals(reader.known.get(each.id()))).toList();
    boolean first = reader.known.isEmpty() && reader.quiet == 0;
    if (!changed.isEmpty() || first) {
      changed.forEach(each -> reader.known.put(each.id(), each));
      reader.emitter.send(
          SseEmitter.event().name("jobs").data(changed, MediaType.APPLICATION_JSON));
      reader.quiet = 1;
    } else if (++reader.quiet % QUIET_ROUNDS == 0) {
      // keeps proxies from closing a quiet connection
      reader.emitter.send(SseEmitter.event().comment("alive"));
    }
  }

  @PreDestroy
  void close() {
    clock.shutdownNow();
    for (Reader each : readers) {
      try {
        each.emitter.complete();
      } catch (IllegalStateException gone) {
        LOG.debug("a reader has gone with the server: {}", gone.toString());
      }
    }
  }
}
