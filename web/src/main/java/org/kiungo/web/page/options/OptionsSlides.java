package org.kiungo.web.page.options;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.options.OptionsSheet.Row;
import org.kiungo.web.page.options.SlideDeck.Paragraph;

/** The sheet of options as slides: whom, for what, where, how, and what to decide. */
final class OptionsSlides {

  private static final double POINTS = 17;

  /** Four or five options leave narrow columns. */
  private static final double POINTS_OF_MANY = 12;

  private OptionsSlides() {}

  static byte[] of(OptionsSheet sheet, Words words) throws IOException {
    boolean many = sheet.heads().size() > 3;
    double points = many ? POINTS_OF_MANY : POINTS;
    SlideDeck deck = new SlideDeck(words.language());
    deck.addTable(sheet.title(), header(sheet, true, words), rows(sheet, "gain", "waits"), points);
    deck.addDrawings(
        words.text("options.where"), maps(sheet, words), words.text("options.where-key"));
    deck.addTable(
        words.text("options.slide-money"),
        header(sheet, false, words),
        rows(sheet, "bill", "payers", "running"),
        points);
    deck.addTable(
        sheet.districtsTitle(), header(sheet, false, words), districts(sheet), many ? 10 : 14);
    deck.addTable(
        words.text("options.row.fair"), header(sheet, false, words), rows(sheet, "fair"), points);
    deck.addTable(
        words.text("options.slide-works"),
        header(sheet, false, words),
        rows(sheet, "works", "wrong", "sign", "proof"),
        many ? 9 : 11);
    List<Paragraph> last = new ArrayList<>();
    last.add(new Paragraph(words.text("options.same", sheet.heads().size()), true));
    sheet.same().forEach(each -> last.add(new Paragraph(each, false)));
    last.add(new Paragraph(words.text("options.decide-title"), true));
    sheet
        .decisions()
        .forEach(
            each ->
                last.add(
                    new Paragraph(
                        words.text("options.decided-by", each.what(), each.who()), false)));
    Stream.concat(sheet.leftOut().stream(), Stream.of(sheet.about()))
        .forEach(each -> last.add(new Paragraph(each, false)));
    deck.addList(words.text("options.slide-next"), last, 13);
    return deck.bytes(sheet.title());
  }

  private static List<SlideDrawing> maps(OptionsSheet sheet, Words words) {
    List<SlideDrawing> maps = new ArrayList<>();
    for (int k = 0; k < sheet.maps().size(); k++) {
      OptionMap map = sheet.maps().get(k);
      OptionsSheet.Head head = sheet.heads().get(k);
      String places = Figures.of(words.locale()).whole(map.places());
      maps.add(
          SlideDrawing.of(
              map,
              List.of(
                  words.text("ui.plan.card", head.letter(), head.name()),
                  words.text("options.where-places", places, map.places()))));
    }
    return maps;
  }

  private static List<String> header(OptionsSheet sheet, boolean best, Words words) {
    return Stream.concat(
            Stream.of(""),
            sheet.heads().stream()
                .map(
                    each -> {
                      String name = words.text("ui.plan.card", each.letter(), each.name());
                      return best && !each.best().isEmpty()
                          ? words.text("options.by", name, each.best())
                          : name;
                    }))
        .toList();
  }

  private static List<List<List<Paragraph>>> rows(OptionsSheet sheet, String... keys) {
    List<List<List<Paragraph>>> rows = new ArrayList<>();
    for (String key : keys) {
      Row row = sheet.rows().stream().filter(each -> each.key().equals(key)).findFirst().get();
      rows.add(
          Stream.concat(
                  Stream.of(List.of(new Paragraph(row.label(), true))),
                  row.cells().stream()
                      .map(
                          cell ->
                              cell.stream()
                                  .map(line -> new Paragraph(line.text(), line.strong()))
                                  .toList()))
              .toList());
    }
    return rows;
  }

  private static List<List<List<Paragraph>>> districts(OptionsSheet sheet) {
    return sheet.districts().stream()
        .map(
            district ->
                Stream.concat(
                        Stream.of(List.of(new Paragraph(district.name(), true))),
                        district.gains().stream()
                            .map(
                                gain ->
                                    List.of(
                                        new Paragraph(
                                            (gain.text() + " " + gain.sign()).strip(), false))))
                    .toList())
        .toList();
  }
}
