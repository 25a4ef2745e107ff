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

  /** Refuses types that are not provably the same; wires are accepted where forms are expected. */
  void requireSame(ValueType expected, ValueType actual, Span span) {
    if (expected.extents().size() != actual.extents().size() || !sameElements(expected, actual)) {
      throw Errors.error(
          DiagnosticCode.TC0304,
          span,
          "expected " + text(expected) + ", found " + text(actual),
          "check the indices and the fields that are read");
    }
    requireEqual(expected.extents(), actual.extents(), expected, actual, span);
    if (expected instanceof ValueType.Structure a && actual instanceof ValueType.Structure b) {
      requireEqual(a.arguments(), b.arguments(), expected, actual, span);
    }
  }

  private static boolean sameElements(ValueType expected, ValueType actual) {
    if (expected instanceof ValueType.Bits a && actual instanceof ValueType.Bits b) {
      return a.wire().isForm() || !b.wire().isForm();
    }
    return expected instanceof ValueType.Structure a
        && actual instanceof ValueType.Structure b
        && a.record().equals(b.record());
  }

  private static void requireEqual(
      List<Index> expected, List<Index> actual, ValueType a, ValueType b, Span span) {
    for (int i = 0; i < expected.size(); i++) {
      if (!SizeEquality.holds(expected.get(i), actual.get(i))) {
        throw Errors.error(
            DiagnosticCode.TC0402,
            span,
            "sizes differ: expected "
                + text(a)
                + ", found "
                + text(b)
                + "; "
                + Notation.text(expected.get(i))
                + " = "
                + Notation.text(actual.get(i))
                + " is not an identity",
            "give the sizes explicitly, as in `f[w = …](x)`, or cut and extend with `resize(x, w)`");
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
