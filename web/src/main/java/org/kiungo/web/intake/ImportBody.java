package org.kiungo.web.intake;

import java.io.IOException;
import java.util.Map;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.web.dataset.DatasetImport;
import tools.jackson.databind.json.JsonMapper;

/**
 * An import of one file as it is asked for and kept.
 *
 * @param upload the files
 * @param layer what they hold
 * @param country ISO 3166-1 alpha-3
 * @param name of the dataset, empty = the layer's
 * @param evidence what people state about it
 * @param allOrNothing true: store nothing when a row would be left out
 * @param columns declared columns; null = as remembered, else guessed
 * @param options how to read it
 * @param judgement what is answered to its questions; null for one that was asked for before there
 *     were any
 * @param assume whether what is safe holds for those that nobody answered; null = it does
 */
record ImportBody(
    String upload,
    String layer,
    String country,
    String name,
    DatasetImport.Evidence evidence,
    boolean allOrNothing,
    Map<String, String> columns,
    ReadOptions options,
    Judgement judgement,
    Boolean assume) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static ImportBody of(ImportForm form, String upload) {
    return new ImportBody(
        upload,
        form.layer(),
        form.country(),
        form.datasetName(),
        form.evidence(),
        form.accept().equals("all-or-nothing"),
        form.columns(),
        form.options(),
        form.judgement(),
        form.assume());
  }

  static ImportBody of(String json) {
    return JSON.readValue(json, ImportBody.class);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }

  ImportBody withUpload(String other) {
    return new ImportBody(
        other, layer, country, name, evidence, allOrNothing, columns, options, judgement, assume);
  }

  /** Whether it is stored while something holds that nobody answered. */
  boolean assumes() {
    return !Boolean.FALSE.equals(assume);
  }

  /** The same with the file itself. */
  DatasetImport.Request request(Uploads uploads) throws IOException {
    return new DatasetImport.Request(
        uploads.file(upload),
        LayerKind.named(layer),
        country,
        name,
        evidence,
        allOrNothing,
        columns == null ? null : new ColumnMapping(columns, options),
        options,
        judgement == null ? Judgement.NONE : judgement,
        Standing.NOTHING);
  }
}
