package tc0.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.reference.DefinedFunction;
import tc0.reference.Input;
import tc0.reference.InputGenerator;
import tc0.reference.Outcome;
import tc0.reference.Specification;
import tc0.reference.SpecificationException;
import tc0.reference.WordType;
import tc0.reference.Words;
import tc0.syntax.source.Span;

/**
 * Holds a definition against its own promises. The definition is computed operation by operation,
 * every primitive by what it promises, so this is about the arithmetic and not about gates.
 */
final class DefinitionTrials implements Trials {
  private final DefinedFunction function;
  private final Specification promise;
  private final Deadline deadline;
  private final int bits;

  DefinitionTrials(DefinedFunction function, Specification promise, Deadline deadline) {
    this.function = function;
    this.promise = promise;
    this.deadline = deadline;
    this.bits = function.inputs().stream().mapToInt(input -> input.type().size()).sum();
    for (Input input : function.inputs()) {
      if (!input.type().leaves().stream().allMatch(WordType.Leaf::bit)) {
        throw new SpecificationException(
            "the input " + input.name() + " of " + function.name() + " has no bits", Span.NONE);
      }
    }
  }

  @Override
  public List<Input> inputs() {
    return function.inputs();
  }

  @Override
  public int inputBits() {
    return bits;
  }

  @Override
  public Tally exhaustive() {
    long compared = 0;
    long excluded = 0;
    for (long word = 0; word < 1L << bits; word++) {
      deadline.check();
      List<Words> input = words(BigInteger.valueOf(word));
      switch (judge(input)) {
        case Outcome.Holds holds -> compared++;
        case Outcome.Excluded e -> excluded++;
        case Outcome.Violated v -> {
          return wrong(compared, excluded, input);
        }
        case Outcome.Undefined u -> {
          return wrong(compared, excluded, input);
        }
      }
    }
    return new Tally(compared, excluded, Optional.empty());
  }

  @Override
  public Tally random(long samples, long seed) {
    InputGenerator generator = new InputGenerator(inputs(), seed, true);
    long compared = 0;
    long excluded = 0;
    for (long i = 0; i < samples; i++) {
      deadline.check();
      List<Words> input = generator.next();
      switch (judge(input)) {
        case Outcome.Holds holds -> compared++;
        case Outcome.Excluded e -> excluded++;
        case Outcome.Violated v -> {
          return wrong(compared, excluded, input);
        }
        case Outcome.Undefined u -> {
          return wrong(compared, excluded, input);
        }
      }
    }
    return new Tally(compared, excluded, Optional.empty());
  }

  @Override
  public Tally at(List<Words> input) {
    return Trials.one(inputs(), input, judge(input));
  }

  private Outcome judge(List<Words> input) {
    return promise.check(input, function.evaluate(input));
  }

  private Tally wrong(long compared, long excluded, List<Words> input) {
    List<Words> smaller = shrink(input);
    return new Tally(
        compared, excluded, Optional.of(Trials.describe(inputs(), smaller, judge(smaller))));
  }

  /** Clears bits, high ones first, as long as the result stays wrong. */
  private List<Words> shrink(List<Words> input) {
    BigInteger word = BigInteger.ZERO;
    for (int i = input.size() - 1; i >= 0; i--) {
      word = word.shiftLeft(inputs().get(i).type().size()).or(input.get(i).packed());
    }
    for (int q = bits - 1; q >= 0; q--) {
      if (word.testBit(q) && !judge(words(word.clearBit(q))).isAcceptable()) {
        word = word.clearBit(q);
      }
    }
    return words(word);
  }

  /** The inputs one after the other, the first lowest. */
  private List<Words> words(BigInteger word) {
    List<Words> words = new ArrayList<>();
    int low = 0;
    for (Input input : inputs()) {
      words.add(Words.number(input.type(), word.shiftRight(low)));
      low += input.type().size();
    }
    return words;
  }
}
