package org.kiungo.web.placement;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.kiungo.planner.CombinedPlanning;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.servicefolder.ServiceAnswer;
import org.kiungo.planner.servicefolder.ServiceFolder;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.run.RunEvents;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.system.ApiRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Places e-services one request after another and keeps what was found as folders. What waits or
 * runs when the server stops is placed when it starts again; what was interrupted twice is failed.
 */
@Service
class Placements {

  private static final Logger LOG = LoggerFactory.getLogger(Placements.class);
  private static final int QUEUE_LIMIT = 20;
  private static final int MOST_ATTEMPTS = 2;
  private static final String AGREEMENT = "agreement.json";
  private static final List<String> FILES =
      List.of("service-plan.json", "service-problem.json", "services.geojson");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Plans plans;
  private final Path root;
  private final Map<String, LivePlacement> live = new LinkedHashMap<>();
  private final Map<String, String> idByKey = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "placement"));
  private volatile boolean closing;

  Placements(Plans plans, DataFolder data) {
    this.plans = plans;
    this.root = data.folder("placements");
  }

  /**
   * Queues a placement.
   *
   * @param key the same key with the same body gives the same placement; null for none
   */
  synchronized String start(PlacementBody body, String key) {
    if (key != null && idByKey.containsKey(key)) {
      LivePlacement known = live.get(idByKey.get(key));
      if (!known.body.text().equals(body.text())) {
        throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "run.key-reused", key);
      }
      return known.id;
    }
    if (body.planId() == null) {
      ServicePlacer.today(body.countries());
    } else {
      plans.find(body.planId()).orElseThrow(() -> ApiRefusal.unknown("plan", body.planId()));
    }
    if (live.values().stream().filter(each -> !each.state().isOver()).count() >= QUEUE_LIMIT) {
      throw new ApiRefusal(
          HttpStatus.SERVICE_UNAVAILABLE, "run.queue-full", String.valueOf(QUEUE_LIMIT));
    }
    LivePlacement placement =
        new LivePlacement(UUID.randomUUID().toString(), body, Waiting.of(body));
    keep(placement);
    live.put(placement.id, placement);
    if (key != null) {
      idByKey.put(key, placement.id);
    }
    thread.execute(() -> work(placement));
    return placement.id;
  }

  /** Takes up what the last stop of the server left behind. */
  @PostConstruct
  synchronized void resume() {
    for (Path folder : folders()) {
      String id = folder.getFileName().toString();
      Waiting left = Waiting.read(folder).orElse(null);
      if (left == null || ServiceFolder.isOne(folder) || live.containsKey(id)) {
        continue;
      }
      LivePlacement placement;
      try {
        placement =
            new LivePlacement(
                id,
                PlacementBody.read(left.body().getBytes(StandardCharsets.UTF_8)),
                left.failure().isEmpty() && left.attempts() >= MOST_ATTEMPTS
                    ? left.failed("run.interrupted", List.of())
                    : left);
      } catch (InputRefused refused) {
        placement = new LivePlacement(id, null, left.failed(refused));
      }
      live.put(id, placement);
      if (placement.state() == Placement.State.QUEUED) {
        LivePlacement again = placement;
        thread.execute(() -> work(again));
      }
    }
  }

  private void keep(LivePlacement placement) {
    try {
      placement.waiting().write(root.resolve(placement.id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void work(LivePlacement placement) {
    if (closing) {
      return;
    }
    if (placement.isStopped()) {
      placement.refuse(new InputRefused("placement.stopped"));
      keep(placement);
      return;
    }
    placement.begin();
    try {
      keep(placement);
      PlacementBody body = placement.body;
      ServicePlacer placer =
          body.planId() == null
              ? ServicePlacer.today(body.countries())
              : ServicePlacer.over(plans.getFolder(body.planId()));
      BooleanSupplier stop = () -> closing || placement.isStopped();
      if (body.iterate()) {
        together(placement, placer, stop);
      } else {
        ServiceFolder found = placer.place(body.request(), placement, stop);
        if (!closing) {
          found.write(root.resolve(placement.id));
        }
      }
      placement.end(placement.isStopped() ? Placement.State.STOPPED : Placement.State.FINISHED);
    } catch (InputRefused refused) {
      placement.refuse(refused);
      keep(placement);
    } catch (IOException | RuntimeException | OutOfMemoryError fault) {
      String id = UUID.randomUUID().toString();
      LOG.error("fault {} in placement {}", id, placement.id, fault);
      placement.fail(id);
      keep(placement);
    }
  }

  /** Plan and services in turn until both agree: one folder holds both. */
  private void together(LivePlacement placement, ServicePlacer placer, BooleanSupplier stop)
      throws IOException {
    PlacementBody body = placement.body;
    Path out = root.resolve(placement.id);
    CombinedPlanning.Combined found =
        placer.combine(plans.getFolder(body.planId()).scenario(), body.request(), placement, stop);
    if (!closing) {
      Planner.folder(placer.problem(), found.plan()).write(out);
      Files.write(out.resolve(AGREEMENT), JSON.writeValueAsBytes(Agreement.of(found)));
      Durable.file(out.resolve(AGREEMENT));
      Durable.folder(out);
      placer.folder(body.request(), found).write(out);
    }
  }

  synchronized Placement get(String id, Words words) {
    LivePlacement placement = live.get(id);
    if (placement != null) {
      return placement.shown(words, files(id));
    }
    if (files(id).isEmpty()) {
      throw ApiRefusal.unknown("placement", id);
    }
    return new Placement(
        id, Placement.State.FINISHED, "", 1, Double.NaN, Double.NaN, Double.NaN, files(id), null);
  }

  /** Those of this process and those found before, newest last. */
  List<Placement> list(Words words) {
    List<String> ids = new ArrayList<>();
    synchronized (this) {
      ids.addAll(live.keySet());
    }
    folders().stream()
        .filter(ServiceFolder::isOne)
        .map(each -> each.getFileName().toString())
        .filter(id -> !ids.contains(id))
        .forEach(ids::add);
    return ids.stream().map(id -> get(id, words)).toList();
  }

  synchronized void stop(String id) {
    LivePlacement placement = live.get(id);
    if (placement != null) {
      placement.stop();
    }
  }

  synchronized RunEvents events(String id) {
    LivePlacement placement = live.get(id);
    if (placement != null) {
      return placement.events;
    }
    get(id, Words.in("en"));
    RunEvents events = new RunEvents(0);
    events.add("finished", Map.of("id", id, "state", Placement.State.FINISHED), true);
    return events;
  }

  private List<Path> folders() {
    try (Stream<Path> folders = Files.list(root)) {
      return folders.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> files(String id) {
    if (!id.matches("[0-9a-f-]{36}") || !ServiceFolder.isOne(root.resolve(id))) {
      return List.of();
    }
    List<String> files = new ArrayList<>(FILES);
    if (Files.exists(root.resolve(id).resolve(AGREEMENT))) {
      files.add(AGREEMENT);
    }
    return files;
  }

  Path file(String id, String name) {
    if (!files(id).contains(name)) {
      throw ApiRefusal.unknown("placement", id + "/" + name);
    }
    return root.resolve(id).resolve(name);
  }

  List<ServiceAnswer> explain(String id, String user) {
    return ServiceAnswer.of(file(id, "services.geojson").getParent(), user);
  }

  @PreDestroy
  void close() throws InterruptedException {
    closing = true;
    thread.shutdown();
    if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
      LOG.warn("a placement did not stop in time");
    }
  }
}
