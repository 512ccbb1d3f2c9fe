package org.kiungo.planner.verify.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Branches of a proof: bounds are single bytes here. Every settlement has two options; place 0 has
 * two links, one of them by two media, place 1 has one.
 */
class ProofBranchTest {

  /** Number of a decision: {@code kind + 3 · index}, after three that decide nothing. */
  private static int serves(int settlement) {
    return 3 + 3 * settlement;
  }

  private static int takes(int option) {
    return 4 + 3 * option;
  }

  private static int leads(int place) {
    return 5 + 3 * place;
  }

  private final List<String> seen = new ArrayList<>();

  private String read(int settlements, int... bytes) throws IOException {
    byte[] file = new byte[bytes.length];
    for (int k = 0; k < file.length; k++) {
      file[k] = (byte) bytes[k];
    }
    ProofReader proof = new ProofReader(new ByteArrayInputStream(file));
    int[] first = new int[settlements + 1];
    Arrays.setAll(first, i -> 2 * i);
    ProofBranch.Shape shape =
        new ProofBranch.Shape(first, 2, new int[] {0, 0, 3, 4}, new int[] {1, 4, 4, 3});
    return new ProofBranch(proof, shape)
        .readAll(
            new ProofBranch.Ends() {
              @Override
              public String priced(ProofBranch branch) throws IOException {
                int bound = proof.octet();
                seen.add(decided(branch) + bound);
                return bound == 99 ? "wrong" : null;
              }

              @Override
              public String worthless(ProofBranch branch) {
                seen.add(decided(branch) + "w");
                return null;
              }

              @Override
              public String forced(ProofBranch branch) {
                seen.add(decided(branch) + "f");
                return null;
              }

              private String decided(ProofBranch branch) {
                StringBuilder decided = new StringBuilder();
                for (int i = 0; i < settlements; i++) {
                  boolean one = branch.isOptionOut(2 * i);
                  boolean other = branch.isOptionOut(2 * i + 1);
                  String left = one && other ? "-" : one ? "2" : other ? "1" : "";
                  decided.append(branch.serves(i) ? "+" : left.isEmpty() ? "." : "").append(left);
                }
                for (int a = 0; a < 4; a++) {
                  decided.append(branch.isArcOut(a) ? "/" + a : "");
                }
                return decided + " ";
              }
            });
  }

  @Test
  void oneBoundHoldsForAll() throws IOException {
    assertThat(read(3, 0, 7)).isNull();
    assertThat(seen).containsExactly("... 7");
  }

  @Test
  void everyPlanBelongsToOneBranch() throws IOException {
    // settlement 1: served, then settlement 0 either way; left out
    assertThat(read(3, serves(1), serves(0), 0, 5, 0, 6, 0, 7)).isNull();
    assertThat(seen).containsExactly("++. 5", "-+. 6", ".-. 7");
  }

  @Test
  void oneOptionOrTheOthersOrNone() throws IOException {
    assertThat(read(2, takes(2), 0, 5, takes(3), 1, 2)).isNull();
    assertThat(seen).containsExactly(".+1 5", ".+2 w", ".- f");
  }

  @Test
  void aPlaceLeadsOverOneLinkOfAnyMediumOrOverOthers() throws IOException {
    assertThat(read(1, leads(0), 4, 0, 5, 0, 6)).isNull();
    assertThat(seen).containsExactly("./0 5", "./1/2 6");
  }

  @Test
  void whatIsNotThereCannotBeDecidedOn() {
    for (int decision : new int[] {serves(1), takes(2), leads(2)}) {
      assertThatThrownBy(() -> read(1, decision, 0, 0, 5, 0, 6))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aBranchThatIsMissingIsRefused() {
    assertThatThrownBy(() -> read(3, serves(1), 0, 5)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void moreThanTheBranchesIsRefused() throws IOException {
    assertThat(read(3, serves(1), 0, 5, 0, 6, 0)).contains("after its end");
  }

  @Test
  void aSettlementDecidedOnTwiceIsRefused() throws IOException {
    assertThat(read(3, serves(1), serves(1), 0, 5, 0, 6, 0, 7)).contains("twice");
  }

  @Test
  void oneWrongBoundIsEnough() throws IOException {
    assertThat(read(3, serves(1), 0, 5, 0, 99)).isEqualTo("wrong");
    assertThat(read(3, serves(1), 0, 99, 0, 5)).isEqualTo("wrong");
  }

  @Test
  void endlessBranchesAreRefused() throws IOException {
    int[] deep = new int[5_000];
    Arrays.fill(deep, takes(0));
    assertThat(read(3, deep)).contains("too many");
  }
}
