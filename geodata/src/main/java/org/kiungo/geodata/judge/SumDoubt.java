package org.kiungo.geodata.judge;

import java.util.Optional;
import org.kiungo.geodata.judge.ground.CountedGround;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.facts.CountryFacts;

/** Do the people add up to about the nation's? */
final class SumDoubt implements Doubt {

  /** Censuses, grids and projections of one nation differ by less. */
  private static final double MOST = 1.25;

  /** Below, the file cannot be meant as the whole country. */
  private static final double LEAST = 0.75;

  /** A census counts everybody of its year, and nobody twice. */
  private static final double MOST_OF_CENSUS = 1.05;

  private static final double LEAST_OF_CENSUS = 0.8;

  /**
   * Between two censuses nations grow by less: one of all areas that has fewer leaves people out.
   */
  private static final double LEAST_OF_WHOLE = 0.6;

  /** Rasters of some of a country's people, as of its children, reach as far as those of all. */
  private static final double LEAST_OF_CELLS = 0.1;

  private final Subject subject;

  /** Whether what is counted may be asked first. */
  private final boolean asked;

  private final CountedGround ground = new CountedGround();

  SumDoubt(Subject subject, Judgement judgement) {
    this.subject = subject;
    this.asked = judgement.whole(HouseholdsDoubt.CODE).isEmpty();
  }

  @Override
  public String code() {
    return "sum";
  }

  @Override
  public void accepted(AcceptedRow row) {
    if (subject.kind() == LayerKind.CENSUS || subject.kind() == LayerKind.POPULATION_RASTER) {
      ground.add(row.geometry());
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    double sum = whole.report().totalAfter();
    if (!whole.countsPeople()
        || !(sum > 0)
        || whole.looksLikePicture()
        || ThousandsDoubt.fits(whole)
        || CountedDoubt.fits(whole)
        || asked && HouseholdsDoubt.fits(whole)) {
      return Optional.empty();
    }
    return whole.subject().facts().flatMap(facts -> ask(facts, sum));
  }

  private Optional<Question> ask(CountryFacts facts, double sum) {
    double nation = facts.population();
    boolean census = subject.kind() == LayerKind.CENSUS;
    double most = census ? MOST_OF_CENSUS : MOST;
    if (sum <= most * nation && sum >= (census ? LEAST_OF_CENSUS : LEAST) * nation) {
      return Optional.empty();
    }
    boolean more = sum > nation;
    boolean few = sum < (census ? LEAST_OF_WHOLE : LEAST_OF_CELLS) * nation;
    boolean all = few && ground.isWhole(subject.country());
    int percent = Figures.percent(sum, nation);
    Question question =
        Question.of(
                code(),
                Figures.of(
                    "ratio",
                    more ? Figures.ratio(sum, nation) : Math.max(1, percent),
                    "country",
                    subject.country(),
                    "file",
                    subject.file().name(),
                    "sum",
                    sum,
                    "reference",
                    nation,
                    "year",
                    facts.populationYear() + "",
                    "way",
                    more ? "more" : all ? "all" : percent > 0 ? "less" : "hardly"))
            .bars(Figures.people(sum, facts, subject.standing()));
    return Optional.of(
        more || all
            ? question.offer(Remedy.LEAVE_FILE, Remedy.RIGHT)
            : question.offer(Remedy.PART, Remedy.RIGHT, Remedy.LEAVE_FILE).assume(Remedy.PART));
  }
}
