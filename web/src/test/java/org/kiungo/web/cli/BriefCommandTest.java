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
