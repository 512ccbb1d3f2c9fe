package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.language.TranslationReview;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** Gives a language to a speaker who reviews it, and takes back what the speaker wrote. */
@CommandLine.Command(name = "translation")
class TranslationCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--of", paramLabel = "LANG", required = true)
  private String language;

  @CommandLine.Option(names = "--reviewed", paramLabel = "FILE")
  private Path reviewed;

  @CommandLine.Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (reviewed != null && out.toAbsolutePath().equals(reviewed.toAbsolutePath())) {
      throw new InputRefused("translation.same", "file", out.toString());
    }
    InputFiles.writable(out);
    Words words = common.words();
    if (reviewed == null) {
      int sentences = TranslationReview.write(language, out, Map.of());
      common.answer(
          new Written(sentences), words.text("cli.translation.told", sentences, out.toString()));
    } else {
      TranslationReview.Taken taken = TranslationReview.take(language, reviewed, out);
      common.answer(
          taken,
          words.text(
              "cli.translation.taken",
              taken.changed(),
              taken.sentences(),
              taken.untranslated(),
              out.toString(),
              String.valueOf(out.getFileName())));
    }
    return ExitCode.DONE;
  }

  /** What {@code --json} says. */
  private record Written(int sentences) {}
}
