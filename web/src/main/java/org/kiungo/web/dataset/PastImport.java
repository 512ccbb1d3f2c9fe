package org.kiungo.web.dataset;

import java.util.List;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.RowDecisions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.Judge;
import org.kiungo.geodata.judge.Subject;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.ImportMemory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of an import, stored or not: enough to word its report again in any language.
 *
 * @param id opaque identity
 * @param kind what the file was read as
 * @param country claimed, ISO 3166-1 alpha-3
 * @param fileName as the uploader named it
 * @param originalName the name under which the kept original is read again
 * @param sha256 of the kept original
 * @param format recognised
 * @param layer of the file
 * @param encoding character set of its text
 * @param crs code or name of its coordinate system, empty when it has none
 * @param mapping columns and options used
 * @param version stored, 0 when nothing was
 * @param report what became of every row
 * @param questions that it raises, answered or not; null for imports of before they were asked
 * @param judgement what was answered; null likewise
 * @param before version of the dataset that was current until then; null where nothing was stored,
 *     and for imports of before this was kept
 */
public record PastImport(
    String id,
    LayerKind kind,
    String country,
    String fileName,
    String originalName,
    String sha256,
    String format,
    String layer,
    String encoding,
    String crs,
    ColumnMapping mapping,
    int version,
    DataReport report,
    List<Question> questions,
    Judgement judgement,
    Integer before) {

  public PastImport {
    questions = questions == null ? List.of() : List.copyOf(questions);
    judgement = judgement == null ? Judgement.NONE : judgement;
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static PastImport of(
      String id,
      DatasetImport.Request request,
      Imported<?> read,
      String sha256,
      List<Question> questions) {
    String name = read.input().name();
    boolean bundled = request.file().parts().size() > 1;
    return new PastImport(
        id,
        request.kind(),
        request.country(),
        name,
        bundled ? name + ".zip" : name,
        sha256,
        read.format(),
        read.layer(),
        read.encoding(),
        read.crs(),
        new ColumnMapping(
            read.mapping().columns(), read.mapping().options().withLayer(read.layer())),
        0,
        read.report(),
        questions,
        request.judgement(),
        null);
  }

  /** The same as a version that follows another. */
  PastImport of(int stored, int current) {
    return new PastImport(
        id,
        kind,
        country,
        fileName,
        originalName,
        sha256,
        format,
        layer,
        encoding,
        crs,
        mapping,
        stored,
        report,
        questions,
        judgement,
        current);
  }

  /** Whether nothing is stored before somebody answers. */
  public boolean waitsForAnswers() {
    return !judgement.storesAsItIs() && questions.stream().anyMatch(Question::isOpen);
  }

  /** Whether something holds that nobody answered, and no note says why. */
  public boolean assumes() {
    return !judgement.storesAsItIs() && questions.stream().anyMatch(Question::assumed);
  }

  /** What its answers change of the rows of its original. */
  RowDecisions decisions(SourceFile original) {
    Subject subject = new Subject(original, kind, country, Standing.NOTHING);
    return new Judge(subject, judgement).decisions();
  }

  ImportMemory.Report kept() {
    return new ImportMemory.Report(id, JSON.writeValueAsString(this), null);
  }

  static PastImport read(String json) {
    return JSON.readValue(json, PastImport.class);
  }
}
