package org.kiungo.planner.deploy.protect;

import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.FibreLine;

/** Where ways end, who runs the network there, and in which countries they pass. */
final class Ends {

  /** Of a country or an operator that is not known. */
  static final String UNKNOWN = "";

  private final Question question;
  private final Map<String, String> countryOfNode = new HashMap<>();
  private final Map<String, FibreLine> lines = new HashMap<>();

  Ends(Question question) {
    this.question = question;
    question.problem().nodes().forEach(node -> countryOfNode.put(node.id(), node.country()));
    question.problem().fibreLines().forEach(line -> lines.put(line.id(), line));
  }

  /** Id of the node, tap or satellite where an arc to the network ends. */
  String id(int place, int arc) {
    CandidateLinks links = question.links();
    return links.isUp(links.link(arc)) ? "sky" : links.rootOf(links.link(arc)).id();
  }

  /** Operator at an end; nodes tell none. */
  String operator(String end) {
    FibreLine line = line(end);
    return line == null || line.operator() == null ? UNKNOWN : line.operator();
  }

  /** Country of a place, or of the network where an arc ends. */
  String country(int place, int arc) {
    CandidateLinks links = question.links();
    if (links.head(arc) != links.root()) {
      return country(links.head(arc));
    }
    String end = id(place, arc);
    FibreLine line = line(end);
    String country = line == null ? countryOfNode.get(end) : line.country();
    return country == null ? UNKNOWN : country;
  }

  /** Country of a settlement; of towers and places on roads none is known. */
  String country(int place) {
    String country =
        place < question.places().settlements()
            ? question.problem().settlements().get(place).country()
            : UNKNOWN;
    return country == null ? UNKNOWN : country;
  }

  private FibreLine line(String end) {
    int at = end.lastIndexOf('@');
    return end.startsWith("tap:") && at > 0 ? lines.get(end.substring(4, at)) : null;
  }
}
