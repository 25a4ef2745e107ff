package tc0.kernel;

import java.util.List;
import java.util.Optional;

/**
 * The immediate parts of an index term or predicate: those outside its bound variable and, if it
 * binds one, those in its scope. The body of a named function is not a part of its application.
 */
record Parts(
    List<Index> terms,
    List<Predicate> predicates,
    Optional<String> binds,
    List<Index> boundTerms,
    List<Predicate> boundPredicates) {

  static Parts of(Index term) {
    return switch (term) {
      case Index.Number number -> ofTerms();
      case Index.Variable variable -> ofTerms();
      case Index.Add(Index a, Index b) -> ofTerms(a, b);
      case Index.Subtract(Index a, Index b) -> ofTerms(a, b);
      case Index.Multiply(Index a, Index b) -> ofTerms(a, b);
      case Index.Divide(Index a, Index b) -> ofTerms(a, b);
      case Index.Modulo(Index a, Index b) -> ofTerms(a, b);
      case Index.Length(Index a) -> ofTerms(a);
      case Index.PowerOfTwo(Index a) -> ofTerms(a);
      case Index.Minimum(Index a, Index b) -> ofTerms(a, b);
      case Index.Maximum(Index a, Index b) -> ofTerms(a, b);
      case Index.Conditional(Predicate condition, Index a, Index b) ->
          new Parts(List.of(a, b), List.of(condition), Optional.empty(), List.of(), List.of());
      case Index.Least(String v, Index bound, Predicate condition) ->
          new Parts(List.of(bound), List.of(), Optional.of(v), List.of(), List.of(condition));
      case Index.PowerModuloPrime(Index a, Index b, Index m) -> ofTerms(a, b, m);
      case Index.PowerModulo(Index a, Index b, Index m) -> ofTerms(a, b, m);
      case Index.Summation(String v, Index bound, Index body) ->
          new Parts(List.of(bound), List.of(), Optional.of(v), List.of(body), List.of());
      case Index.Product(String v, Index bound, Index body) ->
          new Parts(List.of(bound), List.of(), Optional.of(v), List.of(body), List.of());
      case Index.GreatestCommonDivisor(Index a, Index b) -> ofTerms(a, b);
      case Index.InverseModulo(Index a, Index m) -> ofTerms(a, m);
      case Index.Apply(Index.Function function, List<Index> arguments) -> ofTerms(arguments);
      case Index.Advise(Index.Advice advice, List<Index> arguments) -> ofTerms(arguments);
    };
  }

  static Parts of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Truth truth -> ofTerms();
      case Predicate.Less(Index a, Index b) -> ofTerms(a, b);
      case Predicate.Equal(Index a, Index b) -> ofTerms(a, b);
      case Predicate.Not(Predicate of) -> ofPredicates(of);
      case Predicate.And(Predicate a, Predicate b) -> ofPredicates(a, b);
      case Predicate.Or(Predicate a, Predicate b) -> ofPredicates(a, b);
      case Predicate.Bit(Index a, Index b) -> ofTerms(a, b);
      case Predicate.Prime(Index a) -> ofTerms(a);
      case Predicate.Exists(String v, Index bound, Predicate property) ->
          new Parts(List.of(bound), List.of(), Optional.of(v), List.of(), List.of(property));
      case Predicate.ForAll(String v, Index bound, Predicate property) ->
          new Parts(List.of(bound), List.of(), Optional.of(v), List.of(), List.of(property));
      case Predicate.Apply(Predicate.Named named, List<Index> arguments) -> ofTerms(arguments);
    };
  }

  /** The greatest number of nested bound variables. */
  int height() {
    int outside = height(terms, predicates);
    int inside = height(boundTerms, boundPredicates) + (binds.isPresent() ? 1 : 0);
    return Math.max(outside, inside);
  }

  private static int height(List<Index> terms, List<Predicate> predicates) {
    int height = 0;
    for (Index term : terms) {
      height = Math.max(height, of(term).height());
    }
    for (Predicate predicate : predicates) {
      height = Math.max(height, of(predicate).height());
    }
    return height;
  }

  private static Parts ofTerms(Index... terms) {
    return ofTerms(List.of(terms));
  }

  private static Parts ofTerms(List<Index> terms) {
    return new Parts(terms, List.of(), Optional.empty(), List.of(), List.of());
  }

  private static Parts ofPredicates(Predicate... predicates) {
    return new Parts(List.of(), List.of(predicates), Optional.empty(), List.of(), List.of());
  }
}
