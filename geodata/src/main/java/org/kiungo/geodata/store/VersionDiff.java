package org.kiungo.geodata.store;

import java.util.List;

/**
 * What a later version changes, by feature id, each list sorted.
 *
 * @param added only in the later version
 * @param changed in both, with another geometry or attribute
 * @param removed only in the earlier version
 */
public record VersionDiff(List<String> added, List<String> changed, List<String> removed) {

  public VersionDiff {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }
}
