package tc0.reference;

import java.util.List;

/**
 * What a circuit ought to compute, at concrete sizes: its own promises, or a definition to match.
 */
public sealed interface Reference permits Specification, DefinedFunction {

  /** The qualified name of the circuit or definition. */
  String name();

  /** The inputs. */
  List<Input> inputs();

  /** The type of the result. */
  WordType result();

  /**
   * Judges a result.
   *
   * @param inputs one per input
   * @param returned of the type {@link #result}
   * @throws SpecificationException if the reference has no meaning whatever the inputs are
   * @throws LimitException if it takes too many steps or digits to decide
   */
  Outcome check(List<Words> inputs, Words returned);

  /** Judges a result; the inputs and the result are read by the names of the flattened arrays. */
  default Outcome check(LeafValues inputs, LeafValues outputs) {
    return check(inputs().stream().map(inputs::input).toList(), outputs.result(result()));
  }
}
