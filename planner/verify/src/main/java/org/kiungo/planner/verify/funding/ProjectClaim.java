package org.kiungo.planner.verify.funding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.verify.formula.Cost;
import tools.jackson.databind.JsonNode;

/** A project as {@code projects.geojson} states it. */
record ProjectClaim(
    String id,
    String district,
    int phase,
    double people,
    double basic,
    long cents,
    Map<String, Long> works,
    List<String> members,
    List<String> requires) {

  static ProjectClaim of(JsonNode p) {
    Map<String, Long> works = new LinkedHashMap<>();
    for (JsonNode w : p.get("works")) {
      works.put(work(w), Cost.cents(Fields.number(w, "costUsd")));
    }
    List<String> members = new ArrayList<>();
    for (String list : List.of("services", "sites", "links", "nodes")) {
      p.get(list).forEach(id -> members.add(list + ":" + id.stringValue()));
    }
    List<String> requires = new ArrayList<>();
    p.get("requires").forEach(id -> requires.add(id.stringValue()));
    return new ProjectClaim(
        Fields.text(p, "id"),
        Fields.text(p, "district"),
        (int) Fields.number(p, "phase"),
        Fields.number(p, "peopleServed"),
        Fields.number(p, "peopleBasic"),
        Cost.cents(Fields.number(p, "costUsd")),
        works,
        members,
        requires);
  }

  private static String work(JsonNode w) {
    return String.join(
        "|",
        Fields.text(w, "layer"),
        Fields.text(w, "country"),
        Fields.text(w, "district"),
        Fields.text(w, "equipment"));
  }

  /** Weighted people, rounded to thousandths as the objective counts them. */
  double weight(double basicWeight) {
    return Math.round(1000 * (people + basicWeight * basic)) / 1000.0;
  }
}
