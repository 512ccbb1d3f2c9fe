package org.kiungo.web.cli.console;

import java.io.PrintWriter;
import java.io.Writer;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** What every command understands, and how it answers. */
public class CommonOptions {

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "kiungo.help")
  private boolean help;

  @CommandLine.Option(names = "--lang", descriptionKey = "kiungo.lang", paramLabel = "LANG")
  private String lang;

  @CommandLine.Option(names = "--json", descriptionKey = "kiungo.json")
  private boolean json;

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  private final Words words;

  public CommonOptions(Words words) {
    this.words = words;
  }

  /** Of a command within another, which says nothing of its own. */
  public static CommonOptions silent(Words words) {
    return new CommonOptions(words) {
      @Override
      public PrintWriter err() {
        return new PrintWriter(Writer.nullWriter());
      }

      @Override
      public void remark(String sentence) {
        // said where the plan was made
      }
    };
  }

  public Words words() {
    return words;
  }

  public boolean json() {
    return json;
  }

  /** One machine-readable object with {@code --json}, else the sentence. */
  public void answer(Object object, String sentence) {
    spec.commandLine().getOut().println(json ? Json.write(object) : sentence);
  }

  public PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Shows long work on standard error. */
  public ProgressLine progress() {
    return progress(null);
  }

  /** The same with values in the unit of a goal. */
  public ProgressLine progress(Goal goal) {
    return new ProgressLine(err(), words, System.console() != null, ProgressLine.valueKey(goal));
  }

  /** The same with values that count a person once for each kind of service. */
  public ProgressLine progressOfUses() {
    return new ProgressLine(err(), words, System.console() != null, "cli.progress.uses");
  }

  /** Says on standard error that work goes on of which nobody knows how long it takes. */
  public WaitingLine waiting(String key) {
    return new WaitingLine(err(), words, System.console() != null, key);
  }

  /** A sentence for people, kept away from standard output when that carries the object. */
  public void remark(String sentence) {
    PrintWriter writer = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    writer.println(sentence);
  }
}
