package org.kiungo.geodata.judge;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;

/**
 * Does it replace most rows by quite other ones, as the sheet or file of a second region would
 * those of the first?
 */
final class OthersDoubt implements Doubt {

  static final String CODE = "others";

  /** What has fewer rows was a first try. */
  private static final int FEWEST_ROWS = 3;

  private final Subject subject;
  private final Set<String> missing;
  private final int looked;

  OthersDoubt(Subject subject) {
    this.subject = subject;
    this.missing = new HashSet<>(subject.standing().ids());
    this.looked = missing.size();
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void accepted(AcceptedRow row) {
    if (looked > 0) {
      missing.remove(id(row.record()));
    }
  }

  private static String id(Object record) {
    if (record instanceof LayerFeature each) {
      return each.id();
    }
    if (record instanceof Settlement each) {
      return each.id();
    }
    if (record instanceof Tower each) {
      return each.id();
    }
    if (record instanceof FibreLine each) {
      return each.id();
    }
    return record instanceof NetworkNode each ? each.id() : "";
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    Standing now = subject.standing();
    boolean few = looked < FEWEST_ROWS || whole.report().rowsAccepted() == 0;
    boolean most = missing.size() * 2 > looked;
    // another publisher is asked about as such
    if (few || !most || now.origins() != null) {
      return Optional.empty();
    }
    String sheet = whole.mapping().options().layer();
    boolean all = sheet.isEmpty() || whole.mapping().options().isJoined();
    String name = all ? subject.file().stem() : sheet;
    return Optional.of(
        Question.of(
                CODE,
                Figures.of(
                    "rows",
                    now.rows(),
                    "then",
                    whole.report().rowsAccepted(),
                    "version",
                    now.version() + "",
                    "file",
                    subject.file().name(),
                    "missing",
                    missing.size(),
                    "looked",
                    looked))
            .offer(Remedy.OWN_NAME, name)
            .offer(Remedy.REPLACE, Remedy.LEAVE_FILE));
  }
}
