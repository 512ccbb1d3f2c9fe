package org.kiungo.web.page.brief;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Tag;
import org.kiungo.web.plan.MapClass;

/**
 * A brief's page made fit for paper: symbols stand where they are used, colours are written out,
 * names of places lie over the map as text, and what is for screens alone or folded there is gone.
 */
final class PrintedPage {

  private static final Pattern COLOUR = Pattern.compile("var\\(--t-([a-z0-9-]+)\\)");

  /** As {@code brief-pdf.css} has it. */
  private static final double MAP_WIDTH_MM = 88;

  /** Symbols are drawn around zero in a square of this side. */
  private static final double SYMBOL_WIDTH = 18;

  /** What lays its children out side by side, as {@code brief-pdf.css} has it. */
  private static final String ROWS =
      "tr, dl.figs, .ten dl > div, .mapgrid, .two:not(.facts), footer.withqr";

  private static final String UNSERVED = "#5A6770";
  private static final String QUIET = "#7F8B92";
  private static final String OUTLINE = "#26323A";

  private final Document page;
  private final Map<String, Element> symbols = new HashMap<>();

  private PrintedPage(String html) {
    page = Jsoup.parse(html);
  }

  static Document of(String html) {
    PrintedPage printed = new PrintedPage(html);
    printed.takeSymbols();
    printed.drawSymbols();
    printed.nameOverMap();
    printed.page.select(".noprint").remove();
    printed.page.select("details").remove();
    printed.tabulate();
    printed.billAbreast();
    printed.keepHeadings();
    printed.turnRowsRound();
    printed.page.select("[tabindex]").removeAttr("tabindex");
    printed.page.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
    return printed.page;
  }

  /** Lists of words and values as tables: the engine lays floats out line by line. */
  private void tabulate() {
    for (Element list : page.select("dl.kv")) {
      Element table = new Element("table").addClass("kv");
      Element row = null;
      for (Element each : list.select("dt, dd")) {
        if (each.nameIs("dt")) {
          row = table.appendElement("tr");
        }
        row.appendChild(each.tagName(each.nameIs("dt") ? "th" : "td"));
      }
      list.replaceWith(table);
    }
  }

  /**
   * The bill beside what moves it, sentences and what else is told of the money over the whole
   * width: one below the other in the half of a page that screens give them, they would run over
   * three.
   */
  private void billAbreast() {
    for (Element bill : page.select(".facts #bill")) {
      Element abreast = new Element("div").addClass("two");
      bill.before(abreast);
      abreast.appendChild(bill);
      for (Element drivers : bill.select("[data-testid=drivers]")) {
        List<Element> moved = new ArrayList<>();
        moved.add(drivers.previousElementSibling());
        moved.add(drivers);
        moved.addAll(drivers.nextElementSiblings());
        abreast.appendElement("section").appendChildren(moved);
      }
      bill.select("> p").forEach(abreast::before);
      Element kept = new Element("div").addClass("kept");
      List<Element> before = abreast.previousElementSiblings();
      abreast.before(kept);
      Collections.reverse(before);
      kept.appendChildren(before).appendChild(abreast);
    }
  }

  /** The engine leaves a heading alone at the foot of a page where a table follows it. */
  private void keepHeadings() {
    for (Element table : page.select("h2 + .tblscroll, h2 + table, h3 + .tblscroll, h3 + table")) {
      Element heading = table.previousElementSibling();
      Element kept = new Element("div").addClass("kept");
      heading.before(kept);
      kept.appendChild(heading).appendChild(table);
    }
  }

  /** The engine lays columns out from left to right, whatever way a page runs. */
  private void turnRowsRound() {
    for (Element row : page.select("html[dir=rtl]").select(ROWS)) {
      List<Element> cells = new ArrayList<>(row.children());
      Collections.reverse(cells);
      cells.forEach(row::appendChild);
    }
  }

  private void takeSymbols() {
    for (Element each : page.select("symbol")) {
      symbols.put(each.id(), each);
    }
    page.select("#symbols").remove();
  }

  private void drawSymbols() {
    for (Element use : page.select("use")) {
      Element symbol = symbols.get(use.attr("href").substring(1));
      Element drawn =
          new Element(Tag.valueOf("g", use.tag().namespace(), ParseSettings.preserveCase), null);
      double scale = number(use, "width") / SYMBOL_WIDTH;
      drawn.attr(
          "transform",
          "translate(%s %s) scale(%s)"
              .formatted(
                  number(use, "x") + number(use, "width") / 2,
                  number(use, "y") + number(use, "height") / 2,
                  scale));
      symbol.children().forEach(each -> drawn.appendChild(each.clone()));
      for (Element shape : drawn.select("[fill], [stroke]")) {
        written(shape, "fill");
        written(shape, "stroke");
        if (shape.hasClass("o")) {
          shape.removeClass("o").attr("stroke", OUTLINE).attr("stroke-width", "0.8");
        }
      }
      use.replaceWith(drawn);
    }
  }

  private static void written(Element shape, String property) {
    Matcher colour = COLOUR.matcher(shape.attr(property));
    if (colour.find()) {
      shape.attr(property, colour(colour.group(1)));
    } else if (shape.attr(property).startsWith("var(")) {
      shape.attr(property, QUIET);
    }
  }

  private static String colour(String name) {
    return switch (name) {
      case "none" -> UNSERVED;
      case "base" -> QUIET;
      default ->
          MapClass.all().stream()
              .map(MapClass::family)
              .filter(each -> each.id().equals(name))
              .map(each -> each.colour())
              .findFirst()
              .orElse(QUIET);
    };
  }

  /**
   * Names as text of the page, in its font and for its readers, at the place they have on the map.
   */
  private void nameOverMap() {
    for (Element map : page.select("svg:has(.mapnames)")) {
      String[] box = map.attr("viewBox").split(" ");
      double width = Double.parseDouble(box[2]);
      double height = Double.parseDouble(box[3]);
      Element frame = new Element("div").addClass("mapframe");
      map.replaceWith(frame);
      for (Element name : map.select(".mapnames text")) {
        frame
            .appendElement("span")
            .text(name.text())
            .attr(
                "style", "left:" + percent(name, "x", width) + "top:" + percent(name, "y", height));
      }
      map.select(".mapnames").remove();
      // the engine knows no proportions of a drawing: its height is said beside its width
      double widthMm = map.hasAttr("data-width-mm") ? number(map, "data-width-mm") : MAP_WIDTH_MM;
      double heightMm = widthMm * height / width;
      String size = String.format(Locale.ROOT, "width:%.1fmm;height:%.1fmm", widthMm, heightMm);
      map.attr("style", size);
      frame.attr("style", size);
      frame.prependChild(map);
    }
  }

  private static String percent(Element name, String axis, double whole) {
    return 100 * number(name, axis) / whole + "%;";
  }

  private static double number(Element each, String attribute) {
    return Double.parseDouble(each.attr(attribute));
  }
}
