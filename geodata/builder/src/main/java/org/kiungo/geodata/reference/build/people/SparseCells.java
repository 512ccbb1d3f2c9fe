package org.kiungo.geodata.reference.build.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers what is left in cells without a named place. Cells with fewer than 100 people are joined
 * within blocks of 10′, and what is then still sparser within blocks of 30′: half of all cells hold
 * so few, 0.2 % of Africa's people together, and the grid's model spreads them over empty land.
 * They are taken to live in the middle of the fullest of the cells joined.
 */
final class SparseCells {

  static final long FEWEST_PEOPLE = 100;
  private static final int[] BLOCKS = {2, 6};

  /** People in the middle of one cell, with the land of all that were joined. */
  record Group(int cell, long people, double areaKm2) {}

  private record Draft(int cell, long most, long people, double areaKm2) {

    Draft with(Draft other) {
      boolean fuller = other.most > most;
      return new Draft(
          fuller ? other.cell : cell,
          Math.max(most, other.most),
          people + other.people,
          areaKm2 + other.areaKm2);
    }
  }

  private SparseCells() {}

  /** Groups in the order of their cells. */
  static List<Group> of(CountryCells cells) {
    List<Draft> drafts = new ArrayList<>();
    for (int k = 0; k < cells.size(); k++) {
      long people = cells.rest[k];
      if (people > 0) {
        drafts.add(new Draft(k, people, people, cells.take(k, people)));
      }
    }
    for (int block : BLOCKS) {
      drafts = joined(drafts, cells, block);
    }
    Map<Integer, Group> sorted = new TreeMap<>();
    drafts.forEach(d -> sorted.put(d.cell, new Group(d.cell, d.people, d.areaKm2)));
    return List.copyOf(sorted.values());
  }

  private static List<Draft> joined(List<Draft> drafts, CountryCells cells, int block) {
    List<Draft> result = new ArrayList<>();
    Map<Long, Draft> sparse = new TreeMap<>();
    for (Draft each : drafts) {
      if (each.people >= FEWEST_PEOPLE) {
        result.add(each);
      } else {
        long column = cells.column(each.cell) / block;
        long row = cells.row(each.cell) / block;
        sparse.merge(row << 32 | column, each, Draft::with);
      }
    }
    result.addAll(sparse.values());
    return result;
  }
}
