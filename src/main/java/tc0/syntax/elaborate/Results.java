package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.Item;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/**
 * Collects what a circuit returns, as a whole or field by field, and makes the core outputs of it.
 */
final class Results {
  private final Expressions expressions;
  private final Map<String, View> returned = new LinkedHashMap<>();
  private final Map<String, Item.Return> items = new LinkedHashMap<>();

  Results(Expressions expressions) {
    this.expressions = expressions;
  }

  /** The core arrays of a parameter or result. */
  static List<Circuit.Port> ports(String name, ValueType type) {
    List<Circuit.Port> ports = new ArrayList<>();
    for (ValueType.Leaf leaf : type.leaves()) {
      List<Box.Binder> binders = new ArrayList<>();
      for (Index extent : leaf.extents()) {
        String binder = leaf.extents().size() == 1 ? "q" : "q" + (binders.size() + 1);
        binders.add(Box.Binder.below(binder, extent));
      }
      ports.add(
          new Circuit.Port(
              name + leaf.path(), new Box(binders, Predicate.TRUE), leaf.wire().isForm()));
    }
    return ports;
  }

  void add(String path, View view, Item.Return item) {
    if (returned.containsKey(path)) {
      throw Errors.error(DiagnosticCode.TC0202, item.span(), "`return" + path + "` is given twice");
    }
    returned.put(path, view);
    items.put(path, item);
  }

  List<Circuit.Output> outputs(ValueType result, Span span) {
    checkTypes(result, "");
    List<Circuit.Output> outputs = new ArrayList<>();
    List<ValueType.Leaf> leaves = result.leaves();
    List<Circuit.Port> ports = ports("return", result);
    for (int i = 0; i < leaves.size(); i++) {
      String path = leaves.get(i).path();
      String given = longestPrefix(path, span);
      Circuit.Port port = ports.get(i);
      Form body =
          returned
              .get(given)
              .cells()
              .at(path.substring(given.length()), Context.indices(port.box()));
      if (!port.form() && !(body instanceof Form.Of)) {
        throw Errors.error(
            DiagnosticCode.TC0302,
            items.get(given).span(),
            "the result is declared as wires, and this is a form",
            "make it a gate with `>= k` or `materialise`, or return `form bit[…]`");
      }
      outputs.add(new Circuit.Output(port, body));
    }
    return outputs;
  }

  private String longestPrefix(String path, Span span) {
    String best = null;
    for (String candidate : returned.keySet()) {
      boolean prefix = path.equals(candidate) || path.startsWith(candidate + ".");
      if (prefix && (best == null || candidate.length() > best.length())) {
        best = candidate;
      }
    }
    if (best == null) {
      throw Errors.error(
          DiagnosticCode.TC0309,
          span,
          "the circuit never returns"
              + (path.isEmpty() ? " a value" : " `" + path.substring(1) + "`"),
          "write `return" + path + "[…] = …;`");
    }
    return best;
  }

  private void checkTypes(ValueType type, String path) {
    View view = returned.get(path);
    if (view != null) {
      boolean whole = items.get(path).box().isEmpty();
      if (whole) {
        expressions
            .calls()
            .sizes()
            .requireSame(type, view.type(), "the result", items.get(path).value().span());
      } else {
        requireShape(type, view.type(), items.get(path).span());
      }
    }
    if (type instanceof ValueType.Structure structure) {
      for (String field : structure.record().fieldNames()) {
        checkTypes(type.field(field).orElseThrow(), path + "." + field);
      }
    }
  }

  private static void requireShape(ValueType expected, ValueType actual, Span span) {
    boolean sameRecord =
        expected instanceof ValueType.Structure a
            ? actual instanceof ValueType.Structure b && a.record().equals(b.record())
            : actual instanceof ValueType.Bits;
    if (!sameRecord || expected.extents().size() != actual.extents().size()) {
      throw Errors.error(
          DiagnosticCode.TC0304,
          span,
          "the result is " + Sizes.text(expected) + ", and this is " + Sizes.text(actual),
          "one binder for each axis of the result");
    }
  }
}
