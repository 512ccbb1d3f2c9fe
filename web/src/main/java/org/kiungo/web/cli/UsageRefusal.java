package org.kiungo.web.cli;

import java.util.List;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** Words a command line that cannot be read: what, where, remedy; exit code 2. */
class UsageRefusal implements CommandLine.IParameterExceptionHandler {

  private final Words words;

  UsageRefusal(Words words) {
    this.words = words;
  }

  @Override
  public int handleParseException(CommandLine.ParameterException refusal, String[] args) {
    CommandLine command = refusal.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(sentence(refusal));
    command.getErr().println(words.text("cli.try-help", name));
    return ExitCode.REFUSED;
  }

  private String sentence(CommandLine.ParameterException refusal) {
    if (refusal.getCause() instanceof InputRefused cause) {
      return words.refusal(cause);
    }
    if (refusal instanceof CommandLine.UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      String what = unmatched.getUnmatched().isEmpty() ? "" : unmatched.getUnmatched().get(0);
      return near.isEmpty()
          ? words.text("cli.unknown", what)
          : words.text("cli.unknown-suggest", what, String.join(", ", near));
    }
    if (refusal instanceof CommandLine.MissingParameterException missing) {
      return words.text(
          "cli.missing",
          String.join(", ", missing.getMissing().stream().map(UsageRefusal::label).toList()));
    }
    if (refusal.getArgSpec() != null && refusal.getValue() != null) {
      return words.text(
          "cli.value",
          label(refusal.getArgSpec()),
          refusal.getValue(),
          words.text("cli.kind." + kind(refusal.getArgSpec().type())));
    }
    return refusal.getMessage();
  }

  private static String kind(Class<?> type) {
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "whole-number";
    }
    return type == double.class || type == Double.class ? "number" : "text";
  }

  private static String label(CommandLine.Model.ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName()
        : argument.paramLabel();
  }
}
