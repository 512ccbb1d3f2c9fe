package org.kiungo.web.plan;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.kiungo.planner.lot.WorkStates;
import org.kiungo.planner.lot.WorkStates.Sum;
import org.kiungo.web.language.Words;

/**
 * What of a rest stands already or is signed, and what is still to be spent, in words.
 *
 * @param usd how amounts are told
 */
public record StateWords(DoubleFunction<String> usd, Words words) {

  /** A row of a table of what stands; its id is that of its words. */
  public record Row(String id, Sum sum) {}

  /** How much of the money is still to be spent. */
  public String sentence(WorkStates states) {
    Sum stands = states.standing();
    Sum signed = states.signed();
    return words.text(
        stands.sites() + stands.links() > 0 ? "states.lead" : "states.lead-signed",
        usd.apply(states.all().lifetimeUsd()),
        usd.apply(stands.lifetimeUsd()),
        stands.sites(),
        stands.links(),
        usd.apply(states.due().lifetimeUsd()),
        signed.sites() + signed.links(),
        usd.apply(signed.lifetimeUsd()));
  }

  /** How many of the works stand, and how many are signed. */
  public String counted(WorkStates states) {
    return words.text(
        "states.counted",
        states.standing().sites(),
        states.standing().links(),
        states.signed().sites(),
        states.signed().links(),
        states.open().sites(),
        states.open().links());
  }

  /** What of the money to build is paid. */
  public String capex(WorkStates states) {
    return words.text(
        "states.capex",
        usd.apply(states.standing().capexUsd()),
        usd.apply(states.due().capexUsd()));
  }

  /** Those that are not empty, and all of them together. */
  public static List<Row> rows(WorkStates states) {
    return Stream.of(
            new Row("standing", states.standing()),
            new Row("signed", states.signed()),
            new Row("open", states.open()),
            new Row("all", states.all()))
        .filter(each -> each.sum().lifetimeUsd() != 0 || each.sum().capexUsd() != 0)
        .toList();
  }
}
