package org.kiungo.web.draft;

import java.util.List;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.scenario.Scenario;
import tools.jackson.databind.json.JsonMapper;

/** Every scenario between a plan's own and that with all of its edits. */
public final class EditMixtures {

  /** What names of edits begin with; their action follows. */
  public static final String EDIT = "edits.";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PlanFolder base;
  private final List<Edit> edits;

  private EditMixtures(PlanFolder base, List<Edit> edits) {
    this.base = base;
    this.edits = edits;
  }

  /**
   * @param json edits in their order
   */
  public static EditMixtures of(PlanFolder base, String json) {
    return new EditMixtures(base, List.of(JSON.readValue(json, Edit[].class)));
  }

  static String json(List<Edit> edits) {
    return JSON.writeValueAsString(edits);
  }

  /** One for each edit: where it is, and the id of the technology that it is about. */
  public List<Change> changes() {
    return edits.stream().map(EditMixtures::change).toList();
  }

  private static Change change(Edit edit) {
    boolean all = edit.technologyId().equals(EditLocks.ANY);
    return new Change(
        EDIT + edit.action() + (all ? ".all" : ""), edit.label(), edit.technologyId());
  }

  /** The plan's scenario with some of the edits, as bits, in their order. */
  public Scenario with(long made) {
    EditedPlan edited = new EditedPlan(base);
    for (int k = 0; k < edits.size(); k++) {
      if ((made >> k & 1) != 0) {
        edited.apply(edits.get(k));
      }
    }
    return edited.scenario();
  }
}
