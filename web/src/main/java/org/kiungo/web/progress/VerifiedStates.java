package org.kiungo.web.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;

/**
 * What a verifier has not accepted, or accepted after it was lost, and terminals that are due and
 * of which no row tells, each thing by its name.
 */
public final class VerifiedStates {

  /** In the order in which they are told; a restored one stands. */
  private static final List<String> CODES = List.of("nothing", "refused", "lost", "restored");

  /**
   * Things of one state.
   *
   * @param code {@code nothing}, {@code refused}, {@code lost}, {@code restored} or {@code
   *     terminals}
   * @param claimedUsd what their rows say they cost; 0 where none says
   * @param names with their ids
   */
  public record State(String code, double claimedUsd, List<String> names) {

    /** As a sentence. */
    public String told(Words words) {
      return words.text(
          "progress.verified." + code, names.size(), claimedUsd, String.join("; ", names));
    }
  }

  private VerifiedStates() {}

  /** Those of which there is anything. */
  public static List<State> of(ProgressFolder folder, Words words) {
    List<Settlement> settlements = folder.plan().problem().settlements();
    PlaceNames places = new PlaceNames(settlements, words);
    Map<String, String> names = new HashMap<>();
    settlements.forEach(each -> names.put(each.id(), places.of(each).name()));
    for (AccessSite each : folder.plan().plan().sites()) {
      if (names.containsKey(each.placeId())) {
        names.put(each.id(), names.get(each.placeId()));
      }
    }
    Set<String> lost = new HashSet<>();
    for (BuiltRow each : folder.rows()) {
      if (!each.counts() && each.verified() == Verified.LOST) {
        lost.add(each.kind() + each.id());
      }
    }
    Map<String, List<BuiltRow>> by = new LinkedHashMap<>();
    CODES.forEach(each -> by.put(each, new ArrayList<>()));
    for (BuiltRow each : folder.rows()) {
      if (each.counts()) {
        switch (each.verified()) {
          case NOTHING -> by.get("nothing").add(each);
          case REFUSED -> by.get("refused").add(each);
          case LOST -> by.get("lost").add(each);
          case ACCEPTED -> {
            if (lost.contains(each.kind() + each.id())) {
              by.get("restored").add(each);
            }
          }
        }
      }
    }
    List<State> states = new ArrayList<>();
    by.forEach(
        (code, rows) -> {
          if (!rows.isEmpty()) {
            double usd =
                rows.stream()
                    .mapToDouble(BuiltRow::costUsd)
                    .filter(each -> !Double.isNaN(each))
                    .sum();
            states.add(new State(code, usd, rows.stream().map(r -> name(r, names)).toList()));
          }
        });
    List<String> terminals = terminals(folder);
    if (!terminals.isEmpty()) {
      terminals.replaceAll(each -> names.getOrDefault(each, "") + " (" + each + ")");
      states.add(new State("terminals", 0, terminals));
    }
    return states;
  }

  /**
   * Places due by the last day of the rows whose own terminals no row tells of: parts of a lot that
   * have no site, so that all its sites may stand and it does not.
   */
  private static List<String> terminals(ProgressFolder folder) {
    Set<String> told = new HashSet<>();
    for (BuiltRow each : folder.rows()) {
      if (each.counts() && each.kind() == BuiltRow.Kind.PLACE) {
        told.add(each.id());
      }
    }
    List<String> open = new ArrayList<>();
    for (SettlementService each : folder.plan().plan().settlements()) {
      boolean own =
          each.each().stream().anyMatch(p -> p.siteId().isEmpty() && p.peopleServed() > 0);
      boolean due = each.buildYear() <= folder.report().asOfYear();
      if (own && due && !told.contains(each.settlementId())) {
        open.add(each.settlementId());
      }
    }
    return open;
  }

  private static String name(BuiltRow row, Map<String, String> names) {
    String place = row.place().isEmpty() ? names.getOrDefault(row.id(), "") : row.place();
    return place.isEmpty() || place.equals(row.id()) ? row.id() : place + " (" + row.id() + ")";
  }
}
