package org.kiungo.web.run;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.kiungo.web.run.RunEvents.Event;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One reader of a run's events. Events are sent by a thread of its own, so that a slow reader holds
 * up neither the computation nor other readers.
 */
public final class EventStream {

  private final RunEvents events;
  private final Executor senders;
  private final Runnable onEnd;
  private final SseEmitter emitter;
  private final AtomicInteger wanted = new AtomicInteger();
  private final Runnable listener = this::wake;
  private long sent;
  private boolean ended;

  /**
   * @param after number of the last event that the reader has
   * @param emitter to the reader
   * @param onEnd called once when the stream is over or the reader has gone
   */
  public EventStream(
      RunEvents events, long after, SseEmitter emitter, Executor senders, Runnable onEnd) {
    this.events = events;
    this.emitter = emitter;
    this.sent = after;
    this.senders = senders;
    this.onEnd = onEnd;
    emitter.onCompletion(this::end);
    emitter.onError(gone -> end());
  }

  /** Sends what there is and then what comes. */
  public SseEmitter open() {
    events.listen(listener);
    wake();
    return emitter;
  }

  private void wake() {
    if (wanted.getAndIncrement() == 0) {
      senders.execute(this::send);
    }
  }

  private void send() {
    int seen;
    do {
      seen = wanted.get();
      sendWhatIsNew();
    } while (!wanted.compareAndSet(seen, 0));
  }

  private synchronized void sendWhatIsNew() {
    if (ended) {
      return;
    }
    try {
      for (Event event : events.after(sent)) {
        emitter.send(
            SseEmitter.event()
                .id(Long.toString(event.id()))
                .name(event.name())
                .data(event.data(), MediaType.APPLICATION_JSON));
        sent = event.id();
      }
      if (events.isOver(sent)) {
        emitter.complete();
      }
    } catch (IOException | IllegalStateException gone) {
      emitter.completeWithError(gone);
    }
  }

  /** A comment that keeps proxies from closing a quiet connection. */
  public void heartbeat() {
    senders.execute(
        () -> {
          synchronized (this) {
            try {
              if (!ended) {
                emitter.send(SseEmitter.event().comment("alive"));
              }
            } catch (IOException | IllegalStateException gone) {
              emitter.completeWithError(gone);
            }
          }
        });
  }

  private void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    events.forget(listener);
    onEnd.run();
  }
}
