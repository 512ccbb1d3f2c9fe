package org.kiungo.web.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What servers acknowledged by a 2xx. */
final class Ledger {

  /** Texts of comments. */
  final List<String> comments = synchronizedList();

  /** Ids of share links. */
  final List<String> shares = synchronizedList();

  /** Accepted rows of versions, by dataset id and version. */
  final Map<String, Long> imports = new ConcurrentHashMap<>();

  /** Ids of runs. */
  final List<String> runs = synchronizedList();

  /** How often what was refused, by status. */
  final Map<Integer, Integer> refused = new ConcurrentHashMap<>();

  /** What was answered that is neither success nor a fault that passes: 503, 507. */
  final List<String> unexpected = synchronizedList();

  private static <T> List<T> synchronizedList() {
    return Collections.synchronizedList(new ArrayList<>());
  }

  /** How many acknowledged writes there are. */
  Map<String, Integer> counts() {
    return new TreeMap<>(
        Map.of(
            "comments", comments.size(),
            "imports", imports.size(),
            "runs", runs.size(),
            "shares", shares.size()));
  }
}
