package org.kiungo.web.placement;

import java.util.List;
import java.util.stream.Collectors;
import org.kiungo.planner.servicefolder.ServiceAnswer;
import org.kiungo.web.language.Words;

/** Why this host, in words. */
public final class ServiceSentences {

  private ServiceSentences() {}

  /** One line per answer. */
  public static String of(List<ServiceAnswer> answers, Words words) {
    return answers.stream().map(each -> of(each, words)).collect(Collectors.joining("\n"));
  }

  private static String of(ServiceAnswer a, Words words) {
    String name = a.name().isEmpty() ? a.userId() : a.name();
    String kind = words.text("eservice." + a.serviceId());
    String text =
        a.unserved() == null
            ? words.text(
                "eservice.served", name, kind, String.join(", ", a.siteNames()), a.roundTripMs())
            : words.text(
                "eservice.unserved", name, kind, words.text("eservice.without." + a.unserved()));
    if (a.unserved() == null && a.access() != null && a.access().isSatellite()) {
      text += " " + words.text("eservice.access." + a.access());
    }
    return a.nearerReason() == null || a.nearerReason() == a.unserved()
        ? text
        : text
            + " "
            + words.text(
                "eservice.nearer",
                a.nearerName(),
                a.nearerRoundTripMs(),
                words.text("eservice.why." + a.nearerReason()));
  }
}
