package org.kiungo.web.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.language.Words;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Keeps sets of partners: made, changed by who has seen the last version, taken away. */
@Service
class PartnerSets {

  private static final int LONGEST_NAME = 200;
  private static final int MOST = 500;

  private final PartnerSetRepository repository;
  private final AuditLog audit;

  PartnerSets(PartnerSetRepository repository, AuditLog audit) {
    this.repository = repository;
    this.audit = audit;
  }

  List<PartnerSet> list(Words words) {
    return repository.list().stream().map(row -> told(row, words)).toList();
  }

  PartnerSet get(String id, Words words) {
    return told(row(id), words);
  }

  /** The set as a file, in JSON. */
  byte[] file(String id) {
    return row(id).partners().getBytes(StandardCharsets.UTF_8);
  }

  Partnership partnership(String id) {
    return PartnerFile.read(file(id), row(id).name());
  }

  /**
   * @param file YAML or JSON
   */
  PartnerSet add(String name, byte[] file, Words words) {
    if (repository.list().size() >= MOST) {
      throw new ApiRefusal(
          HttpStatus.UNPROCESSABLE_CONTENT, "partner-set.too-many", String.valueOf(MOST));
    }
    PartnerSetRow row = row(UUID.randomUUID().toString(), name, 1, file);
    audit.together("partners.add", row.id(), () -> repository.insert(row));
    return told(row, words);
  }

  /**
   * @param version that was read before
   */
  PartnerSet change(String id, int version, String name, byte[] file, Words words) {
    PartnerSetRow known = row(id);
    PartnerSetRow changed = row(id, name == null ? known.name() : name, version, file);
    audit.together(
        "partners.change",
        id,
        () -> {
          if (!repository.update(changed)) {
            throw new ApiRefusal(
                HttpStatus.CONFLICT,
                "partner-set.changed",
                known.name(),
                String.valueOf(row(id).version()),
                String.valueOf(version));
          }
        });
    return get(id, words);
  }

  void delete(String id) {
    row(id);
    audit.together("partners.delete", id, () -> repository.delete(id));
  }

  private PartnerSetRow row(String id) {
    return repository.find(id).orElseThrow(() -> ApiRefusal.unknown("partner-set", id));
  }

  private static PartnerSetRow row(String id, String name, int version, byte[] file) {
    String called = name == null ? "" : name.strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw new InputRefused(
          "field.length",
          "field",
          "name",
          "length",
          called.length(),
          "least",
          1,
          "most",
          LONGEST_NAME);
    }
    try {
      byte[] written = PartnerFile.write(PartnerFile.read(file, called));
      return new PartnerSetRow(id, called, version, new String(written, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PartnerSet told(PartnerSetRow row, Words words) {
    Partnership partners =
        PartnerFile.read(row.partners().getBytes(StandardCharsets.UTF_8), row.name());
    return new PartnerSet(
        row.id(),
        row.name(),
        row.version(),
        partners.partners().stream().map(each -> PartnerSet.Told.of(each, words)).toList());
  }
}
