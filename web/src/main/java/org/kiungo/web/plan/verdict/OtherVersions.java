package org.kiungo.web.plan.verdict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.OlderModel;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.planner.verify.form.OriginChecks;

/**
 * What keeps a plan from being proven that was when it was made: another engine, other prices,
 * facts of another version or an older model, as verifying its folder here and now would tell. A
 * plan never changes, so each is looked at once.
 */
public final class OtherVersions {

  private final Map<Path, List<Open>> known = new ConcurrentHashMap<>();

  /** What is installed; it does not change while the server works. */
  private static final class Installed {
    static final Set<String> CATALOGUES = catalogues(CatalogueReader.builtIn());
    static final InputFile REFERENCE = ProblemAssembly.builtInInput();

    private static Set<String> catalogues(Catalogue one) {
      return Set.of(one.version(), CatalogueReader.withBorders(one).version());
    }
  }

  /**
   * @param folder of a plan whose files are as they were kept
   */
  public List<Open> of(Path folder, Certificate certificate) {
    return known.computeIfAbsent(folder, each -> find(each, certificate));
  }

  /** Told as verify tells them: what matters most to whoever reads the plan comes first. */
  private static List<Open> find(Path folder, Certificate certificate) {
    List<Open> others = new ArrayList<>();
    boolean learnt = false;
    try {
      if (OlderModel.made(folder)) {
        others.add(new Open("coverage.older", OlderModel.SITES));
      }
      for (InputFile each : PlanFolder.inputs(folder)) {
        learnt |= OriginChecks.isBuilt(each);
        if (each.role().equals(Installed.REFERENCE.role()) && !each.equals(Installed.REFERENCE)) {
          others.add(new Open("reference.other", each.name() + " " + each.version()));
        }
      }
    } catch (IOException | InputRefused unreadable) {
      others.add(new Open("manifest.none", ""));
    }
    if (!Installed.CATALOGUES.contains(certificate.catalogueVersion())) {
      String code = learnt ? "catalogue.learnt" : "catalogue.other";
      others.add(new Open(code, OriginChecks.brief(certificate.catalogueVersion())));
    }
    if (!certificate.engineVersion().equals(Planner.ENGINE_VERSION)) {
      others.add(new Open("engine.other", certificate.engineVersion()));
    }
    return others;
  }
}
