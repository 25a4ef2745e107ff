package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tc0.kernel.Atom;
import tc0.kernel.Box;
import tc0.kernel.Facts;
import tc0.kernel.Index;
import tc0.kernel.Monomial;
import tc0.kernel.Normalizer;
import tc0.kernel.Notation;
import tc0.kernel.Polynomial;
import tc0.kernel.Predicate;
import tc0.kernel.Prover;
import tc0.kernel.Rational;
import tc0.kernel.Scope;
import tc0.kernel.Variables;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/**
 * Remembers every divisor of a circuit and warns of those that may be 0. Division by 0 gives 0, so
 * this is no error, but seldom what was meant.
 */
final class Divisors {

  private record Use(Index divisor, Context context, Span span) {}

  private final List<Use> uses = new ArrayList<>();

  /** Notes a divisor and the place where it stands. */
  void note(Index divisor, Context context, Span span) {
    uses.add(new Use(divisor, context, span));
  }

  /** Warnings, for sizes that satisfy {@code where}. */
  List<Diagnostic> warnings(List<String> sizes, Predicate where) {
    return uses.stream()
        .filter(use -> !isOpen(use) && !isPositive(use, sizes, where))
        .map(
            use ->
                Diagnostic.warning(
                        DiagnosticCode.TC0403,
                        use.span(),
                        "the divisor " + Notation.text(use.divisor()) + " may be 0")
                    .withHelp(
                        "division by 0 gives 0; add a condition such as `where "
                            + Notation.text(use.divisor())
                            + " >= 1`"))
        .distinct()
        .toList();
  }

  /** Whether the divisor depends on a parameter of an index function, whose range is not known. */
  private static boolean isOpen(Use use) {
    return use.context().binders().stream()
        .filter(binder -> binder.high().equals(Index.ZERO))
        .anyMatch(binder -> Variables.of(use.divisor()).contains(binder.name()));
  }

  private static boolean isPositive(Use use, List<String> sizes, Predicate where) {
    TreeSet<String> names = new TreeSet<>(sizes);
    Predicate known = where;
    for (Box.Binder binder : use.context().binders()) {
      names.add(binder.name());
      Index variable = Index.variable(binder.name());
      known =
          known
              .and(Predicate.atMost(binder.low(), variable))
              .and(new Predicate.Less(variable, binder.high()));
    }
    for (Predicate condition : use.context().conditions()) {
      known = known.and(condition);
    }
    Prover prover = new Prover(Facts.of(known));
    return isPositive(use.divisor(), use.context().binders(), prover, Scope.of(List.copyOf(names)));
  }

  private static boolean isPositive(
      Index divisor, List<Box.Binder> binders, Prover prover, Scope scope) {
    return switch (divisor) {
      case Index.PowerOfTwo(Index exponent) -> prover.isNonNegative(exponent, scope);
      case Index.Maximum(Index a, Index b) ->
          isPositive(a, binders, prover, scope) || isPositive(b, binders, prover, scope);
      case Index.Minimum(Index a, Index b) ->
          isPositive(a, binders, prover, scope) && isPositive(b, binders, prover, scope);
      case Index.Multiply(Index a, Index b) ->
          isPositive(a, binders, prover, scope) && isPositive(b, binders, prover, scope);
      default ->
          prover.isNonNegative(divisor.minus(Index.ONE), scope)
              || binders.stream().anyMatch(binder -> isEmptyUnless(divisor, binder));
    };
  }

  /** Whether the range of the binder is empty where the divisor, a variable, is 0. */
  private static boolean isEmptyUnless(Index divisor, Box.Binder binder) {
    Polynomial value = Normalizer.normalise(divisor);
    if (value.terms().size() != 1) {
      return false;
    }
    Map.Entry<Monomial, Rational> only = value.terms().entrySet().iterator().next();
    if (only.getKey().degree() != 1
        || !(only.getKey().exponents().firstKey() instanceof Atom.Variable(String name))) {
      return false;
    }
    Index high = new Substitution(Map.of(name, Index.ZERO)).of(binder.high());
    Polynomial left = Normalizer.normalise(high);
    return left.isConstant() && left.constantTerm().signum() <= 0;
  }
}
