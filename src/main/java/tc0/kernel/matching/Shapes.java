package tc0.kernel.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Index;
import tc0.kernel.Normalizer;
import tc0.kernel.Polynomial;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/** Whether the inputs of a circuit have the shape that a {@link Law} speaks of. */
final class Shapes {

  private Shapes() {}

  /** The inputs are two halves, pairwise of the same kind and box. */
  static boolean hasTwoEqualHalves(Circuit circuit) {
    List<Circuit.Port> inputs = circuit.inputs();
    int half = inputs.size() / 2;
    if (inputs.isEmpty() || inputs.size() % 2 != 0) {
      return false;
    }
    for (int i = 0; i < half; i++) {
      Circuit.Port first = inputs.get(i);
      Circuit.Port second = inputs.get(i + half);
      if (first.form() != second.form() || !haveEqualBounds(first.box(), second.box())) {
        return false;
      }
    }
    return true;
  }

  private static boolean haveEqualBounds(Box first, Box second) {
    if (first.rank() != second.rank()) {
      return false;
    }
    Map<String, Polynomial> a = new HashMap<>();
    Map<String, Polynomial> b = new HashMap<>();
    for (int i = 0; i < first.rank(); i++) {
      Box.Binder x = first.binders().get(i);
      Box.Binder y = second.binders().get(i);
      if (!Normalizer.normalise(x.low(), a).equals(Normalizer.normalise(y.low(), b))
          || !Normalizer.normalise(x.high(), a).equals(Normalizer.normalise(y.high(), b))) {
        return false;
      }
      Polynomial common = Polynomial.variable(Symbols.bound(i));
      a.put(x.name(), common);
      b.put(y.name(), common);
    }
    return Normalizer.normalise(first.guard(), a).equals(Normalizer.normalise(second.guard(), b));
  }

  /**
   * Every input has a first index from 0 below one common bound, and nothing else in its box
   * mentions that index.
   */
  static boolean isList(Circuit circuit) {
    if (circuit.inputs().isEmpty()
        || circuit.inputs().stream().anyMatch(p -> p.box().rank() == 0)) {
      return false;
    }
    Index length = circuit.inputs().get(0).box().binders().get(0).high();
    return circuit.inputs().stream().allMatch(port -> startsWithList(port.box(), length));
  }

  private static boolean startsWithList(Box box, Index length) {
    Box.Binder first = box.binders().get(0);
    boolean free =
        box.binders().stream()
                .skip(1)
                .noneMatch(b -> mentions(b.low(), first.name()) || mentions(b.high(), first.name()))
            && !Variables.of(box.guard()).contains(first.name());
    return free && first.low().equals(Index.ZERO) && first.high().equals(length);
  }

  /** A list whose length is the first size parameter, which bounds nothing else. */
  static boolean isCountedList(Circuit circuit) {
    if (!isList(circuit) || circuit.parameters().isEmpty()) {
      return false;
    }
    String count = circuit.parameters().get(0);
    if (!circuit.inputs().get(0).box().binders().get(0).high().equals(Index.variable(count))) {
      return false;
    }
    return circuit.inputs().stream()
            .allMatch(
                p ->
                    p.box().binders().stream().skip(1).noneMatch(b -> mentions(b, count))
                        && !mentions(p.box().guard(), count))
        && circuit.ports().stream()
            .allMatch(
                p ->
                    p.box().binders().stream().noneMatch(b -> mentions(b, count))
                        && !mentions(p.box().guard(), count));
  }

  private static boolean mentions(Box.Binder binder, String name) {
    return mentions(binder.low(), name) || mentions(binder.high(), name);
  }

  private static boolean mentions(Index term, String name) {
    return Variables.of(term).contains(name);
  }

  private static boolean mentions(Predicate predicate, String name) {
    return Variables.of(predicate).contains(name);
  }
}
