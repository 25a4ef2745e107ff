package tc0.verify;

import java.util.List;
import java.util.Optional;
import tc0.reference.Input;
import tc0.reference.Outcome;
import tc0.reference.Words;

/** Runs something on concrete inputs and holds the results against what is promised of them. */
interface Trials {
  /** Input bits up to which all inputs are tried. */
  int MOST_BITS = 22;

  /**
   * The tally of a comparison.
   *
   * @param compared inputs on which result and promise were compared
   * @param excluded inputs outside the promised domain
   * @param counterexample the first input on which they differ, in words
   */
  record Tally(long compared, long excluded, Optional<String> counterexample) {}

  /** The inputs. */
  List<Input> inputs();

  /** The number of input bits. */
  int inputBits();

  /** Tries every assignment of the input bits. */
  Tally exhaustive();

  /** Tries random inputs, the same for the same seed. */
  Tally random(long samples, long seed);

  /** Tries one input. */
  Tally at(List<Words> input);

  /** Inputs as numbers, and what is wrong with the result. */
  static String describe(List<Input> inputs, List<Words> words, Outcome outcome) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(i == 0 ? "" : ", ")
          .append(inputs.get(i).name())
          .append(" = ")
          .append(words.get(i).describe());
    }
    String wrong =
        switch (outcome) {
          case Outcome.Violated violated -> violated.message();
          case Outcome.Undefined undefined ->
              "the promise has no value here: " + undefined.reason();
          case Outcome.Holds holds -> "the simulator and the evaluator disagree";
          case Outcome.Excluded excluded -> "the simulator and the evaluator disagree";
        };
    return text.append(text.isEmpty() ? "" : ": ").append(wrong).toString();
  }

  /** The tally of one input. */
  static Tally one(List<Input> inputs, List<Words> words, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Holds holds -> new Tally(1, 0, Optional.empty());
      case Outcome.Excluded excluded -> new Tally(0, 1, Optional.empty());
      case Outcome.Violated violated ->
          new Tally(0, 0, Optional.of(describe(inputs, words, violated)));
      case Outcome.Undefined undefined ->
          new Tally(0, 0, Optional.of(describe(inputs, words, undefined)));
    };
  }
}
