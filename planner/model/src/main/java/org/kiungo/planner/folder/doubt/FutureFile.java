package org.kiungo.planner.folder.doubt;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.folder.FolderJson;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Plan.UnservedReason;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code decisions/NNN.json}: the plans of one future that its figures rest on, and what is proven
 * of it.
 *
 * @param certificate of the plan made for it
 * @param own that plan; null where one layer alone is drawn
 * @param trimmed the plan in doubt; null likewise
 * @param refilled the plan in doubt
 * @param chosen candidates that are chosen for an objective, by their id; empty likewise
 * @param firstPhase null where there is none, or likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FutureFile(
    Certificate certificate,
    Brief own,
    Brief trimmed,
    Brief refilled,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Kept> chosen,
    Completed firstPhase) {

  public FutureFile {
    chosen = chosen == null ? Map.of() : new TreeMap<>(chosen);
  }

  /**
   * @param trimmed a candidate
   * @param refilled the same
   */
  public record Kept(Brief trimmed, Brief refilled) {}

  /**
   * @param signed the first phase as far as the future offers it; null where {@code kept} is that
   * @param kept of it, what the whole budget pays for
   * @param completed the same, and what follows
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Completed(Brief signed, Brief kept, Brief completed) {}

  /** Records as rows: names would be most of the file. */
  static final JsonMapper JSON = mapper();

  private static final char TOLD = '*';
  private static final char BASELINE = 'A';
  private static final char UNSERVED = 'a';

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private interface Row {}

  private static JsonMapper mapper() {
    JsonMapper.Builder rows = FolderJson.STRICT.rebuild();
    for (Class<?> each :
        List.of(
            SettlementService.class,
            Plan.PartService.class,
            Plan.AccessSite.class,
            Plan.BuiltLink.class,
            Plan.NodeUpgrade.class,
            LonLat.class)) {
      rows.addMixIn(each, Row.class);
    }
    return rows.build();
  }

  /**
   * A plan but for what is said of every place without service.
   *
   * @param states a letter for each place: {@code *} is listed, {@code A} is served today, others
   *     are left out, by {@link UnservedReason} from {@code a} on
   */
  public record Brief(
      String states,
      List<SettlementService> services,
      List<Plan.AccessSite> sites,
      List<Plan.BuiltLink> links,
      List<Plan.NodeUpgrade> upgrades,
      Plan.Totals totals) {

    /** The same in brief. */
    public static Brief of(Plan plan) {
      StringBuilder states = new StringBuilder();
      List<SettlementService> listed = new ArrayList<>();
      for (SettlementService each : plan.settlements()) {
        boolean today = each.status() == Status.BASELINE;
        char state =
            today
                ? BASELINE
                : each.reason() == null ? TOLD : (char) (UNSERVED + each.reason().ordinal());
        boolean bare = state != TOLD && each.equals(bare(each.settlementId(), state));
        states.append(bare ? state : TOLD);
        if (!bare) {
          listed.add(each);
        }
      }
      return new Brief(
          states.toString(), listed, plan.sites(), plan.links(), plan.upgrades(), plan.totals());
    }

    /**
     * The whole plan.
     *
     * @param places in the order of the plan's
     */
    public Plan plan(List<Settlement> places) {
      if (places.size() != states.length()) {
        throw new IllegalArgumentException(states.length() + " of " + places.size() + " places");
      }
      List<SettlementService> all = new ArrayList<>();
      int next = 0;
      for (int k = 0; k < places.size(); k++) {
        char state = states.charAt(k);
        all.add(state == TOLD ? services.get(next++) : bare(places.get(k).id(), state));
      }
      return new Plan(all, sites, links, upgrades, totals);
    }

    private static SettlementService bare(String id, char state) {
      Status status = state == BASELINE ? Status.BASELINE : Status.UNSERVED;
      UnservedReason reason = state == BASELINE ? null : UnservedReason.values()[state - UNSERVED];
      return new SettlementService(
          id, status, "", "", 0, 0, Double.NaN, 0, 0, 0, 0, reason, List.of());
    }
  }
}
