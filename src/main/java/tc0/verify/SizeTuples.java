package tc0.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tc0.circuit.index.Budget;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.Limits;
import tc0.circuit.index.Scope;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.Check;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.IndexTerms;

/** The sizes that a check names, every combination, smallest first. */
final class SizeTuples {
  private static final int MOST = 10_000;

  private SizeTuples() {}

  static List<Map<String, BigInteger>> of(Check check, CircuitInfo circuit) {
    List<String> parameters = circuit.core().parameters();
    Map<String, Check.SizeRange> ranges = new LinkedHashMap<>();
    for (Check.SizeRange range : check.ranges()) {
      String name = range.name().text();
      if (!parameters.contains(name)) {
        throw error(
            range.span(),
            "`" + name + "` is not a size of " + circuit.name(),
            "its sizes are " + String.join(", ", parameters));
      }
      if (range.from().compareTo(range.to()) > 0) {
        throw error(range.span(), "the range is empty", "write the smaller end first");
      }
      ranges.put(name, range);
    }
    List<Map<String, BigInteger>> tuples = List.of(Map.of());
    for (String parameter : parameters) {
      Check.SizeRange range = ranges.get(parameter);
      if (range == null && !hasDefault(circuit, parameter)) {
        throw error(
            check.span(),
            "the check does not say the size `" + parameter + "`",
            "add `" + parameter + " = …`");
      }
      if (range != null) {
        tuples = extend(tuples, parameter, range, check);
      }
    }
    return tuples.stream()
        .map(sizes -> withDefaults(circuit, sizes))
        .filter(sizes -> holds(circuit.core().where(), sizes))
        .toList();
  }

  private static List<Map<String, BigInteger>> extend(
      List<Map<String, BigInteger>> tuples, String parameter, Check.SizeRange range, Check check) {
    List<Map<String, BigInteger>> longer = new ArrayList<>();
    for (Map<String, BigInteger> tuple : tuples) {
      for (BigInteger value = range.from();
          value.compareTo(range.to()) <= 0;
          value = value.add(BigInteger.ONE)) {
        if (longer.size() >= MOST) {
          throw error(check.span(), "more than " + MOST + " sizes to check", "narrow the ranges");
        }
        Map<String, BigInteger> next = new LinkedHashMap<>(tuple);
        next.put(parameter, value);
        longer.add(next);
      }
    }
    return longer;
  }

  private static boolean hasDefault(CircuitInfo circuit, String parameter) {
    return circuit.header().sizes().stream()
        .anyMatch(size -> size.name().text().equals(parameter) && size.defaultValue().isPresent());
  }

  /** Adds the defaults of sizes that are not given. */
  static Map<String, BigInteger> withDefaults(CircuitInfo circuit, Map<String, BigInteger> sizes) {
    Map<String, BigInteger> all = new LinkedHashMap<>(sizes);
    for (var size : circuit.header().sizes()) {
      if (!all.containsKey(size.name().text()) && size.defaultValue().isPresent()) {
        var reader = IndexTerms.in(circuit.scope(), List.copyOf(all.keySet()));
        all.put(
            size.name().text(),
            new IndexCompiler(new Budget(Limits.DEFAULT))
                .term(reader.index(size.defaultValue().get()), Scope.of(all))
                .value(new long[0]));
      }
    }
    return all;
  }

  /** An index term at concrete sizes. */
  static BigInteger value(Index term, Map<String, BigInteger> sizes) {
    return new IndexCompiler(new Budget(Limits.DEFAULT))
        .term(term, Scope.of(sizes))
        .value(new long[64]);
  }

  /** Whether a condition on the sizes holds. */
  static boolean holds(Predicate condition, Map<String, BigInteger> sizes) {
    Scope scope = Scope.of(sizes);
    var compiled = new IndexCompiler(new Budget(Limits.DEFAULT)).condition(condition, scope);
    return compiled.holds(new long[Math.max(1, 64)]);
  }

  private static DiagnosticException error(
      tc0.syntax.source.Span span, String message, String help) {
    return new DiagnosticException(
        Diagnostic.error(DiagnosticCode.TC0701, span, message).withHelp(help));
  }
}
