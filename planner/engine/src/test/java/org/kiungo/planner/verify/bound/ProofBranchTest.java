package org.kiungo.planner.verify.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Branches of a proof: bounds are single bytes here. */
class ProofBranchTest {

  private final List<String> seen = new ArrayList<>();

  private String read(int settlements, int... bytes) throws IOException {
    byte[] file = new byte[bytes.length];
    for (int k = 0; k < file.length; k++) {
      file[k] = (byte) bytes[k];
    }
    ProofReader proof = new ProofReader(new ByteArrayInputStream(file));
    return new ProofBranch(proof, settlements)
        .readAll(
            branch -> {
              StringBuilder decided = new StringBuilder();
              for (int i = 0; i < settlements; i++) {
                decided.append(branch.serves(i) ? '+' : branch.leavesOut(i) ? '-' : '.');
              }
              int bound = proof.octet();
              seen.add(decided.toString() + bound);
              return bound == 99 ? "wrong" : null;
            });
  }

  @Test
  void oneBoundHoldsForAll() throws IOException {
    assertThat(read(3, 0, 7)).isNull();
    assertThat(seen).containsExactly("...7");
  }

  @Test
  void everyPlanBelongsToOneBranch() throws IOException {
    // settlement 1: served, then settlement 0 either way; left out
    assertThat(read(3, 2, 1, 0, 5, 0, 6, 0, 7)).isNull();
    assertThat(seen).containsExactly("++.5", "-+.6", ".-.7");
  }

  @Test
  void aBranchThatIsMissingIsRefused() {
    assertThatThrownBy(() -> read(3, 2, 0, 5)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void moreThanTheBranchesIsRefused() throws IOException {
    assertThat(read(3, 2, 0, 5, 0, 6, 0)).contains("after its end");
  }

  @Test
  void aSettlementDecidedOnTwiceIsRefused() throws IOException {
    assertThat(read(3, 2, 2, 0, 5, 0, 6, 0, 7)).contains("twice");
  }

  @Test
  void oneWrongBoundIsEnough() throws IOException {
    assertThat(read(3, 2, 0, 5, 0, 99)).isEqualTo("wrong");
    assertThat(read(3, 2, 0, 99, 0, 5)).isEqualTo("wrong");
  }

  @Test
  void endlessBranchesAreRefused() throws IOException {
    int[] deep = new int[5_000];
    Arrays.setAll(deep, k -> k % 2 == 0 ? 1 + k / 2 % 100 | 0x80 : 1 + k / 200);
    assertThat(read(4_000, deep)).contains("too many");
  }
}
