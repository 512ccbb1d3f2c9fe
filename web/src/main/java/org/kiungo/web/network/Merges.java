package org.kiungo.web.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kiungo.geodata.conflate.ConflatedNetwork;
import org.kiungo.geodata.conflate.Decision;
import org.kiungo.geodata.conflate.NetworkConflation;
import org.kiungo.geodata.conflate.NetworkConflation.Place;
import org.kiungo.geodata.conflate.NetworkConflation.Question;
import org.kiungo.geodata.conflate.NetworkConflation.Source;
import org.kiungo.geodata.conflate.Tolerance;
import org.kiungo.geodata.conflate.ToleranceSuggestion;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.InputRefused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Merges the drawings of a country as they are chosen and decided. */
@Service
class Merges {

  private static final int MOST_DRAWINGS = 12;

  private final Drawings drawings;
  private final MergeRepository kept;
  private final Reference reference;

  Merges(Drawings drawings, MergeRepository kept, Reference reference) {
    this.drawings = drawings;
    this.kept = kept;
    this.reference = reference;
  }

  /**
   * A network merged.
   *
   * @param chosen drawings, most trusted first
   */
  record Result(
      MergeChoice choice,
      List<Drawing> chosen,
      ToleranceSuggestion suggestion,
      Tolerance tolerance,
      ConflatedNetwork network) {

    Drawing drawing(String id) {
      return chosen.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    Decision decision(String doubtId) {
      return choice.decisions().getOrDefault(doubtId, Decision.LATER);
    }

    long undecided() {
      return network.doubts().stream()
          .filter(each -> decision(each.id()) == Decision.LATER)
          .count();
    }
  }

  NetworkMerge of(String iso3) {
    List<Drawing> there = drawings.of(iso3);
    return new NetworkMerge(iso3, there, choice(iso3, there));
  }

  private MergeChoice choice(String iso3, List<Drawing> there) {
    Optional<MergeChoice> known = kept.find(iso3).map(row -> MergeChoice.of(row.choice()));
    List<String> ids =
        known
            .map(MergeChoice::drawings)
            .orElseGet(
                () ->
                    there.stream()
                        .filter(each -> each.current() && !each.merged())
                        .map(Drawing::id)
                        .toList());
    List<String> here = there.stream().map(Drawing::id).toList();
    return new MergeChoice(
        ids.stream().filter(here::contains).toList(),
        known.map(MergeChoice::toleranceKm).orElse(null),
        known.map(MergeChoice::decisions).orElse(Map.of()));
  }

  /**
   * What a merge is made of.
   *
   * @param chosen drawings, most trusted first
   * @param learnt tolerances of drawings by their id, where earlier merges of their sources told
   */
  record Chosen(MergeChoice choice, List<Drawing> chosen, Map<String, Double> learnt) {}

  /**
   * What is chosen of a country now.
   *
   * @throws InputRefused where that is nothing
   */
  Chosen chosen(String iso3) {
    NetworkMerge asked = of(iso3);
    if (asked.choice().drawings().isEmpty()) {
      throw new InputRefused("network.nothing", "country", iso3);
    }
    List<Drawing> chosen = drawings(iso3, asked.choice().drawings());
    Map<String, Double> learnt = new HashMap<>();
    Map<String, Double> known = kept.tolerances();
    for (Drawing each : chosen) {
      Double km = known.get(MergeRepository.key(each.source()));
      if (km != null) {
        learnt.put(each.id(), km);
      }
    }
    return new Chosen(asked.choice(), chosen, learnt);
  }

  /**
   * Drawings of a country by their ids, in that order.
   *
   * @throws InputRefused naming one that is not there
   */
  List<Drawing> drawings(String iso3, List<String> ids) {
    List<Drawing> there = drawings.of(iso3);
    return ids.stream()
        .map(
            id ->
                there.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new InputRefused(
                                "network.drawingUnknown", "drawing", id, "country", iso3)))
        .toList();
  }

