package tc0.verify;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.index.Budget;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Limits;
import tc0.circuit.index.Scope;
import tc0.kernel.Atom;
import tc0.kernel.DepthValue;
import tc0.kernel.Index;
import tc0.kernel.LinearDepth;
import tc0.kernel.Polynomial;

/** Evaluates symbolic bounds at concrete sizes. */
public final class BoundValues {
  private static final long LARGEST_EXPONENT = 1_000;

  private final Map<String, BigInteger> sizes;

  /** At these sizes. */
  public BoundValues(Map<String, BigInteger> sizes) {
    this.sizes = Map.copyOf(sizes);
  }

  /** The bound rounded down, or empty if it contains a number that nobody wrote down. */
  public Optional<BigInteger> of(Polynomial bound) {
    Polynomial value = bound.mapAtoms(this::atom);
    return value.isConstant() ? Optional.of(value.constantTerm().floor()) : Optional.empty();
  }

  /** The largest form of a depth, or empty if one contains the depth of an axiom. */
  public Optional<BigInteger> of(DepthValue depth) {
    Optional<BigInteger> largest = Optional.empty();
    for (LinearDepth form : depth.forms()) {
      Optional<BigInteger> value =
          form.coefficients().isEmpty() ? of(form.constant()) : Optional.empty();
      if (value.isEmpty()) {
        return Optional.empty();
      }
      largest = Optional.of(largest.map(value.get()::max).orElse(value.get()));
    }
    return largest;
  }

  /** The value of an index term without binders. */
  public BigInteger of(Index term) {
    return new IndexCompiler(new Budget(Limits.DEFAULT))
        .term(term, Scope.of(sizes))
        .value(new long[64]);
  }

  private Polynomial atom(Atom atom) {
    return switch (atom) {
      case Atom.Variable(String name) ->
          sizes.containsKey(name) ? Polynomial.of(sizes.get(name)) : Polynomial.of(atom);
      case Atom.Length(Polynomial of) ->
          of(of)
              .map(value -> Polynomial.of(value.signum() > 0 ? value.bitLength() : 0))
              .orElse(Polynomial.of(atom));
      case Atom.PowerOfTwo(Polynomial exponent) ->
          of(exponent)
              .filter(value -> value.compareTo(BigInteger.valueOf(LARGEST_EXPONENT)) <= 0)
              .map(
                  value ->
                      Polynomial.of(
                          value.signum() < 0
                              ? BigInteger.ZERO
                              : BigInteger.ONE.shiftLeft(value.intValue())))
              .orElse(Polynomial.of(atom));
      case Atom.Opaque opaque -> {
        try {
          yield sizes.keySet().containsAll(opaque.variables())
              ? Polynomial.of(of(opaque.term()))
              : Polynomial.of(atom);
        } catch (LimitExceeded e) {
          yield Polynomial.of(atom);
        }
      }
      case Atom.Unnamed unnamed -> Polynomial.of(atom);
    };
  }
}
