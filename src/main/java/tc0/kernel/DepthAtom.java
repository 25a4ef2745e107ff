package tc0.kernel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An unknown natural number in a depth, constant in a regime: the depth of a circuit that is not
 * unfolded.
 */
public sealed interface DepthAtom extends Comparable<DepthAtom> {

  /**
   * The depth of {@code circuit}, from every input and from the constants.
   *
   * @param sizes bounds on the size arguments on which that depth depends; mostly none
   */
  record Body(String circuit, List<Polynomial> sizes) implements DepthAtom {
    public Body {
      sizes = List.copyOf(sizes);
    }

    @Override
    public String toString() {
      return sizes.isEmpty()
          ? "depth(" + circuit + ")"
          : sizes.stream()
              .map(Polynomial::toString)
              .collect(Collectors.joining(", ", "depth(" + circuit + "[", "])"));
    }
  }

  /** A constant that a claim names, the largest depth of a set of circuits. */
  record Named(String constant) implements DepthAtom {
    @Override
    public String toString() {
      return constant;
    }
  }

  /** Bodies first, by name and sizes; then constants, by name. */
  @Override
  default int compareTo(DepthAtom other) {
    return switch (this) {
      case Body(String circuit, List<Polynomial> sizes) -> {
        if (!(other instanceof Body body)) {
          yield -1;
        }
        int byName = circuit.compareTo(body.circuit());
        yield byName != 0 ? byName : compare(sizes, body.sizes());
      }
      case Named(String constant) ->
          other instanceof Named named ? constant.compareTo(named.constant()) : 1;
    };
  }

  private static int compare(List<Polynomial> left, List<Polynomial> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
