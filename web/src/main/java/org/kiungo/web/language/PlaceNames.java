package org.kiungo.web.language;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.kiungo.planner.model.Settlement;

/** What people call places in a language, as pages and files show it. */
public final class PlaceNames {

  private final NamedPlaces named;
  private final Words words;

  /**
   * A name to show.
   *
   * @param name its own, or that of the named place near it, or its identity
   * @param derived whether no source calls the place so
   */
  public record Shown(String name, boolean derived) {}

  /**
   * @param places all of them
   */
  public PlaceNames(List<Settlement> places, Words words) {
    DoubleSummaryStatistics lat =
        places.stream().mapToDouble(each -> each.location().lat()).summaryStatistics();
    this.named = new NamedPlaces(places, (lat.getMin() + lat.getMax()) / 2);
    this.words = words;
  }

  /** What a place is called; {@code place-index.js} says the same. */
  public Shown of(Settlement place) {
    if (!place.name().isEmpty()) {
      return NamedPlaces.isLent(place)
          ? new Shown(words.text("ui.place.by", place.name()), true)
          : new Shown(place.name(), false);
    }
    NamedPlaces.Near near = named.nearest(place.location());
    return near == null
        ? new Shown(place.id(), true)
        : new Shown(words.text("ui.place.near", near.name(), Math.round(near.distanceKm())), true);
  }
}
