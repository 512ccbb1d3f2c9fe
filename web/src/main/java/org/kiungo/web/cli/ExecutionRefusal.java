package org.kiungo.web.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.language.Words;
import org.kiungo.web.scenario.InstalledFacts;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells refused input (exit code 2, a sentence) from a fault of Kiungo (70, an id to report). */
class ExecutionRefusal implements CommandLine.IExecutionExceptionHandler {

  /** The question is sound, and the answer is no: no plan answers it, or a plan is refused. */
  private static final Set<String> NO = Set.of("target.unreachable", "verdict.refused");

  private final Words words;

  ExecutionRefusal(Words words) {
    this.words = words;
  }

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
    InputRefused refused = refusal(thrown);
    if (refused == null) {
      refused = ofFolders(command);
    }
    if (refused != null) {
      String flag = "cli.flag." + refused.code();
      String sentence = words.refusal(refused);
      command.getErr().println(words.has(flag) ? sentence + " " + words.text(flag) : sentence);
      return NO.contains(refused.code()) ? ExitCode.ANSWER_IS_NO : ExitCode.REFUSED;
    }
    String id = UUID.randomUUID().toString();
    LoggerFactory.getLogger(ExecutionRefusal.class).error("fault {}", id, thrown);
    command.getErr().println(words.text("error.internal", id));
    return ExitCode.FAULT;
  }

  /**
   * What is wrong with a plan folder that a command read: files that do not go together may end in
   * anything.
   */
  private static InputRefused ofFolders(CommandLine command) {
    for (CommandLine.Model.ArgSpec arg : command.getCommandSpec().args()) {
      Object value = arg.getValue();
      List<?> values =
          value instanceof List<?> all ? all : value == null ? List.of() : List.of(value);
      for (Object each : values) {
        if (each instanceof Path folder
            && !isWritten(arg)
            && Manifest.certificate(folder).isPresent()) {
          try {
            if (!FolderVerifier.verify(folder, InstalledFacts.ofThisJar()).accepted()) {
              return new InputRefused("folder.broken", "folder", folder.toString());
            }
          } catch (InputRefused unreadable) {
            return unreadable;
          }
        }
      }
    }
    return null;
  }

  private static boolean isWritten(CommandLine.Model.ArgSpec arg) {
    return arg instanceof CommandLine.Model.OptionSpec option
        && option.longestName().equals("--out");
  }

  /** Also behind what the server's parts, which are made in turn, wrap around it. */
  private static InputRefused refusal(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof InputRefused refused) {
        return refused;
      }
    }
    return null;
  }
}
