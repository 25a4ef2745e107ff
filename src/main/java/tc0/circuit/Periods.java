package tc0.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.Scope;
import tc0.circuit.index.Term;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/**
 * How an index term repeats itself as a function of one variable {@code e}: between certain breaks
 * it is periodic, as a term is that uses {@code e} modulo a number, in the exponent of a power
 * modulo a prime (Fermat), or in comparisons with terms free of {@code e}.
 *
 * @param known whether anything could be said
 * @param breaks where a new piece begins
 * @param periods numbers whose least common multiple is a period within each piece
 */
record Periods(boolean known, List<Term> breaks, List<Term> periods) {

  /**
   * The pieces at some sizes.
   *
   * @param breaks ascending
   * @param period 0 if none is known
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Pieces(long[] breaks, long period) {}

  private static final Periods UNKNOWN = new Periods(false, List.of(), List.of());

  /** Periods beyond this are of no use. */
  private static final long LONGEST = 1L << 32;

  /** Analyses {@code function} of {@code variable} in a scope that binds its other variables. */
  static Periods of(Index function, String variable, Scope scope, IndexCompiler indices) {
    Analysis analysis = new Analysis(new ArrayList<>(), new ArrayList<>());
    Map<String, Operand> names = new HashMap<>();
    for (String name : Variables.of(function)) {
      names.put(
          name,
          new Operand(name.equals(variable) ? Shape.IDENTITY : Shape.FREE, Index.variable(name)));
    }
    Shape shape = new Names(names, Set.of(), analysis).shape(function);
    return shape == Shape.FREE || shape == Shape.PERIODIC
        ? new Periods(
            true,
            analysis.breaks.stream().map(term -> indices.term(term, scope)).toList(),
            analysis.periods.stream().map(term -> indices.term(term, scope)).toList())
        : UNKNOWN;
  }

