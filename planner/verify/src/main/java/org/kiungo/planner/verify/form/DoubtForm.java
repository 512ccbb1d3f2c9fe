package org.kiungo.planner.verify.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.Scratch;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureFile.Brief;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Ledger;
import tools.jackson.databind.node.ObjectNode;

/** A folder of a plan in doubt as it is read, written anew, and taken apart into plan folders. */
public final class DoubtForm {

  private final Path folder;
  private final DoubtFolder read;

  /**
   * @throws org.kiungo.planner.model.value.InputRefused when a file is not there or cannot be read
   */
  public DoubtForm(Path folder) {
    this.folder = folder;
    try {
      read = DoubtFolder.read(folder);
    } catch (NullPointerException | IllegalArgumentException | IllegalStateException e) {
      throw Unreadable.file(DoubtFolder.DOUBT, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it holds. */
  public DoubtFolder read() {
    return read;
  }

  /** Where the plan in doubt lies. */
  public Path plan() {
    return folder.resolve(DoubtFolder.PLAN);
  }

  /** Where one of the plans lies that may be chosen. */
  public Path choice(String name) {
    return folder.resolve(DoubtFolder.CHOICES).resolve(name);
  }

  /** True where a plan that may be chosen is planned from the facts of the plan in doubt. */
  public boolean isOfFacts(String choice) {
    return AlternativesForm.facts(choice(choice)).equals(AlternativesForm.facts(plan()));
  }

  /** Name of a candidate's folder among the choices. */
  public static String choiceOf(String id) {
    return DoubtFolder.choice(id);
  }

  /** Scenario of every future, with the moves that it states. */
  public Scenario scenario() {
    return read.plan().scenario().with().seconds(0).threads(1).steps(read.doubt().steps()).build();
  }

  /** True where a certificate is one of a value, gap and end included. */
  public boolean isOf(Certificate certificate, double value) {
    return certificate.equals(certificate.withValue(value));
  }

  /** The whole plan of a brief one. */
  public Plan plan(Brief brief) {
    return brief.plan(read.plan().problem().settlements());
  }

  /**
   * A future's plan as a folder of its own, for as long as it is looked at.
   *
   * @param scenario that of every future, or the same without a budget
   * @param value that it is to be of
   */
  public <T> T asFolder(
      PlanningProblem problem,
      Scenario scenario,
      Plan plan,
      Certificate certificate,
      double value,
      BoundProof proof,
      Function<Path, T> looking) {
    Path written = null;
    try {
      written = Scratch.folder("future");
      Certificate beside = certificate.withValue(value);
      new PlanFolder(problem, scenario, plan, beside, proof, List.of()).into(written);
      return looking.apply(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (written != null) {
        Durable.discard(written);
      }
    }
  }

  /**
   * Every file beside those of plans is what is written of what was read, and there is no other.
   */
  public void check(boolean sealed, Ledger ledger) {
    Path again = null;
    try {
      again = Scratch.folder("form");
      read.into(again);
      if (sealed) {
        ObjectNode tree = TextFiles.read(again, DoubtFolder.DOUBT, ObjectNode.class);
        tree.put(Manifest.HASH, TextFiles.sha256(folder.resolve(Manifest.NAME)));
        Files.write(again.resolve(DoubtFolder.DOUBT), TextFiles.pretty(tree));
      }
      Set<String> names = names(again);
      names.addAll(names(folder));
      for (String name : names) {
        Path due = again.resolve(name);
        Path found = folder.resolve(name);
        if (Files.isRegularFile(due) && Files.isRegularFile(found)) {
          FormChecks.same(name, Files.readAllBytes(due), Files.readAllBytes(found), ledger);
        } else {
          boolean wanted = Files.isRegularFile(due);
          ledger.holds(FormChecks.FORM, name, false, wanted ? "a file" : "no such file", "other");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (again != null) {
        Durable.discard(again);
      }
    }
  }

  /** All but those of plans and the manifest. */
  private Set<String> names(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(each -> !Files.isDirectory(each))
          .map(each -> folder.relativize(each).toString().replace('\\', '/'))
          .filter(each -> !isOfPlan(each) && !each.equals(Manifest.NAME))
          .forEach(names::add);
    }
    return names;
  }

  private boolean isOfPlan(String name) {
    return name.startsWith(DoubtFolder.PLAN + "/")
        || read.choices().keySet().stream()
            .anyMatch(each -> name.startsWith(DoubtFolder.CHOICES + "/" + each + "/"));
  }
}
