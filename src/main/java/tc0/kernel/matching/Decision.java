package tc0.kernel.matching;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import tc0.kernel.Atom;
import tc0.kernel.Index;
import tc0.kernel.Normalizer;
import tc0.kernel.Polynomial;
import tc0.kernel.Predicate;

/**
 * Rule N6: the truth of an index predicate under assumptions, or the condition to distinguish next.
 */
sealed interface Decision {

  /** The assumptions decide the predicate. */
  record Known(boolean value) implements Decision {}

  /** The truth may depend on {@code condition}. */
  record Open(Condition condition) implements Decision {}

  /** Primality is computed up to this value. */
  int MAXIMAL_PRIME = 1 << 20;

  /** Decides a predicate of which {@code values} gives the free variables. */
  static boolean require(
      Predicate predicate, Map<String, Polynomial> values, Assumptions assumptions) {
    return require(Decision.of(Normalizer.normalise(predicate, values), assumptions));
  }

  /** The truth value; a {@link CaseSplit} if it is open. */
  static boolean require(Decision decision) {
    return switch (decision) {
      case Known(boolean value) -> value;
      case Open(Condition condition) -> throw new CaseSplit(condition);
    };
  }

  /** Decides a predicate over global symbols; an open condition first opens what it depends on. */
  static Decision of(Predicate predicate, Assumptions assumptions) {
    return of(predicate, assumptions, true);
  }

  /** The same, an open condition being taken as it stands. */
  static Decision plainly(Predicate predicate, Assumptions assumptions) {
    return of(predicate, assumptions, false);
  }

  private static Decision of(Predicate predicate, Assumptions assumptions, boolean choices) {
    return switch (predicate) {
      case Predicate.Truth(boolean value) -> new Known(value);
      case Predicate.Less(Index a, Index b) ->
          atLeastZero(normal(b).minus(normal(a)).minus(Polynomial.ONE), assumptions, choices);
      case Predicate.Equal(Index a, Index b) ->
          zero(normal(a).minus(normal(b)), assumptions, choices);
      case Predicate.Not(Predicate of) ->
          switch (of(of, assumptions, choices)) {
            case Known(boolean value) -> new Known(!value);
            case Open open -> open;
          };
      case Predicate.And(Predicate a, Predicate b) ->
          both(of(a, assumptions, choices), b, assumptions, choices, true);
      case Predicate.Or(Predicate a, Predicate b) ->
          both(of(a, assumptions, choices), b, assumptions, choices, false);
      case Predicate.Bit(Index a, Index b) ->
          bit(assumptions.simplify(normal(a)), assumptions.simplify(normal(b)), assumptions);
      case Predicate.Prime(Index a) -> prime(assumptions.simplify(normal(a)), assumptions);
      case Predicate.Exists exists -> known(exists, assumptions);
      case Predicate.ForAll forAll -> known(forAll, assumptions);
      case Predicate.Apply apply -> of(Normalizer.normalise(apply, Map.of()), assumptions, choices);
    };
  }

  /** Whether {@code term >= 0}. */
  static Decision atLeastZero(Polynomial term, Assumptions assumptions) {
    return atLeastZero(term, assumptions, true);
  }

  private static Decision atLeastZero(Polynomial term, Assumptions assumptions, boolean choices) {
    Polynomial simple = assumptions.simplify(term);
    if (assumptions.proveSimple(simple)) {
      return new Known(true);
    }
    if (assumptions.proveSimple(simple.negate().minus(Polynomial.ONE))) {
      return new Known(false);
    }
    return open(simple, new Condition.AtLeastZero(simple), assumptions, choices);
  }

  /** Whether {@code term = 0}. */
  static Decision zero(Polynomial term, Assumptions assumptions) {
    return zero(term, assumptions, true);
  }

  private static Decision zero(Polynomial term, Assumptions assumptions, boolean choices) {
    Polynomial simple = assumptions.simplify(term);
    if (simple.isConstant()) {
      return new Known(simple.isZero());
    }
    boolean atLeast = assumptions.proveSimple(simple);
    boolean atMost = assumptions.proveSimple(simple.negate());
    if (atLeast && atMost) {
      return new Known(true);
    }
    if (assumptions.nonZero().contains(simple)
        || assumptions.nonZero().contains(simple.negate())
        || (atLeast && assumptions.proveSimple(simple.minus(Polynomial.ONE)))
        || (atMost && assumptions.proveSimple(simple.negate().minus(Polynomial.ONE)))) {
      return new Known(false);
    }
    return open(simple, new Condition.Zero(simple), assumptions, choices);
  }

  private static Decision open(
      Polynomial term, Condition condition, Assumptions assumptions, boolean choices) {
    return new Open(choices ? choice(term, assumptions).orElse(condition) : condition);
  }

