package org.kiungo.planner.verify.read;

import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.json.Fields;

/** Countries of nodes, and countries and operators of fibre lines; empty where not known. */
public final class EndFacts {

  private final Map<String, String> countryOfNode = new HashMap<>();
  private final Map<String, String> countryOfLine = new HashMap<>();
  private final Map<String, String> operatorOfLine = new HashMap<>();

  public EndFacts(FolderReader reader) {
    reader.features(
        "nodes.geojson",
        (path, p) -> countryOfNode.put(Fields.text(p, "id"), Fields.text(p, "country")));
    reader.features(
        "fibre.geojson",
        (path, p) -> {
          countryOfLine.put(Fields.text(p, "id"), Fields.text(p, "country"));
          operatorOfLine.put(Fields.text(p, "id"), Fields.text(p, "operator"));
        });
  }

  /** Country of a node, or of the line of a tap. */
  public String country(String end) {
    String line = line(end);
    return line == null
        ? countryOfNode.getOrDefault(end, "")
        : countryOfLine.getOrDefault(line, "");
  }

  /** Operator of the line of a tap; nodes tell none. */
  public String operator(String end) {
    String line = line(end);
    return line == null ? "" : operatorOfLine.getOrDefault(line, "");
  }

  private static String line(String end) {
    int at = end.lastIndexOf('@');
    return end.startsWith("tap:") && at > 0 ? end.substring(4, at) : null;
  }
}
