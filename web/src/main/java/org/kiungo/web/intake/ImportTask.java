package org.kiungo.web.intake;

import java.nio.file.Path;
import java.util.Map;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.RowFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an {@link ImportProcess} is to read, the first line that it is told.
 *
 * @param importId of the import
 * @param organisation on whose behalf
 * @param sha256 of the kept file
 * @param file itself
 * @param kind what it holds
 * @param country ISO 3166-1 alpha-3
 * @param columns declared columns; null = as remembered, else guessed
 * @param options how to read it
 * @param rows where the good rows go, as a {@link RowFile}; null for a check
 */
record ImportTask(
    String importId,
    String organisation,
    String sha256,
    Path file,
    LayerKind kind,
    String country,
    Map<String, String> columns,
    ReadOptions options,
    Path rows) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static ImportTask of(String line) {
    return JSON.readValue(line, ImportTask.class);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }

  DatasetImport.Request request() {
    return new DatasetImport.Request(
        SourceFile.of(file),
        kind,
        country,
        "",
        new DatasetImport.Evidence("", "", "", ""),
        false,
        columns == null ? null : new ColumnMapping(columns, options),
        options);
  }
}
