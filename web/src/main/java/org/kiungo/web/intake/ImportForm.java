package org.kiungo.web.intake;

import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.web.access.Member;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of an import request; an absent one is detected, guessed or empty.
 *
 * @param file sent with the request, several for the parts of a shapefile
 * @param upload identity of files sent before, instead
 * @param layer what the file holds
 * @param country ISO 3166-1 alpha-3
 * @param name of the dataset
 * @param source who published it
 * @param licence under which it may be used
 * @param date of the data as the source states it
 * @param uploader who brings it
 * @param accept good or all-or-nothing
 * @param mapping JSON object of declared column to the file's column
 * @param fileLayer the file's layer to read
 * @param crs code of the coordinate system where the file does not say
 * @param encoding character set of its text
 * @param lonColumn column of longitudes or eastings
 * @param latColumn column of latitudes or northings
 * @param wktColumn column of well-known text
 * @param separator between cells
 * @param decimalMark a point or a comma
 * @param headerRow yes or no
 * @param swapAxes exchange the two coordinates
 * @param shapesOnly take a shapefile without attributes
 * @param repair mend invalid shapes
 * @param answers what is answered to the questions of an earlier try: a line each as on the command
 *     line, {@code sum=part}, or a JSON list of {@code question}, {@code remedy} and, where one
 *     needs it, {@code row}, {@code text} and {@code cells}
 * @param assume false = nothing is stored while a question is answered by what is safe alone;
 *     otherwise, as on the command line, that holds
 * @param note why it is stored as it is, whatever is open
 */
record ImportForm(
    List<MultipartFile> file,
    String upload,
    String layer,
    String country,
    String name,
    String source,
    String licence,
    String date,
    String uploader,
    String accept,
    String mapping,
    String fileLayer,
    String crs,
    String encoding,
    String lonColumn,
    String latColumn,
    String wktColumn,
    String separator,
    String decimalMark,
    String headerRow,
    Boolean swapAxes,
    Boolean shapesOnly,
    Boolean repair,
    String answers,
    Boolean assume,
    String note) {

  /** Answers for all of a pattern name no row. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  ImportForm {
    file = file == null ? List.of() : List.copyOf(file);
    layer = text(layer);
    upload = text(upload);
    country = text(country);
    accept = accept == null || accept.isEmpty() ? "good" : accept;
    if (!accept.equals("good") && !accept.equals("all-or-nothing")) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "accept", accept);
    }
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }

  ReadOptions options() {
    return new ReadOptions(
        text(fileLayer),
        text(crs),
        text(encoding),
        text(lonColumn),
        text(latColumn),
        text(wktColumn),
        text(separator),
        text(decimalMark),
        text(headerRow),
        Boolean.TRUE.equals(swapAxes),
        Boolean.TRUE.equals(shapesOnly),
        Boolean.TRUE.equals(repair));
  }

  DatasetImport.Evidence evidence() {
    return new DatasetImport.Evidence(
        text(source), text(licence), text(date), Member.nameOr(text(uploader)));
  }

  /** What is answered; nothing where nothing is. */
  Judgement judgement() {
    try {
      List<Answer> given =
          text(answers).startsWith("[")
              ? JSON.readValue(answers, new TypeReference<List<Answer>>() {})
              : text(answers).lines().filter(each -> !each.isBlank()).map(Answer::parse).toList();
      return new Judgement(given, text(note));
    } catch (JacksonException unreadable) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "answers", answers);
    }
  }

  String datasetName() {
    return text(name);
  }

  /** Declared columns; null when none are declared, so that the remembered or guessed ones hold. */
  Map<String, String> columns() {
    if (text(mapping).isBlank()) {
      return null;
    }
    try {
      return JSON.readValue(mapping, new TypeReference<Map<String, String>>() {});
    } catch (JacksonException unreadable) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "mapping", mapping);
    }
  }
}
