package org.kiungo.web.dataset;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.InputFile;

/**
 * What the rows of an imported version follow from beside the bytes of its original, as a plan
 * carries it: whoever has the file reads it again as it was read here.
 *
 * @param country ISO 3166-1 alpha-3
 * @param dataset name of it
 * @param original name under which the file is read; its format may show in it
 * @param columns declared column to the file's, those that were mapped
 * @param options what was declared or detected of the file, where it is not the default
 * @param answers to what the import asked; not those that confirm and change no row
 */
record Reading(
    String country,
    String dataset,
    String original,
    Map<String, String> columns,
    Map<String, Object> options,
    List<Answer> answers) {

  /** A folder may leave out what it likes. */
  Reading {
    country = country == null ? "" : country;
    dataset = dataset == null ? "" : dataset;
    original = original == null ? "" : original;
    columns = columns == null ? Map.of() : columns;
    options = options == null ? Map.of() : options;
  }

  static Reading of(PastImport past, String dataset) {
    Map<String, Object> options = json(past.mapping().options());
    options.entrySet().removeAll(json(ReadOptions.DETECT).entrySet());
    return new Reading(
        past.country(),
        dataset,
        past.originalName(),
        past.mapping().columns(),
        options,
        past.judgement().answers().stream()
            .filter(each -> !each.remedy().equals(Remedy.RIGHT.label()))
            .toList());
  }

  /** Of an input that has one. */
  static Reading of(InputFile input) {
    return RowFile.JSON.convertValue(input.reading(), Reading.class);
  }

  /** As an input carries it. */
  Map<String, Object> told() {
    return json(this);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(Object value) {
    return RowFile.JSON.convertValue(value, LinkedHashMap.class);
  }

  Judgement judgement() {
    return new Judgement(answers, "");
  }

  /** How to read the file of an input. */
  DatasetImport.Request request(LayerKind kind, Path file) {
    // a column that was not mapped is not to be guessed
    Map<String, String> every = new LinkedHashMap<>();
    kind.roles().forEach(role -> every.put(role, ""));
    every.putAll(columns);
    Map<String, Object> all = json(ReadOptions.DETECT);
    all.putAll(options);
    ReadOptions read = RowFile.JSON.convertValue(all, ReadOptions.class);
    return new DatasetImport.Request(
        SourceFile.of(file, original),
        kind,
        country,
        dataset,
        null,
        false,
        new ColumnMapping(every, read),
        read,
        judgement(),
        Standing.NOTHING);
  }
}
