package org.kiungo.web.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** Reads a command line, runs the command, answers with its exit code. */
public final class Commands {

  private static final String LANGUAGE = "--lang";

  /** In the environment: the language of every answer that is not asked for in another. */
  private static final String LANGUAGE_VARIABLE = "KIUNGO_LANG";

  private static final List<String> FOR_ALL = List.of("-h", "--help", "-V", "--version");

  /** They tell of all commands. */
  private static final List<Class<?>> OF_ALL =
      List.of(CompletionCommand.class, ManualCommand.class);

  private final Consumer<Map<String, Object>> server;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * @param server opens the port of the web application with the given settings
   */
  public Commands(Consumer<Map<String, Object>> server) {
    this(
        server,
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  Commands(Consumer<Map<String, Object>> server, PrintWriter out, PrintWriter err) {
    this.server = server;
    this.out = out;
    this.err = err;
  }

  /** Runs one command line. */
  public int run(String... args) {
    Words words = Words.in(languageOf(args));
    String[] full = withDefaultCommand(args);
    CommandLine line = new CommandLine(new KiungoCommand(), new CommandFactory(words, server));
    named(full).forEach(line::addSubcommand);
    for (CommandLine each : withSubcommands(line)) {
      each.setResourceBundle(new HelpWords(words));
      each.getCommandSpec().parser().aritySatisfiedByAttachedOptionParam(true);
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

  /** {@code --lang} counts wherever it stands, so that refusals speak the language too. */
  private static String languageOf(String[] args) {
    for (int k = 0; k < args.length; k++) {
      if (args[k].startsWith(LANGUAGE + "=")) {
        return Languages.orDefault(args[k].substring(LANGUAGE.length() + 1));
      }
      if (args[k].equals(LANGUAGE) && k + 1 < args.length) {
        return Languages.orDefault(args[k + 1]);
      }
    }
    String told = System.getenv(LANGUAGE_VARIABLE);
    return Languages.orDefault(told == null ? Locale.getDefault().getLanguage() : told);
  }
}
