package org.kiungo.geodata.judge;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;

/** Are people those of about the built-in year, where the column names its year? */
final class YearDoubt implements Doubt {

  static final String CODE = "year";

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d\\d(?!\\d)");

  /** A nation of Africa grows by a seventh in so many years, which is told. */
  private static final int MOST_YEARS = 5;

  private final Set<String> columns = new TreeSet<>();

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    if (columns.isEmpty()) {
      columns.addAll(row.feature().attributes().keySet());
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    String used = whole.mapping().column("population");
    int year = year(used);
    if (whole.subject().kind() != LayerKind.SETTLEMENTS || year == 0) {
      return Optional.empty();
    }
    return whole
        .subject()
        .facts()
        .filter(facts -> Math.abs(year - facts.populationYear()) > MOST_YEARS)
        .map(facts -> ask(whole.subject(), used, year, facts.populationYear()));
  }

  private Question ask(Subject subject, String used, int year, int reference) {
    Optional<String> nearer =
        columns.stream()
            .filter(each -> stem(each).equals(stem(used)) && year(each) > 0)
            .filter(each -> Math.abs(year(each) - reference) < Math.abs(year - reference))
            .min(Comparator.comparingInt(each -> Math.abs(year(each) - reference)));
    Question question =
        Question.of(
            CODE,
            Figures.of(
                "column",
                used,
                "year",
                year + "",
                "country",
                subject.country(),
                "referenceYear",
                reference + ""));
    question = nearer.isPresent() ? question.offer(Remedy.USE_COLUMN, nearer.get()) : question;
    return question.offer(Remedy.KEEP_ALL).assume(Remedy.KEEP_ALL);
  }

  private static int year(String column) {
    Matcher found = YEAR.matcher(column);
    return found.find() ? Integer.parseInt(found.group()) : 0;
  }

  private static String stem(String column) {
    return YEAR.matcher(column).replaceAll("");
  }
}
