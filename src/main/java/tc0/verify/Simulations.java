package tc0.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.circuit.Evaluation;
import tc0.circuit.Patterns;
import tc0.circuit.Simulator;
import tc0.reference.Input;
import tc0.reference.InputGenerator;
import tc0.reference.Outcome;
import tc0.reference.Reference;
import tc0.reference.Words;

/** Compares a circuit with its meaning by simulation, on all inputs or on random ones. */
final class Simulations implements Trials {
  private final Instance instance;
  private final Reference meaning;
  private final Deadline deadline;

  Simulations(Instance instance, Reference meaning, Deadline deadline) {
    this.instance = instance;
    this.meaning = meaning;
    this.deadline = deadline;
  }

  @Override
  public List<Input> inputs() {
    return meaning.inputs();
  }

  @Override
  public int inputBits() {
    return instance.folded().inputCount();
  }

  @Override
  public Tally at(List<Words> input) {
    return Trials.one(inputs(), input, judge(instance.bits(inputs(), input)));
  }

  @Override
  public Tally exhaustive() {
    return run(Patterns.exhaustive(instance.folded().inputCount()));
  }

  @Override
  public Tally random(long samples, long seed) {
    InputGenerator generator = new InputGenerator(meaning.inputs(), seed, true);
    long compared = 0;
    long excluded = 0;
    while (compared + excluded < samples) {
      deadline.check();
      List<boolean[]> patterns = new ArrayList<>();
      for (long i = compared + excluded; i < samples && patterns.size() < 1024; i++) {
        patterns.add(instance.bits(meaning.inputs(), generator.next()));
      }
      Tally tally = run(Patterns.of(patterns));
      compared += tally.compared();
      excluded += tally.excluded();
      if (tally.counterexample().isPresent()) {
        return new Tally(compared, excluded, tally.counterexample());
      }
    }
    return new Tally(compared, excluded, Optional.empty());
  }

  private Tally run(Patterns patterns) {
    long[] counts = new long[2];
    List<boolean[]> wrong = new ArrayList<>();
    new Simulator(instance.folded())
        .run(
            patterns,
            batch -> {
              deadline.check();
              for (int pattern = 0; pattern < batch.size(); pattern++) {
                switch (meaning.check(
                    instance.inputWords(meaning.inputs(), batch, pattern),
                    instance.outputWords(meaning.result(), batch, pattern))) {
                  case Outcome.Holds holds -> counts[0]++;
                  case Outcome.Excluded excluded -> counts[1]++;
                  case Outcome.Violated v -> {
                    wrong.add(inputBits(batch, pattern));
                    return false;
                  }
                  case Outcome.Undefined u -> {
                    wrong.add(inputBits(batch, pattern));
                    return false;
                  }
                }
              }
              return true;
            });
    return new Tally(
        counts[0], counts[1], wrong.stream().findFirst().map(bits -> describe(shrink(bits))));
  }

  private boolean[] inputBits(Simulator.Batch batch, int pattern) {
    boolean[] bits = new boolean[instance.folded().inputCount()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = batch.bit(2 * (1 + i), pattern);
    }
    return bits;
  }

  /** Clears input bits, high ones first, as long as the result stays wrong. */
  boolean[] shrink(boolean[] bits) {
    boolean[] smaller = bits.clone();
    for (int i = bits.length - 1; i >= 0; i--) {
      if (smaller[i]) {
        smaller[i] = false;
        if (judge(smaller).isAcceptable()) {
          smaller[i] = true;
        }
      }
    }
    return smaller;
  }

  /** Judges one assignment with the scalar evaluator, which shares nothing with the simulator. */
  Outcome judge(boolean[] bits) {
    Evaluation evaluation = Evaluation.of(instance.folded(), bits);
    return meaning.check(
        instance.inputWords(meaning.inputs(), evaluation),
        instance.outputWords(meaning.result(), evaluation));
  }

  /** An assignment as numbers, and what is wrong with the result. */
  String describe(boolean[] bits) {
    Evaluation evaluation = Evaluation.of(instance.folded(), bits);
    List<Words> inputs = instance.inputWords(meaning.inputs(), evaluation);
    return Trials.describe(inputs(), inputs, judge(bits));
  }

  static String inputs(long count) {
    return String.format("%,d inputs", count);
  }
}
