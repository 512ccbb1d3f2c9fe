package org.kiungo.web.crash;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.kiungo.web.ServerProcess;

/** Clients that read, how long they wait and what they are answered. */
final class Readers {

  private final ServerProcess server;
  private final List<String> addresses;
  private final Queue<Double> waitedMs = new ConcurrentLinkedQueue<>();

  /** How often which status. */
  final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

  Readers(ServerProcess server, String plan) {
    this.server = server;
    this.addresses =
        List.of("/", "/api/v1/plans", "/api/v1/plans/" + plan, "/api/v1/plans/" + plan + "/points");
  }

  /** One of the addresses, in turn. */
  void read(int number) throws IOException, InterruptedException {
    long began = System.nanoTime();
    count(server.get(addresses.get(number % addresses.size())));
    waitedMs.add((System.nanoTime() - began) / 1e6);
  }

  void count(HttpResponse<String> answer) {
    statuses.merge(answer.statusCode(), 1, Integer::sum);
  }

  /** p99 of reads while nobody else asks; forgets them. */
  double aloneMs(int reads) throws IOException, InterruptedException {
    for (int k = 0; k < reads; k++) {
      read(k);
    }
    double p99 = atMs(0.99);
    waitedMs.clear();
    return p99;
  }

  double atMs(double quantile) {
    double[] sorted = waitedMs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[(int) (quantile * (sorted.length - 1))];
  }
}
