package org.kiungo.web.intake;

import java.util.List;
import org.kiungo.web.settle.SettledDraft;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of settlements, as it is kept.
 *
 * @param datasetId of settlements; empty for a draft
 * @param version new version of it; 0 for a draft
 * @param settlements how many
 * @param peopleIn in the raster or layer
 * @param peopleOut in the settlements
 * @param peopleElsewhere in the raster outside the country, in no settlement
 * @param attributes what each file gave
 * @param draft upload that holds them until they are kept; null or empty once they are a version
 */
record Settled(
    String datasetId,
    int version,
    int settlements,
    double peopleIn,
    double peopleOut,
    double peopleElsewhere,
    List<SettledDraft.Joined> attributes,
    String draft) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Settled of(String datasetId, int version, SettleChore.Made made) {
    return new Settled(
        datasetId,
        version,
        made.settlements(),
        made.peopleIn(),
        made.peopleOut(),
        made.peopleElsewhere(),
        made.joined(),
        "");
  }

  /** Of settlements that nobody has kept yet. */
  static Settled looked(String draft, SettleChore.Made made) {
    return new Settled(
        "",
        0,
        made.settlements(),
        made.peopleIn(),
        made.peopleOut(),
        made.peopleElsewhere(),
        made.joined(),
        draft);
  }

  static Settled of(String json) {
    return JSON.readValue(json, Settled.class);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }
}
