package tc0.kernel.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tc0.kernel.Atom;
import tc0.kernel.Index;
import tc0.kernel.Monomial;
import tc0.kernel.Naturals;
import tc0.kernel.Normalizer;
import tc0.kernel.Polynomial;
import tc0.kernel.Rational;

/**
 * Proves {@code term >= 0} from assumptions: its contrary, the assumptions and the defining
 * inequalities of the quotients and extrema that occur are refuted by {@link FourierMotzkin},
 * products of variables being opaque. Where a product x z occurs, inequalities with x are also used
 * multiplied by the natural z.
 */
final class Deduction {

  private static final int MAXIMAL_PRODUCTS = 60;

  private final Assumptions assumptions;
  private final Map<Polynomial, Boolean> known = new HashMap<>();

  Deduction(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  boolean isNonNegative(Polynomial term) {
    if (term.isConstant()) {
      return term.constantTerm().signum() >= 0;
    }
    Boolean answer = known.get(term);
    if (answer == null) {
      answer = isPlainlyNonNegative(term) || refute(system(contrary(term)));
      known.put(term, answer);
    }
    return answer;
  }

  boolean isPlainlyNonNegative(Polynomial term) {
    if (Naturals.contains(term)) {
      return true;
    }
    for (Polynomial fact : assumptions.inequalities()) {
      if (Naturals.contains(term.minus(fact))) {
        return true;
      }
    }
    Set<Polynomial> rows = new LinkedHashSet<>(assumptions.inequalities());
    rows.add(contrary(term));
    return refute(connected(rows, contrary(term)));
  }

  private static Polynomial contrary(Polynomial term) {
    return term.negate().minus(Polynomial.ONE);
  }

  private static boolean refute(Set<Polynomial> rows) {
    Set<Polynomial> all = new LinkedHashSet<>(rows);
    for (Polynomial row : rows) {
      for (Monomial monomial : row.terms().keySet()) {
        if (Naturals.containsAtomsOf(monomial)) {
          all.add(Polynomial.of(monomial, Rational.ONE));
        }
      }
    }
    return FourierMotzkin.isContradictory(List.copyOf(all));
  }

  private Set<Polynomial> system(Polynomial goal) {
    Set<Polynomial> rows = new LinkedHashSet<>(assumptions.inequalities());
    rows.add(goal);
    define(rows);
    rows.addAll(products(rows));
    return connected(rows, goal);
  }

  /** Adds what the atoms mean, those inside other atoms included. */
  private void define(Set<Polynomial> rows) {
    Set<Atom> seen = new HashSet<>();
    List<Polynomial> open = new ArrayList<>(rows);
    while (!open.isEmpty()) {
      List<Polynomial> found = new ArrayList<>();
      for (Polynomial row : open) {
        for (Atom atom : row.atoms()) {
          if (atom instanceof Atom.Opaque opaque && seen.add(atom)) {
            found.addAll(meaning(opaque));
          }
        }
      }
      rows.addAll(found);
      open = found;
    }
  }

  private List<Polynomial> meaning(Atom.Opaque atom) {
    Polynomial self = assumptions.substitute(Polynomial.of(atom));
    return switch (atom.term()) {
      case Index.Divide(Index a, Index b) -> quotient(self, part(a), part(b));
      case Index.Modulo(Index a, Index b) -> {
        Polynomial divisor = part(b);
        yield assumptions.provePlainly(divisor.minus(Polynomial.ONE))
            ? List.of(divisor.minus(Polynomial.ONE).minus(self))
            : List.of();
      }
      case Index.Minimum(Index a, Index b) -> List.of(part(a).minus(self), part(b).minus(self));
      case Index.Maximum(Index a, Index b) -> List.of(self.minus(part(a)), self.minus(part(b)));
      default -> List.of();
    };
  }

  /** {@code y q <= x <= y q + y - 1} for positive y. */
  private List<Polynomial> quotient(Polynomial self, Polynomial x, Polynomial y) {
    if (!assumptions.provePlainly(y.minus(Polynomial.ONE))) {
      return List.of();
    }
    List<Polynomial> rows = new ArrayList<>();
    Polynomial multiple = y.times(self);
    rows.add(x.minus(multiple));
    rows.add(multiple.plus(y).minus(Polynomial.ONE).minus(x));
    if (assumptions.provePlainly(x)) {
      rows.add(self);
    }
    return rows;
  }

  private Polynomial part(Index term) {
    return assumptions.substitute(Normalizer.normalise(term));
  }

  private static Set<Polynomial> products(Set<Polynomial> rows) {
    Set<Monomial> nonLinear = new LinkedHashSet<>();
    for (Polynomial row : rows) {
      row.terms().keySet().stream().filter(m -> m.degree() > 1).forEach(nonLinear::add);
    }
    Set<Polynomial> products = new LinkedHashSet<>();
    for (Monomial monomial : nonLinear) {
      for (Atom factor : monomial.exponents().keySet()) {
        if (!Naturals.contains(factor)) {
          continue;
        }
        Monomial rest = monomial.dividedBy(Monomial.of(factor));
        for (Polynomial row : rows) {
          if (row.coefficient(rest).signum() != 0 && products.size() < MAXIMAL_PRODUCTS) {
            products.add(row.times(Polynomial.of(factor)));
          }
        }
      }
    }
    return products;
  }

  /** The rows that share monomials with the goal, directly or through others. */
  private static Set<Polynomial> connected(Set<Polynomial> rows, Polynomial goal) {
    Set<Polynomial> reached = new LinkedHashSet<>(List.of(goal));
    Set<Monomial> monomials = new HashSet<>(goal.terms().keySet());
    monomials.remove(Monomial.ONE);
    boolean growing = true;
    while (growing) {
      growing = false;
      for (Polynomial row : rows) {
        if (!reached.contains(row) && row.terms().keySet().stream().anyMatch(monomials::contains)) {
          reached.add(row);
          monomials.addAll(row.terms().keySet());
          monomials.remove(Monomial.ONE);
          growing = true;
        }
      }
    }
    return reached;
  }
}
