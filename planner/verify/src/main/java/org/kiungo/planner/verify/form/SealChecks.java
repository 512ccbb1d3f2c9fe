package org.kiungo.planner.verify.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.verify.check.Ledger;

/**
 * The manifest of a folder: every file there is stands in it with its length and hash, no file is
 * missing, and its own hash stands in the certificate. Who changes a file can write all of these
 * anew; that the figures are right is for other rules to say.
 */
public final class SealChecks {

  /** Code of its rule. */
  public static final String SEALED = "file.sealed";

  /** Of files that are others so many are named. */
  private static final int MOST_NAMES = 10;

  private SealChecks() {}

  /**
   * @return false where a folder has none, as those of before there were manifests
   */
  public static boolean check(Path folder, Ledger ledger) {
    if (!Manifest.isIn(folder)) {
      ledger.open("manifest.none", "");
      return false;
    }
    ledger.rule(SEALED);
    try {
      Map<String, Manifest.Entry> stated = Manifest.read(folder);
      byte[] due = Manifest.of(folder);
      Map<String, Manifest.Entry> found = Manifest.read(due);
      TreeSet<String> names = new TreeSet<>(stated.keySet());
      names.addAll(found.keySet());
      Set<String> others = new LinkedHashSet<>();
      for (String name : names) {
        if (!isSame(folder, name, stated, found)) {
          others.add(name);
        }
      }
      // a manifest of another folder is told by the files that it does not list as they are
      boolean listed = Arrays.equals(due, Files.readAllBytes(folder.resolve(Manifest.NAME)));
      boolean alone = !others.isEmpty() || listed;
      String hash = TextFiles.sha256(folder.resolve(Manifest.NAME));
      String stamped = Manifest.hash(folder).orElse("no hash of the manifest");
      List<String> told = new ArrayList<>(others);
      if (!alone) {
        told.add(Manifest.NAME);
      }
      if (!hash.equals(stamped)) {
        told.add(Manifest.certificate(folder).orElse("certificate.json"));
      }
      String where = told(told);
      for (String name : names) {
        Object expected = stated.containsKey(name) ? stated.get(name).sha256() : "no such file";
        Object is = found.containsKey(name) ? found.get(name).sha256() : "missing";
        ledger.holds(SEALED, where, !others.contains(name), expected, is);
      }
      ledger.holds(SEALED, where, alone, "these files alone", "something else");
      ledger.same(SEALED, where, hash, stamped);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  private static boolean isSame(
      Path folder,
      String name,
      Map<String, Manifest.Entry> stated,
      Map<String, Manifest.Entry> is) {
    return stated.containsKey(name)
        && stated.get(name).equals(is.get(name))
        && isPlain(folder, name);
  }

  /** Names of all files that are others, the first first; of many the first few. */
  private static String told(List<String> others) {
    String first = String.join(", ", others.subList(0, Math.min(MOST_NAMES, others.size())));
    return others.size() > MOST_NAMES ? first + " …" : first;
  }

  /** False for a link to a file somewhere else. */
  private static boolean isPlain(Path folder, String name) {
    return !Files.isSymbolicLink(folder.resolve(name));
  }

  /** Refuses files of other names than these, the manifest's aside. */
  public static void only(Path folder, Set<String> names, Ledger ledger) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        String name = each.getFileName().toString();
        boolean known = names.contains(name) || name.equals(Manifest.NAME);
        ledger.holds(FormChecks.FORM, name, known, "no such file", "a file");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
