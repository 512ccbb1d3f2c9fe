package org.kiungo.geodata.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.reference.facts.CountryFacts;

/** What questions tell in numbers. */
final class Figures {

  private Figures() {}

  /** Figures by name, in the order in which sentences count them. */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (int k = 0; k < namesAndValues.length; k += 2) {
      figures.put((String) namesAndValues[k], namesAndValues[k + 1]);
    }
    return figures;
  }

  /**
   * A file and how far it reaches.
   *
   * @param box west, south, east, north in the file's units
   */
  static Map<String, Object> reach(String file, double[] box) {
    return of("file", file, "west", box[0], "south", box[1], "east", box[2], "north", box[3]);
  }

  /** A ratio as people say it: 5, 1.4, 0.27. */
  static double ratio(double one, double other) {
    double ratio = one / other;
    double steps = ratio >= 10 ? 1 : ratio >= 1 ? 10 : 100;
    return Math.round(ratio * steps) / steps;
  }

  static int percent(double part, double whole) {
    return (int) Math.round(100 * part / whole);
  }

  /** A sum of people beside the nation's and what is stored now. */
  static List<Question.Bar> people(double sum, CountryFacts facts, Standing standing) {
    List<Question.Bar> bars = new ArrayList<>();
    bars.add(new Question.Bar("file", "", sum));
    bars.add(new Question.Bar("reference", facts.populationYear() + "", facts.population()));
    if (standing.version() > 0 && standing.people() > 0) {
      bars.add(new Question.Bar("stored", standing.version() + "", standing.people()));
    }
    return bars;
  }
}
