package org.kiungo.planner.verify.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kiungo.planner.folder.FolderJson;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.ServiceDocuments;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.verify.check.Ledger;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents of placed services written anew: a field that is none, a mark before the text, or a
 * number in another form makes another file.
 */
public final class PlacementForm {

  private static final Map<String, Class<?>> DOCUMENTS = new LinkedHashMap<>();

  static {
    DOCUMENTS.put("service-problem.json", ServiceDocuments.Problem.class);
    DOCUMENTS.put("service-plan.json", ServiceDocuments.Plan.class);
    DOCUMENTS.put("classic-problem.json", ServiceDocuments.Problem.class);
    DOCUMENTS.put("classic-plan.json", ServiceDocuments.Classic.class);
  }

  private PlacementForm() {}

  /**
   * Checks those that a sealed folder has; of older ones nothing is known of their form.
   *
   * @throws org.kiungo.planner.model.value.InputRefused {@code folder.unreadable}
   */
  public static void check(Path folder, Ledger ledger) {
    if (!Manifest.isIn(folder)) {
      return;
    }
    String certificate = Manifest.certificate(folder).orElse("");
    DOCUMENTS.forEach(
        (name, type) -> {
          if (Files.isRegularFile(folder.resolve(name))) {
            check(folder, name, type, name.equals(certificate), ledger);
          }
        });
  }

  private static void check(
      Path folder, String name, Class<?> type, boolean isCertificate, Ledger ledger) {
    try {
      byte[] due =
          TextFiles.pretty(
              isCertificate
                  ? Manifest.certificate(folder, name, type)
                  : TextFiles.read(folder, name, type));
      if (isCertificate) {
        ObjectNode tree = (ObjectNode) FolderJson.STRICT.readTree(due);
        tree.put(Manifest.HASH, TextFiles.sha256(folder.resolve(Manifest.NAME)));
        due = TextFiles.pretty(tree);
      }
      FormChecks.same(name, due, Files.readAllBytes(folder.resolve(name)), ledger);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
