package tc0.algebra;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Regular expressions: letters, {@code |}, {@code *}, {@code +}, {@code ?}, {@code ()} for the
 * empty word, {@code [a-z]}, {@code .}, {@code {k}} and {@code {i,j}} for repetition, and as in
 * papers {@code ^k} for the k-th power. A backslash quotes a letter.
 */
public final class RegularExpression {

  /** Alphabets beyond this come from a {@code .} or a {@code [^…]}, and were not meant. */
  private static final int MOST_LETTERS = 64;

  private static final int MOST_STATES = 4096;

  private RegularExpression() {}

  /**
   * The minimal automaton of an expression.
   *
   * @param expression the expression
   * @param alphabet its letters; if absent, those that occur in words of the language. It matters:
   *     words with another letter are outside of the language, and a letter more adds a zero to the
   *     syntactic monoid
   * @return the automaton, complete over the alphabet
   * @throws IllegalArgumentException if the expression cannot be read, or needs an alphabet
   * @throws TooLargeException if the automaton has too many states
   */
  public static Dfa toDfa(String expression, Optional<List<Character>> alphabet) {
    String repetitions = expression.replaceAll("(?<![\\\\\\[])\\^([0-9]+)", "{$1}");
    Automaton automaton = new RegExp(repetitions, RegExp.NONE).toAutomaton(true);
    automaton.determinize();
    return complete(automaton, alphabet.orElseGet(() -> letters(automaton)));
  }

  private static List<Character> letters(Automaton automaton) {
    SortedSet<Character> letters = new TreeSet<>();
    for (State state : automaton.getLiveStates()) {
      for (Transition transition : state.getTransitions()) {
        for (int c = transition.getMin(); c <= transition.getMax(); c++) {
          letters.add((char) c);
          if (letters.size() > MOST_LETTERS) {
            throw new IllegalArgumentException(
                "the words have more than " + MOST_LETTERS + " letters: give the alphabet");
          }
        }
      }
    }
    if (letters.isEmpty()) {
      throw new IllegalArgumentException("no word has a letter: give the alphabet");
    }
    return List.copyOf(letters);
  }

  private static Dfa complete(Automaton automaton, List<Character> alphabet) {
    Map<State, Integer> numbers = new HashMap<>();
    List<State> states = new ArrayList<>(List.of(automaton.getInitialState()));
    numbers.put(automaton.getInitialState(), 0);
    List<List<Optional<Integer>>> partial = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      List<Optional<Integer>> row = new ArrayList<>();
      for (char letter : alphabet) {
        State target = states.get(i).step(letter);
        if (target == null) {
          row.add(Optional.empty());
        } else {
          if (numbers.putIfAbsent(target, states.size()) == null) {
            states.add(target);
          }
          row.add(Optional.of(numbers.get(target)));
        }
      }
      partial.add(row);
      if (states.size() > MOST_STATES) {
        throw new TooLargeException("the set of states", MOST_STATES);
      }
    }
    int sink = states.size();
    List<List<Integer>> next = new ArrayList<>();
    partial.forEach(row -> next.add(row.stream().map(target -> target.orElse(sink)).toList()));
    next.add(alphabet.stream().map(letter -> sink).toList());
    SortedSet<Integer> accepting = new TreeSet<>();
    for (State state : states) {
      if (state.isAccept()) {
        accepting.add(numbers.get(state));
      }
    }
    return new Dfa(alphabet.stream().map(String::valueOf).toList(), 0, accepting, next).minimal();
  }
}
