package org.kiungo.web.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** Reads a command line, runs the command, answers with its exit code. */
public final class Commands {

  private static final String LANGUAGE = "--lang";

  /** In the environment: the language of every answer that is not asked for in another. */
  private static final String LANGUAGE_VARIABLE = "KIUNGO_LANG";

  /** Names of locales that speak none. */
  private static final Set<String> NO_LANGUAGE = Set.of("c", "posix");

  private static final List<String> FOR_ALL = List.of("-h", "--help", "-V", "--version");

  /** They tell of all commands. */
  private static final List<Class<?>> OF_ALL =
      List.of(CompletionCommand.class, ManualCommand.class);

  private final Consumer<Map<String, Object>> server;
  private final PrintWriter out;
  private final PrintWriter err;
  private final String environment;

  /**
   * @param server opens the port of the web application with the given settings
   */
  public Commands(Consumer<Map<String, Object>> server) {
    this(
        server,
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        System.getenv(LANGUAGE_VARIABLE));
  }

  /**
   * @param environment language of every answer that is not asked for in another; null for none
   */
  Commands(
      Consumer<Map<String, Object>> server, PrintWriter out, PrintWriter err, String environment) {
    this.server = server;
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /** Runs one command line. */
  public int run(String... args) {
    String asked = languageOf(args);
    Words words = Words.in(Languages.orDefault(asked));
    if (!asked.isEmpty() && !Languages.available().contains(asked)) {
      String known = String.join(", ", Languages.available());
      err.println(words.text("cli.no-language", asked, known));
      return ExitCode.REFUSED;
    }
    String[] full = withDefaultCommand(args);
    CommandLine line = new CommandLine(new KiungoCommand(), new CommandFactory(words, server));
    named(full).forEach(line::addSubcommand);
    for (CommandLine each : withSubcommands(line)) {
      each.setResourceBundle(new HelpWords(words));
      each.getCommandSpec().parser().aritySatisfiedByAttachedOptionParam(true);
      each.getCommandSpec()
          .usageMessage()
          .synopsisHeading(words.text("cli.usage.synopsis") + " ")
          .synopsisSubcommandLabel(words.text("cli.usage.command"))
          .commandListHeading(words.text("cli.usage.commands") + "%n");
    }
    line.setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new UsageRefusal(words))
        .setExecutionExceptionHandler(new ExecutionRefusal(words));
    int exitCode = line.execute(full);
    out.flush();
    err.flush();
    return exitCode;
  }

  /** The command that is named alone, for all of them take a second to be set up; else all. */
  private static List<Class<?>> named(String[] args) {
    if (Arrays.stream(args).noneMatch(FOR_ALL::contains)) {
      String name = args[commandAt(args)];
      for (Class<?> each : KiungoCommand.ALL) {
        if (each.getAnnotation(CommandLine.Command.class).name().equals(name)) {
          return OF_ALL.contains(each) ? KiungoCommand.ALL : List.of(each);
        }
      }
    }
    return KiungoCommand.ALL;
  }

  private static List<CommandLine> withSubcommands(CommandLine line) {
    List<CommandLine> all = new ArrayList<>(line.getSubcommands().values());
    all.add(line);
    return all;
  }

  /** Whether a command line opens the port, unless it is refused. */
  public static boolean serves(String... args) {
    return Arrays.stream(args).noneMatch(FOR_ALL::contains)
        && withDefaultCommand(args)[commandAt(withDefaultCommand(args))].equals("serve");
  }

  /** A command line that names none serves; the language may be told before the command. */
  private static String[] withDefaultCommand(String[] args) {
    int first = commandAt(args);
    boolean named = first < args.length && !args[first].startsWith("-");
    if (named || Arrays.stream(args).anyMatch(FOR_ALL::contains)) {
      return args;
    }
    List<String> full = new ArrayList<>(List.of("serve"));
    full.addAll(Arrays.asList(args));
    return full.toArray(String[]::new);
  }

  private static int commandAt(String[] args) {
    int first = 0;
    while (first < args.length && args[first].startsWith(LANGUAGE)) {
      first += args[first].equals(LANGUAGE) ? 2 : 1;
    }
    return first;
  }

  /**
   * {@code --lang} counts wherever it stands, so that refusals speak the language too.
   *
   * @return empty where nobody asks for one that there could be
   */
  private String languageOf(String[] args) {
    for (int k = 0; k < args.length; k++) {
      if (args[k].startsWith(LANGUAGE + "=")) {
        return language(args[k].substring(LANGUAGE.length() + 1));
      }
      if (args[k].equals(LANGUAGE) && k + 1 < args.length) {
        return language(args[k + 1]);
      }
    }
    return environment == null || environment.isBlank()
        ? Languages.orDefault(Locale.getDefault().getLanguage())
        : language(environment);
  }

  /** The language of what may be a locale's name, such as pt_BR.UTF-8; none of C and POSIX. */
  private static String language(String told) {
    String tag = told.strip().split("[-_.@]", 2)[0].toLowerCase(Locale.ROOT);
    return NO_LANGUAGE.contains(tag) ? "" : tag;
  }
}
