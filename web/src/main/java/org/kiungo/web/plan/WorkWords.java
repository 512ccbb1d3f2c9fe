package org.kiungo.web.plan;

import java.util.stream.Stream;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.explain.BuiltWorks.Work;
import org.kiungo.web.language.Words;

/** What is built in words, the same on pages and in files. */
public final class WorkWords {

  private WorkWords() {}

  /** What a row counts, with the technology or medium that it is of. */
  public static String label(Work work, Words words) {
    return label(work.item(), work.of(), words);
  }

  /**
   * The same.
   *
   * @param of technology or medium; empty for none
   */
  public static String label(Item item, String of, Words words) {
    String what = item(item, words);
    return of.isEmpty() ? what : words.named(what, name(of, words));
  }

  /** What is counted. */
  public static String item(Item item, Words words) {
    return words.text("works." + item.word());
  }

  /** In what it is counted; empty where what is counted says it. */
  public static String unit(Item item, Words words) {
    return switch (item) {
      case CABLE_KM -> words.text("works.unit.km");
      case TRANSIT, NODES -> words.text("works.unit.mbps");
      default -> "";
    };
  }

  private static String name(String id, Words words) {
    return Stream.of("technology." + id, "medium." + id)
        .filter(words::has)
        .findFirst()
        .map(words::text)
        .orElse(id);
  }
}
