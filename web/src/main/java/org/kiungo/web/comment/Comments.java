package org.kiungo.web.comment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.partner.Projects;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.file.PlanAttachment;
import org.kiungo.web.review.PlanEvent;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes comments and gives them out, also as a file of the plan's archive. */
@Service
class Comments implements PlanAttachment, PlanEvent.Source {

  static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_AUTHOR = 80;
  private static final int MOST = 5000;

  /** Figures a comment may be pinned to: the numbers of a plan's totals and certificate. */
  static final Set<String> FIGURES = figures();

  private final CommentRepository repository;
  private final Plans plans;
  private final Projects projects;
  private final AuditLog audit;
  private final Clock clock;
  private final JsonMapper json;

  Comments(
      CommentRepository repository,
      Plans plans,
      Projects projects,
      AuditLog audit,
      Clock clock,
      JsonMapper json) {
    this.projects = projects;
    this.audit = audit;
    this.repository = repository;
    this.plans = plans;
    this.clock = clock;
    this.json = json;
  }

  private static Set<String> figures() {
    Set<String> names = new TreeSet<>();
    Stream.of(Plan.Totals.class, Certificate.class)
        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
        .filter(each -> each.getType() == double.class)
        .forEach(each -> names.add(each.getName()));
    return names;
  }

  List<Comment> list(String planId) {
    plans.find(planId).orElseThrow(() -> ApiRefusal.unknown("plan", planId));
    return repository.list(planId);
  }

  Comment add(String planId, Comment.Kind kind, String target, String author, String text) {
    int known = list(planId).size();
    if (known >= MOST) {
      throw new ApiRefusal(
          HttpStatus.UNPROCESSABLE_CONTENT, "comment.too-many", String.valueOf(MOST));
    }
    String words = text == null ? "" : text.strip();
    length("text", words, 1, LONGEST_TEXT);
    String by = author == null ? "" : author.strip();
    length("author", by, 0, LONGEST_AUTHOR);
    requireTarget(planId, kind, target);
    Comment comment =
        new Comment(
            UUID.randomUUID().toString(),
            kind,
            target,
            by,
            words,
            false,
            clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    audit.together(
        "comment.add", planId + " " + comment.id(), () -> repository.insert(planId, comment));
    return comment;
  }

  private void requireTarget(String planId, Comment.Kind kind, String target) {
    if (!isKnown(planId, kind, target)) {
      throw new InputRefused("comment.target", "kind", kind, "target", target);
    }
  }

  private boolean isKnown(String planId, Comment.Kind kind, String target) {
    if (kind == null || target == null) {
      return false;
    }
    return switch (kind) {
      case FIGURE -> FIGURES.contains(target);
      case PROJECT -> projects.of(planId).stream().anyMatch(each -> each.id().equals(target));
      case PLACE ->
          plans.getFolder(planId).problem().settlements().stream()
              .anyMatch(each -> each.id().equals(target));
    };
  }

  private static void length(String field, String value, int least, int most) {
    if (value.length() < least || value.length() > most) {
      throw new InputRefused(
          "field.length", "field", field, "length", value.length(), "least", least, "most", most);
    }
  }

  Comment resolve(String planId, String id, boolean resolved) {
    plans.find(planId).orElseThrow(() -> ApiRefusal.unknown("plan", planId));
    audit.together(
        "comment.resolve",
        id,
        () -> {
          if (!repository.resolve(planId, id, resolved)) {
            throw ApiRefusal.unknown("comment", id);
          }
        });
    return repository.list(planId).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<PlanEvent> events(String planId) {
    return repository.list(planId).stream()
        .map(each -> new PlanEvent("comment", each.writtenAt(), each.author(), each.text()))
        .toList();
  }

  @Override
  public String fileName() {
    return "comments.json";
  }

  @Override
  public byte[] content(String planId) {
    List<Comment> all = repository.list(planId);
    return all.isEmpty()
        ? new byte[0]
        : json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsBytes(all);
  }
}
