package org.kiungo.web.plan.today;

import java.time.LocalDate;
import java.util.List;
import org.kiungo.planner.model.InputFile;
import org.kiungo.web.today.PeopleToday;

/**
 * A plan that rests on other data than its countries' newest, with who has 4G by both.
 *
 * @param planId opaque
 * @param countries ISO 3166-1 alpha-3, those of the plan
 * @param own people by class of coverage, in the plan's data
 * @param newest the same in what a plan made now would rest on
 * @param dropped what the plan rests on and one made now would not
 * @param added what one made now would rest on and the plan does not
 */
public record OtherToday(
    String planId,
    List<String> countries,
    PeopleToday own,
    PeopleToday newest,
    List<Source> dropped,
    List<Source> added) {

  /**
   * Data that a plan rests on.
   *
   * @param importedOn in UTC; null for what Kiungo carries, and where it is not known
   */
  public record Source(InputFile input, LocalDate importedOn) {}

  /** The country whose newest figure it is; null where there are several. */
  public String country() {
    return countries.size() == 1 ? countries.get(0) : null;
  }
}
