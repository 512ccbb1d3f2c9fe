package org.kiungo.web.network;

/**
 * A drawing of a country's fibre that is there.
 *
 * @param id {@code built-in}, or dataset and version such as {@code id/3}
 * @param name as people know it
 * @param source who published it
 * @param licence under which it may be used
 * @param dated date of the data as the source states it, empty when not stated
 * @param version of its dataset; 0 for what Kiungo carries
 * @param current whether plans use this version now
 * @param lines how many
 * @param merged whether it was itself made by a merge
 */
public record Drawing(
    String id,
    String name,
    String source,
    String licence,
    String dated,
    int version,
    boolean current,
    long lines,
    boolean merged) {

  static final String BUILT_IN = "built-in";
}
