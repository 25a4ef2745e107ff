package tc0.reference;

/**
 * The bits (or integers of forms) of a circuit's inputs and result by the names of the flattened
 * arrays: {@code x.mantissa} at (i, q) for an input {@code x: float(p)[n]}, {@code return.sign} for
 * a result.
 */
@FunctionalInterface
public interface LeafValues {

  /** The bit or integer; only asked inside the extents of the type. */
  long at(String array, int[] index);

  /** The words of an input. */
  default Words input(Input input) {
    return Words.of(input.type(), (path, index) -> at(input.name() + path, index));
  }

  /** The words of the result. */
  default Words result(WordType type) {
    return Words.result(type, (path, index) -> at("return" + path, index));
  }
}
