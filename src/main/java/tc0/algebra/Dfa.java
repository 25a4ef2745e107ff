package tc0.algebra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A complete deterministic finite automaton over the states {@code 0 … states-1}.
 *
 * @param alphabet the names of the letters
 * @param start where words begin
 * @param accepting where accepted words end
 * @param next for every state, the state that each letter leads to
 */
public record Dfa(
    List<String> alphabet, int start, SortedSet<Integer> accepting, List<List<Integer>> next) {

  /**
   * Checks that the automaton is complete.
   *
   * @throws IllegalArgumentException if a transition is missing, or a state or letter is wrong
   */
  public Dfa {
    alphabet = List.copyOf(alphabet);
    accepting = Collections.unmodifiableSortedSet(new TreeSet<>(accepting));
    next = next.stream().map(List::copyOf).toList();
    if (alphabet.stream().distinct().count() != alphabet.size()) {
      throw new IllegalArgumentException("a letter occurs twice in the alphabet");
    }
    requireState(start, next.size());
    for (int state : accepting) {
      requireState(state, next.size());
    }
    for (int state = 0; state < next.size(); state++) {
      if (next.get(state).size() != alphabet.size()) {
        throw new IllegalArgumentException(
            "state %d has %d transitions for %d letters"
                .formatted(state, next.get(state).size(), alphabet.size()));
      }
      for (int target : next.get(state)) {
        requireState(target, next.size());
      }
    }
  }

  private static void requireState(int state, int states) {
    if (state < 0 || state >= states) {
      throw new IllegalArgumentException(state + " is no state of 0 … " + (states - 1));
    }
  }

  /** The number of states. */
  public int states() {
    return next.size();
  }

  /**
   * Whether a word is in the language.
   *
   * @param word letters as places in the alphabet
   */
  public boolean accepts(List<Integer> word) {
    int state = start;
    for (int letter : word) {
      state = next.get(state).get(letter);
    }
    return accepting.contains(state);
  }

  /** The smallest automaton of the same language (Moore's refinement), start state 0. */
  public Dfa minimal() {
    List<Integer> reachable = reachable();
    Map<Integer, Integer> block = new HashMap<>();
    reachable.forEach(state -> block.put(state, accepting.contains(state) ? 1 : 0));
    int blocks = 0;
    while (true) {
      Map<List<Integer>, Integer> signatures = new LinkedHashMap<>();
      Map<Integer, Integer> refined = new HashMap<>();
      for (int state : reachable) {
        List<Integer> signature = new ArrayList<>(List.of(block.get(state)));
        next.get(state).forEach(target -> signature.add(block.get(target)));
        refined.put(state, signatures.computeIfAbsent(signature, unused -> signatures.size()));
      }
      block.putAll(refined);
      if (signatures.size() == blocks) {
        break;
      }
      blocks = signatures.size();
    }
    SortedSet<Integer> accepted = new TreeSet<>();
    List<List<Integer>> transitions = new ArrayList<>(Collections.nCopies(blocks, List.of()));
    for (int state : reachable) {
      transitions.set(block.get(state), next.get(state).stream().map(block::get).toList());
      if (accepting.contains(state)) {
        accepted.add(block.get(state));
      }
    }
    return new Dfa(alphabet, block.get(start), accepted, transitions);
  }

  private List<Integer> reachable() {
    List<Integer> found = new ArrayList<>(List.of(start));
    TreeSet<Integer> seen = new TreeSet<>(found);
    for (int i = 0; i < found.size(); i++) {
      for (int target : next.get(found.get(i))) {
        if (seen.add(target)) {
          found.add(target);
        }
      }
    }
    return found;
  }

  /**
   * The syntactic morphism of the language: what each letter does to the states of the minimal
   * automaton.
   *
   * @throws TooLargeException if the syntactic monoid is too large to be tabulated
   */
  public Morphism syntacticMorphism() {
    Dfa minimal = minimal();
    List<Transformation> maps = new ArrayList<>();
    for (int letter = 0; letter < alphabet.size(); letter++) {
      int column = letter;
      maps.add(new Transformation(minimal.next.stream().map(row -> row.get(column)).toList()));
    }
    TransformationMonoid monoid = TransformationMonoid.generate(minimal.states(), maps);
    return new Morphism(monoid.monoid(), alphabet, monoid.generators());
  }
}
