package org.kiungo.geodata.judge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.value.LonLat;

/** Do many rows lie at one place, as where a capital stands for what nobody measured? */
final class ConstantDoubt implements Doubt {

  /** Masts and nodes share places rightly. */
  private static final Set<LayerKind> APART = Set.of(LayerKind.SETTLEMENTS, LayerKind.FACILITIES);

  private static final int FEWEST_ROWS = 5;
  private static final double LEAST_RATIO = 0.2;

  /** Places that are told apart; a list that long has none at which most of its rows lie. */
  private static final int MOST_PLACES = 100_000;

  private final Map<LonLat, Integer> rows = new HashMap<>();
  private long placed;

  @Override
  public String code() {
    return "constant";
  }

  @Override
  public void row(SeenRow row) {
    LonLat place = row.place();
    if (place != null) {
      placed++;
      if (rows.size() < MOST_PLACES || rows.containsKey(place)) {
        rows.merge(place, 1, Integer::sum);
      }
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (!APART.contains(whole.subject().kind())) {
      return Optional.empty();
    }
    return rows.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(each -> each.getValue() >= FEWEST_ROWS && each.getValue() > LEAST_RATIO * placed)
        .map(
            each ->
                Question.of(
                        code(),
                        Figures.of(
                            "rows",
                            each.getValue(),
                            "of",
                            placed,
                            "place",
                            Places.text(each.getKey().lon(), each.getKey().lat())))
                    .offer(Remedy.LEAVE_FILE, Remedy.RIGHT));
  }
}
