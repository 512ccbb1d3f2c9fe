package org.kiungo.planner.lab;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.kiungo.planner.model.value.InputRefused;
import picocli.CommandLine;

/** Entry point of {@code kiungo-lab.jar}; exit codes as those of {@code kiungo.jar}. */
@CommandLine.Command(name = "kiungo-lab", subcommands = BenchmarkCommand.class)
public final class Lab {

  /** Input or usage was refused. */
  static final int REFUSED = 2;

  /** A fault of the laboratory itself. */
  static final int FAULT = 3;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "lab.help",
      scope = CommandLine.ScopeType.INHERIT)
  private boolean help;

  @CommandLine.Option(
      names = "--lang",
      paramLabel = "LANG",
      descriptionKey = "lab.lang",
      scope = CommandLine.ScopeType.INHERIT)
  private String lang;

  @CommandLine.Option(
      names = "--json",
      descriptionKey = "lab.json",
      scope = CommandLine.ScopeType.INHERIT)
  private boolean json;

  private Lab() {}

  public static void main(String[] args) {
    System.exit(
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  /** Runs one command line. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    ResourceBundle words = ResourceBundle.getBundle("messages/lab", locale(args));
    CommandLine line = new CommandLine(new Lab());
    line.setOut(out).setErr(err).setUsageHelpAutoWidth(true);
    line.setResourceBundle(words);
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> {
          err.println(sentence(words, fault));
          return fault instanceof InputRefused ? REFUSED : FAULT;
        });
    return line.execute(args.length == 0 ? new String[] {"--help"} : args);
  }

  private static String sentence(ResourceBundle words, Exception fault) {
    if (fault instanceof InputRefused refused && words.containsKey("error." + refused.code())) {
      return MessageFormat.format(
          words.getString("error." + refused.code()).replace("'", "''"),
          refused.arguments().values().toArray());
    }
    return MessageFormat.format(words.getString("error.fault").replace("'", "''"), fault);
  }

  /** French where {@code --lang fr} or the machine says so, else English. */
  private static Locale locale(String[] args) {
    int at = Arrays.asList(args).indexOf("--lang");
    String asked =
        at >= 0 && at + 1 < args.length ? args[at + 1] : Locale.getDefault().getLanguage();
    boolean french = asked.equals("fr") || Arrays.asList(args).contains("--lang=fr");
    return french ? Locale.FRENCH : Locale.ENGLISH;
  }
}
