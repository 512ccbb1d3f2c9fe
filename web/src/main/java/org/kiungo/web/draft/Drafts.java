package org.kiungo.web.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.explain.PlanExplainers;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Keeps drafts, and says what they would mean. */
@Service
public class Drafts {

  private final DraftRepository repository;
  private final Plans plans;
  private final PlanExplainers explainers;
  private final AuditLog audit;
  private final JsonMapper json;

  Drafts(
      DraftRepository repository,
      Plans plans,
      PlanExplainers explainers,
      AuditLog audit,
      JsonMapper json) {
    this.audit = audit;
    this.repository = repository;
    this.plans = plans;
    this.explainers = explainers;
    this.json = json;
  }

  /**
   * A draft with the fingerprint of what it asks for.
   *
   * @param id opaque
   * @param planId the plan that it edits
   * @param version to be sent back with a change
   * @param edits all, in their order
   * @param applied how many hold
   * @param hash SHA-256 of the scenario that the edits make; the plan's own without edits
   */
  record Draft(String id, String planId, int version, List<Edit> edits, int applied, String hash) {}

  /**
   * The edits of a draft that hold.
   *
   * @param planId the plan that they edit
   * @param edits JSON, in their order
   * @param hash SHA-256 of plan and edits
   */
  public record Held(String planId, String edits, String hash) {}

  /** Those of a draft as they stand. */
  public Held held(String id) {
    DraftRow row = row(id);
    String edits = EditMixtures.json(edits(row).held());
    return new Held(
        row.planId(), edits, sha256((row.planId() + edits).getBytes(StandardCharsets.UTF_8)));
  }

  Draft start(String planId) {
    plans.getFolder(planId);
    DraftRow row = new DraftRow(UUID.randomUUID().toString(), planId, 1, "[]", 0);
    audit.together("draft.start", planId + " " + row.id(), () -> repository.insert(row));
    return shown(row);
  }

  Draft get(String id) {
    return shown(row(id));
  }

  private DraftRow row(String id) {
    return repository.find(id).orElseThrow(() -> ApiRefusal.unknown("draft", id));
  }

  Draft change(String id, int seenVersion, Edits edits) {
    DraftRow row = row(id);
    PlanFolder base = plans.getFolder(row.planId());
    edited(base, edits.require(base.problem().catalogue()).edits());
    String text = json.writeValueAsString(edits.edits());
    audit.together("draft.change", id, () -> update(id, seenVersion, text, edits));
    return get(id);
  }

  private void update(String id, int seenVersion, String text, Edits edits) {
    if (!repository.update(id, seenVersion, text, edits.applied())) {
      int version = row(id).version();
      throw new ApiRefusal(
          HttpStatus.CONFLICT,
          "draft.changed",
          String.valueOf(version),
          String.valueOf(seenVersion));
    }
  }

  /** The scenario that computes a draft's edits; its plan's own when none holds. */
  Scenario scenario(String id) {
    DraftRow row = row(id);
    return edited(plans.getFolder(row.planId()), edits(row).held()).scenario();
  }

  Estimate estimate(String planId, Edits edits) {
    PlanFolder base = plans.getFolder(planId);
    edits.require(base.problem().catalogue());
    return explainers.ask(
        planId, explainer -> new Estimator(base, explainer::options).estimate(edits.held()));
  }

  private Edits edits(DraftRow row) {
    return new Edits(List.of(json.readValue(row.edits(), Edit[].class)), row.applied());
  }

  private Draft shown(DraftRow row) {
    Edits edits = edits(row);
    EditedPlan edited = edited(plans.getFolder(row.planId()), edits.held());
    return new Draft(
        row.id(),
        row.planId(),
        row.version(),
        edits.edits(),
        edits.applied(),
        sha256(ScenarioFile.write(edited.scenario())));
  }

  private static EditedPlan edited(PlanFolder base, List<Edit> held) {
    EditedPlan edited = new EditedPlan(base);
    held.forEach(edited::apply);
    return edited;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(new String(bytes, StandardCharsets.UTF_8), e);
    }
  }
}
