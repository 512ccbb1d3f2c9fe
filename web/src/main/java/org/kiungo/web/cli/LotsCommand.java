package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.lot.LotCut;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.option.Amount;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.cli.option.RefusedPlans;
import org.kiungo.web.language.Words;
import org.kiungo.web.lot.LotFiles;
import org.kiungo.web.plan.document.LotDocuments;
import org.kiungo.web.plan.document.PublishedPlan;
import org.kiungo.web.plan.document.ToldStates;
import picocli.CommandLine;

/** Cuts a plan into lots that are tendered. */
@CommandLine.Command(name = "lots")
class LotsCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;
  @CommandLine.Mixin private RefusedPlans refused;

  @CommandLine.Option(names = "--plan", paramLabel = "DIR", required = true)
  private Path plan;

  @CommandLine.Option(names = "--most", paramLabel = "USD", converter = Amount.class)
  private Double mostUsd;

  @CommandLine.Option(names = "--least", paramLabel = "USD", converter = Amount.class)
  private Double leastUsd;

  @CommandLine.Option(names = "--lots-per-region", paramLabel = "N", defaultValue = "0")
  private int lotsPerRegion;

  @CommandLine.Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Override
  public Integer call() throws IOException {
    Lots.Rules rules = LotCut.rules(mostUsd, leastUsd, lotsPerRegion, seed);
    LotsFolder.requireFree(InputFiles.writable(out));
    Words words = common.words();
    PublishedPlan published =
        PublishedPlan.read(plan, refused.verdict(plan, common), ToldStates.NONE);
    Lots lots = LotFiles.write(LotCut.of(published.folder(), rules), published, words, out);
    common.answer(lots, sentence(lots, words));
    return 0;
  }

  private String sentence(Lots lots, Words words) {
    List<String> lines = new ArrayList<>();
    List<Lot> tendered = lots.tendered();
    Lots.Rules rules = lots.rules();
    lines.add(
        words.text(
            "cli.lots.told",
            tendered.size(),
            LotDocuments.sum(tendered, Lot.Cost::capexUsd),
            tendered.stream().mapToLong(each -> each.people().likely()).sum(),
            tendered.stream().mapToLong(each -> each.people().sure()).sum()));
    List<Lot> built = new ArrayList<>(lots.lots());
    built.removeAll(tendered);
    if (!built.isEmpty()) {
      double usd = LotDocuments.sum(built, Lot.Cost::capexUsd);
      lines.add(words.text("lots.built", built.size(), usd));
    }
    lines.add(
        rules.lotsPerRegion() > 0
            ? words.text("lots.rules-counted", rules.lotsPerRegion())
            : words.text("lots.rules", rules.mostUsd(), rules.leastUsd(), rules.assumed() ? 1 : 0));
    for (Lot each : tendered) {
      lines.add(
          words.text(
              "cli.lots.row",
              LotDocuments.title(each, words),
              String.valueOf(each.firstYear()),
              String.valueOf(each.lastYear()),
              each.newSites(),
              each.newLinks(),
              each.cost().capexUsd(),
              each.people().likely()));
    }
    lines.add(words.text("cli.lots.written", out.toString()));
    return String.join("\n", lines);
  }
}
