package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.TinyWorld;

/** The donor brief as a file. */
class BriefCommandTest {

  @TempDir private Path folder;

  private String plan() throws IOException {
    TinyWorld.plan(2e6).write(folder.resolve("plan"));
    return folder.resolve("plan").toString();
  }

  @Test
  void aBriefIsOneFileThatNeedsNothingElse() throws IOException {
    Path out = folder.resolve("note.html");
    CommandRun run = CommandRun.of("brief", plan(), "--lang", "fr", "--out", out.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(out))
        .startsWith("<!doctype html>\n<html lang=\"fr\"")
        .contains("Lesotho", "Ce qui pourrait changer", "--t-fibre", "d=\"M")
        .doesNotContain(
            "<script", "<link", " src=", "href=\"http", "url(http", "@import", "??", " th:");
    CommandRun other = CommandRun.of("brief", plan(), "--out", folder.resolve("x.doc").toString());
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("x.doc", ".html", ".pdf");
  }

  /** The words are those of what the plan strives for, and of what is shown. */
  @Test
  void aBriefNamesItsQuestionAndWhatItSupposes() throws IOException {
    String budget = brief(TinyWorld.plan(2e6), "budget");
    assertThat(budget)
        .contains(
            "(most people for this budget)",
            "what no plan of the same question and money can exceed")
        .contains("what falls due in 2027–2036, discounted at")
        .doesNotContain("otherwise than by default", "at the first year of each phase");
    String target =
        brief(
            TinyWorld.planOf(
                """
                {"name": "Tiny", "countries": ["LSO"], "goal": "LEAST_COST_TO_TARGET", "steps": 50,
                 "targetRatio": 0.5, "levers": [{"id": "passive-sharing", "operators": 2}],
                 "marketTerms": [{"country": "LSO", "term": "taxRatio", "value": 0.05}]}"""),
            "target");
    assertThat(target)
        .contains("(least cost to serve 50% of the people)", "otherwise than by default")
        .contains("Passive sharing: 2", "LSO, Taxes, share of network cost: 5%")
        .doesNotContain("this budget", "can exceed");
    CommandRun verified = CommandRun.of("verify", folder.resolve("target").toString());
    assertThat(verified.out()).contains("Taken as given: LSO:taxRatio=0.05");
    String phases = brief(TinyWorld.programme("Tiny"), "phases");
    assertThat(phases)
        .contains("(most years of service for the money of the phases)")
        .contains("to the first year of that phase, the net present value to 2027")
        .contains("Network, at the first year of each phase")
        .doesNotContain("this budget", "can exceed", "otherwise than by default");
  }

  private String brief(PlanFolder plan, String name) throws IOException {
    plan.write(folder.resolve(name));
    Path out = folder.resolve(name + ".html");
    CommandRun run = CommandRun.of("brief", folder.resolve(name).toString(), "--out", out + "");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Files.readString(out).replaceAll("[\\u00a0\\u202f]", " ");
  }

  @Test
  void aBriefOnPaperIsTaggedShortAndTheSameEachTime() throws IOException {
    for (String language : List.of("en", "fr")) {
      Path once = folder.resolve(language + "-once.pdf");
      Path twice = folder.resolve(language + "-twice.pdf");
      for (Path out : List.of(once, twice)) {
        CommandRun run =
            CommandRun.of("brief", plan(), "--lang", language, "--out", out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
      }
      assertThat(twice).hasSameBinaryContentAs(once);
      try (PDDocument document = Loader.loadPDF(once.toFile())) {
        assertThat(document.getNumberOfPages()).isBetween(1, 6);
        assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
        assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        assertThat(new PDFTextStripper().getText(document))
            .contains("Lesotho", language.equals("fr") ? "Ce qui pourrait" : "What could change")
            .doesNotContain("??", "#{", "\ufffd");
      }
    }
  }
}
