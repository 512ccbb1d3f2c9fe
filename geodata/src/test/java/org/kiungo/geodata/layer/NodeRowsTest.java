package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.NetworkNode;

/** What a file says about network nodes, a plan's own among them. */
class NodeRowsTest {

  @TempDir private Path folder;

  /** As plan folders write it. */
  @Test
  void nodesThatNoSourceBacksStayAssumed() throws IOException {
    String node =
        """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[%d,7]},"properties":
        {"id":"n%d","name":"","country":"TGO","kind":"CITY","assumed":%b,"source":"s","capacityMbps":1000}}
        """;
    Path file =
        Files.writeString(
            folder.resolve("nodes.geojson"),
            "{\"type\":\"FeatureCollection\",\"features\":["
                + node.formatted(1, 1, true)
                + ","
                + node.formatted(2, 2, false)
                + "]}");
    Imported<NetworkNode> read =
        new LayerImport(CountryLookup.NONE).nodes(file, LayerKind.NODES, "TGO", null);
    assertThat(read.records()).extracting(NetworkNode::assumed).containsExactly(true, false);
    assertThat(read.records()).extracting(NetworkNode::kind).containsOnly(NetworkNode.Kind.CITY);
    assertThat(read.records()).extracting(NetworkNode::capacityMbps).containsOnly(1000.0);
  }
}
