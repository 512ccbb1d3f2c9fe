package org.kiungo.geodata.judge;

import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.proposal.Proposals;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.institution.InstitutionKind;

/**
 * Are facilities schools or clinics that do not say so themselves? Else plans count none of them.
 */
final class FacilityDoubt implements Doubt {

  static final String CODE = "facility";

  private List<InstitutionKind> kinds;
  private long rows;
  private long unsaid;

  @Override
  public String code() {
    return CODE;
  }

  /** What rows that do not say their kind are answered to be; empty for not known. */
  static String answered(Judgement judgement) {
    boolean clinics = judgement.has(CODE, Remedy.CLINICS);
    return judgement.has(CODE, Remedy.SCHOOLS) ? "school" : clinics ? "clinic" : "";
  }

  @Override
  public void row(SeenRow row) {
    if (row.accepted() != null) {
      kinds = kinds == null ? CatalogueReader.builtInInstitutions() : kinds;
      rows++;
      List<String> texts = List.of(row.cell("category"), row.cell("name"));
      unsaid += InstitutionKind.meantBy(texts, kinds).isEmpty() ? 1 : 0;
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    Subject subject = whole.subject();
    if (subject.kind() != LayerKind.FACILITIES || unsaid * 2 <= rows) {
      return Optional.empty();
    }
    return Proposals.institution(subject.file(), whole.mapping().options()).map(this::ask);
  }

  private Question ask(Proposals.Institution seems) {
    boolean school = seems.kind().equals("school");
    return Question.of(
            CODE,
            Figures.of(
                "rows", unsaid, "of", rows, "evidence", seems.columns(), "way", seems.kind()))
        .offer(school ? Remedy.SCHOOLS : Remedy.CLINICS)
        .offer(school ? Remedy.CLINICS : Remedy.SCHOOLS)
        .offer(Remedy.KEEP_ALL);
  }
}
