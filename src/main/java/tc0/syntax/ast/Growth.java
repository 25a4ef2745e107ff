package tc0.syntax.ast;

import java.math.BigInteger;
import java.util.List;
import tc0.syntax.source.Span;

/** A rate of growth, {@code poly(n)} or {@code O(n^2 * log^3 n + p)}. */
public sealed interface Growth extends Node {

  /** {@code poly(base)}: at most some polynomial. */
  record Poly(Span span, Identifier base) implements Growth {}

  /** {@code O(m1 + m2 + …)}: at most a constant times the sum of the monomials. */
  record BigO(Span span, List<Monomial> monomials) implements Growth {
    public BigO {
      monomials = List.copyOf(monomials);
    }
  }

  /** A product of factors; there is at least one. */
  record Monomial(List<Factor> factors) {
    public Monomial {
      factors = List.copyOf(factors);
    }
  }

  /** One factor of a monomial. */
  sealed interface Factor {}

  /** {@code n^3}; the exponent is 1 if not written. */
  record Power(Identifier name, BigInteger exponent) implements Factor {}

  /** {@code log^2 n}; the exponent is 1 if not written. */
  record Log(Identifier name, BigInteger exponent) implements Factor {}

  /** A numeral, as in {@code O(1)}. */
  record Constant(BigInteger value) implements Factor {}
}
