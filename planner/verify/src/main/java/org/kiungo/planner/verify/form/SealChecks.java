package org.kiungo.planner.verify.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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
      for (String name : names) {
        Object expected = stated.containsKey(name) ? stated.get(name).sha256() : "no such file";
        Object is = found.containsKey(name) ? found.get(name).sha256() : "missing";
        boolean same =
            stated.containsKey(name)
                && stated.get(name).equals(found.get(name))
                && isPlain(folder, name);
        ledger.holds(SEALED, name, same, expected, is);
      }
      byte[] written = Files.readAllBytes(folder.resolve(Manifest.NAME));
      ledger.holds(
          SEALED,
          Manifest.NAME,
          Arrays.equals(due, written),
          "these files alone",
          "something else");
      Optional<String> certificate = Manifest.certificate(folder);
      ledger.same(
          SEALED,
          certificate.orElse("certificate.json"),
          TextFiles.sha256(folder.resolve(Manifest.NAME)),
          Manifest.hash(folder).orElse("no hash of the manifest"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
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
