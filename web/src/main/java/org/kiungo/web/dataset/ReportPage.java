package org.kiungo.web.dataset;

import java.text.NumberFormat;
import java.util.List;
import org.kiungo.web.language.Words;
import org.springframework.web.util.HtmlUtils;

/** An import's report as one HTML page that needs nothing else, for mail and print. */
final class ReportPage {

  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
          + "table{border-collapse:collapse;width:100%;margin:1rem 0}"
          + "th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:start;"
          + "vertical-align:top;overflow-wrap:anywhere}th{background:#f2f2f2}"
          // on a phone each row is a card: eight columns have room for a letter each
          + "@media screen and (max-width:40rem){.rows,.rows tbody,.rows tr,.rows td{display:block}"
          + ".rows thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;"
          + "overflow:hidden}.rows tr{border-top:2px solid #767676;padding:.5rem 0}"
          + ".rows td{border:0;padding:.1rem 0}.rows td:empty{display:none}"
          + ".rows td::before{content:attr(data-head) \": \";font-weight:600}}"
          + "@media print{body{margin:0;max-width:none}thead{display:table-header-group}}";

  private final ImportReport report;
  private final Words words;
  private final StringBuilder html = new StringBuilder();

  /** Headings of the table that is being written. */
  private List<String> heads = List.of();

  private ReportPage(ImportReport report, Words words) {
    this.report = report;
    this.words = words;
  }

  static String of(ImportReport report, Words words) {
    return new ReportPage(report, words).whole();
  }

  private String whole() {
    String title = words.text("report.title", report.file());
    html.append("<!doctype html>\n<html lang=\"").append(words.language());
    html.append("\" dir=\"").append(words.direction());
    html.append("\"><head><meta charset=\"utf-8\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        .append(safe(title));
    html.append("</title><style>").append(STYLE).append("</style></head><body><main>\n<h1>");
    html.append(safe(title)).append("</h1>\n<p>").append(safe(outcome())).append("</p>\n");
    facts();
    counts();
    problems();
    return html.append("</main></body></html>\n").toString();
  }

  private String outcome() {
    return words.text(
        report.version() > 0 ? "report.stored" : "report.not-stored",
        number(report.rowsIn()),
        number(report.rowsAccepted()),
        number(report.rowsListed()),
        report.version(),
        number(report.rowsAnswered()));
  }

  private void facts() {
    html.append("<table><tbody>\n");
    fact("report.kind", report.kind() + ", " + report.country());
    fact("report.format", report.format() + ", " + report.layer());
    fact("report.encoding", report.encoding());
    fact("report.crs", report.crs());
    fact("report.sha256", report.sha256());
    report
        .columns()
        .forEach(
            (role, column) -> {
              if (!column.isEmpty()) {
                fact(words.text("report.column-of", role), column, false);
              }
            });
    if (!Double.isNaN(report.totalBefore())) {
      fact("report.total-before", number(report.totalBefore()));
      fact("report.total-after", number(report.totalAfter()));
    }
    html.append("</tbody></table>\n");
  }

  private void fact(String key, String value) {
    fact(words.text(key), value, value.isEmpty());
  }

  private void fact(String name, String value, boolean unknown) {
    html.append("<tr><th scope=\"row\">").append(safe(name)).append("</th><td>");
    html.append(unknown ? "–" : safe(value)).append("</td></tr>\n");
  }

  private void counts() {
    if (report.counts().isEmpty()) {
      return;
    }
    heading("report.counts");
    head(List.of("report.code", "report.count"));
    report.counts().forEach((code, count) -> row(List.of(code, number(count))));
    html.append("</tbody></table>\n");
  }

  private void problems() {
    if (report.problems().isEmpty()) {
      return;
    }
    heading("report.problems");
    head(
        List.of(
            "report.severity",
            "report.code",
            "report.row",
            "report.column",
            "report.place",
            "report.value",
            "report.why",
            "report.remedy"));
    for (ImportReport.Problem each : report.problems()) {
      row(
          List.of(
              words.text("cli.severity." + each.severity()),
              each.code(),
              each.row() > 0 ? number(each.row()) : "",
              each.column(),
              each.place(),
              each.found(),
              each.message(),
              each.remedy()));
    }
    html.append("</tbody></table>\n");
    long all = report.counts().values().stream().mapToLong(Long::longValue).sum();
    if (all > report.problems().size()) {
      String more = words.text("report.more", number(all - report.problems().size()));
      html.append("<p>").append(safe(more)).append("</p>\n");
    }
  }

  private void heading(String key) {
    html.append("<h2>").append(safe(words.text(key))).append("</h2>\n");
  }

  private void head(List<String> keys) {
    heads = keys.stream().map(words::text).map(ReportPage::safe).toList();
    // cards lose what a table tells by itself
    html.append("<table class=\"rows\" role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">");
    for (String head : heads) {
      html.append("<th scope=\"col\" role=\"columnheader\">").append(head).append("</th>");
    }
    html.append("</tr></thead><tbody role=\"rowgroup\">\n");
  }

  private void row(List<String> cells) {
    html.append("<tr role=\"row\">");
    for (int k = 0; k < cells.size(); k++) {
      html.append("<td role=\"cell\" data-head=\"").append(heads.get(k)).append("\">");
      html.append(safe(cells.get(k))).append("</td>");
    }
    html.append("</tr>\n");
  }

  private String number(double value) {
    NumberFormat format = words.numbers();
    format.setMaximumFractionDigits(3);
    return format.format(value);
  }

  private static String safe(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
