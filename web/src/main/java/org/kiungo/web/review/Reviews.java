package org.kiungo.web.review;

import java.text.Normalizer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Role;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.review.PlanReview.State;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Takes decisions on plans and tells them. Planners review and take their review back; only
 * administrators approve, or take an approval back, and nobody approves what they reviewed: names
 * of accounts are unique and stay, where there are none the names that were typed are held against
 * each other. What is planned anew is another plan, and so a draft.
 */
@Service
public class Reviews implements PlanEvent.Source {

  private static final int LONGEST_REASON = 1000;
  private static final int LONGEST_AUTHOR = 80;

  private final ReviewRepository repository;
  private final Plans plans;
  private final AuditLog audit;
  private final Clock clock;

  Reviews(ReviewRepository repository, Plans plans, AuditLog audit, Clock clock) {
    this.repository = repository;
    this.plans = plans;
    this.audit = audit;
    this.clock = clock;
  }

  /** The last decision on each plan, read once it is asked for. */
  public static final class Last {
    private final ReviewRepository repository;
    private Map<String, PlanReview> byPlan;

    private Last(ReviewRepository repository) {
      this.repository = repository;
    }

    /** Null for a draft. */
    public PlanReview of(String planId) {
      if (byPlan == null) {
        byPlan = new HashMap<>();
        repository.list().forEach(each -> byPlan.put(each.planId(), each));
      }
      PlanReview last = byPlan.get(planId);
      return last == null || last.state() == State.DRAFT ? null : last;
    }
  }

  /** Of the plans of the organisation at work. */
  public Last last() {
    return new Last(repository);
  }

  /** All decisions on a plan, the first one first. */
  public List<PlanReview> list(String planId) {
    plans.find(planId).orElseThrow(() -> ApiRefusal.unknown("plan", planId));
    return repository.list(planId);
  }

  /** What a plan is by the decisions on it. */
  public static State state(List<PlanReview> decisions) {
    return state(decisions.isEmpty() ? null : decisions.get(decisions.size() - 1));
  }

  /** What it is by the last of them; null for none. */
  public static State state(PlanReview last) {
    return last == null ? State.DRAFT : last.state();
  }

  /** What somebody may make of a plan that is in a state; the page offers no other. */
  public static List<State> next(State now) {
    return switch (now) {
      case DRAFT -> List.of(State.REVIEWED);
      case REVIEWED -> List.of(State.APPROVED, State.DRAFT);
      case APPROVED -> List.of(State.REVIEWED, State.DRAFT);
    };
  }

  /** Who reviewed a plan since it was a draft last; empty for nobody. */
  private static String reviewer(List<PlanReview> decisions) {
    String reviewer = "";
    State before = State.DRAFT;
    for (PlanReview each : decisions) {
      if (before == State.DRAFT) {
        reviewer = each.author();
      }
      before = each.state();
    }
    return reviewer;
  }

  /** Whether whoever asks is signed in and has reviewed the plan themselves. */
  public static boolean isReviewer(List<PlanReview> decisions) {
    return Member.current().map(Member::name).filter(reviewer(decisions)::equals).isPresent();
  }

  private static boolean isOne(String reviewer, String approver) {
    return Member.current().isPresent()
        ? reviewer.equals(approver)
        : bare(reviewer).equalsIgnoreCase(bare(approver));
  }

  private static String bare(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Whether whoever asks may bring a plan from one state to another. */
  public static boolean mayDecide(State from, State to) {
    boolean approval = from == State.APPROVED || to == State.APPROVED;
    Role needed = approval ? Role.ADMINISTRATOR : Role.PLANNER;
    return Member.current().map(each -> each.role().includes(needed)).orElse(true);
  }

  /**
   * Decides.
   *
   * @param wanted what the plan is to be
   * @param author as typed, empty only for whoever takes all back; with accounts, it is who asks
   * @param version of the last decision that whoever decides has seen, 0 for none; null for whoever
   *     does not say
   * @return all decisions on the plan
   * @throws ApiRefusal 403 for a role that may not, 409 for a state that does not come next, for a
   *     plan whose files were changed, for who reviewed it and would approve it, and where somebody
   *     else decided since
   */
  public List<PlanReview> decide(
      String planId, State wanted, String author, String reason, Integer version) {
    plans.getFiles(planId);
    List<PlanReview> before = list(planId);
    State now = state(before);
    if (version != null && version != before.size()) {
      throw overtaken(planId, now);
    }
    if (wanted == null || !next(now).contains(wanted)) {
      throw new ApiRefusal(
          HttpStatus.CONFLICT,
          "review.next",
          planId,
          now.ordinal(),
          (wanted == null ? now : wanted).ordinal());
    }
    if (!mayDecide(now, wanted)) {
      throw new ApiRefusal(
          HttpStatus.FORBIDDEN,
          "account.role",
          Role.ADMINISTRATOR.label(),
          Member.current().map(each -> each.role().label()).orElse(""));
    }
    String by =
        text("author", Member.nameOr(author), wanted == State.DRAFT ? 0 : 1, LONGEST_AUTHOR);
    String reviewer = reviewer(before);
    if (wanted == State.APPROVED && (reviewer.isEmpty() || isOne(reviewer, by))) {
      String code = reviewer.isEmpty() ? "review.unnamed" : "review.same";
      throw new ApiRefusal(HttpStatus.CONFLICT, code, planId, reviewer);
    }
    PlanReview decision =
        new PlanReview(
            planId,
            before.size() + 1,
            wanted,
            by,
            text("reason", reason, 1, LONGEST_REASON),
            clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    try {
      audit.together(
          "plan." + wanted.name().toLowerCase(Locale.ROOT),
          planId,
          () -> repository.insert(decision));
    } catch (DuplicateKeyException meanwhile) {
      throw overtaken(planId, state(repository.list(planId)));
    }
    return repository.list(planId);
  }

  private static ApiRefusal overtaken(String planId, State now) {
    return new ApiRefusal(HttpStatus.CONFLICT, "review.overtaken", planId, now.ordinal());
  }

  private static String text(String field, String value, int least, int most) {
    String text = value == null ? "" : value.strip();
    if (text.length() < least || text.length() > most) {
      throw new InputRefused(
          "field.length", "field", field, "length", text.length(), "least", least, "most", most);
    }
    return text;
  }

  @Override
  public List<PlanEvent> events(String planId) {
    return repository.list(planId).stream()
        .map(
            each ->
                new PlanEvent(
                    each.state().name().toLowerCase(Locale.ROOT),
                    each.decidedAt(),
                    each.author(),
                    each.reason()))
        .toList();
  }
}
