package org.kiungo.planner.place.location;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringTokenizer;

/** Reads test instances; tests that need them are skipped aloud without the data folder. */
final class OrLibrary {

  private OrLibrary() {}

  static Path data(String relative) {
    String root = System.getenv("KIUNGO_DATA");
    if (root == null || root.isBlank()) {
      root = System.getProperty("kiungo.data", "../../shared/data");
    }
    Path file = Path.of(root).resolve(relative);
    assumeTrue(Files.exists(file), "skipped: " + relative + " is not in the data folder " + root);
    return file;
  }

  /** distance[i][j] of a pmed file, and p in the last row's only cell. */
  static double[][] pmed(Path file) throws IOException {
    StringTokenizer in = new StringTokenizer(Files.readString(file));
    int n = Integer.parseInt(in.nextToken());
    in.nextToken();
    int p = Integer.parseInt(in.nextToken());
    double[][] d = new double[n + 1][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(d[i], Double.POSITIVE_INFINITY);
      d[i][i] = 0;
    }
    while (in.hasMoreTokens()) {
      int a = Integer.parseInt(in.nextToken()) - 1;
      int b = Integer.parseInt(in.nextToken()) - 1;
      double c = Double.parseDouble(in.nextToken());
      d[a][b] = c;
      d[b][a] = c;
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
        }
      }
    }
    d[n][0] = p;
    return d;
  }
}
