package org.kiungo.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kiungo.web.language.Words;

/**
 * What was done to the rows of a version, in the reader's language. Provenance keeps it as one line
 * that is the same for every reader, since versions never change; whatever of it is not known here
 * is told as it is kept.
 */
final class StepWords {

  private static final String LABEL = "template.label.";

  /** What one step looks like in that line, and which of its groups are numbers, as digits. */
  private record Step(String key, Pattern form, String numbers) {
    static Step of(String key, String form, String numbers) {
      return new Step("ui.data.did." + key, Pattern.compile(form, Pattern.DOTALL), numbers);
    }
  }

  private static final List<Step> STEPS =
      List.of(
          Step.of("read", "(\\w[^\"]*?) layer \"(.*?)\"(?=; |$)", ""),
          Step.of("kept", "; coordinates kept", ""),
          Step.of("projected", "; coordinates to (EPSG:4326) by (GeoTools)", ""),
          Step.of("axes", "; axes exchanged", ""),
          Step.of("repaired", "; invalid shapes repaired: (\\d+)", "0"),
          Step.of("rows", "; rows in (\\d+), accepted (\\d+), listed (\\d+)", "012"),
          Step.of("left-out", ", left out or merged as answered (\\d+)", "0"),
          Step.of("columns", "; columns \\{(.+?)}(?=; answered |$)", ""),
          Step.of("no-columns", "; columns \\{}", ""),
          Step.of("answered", "; answered (.+?)(?=; answered |$)", ""),
          Step.of(
              "merged", "conflate: (.*?) \\(([^()]*)\\); tolerance ([0-9.E-]+) km \\(\\w+\\)", "2"),
          Step.of("decided", "; doubtful (\\d+), undecided (\\d+); contradictions (\\d+)", "012"),
          Step.of(
              "settled",
              "SettleOptions\\[densityPerKm2=([0-9.E]+), minPopulation=([0-9.E]+),"
                  + " maxPopulation=([0-9.E]+), hexKm=([0-9.E]+)",
              "0123"),
          Step.of("cells-people", ", cellsArePerKm2=false]", ""),
          Step.of("cells-density", ", cellsArePerKm2=true]", ""),
          Step.of("version", "version (\\d+)", "0"),
          Step.of("joined", "; ([^;]*?) from (.*?) ([0-9a-f]{64})(?=; )", ""),
          Step.of("near", "; near ([0-9.E-]+) km", "0"));

  private StepWords() {}

  /**
   * One sentence a step, in order.
   *
   * @param transformation as provenance keeps it
   */
  static List<String> of(String transformation, Words words) {
    List<String> told = new ArrayList<>();
    Matcher line = Pattern.compile("").matcher(transformation);
    int from = 0;
    while (from < transformation.length()) {
      Step step = find(line, from);
      if (step == null) {
        String rest = transformation.substring(from).replaceFirst("^; ", "");
        told.add(words.text("ui.data.did.as-kept", rest));
        return told;
      }
      told.add(sentence(step, line, words));
      from = line.end();
    }
    return told;
  }

  /** The step that the line goes on with; the matcher stands on it. */
  private static Step find(Matcher line, int from) {
    int end = line.regionEnd();
    for (Step step : STEPS) {
      if (line.usePattern(step.form()).region(from, end).lookingAt()) {
        return step;
      }
    }
    return null;
  }

  private static String sentence(Step step, Matcher line, Words words) {
    Object[] arguments = new Object[line.groupCount()];
    for (int k = 0; k < arguments.length; k++) {
      String said = line.group(k + 1);
      arguments[k] = step.numbers().indexOf('0' + k) >= 0 ? Double.valueOf(said) : said;
    }
    if (step.key().endsWith(".columns")) {
      arguments[0] = columns(line.group(1), words);
    }
    return words.text(step.key(), arguments);
  }

  /** Each column of the layer with that of the file it was read from. */
  private static String columns(String pairs, Words words) {
    return words.joined(
        Stream.of(pairs.split(", (?=\\w+=)"))
            .map(pair -> pair.split("=", 2))
            .map(pair -> words.text("ui.data.did.column", column(pair[0], words), pair[1]))
            .toList());
  }

  private static String column(String name, Words words) {
    String key = LABEL + name;
    return words.has(key) ? words.text(key) : name;
  }
}
