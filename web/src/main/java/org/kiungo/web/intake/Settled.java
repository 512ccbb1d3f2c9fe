package org.kiungo.web.intake;

import java.util.List;
import org.kiungo.geodata.settle.AttributeJoin;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of settlements, as it is kept.
 *
 * @param datasetId of settlements
 * @param version new version of it
 * @param settlements how many
 * @param peopleIn in the raster or layer
 * @param peopleOut in the settlements
 * @param peopleElsewhere in the raster outside the country, in no settlement
 * @param attributes what each file gave
 */
record Settled(
    String datasetId,
    int version,
    int settlements,
    double peopleIn,
    double peopleOut,
    double peopleElsewhere,
    List<Joined> attributes) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What a file of attributes gave.
   *
   * @param name its meaning
   * @param file its name
   * @param attributes by name
   * @param settlements how many got a value
   */
  record Joined(String name, String file, List<String> attributes, long settlements) {

    static Joined of(AttributeJoin.JoinedFile file) {
      return new Joined(file.name(), file.input().name(), file.attributes(), file.settlements());
    }
  }

  static Settled of(String datasetId, int version, SettleChore.Made made) {
    return new Settled(
        datasetId,
        version,
        made.settlements(),
        made.peopleIn(),
        made.peopleOut(),
        made.peopleElsewhere(),
        made.joined());
  }

  static Settled of(String json) {
    return JSON.readValue(json, Settled.class);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }
}