  /**
   * The condition to assume when the predicate, which is no connective, is to hold; empty if none
   * expresses it.
   */
  static Optional<Condition> atom(Predicate predicate, Assumptions assumptions) {
    return switch (predicate) {
      case Predicate.Less(Index a, Index b) ->
          Optional.of(new Condition.AtLeastZero(normal(b).minus(normal(a)).minus(Polynomial.ONE)));
      case Predicate.Equal(Index a, Index b) ->
          Optional.of(new Condition.Zero(normal(a).minus(normal(b))));
      case Predicate.Bit bit -> opaque(of(bit, assumptions));
      case Predicate.Prime prime -> opaque(of(prime, assumptions));
      case Predicate.Exists exists -> opaque(of(exists, assumptions));
      case Predicate.ForAll forAll -> opaque(of(forAll, assumptions));
      default -> Optional.empty();
    };
  }

  private static Optional<Condition> opaque(Decision decision) {
    return decision instanceof Open(Condition condition) && condition instanceof Condition.Holds
        ? Optional.of(condition)
        : Optional.empty();
  }

  /**
   * A condition whose truth opens an atom of the term: an extremum, a conditional, a quotient by a
   * divisor of unknown sign.
   */
  static Optional<Condition> choice(Polynomial term, Assumptions assumptions) {
    for (Atom atom : term.atoms()) {
      Optional<Condition> found =
          atom instanceof Atom.Opaque opaque
              ? choice(opaque.term(), assumptions)
              : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Condition> choice(Index term, Assumptions assumptions) {
    return switch (term) {
      case Index.Minimum(Index a, Index b) -> choice(a, b, normal(a).minus(normal(b)), assumptions);
      case Index.Maximum(Index a, Index b) -> choice(a, b, normal(a).minus(normal(b)), assumptions);
      case Index.Divide(Index a, Index b) ->
          choice(a, b, normal(b).minus(Polynomial.ONE), assumptions);
      case Index.Modulo(Index a, Index b) ->
          choice(a, b, normal(b).minus(Polynomial.ONE), assumptions);
      case Index.Conditional(Predicate condition, Index a, Index b) ->
          plainly(condition, assumptions) instanceof Open(Condition open)
              ? Optional.of(open)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** First inside the operands, then whether {@code test >= 0}. */
  private static Optional<Condition> choice(
      Index a, Index b, Polynomial test, Assumptions assumptions) {
    Optional<Condition> inner = choice(normal(a), assumptions);
    if (inner.isEmpty()) {
      inner = choice(normal(b), assumptions);
    }
    if (inner.isPresent()) {
      return inner;
    }
    return atLeastZero(test, assumptions, false) instanceof Open(Condition open)
        ? Optional.of(open)
        : Optional.empty();
  }

  private static Decision both(
      Decision first, Predicate second, Assumptions assumptions, boolean choices, boolean unit) {
    if (first instanceof Known(boolean value)) {
      return value == unit ? of(second, assumptions, choices) : first;
    }
    Decision other = of(second, assumptions, choices);
    if (other instanceof Known(boolean value)) {
      return value == unit ? first : other;
    }
    return first;
  }

  private static Decision bit(Polynomial value, Polynomial position, Assumptions assumptions) {
    if (assumptions.proveSimple(position.negate().minus(Polynomial.ONE)) || value.isZero()) {
      return new Known(false);
    }
    if (value.isConstant() && position.isConstant()) {
      BigInteger at = position.constantTerm().numerator();
      BigInteger number = value.constantTerm().numerator();
      boolean far = at.bitLength() > 31;
      return new Known(far ? number.signum() < 0 : number.testBit(at.intValueExact()));
    }
    return known(
        new Predicate.Bit(Normalizer.toIndex(value), Normalizer.toIndex(position)), assumptions);
  }

  private static Decision prime(Polynomial value, Assumptions assumptions) {
    if (value.isConstant()
        && value.constantTerm().numerator().compareTo(BigInteger.valueOf(MAXIMAL_PRIME)) < 0) {
      return new Known(isPrime(value.constantTerm().numerator().intValue()));
    }
    return known(new Predicate.Prime(Normalizer.toIndex(value)), assumptions);
  }

  private static boolean isPrime(int value) {
    for (int divisor = 2; divisor * divisor <= value; divisor++) {
      if (value % divisor == 0) {
        return false;
      }
    }
    return value > 1;
  }

  private static Decision known(Predicate predicate, Assumptions assumptions) {
    Boolean truth = assumptions.truths().get(predicate);
    return truth == null ? new Open(new Condition.Holds(predicate, true)) : new Known(truth);
  }

  private static Polynomial normal(Index term) {
    return Normalizer.normalise(term);
  }
}
