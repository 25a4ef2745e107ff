package tc0.verify;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tc0.algebra.Semigroup;
import tc0.circuit.index.Budget;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Limits;
import tc0.circuit.index.Scope;
import tc0.kernel.Index;
import tc0.syntax.ast.Declaration;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.Entity;

/**
 * Makes monoids of their declarations by evaluating the index function at all elements: nothing
 * about them is believed.
 */
final class Monoids {
  private static final int MOST = 1000;

  private final Map<String, Semigroup> known = new HashMap<>();

  /**
   * The monoid of a declaration, with its numbering.
   *
   * @throws DiagnosticException if the elements are no monoid
   */
  Semigroup of(Statements.Located<Declaration.Monoid> located) {
    Declaration.Monoid monoid = located.declaration();
    String name = located.qualified(monoid.name());
    if (!known.containsKey(name)) {
      known.put(name, read(monoid, function(located)));
    }
    return known.get(name);
  }

  private static Index.Function function(Statements.Located<Declaration.Monoid> located) {
    Declaration.Monoid monoid = located.declaration();
    if (located.names().scope().find(monoid.function()).orElse(null)
            instanceof Entity.IndexFunction(Index.Function function, List<Index> captured)
        && captured.isEmpty()
        && function.parameters().size() == 2) {
      return function;
    }
    throw wrong(
        monoid,
        "`" + monoid.function() + "` is no function of two numbers",
        monoid.points().isPresent()
            ? "give the point that element g maps point x to"
            : "give the product of two elements");
  }

  private static Semigroup read(Declaration.Monoid monoid, Index.Function function) {
    int elements = size(monoid, monoid.elements());
    Optional<Integer> points = monoid.points().map(number -> size(monoid, number));
    int limit = points.orElse(elements);
    List<List<Integer>> values =
        IntStream.range(0, elements)
            .mapToObj(
                g ->
                    IntStream.range(0, limit)
                        .mapToObj(x -> value(monoid, function, g, x, limit))
                        .toList())
            .toList();
    try {
      return Semigroup.ofTable(points.isPresent() ? products(monoid, values) : values);
    } catch (IllegalArgumentException e) {
      throw wrong(monoid, e.getMessage(), "correct the function");
    }
  }

  private static int size(Declaration.Monoid monoid, BigInteger number) {
    if (number.signum() == 0 || number.compareTo(BigInteger.valueOf(MOST)) > 0) {
      throw wrong(monoid, number + " is outside 1 … " + MOST, "take a smaller monoid");
    }
    return number.intValueExact();
  }

  private static int value(
      Declaration.Monoid monoid, Index.Function function, int g, int x, int limit) {
    Index call = new Index.Apply(function, List.of(Index.number(g), Index.number(x)));
    BigInteger value;
    try {
      value =
          new IndexCompiler(new Budget(Limits.DEFAULT))
              .term(call, Scope.of(Map.of()))
              .value(new long[64]);
    } catch (LimitExceeded e) {
      throw wrong(monoid, e.getMessage(), "take a simpler function");
    }
    if (value.signum() < 0 || value.compareTo(BigInteger.valueOf(limit)) >= 0) {
      throw wrong(
          monoid,
          "%s(%d, %d) = %d is outside 0 … %d".formatted(function.name(), g, x, value, limit - 1),
          "correct the function or the number of "
              + (monoid.points().isPresent() ? "points" : "elements"));
    }
    return value.intValueExact();
  }

  /** Products of maps that act from the right; the maps must differ and be closed. */
  private static List<List<Integer>> products(
      Declaration.Monoid monoid, List<List<Integer>> images) {
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    for (int g = 0; g < images.size(); g++) {
      Integer twin = numbers.putIfAbsent(images.get(g), g);
      if (twin != null) {
        throw wrong(
            monoid, "the elements " + twin + " and " + g + " are the same map", "count each once");
      }
    }
    return IntStream.range(0, images.size())
        .mapToObj(
            g ->
                IntStream.range(0, images.size())
                    .mapToObj(
                        h -> {
                          Integer product =
                              numbers.get(images.get(g).stream().map(images.get(h)::get).toList());
                          if (product == null) {
                            throw wrong(
                                monoid,
                                "the product of " + g + " and " + h + " is no element",
                                "add what the elements generate");
                          }
                          return product;
                        })
                    .toList())
        .toList();
  }

  private static DiagnosticException wrong(Declaration.Monoid monoid, String what, String help) {
    return new DiagnosticException(
        Diagnostic.error(
                DiagnosticCode.TC0803,
                monoid.name().span(),
                "`" + monoid.name().text() + "` is no monoid: " + what)
            .withHelp(help));
  }
}
