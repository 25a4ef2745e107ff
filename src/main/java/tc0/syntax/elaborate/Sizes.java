package tc0.syntax.elaborate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tc0.kernel.Index;
import tc0.kernel.Notation;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/** Finds size arguments from the types of arguments, and compares types. */
final class Sizes {

  /**
   * Binds the size parameters that stand bare in a declared type to what the argument has there.
   */
  void infer(
      ValueType declared, ValueType actual, Map<String, Index> bound, List<String> parameters) {
    bind(declared.extents(), actual.extents(), bound, parameters);
    if (declared instanceof ValueType.Structure a
        && actual instanceof ValueType.Structure b
        && a.record().equals(b.record())) {
      bind(a.arguments(), b.arguments(), bound, parameters);
    }
  }

  private static void bind(
      List<Index> declared, List<Index> actual, Map<String, Index> bound, List<String> parameters) {
    if (declared.size() != actual.size()) {
      return;
    }
    for (int i = 0; i < declared.size(); i++) {
      if (declared.get(i) instanceof Index.Variable(String name) && parameters.contains(name)) {
        bound.putIfAbsent(name, actual.get(i));
      }
    }
  }

  /**
   * Refuses types that are not provably the same; wires are accepted where forms are expected.
   *
   * @param role what must have the expected type, for the message
   */
  void requireSame(ValueType expected, ValueType actual, String role, Span span) {
    String both = role + " is " + text(expected) + ", and this is " + text(actual);
    int missing = actual.extents().size() - expected.extents().size();
    if (missing != 0) {
      throw Errors.error(
          DiagnosticCode.TC0304,
          span,
          both,
          missing > 0
              ? "add the missing indices"
              : "give a whole array, or its cells, as in `{ e : i < n }`");
    }
    if (isFormForWire(expected, actual)) {
      throw Errors.error(
          DiagnosticCode.TC0302,
          span,
          both,
          "a form becomes a gate by `>= k` or `materialise`, and a parameter takes forms if it is declared `form bit`");
    }
    if (!sameElements(expected, actual)) {
      throw Errors.error(
          DiagnosticCode.TC0304,
          span,
          both,
          expected instanceof ValueType.Bits
              ? "read a field, or the word `.bits`"
              : "the types must be the same");
    }
    requireEqual(expected.extents(), actual.extents(), both, span);
    if (expected instanceof ValueType.Structure a && actual instanceof ValueType.Structure b) {
      requireEqual(a.arguments(), b.arguments(), both, span);
    }
  }

  private static boolean isFormForWire(ValueType expected, ValueType actual) {
    return expected instanceof ValueType.Bits a
        && actual instanceof ValueType.Bits b
        && !a.wire().isForm()
        && b.wire().isForm();
  }

  private static boolean sameElements(ValueType expected, ValueType actual) {
    return expected instanceof ValueType.Bits
        ? actual instanceof ValueType.Bits
        : expected instanceof ValueType.Structure a
            && actual instanceof ValueType.Structure b
            && a.record().equals(b.record());
  }

  private static void requireEqual(
      List<Index> expected, List<Index> actual, String both, Span span) {
    for (int i = 0; i < expected.size(); i++) {
      if (!SizeEquality.holds(expected.get(i), actual.get(i))) {
        throw Errors.error(
            DiagnosticCode.TC0402,
            span,
            both
                + "; "
                + Notation.text(expected.get(i))
                + " = "
                + Notation.text(actual.get(i))
                + " does not hold for all sizes",
            "give the sizes of the call, as in `f[w = …](x)`, or cut and extend with `resize(x, w)`");
      }
    }
  }

  static String text(ValueType type) {
    String base =
        switch (type) {
          case ValueType.Bits bits ->
              switch (bits.wire()) {
                case BIT -> "bit";
                case FORM_BIT -> "form bit";
                case FORM -> "form";
              };
          case ValueType.Structure s -> s.record().name() + list("(", s.arguments(), ")");
        };
    return base + list("[", type.extents(), "]");
  }

  private static String list(String open, List<Index> terms, String close) {
    return terms.isEmpty()
        ? ""
        : IntStream.range(0, terms.size())
            .mapToObj(i -> Notation.text(terms.get(i)))
            .collect(Collectors.joining(", ", open, close));
  }
}
