package tc0.kernel;

import java.util.List;
import java.util.Optional;

/** Recognises arrays of bits that hold a word: a length, and for each letter a number of bits. */
final class WordShape {
  private WordShape() {}

  /** Whether the letters have exactly this many bits; an array of rank 1 has letters of one bit. */
  static boolean isWord(Circuit.Port port, int width, Circuit circuit) {
    return width > 0 && bits(port, circuit).equals(Optional.of(Polynomial.of(width)));
  }

  /** Whether the word has this length. */
  static boolean hasLength(Circuit.Port port, Polynomial length, Circuit circuit) {
    Box box = port.box();
    return box.rank() >= 1 && extent(box.binders().getFirst(), circuit).equals(length);
  }

  /** The bits of a letter; empty if the array is no word, or its letters differ in size. */
  static Optional<Polynomial> bits(Circuit.Port port, Circuit circuit) {
    Box box = port.box();
    if (port.form() || box.rank() == 0 || !box.guard().equals(Predicate.TRUE)) {
      return Optional.empty();
    }
    List<String> names = box.names();
    Polynomial bits = Polynomial.ONE;
    for (Box.Binder binder : box.binders().subList(1, box.rank())) {
      Polynomial extent = extent(binder, circuit);
      if (names.stream().anyMatch(extent.variables()::contains)) {
        return Optional.empty();
      }
      bits = bits.times(extent);
    }
    return Optional.of(bits);
  }

  private static Polynomial extent(Box.Binder binder, Circuit circuit) {
    Scope scope = Scope.of(circuit.parameters());
    return scope.value(binder.high()).minus(scope.value(binder.low()));
  }
}
