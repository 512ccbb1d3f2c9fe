package org.kiungo.web.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;

/**
 * The places of a question while its plan is being made: the columns of a finished plan's points,
 * in the same order, for one set of services after another.
 */
public final class LivePoints {

  private final Extent extent;
  private final List<PlanContent.Place> places;
  private final Map<String, String> families;

  /** Place of the k-th settlement by id. */
  private final int[] byId;

  /**
   * @param problem whose coverage counts as the scenario has it
   */
  public LivePoints(PlanningProblem problem) {
    extent = Extent.of(problem.settlements());
    places = PlanContent.inOrder(problem.settlements(), extent, Map.of());
    families = PlanContent.families(problem.catalogue());
    byId =
        IntStream.range(0, places.size())
            .boxed()
            .sorted(Comparator.comparing(k -> places.get(k).settlement().id()))
            .mapToInt(k -> k)
            .toArray();
  }

  /**
   * One class byte for each place.
   *
   * @param services one for each settlement, ascending by id
   */
  public byte[] classes(List<SettlementService> services) {
    byte[] classes = new byte[byId.length];
    for (int k = 0; k < byId.length; k++) {
      SettlementService service = services.get(k);
      Status shown = PlanContent.Place.shown(places.get(byId[k]).settlement(), service.status());
      classes[byId[k]] = (byte) PlanPoints.classOf(shown, service, families);
    }
    return classes;
  }

  /** All columns, with these class bytes. */
  public byte[] points(byte[] classes) {
    return PlanPoints.encode(extent, places, classes);
  }
}
