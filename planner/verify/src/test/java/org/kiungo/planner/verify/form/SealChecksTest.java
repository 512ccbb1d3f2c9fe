package org.kiungo.planner.verify.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Ledger;

class SealChecksTest {

  @TempDir private Path folder;

  @Test
  void everyFileThatIsAnotherIsNamedAndNothingElseIsCounted() throws IOException {
    for (String name : List.of("certificate.json", "links.csv", "sites.csv", "plan.json")) {
      Files.writeString(folder.resolve(name), "{}");
    }
    Manifest.seal(folder);
    assertThat(check().passed()).isTrue();
    Files.writeString(folder.resolve("sites.csv"), "changed");
    assertThat(check()).extracting(Check::wrong, Check::where).containsExactly(1L, "sites.csv");
    Files.writeString(folder.resolve("links.csv"), "changed");
    assertThat(check())
        .extracting(Check::wrong, Check::where)
        .containsExactly(2L, "links.csv, sites.csv");
    Files.writeString(folder.resolve("links.csv"), "{}");
    Files.writeString(folder.resolve("sites.csv"), "{}");
    Path manifest = folder.resolve(Manifest.NAME);
    Files.writeString(manifest, Files.readString(manifest) + " ");
    assertThat(check().where()).isEqualTo(Manifest.NAME + ", certificate.json");
  }

  private Check check() {
    Ledger ledger = new Ledger();
    SealChecks.check(folder, ledger);
    return ledger.checks().get(0);
  }
}
