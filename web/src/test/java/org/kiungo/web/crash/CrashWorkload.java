package org.kiungo.web.crash;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.kiungo.web.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients that comment, share, import and plan until their server is gone. */
final class CrashWorkload {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Of an answer that was not expected, characters. */
  private static final int TOLD = 1_000;

  private final ServerProcess server;
  private final Ledger ledger;
  private final String plan;
  private final String name;
  private final Random random;
  private volatile boolean stopped;

  CrashWorkload(ServerProcess server, Ledger ledger, String plan, String name, Random random) {
    this.server = server;
    this.ledger = ledger;
    this.plan = plan;
    this.name = name;
    this.random = random;
  }

  /** One endless client each. */
  List<Callable<Void>> clients() {
    return List.of(
        () -> endless(this::comment),
        () -> endless(this::share),
        () -> endless(this::importTowers),
        () -> endless(this::planAndWatch));
  }

  /** Those of them that give the server much to do. */
  List<Callable<Void>> heavy() {
    return List.of(() -> endless(this::importTowers), () -> endless(this::planAndWatch));
  }

  /** Something to ask, once. */
  private interface Step {
    void at(int number) throws IOException, InterruptedException;
  }

  /** Lets the clients end after what they are at. */
  void stop() {
    stopped = true;
  }

  private Void endless(Step step) throws InterruptedException {
    try {
      for (int number = 0; !stopped; number++) {
        step.at(number);
      }
      return null;
    } catch (IOException gone) {
      return null;
    }
  }

  private void comment(int number) throws IOException, InterruptedException {
    String text = name + ", comment " + number;
    HttpResponse<String> answer =
        server.post(
            "/api/v1/plans/" + plan + "/comments",
            "{\"kind\": \"FIGURE\", \"target\": \"capexUsd\", \"text\": \"" + text + "\"}");
    if (succeeded(answer)) {
      ledger.comments.add(text);
    }
  }

  private void share(int number) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        server.post("/api/v1/plans/" + plan + "/shares", "{\"label\": \"" + name + "\"}");
    if (succeeded(answer)) {
      ledger.shares.add(JSON.readTree(answer.body()).get("id").asString());
    }
  }

  private void importTowers(int number) throws IOException, InterruptedException {
    int rows = 50 + random.nextInt(500);
    StringBuilder csv = new StringBuilder("id,name,lon,lat\n");
    for (int k = 0; k < rows; k++) {
      csv.append("%s-%d-%d,Mast %d,%f,%f\n".formatted(name, number, k, k, 28 + k * 1e-4, -29.5));
    }
    HttpResponse<String> answer =
        server.upload(
            "/api/v1/datasets",
            csv.toString(),
            List.of(
                "layer=towers", "country=LSO", "source=rig", "licence=CC0-1.0", "note=any rows"));
    JsonNode told = succeeded(answer) ? ended(JSON.readTree(answer.body())) : null;
    if (told != null) {
      JsonNode version = told.get("version");
      ledger.imports.put(
          version.get("datasetId").asString() + "/" + version.get("version").asInt(),
          version.get("features").asLong());
    }
  }

  /** An import that was taken and not ended soon is asked for until it has; null if it failed. */
  private JsonNode ended(JsonNode answer) throws IOException, InterruptedException {
    JsonNode now = answer;
    while (!now.get("stored").asBoolean()) {
      Thread.sleep(200);
      HttpResponse<String> asked =
          server.get("/api/v1/imports/" + now.get("job").get("id").asString());
      now = asked.statusCode() == 200 ? JSON.readTree(asked.body()) : now;
      if (now.path("job").path("state").asString("").equals("FAILED")) {
        ledger.unexpected.add("an import failed: " + now.get("job"));
        return null;
      }
    }
    return now;
  }

  /** A run of some seconds; its best value is written down as it rises. */
  private void planAndWatch(int number) throws IOException, InterruptedException {
    HttpResponse<String> begun =
        server.post(
            "/api/v1/runs",
            "{\"countries\": [\"SYC\"], \"budgetUsd\": 1000000, \"steps\": 400, \"name\": \""
                + name
                + "-"
                + number
                + "\"}");
    if (!succeeded(begun)) {
      return;
    }
    String id = JSON.readTree(begun.body()).get("id").asString();
    ledger.runs.add(id);
    for (int look = 0; look < 50; look++) {
      JsonNode run = JSON.readTree(server.get("/api/v1/runs/" + id).body());
      if (run.path("planId").isString()) {
        return;
      }
      Thread.sleep(20);
    }
  }

  private boolean succeeded(HttpResponse<String> answer) throws InterruptedException {
    boolean good = answer.statusCode() / 100 == 2;
    if (!good) {
      ledger.refused.merge(answer.statusCode(), 1, Integer::sum);
      if (answer.statusCode() != 503 && answer.statusCode() != 507) {
        String told = answer.uri() + ": " + answer.body();
        ledger.unexpected.add(told.substring(0, Math.min(told.length(), TOLD)));
      }
      Thread.sleep(20);
    }
    return good;
  }
}
