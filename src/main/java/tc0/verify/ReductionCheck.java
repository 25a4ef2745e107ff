package tc0.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Patterns;
import tc0.circuit.Simulator;
import tc0.circuit.index.Limits;
import tc0.syntax.elaborate.CircuitInfo;

/**
 * Compares both sides of a reduction on words: each word is decided by the definition of the first
 * problem, its image by the definition of the second.
 */
final class ReductionCheck {
  private static final int BATCH = 1024;

  private final CircuitInfo circuit;
  private final Side from;
  private final Side to;

  /** A problem as seen by a reduction. */
  record Side(String name, Decider decider, int width) {}

  /**
   * What a comparison found.
   *
   * @param words compared
   * @param accepted those that the first problem accepts
   * @param counterexample a word on which the problems disagree
   */
  record Tally(long words, long accepted, Optional<String> counterexample) {}

  ReductionCheck(CircuitInfo circuit, Side from, Side to) {
    this.circuit = circuit;
    this.from = from;
    this.to = to;
  }

  /** The bits of all words at these sizes. */
  int bits(Map<String, BigInteger> sizes) {
    return Instance.of(circuit, sizes, Limits.DEFAULT).folded().inputCount();
  }

  /** Tries all words. */
  Tally exhaustive(Map<String, BigInteger> sizes, Deadline deadline) {
    Instance instance = Instance.of(circuit, sizes, Limits.DEFAULT);
    int bits = instance.folded().inputCount();
    long[] next = {0};
    return run(
        instance,
        deadline,
        () -> {
          List<boolean[]> patterns = new ArrayList<>();
          for (; next[0] < 1L << bits && patterns.size() < BATCH; next[0]++) {
            boolean[] pattern = new boolean[bits];
            for (int i = 0; i < bits; i++) {
              pattern[i] = (next[0] >> i & 1) == 1;
            }
            patterns.add(pattern);
          }
          return patterns;
        });
  }

  /** Tries random words. */
  Tally random(Map<String, BigInteger> sizes, long samples, long seed, Deadline deadline) {
    Instance instance = Instance.of(circuit, sizes, Limits.DEFAULT);
    int bits = instance.folded().inputCount();
    SplittableRandom random = new SplittableRandom(seed);
    long[] left = {samples};
    return run(
        instance,
        deadline,
        () -> {
          List<boolean[]> patterns = new ArrayList<>();
          for (; left[0] > 0 && patterns.size() < BATCH; left[0]--) {
            boolean[] pattern = new boolean[bits];
            for (int i = 0; i < bits; i++) {
              pattern[i] = random.nextBoolean();
            }
            patterns.add(pattern);
          }
          return patterns;
        });
  }

  private Tally run(Instance instance, Deadline deadline, Supplier<List<boolean[]>> source) {
    Simulator simulator = new Simulator(instance.folded());
    int[][] input = bitsOf(instance, circuit.core().inputs().getFirst().name(), from.width(), true);
    int[][] output = bitsOf(instance, "return", to.width(), false);
    long words = 0;
    long accepted = 0;
    for (List<boolean[]> patterns = source.get(); !patterns.isEmpty(); patterns = source.get()) {
      deadline.check();
      List<int[]> before = new ArrayList<>();
      List<int[]> after = new ArrayList<>();
      simulator.run(
          Patterns.of(patterns),
          batch -> {
            for (int pattern = 0; pattern < batch.size(); pattern++) {
              before.add(word(input, batch, pattern));
              after.add(word(output, batch, pattern));
            }
            return true;
          });
      boolean[] expected = from.decider().accepts(before);
      boolean[] found = to.decider().accepts(after);
      for (int i = 0; i < expected.length; i++) {
        words++;
        accepted += expected[i] ? 1 : 0;
        if (expected[i] != found[i]) {
          return new Tally(
              words, accepted, Optional.of(describe(before.get(i), after.get(i), expected[i])));
        }
      }
    }
    return new Tally(words, accepted, Optional.empty());
  }

  /** The literal of each bit of each letter. */
  private static int[][] bitsOf(Instance instance, String port, int width, boolean isInput) {
    FlatCircuit folded = instance.folded();
    FlatCircuit.Port array =
        (isInput ? folded.inputs() : folded.outputs())
            .stream().filter(p -> p.name().equals(port)).findFirst().orElseThrow();
    int length = array.tuples().stream().mapToInt(tuple -> tuple[0] + 1).max().orElse(0);
    int[][] literals = new int[length][width];
    for (int t = 0; t < array.tuples().size(); t++) {
      int[] tuple = array.tuples().get(t);
      literals[tuple[0]][tuple.length > 1 ? tuple[1] : 0] = array.values().get(t).literal();
    }
    return literals;
  }

  private static int[] word(int[][] literals, Simulator.Batch batch, int pattern) {
    int[] word = new int[literals.length];
    for (int i = 0; i < word.length; i++) {
      for (int q = 0; q < literals[i].length; q++) {
        word[i] |= batch.bit(literals[i][q], pattern) ? 1 << q : 0;
      }
    }
    return word;
  }

  private String describe(int[] before, int[] after, boolean accepted) {
    return String.format(
        Locale.ROOT,
        "%s is %s%s, its image %s is %s%s",
        text(before),
        accepted ? "in " : "not in ",
        from.name(),
        text(after),
        accepted ? "not in " : "in ",
        to.name());
  }

  private static String text(int[] word) {
    int shown = 40;
    return word.length <= shown
        ? Arrays.toString(word)
        : Arrays.toString(Arrays.copyOf(word, shown)).replace("]", ", …]");
  }
}
