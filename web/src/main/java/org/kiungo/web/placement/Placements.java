package org.kiungo.web.placement;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.Stream;
import org.kiungo.planner.folder.ServiceAnswer;
import org.kiungo.planner.folder.ServiceFolder;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.run.RunEvents;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.system.ApiRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Places e-services one request after another and keeps what was found as folders. What waits or
 * runs when the server stops is lost; what was found stays.
 */
@Service
class Placements {

  private static final Logger LOG = LoggerFactory.getLogger(Placements.class);
  private static final int QUEUE_LIMIT = 20;
  private static final List<String> FILES =
      List.of("service-plan.json", "service-problem.json", "services.geojson");

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
    LivePlacement placement = new LivePlacement(UUID.randomUUID().toString(), body);
    live.put(placement.id, placement);
    if (key != null) {
      idByKey.put(key, placement.id);
    }
    thread.execute(() -> work(placement));
    return placement.id;
  }

  private void work(LivePlacement placement) {
    if (placement.isStopped() || closing) {
      placement.end(Placement.State.STOPPED);
      return;
    }
    placement.begin();
    try {
      PlacementBody body = placement.body;
      ServicePlacer placer =
          body.planId() == null
              ? ServicePlacer.today(body.countries())
              : ServicePlacer.over(plans.getFolder(body.planId()));
      placer
          .place(body.request(), placement, () -> closing || placement.isStopped())
          .write(root.resolve(placement.id));
      placement.end(placement.isStopped() ? Placement.State.STOPPED : Placement.State.FINISHED);
    } catch (InputRefused refused) {
      placement.refuse(refused);
    } catch (IOException | RuntimeException | OutOfMemoryError fault) {
      String id = UUID.randomUUID().toString();
      LOG.error("fault {} in placement {}", id, placement.id, fault);
      placement.fail(id);
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
    try (Stream<Path> folders = Files.list(root)) {
      folders
          .filter(ServiceFolder::isOne)
          .map(each -> each.getFileName().toString())
          .filter(id -> !ids.contains(id))
          .sorted()
          .forEach(ids::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private List<String> files(String id) {
    return id.matches("[0-9a-f-]{36}") && ServiceFolder.isOne(root.resolve(id)) ? FILES : List.of();
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
