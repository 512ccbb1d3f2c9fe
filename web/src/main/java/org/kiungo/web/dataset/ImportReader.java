package org.kiungo.web.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.judge.Judge;
import org.kiungo.geodata.judge.Subject;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.proposal.FileProposal;
import org.kiungo.geodata.proposal.Proposals;
import org.kiungo.geodata.proposal.SystemProposals;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.value.InputRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a file as an import does, row by row, without a store: what became of every row, and the
 * good ones as they are to be stored.
 */
public final class ImportReader {

  private static final Logger LOG = LoggerFactory.getLogger(ImportReader.class);
  private static final int LONGEST_TRANSFORMATION = 4000;

  private final LayerImport reader;
  private final KnownDistricts districts;
  private final MappingMemory memory;

  /** Joins a census to built-in districts alone. */
  public ImportReader(MappingMemory.Known known) {
    this(known, KnownDistricts.in((Path) null));
  }

  /**
   * @param districts that a census may be joined to
   */
  public ImportReader(MappingMemory.Known known, KnownDistricts districts) {
    this.districts = districts;
    this.reader = new LayerImport(new BuiltInCountries(), new CensusImport(districts));
    this.memory = new MappingMemory(known, reader);
  }

  /**
   * A file as it was read.
   *
   * @param past what is kept of the import, of version 0
   * @param transformation what was done to the rows, so that a reviewer can repeat it
   * @param layout to be remembered; null for nothing
   */
  public record Read(PastImport past, String transformation, MappingMemory.Layout layout) {}

  /**
   * The mapping to show for a file: the remembered one of its layout, else the guessed one.
   *
   * @param country ISO 3166-1 alpha-3 that it should lie in; may be empty
   */
  public MappingMemory.Offer offer(
      SourceFile file, LayerKind kind, ReadOptions options, String country) {
    try {
      return memory.offer(file, kind, options);
    } catch (InputRefused refused) {
      throw SystemProposals.of(refused, file, options, country);
    }
  }

  /**
   * What is in a file, with the same checks as an import.
   *
   * @param country ISO 3166-1 alpha-3 that it should lie in; may be empty
   */
  public Inspection inspect(
      SourceFile file, ReadOptions options, String country, Inspection.Wording words) {
    try {
      return reader.inspect(file.path(), options, country, words);
    } catch (InputRefused refused) {
      throw SystemProposals.of(refused, file, options, country);
    }
  }

  /**
   * What a file may be read as, the likeliest first.
   *
   * @param country ISO 3166-1 alpha-3 that it is given for; may be empty
   */
  public List<FileProposal> proposals(
      SourceFile file, ReadOptions options, Inspection found, String country) {
    return new Proposals(new BuiltInCountries()).of(file, options, found, country);
  }

  /** The reader of layers itself. */
  public LayerImport layers() {
    return reader;
  }

  /** The same with the mapping that holds where none is declared. */
  public DatasetImport.Request mapped(DatasetImport.Request request) {
    if (request.kind() == LayerKind.CENSUS) {
      districts.of(request.country()); // once found they stay: reading asks no store
    }
    return request.mapping() != null
        ? request
        : request.with(
            offer(request.file(), request.kind(), request.options(), request.country()).mapping());
  }

  /** Copies the imported districts that a file may be joined to; null where it needs none. */
  public Path copyDistricts(DatasetImport.Request request, Path folder) throws IOException {
    if (request.kind() != LayerKind.CENSUS) {
      return null;
    }
    Path file = folder.resolve("districts.jsonl");
    districts.write(request.country(), file);
    return file;
  }

  /**
   * Reads a file.
   *
   * @param importId under which it is kept
   * @param sha256 of the kept original
   * @param rows receives each good row before the file as a whole is judged: what it did must be
   *     undone when this throws
   */
  public Read read(
      DatasetImport.Request request, String importId, String sha256, Consumer<StoredFeature> rows) {
    Judgement judgement = request.judgement();
    ColumnMapping mapping = Judge.amended(mapped(request).mapping(), judgement);
    Subject subject =
        new Subject(request.file(), request.kind(), request.country(), request.standing());
    Judge judge = new Judge(subject, judgement);
    if (judge.readsTwice()) {
      stream(request, mapping, judge, row -> {});
      judge = judge.again();
    }
    Imported<?> read;
    try {
      read = stream(request, mapping, judge, row -> rows.accept(StoredRecords.row(row)));
    } catch (InputRefused refused) {
      throw SystemProposals.of(refused, request.file(), mapping.options(), request.country());
    }
    return new Read(
        PastImport.of(importId, request, read, sha256, judge.questions(read)),
        transformation(read, judgement),
        layout(request, read));
  }

  private Imported<?> stream(
      DatasetImport.Request request,
      ColumnMapping mapping,
      Judge judge,
      Consumer<AcceptedRow> rows) {
    return reader.stream(
        request.file(),
        request.kind(),
        request.country(),
        mapping,
        row -> {
          judge.accepted(row);
          rows.accept(row);
        },
        judge,
        judge.decisions());
  }

  /** A convenience for the next time: what is read is read, whatever becomes of this. */
  private MappingMemory.Layout layout(DatasetImport.Request request, Imported<?> read) {
    if (request.kind().shape() == LayerKind.Shape.RASTER) {
      return null;
    }
    try {
      return memory.layout(request.file(), request.kind(), read.mapping());
    } catch (RuntimeException forgotten) {
      LOG.warn("how the columns of {} were mapped is not known", request.file().name(), forgotten);
      return null;
    }
  }

  private static String transformation(Imported<?> read, Judgement judgement) {
    DataReport report = read.report();
    ReadOptions options = read.mapping().options();
    Map<String, String> columns = new LinkedHashMap<>(read.mapping().columns());
    columns.values().removeIf(String::isEmpty);
    StringBuilder text = new StringBuilder();
    text.append(read.format()).append(" layer \"").append(read.layer()).append('"');
    if (!read.crs().isEmpty()) {
      boolean lonLat = read.crs().equals("EPSG:4326");
      text.append(lonLat ? "; coordinates kept" : "; coordinates to EPSG:4326 by GeoTools");
    }
    text.append(options.swapAxes() ? "; axes exchanged" : "");
    text.append(options.repair() ? "; invalid shapes repaired: " : "");
    text.append(options.repair() ? report.counts().getOrDefault("geometryRepaired", 0L) : "");
    text.append("; rows in ").append(report.rowsIn());
    text.append(", accepted ").append(report.rowsAccepted());
    text.append(", listed ").append(report.rowsListed());
    if (report.rowsAnswered() > 0) {
      text.append(", left out or merged as answered ").append(report.rowsAnswered());
    }
    text.append("; columns ").append(columns);
    for (Answer each : judgement.answers()) {
      text.append("; answered ").append(each.label());
    }
    return text.length() <= LONGEST_TRANSFORMATION
        ? text.toString()
        : text.substring(0, LONGEST_TRANSFORMATION - 1) + "…";
  }
}
