package org.kiungo.web.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kiungo.planner.folder.Assumptions;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.folder.Assumptions.Kind;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.scenario.Scenario;

/**
 * In what two plans differ before anything is planned, each difference once: the data and prices
 * they were made from, what they take to be so, and what is decided.
 *
 * @param changes in what their scenarios differ
 * @param inputsOfA inputs that the first alone was made from and that no change of what feeds a
 *     layer names
 * @param inputsOfB those of the other
 * @param sameCountries whether both plan the same countries
 * @param sameInputs whether both were made from the same files, ranked alike; which institutions
 *     count is a choice
 * @param sameCatalogue whether both were made with the same cost book
 */
public record Likeness(
    List<Change> changes,
    List<InputFile> inputsOfA,
    List<InputFile> inputsOfB,
    boolean sameCountries,
    boolean sameInputs,
    boolean sameCatalogue) {

  /** What decides who counts as served today. */
  private static final Set<String> WHO_IS_SERVED =
      Set.of("today.coverage", "today.fourGCountsAs", "today.unsureCoverage");

  /**
   * What a plan answers for.
   *
   * @param scenario what was asked
   * @param inputs what it was made from
   * @param catalogue version of its cost book
   */
  public record Side(Scenario scenario, List<InputFile> inputs, String catalogue) {

    private List<InputFile> facts() {
      return inputs.stream().filter(each -> !each.joinsInstitutions()).toList();
    }
  }

  public static Likeness between(Side a, Side b) {
    List<Change> changes = Assumptions.between(a.scenario, b.scenario).fields();
    List<Change> fed = changes.stream().filter(each -> each.kind() == Kind.DATA).toList();
    return new Likeness(
        changes,
        alone(a.facts(), b.facts(), fed),
        alone(b.facts(), a.facts(), fed),
        Set.copyOf(a.scenario.countries()).equals(Set.copyOf(b.scenario.countries())),
        fed.isEmpty() && identities(a.facts()).equals(identities(b.facts())),
        a.catalogue.equals(b.catalogue));
  }

  private static List<InputFile> alone(
      List<InputFile> inputs, List<InputFile> others, List<Change> fed) {
    List<String> known = identities(others);
    return inputs.stream()
        .filter(each -> !known.contains(each.identity()))
        .filter(each -> fed.stream().noneMatch(change -> names(change, each)))
        .toList();
  }

  /** A version is the same whatever it is called. */
  private static List<String> identities(List<InputFile> inputs) {
    return inputs.stream().map(InputFile::identity).toList();
  }

  private static boolean names(Change fed, InputFile input) {
    String source = input.version().isEmpty() ? input.name() : input.version();
    return Stream.of(fed.from(), fed.to()).anyMatch(each -> each.contains('"' + source + '"'));
  }

  /** What feeds a layer of one otherwise than of the other. */
  public List<Change> data() {
    return of(Kind.DATA);
  }

  /** What one takes to be so and the other otherwise. */
  public List<Change> assumptions() {
    return of(Kind.ASSUMPTION);
  }

  /** What somebody decides, and how long it was searched for. */
  public List<Change> choices() {
    return of(Kind.DECISION, Kind.SEARCH);
  }

  /**
   * Whether both count the same people as served today: only then do totals of people tell apart
   * what plans bring.
   */
  public boolean sameToday() {
    return changes.stream().noneMatch(each -> WHO_IS_SERVED.contains(each.name()));
  }

  /** Whether anything that somebody decides differs. */
  public boolean isDecided() {
    return !of(Kind.DECISION).isEmpty();
  }

  private List<Change> of(Kind... kinds) {
    return changes.stream().filter(each -> Arrays.asList(kinds).contains(each.kind())).toList();
  }

  /** Why differences would mix decisions with data, as screens word it; null where they do not. */
  public String why() {
    if (!sameCountries) {
      return "countries-differ";
    }
    return !sameInputs ? "inputs-differ" : sameCatalogue ? null : "catalogue-differs";
  }
}
