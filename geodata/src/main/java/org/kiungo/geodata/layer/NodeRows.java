package org.kiungo.geodata.layer;

import java.util.Locale;
import java.util.function.Consumer;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNode.Kind;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.value.LonLat;

/** Rows of existing network nodes, exchange points or landing points. */
final class NodeRows implements RecordMaker<NetworkNode> {

  private final Context context;
  private final LayerKind layer;
  private final String sourceName;

  NodeRows(Context context, LayerKind layer, String sourceName) {
    this.context = context;
    this.layer = layer;
    this.sourceName = sourceName;
  }

  @Override
  public void make(Row row, Consumer<NetworkNode> out) {
    LonLat place = row.place();
    if (place == null) {
      return;
    }
    String country = row.country(context.iso3, context.countries);
    String id = context.id(row, country, place);
    String status = row.text("status");
    StatusWords.State state = StatusWords.of(status);
    if (state == StatusWords.State.PLANNED || state == StatusWords.State.GONE) {
      row.tell(Severity.ERROR, "nodeNotOperational", "status", status, "");
    }
    boolean unread = StatusWords.isUnread(status);
    if (unread) {
      row.tell(Severity.WARNING, "nodeStatusUnread", "status", status, StatusWords.ALLOWED);
    }
    if (!row.isUsable()) {
      return;
    }
    context.checkNearby(row, place);
    if (!row.isUsable()) {
      return;
    }
    double capacityMbps = row.atLeastZero("capacityMbps");
    if (capacityMbps == 0) {
      row.tell(Severity.WARNING, "capacityZero", "capacityMbps", "0", "");
      capacityMbps = row.unknown("capacityMbps");
    }
    String source = row.text("source");
    boolean fibreless = (status + row.text("kind")).toLowerCase(Locale.ROOT).contains("microwave");
    out.accept(
        NetworkNodeBuilder.builder()
            .id(id)
            .name(row.name("name"))
            .location(place)
            .country(country)
            .kind(kind(row.text("kind")))
            .assumed(fibreless || unread || row.truth("assumed"))
            .source(source.isEmpty() ? sourceName : source)
            .rainMmPerHour(row.atLeastZero("rainMmPerHour"))
            .capacityMbps(capacityMbps)
            .build());
  }

  private Kind kind(String text) {
    if (layer == LayerKind.EXCHANGE_POINTS) {
      return Kind.EXCHANGE_POINT;
    }
    if (layer == LayerKind.LANDING_POINTS) {
      return Kind.LANDING_STATION;
    }
    String plain = text.toLowerCase(Locale.ROOT).replace("_", " ");
    if (plain.matches(".*(landing|atterr|amarra|إنزال).*")) {
      return Kind.LANDING_STATION;
    }
    return plain.matches(".*(\\bixp?\\b|internet exchange|exchange point).*")
        ? Kind.EXCHANGE_POINT
        : plain.equals("city") ? Kind.CITY : Kind.FIBRE_NODE;
  }
}
