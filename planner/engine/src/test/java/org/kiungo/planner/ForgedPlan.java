package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.verify.Verifier;
import org.kiungo.planner.verify.check.Check;

/** What {@code verify} says of a plan folder in which something was changed by hand. */
final class ForgedPlan {

  private ForgedPlan() {}

  /** Codes of the rules broken once a text of a file, which must be there, is another. */
  static List<String> brokenAfter(
      PlanFolder plan, Path folder, String file, String found, String replaced) throws IOException {
    plan.write(folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(found);
    Files.writeString(folder.resolve(file), text.replace(found, replaced));
    return Verifier.verify(folder).broken().stream().map(Check::code).toList();
  }
}
