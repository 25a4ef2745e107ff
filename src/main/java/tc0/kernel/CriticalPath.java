package tc0.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The chain of arrays that a derived depth counts, from the source to the array it bounds. Paths
 * are evidence for people; no rule reads them.
 */
public record CriticalPath(List<Step> steps) {

  /**
   * One array of a chain.
   *
   * @param array its name in the circuit, for example {@code A.mantissa} or {@code c.return}
   * @param what what is there, for example {@code and}, {@code sum}, the name of a called circuit;
   *     empty for a renaming
   * @param callee the circuit whose arrays {@code inside} names, if it is not the same circuit
   * @param inside the chain inside a called circuit or a round of an iteration; empty where there
   *     is none
   */
  public record Step(String array, String what, Optional<String> callee, CriticalPath inside) {
    @Override
    public String toString() {
      return what.isEmpty() ? array : array + " (" + what + ")";
    }
  }

  /** The path at its source. */
  public static final CriticalPath START = new CriticalPath(List.of());

  public CriticalPath {
    steps = List.copyOf(steps);
  }

  /** This path and one more array. */
  CriticalPath then(String array, String what) {
    return then(new Step(array, what, Optional.empty(), START));
  }

  /** This path and the output {@code array} of a call. */
  CriticalPath thenCall(String array, String callee, CriticalPath inside) {
    return then(new Step(array, callee, Optional.of(callee), inside));
  }

  /** This path and rounds of an iteration. */
  CriticalPath thenRounds(String iteration, String what, CriticalPath round) {
    return then(new Step(iteration, what, Optional.empty(), round));
  }

  private CriticalPath then(Step step) {
    List<Step> extended = new ArrayList<>(steps);
    extended.add(step);
    return new CriticalPath(extended);
  }

  /**
   * The arrays from the output back to the source, one call per step; what is inside calls is left
   * out.
   */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    steps.forEach(step -> names.add(step.toString()));
    Collections.reverse(names);
    return String.join(" <- ", names);
  }

  /**
   * A step with the place where its array is declared.
   *
   * @param level how many calls and iterations it is inside
   */
  public record Located(int level, String circuit, Step step) {}

  /**
   * All steps from the output back to the source, those inside calls after the call, for a path of
   * {@code circuit}.
   */
  public List<Located> located(String circuit) {
    List<Located> found = new ArrayList<>();
    collect(0, circuit, found);
    return found;
  }

  private void collect(int level, String circuit, List<Located> found) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      found.add(new Located(level, circuit, step));
      step.inside.collect(level + 1, step.callee.orElse(circuit), found);
    }
  }
}
