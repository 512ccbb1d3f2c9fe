package org.kiungo.web.cli.console;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.explain.PlacePrice;
import org.kiungo.web.language.Words;

/** What a person costs at a place and why, in sentences. */
public final class PriceSentences {

  private PriceSentences() {}

  /** One line for the price, one for each of its parts. */
  public static List<String> of(PlacePrice price, Words words) {
    List<String> lines = new ArrayList<>();
    if (price == null) {
      return lines;
    }
    lines.add(words.text("cli.explain.price", price.usdPerPerson(), price.planUsdPerPerson()));
    for (PlacePrice.Term each : price.terms()) {
      String name = words.text("ui.explore.price." + each.kind());
      String why = why(each.kind(), price, words);
      lines.add(
          words.text(
              why.isEmpty() ? "cli.explain.price.term" : "cli.explain.price.term.why",
              name,
              each.usdPerPerson(),
              each.planUsdPerPerson(),
              why));
    }
    return lines;
  }

  private static String why(PlacePrice.Kind kind, PlacePrice price, Words words) {
    return switch (kind) {
      case SITE ->
          price.units() == 0
              ? ""
              : words.text("ui.explore.price.SITE.why", price.units(), price.masts());
      case MAST_LINKS -> mastLinks(price, words);
      case ENERGY -> energy(price, words);
      case AREA ->
          Double.isNaN(price.peoplePerKm2())
              ? ""
              : words.text("ui.explore.price.AREA.why", price.peoplePerKm2());
      case BACKHAUL -> backhaul(price, words);
      case TERMINALS, TRAFFIC, ABROAD -> "";
    };
  }

  private static String mastLinks(PlacePrice price, Words words) {
    if (price.hopsBetweenMasts() == 0) {
      return "";
    }
    String key = "ui.explore.price.MAST_LINKS";
    return Double.isNaN(price.mastsWithinKm())
        ? words.text(key + ".why", price.masts(), price.hopsBetweenMasts())
        : words.text(
            key + ".apart", price.masts(), price.mastsWithinKm(), price.hopsBetweenMasts());
  }

  private static String energy(PlacePrice price, Words words) {
    if (price.energy() == null) {
      return "";
    }
    String kind = words.text("ui.explore.energy." + price.energy());
    return Double.isNaN(price.distanceToGridKm())
        ? words.text("ui.explore.price.ENERGY.unknown", kind)
        : words.text("ui.explore.price.ENERGY.why", kind, price.distanceToGridKm());
  }

  private static String backhaul(PlacePrice price, Words words) {
    if (price.hops() == 0) {
      return "";
    }
    if (price.viaSky()) {
      return words.text("ui.explore.price.BACKHAUL.sky", price.hopsKm());
    }
    String way =
        words.text(
            "ui.explore.price.BACKHAUL.why",
            price.hops(),
            price.hopsKm(),
            price.routeKm(),
            price.longestHopKm());
    if (price.roadKm() > 0) {
      way += words.text("ui.explore.price.BACKHAUL.road", price.roadKm(), price.roadStraightKm());
    }
    if (!price.borders().isEmpty()) {
      String borders = String.join(", ", price.borders());
      way += words.text("ui.explore.price.BACKHAUL.border", borders, price.bordersUsd());
    }
    return Double.isNaN(price.rainMmPerHour())
        ? way
        : way + words.text("ui.explore.price.BACKHAUL.rain", price.rainMmPerHour());
  }
}