  /** The pieces for the values in the slots of a frame. */
  Pieces at(long[] slots) {
    long period = known ? 1 : 0;
    for (Term term : periods) {
      long next = Math.max(term.clamped(slots), 1);
      if (period != 0) {
        long rest = next / gcd(period, next);
        period = rest > LONGEST / period ? 0 : period * rest;
      }
    }
    TreeSet<Long> places = new TreeSet<>();
    breaks.forEach(term -> places.add(term.clamped(slots)));
    return new Pieces(places.stream().mapToLong(Long::longValue).toArray(), period);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** What is known of a term as a function of {@code e}. */
  private enum Shape {
    /** It does not mention {@code e}. */
    FREE,
    /** It is periodic between the breaks. */
    PERIODIC,
    /** It is {@code e}. */
    IDENTITY,
    /** A polynomial with integer coefficients in {@code e} and periodic terms. */
    POLYNOMIAL,
    /** Anything else. */
    OTHER
  }

  /** What a name stands for; a free one as a term over the variables outside. */
  private record Operand(Shape shape, Index term) {}

  private static final Operand NONE = new Operand(Shape.OTHER, Index.ZERO);

  private record Analysis(List<Index> breaks, List<Index> periods) {}

  /**
   * The names in scope.
   *
   * @param local bound inside, free of {@code e} but without a term outside
   */
  private record Names(Map<String, Operand> operands, Set<String> local, Analysis analysis) {

    Shape shape(Index index) {
      if (isFree(Variables.of(index))) {
        return Shape.FREE;
      }
      return switch (index) {
        case Index.Variable(var name) -> operand(name).shape();
        case Index.Add(var a, var b) -> ring(a, b);
        case Index.Subtract(var a, var b) -> ring(a, b);
        case Index.Multiply(var a, var b) -> ring(a, b);
        case Index.Divide(var a, var b) -> periodic(shape(a), shape(b));
        case Index.Minimum(var a, var b) -> periodic(shape(a), shape(b));
        case Index.Maximum(var a, var b) -> periodic(shape(a), shape(b));
        case Index.Length(var a) -> periodic(shape(a));
        case Index.PowerOfTwo(var a) -> periodic(shape(a));
        case Index.Modulo(var a, var m) -> residue(shape(a), m);
        case Index.PowerModuloPrime(var base, var exponent, var m) -> power(base, exponent, m);
        case Index.Conditional(var p, var a, var b) -> periodic(truth(p), shape(a), shape(b));
        case Index.Least(var v, var bound, var p) -> periodic(shape(bound), with(v).truth(p));
        case Index.Apply(var f, var arguments) ->
            called(f.parameters(), arguments)
                .map(names -> names.shape(f.body()))
                .orElse(Shape.OTHER);
        default -> Shape.OTHER;
      };
    }

    private Operand operand(String name) {
      return operands.getOrDefault(name, NONE);
    }

    private boolean isFree(Set<String> variables) {
      return variables.stream()
          .allMatch(name -> local.contains(name) || (operand(name).shape() == Shape.FREE));
    }

    private Names with(String name) {
      Set<String> more = new TreeSet<>(local);
      more.add(name);
      Map<String, Operand> rest = new HashMap<>(operands);
      rest.remove(name);
      return new Names(rest, more, analysis);
    }

    /** The names inside a function; nothing if an argument has no term outside. */
    private Optional<Names> called(List<String> parameters, List<Index> arguments) {
      Map<String, Operand> inner = new HashMap<>();
      Set<String> unknown = new TreeSet<>();
      for (int i = 0; i < parameters.size(); i++) {
        Shape shape = shape(arguments.get(i));
        if (shape == Shape.OTHER) {
          return Optional.empty();
        }
        Optional<Index> term = outside(arguments.get(i));
        if (shape == Shape.FREE && term.isEmpty()) {
          unknown.add(parameters.get(i));
        } else {
          inner.put(parameters.get(i), new Operand(shape, term.orElse(Index.ZERO)));
        }
      }
      return Optional.of(new Names(inner, unknown, analysis));
    }

    /** A free term over the variables outside: the function of the names that it is here. */
    private Optional<Index> outside(Index free) {
      List<String> used = List.copyOf(Variables.of(free));
      if (used.stream().anyMatch(name -> operand(name).shape() != Shape.FREE)) {
        return Optional.empty();
      }
      return Optional.of(
          new Index.Apply(
              new Index.Function("part", used, free),
              used.stream().map(name -> operand(name).term()).toList()));
    }

    private Shape ring(Index a, Index b) {
      Shape first = shape(a);
      Shape second = shape(b);
      if (first == Shape.OTHER || second == Shape.OTHER) {
        return Shape.OTHER;
      }
      Shape both = periodic(first, second);
      return both == Shape.OTHER ? Shape.POLYNOMIAL : both;
    }

    private static Shape periodic(Shape... shapes) {
      return Arrays.stream(shapes).allMatch(s -> s == Shape.FREE || s == Shape.PERIODIC)
          ? Shape.PERIODIC
          : Shape.OTHER;
    }

    private Shape residue(Shape dividend, Index modulus) {
      if (dividend == Shape.OTHER || !isFree(Variables.of(modulus))) {
        return Shape.OTHER;
      }
      return dividend == Shape.PERIODIC ? Shape.PERIODIC : repeats(modulus);
    }

    /** A new period, if it can be said outside. */
    private Shape repeats(Index period) {
      Optional<Index> term = outside(period);
      term.ifPresent(analysis.periods::add);
      return term.isPresent() ? Shape.PERIODIC : Shape.OTHER;
    }

    private Shape breaksAt(Index place) {
      Optional<Index> term = outside(place);
      term.ifPresent(analysis.breaks::add);
      return term.isPresent() ? Shape.PERIODIC : Shape.OTHER;
    }

    /** For a prime m, g^e repeats after m - 1, from e = 1 on; a power of e repeats after m. */
    private Shape power(Index base, Index exponent, Index modulus) {
      if (!isFree(Variables.of(modulus))) {
        return Shape.OTHER;
      }
      Shape below = shape(base);
      Shape above = shape(exponent);
      if (below == Shape.FREE && above == Shape.IDENTITY) {
        analysis.breaks.add(Index.ONE);
        return repeats(modulus.minus(Index.ONE));
      }
      if (above == Shape.FREE || above == Shape.PERIODIC) {
        return residue(below == Shape.FREE ? Shape.PERIODIC : below, modulus);
      }
      return Shape.OTHER;
    }

    private Shape truth(Predicate predicate) {
      return switch (predicate) {
        case Predicate.Truth truth -> Shape.FREE;
        case Predicate.Not(var of) -> truth(of);
        case Predicate.And(var a, var b) -> periodic(truth(a), truth(b));
        case Predicate.Or(var a, var b) -> periodic(truth(a), truth(b));
        case Predicate.Bit(var a, var b) -> periodic(shape(a), shape(b));
        case Predicate.Prime(var a) -> periodic(shape(a));
        case Predicate.Less(var a, var b) -> compared(a, b);
        case Predicate.Equal(var a, var b) -> compared(a, b);
        case Predicate.Apply(var named, var arguments) ->
            called(named.parameters(), arguments)
                .map(names -> names.truth(named.body()))
                .orElse(Shape.OTHER);
        case Predicate.Exists(var v, var bound, var p) -> periodic(shape(bound), with(v).truth(p));
        case Predicate.ForAll(var v, var bound, var p) -> periodic(shape(bound), with(v).truth(p));
      };
    }

    private Shape compared(Index a, Index b) {
      Shape first = shape(a);
      Shape second = shape(b);
      if (first == Shape.IDENTITY && second == Shape.FREE) {
        return periodic(breaksAt(b), breaksAt(b.plus(Index.ONE)));
      }
      if (first == Shape.FREE && second == Shape.IDENTITY) {
        return periodic(breaksAt(a), breaksAt(a.plus(Index.ONE)));
      }
      return periodic(first, second);
    }
  }
}
