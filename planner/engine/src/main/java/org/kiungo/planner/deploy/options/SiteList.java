package org.kiungo.planner.deploy.options;

import java.util.Arrays;

/** Numbers candidate sites, each a technology at a place, in the order they are first asked for. */
final class SiteList {

  private final int technologyCount;

  /** Site of each place and technology; −1 = none yet. */
  private final int[] site;

  private int[] place = new int[64];
  private int[] technology = new int[64];
  private int size;

  SiteList(int placeCount, int technologyCount) {
    this.technologyCount = technologyCount;
    site = new int[placeCount * technologyCount];
    Arrays.fill(site, -1);
  }

  int site(int atPlace, int ofTechnology) {
    int key = atPlace * technologyCount + ofTechnology;
    if (site[key] < 0) {
      if (size == place.length) {
        place = Arrays.copyOf(place, 2 * size);
        technology = Arrays.copyOf(technology, 2 * size);
      }
      place[size] = atPlace;
      technology[size] = ofTechnology;
      site[key] = size++;
    }
    return site[key];
  }

  int size() {
    return size;
  }

  int[] places() {
    return Arrays.copyOf(place, size);
  }

  int[] technologies() {
    return Arrays.copyOf(technology, size);
  }
}
