package org.kiungo.web.network;

import java.util.List;
import org.kiungo.geodata.conflate.ConflatedNetwork;
import org.kiungo.geodata.conflate.ConflatedNetwork.SourceLength;
import org.kiungo.geodata.conflate.Conflict;
import org.kiungo.geodata.conflate.Doubt;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.language.Words;

/** A merged network in the reader's words. */
final class MergedWords {

  private static final int MOST_CONFLICTS = 200;

  private final Merges.Result result;
  private final Words words;

  private MergedWords(Merges.Result result, Words words) {
    this.result = result;
    this.words = words;
  }

  static Merged of(Merges.Result result, Words words) {
    return new MergedWords(result, words).merged();
  }

  private Merged merged() {
    ConflatedNetwork network = result.network();
    var suggestion = result.suggestion();
    return new Merged(
        result.tolerance().km(),
        suggestion.tolerance().km(),
        words.text(
            "ui.merge.why." + suggestion.basis(),
            suggestion.tolerance().km(),
            suggestion.agreeKm(),
            suggestion.comparedKm()),
        words.text(
            "ui.merge.sum",
            network.lengthKm(),
            network.sharedKm(),
            network.doubts().size(),
            result.undecided(),
            network.besideKm()),
        network.lengthKm(),
        network.sharedKm(),
        network.lengths().stream().map(this::length).toList(),
        network.segments().stream()
            .map(each -> new Merged.Line(path(each.path()), each.seenBy().size(), each.status()))
            .toList(),
        network.doubts().stream().map(this::question).toList(),
        network.conflicts().stream().limit(MOST_CONFLICTS).map(this::conflict).toList(),
        network.conflicts().size());
  }

  private String name(String drawing) {
    return Merges.name(result.drawing(drawing));
  }

  private SourceLength length(SourceLength each) {
    return new SourceLength(
        name(each.source()),
        each.drawnKm(),
        each.keptKm(),
        each.alreadyThereKm(),
        each.undecidedKm(),
        each.sharedKm());
  }

  private Conflict conflict(Conflict each) {
    return new Conflict(
        each.segmentId(),
        each.column(),
        name(each.believed()),
        each.value(),
        name(each.other()),
        each.otherValue());
  }

  private Merged.Question question(Doubt doubt) {
    String title =
        doubt.from().equals(doubt.to())
            ? words.text("ui.merge.near", doubt.from())
            : words.text("ui.merge.between", doubt.from(), doubt.to());
    String sentence =
        words.text(
            "ui.merge.doubt." + doubt.reason(),
            name(doubt.kept()),
            name(doubt.other()),
            doubt.lengthKm(),
            doubt.farthestKm(),
            doubt.place(),
            doubt.place().isEmpty() ? "" : name(doubt.placePassedBy()),
            doubt.keptOperator(),
            doubt.otherOperator());
    return new Merged.Question(
        doubt.id(),
        doubt.reason(),
        title,
        sentence,
        doubt.lengthKm(),
        doubt.farthestKm(),
        name(doubt.kept()),
        name(doubt.other()),
        path(doubt.keptPath()),
        path(doubt.otherPath()),
        result.decision(doubt.id()));
  }

  /** To ten metres, which a map of a country does not show. */
  private static double[] path(List<LonLat> places) {
    double[] path = new double[2 * places.size()];
    for (int k = 0; k < places.size(); k++) {
      path[2 * k] = Math.round(places.get(k).lon() * 1e4) / 1e4;
      path[2 * k + 1] = Math.round(places.get(k).lat() * 1e4) / 1e4;
    }
    return path;
  }
}
