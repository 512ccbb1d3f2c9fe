package org.kiungo.planner.verify.read;

import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.verify.formula.LinkPrice;
import org.kiungo.planner.verify.formula.RadioPath;
import org.kiungo.planner.verify.formula.SkyLinks;

/**
 * Which media a scenario lets span which hops.
 *
 * @param facts of a plan
 */
public record Spans(Facts facts) {

  /**
   * The allowed media that span a hop, as they are laid there; radio does not where the ground is
   * shown to block it, nor beyond the longest hop in the rain at its ends, nor where nothing
   * stands; none do across a closed border.
   */
  public List<LinkPrice> spanning(String fromId, String toId, double km) {
    if (!facts.roads().borders().allows(fromId, toId)) {
      return List.of();
    }
    return facts.media().values().stream()
        .filter(m -> facts.allowedMedia().contains(m.id()) && !SkyLinks.isOf(m))
        .filter(m -> LinkPrice.reaches(m, km))
        .filter(m -> !RadioPath.isOf(m) || isOpen(fromId, toId, km))
        .map(m -> facts.roads().laid(m, fromId, toId))
        .toList();
  }

  private boolean isOpen(String fromId, String toId, double km) {
    return facts.roads().stands(fromId, toId) && facts.hops().areOpen(fromId, toId, km);
  }

  /** The allowed satellites that may feed a site, near enough for all that it may serve with. */
  public List<Medium> upward() {
    List<AccessTechnology> offered =
        facts.technologies().values().stream()
            .filter(a -> facts.allowedTechnologies().contains(a.id()))
            .toList();
    return facts.media().values().stream()
        .filter(m -> facts.allowedMedia().contains(m.id()) && SkyLinks.isOf(m))
        .filter(m -> LinkPrice.reaches(m, 0) && SkyLinks.isTimely(m, offered, facts.standard()))
        .toList();
  }
}
