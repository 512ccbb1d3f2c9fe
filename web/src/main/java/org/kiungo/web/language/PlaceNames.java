package org.kiungo.web.language;

import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Settlement;

/** What people call places in a language, as pages and files show it. */
public final class PlaceNames {

  private final List<Settlement> places;
  private final NamedPlaces named;
  private final Words words;

  /** How many places have a name, and a name with a district; counted where somebody asks. */
  private Map<String, Integer> many;

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
    this.places = List.copyOf(places);
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

  /**
   * The same with what tells it apart where others are called so too: its district, and where that
   * is not enough or not known, its identity.
   */
  public String apart(Settlement place) {
    if (many == null) {
      many = new HashMap<>();
      for (Settlement each : places) {
        String name = of(each).name();
        many.merge(name, 1, Integer::sum);
        many.merge(in(each.district(), name), 1, Integer::sum);
      }
    }
    String name = of(place).name();
    if (many.getOrDefault(name, 1) == 1) {
      return name;
    }
    String district = in(place.district(), name);
    return place.district().isEmpty() || many.getOrDefault(district, 1) > 1
        ? in(place.id(), name)
        : district;
  }

  private String in(String what, String name) {
    return words.text("place.apart", name, what);
  }
}
