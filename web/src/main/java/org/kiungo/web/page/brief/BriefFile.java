package org.kiungo.web.page.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.language.Words;
import org.kiungo.web.language.WordsMessages;
import org.kiungo.web.page.FamilyStyles;
import org.kiungo.web.page.PlanMoney;
import org.kiungo.web.page.figure.Mark;
import org.kiungo.web.plan.MapClass;
import org.kiungo.web.plan.MoneyEvidence;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * A donor brief as one file that needs no server: HTML with its styles inside, no scripts, no links
 * out; or PDF.
 */
public final class BriefFile {

  private static final List<String> STYLES = List.of("kiungo", "brief", "adapt");
  private static final SpringTemplateEngine ENGINE = engine();

  private BriefFile() {}

  /** Whether a file of this name can be written: it ends in .html or .pdf. */
  public static boolean isWritable(String name) {
    return name.endsWith(".html") || name.endsWith(".pdf");
  }

  /**
   * Writes the brief of a plan folder.
   *
   * @param plan folder of the plan
   * @param verdict what verifying it said
   * @param words language of the brief
   * @param out file to write, replaced if it is there; PDF if its name ends in .pdf
   */
  public static void write(Path plan, PlanVerdict verdict, Words words, Path out)
      throws IOException {
    if (out.toString().endsWith(".pdf")) {
      try (OutputStream file = Files.newOutputStream(out)) {
        BriefPdf.write(page(plan, verdict, words, text("/templates/brief-pdf.css")), file);
      }
    } else {
      Files.writeString(out, page(plan, verdict, words, styles()));
    }
  }

  /**
   * Writes the brief of a plan that was read before.
   *
   * @param plan folder of the plan
   * @param evidence what its money rests on
   * @param doubt what the plan loses in futures; null where no study is kept that may be told
   * @param more variables of the template beyond the plan's own: how it was shared
   * @param out left open
   */
  static void writePdf(
      Path plan,
      PlanDetail detail,
      PlanFolder folder,
      Supplier<MoneyEvidence> evidence,
      Words words,
      Doubts.Told doubt,
      Map<String, Object> more,
      OutputStream out)
      throws IOException {
    String style = text("/templates/brief-pdf.css");
    BriefPdf.write(page(plan, detail, folder, evidence, words, style, doubt, more), out);
  }

  private static String page(Path plan, PlanVerdict verdict, Words words, String style)
      throws IOException {
    PlanFolder folder = PlanFolder.read(plan);
    PlanDetail detail = Plans.detail(plan, folder, verdict);
    return page(plan, detail, folder, () -> MoneyEvidence.of(folder), words, style, null, Map.of());
  }

  private static String page(
      Path plan,
      PlanDetail detail,
      PlanFolder folder,
      Supplier<MoneyEvidence> evidence,
      Words words,
      String style,
      Doubts.Told doubt,
      Map<String, Object> more) {
    Locale locale = words.locale();
    Map<String, Object> shown =
        Brief.of(
            detail,
            folder,
            PlanMoney.find(plan, evidence, words),
            BriefPayers.find(plan, words),
            doubt,
            Reference.builtIn(),
            locale);
    shown.put("mark", Mark.IN_TEMPLATES);
    shown.put("lang", words.language());
    shown.put("dir", words.direction());
    shown.put("boundaryNote", words.text("ui.map.boundary-note"));
    shown.put("otherLanguages", List.of());
    shown.put("languageNote", words.draftNote());
    shown.put("shared", true);
    shown.put("qr", QrSymbol.of("kiungo " + detail.id()));
    shown.put("families", MapClass.all());
    shown.put("familiesVersion", MapClass.version());
    shown.put("style", style);
    shown.putAll(more);
    return ENGINE.process("brief", new Context(locale, shown));
  }

  private static SpringTemplateEngine engine() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    engine.setTemplateEngineMessageSource(new WordsMessages());
    return engine;
  }

  private static String styles() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : STYLES) {
      all.append(text("/static/css/" + name + ".css"));
    }
    return all.append(FamilyStyles.css()).toString();
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = BriefFile.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
