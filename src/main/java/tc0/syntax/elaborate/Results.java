package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tc0.kernel.Circuit;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Variables;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Item;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/**
 * Collects what a circuit returns, as a whole or field by field, and makes the core outputs of it.
 */
final class Results {
  private final Expressions expressions;
  private final Set<String> sizes;
  private final Map<String, View> returned = new LinkedHashMap<>();
  private final Map<String, Item.Return> items = new LinkedHashMap<>();

  /** The results of a circuit with these size parameters. */
  Results(Expressions expressions, Set<String> sizes) {
    this.expressions = expressions;
    this.sizes = Set.copyOf(sizes);
  }

  /** The core arrays of a parameter or result; their binders hide none of the sizes. */
  static List<Circuit.Port> ports(String name, ValueType type, Set<String> sizes) {
    List<Circuit.Port> ports = new ArrayList<>();
    for (ValueType.Leaf leaf : type.leaves()) {
      ports.add(
          new Circuit.Port(
              name + leaf.path(), Boxes.cells(leaf.extents(), sizes), leaf.wire().isForm()));
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
    List<Circuit.Port> ports = ports("return", result, sizes);
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
        requireShape(type, view.type(), items.get(path));
      }
    }
    if (type instanceof ValueType.Structure structure) {
      for (String field : structure.record().fieldNames()) {
        checkTypes(type.field(field).orElseThrow(), path + "." + field);
      }
    }
  }

  /** A box has one binder for each axis, and ends where the axis ends unless it is ragged. */
  private void requireShape(ValueType expected, ValueType actual, Item.Return item) {
    String both = "the result is " + Sizes.text(expected) + ", and this is " + Sizes.text(actual);
    boolean sameRecord =
        expected instanceof ValueType.Structure a
            ? actual instanceof ValueType.Structure b && a.record().equals(b.record())
            : actual instanceof ValueType.Bits;
    if (!sameRecord || expected.extents().size() != actual.extents().size()) {
      throw Errors.error(
          DiagnosticCode.TC0304, item.span(), both, "one binder for each axis of the result");
    }
    List<Binder> binders = item.box().orElseThrow().binders();
    for (int i = 0; i < binders.size(); i++) {
      Index end = actual.extents().get(i);
      boolean ragged = !sizes.containsAll(Variables.of(end));
      if (!ragged && !SizeEquality.holds(expected.extents().get(i), end)) {
        throw Errors.error(
            DiagnosticCode.TC0402,
            binders.get(i).span(),
            both,
            "give the whole axis; entries that are to be 0 are left out by `when`");
      }
    }
  }
}
