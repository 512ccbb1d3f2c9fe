package org.kiungo.web.cli;

import java.util.List;
import org.kiungo.web.cli.audit.AuditLogCommand;
import org.kiungo.web.cli.audit.EraseCommand;
import org.kiungo.web.cli.backup.BackupCommand;
import org.kiungo.web.cli.backup.RestoreCommand;
import org.kiungo.web.cli.openness.AuditCommand;
import org.kiungo.web.cli.openness.RegulationCommand;
import org.kiungo.web.cli.openness.ResilienceCommand;
import org.kiungo.web.cli.openness.StressCommand;
import org.kiungo.web.cli.partner.PartnersCommand;
import org.kiungo.web.cli.region.JointCommand;
import picocli.CommandLine;

/** The root: names the commands and shows how to begin. */
@CommandLine.Command(name = "kiungo")
class KiungoCommand implements Runnable {

  /** The commands, in the order of the help. */
  static final List<Class<?>> ALL =
      List.of(
          ServeCommand.class,
          InspectCommand.class,
          ImportCommand.class,
          SettleCommand.class,
          ElevationCommand.class,
          ConflateCommand.class,
          PlanCommand.class,
          FrontierCommand.class,
          DoubtCommand.class,
          SurveyCommand.class,
          AlternativesCommand.class,
          CompareCommand.class,
          PolicyCommand.class,
          LeverCommand.class,
          JointCommand.class,
          PlaceCommand.class,
          FundCommand.class,
          LotsCommand.class,
          RedactCommand.class,
          ProgressCommand.class,
          PartnersCommand.class,
          AuditCommand.class,
          StressCommand.class,
          ResilienceCommand.class,
          RegulationCommand.class,
          VerifyCommand.class,
          ExplainCommand.class,
          ExportCommand.class,
          BriefCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          DoctorCommand.class,
          AuditLogCommand.class,
          EraseCommand.class,
          TranslationCommand.class,
          CompletionCommand.class,
          ManualCommand.class,
          VersionCommand.class);

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "kiungo.help")
  private boolean help;

  @CommandLine.Option(names = "--lang", descriptionKey = "kiungo.lang", paramLabel = "LANG")
  private String lang;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
