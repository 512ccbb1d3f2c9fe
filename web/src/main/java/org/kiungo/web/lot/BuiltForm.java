package org.kiungo.web.lot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.web.export.FormSheet;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.document.LotParts;

/**
 * As-built rows as a form for telephones, which ODK and Kobo take: whoever stands at a mast chooses
 * the lot and what stands there, and adds day, cost and photo. What is filled in is an as-built
 * file as it comes; that it stands is for a verifier to say.
 */
final class BuiltForm {

  private static final String KEYS = "lots.form.";
  private static final String LOTS = "lots";
  private static final String WORKS = "works";
  private static final String TECHNOLOGIES = "technologies";

  private BuiltForm() {}

  /** Sheets of the form. */
  static List<ExportLayer> of(LotsFolder folder) {
    Words words = FormSheet.opening();
    String id = folder.plan().scenario().countries().get(0) + "_built";
    String title =
        words.text(KEYS + "title", String.join(", ", folder.plan().scenario().countries()));
    return List.of(questions(), choices(folder), FormSheet.settings(title, id, "${place}"));
  }

  private static ExportLayer questions() {
    FormSheet sheet = FormSheet.questions(KEYS);
    sheet.row("select_one " + LOTS, "lot").with("required", "yes", "appearance", "minimal");
    sheet
        .row("select_one " + WORKS, "id")
        .with(
            "required", "yes",
            "appearance", "minimal autocomplete",
            "choice_filter", "lot = ${lot}");
    sheet.calculated("place", FormSheet.looked(WORKS, "id", "place"));
    sheet
        .row("select_one " + TECHNOLOGIES, "technology")
        .with(
            "relevant",
            FormSheet.looked(WORKS, "id", "technology") + " != ''",
            "appearance",
            "minimal");
    sheet
        .row("date", "date")
        .with("required", "yes", "default", "today()", "constraint", ". <= today()");
    sheet.row("decimal", "costUsd").with("constraint", ". >= 0");
    sheet.row("integer", "people").with("constraint", ". >= 0");
    sheet.row("geopoint", "position");
    sheet.row("image", "photo").with("required", "yes");
    return sheet.layer();
  }

  private static ExportLayer choices(LotsFolder folder) {
    FormSheet sheet = FormSheet.choices(KEYS, "lot", "place", "technology");
    Words words = FormSheet.opening();
    LotParts parts = new LotParts(folder.plan(), words);
    Map<String, String> technologies = new TreeMap<>();
    for (Lot lot : folder.lots().lots()) {
      sheet.row(LOTS, lot.id()).labelled(lot.name());
    }
    for (Lot lot : folder.lots().lots()) {
      List<LotParts.Site> sites = parts.sites(lot);
      for (int k = 0; k < sites.size(); k++) {
        LotParts.Site each = sites.get(k);
        String technology = each.site().technologyId();
        String named = named("technology.", technology, words);
        technologies.put(technology, named);
        sheet
            .row(WORKS, lot.members().sites().get(k))
            .labelled(each.place().name() + " · " + named)
            .with("lot", lot.id(), "place", each.place().name(), "technology", technology);
      }
      List<LotParts.Link> links = parts.links(lot);
      for (int k = 0; k < links.size(); k++) {
        LotParts.Link each = links.get(k);
        String ends = each.from().name() + " – " + each.to().name();
        sheet
            .row(WORKS, lot.members().links().get(k))
            .labelled(ends + " · " + named("medium.", each.link().mediumId(), words))
            .with("lot", lot.id(), "place", ends);
      }
    }
    technologies.forEach((id, name) -> sheet.row(TECHNOLOGIES, id).labelled(name));
    return sheet.layer();
  }

  private static String named(String kind, String id, Words words) {
    return words.has(kind + id) ? words.text(kind + id) : id;
  }
}
