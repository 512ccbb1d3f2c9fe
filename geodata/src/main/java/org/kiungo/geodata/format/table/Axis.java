package org.kiungo.geodata.format.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kiungo.geodata.format.geometry.RawGeometry;

/**
 * How a table writes one of the two coordinates: in one column, or degrees, minutes and seconds in
 * columns of their own; its hemisphere in the cells, in a column or in the heading.
 *
 * @param degrees index of the column, −1 for none
 * @param minutes index of theirs, −1 where there is none
 * @param seconds likewise
 * @param side index of the column of hemispheres, −1 where there is none
 * @param negative whether the heading says south or west
 */
record Axis(int degrees, int minutes, int seconds, int side, boolean negative) {

  private static final Set<String> DEGREES =
      Set.of("deg degre degres degree degrees grau graus grado grados d درجة درجات".split(" "));

  private static final Set<String> MINUTES =
      Set.of("min mins mn minute minutes minuto minutos m دقيقة دقائق".split(" "));

  private static final Set<String> SECONDS =
      Set.of(
          "sec secs seg second seconds seconde secondes segundo segundos s ثانية ثواني".split(" "));

  private static final Set<String> SIDES =
      Set.of("hemisphere hemi hem dir direction ns ew eo we sens hemisferio".split(" "));

  private static final Set<String> NORTH = Set.of("n nord north norte شمال شمالا".split(" "));
  private static final Set<String> SOUTH = Set.of("s sud south sul sur جنوب جنوبا".split(" "));
  private static final Set<String> EAST = Set.of("e est east este l leste شرق شرقا".split(" "));
  private static final Set<String> WEST = Set.of("w west ouest oeste o غرب غربا".split(" "));

  private static final Set<String> OF_SIDES =
      Stream.of(NORTH, SOUTH, EAST, WEST)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** Of no column. */
  static Axis none() {
    return new Axis(-1, -1, -1, -1, false);
  }

  /** The one whose degrees stand in a column. */
  static Axis of(List<String> columns, int at) {
    if (at < 0) {
      return none();
    }
    List<List<String>> words = columns.stream().map(Axis::words).toList();
    List<String> own = without(words.get(at), DEGREES);
    int minutes = part(words, own, MINUTES, at, 1);
    int seconds = minutes < 0 ? -1 : part(words, own, SECONDS, at, 2);
    int side = part(words, own, SIDES, at, 0);
    boolean sided = saysSide(columns.get(at)) > 0;
    boolean negative = sided && (says(words.get(at), SOUTH) || says(words.get(at), WEST));
    return new Axis(at, minutes, seconds, side, negative);
  }

  /** Whether a heading says one hemisphere: 1 for north or south, 2 for east or west, else 0. */
  static int saysSide(String heading) {
    List<String> words = words(heading);
    boolean lat = says(words, NORTH) != says(words, SOUTH);
    boolean lon = says(words, EAST) != says(words, WEST);
    return lat == lon ? 0 : lat ? 1 : 2;
  }

  /** What a heading says beside its hemisphere. */
  static List<String> withoutSide(String heading) {
    return without(words(heading), OF_SIDES);
  }

  /** Which hemisphere is all that a cell says beside its figures, as {@link #saysSide}. */
  static int sideOf(Object cell) {
    String letters = cell == null ? "" : cell.toString().replaceAll("[^\\p{L}]+", " ").strip();
    return letters.isEmpty() || letters.indexOf(' ') >= 0 ? 0 : saysSide(letters);
  }

  /** All columns in which it stands. */
  IntStream columns() {
    return IntStream.of(degrees, minutes, seconds, side).filter(each -> each >= 0);
  }

  private static int part(
      List<List<String>> words, List<String> own, Set<String> unit, int at, int after) {
    for (int k = 0; k < words.size(); k++) {
      List<String> said = words.get(k);
      boolean named = k != at && says(said, unit) && without(said, unit).equals(own);
      boolean follows =
          after > 0
              && k == at + after
              && says(said, unit)
              && without(said, unit).stream().allMatch(each -> each.matches("\\d"));
      if (named || follows) {
        return k;
      }
    }
    return -1;
  }

  /** Words in small letters, without accents and articles; marks of parts are words too. */
  static List<String> words(String heading) {
    String marks =
        heading
            .replaceAll("[°º˚]", " deg ")
            .replaceAll("(?<![\\p{L}\\p{N}])(?:''|[\"″”])", " sec ")
            .replaceAll("(?<![\\p{L}\\p{N}])['’′](?![\\p{L}\\p{N}])", " min ")
            .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})", " ");
    String plain =
        Normalizer.normalize(marks, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
        .map(each -> each.startsWith("ال") && each.length() > 4 ? each.substring(2) : each)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private static boolean says(List<String> words, Set<String> any) {
    return words.stream().anyMatch(any::contains);
  }

  static List<String> without(List<String> words, Set<String> some) {
    List<String> left = new ArrayList<>(words);
    left.removeIf(some::contains);
    return left;
  }

  /**
   * A row's coordinate.
   *
   * @param whole what the cell of degrees says
   * @throws RawGeometry.Unusable for minutes or seconds beyond 59
   */
  double of(List<?> cells, double whole, boolean decimalComma) throws RawGeometry.Unusable {
    Object cell = cells.get(degrees);
    double size = Math.abs(whole);
    if (minutes >= 0 && size == Math.rint(size)) {
      size += below60(cells, minutes, decimalComma) / 60;
      size += seconds < 0 ? 0 : below60(cells, seconds, decimalComma) / 3600;
    }
    boolean minus = whole < 0 || cell.toString().strip().startsWith("-");
    boolean own = cell instanceof String text && text.chars().anyMatch(Character::isLetter);
    Object said = side < 0 ? null : cells.get(side);
    List<String> told = words(Objects.toString(said, ""));
    boolean other = says(told, SOUTH) || says(told, WEST);
    return minus || !own && (negative || other) ? -size : size;
  }

  private static double below60(List<?> cells, int column, boolean decimalComma)
      throws RawGeometry.Unusable {
    Object cell = cells.get(column);
    if (NumberText.isMissing(cell)) {
      return 0;
    }
    double value = NumberText.of(cell, decimalComma || cell.toString().indexOf(',') >= 0).value();
    if (!(value >= 0 && value < 60)) {
      throw new RawGeometry.Unusable("degreesImpossible", cell.toString());
    }
    return value;
  }
}
