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
   * @param inside the chain inside a called circuit or a round of an iteration, where it is
   *     unfolded
   */
  public record Step(String array, String what, Optional<CriticalPath> inside) {
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

  /** This path and one more step. */
  CriticalPath then(String array, String what) {
    return then(new Step(array, what, Optional.empty()));
  }

  /** This path and a step that has a chain inside. */
  CriticalPath then(String array, String what, CriticalPath inside) {
    return then(new Step(array, what, Optional.of(inside)));
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
}
