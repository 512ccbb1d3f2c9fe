package org.kiungo.web.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.web.language.Words;
import org.springframework.web.servlet.ModelAndView;

/** What an address answers to people: a title, a table, and links. */
final class OgcPage {

  /** Features on one page. */
  static final int MOST_ROWS = 100;

  /**
   * What stands in a table.
   *
   * @param text as programs read it
   * @param href where it leads; null for nowhere
   */
  record Cell(String text, String href) {}

  private final Ask ask;
  private final List<String> columns = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();
  private final ModelAndView page = new ModelAndView("ogc");

  OgcPage(Ask ask, String title) {
    this.ask = ask;
    Words words = ask.words();
    page.addObject("lang", words.language());
    page.addObject("dir", words.direction());
    page.addObject("languageNote", words.draftNote());
    page.addObject("title", title);
  }

  OgcPage about(String text) {
    page.addObject("about", text);
    return this;
  }

  /** Says how many features are on it, and of how many; fewer than 0 = not counted. */
  void counted(int returned, long matched) {
    Words words = ask.words();
    page.addObject(
        "counted",
        matched < 0
            ? words.text("ogc.returned", returned)
            : words.text("ogc.matched", returned, matched));
  }

  /** Heads of the table. */
  OgcPage columns(String... keys) {
    Arrays.stream(keys).map(each -> ask.words().text(each)).forEach(columns::add);
    return this;
  }

  void row(Cell... cells) {
    rows.add(List.of(cells));
  }

  void fact(String name, String value) {
    row(new Cell(name, null), new Cell(value, null));
  }

  /** A row each. */
  void features(List<Feature> features, List<Field> fields, UnaryOperator<String> address) {
    columns.add("id");
    fields.forEach(each -> columns.add(each.name()));
    columns.add(Cql2Text.PLACE);
    for (Feature each : features) {
      List<Cell> row = new ArrayList<>();
      row.add(new Cell(each.id(), address.apply(each.id())));
      fields.forEach(field -> row.add(new Cell(text(each.attributes().get(field.name())), null)));
      row.add(new Cell(text(each.geometry()), null));
      rows.add(row);
    }
  }

  static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  ModelAndView show(List<Ask.Link> links) {
    page.addObject("columns", columns);
    page.addObject("rows", rows);
    page.addObject("links", links);
    return page;
  }
}
