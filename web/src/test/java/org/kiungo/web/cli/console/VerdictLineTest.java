package org.kiungo.web.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.plan.verdict.PlanVerdict;

class VerdictLineTest {

  @TempDir private Path temp;

  /** A script goes on after 0. */
  @Test
  void aPlanThatIsRefusedWhenItIsMadeEndsNoCommandWell() {
    assertThat(VerdictLine.ended(PlanVerdict.changed("plan.json"))).isEqualTo(1);
    assertThat(VerdictLine.ended(PlanVerdict.OLDER)).isZero();
  }

  /** A plan of files that say what is not so is funded, and what is written is no better. */
  @Test
  void aFolderThatIsRefusedWhenItIsWrittenIsToldAndEndsWithOne() throws IOException {
    Path plan = temp.resolve("plan");
    Path paid = temp.resolve("paid");
    Path partners = temp.resolve("partners.yaml");
    CommandRun.of("plan", "--country", "SYC", "--steps", "5", "--out", plan.toString());
    CommandRun.of("partners", "--country", "SYC", "--out", partners.toString());
    String told = Files.readString(plan.resolve("certificate.json"));
    Files.writeString(
        plan.resolve("certificate.json"), told.replaceFirst("\"seed\" ?: ?\\d+", "\"seed\": 77"));
    CommandRun run =
        CommandRun.of(
            "fund",
            "--plan",
            plan.toString(),
            "--partners",
            partners.toString(),
            "--out",
            paid.toString(),
            "--lang",
            "en");
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.err()).contains("refused");
  }
}
