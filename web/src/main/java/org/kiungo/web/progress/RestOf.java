package org.kiungo.web.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.InputFile;
import org.kiungo.web.language.Words;

/**
 * Whose rest a plan is, as its folder tells.
 *
 * @param planId of the plan that was signed; empty where it is known by its name alone
 * @param plan its name
 * @param asOf the last day of which the as-built files tell, as readers have days; empty where no
 *     row of them is dated
 */
public record RestOf(String planId, String plan, String asOf) {

  /** Of a plan made from such inputs, that which was planned again last first. */
  public static List<RestOf> of(List<InputFile> inputs, Words words) {
    List<RestOf> told = new ArrayList<>();
    for (InputFile each : inputs) {
      Map<String, Object> reading = each.reading();
      if (each.role().equals(InputFile.BUILT) && reading.containsKey("plan")) {
        RestOf rest =
            new RestOf(
                String.valueOf(reading.getOrDefault("planId", "")),
                String.valueOf(reading.get("plan")),
                day(String.valueOf(reading.getOrDefault("asOf", "")), words));
        if (!told.contains(rest)) {
          told.add(0, rest);
        }
      }
    }
    return told;
  }

  /** A day as readers write it; whatever is none as it stands. */
  static String day(String iso, Words words) {
    return iso.matches("\\d{4}-\\d{2}-\\d{2}") ? words.day(LocalDate.parse(iso)) : iso;
  }
}
