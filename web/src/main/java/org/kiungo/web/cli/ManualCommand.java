package org.kiungo.web.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.system.Versions;
import picocli.CommandLine;

/**
 * Prints the help of every command as one manual page, for {@code man}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/man.7.html">man(7)</a>
 */
@CommandLine.Command(name = "manual")
class ManualCommand implements Callable<Integer> {

  private static final int WIDTH = 78;

  /** One line, which {@code whatis} and {@code apropos} show. */
  private static final String ABOUT = "cli.manual.name";

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    StringBuilder page = new StringBuilder(".TH KIUNGO 1 \"\" \"Kiungo ");
    page.append(Versions.current().engineVersion()).append("\"\n");
    page.append(".SH NAME\nkiungo \\- ").append(plain(common.words().text(ABOUT))).append('\n');
    section(page, root);
    root.getSubcommands().values().forEach(each -> section(page, each));
    String whole = page.toString();
    common.answer(whole, whole);
    return ExitCode.DONE;
  }

  private static void section(StringBuilder page, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName(" ").toUpperCase(Locale.ROOT);
    page.append(".SH ").append(name).append("\n.nf\n");
    command.setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH);
    command
        .getUsageMessage(CommandLine.Help.Ansi.OFF)
        .lines()
        .forEach(line -> page.append(plain(line)).append('\n'));
    page.append(".fi\n");
  }

  /** A line that says nothing to the formatter: no escape, no request, hyphens to be copied. */
  private static String plain(String line) {
    String escaped = line.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
