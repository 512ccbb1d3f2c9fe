package org.kiungo.web.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What happened in a run, in order and numbered from 1 for ever, also over a restart of the server.
 * Whoever comes late gets the part that was missed.
 */
public final class RunEvents {

  private final List<Event> events = new ArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final long before;
  private boolean over;

  /**
   * Something that happened.
   *
   * @param id ascending
   * @param name progress or finished
   * @param data written as JSON
   */
  public record Event(long id, String name, Object data) {}

  /**
   * @param before how many events were sent before the server was restarted
   */
  public RunEvents(long before) {
    this.before = before;
  }

  /** Adds an event; nothing follows the last one. */
  public void add(String name, Object data, boolean last) {
    synchronized (this) {
      events.add(new Event(before + events.size() + 1, name, data));
      over = last;
    }
    listeners.forEach(Runnable::run);
  }

  /** Events after the one with this number. */
  synchronized List<Event> after(long id) {
    int from = (int) Math.max(0, Math.min(events.size(), id - before));
    return List.copyOf(events.subList(from, events.size()));
  }

  /** True when nothing follows the event with this number. */
  synchronized boolean isOver(long id) {
    return over && id >= before + events.size();
  }

  /** True when nothing follows what was told. */
  public synchronized boolean isOver() {
    return over;
  }

  synchronized long count() {
    return before + events.size();
  }

  void listen(Runnable listener) {
    listeners.add(listener);
  }

  void forget(Runnable listener) {
    listeners.remove(listener);
  }
}
