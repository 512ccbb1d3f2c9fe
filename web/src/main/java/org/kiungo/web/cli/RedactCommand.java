package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.planner.folder.redaction.RedactedFolder;
import org.kiungo.planner.folder.redaction.Redaction;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.VerdictLine;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.cli.option.RefusedPlans;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.file.RedactionAsked;
import org.kiungo.web.plan.file.RedactionAsked.Positions;
import org.kiungo.web.plan.file.RedactionAsked.Shown;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.plan.verdict.VerdictWords;
import picocli.CommandLine;

/** Copies a plan without what some may not know: where things stand, whose they are. */
@CommandLine.Command(name = "redact")
class RedactCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;
  @CommandLine.Mixin private RefusedPlans refused;

  @CommandLine.Option(names = "--plan", paramLabel = "DIR", required = true)
  private Path plan;

  @CommandLine.Option(names = "--blur", paramLabel = "KM")
  private Double blurKm;

  @CommandLine.Option(names = "--positions", paramLabel = "blur|none", defaultValue = "blur")
  private Positions positions;

  @CommandLine.Option(names = "--operators", paramLabel = "hide|keep", defaultValue = "hide")
  private Shown operators;

  @CommandLine.Option(names = "--names", paramLabel = "hide|keep", defaultValue = "hide")
  private Shown names;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  /**
   * The answer of {@code --json}.
   *
   * @param redaction how the copy differs from its plan
   * @param verdict what {@code verify} says of the copy
   * @param open what keeps it from being proven
   */
  record Copied(Redaction redaction, String verdict, List<Open> open) {}

  @Override
  public Integer call() throws IOException {
    RedactedFolder.requireFree(InputFiles.writable(out));
    refused.verdict(plan, common);
    RedactionAsked asked = new RedactionAsked(blurKm, positions, operators, names);
    Redaction told = RedactedFolder.write(plan, asked.wanted(), out);
    Verification found = FolderVerifier.verify(out, refused.installed());
    Words words = common.words();
    common.answer(
        new Copied(told, found.verdict().word(), found.open()), sentence(told, found, words));
    return VerdictLine.ended(PlanVerdict.of(found));
  }

  private String sentence(Redaction told, Verification found, Words words) {
    Redaction.Moved moved = told.moved();
    Redaction.Hidden hidden = told.hidden();
    String positions =
        told.leavesPositionsOut()
            ? words.text("cli.redact.left")
            : words.text("cli.redact.moved", told.cellKm());
    return String.join(
        "\n",
        positions,
        words.text(
            "cli.redact.places",
            moved.settlements(),
            moved.nodes(),
            moved.towers(),
            moved.fibreLines(),
            moved.linkEnds()),
        words.text(
            "cli.redact.hidden",
            hidden.operators(),
            hidden.names(),
            hidden.sources(),
            hidden.inputs(),
            hidden.columns(),
            hidden.rain(),
            hidden.gridDistances(),
            hidden.gridDistancesKept()),
        words.text("cli.redact.files", String.join(", ", told.leftOut())),
        words.text("cli.redact.full", told.fullCertificateSha256()),
        String.join("\n", VerdictWords.reasons(PlanVerdict.of(found), words)),
        words.text("cli.redact.written", out.toString()));
  }
}
