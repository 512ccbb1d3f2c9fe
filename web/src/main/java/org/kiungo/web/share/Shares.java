package org.kiungo.web.share;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.door.Brake;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.review.PlanEvent;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.store.Sha256;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Makes links, says whether they open, takes them back. A link is 160 random bits; only its SHA-256
 * is kept, so that whoever reads the database cannot open it.
 */
@Service
public class Shares implements PlanEvent.Source {

  private static final int TOKEN_BYTES = 20;
  private static final int LONGEST_LABEL = 200;
  private static final int MOST_DAYS = 3650;

  private final ShareRepository repository;
  private final Plans plans;
  private final AuditLog audit;
  private final Clock clock;
  private final Brake brake;
  private final SecureRandom random = new SecureRandom();

  Shares(ShareRepository repository, Plans plans, AuditLog audit, Clock clock, Brake brake) {
    this.brake = brake;
    this.audit = audit;
    this.repository = repository;
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * @param days until the link closes, 1 to {@value #MOST_DAYS}; null = never
   * @param parts what it opens beside the brief; null = the evidence alone
   */
  Share make(String planId, String label, Integer days, Share.Parts parts) {
    plans.getFiles(planId);
    String words = label == null ? "" : label.strip();
    range("label", words.length(), 0, LONGEST_LABEL);
    if (days != null) {
      range("days", days, 1, MOST_DAYS);
    }
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    Long expiresMs = days == null ? null : now.plus(Duration.ofDays(days)).toEpochMilli();
    ShareRow row =
        new ShareRow(
            UUID.randomUUID().toString(),
            planId,
            words,
            now.toEpochMilli(),
            expiresMs,
            null,
            parts == null ? Share.Parts.USUAL : parts,
            Organisation.current());
    audit.together(
        "share.make",
        row.planId() + " " + row.id(),
        () -> repository.insert(row, Sha256.of(token)));
    return shown(row, "/b/" + token);
  }

  @Override
  public List<PlanEvent> events(String planId) {
    return repository.list(planId).stream()
        .map(row -> shown(row, null))
        .map(each -> new PlanEvent("share", each.madeAt(), "", each.label()))
        .toList();
  }

  List<Share> list(String planId) {
    plans.find(planId).orElseThrow(() -> ApiRefusal.unknown("plan", planId));
    return repository.list(planId).stream().map(row -> shown(row, null)).toList();
  }

  void revoke(String id) {
    repository.find(id).orElseThrow(() -> ApiRefusal.unknown("share", id));
    audit.together("share.revoke", id, () -> repository.revoke(id, clock.millis()));
  }

  /**
   * What an open link shows.
   *
   * @param planId the plan
   * @param madeAt when the link was made
   * @param expiresAt when it closes by itself; null = never
   * @param parts what it opens beside the brief
   * @param organisation on whose behalf it is read
   */
  public record Opened(
      String planId, Instant madeAt, Instant expiresAt, Share.Parts parts, String organisation) {}

  /**
   * Opens a link.
   *
   * @param token the last part of its path
   * @param address from which it is opened, where those that never were are counted
   * @throws ApiRefusal 404 for a link that never was, 410 for one that has closed
   */
  public Opened open(String token, String address) {
    ShareRow row =
        Organisation.as(Organisation.EVERY, () -> repository.findByToken(Sha256.of(token)))
            .orElseThrow(() -> neverWas(address));
    if (row.state(clock.millis()) != Share.State.OPEN) {
      throw new ApiRefusal(HttpStatus.GONE, "share.closed");
    }
    Long expiresMs = row.expiresMs();
    return new Opened(
        row.planId(),
        Instant.ofEpochMilli(row.madeMs()),
        expiresMs == null ? null : Instant.ofEpochMilli(expiresMs),
        row.parts(),
        row.organisationId());
  }

  private ApiRefusal neverWas(String address) {
    brake.openedNothing(address);
    return new ApiRefusal(HttpStatus.NOT_FOUND, "share.unknown-link");
  }

  private Share shown(ShareRow row, String href) {
    return new Share(
        row.id(),
        row.planId(),
        row.label(),
        row.state(clock.millis()),
        Instant.ofEpochMilli(row.madeMs()).toString(),
        row.expiresMs() == null ? null : Instant.ofEpochMilli(row.expiresMs()).toString(),
        row.parts(),
        href);
  }

  private static void range(String field, int value, int low, int high) {
    if (value < low || value > high) {
      throw new InputRefused(
          "field.range", "field", field, "value", value, "low", low, "high", high);
    }
  }
}
