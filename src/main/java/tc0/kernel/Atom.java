package tc0.kernel;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An indivisible quantity of a {@link Polynomial}. The order is total, agrees with equality and is
 * the same in every run.
 *
 * <p>All atoms are natural numbers at every assignment, except an {@link Opaque} one, which may be
 * negative.
 */
public sealed interface Atom extends Comparable<Atom> {

  /**
   * A size parameter or a binder; a natural number. The cells and the mass of a form input are
   * variables too, see {@link #cells} and {@link #mass}.
   */
  record Variable(String name) implements Atom {
    public Variable {
      Objects.requireNonNull(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The number of binary digits of {@code floor(of)}; 0 when that is not positive. */
  record Length(Polynomial of) implements Atom {
    public Length {
      Objects.requireNonNull(of);
    }

    @Override
    public String toString() {
      return "len(" + of + ")";
    }
  }

  /** {@code 2^floor(exponent)}; 0 when the exponent is negative. */
  record PowerOfTwo(Polynomial exponent) implements Atom {
    public PowerOfTwo {
      Objects.requireNonNull(exponent);
    }

    @Override
    public String toString() {
      String text = exponent.toString();
      return exponent.isSingleAtom() && text.chars().allMatch(Character::isLetterOrDigit)
          ? "2^" + text
          : "2^(" + text + ")";
    }
  }

  /**
   * An index term that the polynomial algebra does not open: a quotient, a minimum, a {@code
   * least}. It may be negative. Its text and its variables are found when they are first asked for,
   * since most atoms are parts of terms that come and go.
   */
  final class Opaque implements Atom {
    private final Index term;
    private final int hash;
    private Optional<String> text = Optional.empty(); // until it is asked for
    private Optional<Set<String>> variables = Optional.empty(); // until they are asked for

    /** The atom of {@code term}, whose parts are in normal form. */
    public Opaque(Index term) {
      this.term = term;
      this.hash = term.hashCode();
    }

    /** The term; its parts are in normal form. */
    public Index term() {
      return term;
    }

    /** The term as a reader would write it. */
    public String text() {
      if (text.isEmpty()) {
        text = Optional.of(Notation.text(term));
      }
      return text.get();
    }

    /** The free variables. */
    public Set<String> variables() {
      if (variables.isEmpty()) {
        variables = Optional.of(Set.copyOf(Variables.of(term)));
      }
      return variables.get();
    }

    @Override
    public boolean equals(Object other) {
      return other == this
          || other instanceof Opaque opaque && hash == opaque.hash && term.equals(opaque.term);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * The value of a polynomial that is not written down: the size of an axiom that only promises
   * "polynomial". Its coefficients are non-negative, so it is monotone.
   */
  record Unnamed(String name, List<Polynomial> arguments) implements Atom {
    public Unnamed {
      Objects.requireNonNull(name);
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      return name
          + "("
          + String.join(", ", arguments.stream().map(Polynomial::toString).toList())
          + ")";
    }
  }

  /**
   * The number of literals of the largest entry passed for form input {@code input}, with their
   * repetitions.
   */
  static Variable cells(String input) {
    return new Variable("cells(" + input + ")");
  }

  /** The largest sum of absolute weights of an entry passed for form input {@code input}. */
  static Variable mass(String input) {
    return new Variable("mass(" + input + ")");
  }

  @Override
  default int compareTo(Atom other) {
    if (this == other) {
      return 0;
    }
    if (rank() != other.rank()) {
      return Integer.compare(rank(), other.rank());
    }
    return switch (this) {
      case Variable(String name) -> name.compareTo(((Variable) other).name());
      case Length(Polynomial of) -> of.compareTo(((Length) other).of());
      case PowerOfTwo(Polynomial exponent) -> exponent.compareTo(((PowerOfTwo) other).exponent());
      case Opaque opaque -> {
        Opaque second = (Opaque) other;
        if (opaque.equals(second)) {
          yield 0;
        }
        int byText = opaque.text().compareTo(second.text());
        // Two pieces of advice may share a name; the full term then tells them apart.
        yield byText != 0 ? byText : opaque.term().toString().compareTo(second.term().toString());
      }
      case Unnamed unnamed -> {
        Unnamed second = (Unnamed) other;
        int order = unnamed.name().compareTo(second.name());
        Iterator<Polynomial> rest = second.arguments().iterator();
        for (Polynomial argument : unnamed.arguments()) {
          if (order == 0) {
            order = rest.hasNext() ? argument.compareTo(rest.next()) : 1;
          }
        }
        yield order == 0 && rest.hasNext() ? -1 : order;
      }
    };
  }

  private int rank() {
    return switch (this) {
      case Variable v -> 0;
      case Length l -> 1;
      case PowerOfTwo p -> 2;
      case Opaque o -> 3;
      case Unnamed u -> 4;
    };
  }
}
