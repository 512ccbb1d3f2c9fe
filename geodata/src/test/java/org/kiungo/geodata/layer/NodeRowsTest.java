package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.Finding;
import org.kiungo.planner.model.NetworkNode;

/** What a file says about network nodes, a plan's own among them. */
class NodeRowsTest {

  @TempDir private Path folder;

  /** Words for "there is none" are no names, in whatever language a program writes them. */
  @Test
  void whatIsNoNameIsTakenForNoneAndTold() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("nodes.csv"),
            "id,name,lon,lat\na,Undefined,1,7\nb,\"Sans nom\",1.2,7\nc,(unnamed),1.4,7\nd,--,1.6,7\n"
                + "e,None,1.8,7\nf,Nana,2,7\ng,Unknownville,2.2,7\n");
    Imported<NetworkNode> read =
        new LayerImport(CountryLookup.NONE).nodes(file, LayerKind.NODES, "TGO", null);
    assertThat(read.records())
        .extracting(NetworkNode::name)
        .containsExactly("", "", "", "", "", "Nana", "Unknownville");
    assertThat(read.report().findings())
        .extracting(Finding::code)
        .filteredOn("nameNone"::equals)
        .hasSizeGreaterThanOrEqualTo(3);
  }

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
