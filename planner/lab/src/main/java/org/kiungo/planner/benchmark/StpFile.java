package org.kiungo.planner.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * An undirected Steiner instance in SteinLib's STP format (Koch, Martin and Voß, SteinLib: an
 * updated library on Steiner tree problems in graphs, ZIB report 00-37), with {@code TP} lines for
 * prizes. Decimal costs are scaled to integers by a power of ten.
 *
 * @param graph every {@code E} line as a link
 * @param cost per arc, scaled
 * @param penalty per vertex: {@link ArborescenceInstance#MANDATORY} for {@code T}, the scaled prize
 *     for {@code TP}, else 0
 * @param scale integer units per unit of the file
 */
record StpFile(Digraph graph, long[] cost, long[] penalty, long scale) {

  private static final int MOST_DECIMALS = 6;

  static StpFile read(Path file) throws IOException {
    return new Reader(file).read();
  }

  /** Collects the lines that matter; everything else in the file is commentary. */
  private static final class Reader {

    private final Path file;
    private final List<int[]> ends = new ArrayList<>();
    private final List<BigDecimal> costs = new ArrayList<>();
    private final List<Integer> terminals = new ArrayList<>();
    private final List<BigDecimal> prizes = new ArrayList<>();
    private int nodes = -1;
    private int lineNumber;
    private int decimals;

    Reader(Path file) {
      this.file = file;
    }

    StpFile read() throws IOException {
      try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lineNumber++;
          try {
            take(new StringTokenizer(line));
          } catch (NumberFormatException | java.util.NoSuchElementException e) {
            throw new InputRefused(
                "benchmark.stp.line", "file", file.getFileName(), "line", lineNumber, "text", line);
          }
        }
      }
      if (nodes < 1 || terminals.isEmpty()) {
        throw new InputRefused("benchmark.stp.empty", "file", file.getFileName());
      }
      return build();
    }

    private void take(StringTokenizer words) {
      if (!words.hasMoreTokens()) {
        return;
      }
      switch (words.nextToken()) {
        case "Nodes" -> nodes = Integer.parseInt(words.nextToken());
        case "E" -> {
          int u = vertex(words.nextToken());
          int v = vertex(words.nextToken());
          BigDecimal cost = number(words.nextToken());
          if (u != v) {
            ends.add(new int[] {u, v});
            costs.add(cost);
          }
        }
        case "T" -> {
          terminals.add(vertex(words.nextToken()));
          prizes.add(null);
        }
        case "TP" -> {
          terminals.add(vertex(words.nextToken()));
          prizes.add(number(words.nextToken()));
        }
        default -> {
          // headings, coordinates and comments
        }
      }
    }

    private int vertex(String word) {
      int v = Integer.parseInt(word);
      if (v < 1 || v > nodes) {
        throw new NumberFormatException(word);
      }
      return v - 1;
    }

    private BigDecimal number(String word) {
      BigDecimal number = new BigDecimal(word).stripTrailingZeros();
      if (number.signum() < 0 || number.scale() > MOST_DECIMALS) {
        throw new NumberFormatException(word);
      }
      decimals = Math.max(decimals, number.scale());
      return number;
    }

    private StpFile build() {
      Digraph.Builder builder = Digraph.builder(nodes);
      long[] cost = new long[2 * ends.size()];
      for (int k = 0; k < ends.size(); k++) {
        builder.edge(ends.get(k)[0], ends.get(k)[1]);
        cost[2 * k] = scaled(costs.get(k));
        cost[2 * k + 1] = cost[2 * k];
      }
      long[] penalty = new long[nodes];
      for (int k = 0; k < terminals.size(); k++) {
        penalty[terminals.get(k)] =
            prizes.get(k) == null ? ArborescenceInstance.MANDATORY : scaled(prizes.get(k));
      }
      Digraph graph = builder.build();
      return new StpFile(
          graph, graph.arranged(cost), penalty, BigDecimal.TEN.pow(decimals).longValueExact());
    }

    private long scaled(BigDecimal number) {
      return number.scaleByPowerOfTen(decimals).longValueExact();
    }
  }
}
