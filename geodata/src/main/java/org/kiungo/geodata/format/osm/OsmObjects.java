package org.kiungo.geodata.format.osm;

import crosby.binary.Osmformat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes, ways and relations of a block. */
final class OsmObjects {

  /** Receives what stands in a block. */
  interface Sink {

    /**
     * A node.
     *
     * @param lon 10⁻⁷ degrees
     * @param lat 10⁻⁷ degrees
     */
    default void node(long id, long lon, long lat, Map<String, String> tags) {}

    /**
     * A way.
     *
     * @param nodes its ids
     */
    default void way(long id, long[] nodes, Map<String, String> tags) {}

    default void relation(long id, Map<String, String> tags) {}
  }

  private final Osmformat.PrimitiveBlock block;
  private final Sink sink;

  private OsmObjects(Osmformat.PrimitiveBlock block, Sink sink) {
    this.block = block;
    this.sink = sink;
  }

  /** Reads a block; damaged ones fail with an index out of bounds. */
  static void read(Osmformat.PrimitiveBlock block, Sink sink) {
    OsmObjects objects = new OsmObjects(block, sink);
    for (Osmformat.PrimitiveGroup group : block.getPrimitivegroupList()) {
      group.getNodesList().forEach(objects::node);
      if (group.hasDense()) {
        objects.dense(group.getDense());
      }
      group.getWaysList().forEach(objects::way);
      group
          .getRelationsList()
          .forEach(
              each ->
                  sink.relation(
                      each.getId(), objects.tags(each.getKeysList(), each.getValsList())));
    }
  }

  private String text(int index) {
    return block.getStringtable().getS(index).toStringUtf8();
  }

  private Map<String, String> tags(List<Integer> keys, List<Integer> values) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    requireSame(keys.size(), values.size());
    Map<String, String> tags = new HashMap<>();
    for (int k = 0; k < keys.size(); k++) {
      tags.put(text(keys.get(k)), text(values.get(k)));
    }
    return tags;
  }

  private long lon(long raw) {
    return Math.round((block.getLonOffset() + block.getGranularity() * raw) / 100.0);
  }

  private long lat(long raw) {
    return Math.round((block.getLatOffset() + block.getGranularity() * raw) / 100.0);
  }

  private void node(Osmformat.Node node) {
    sink.node(
        node.getId(),
        lon(node.getLon()),
        lat(node.getLat()),
        tags(node.getKeysList(), node.getValsList()));
  }

  private void dense(Osmformat.DenseNodes nodes) {
    long id = 0;
    long lat = 0;
    long lon = 0;
    int at = 0;
    requireSame(nodes.getIdCount(), nodes.getLatCount());
    requireSame(nodes.getIdCount(), nodes.getLonCount());
    for (int k = 0; k < nodes.getIdCount(); k++) {
      id += nodes.getId(k);
      lat += nodes.getLat(k);
      lon += nodes.getLon(k);
      Map<String, String> tags = Map.of();
      while (at < nodes.getKeysValsCount() && nodes.getKeysVals(at) != 0) {
        tags = tags.isEmpty() ? new HashMap<>() : tags;
        tags.put(text(nodes.getKeysVals(at)), text(nodes.getKeysVals(at + 1)));
        at += 2;
      }
      at++;
      sink.node(id, lon(lon), lat(lat), tags);
    }
    // none where no node of the group has any
    requireSame(nodes.getKeysValsCount() == 0 ? 0 : at, nodes.getKeysValsCount());
  }

  /** What belongs together is as long, or something of it was lost. */
  private static void requireSame(int length, int other) {
    if (length != other) {
      throw new IndexOutOfBoundsException(length + " ≠ " + other);
    }
  }

  private void way(Osmformat.Way way) {
    long[] nodes = new long[way.getRefsCount()];
    long id = 0;
    for (int k = 0; k < nodes.length; k++) {
      id += way.getRefs(k);
      nodes[k] = id;
    }
    sink.way(way.getId(), nodes, tags(way.getKeysList(), way.getValsList()));
  }
}
