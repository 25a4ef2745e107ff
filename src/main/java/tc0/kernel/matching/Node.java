package tc0.kernel.matching;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tc0.kernel.Declaration;
import tc0.kernel.Polynomial;

/** What a literal or a form stands for once aliases, arguments and clipping are resolved. */
sealed interface Node {

  /** A constant bit. */
  record Constant(boolean value) implements Node {}

  /** A bit or form of input {@code index} of the circuits compared. */
  record Input(int index, List<Polynomial> at) implements Node {}

  /** Output {@code index} of a call. */
  record Result(Frame.Instance instance, int index, List<Polynomial> at) implements Node {}

  /** The gate of array {@code name} of a frame, at a tuple of its box. */
  record Gate(Frame frame, String name, List<Polynomial> at) implements Node {
    /** The array. */
    Declaration declaration() {
      if (frame.find(name).source() instanceof Frame.Source.Array(Declaration array)) {
        return array;
      }
      throw new IllegalStateException(name + " is no gate array");
    }
  }

  /** A state at the start of a round, an opaque symbol inside the round. */
  record State(Round round, int index, List<Polynomial> at) implements Node {}

  /** The final value of state {@code state} of a frame. */
  record Final(Frame frame, String state, List<Polynomial> at) implements Node {
    /** The iteration and the position of the state in it. */
    Frame.Source.Final source() {
      if (frame.find(state).source() instanceof Frame.Source.Final last) {
        return last;
      }
      throw new IllegalStateException(state + " is no state");
    }
  }

  /**
   * Pairs the round frames of two iterations that are being compared: their states are the same
   * symbols.
   */
  final class Round {
    private final List<String> names;

    /**
     * A new pairing.
     *
     * @param names of the states, for the reader
     */
    Round(List<String> names) {
      this.names = List.copyOf(names);
    }

    List<String> names() {
      return names;
    }
  }

  /** The bound indices that occur. */
  default SortedSet<String> symbols() {
    SortedSet<String> symbols = new TreeSet<>();
    switch (this) {
      case Constant constant -> {}
      case Input input -> Frame.addBound(input.at(), symbols);
      case Result result -> {
        symbols.addAll(result.instance().symbols());
        Frame.addBound(result.at(), symbols);
      }
      case Gate gate -> {
        symbols.addAll(gate.frame().symbols());
        Frame.addBound(gate.at(), symbols);
      }
      case State state -> Frame.addBound(state.at(), symbols);
      case Final last -> {
        symbols.addAll(last.frame().symbols());
        Frame.addBound(last.at(), symbols);
      }
    }
    return symbols;
  }
}
