package org.kiungo.geodata.road;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snap.SnappingNoder;

/**
 * Cuts drawn lines wherever two of them meet or cross, ends that nearly meet joined. The order of
 * the lines does not matter, nor from which end each is told.
 */
final class RoadNoding {

  /** What lies nearer than this is the same place, km. */
  private static final double TOLERANCE_KM = 0.05;

  /** By position, westernmost first. */
  static final Comparator<LonLat> BY_PLACE =
      Comparator.comparingDouble(LonLat::lon).thenComparingDouble(LonLat::lat);

  private RoadNoding() {}

  /** Paths that meet one another at their ends only. */
  static List<List<LonLat>> noded(List<List<LonLat>> lines, RoadPlane plane) {
    List<List<LonLat>> sorted = new ArrayList<>();
    for (List<LonLat> line : lines) {
      List<LonLat> told = distinct(line);
      if (told.size() > 1) {
        sorted.add(told);
      }
    }
    sorted.sort(RoadNoding::compare);
    List<SegmentString> strings = new ArrayList<>();
    for (List<LonLat> line : sorted) {
      Coordinate[] points = line.stream().map(plane::of).toArray(Coordinate[]::new);
      strings.add(new NodedSegmentString(points, null));
    }
    SnappingNoder noder = new SnappingNoder(TOLERANCE_KM);
    noder.computeNodes(strings);
    List<List<LonLat>> pieces = new ArrayList<>();
    for (Object each : noder.getNodedSubstrings()) {
      List<LonLat> piece = new ArrayList<>();
      for (Coordinate at : ((SegmentString) each).getCoordinates()) {
        piece.add(plane.place(at));
      }
      List<LonLat> told = distinct(piece);
      if (told.size() > 1) {
        pieces.add(told);
      }
    }
    pieces.sort(RoadNoding::compare);
    return pieces;
  }

  /** Without places that repeat the one before, told from the end that comes first. */
  private static List<LonLat> distinct(List<LonLat> line) {
    List<LonLat> told = new ArrayList<>();
    for (LonLat each : line) {
      LonLat place = RoadPlane.rounded(each);
      if (told.isEmpty() || !told.get(told.size() - 1).equals(place)) {
        told.add(place);
      }
    }
    List<LonLat> back = new ArrayList<>(told);
    Collections.reverse(back);
    return compare(told, back) <= 0 ? told : back;
  }

  private static int compare(List<LonLat> one, List<LonLat> other) {
    for (int k = 0; k < Math.min(one.size(), other.size()); k++) {
      int order = BY_PLACE.compare(one.get(k), other.get(k));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
