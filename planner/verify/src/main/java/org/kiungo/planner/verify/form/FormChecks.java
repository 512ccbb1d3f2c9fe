package org.kiungo.planner.verify.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.OlderModel;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.Scratch;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.folder.funding.PaidFolder;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.check.Ledger;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the files of a plan against those that follow from its facts, choices, decisions and
 * certificate when they are written anew: accounts and public money, the scenario wherever it
 * stands, names, districts and people beside every settlement, the list of inputs and their copies.
 * What is read twice, in another order, with a mark before or something behind it, or under another
 * name is then another file.
 */
public final class FormChecks {

  /** Code of its rule. */
  public static final String FORM = "file.form";

  private static final int SHOWN = 80;

  private final Path folder;
  private final Ledger ledger;
  private final boolean sealed;

  /**
   * @param sealed false where the folder is older than manifests: what it tells is compared, not
   *     how
   */
  public FormChecks(Path folder, boolean sealed, Ledger ledger) {
    this.folder = folder;
    this.sealed = sealed;
    this.ledger = ledger;
  }

  /**
   * @param beside names of files that are not the plan's, which others check
   * @return the plan as it was read
   * @throws InputRefused when a file cannot be read
   */
  public PlanFolder check(Set<String> beside) {
    ledger.rule(FORM);
    Path again = null;
    try {
      again = Scratch.folder("form");
      PlanFolder read = write(again);
      Set<String> names = names(again);
      if (sealed) {
        names.addAll(names(folder));
        names.removeAll(beside);
        names.remove(Manifest.NAME);
      }
      for (String name : names) {
        compare(name, again.resolve(name), read);
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (again != null) {
        Durable.discard(again);
      }
    }
  }

  private PlanFolder write(Path again) throws IOException {
    PlanFolder read;
    try {
      read = PlanFolder.readAny(folder);
      read.into(again);
      if (FundingFiles.isFunded(folder)) {
        PaidFolder.payments(again, read, FundingFiles.read(folder));
      }
    } catch (NullPointerException | IllegalArgumentException | IllegalStateException e) {
      throw Unreadable.file(folder.getFileName().toString(), e);
    }
    for (String name : OlderModel.MONEY) {
      if (OlderModel.saysGap(folder.resolve(name))) {
        Files.write(again.resolve(name), OlderModel.money(again.resolve(name)));
      }
    }
    if (sealed) {
      String certificate = Manifest.certificate(folder).orElseThrow();
      ObjectNode tree = TextFiles.read(again, certificate, ObjectNode.class);
      tree.put(Manifest.HASH, TextFiles.sha256(folder.resolve(Manifest.NAME)));
      Files.write(again.resolve(certificate), TextFiles.pretty(tree));
    }
    return read;
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.map(each -> each.getFileName().toString()).toList());
    }
  }

  private void compare(String name, Path due, PlanFolder read) throws IOException {
    Path found = folder.resolve(name);
    if (!Files.isRegularFile(due)) {
      ledger.holds(FORM, name, false, "no such file", "a file");
    } else if (!Files.isRegularFile(found)) {
      ledger.holds(FORM, name, !sealed, "a file", "none");
    } else if (Files.mismatch(due, found) < 0) {
      ledger.holds(FORM, name, true, "", "");
    } else if (sealed && Likeness.isOlderBrief(name, found)) {
      Likeness.olderBrief(name, due, found, ledger);
      ledger.open("finance.older", name);
    } else if (sealed && isOlderSites(name, found, read)) {
      ledger.holds(FORM, name, true, "", "");
    } else if (sealed && isOlderPartners(name, found)) {
      ledger.holds(FORM, name, true, "", "");
      ledger.open("funding.older", name);
    } else if (sealed) {
      differ(name, Files.readAllBytes(due), Files.readAllBytes(found), ledger);
    } else {
      Likeness.check(name, due, found, ledger);
    }
  }

  /** Whoever counts such a folder's people by class says that it is older. */
  private static boolean isOlderSites(String name, Path found, PlanFolder read) throws IOException {
    return name.equals(OlderModel.SITES)
        && Arrays.equals(OlderModel.sites(read), Files.readAllBytes(found));
  }

  private boolean isOlderPartners(String name, Path found) throws IOException {
    return name.equals(FundingFiles.PARTNERS)
        && Arrays.equals(FundingFiles.olderPartners(folder), Files.readAllBytes(found));
  }

  /** Holds one file against the bytes that are due, as those of a plan are. */
  public static void same(String name, byte[] due, byte[] found, Ledger ledger) {
    if (Arrays.equals(due, found)) {
      ledger.holds(FORM, name, true, "", "");
    } else {
      differ(name, due, found, ledger);
    }
  }

  /** Tells the first line that differs, from a little before it does. */
  private static void differ(String name, byte[] due, byte[] found, Ledger ledger) {
    if (hasMark(found) && !hasMark(due)) {
      ledger.holds(FORM, name, false, "text", "a byte order mark before it");
      return;
    }
    List<String> expected = lines(due);
    List<String> is = lines(found);
    int line = 0;
    while (line < expected.size() && line < is.size() && expected.get(line).equals(is.get(line))) {
      line++;
    }
    String one = line < expected.size() ? expected.get(line) : "";
    String other = line < is.size() ? is.get(line) : "";
    int at = 0;
    while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - SHOWN / 2);
    ledger.holds(FORM, name + ":" + (line + 1), false, part(one, from), part(other, from));
  }

  private static boolean hasMark(byte[] bytes) {
    return new String(bytes, 0, Math.min(3, bytes.length), StandardCharsets.UTF_8)
        .startsWith("\uFEFF");
  }

  private static List<String> lines(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  private static String part(String line, int from) {
    return line.substring(Math.min(from, line.length()), Math.min(line.length(), from + SHOWN));
  }
}
