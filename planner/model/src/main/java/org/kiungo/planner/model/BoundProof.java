package org.kiungo.planner.model;

import java.util.Arrays;
import java.util.List;

/**
 * The proof of a certificate's bound as one file: the candidate graph, prices of money and the
 * raises of dual ascents, from which anybody can compute the bound again. Format:
 *
 * <pre>
 * "KIUNGO BOUND PROOF 6\n"                   US-ASCII
 * districts    number, then 8 bytes each     weight of a district's share of people, IEEE 754, by
 *              country and district, those with people only; 0 districts = a person counts as one
 * settlements  number, towers number         places, in the order of the folder's files
 * per place    number of links to later places, then the steps between their indices
 *              number of links to roots, then per root the bytes of its id and the id in UTF-8
 * per settlement  number of options, then per option
 *              technology, place + 1         index in catalogue and places; 0 = free-standing
 * branch       number: 0 = a bound follows; 1 = nothing follows: its plans are worth at most what
 *              those are worth whom it lets be served; 2 = nothing follows: its plans cost at least
 *              what its decisions force; else 3 + 3 k + what is decided on, then the branch where
 *              that is so, then the branch where it is not:
 *              0 = settlement k is served; 1 = its settlement takes option k, all options counted
 *              on; 2 = place k leads to the network by one link or not at all, which goes to
 *              (a further number): 0 = satellites, 1 and 2 = its roots, 3 + another place
 * per bound    price                         8 bytes, IEEE 754 big endian: value per cent (value =
 *              millionths of weighted people)
 *              ceiling                       cents; options and links dearer than this are left out
 *              countries number, then per country with a budget of its own
 *              its code, 3 bytes, and the price of what it pays for, 8 bytes, no lower than that of
 *              all else; what is dearer than its budget is left out too
 *              charging                      links pay for load: 0 = by whole systems of one
 *              settlement, 1 = by what each loads, 2 = not at all
 *              number of shares, then per share
 *              option, share                 option as a difference from the one before, all
 *              settlements' counted on; what its settlement pays for the site of that option, in
 *              value. A site with shares is charged nothing else: whichever settlements it serves,
 *              their shares are no more than its units then cost
 *              number of raises, then per raise
 *              settlement, Δ                 settlement as a difference from the one before, folded
 * </pre>
 *
 * Every plan belongs to a branch, so the worst bound of all of them holds for every plan.
 *
 * <p>Numbers are unsigned LEB128; a difference d is folded to 2d or −2d − 1. What each link and
 * option is charged, and when a raise is valid, is told by {@code PricedForest}, {@code LinkLoads},
 * {@code Pools} and {@code LoadedAscent}, and again by the verifier.
 *
 * @param bytes the file; not copied, not to be changed
 * @param rows of a programme, the same for each row of its certificate, in place of one file
 */
public record BoundProof(byte[] bytes, List<BoundProof> rows) {

  /** What the file begins with in every version of its format. */
  public static final String NAME = "KIUNGO BOUND PROOF ";

  /** Of the format. */
  public static final String VERSION = "6";

  /** First bytes of the file. */
  public static final String HEAD = NAME + VERSION + "\n";

  /** No proof: the bound follows from its price alone, or is not proven in the folder. */
  public static final BoundProof NONE = new BoundProof(new byte[0]);

  public BoundProof {
    rows = List.copyOf(rows);
  }

  /** One file. */
  public BoundProof(byte[] bytes) {
    this(bytes, List.of());
  }

  /** True when there is no file, though there may be some of rows. */
  public boolean isNone() {
    return bytes.length == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BoundProof proof
        && Arrays.equals(bytes, proof.bytes)
        && rows.equals(proof.rows);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + rows.hashCode();
  }

  @Override
  public String toString() {
    return "proof of " + bytes.length + " bytes";
  }
}
