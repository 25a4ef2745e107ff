package tc0.kernel;

/** Which terms are natural numbers at every assignment, as far as their shape shows. */
public final class Naturals {

  private Naturals() {}

  /** Whether all coefficients are at least 0 and all atoms natural. */
  public static boolean contains(Polynomial p) {
    return p.hasNonNegativeCoefficients() && p.atoms().stream().allMatch(Naturals::contains);
  }

  /** Whether all atoms are natural. */
  public static boolean containsAtomsOf(Monomial monomial) {
    return monomial.exponents().keySet().stream().allMatch(Naturals::contains);
  }

  /** Whether the atom is never negative. */
  public static boolean contains(Atom atom) {
    return !(atom instanceof Atom.Opaque opaque) || contains(opaque.term());
  }

  private static boolean contains(Index term) {
    return switch (term) {
      case Index.Number number -> number.value().signum() >= 0;
      case Index.Add(Index a, Index b) -> contains(a) && contains(b);
      case Index.Multiply(Index a, Index b) -> contains(a) && contains(b);
      case Index.Divide(Index a, Index b) -> contains(a);
      case Index.Minimum(Index a, Index b) -> contains(a) && contains(b);
      case Index.Maximum(Index a, Index b) -> contains(a) || contains(b);
      case Index.Conditional(Predicate condition, Index a, Index b) -> contains(a) && contains(b);
      case Index.Summation(String v, Index bound, Index body) -> contains(body);
      case Index.Product(String v, Index bound, Index body) -> contains(body);
      case Index.Subtract subtract -> false;
      // An application is unfolded before it is asked about; these are natural by definition.
      case Index.Apply apply -> false;
      case Index.Variable variable -> true;
      case Index.Modulo modulo -> true;
      case Index.Length length -> true;
      case Index.PowerOfTwo power -> true;
      case Index.Least least -> true;
      case Index.PowerModuloPrime power -> true;
      case Index.PowerModulo power -> true;
      case Index.GreatestCommonDivisor gcd -> true;
      case Index.InverseModulo inverse -> true;
      case Index.Advise advise -> true;
    };
  }
}
