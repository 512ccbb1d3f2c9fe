package org.kiungo.geodata.judge;

import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.proposal.KnownFile;
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

  /** What rows that do not say their kind are, as answered or as who made the file collects. */
  static String held(Subject subject, Judgement judgement, ReadOptions options) {
    if (judgement.whole(CODE).isEmpty()) {
      return subject.kind() == LayerKind.FACILITIES
          ? Proposals.known(subject.file(), options).map(KnownFile::institution).orElse("")
          : "";
    }
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
    if (subject.kind() != LayerKind.FACILITIES || unsaid == 0) {
      return Optional.empty();
    }
    ReadOptions options = whole.mapping().options();
    Optional<KnownFile> known =
        Proposals.known(subject.file(), options).filter(each -> !each.institution().isEmpty());
    if (known.isPresent()) {
      boolean school = known.get().institution().equals("school");
      return Optional.of(
          ask(new Proposals.Institution(known.get().institution(), known.get().title()))
              .assume(school ? Remedy.SCHOOLS : Remedy.CLINICS));
    }
    return unsaid * 2 <= rows
        ? Optional.empty()
        : Proposals.institution(subject.file(), options).map(this::ask);
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
