package tc0.verify;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.reference.DefinedFunction;
import tc0.reference.Input;
import tc0.reference.LimitException;
import tc0.reference.Outcome;
import tc0.reference.Specification;
import tc0.reference.SpecificationException;
import tc0.reference.UndefinedException;
import tc0.reference.WordType;
import tc0.reference.Words;

/** What a circuit is compared with at concrete sizes. */
sealed interface Meaning {

  List<Input> inputs();

  WordType result();

  /** Judges one result; empty if it is right. */
  Judgement judge(List<Words> inputs, Words returned);

  /** What a comparison on one input says. */
  sealed interface Judgement {
    /** Equal to the reference. */
    record Right() implements Judgement {}

    /** Outside the domain on which the meaning is promised. */
    record Excluded() implements Judgement {}

    /** Different from the reference. */
    record Wrong(String message) implements Judgement {}
  }

  /** The {@code ensures} of the circuit itself. */
  record Promise(Specification specification) implements Meaning {
    @Override
    public List<Input> inputs() {
      return specification.inputs();
    }

    @Override
    public WordType result() {
      return specification.result();
    }

    @Override
    public Judgement judge(List<Words> inputs, Words returned) {
      return switch (specification.check(inputs, returned)) {
        case Outcome.Holds holds -> new Judgement.Right();
        case Outcome.Excluded excluded -> new Judgement.Excluded();
        case Outcome.Violated violated -> new Judgement.Wrong(violated.message());
        case Outcome.Undefined undefined ->
            new Judgement.Wrong("the promise has no value here: " + undefined.reason());
      };
    }
  }

  /** A {@code define}, evaluated operation by operation. */
  record Defined(DefinedFunction function) implements Meaning {
    @Override
    public List<Input> inputs() {
      return function.inputs();
    }

    @Override
    public WordType result() {
      return function.result();
    }

    @Override
    public Judgement judge(List<Words> inputs, Words returned) {
      Words expected = function.evaluate(inputs);
      return returned.sameBits(expected)
          ? new Judgement.Right()
          : new Judgement.Wrong(
              "the circuit returns "
                  + returned.describe()
                  + ", the definition "
                  + expected.describe());
    }
  }

  /** Limits and ill-formed specifications, in words; everything else is passed on. */
  static Optional<String> reason(RuntimeException e) {
    return e instanceof LimitException
            || e instanceof SpecificationException
            || e instanceof UndefinedException
        ? Optional.of(e.getMessage())
        : Optional.empty();
  }

  /** The sizes in words. */
  static String text(Map<String, BigInteger> sizes) {
    return sizes.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .reduce((a, b) -> a + ", " + b)
        .orElse("its only size");
  }
}
