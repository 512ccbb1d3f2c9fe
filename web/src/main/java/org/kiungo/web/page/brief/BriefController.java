package org.kiungo.web.page.brief;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.InputFile;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.door.ClientAddress;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.PlanMoney;
import org.kiungo.web.page.SignedPlans;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.file.PlanArchive;
import org.kiungo.web.plan.today.PlanTodays;
import org.kiungo.web.review.Reviews;
import org.kiungo.web.share.Share;
import org.kiungo.web.share.Shares;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.told.ToldFact;
import org.kiungo.web.told.ToldFacts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * What a donor reads: one page without scripts, the same for ever because a plan never changes;
 * only what users filled in, and whether the data are still the newest, is told as it is now.
 */
@Controller
class BriefController {

  private final Plans plans;
  private final PlanArchive archive;
  private final Shares shares;
  private final Reference reference;
  private final Datasets datasets;
  private final ClientAddress clients;
  private final ToldFacts told;
  private final PlanTodays todays;
  private final Doubts doubts;
  private final Reviews reviews;
  private final SignedPlans signed;

  BriefController(
      Plans plans,
      PlanArchive archive,
      Shares shares,
      Reference reference,
      Datasets datasets,
      ClientAddress clients,
      ToldFacts told,
      PlanTodays todays,
      Doubts doubts,
      Reviews reviews,
      SignedPlans signed) {
    this.signed = signed;
    this.doubts = doubts;
    this.reviews = reviews;
    this.told = told;
    this.todays = todays;
    this.clients = clients;
    this.datasets = datasets;
    this.plans = plans;
    this.archive = archive;
    this.shares = shares;
    this.reference = reference;
  }

  @GetMapping("/plans/{id}/brief")
  String brief(@PathVariable String id, Model model, Locale locale) {
    model.addAttribute("qr", QrSymbol.of("kiungo " + id));
    model.addAttribute("evidence", "/api/v1/plans/" + id + "/folder.zip");
    model.addAttribute("pdf", "/plans/" + id + "/brief.pdf");
    return show(id, model, locale);
  }

  /** The brief for whoever has the link: no way from here to other plans or to the editor. */
  @Requires(Role.ANYONE)
  @GetMapping("/b/{token}")
  String shared(
      @PathVariable String token,
      Model model,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    Shares.Opened link = shares.open(token, clients.of(request));
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
    model.addAttribute("evidence", link.parts().isAny() ? "/b/" + token + "/plan.zip" : null);
    model.addAttribute("unverifiable", !link.parts().inputs());
    model.addAttribute("pdf", "/b/" + token + "/brief.pdf");
    model.addAllAttributes(shared(link, request.getRequestURL().toString(), locale));
    return Organisation.as(link.organisation(), () -> show(link.planId(), model, locale));
  }

  /** The brief as PDF, in the language of the request. */
  @GetMapping(path = "/plans/{id}/brief.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(@PathVariable String id, Locale locale) {
    PlanDetail detail = plans.findDetail(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    Map<String, Object> more = new HashMap<>();
    more.put("origins", origins(id));
    more.put("told", told(detail));
    more.put("otherToday", todays.find(id).orElse(null));
    more.put("reviewed", reviewed(id));
    more.put("restOf", signed.of(detail.inputs(), locale));
    return answerPdf(id, locale, more);
  }

  @Requires(Role.ANYONE)
  @GetMapping(path = "/b/{token}/brief.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> sharedPdf(
      @PathVariable String token, Locale locale, HttpServletRequest request) {
    Shares.Opened link = shares.open(token, clients.of(request));
    String page = request.getRequestURL().toString().replaceFirst("/brief\\.pdf$", "");
    Map<String, Object> more = new HashMap<>(shared(link, page, locale));
    return Organisation.as(
        link.organisation(),
        () -> {
          more.put("origins", origins(link.planId()));
          PlanDetail detail = plans.findDetail(link.planId()).orElseThrow();
          more.put("told", told(detail));
          more.put("restOf", signed.of(detail.inputs(), locale));
          more.put("otherToday", todays.find(link.planId()).orElse(null));
          more.put("reviewed", reviewed(link.planId()));
          return answerPdf(link.planId(), locale, more);
        });
  }

  /** One at a time: laying out takes a second or two of a processor. */
  private synchronized ResponseEntity<byte[]> answerPdf(
      String id, Locale locale, Map<String, Object> more) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    Words words = Words.in(locale.getLanguage());
    try {
      PlanContent content = plans.content(id);
      BriefFile.writePdf(
          plans.getFiles(id),
          plans.findDetail(id).orElseThrow(),
          content.folder(),
          content::money,
          words,
          doubts.findTold(id).orElse(null),
          more,
          pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = words.text("ui.brief.file", id) + ".pdf";
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(pdf.toByteArray());
  }

  @Requires(Role.ANYONE)
  @GetMapping("/b/{token}/plan.zip")
  ResponseEntity<StreamingResponseBody> sharedArchive(
      @PathVariable String token, HttpServletRequest request) {
    Shares.Opened link = shares.open(token, clients.of(request));
    Share.Parts parts = link.parts();
    if (!parts.isAny()) {
      throw new ApiRefusal(HttpStatus.NOT_FOUND, "share.brief-only");
    }
    PlanArchive.Parts wanted =
        new PlanArchive.Parts(parts.evidence(), parts.inputs(), parts.comments());
    return Organisation.as(link.organisation(), () -> archive.answer(link.planId(), wanted));
  }

  private static Map<String, Object> shared(Shares.Opened link, String page, Locale locale) {
    Map<String, Object> more = new HashMap<>();
    more.put("shared", true);
    more.put("sharedOn", day(link.madeAt(), locale));
    more.put("openUntil", day(link.expiresAt(), locale));
    more.put("qr", QrSymbol.of(page));
    return more;
  }

  private Map<String, Datasets.Origin> origins(String id) {
    Map<String, Datasets.Origin> origins = new HashMap<>();
    for (InputFile each : plans.findDetail(id).orElseThrow().inputs()) {
      datasets.findOrigin(each).ifPresent(origin -> origins.put(each.version(), origin));
    }
    return origins;
  }

  /** What users filled in of the plan's countries: it may change while the plan does not. */
  private List<ToldFact> told(PlanDetail detail) {
    return told.held(detail.scenario().countries());
  }

  /** Read now: a template is filled in when nobody works on behalf of the organisation any more. */
  private Reviews.Last reviewed(String id) {
    Reviews.Last last = reviews.last();
    last.of(id);
    return last;
  }

  private static String day(Instant time, Locale locale) {
    return time == null ? null : Words.in(locale.getLanguage()).day(time.atZone(ZoneOffset.UTC));
  }

  private String show(String id, Model model, Locale locale) {
    PlanDetail detail = plans.findDetail(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    PlanMoney money =
        PlanMoney.find(
            plans.getFiles(id), () -> plans.content(id).money(), Words.in(locale.getLanguage()));
    model.addAttribute("origins", origins(id));
    model.addAttribute("told", told(detail));
    model.addAttribute("otherToday", todays.find(id).orElse(null));
    model.addAttribute("reviewed", reviewed(id));
    model.addAllAttributes(
        Brief.of(
            detail,
            plans.getFolder(id),
            money,
            BriefPayers.find(plans.getFiles(id), Words.in(locale.getLanguage())),
            doubts.findTold(id).orElse(null),
            reference,
            locale));
    model.addAttribute("restOf", signed.of(detail.inputs(), locale));
    return "brief";
  }
}
