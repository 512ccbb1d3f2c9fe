package org.kiungo.web.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.PartnerFunding;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.fund.Funding;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.project.FairShares;
import org.kiungo.web.funding.Falling;
import org.kiungo.web.funding.Standings;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.DataFolder;
import org.springframework.stereotype.Component;

/** Works out who pays for a plan, as files beside its own. */
@Component
class FundingAnswers {

  /** Of the data folder: an answer in each folder within. */
  static final String FOLDER = "fundings";

  private final Plans plans;
  private final Path root;

  FundingAnswers(Plans plans, DataFolder data) {
    this.plans = plans;
    this.root = data.folder(FOLDER);
  }

  /** Who pays for a plan as it is kept; null where it does not say. */
  FundingResult standing(String planId) {
    return standing(plans.getFiles(planId));
  }

  private static FundingResult standing(Path plan) {
    return FundingFiles.isFunded(plan) ? FundingFiles.read(plan) : null;
  }

  /**
   * The partners that a question is about.
   *
   * @throws InputRefused {@code funding.partners} where neither it nor the plan names any, {@code
   *     partners.*} or {@code fund.rule} where what it names is not there
   */
  Partnership asked(String planId, FundingBody body) {
    FundingResult standing = standing(planId);
    if (body.partners() == null && standing == null) {
      throw new InputRefused("funding.partners", "plan", planId);
    }
    return asked(plans.getFolder(planId), standing, body);
  }

  private static Partnership asked(PlanFolder folder, FundingResult standing, FundingBody body) {
    Partnership named =
        body.partners() == null
            ? standing.partnership()
            : Standings.completed(
                body.partners(),
                folder.problem().settlements().stream().map(Settlement::country).toList(),
                folder.scenario().money().firstYear());
    return Falling.without(named, body.without());
  }

  /** Answers a question about the plan of some files into a folder. */
  static void write(Path plan, FundingBody body, BooleanSupplier stop, Path out)
      throws IOException {
    PlanFolder folder = PlanFolder.read(plan);
    FundingResult standing = standing(plan);
    Partnership asked = asked(folder, standing, body);
    Funding.Limits limits = new Funding.Limits(body.seed(), body.steps());
    // both refuse partners whose conditions name what the plan does not have
    var question = PartnerFunding.question(folder, asked, AssetCost.cents(body.smallestUsd()));
    FundingResult found =
        standing == null
            ? PartnerFunding.fund(question, limits, stop)
            : PartnerFunding.fund(standing, asked, limits, stop);
    FundingFiles.write(out, found);
    FundingFiles.writeShares(out, FairShares.ofDistricts(folder.problem(), folder.plan()));
    try (DirectoryStream<Path> written = Files.newDirectoryStream(out)) {
      for (Path each : written) {
        Durable.file(each);
      }
    }
    Durable.folder(out);
  }

  boolean isThere(String id) {
    return FundingFiles.isFunded(root.resolve(id));
  }

  FundingResult read(String id) {
    return FundingFiles.read(root.resolve(id));
  }

  /** Keeps an answer as a plan: the files of the plan that it is about, with its payments. */
  String keep(String id, String planId) {
    Path files = plans.newFiles();
    try {
      Files.createDirectory(files);
      copy(plans.getFiles(planId), files);
      copy(root.resolve(id), files);
      Manifest.seal(files);
      List<InputFile> known = PlanFolder.read(plans.getFiles(planId)).problem().inputs();
      NewPlan plan = plans.written(files, plans.verified(files, known));
      return plans.add(plan, "run", null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Durable.discard(files);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(from, Files::isRegularFile)) {
      for (Path each : files) {
        Path copy = to.resolve(each.getFileName());
        Files.copy(each, copy, StandardCopyOption.REPLACE_EXISTING);
        Durable.file(copy);
      }
    }
    Durable.folder(to);
  }
}
