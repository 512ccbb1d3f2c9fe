package org.kiungo.web.cli;

import java.util.concurrent.Callable;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Prints what a shell needs to complete commands and options: Bash, and Zsh by its bashcompinit.
 */
@CommandLine.Command(name = "completion")
class CompletionCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    String script = AutoComplete.bash(spec.root().name(), spec.root().commandLine());
    common.answer(script, script);
    return ExitCode.DONE;
  }
}
