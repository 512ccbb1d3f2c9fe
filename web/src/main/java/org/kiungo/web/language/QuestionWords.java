package org.kiungo.web.language;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.layer.LayerKind;

/** Puts questions about an import into words. */
public record QuestionWords(Words words) {

  /** What is doubtful, as a headline. */
  public String title(Question question) {
    return say(question, "title");
  }

  /** The figures that make it doubtful. */
  public String text(Question question) {
    return say(question, "text");
  }

  private String say(Question question, String part) {
    String key = "judge." + question.code() + "." + part;
    return words.text(variant(question, key), figures(question).values().toArray());
  }

  /** Some questions have sentences of their own for more and less, people and rows. */
  private String variant(Question question, String key) {
    for (String figure : new String[] {"way", "counted"}) {
      String own = key + "-" + question.figures().get(figure);
      if (words.has(own)) {
        return own;
      }
    }
    return key;
  }

  private Map<String, Object> figures(Question question) {
    Map<String, Object> figures = new LinkedHashMap<>(question.figures());
    figures.computeIfPresent("country", (name, iso3) -> country(iso3));
    figures.computeIfPresent(
        "lies", (name, iso3) -> iso3.equals("–") ? words.text("judge.nowhere") : country(iso3));
    // who gives a dataset no name gets its layer's
    figures.computeIfPresent(
        "dataset", (name, called) -> called.equals(figures.get("own")) ? layer(called) : called);
    figures.computeIfPresent("other", (name, label) -> layer(label));
    figures.computeIfPresent("own", (name, label) -> layer(label));
    RawFigures raw = new RawFigures(words);
    figures.replaceAll((name, value) -> raw.told(value));
    return figures;
  }

  private Object country(Object iso3) {
    return CountryWords.name(iso3, words);
  }

  private String layer(Object label) {
    return words.text("ui.layer." + LayerKind.named(label.toString()).name());
  }

  /**
   * What a remedy does.
   *
   * @param row that it is offered for, as the file counts; 0 for all of the pattern
   */
  public String remedy(Question question, Question.Offer offer, long row) {
    Object country = country(question.figures().getOrDefault("country", ""));
    String key = "judge.remedy." + offer.remedy();
    String own = key + "-" + question.code();
    boolean asLayer = offer.remedy().equals("as-layer");
    String text = asLayer ? layer(offer.text()) : offer.text();
    return words.text(words.has(own) ? own : key, row, question.caseCount(), text, country);
  }

  /** What a bar stands for. */
  public String bar(Question.Bar bar) {
    return words.text("judge.bar." + bar.label(), bar.detail());
  }
}
