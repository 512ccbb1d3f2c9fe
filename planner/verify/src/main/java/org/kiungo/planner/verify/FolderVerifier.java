package org.kiungo.planner.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.folder.PlainFolder;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.planner.verify.form.PlacementForm;
import org.kiungo.planner.verify.form.SealChecks;
import org.kiungo.planner.verify.funding.FundingVerifier;
import org.kiungo.planner.verify.placement.ClassicVerifier;
import org.kiungo.planner.verify.placement.ServiceVerifier;

/**
 * Checks whatever a folder holds: a redacted copy of a plan; alternatives; lots; a plan in doubt;
 * what stands of one; candidate plans; or a plan, who pays for it, placed services and one location
 * model's answer, any of them.
 */
public final class FolderVerifier {

  /**
   * What is told beside placed services: maps of them, how they were found, who pays to run them.
   */
  private static final List<String> UNCHECKED =
      List.of("agreement.json", "running-cost.json", "services.geojson", "sovereignty.json");

  /** Names of files beside a plan's own that hold placed services. */
  private static final Set<String> SERVICES =
      Set.of(
          "service-plan.json",
          "service-problem.json",
          "classic-plan.json",
          "classic-problem.json",
          UNCHECKED.get(0),
          UNCHECKED.get(1),
          UNCHECKED.get(2),
          UNCHECKED.get(3));

  private FolderVerifier() {}

  /**
   * @param installed what carried facts and versions are held against
   * @return every rule with how often it applied and where it is broken, and the one verdict
   * @throws InputRefused when a file is not there or cannot be read, and where what is there is no
   *     folder of plain files
   */
  public static Verification verify(Path folder, Installed installed) {
    PlainFolder.require(folder);
    try {
      return verifyPlain(folder, installed);
    } catch (InputRefused e) {
      throw e;
    } catch (RuntimeException e) {
      // a folder from elsewhere may hold anything: whatever it leads to is that it cannot be read
      throw Unreadable.file(String.valueOf(folder.getFileName()), e);
    }
  }

  private static Verification verifyPlain(Path folder, Installed installed) {
    if (RedactionVerifier.holdsRedaction(folder)) {
      return RedactionVerifier.verify(folder, installed);
    }
    if (AlternativesVerifier.holdsAlternatives(folder)) {
      return AlternativesVerifier.verify(folder, installed);
    }
    if (LotsVerifier.holdsLots(folder)) {
      return LotsVerifier.verify(folder, installed);
    }
    if (DoubtVerifier.holdsDoubt(folder)) {
      return DoubtVerifier.verify(folder, installed);
    }
    if (ProgressVerifier.holdsProgress(folder)) {
      return ProgressVerifier.verify(folder, installed);
    }
    if (FrontierVerifier.holdsPlans(folder)) {
      return FrontierVerifier.verify(folder, installed);
    }
    boolean services = ServiceVerifier.holdsServices(folder);
    boolean classic = ClassicVerifier.holdsPlacement(folder);
    boolean funding = FundingVerifier.holdsFunding(folder);
    List<Verification> parts = new ArrayList<>();
    if (!services && !classic && !funding) {
      if (holds(folder, "services.geojson") && !holds(folder, "inputs.json")) {
        throw new InputRefused("folder.classic", "folder", folder.toString());
      }
      return Verifier.verify(folder, Set.of(), installed);
    }
    boolean planned = holds(folder, "plan.json");
    Ledger files = new Ledger();
    if (planned) {
      parts.add(Verifier.verify(folder, services || classic ? SERVICES : Set.of(), installed));
    } else {
      SealChecks.check(folder, files);
      SealChecks.only(folder, SERVICES, files);
    }
    PlacementForm.check(folder, files);
    if (services) {
      parts.add(ServiceVerifier.verify(folder));
    }
    if (funding) {
      parts.add(FundingVerifier.verify(folder));
    }
    if (classic) {
      parts.add(ClassicVerifier.verify(folder));
    }
    for (String each : UNCHECKED) {
      if (holds(folder, each)) {
        files.open("file.unchecked", each);
      }
    }
    return Verification.together(parts).and(files);
  }

  private static boolean holds(Path folder, String name) {
    return Files.isRegularFile(folder.resolve(name));
  }
}
