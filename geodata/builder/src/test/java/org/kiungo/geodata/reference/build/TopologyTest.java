package org.kiungo.geodata.reference.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.build.Topology.Vertex;

/**
 * Two squares side by side:
 *
 * <pre>
 *  (0,1)──(1,1)──(2,1)
 *    │  A   │  B   │
 *  (0,0)──(1,0)──(2,0)
 * </pre>
 */
class TopologyTest {

  private static final List<Vertex> A = ring(0, 0, 1, 0, 1, 1, 0, 1);
  private static final List<Vertex> B = ring(1, 0, 2, 0, 2, 1, 1, 1);

  private static List<Vertex> ring(int... xy) {
    return java.util.stream.IntStream.range(0, xy.length / 2)
        .mapToObj(k -> new Vertex(xy[2 * k], xy[2 * k + 1]))
        .toList();
  }

  @Test
  void neighboursShareTheirBorderAsOneArc() {
    Topology topology = new Topology();
    topology.survey(A);
    topology.survey(B);
    List<Integer> a = topology.cut(A, "A");
    List<Integer> b = topology.cut(B, "B");
    assertThat(topology.arcs()).hasSize(3);
    assertThat(topology.between("A", "B")).hasSize(1);
    int shared = topology.between("A", "B").get(0);
    assertThat(a).contains(shared);
    assertThat(b).contains(~shared);
    assertThat(topology.arcs().get(shared)).containsExactly(new Vertex(1, 0), new Vertex(1, 1));
  }

  @Test
  void anIslandIsOneClosedArc() {
    Topology topology = new Topology();
    topology.survey(A);
    assertThat(topology.cut(A, "A")).containsExactly(0);
    assertThat(topology.arcs().get(0)).startsWith(new Vertex(0, 0)).endsWith(new Vertex(0, 0));
  }

  @Test
  void aCutSplitsABorder() {
    Topology topology = new Topology();
    topology.survey(A);
    topology.cutAt(new Vertex(0, 0));
    topology.cutAt(new Vertex(1, 1));
    assertThat(topology.cut(A, "A")).hasSize(2);
  }
}
