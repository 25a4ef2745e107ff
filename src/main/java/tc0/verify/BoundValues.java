package tc0.verify;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
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
import tc0.kernel.SizeBound;

/** Evaluates symbolic bounds at concrete sizes. */
public final class BoundValues {
  private static final long LARGEST_EXPONENT = 1_000;

  private final Map<String, BigInteger> sizes;
  private final Map<Map<String, BigInteger>, BoundValues> callees;
  private final Map<SizeBound, Optional<BigInteger>> values = new IdentityHashMap<>();

  /** At these sizes. */
  public BoundValues(Map<String, BigInteger> sizes) {
    this(sizes, new HashMap<>());
  }

  private BoundValues(
      Map<String, BigInteger> sizes, Map<Map<String, BigInteger>, BoundValues> callees) {
    this.sizes = Map.copyOf(sizes);
    this.callees = callees;
  }

  /** The bound rounded down, or empty if it contains a number that nobody wrote down. */
  public Optional<BigInteger> of(Polynomial bound) {
    Polynomial value = bound.mapAtoms(this::atom);
    return value.isConstant() ? Optional.of(value.constantTerm().floor()) : Optional.empty();
  }

  /**
   * The bound rounded down, or empty if it contains a number that nobody wrote down. Every part
   * bounds a natural number, so parts are rounded down too.
   */
  public Optional<BigInteger> of(SizeBound bound) {
    Optional<BigInteger> known = values.get(bound);
    if (known == null) {
      known =
          switch (bound) {
            case SizeBound.Expanded(Polynomial value) -> of(value);
            case SizeBound.Sum(List<SizeBound> summands) ->
                summands.stream()
                    .map(this::of)
                    .reduce(Optional.of(BigInteger.ZERO), (a, b) -> both(a, b, BigInteger::add));
            case SizeBound.Product(SizeBound left, SizeBound right) ->
                both(of(left), of(right), BigInteger::multiply);
            case SizeBound.Maximum(SizeBound left, SizeBound right) ->
                both(of(left), of(right), BigInteger::max);
            case SizeBound.Called called -> inside(called).flatMap(at -> at.of(called.bound()));
          };
      values.put(bound, known);
    }
    return known;
  }

  private static Optional<BigInteger> both(
      Optional<BigInteger> left, Optional<BigInteger> right, BinaryOperator<BigInteger> operator) {
    return left.flatMap(a -> right.map(b -> operator.apply(a, b)));
  }

  /** The values inside a callee, if all its arguments have one. */
  private Optional<BoundValues> inside(SizeBound.Called called) {
    Map<String, BigInteger> inner = new HashMap<>();
    for (Map.Entry<String, SizeBound> argument : called.arguments().entrySet()) {
      Optional<BigInteger> value = of(argument.getValue());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      inner.put(argument.getKey(), value.get());
    }
    return Optional.of(callees.computeIfAbsent(inner, sizes -> new BoundValues(sizes, callees)));
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
