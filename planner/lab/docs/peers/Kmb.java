import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.steiner.KouMarkowskyBermanAlgorithm;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/** Prints the weight of jgrapht's Steiner tree for an STP file and the seconds it took. */
class Kmb {

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    Graph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    Set<Integer> terminals = new HashSet<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] words = line.trim().split("\\s+");
      if (words[0].equals("E")) {
        int u = Integer.parseInt(words[1]);
        int v = Integer.parseInt(words[2]);
        graph.addVertex(u);
        graph.addVertex(v);
        DefaultWeightedEdge edge = u == v ? null : graph.addEdge(u, v);
        if (edge != null) {
          graph.setEdgeWeight(edge, Double.parseDouble(words[3]));
        }
      } else if (words[0].equals("T")) {
        terminals.add(Integer.parseInt(words[1]));
      }
    }
    double weight = new KouMarkowskyBermanAlgorithm<>(graph).getSteinerTree(terminals).getWeight();
    System.out.println(weight + " " + (System.nanoTime() - start) / 1e9);
  }
}
