package org.kiungo.web.doubt.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.export.LayerNotes;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.layer.SurveyAnswers;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.export.FormSheet;
import org.kiungo.web.export.PlaceTable;
import org.kiungo.web.language.CountryWords;
import org.kiungo.web.language.Words;

/**
 * Survey lists as layers of any format, and as an XLSForm. Both bring what an import of answers
 * reads: the place's id, where it lies, its people, and which survey it is of.
 *
 * @see <a href="https://xlsform.org/en/ref-table/">XLSForm</a>
 */
public final class SurveyFiles {

  /** Where somebody writes whether a place has 4G. */
  static final String ANSWER = "has_4g";

  private static final String KEYS = "survey.form.";
  private static final String PLACES = "places";
  private static final String SAID = "yes_no_unknown";
  private static final List<String> ANSWERS = List.of("yes", "no", "unknown");

  private SurveyFiles() {}

  /** The list; whoever fills in its last columns can import it as it is. */
  public static ExportLayer list(SurveyList list) {
    List<Field> fields = new ArrayList<>();
    List<Feature> rows = new ArrayList<>();
    for (SurveyPlace each : list.places()) {
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put("rank", (long) each.rank());
      cells.put("settlementId", each.settlementId());
      cells.put("name", each.name());
      cells.put("district", each.district());
      cells.put("population", each.population());
      cells.put("modelled", each.modelled());
      cells.put("today4gLowRatio", each.coverageLowRatio());
      cells.put("today4gBestRatio", each.coverageRatio());
      cells.put("today4gHighRatio", each.coverageHighRatio());
      cells.put("inPlans", (long) each.futures());
      cells.put("ofPlans", (long) each.ofFutures());
      cells.put("planned", each.planned());
      cells.put("question", each.question());
      cells.put("ifYes", each.ifYes());
      cells.put("ifNo", each.ifNo());
      cells.put("chanceRatio", each.chanceRatio());
      cells.put("gainedPeople", each.gainedPeople());
      cells.put("costUsd", each.costUsd());
      cells.put("stakePeople", each.stakePeople());
      cells.put("worthPeople", each.worthPeople());
      cells.put("worthUsd", each.worthUsd());
      cells.put("visitUsd", each.visitUsd());
      cells.put("visitAssumed", list.visitAssumed());
      cells.put(SurveyAnswers.COLUMN, list.survey());
      cells.put(ANSWER, null);
      cells.put("survey_date", null);
      if (fields.isEmpty()) {
        cells.forEach((name, value) -> fields.add(new Field(name, Field.Type.of(value))));
      }
      rows.add(
          new Feature(
              each.rank(),
              each.settlementId(),
              PlaceTable.point(new LonLat(each.lon(), each.lat())),
              cells));
    }
    LayerNotes choices = new LayerNotes("", Map.of(), Map.of(), Map.of(ANSWER, ANSWERS));
    return new ExportLayer("survey", fields, rows, null, choices);
  }

  /** Sheets of the form: what is asked, what may be answered, what it is called. */
  public static List<ExportLayer> form(SurveyList list, String iso3) {
    return List.of(questions(list), choices(list), settings(list, iso3));
  }

  private static ExportLayer questions(SurveyList list) {
    FormSheet sheet = FormSheet.questions(KEYS);
    // a filter that lets all pass makes of the choices an instance, which calculations look into
    sheet
        .row("select_one " + PLACES, "settlement_id")
        .with("required", "yes", "appearance", "minimal autocomplete", "choice_filter", "true()");
    sheet.calculated("name", looked("place"));
    sheet.calculated("lon", looked("lon"));
    sheet.calculated("lat", looked("lat"));
    sheet.row("select_one " + SAID, ANSWER).with("required", "yes");
    sheet
        .row("integer", "share_covered")
        .with("relevant", "${has_4g} = 'yes'", "constraint", ". >= 1 and . <= 100");
    sheet.row("integer", "people_counted").with("constraint", ". >= 0");
    sheet.row("date", "survey_date").with("required", "yes", "default", "today()");
    sheet.row("geopoint", "position");
    sheet.calculated(
        "coverage_ratio",
        "if(${has_4g} = 'no', 0, if(${has_4g} = 'yes',"
            + " if(string(${share_covered}) = '', 1, ${share_covered} div 100), ''))");
    sheet.calculated(
        "population",
        "if(string(${people_counted}) = '', " + looked("people") + ", ${people_counted})");
    // not a plain literal: its apostrophe in front would be taken for a guarded cell
    sheet.calculated(SurveyAnswers.COLUMN, "string('" + list.survey() + "')");
    return sheet.layer();
  }

  private static String looked(String column) {
    return FormSheet.looked(PLACES, "settlement_id", column);
  }

  private static ExportLayer choices(SurveyList list) {
    FormSheet sheet = FormSheet.choices(KEYS, "place", "lon", "lat", "people");
    for (String each : ANSWERS) {
      sheet.row(SAID, each);
    }
    for (SurveyPlace each : list.places()) {
      sheet
          .row(PLACES, each.settlementId())
          .labelled(each.rank() + " · " + each.name())
          .with(
              "place", each.name(),
              "lon", Double.toString(each.lon()),
              "lat", Double.toString(each.lat()),
              "people", Double.toString(each.population()));
    }
    return sheet.layer();
  }

  private static ExportLayer settings(SurveyList list, String iso3) {
    Words words = FormSheet.opening();
    String title = words.text(KEYS + "title", CountryWords.name(iso3, words));
    return FormSheet.settings(title, list.survey(), "${name}");
  }
}
