package org.kiungo.web.page.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.language.Words;
import org.kiungo.web.language.WordsMessages;
import org.kiungo.web.page.FamilyStyles;
import org.kiungo.web.page.PlanMoney;
import org.kiungo.web.plan.MapClass;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.Plans;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A donor brief as one HTML file that needs no server: styles inside, no scripts, no links out. */
public final class BriefFile {

  private static final List<String> STYLES = List.of("kiungo", "brief", "adapt");

  private BriefFile() {}

  /**
   * Writes the brief of a plan folder.
   *
   * @param plan folder of the plan
   * @param words language of the brief
   * @param out file to write, replaced if it is there
   */
  public static void write(Path plan, Words words, Path out) throws IOException {
    PlanFolder folder = PlanFolder.read(plan);
    Locale locale = words.locale();
    PlanDetail detail = Plans.detail(plan, folder);
    Map<String, Object> shown =
        Brief.of(
            detail,
            folder,
            PlanMoney.find(plan, folder::publicMoney, words),
            Reference.builtIn(),
            locale);
    shown.put("lang", words.language());
    shown.put("dir", words.has("text.direction") ? words.text("text.direction") : "ltr");
    shown.put("boundaryNote", words.text("ui.map.boundary-note"));
    shown.put("otherLanguages", List.of());
    shown.put("shared", true);
    shown.put("qr", QrSymbol.of("kiungo " + detail.id()));
    shown.put("families", MapClass.all());
    shown.put("familiesVersion", MapClass.version());
    shown.put("style", styles());
    try (Writer file = Files.newBufferedWriter(out)) {
      engine().process("brief", new Context(locale, shown), file);
    }
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
      try (InputStream in = BriefFile.class.getResourceAsStream("/static/css/" + name + ".css")) {
        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.append(FamilyStyles.css()).toString();
  }
}
