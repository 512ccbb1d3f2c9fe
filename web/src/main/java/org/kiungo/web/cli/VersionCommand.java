package org.kiungo.web.cli;

import java.util.concurrent.Callable;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.system.Versions;
import picocli.CommandLine;

/** Which engine, catalogue, reference data and Java answer. */
@CommandLine.Command(name = "version")
class VersionCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @Override
  public Integer call() {
    Versions versions = Versions.current();
    common.answer(
        versions,
        common
            .words()
            .text(
                "cli.version.answer",
                versions.engineVersion(),
                versions.java(),
                versions.catalogueVersion().substring(0, 12),
                versions.referenceVersion().substring(0, 12)));
    return ExitCode.DONE;
  }
}
