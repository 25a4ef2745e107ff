package tc0.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The free variables of index terms and predicates. */
public final class Variables {

  private Variables() {}

  /** The free variables of {@code term}, in alphabetical order. */
  public static SortedSet<String> of(Index term) {
    SortedSet<String> found = new TreeSet<>();
    collect(term, Set.of(), found);
    return found;
  }

  /** The free variables of {@code predicate}, in alphabetical order. */
  public static SortedSet<String> of(Predicate predicate) {
    SortedSet<String> found = new TreeSet<>();
    collect(predicate, Set.of(), found);
    return found;
  }

  private static void collect(Index term, Set<String> bound, SortedSet<String> found) {
    switch (term) {
      case Index.Number number -> {}
      case Index.Variable(String name) -> {
        if (!bound.contains(name)) {
          found.add(name);
        }
      }
      case Index.Add(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Index.Subtract(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Index.Multiply(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Index.Divide(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Index.Modulo(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Index.Minimum(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Index.Maximum(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Index.GreatestCommonDivisor(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Index.InverseModulo(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Index.Length(Index a) -> collect(a, bound, found);
      case Index.PowerOfTwo(Index a) -> collect(a, bound, found);
      case Index.PowerModuloPrime(Index a, Index b, Index m) ->
          collect(List.of(a, b, m), bound, found);
      case Index.PowerModulo(Index a, Index b, Index m) -> collect(List.of(a, b, m), bound, found);
      case Index.Apply(Index.Function function, List<Index> arguments) ->
          collect(arguments, bound, found);
      case Index.Advise(Index.Advice advice, List<Index> arguments) ->
          collect(arguments, bound, found);
      case Index.Conditional(Predicate condition, Index a, Index b) -> {
        collect(condition, bound, found);
        collect(List.of(a, b), bound, found);
      }
      case Index.Least(String variable, Index bounds, Predicate condition) -> {
        collect(bounds, bound, found);
        collect(condition, with(bound, variable), found);
      }
      case Index.Summation(String variable, Index bounds, Index body) -> {
        collect(bounds, bound, found);
        collect(body, with(bound, variable), found);
      }
      case Index.Product(String variable, Index bounds, Index body) -> {
        collect(bounds, bound, found);
        collect(body, with(bound, variable), found);
      }
    }
  }

  private static void collect(Predicate predicate, Set<String> bound, SortedSet<String> found) {
    switch (predicate) {
      case Predicate.Truth truth -> {}
      case Predicate.Less(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Predicate.Equal(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Predicate.Bit(Index a, Index b) -> collect(List.of(a, b), bound, found);
      case Predicate.Prime(Index a) -> collect(a, bound, found);
      case Predicate.Not(Predicate of) -> collect(of, bound, found);
      case Predicate.And(Predicate a, Predicate b) -> {
        collect(a, bound, found);
        collect(b, bound, found);
      }
      case Predicate.Or(Predicate a, Predicate b) -> {
        collect(a, bound, found);
        collect(b, bound, found);
      }
      case Predicate.Exists(String variable, Index bounds, Predicate property) -> {
        collect(bounds, bound, found);
        collect(property, with(bound, variable), found);
      }
      case Predicate.ForAll(String variable, Index bounds, Predicate property) -> {
        collect(bounds, bound, found);
        collect(property, with(bound, variable), found);
      }
      case Predicate.Apply(Predicate.Named named, List<Index> arguments) ->
          collect(arguments, bound, found);
    }
  }

  private static void collect(List<Index> terms, Set<String> bound, SortedSet<String> found) {
    terms.forEach(term -> collect(term, bound, found));
  }

  private static Set<String> with(Set<String> names, String name) {
    Set<String> result = new HashSet<>(names);
    result.add(name);
    return result;
  }
}