  Result merge(String iso3) {
    Chosen chosen = chosen(iso3);
    return merged(reference, iso3, chosen, drawings.read(iso3, chosen.chosen()), done -> {});
  }

  /**
   * Merges drawings that are read.
   *
   * @param done hears how far it is, 0–1
   */
  static Result merged(
      Reference reference, String iso3, Chosen chosen, List<Source> sources, DoubleConsumer done) {
    ToleranceSuggestion suggestion = ToleranceSuggestion.of(sources, chosen.learnt());
    Double given = chosen.choice().toleranceKm();
    Tolerance tolerance = given == null ? suggestion.tolerance() : Tolerance.of(given);
    Question question =
        new Question(
            sources,
            reference.fibreNodes(iso3),
            tolerance,
            places(reference, iso3),
            chosen.choice().decisions());
    return new Result(
        chosen.choice(),
        chosen.chosen(),
        suggestion,
        tolerance,
        NetworkConflation.conflate(question, done));
  }

  private static List<Place> places(Reference reference, String iso3) {
    return reference.places(iso3).stream()
        .map(each -> new Place(each.name(), each.location()))
        .toList();
  }

  /** Chooses drawings and tolerance; decisions stay. */
  NetworkMerge choose(String iso3, List<String> ids, Double toleranceKm) {
    if (toleranceKm != null && !(toleranceKm >= 0.01 && toleranceKm <= 50)) {
      throw new InputRefused(
          "field.range", "field", "toleranceKm", "value", toleranceKm, "low", 0.01, "high", 50.0);
    }
    List<String> there = drawings.of(iso3).stream().map(Drawing::id).toList();
    List<String> wanted = ids == null ? List.of() : ids;
    for (String id : wanted) {
      if (id == null || !there.contains(id)) {
        throw new InputRefused("network.drawingUnknown", "drawing", id + "", "country", iso3);
      }
    }
    if (wanted.size() > MOST_DRAWINGS || wanted.stream().distinct().count() < wanted.size()) {
      throw new InputRefused("network.drawings", "found", wanted.size(), "limit", MOST_DRAWINGS);
    }
    change(iso3, choice -> new MergeChoice(wanted, toleranceKm, choice.decisions()));
    return of(iso3);
  }

  /** Decides some stretches; others stay as they are. */
  void decide(String iso3, Map<String, Decision> decisions) {
    if (decisions == null || decisions.containsValue(null)) {
      throw new InputRefused("field.empty", "field", "decisions");
    }
    change(iso3, choice -> choice.deciding(decisions));
  }

  /** Two who change at once: the second reads what the first made of it. */
  private void change(String iso3, UnaryOperator<MergeChoice> how) {
    List<Drawing> there = drawings.of(iso3);
    for (int attempt = 0; attempt < 20; attempt++) {
      Optional<MergeRepository.Row> row = kept.find(iso3);
      String changed = how.apply(choice(iso3, there)).toJson();
      try {
        if (row.isEmpty()) {
          kept.insert(iso3, changed);
          return;
        }
        if (kept.update(iso3, changed, row.get().version())) {
          return;
        }
      } catch (DuplicateKeyException other) {
        continue;
      }
    }
    throw new InputRefused("network.busy", "country", iso3);
  }

  /** Learns what tolerance these drawings were merged with. */
  void learn(List<Drawing> chosen, double toleranceKm) {
    chosen.stream()
        .map(Drawing::source)
        .collect(Collectors.toSet())
        .forEach(source -> kept.learn(source, toleranceKm));
  }

  /** Names of the chosen drawings, for texts. */
  static List<String> names(List<Drawing> chosen) {
    return chosen.stream().map(Merges::name).toList();
  }

  static String name(Drawing drawing) {
    return drawing.version() == 0 ? drawing.name() : drawing.name() + " v" + drawing.version();
  }
}
