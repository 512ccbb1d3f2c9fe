package org.kiungo.web.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Events of runs for whoever follows them, also of runs that another server computes. */
final class RunFeeds {

  private static final int REMEMBERED = 100;

  private final Map<String, Feed> feeds = new LinkedHashMap<>();

  private static final class Feed {
    private final RunEvents events;
    private RunProgress told;

    Feed(RunEvents events) {
      this.events = events;
    }
  }

  /** What happened and will happen in a run; of one that ended before a restart, only the end. */
  synchronized RunEvents of(RunRow row) {
    Feed known = feeds.get(row.id());
    if (known == null) {
      boolean over = row.state().isOver();
      known = new Feed(new RunEvents(Math.max(0, row.events() - (over ? 1 : 0))));
      known.told = row.progress();
      feeds.put(row.id(), known);
      forgetOldest();
      if (over) {
        finish(row);
      }
    }
    return known.events;
  }

  private void forgetOldest() {
    List<String> over =
        feeds.entrySet().stream()
            .filter(each -> each.getValue().events.isOver())
            .map(Map.Entry::getKey)
            .toList();
    over.subList(0, Math.max(0, over.size() - REMEMBERED)).forEach(feeds::remove);
  }

  /** Ends what is told of a run, once. */
  synchronized void finish(RunRow row) {
    Feed feed = feeds.get(row.id());
    if (feed != null && !feed.events.isOver()) {
      feed.events.add("finished", new RunEnd(row.planId(), row.state()), true);
    }
  }

  /** Runs that somebody follows and that are not over. */
  synchronized List<String> open() {
    return feeds.entrySet().stream()
        .filter(each -> !each.getValue().events.isOver())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Tells how a run stands that is computed elsewhere.
   *
   * @param isHere whether this server computes it and tells more of it
   */
  synchronized void tell(RunRow row, Predicate<String> isHere) {
    Feed feed = feeds.get(row.id());
    if (feed == null || isHere.test(row.id())) {
      return;
    }
    if (!row.progress().equals(feed.told) && !feed.events.isOver()) {
      feed.told = row.progress();
      feed.events.add("progress", row.progress(), false);
    }
    if (row.state().isOver()) {
      finish(row);
    }
  }
}
