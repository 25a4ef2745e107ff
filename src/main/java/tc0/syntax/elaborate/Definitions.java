package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.Expression;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/**
 * Elaborates {@code name[box] = value}: a gate array, a renaming, a form, or the results of calls.
 */
final class Definitions {
  private final Expressions expressions;
  private final Sink sink;

  Definitions(Expressions expressions, Sink sink) {
    this.expressions = expressions;
    this.sink = sink;
  }

  /** Declares the array {@code name} in the core and returns how to read it. */
  View array(String name, Optional<Box> box, Expression expression, Context context) {
    return array(name, box, expression, context, false);
  }

  /** The same; where forms are expected, a form is accepted and costs no gate. */
  View array(
      String name, Optional<Box> box, Expression expression, Context context, boolean forms) {
    Span span = expression.span();
    Boxes.Entered entered = expressions.boxes().enter(box, context);
    sink.define(name);
    Value value = expressions.named(expression, entered.inside(), name);
    List<Index> extents =
        entered.box().binders().stream().map(tc0.kernel.Box.Binder::high).toList();
    ValueType bits = new ValueType.Bits(ValueType.Wire.BIT, extents);
    if (sink.declares(name)) {
      ValueType type =
          value instanceof Value.Array(View view)
              ? view.type()
              : value instanceof Value.Linear ? ValueType.FORM : ValueType.BIT;
      return View.named(type.arrayOf(extents), name + ".return", List.of());
    }
    return switch (value) {
      case Value.Junction gate -> {
        sink.add(
            new Declaration.Junction(name, entered.box(), gate.connective(), gate.parts()), span);
        yield View.named(bits, name, List.of());
      }
      case Value.Threshold gate -> {
        sink.add(
            new Declaration.Threshold(name, entered.box(), gate.form(), gate.threshold()), span);
        yield View.named(bits, name, List.of());
      }
      case Value.Array(View view) ->
          box.isEmpty() ? view : alias(name, entered, view, extents, span);
      case Value.Linear linear when forms -> {
        sink.add(new Declaration.FormDefinition(name, entered.box(), linear.form(), true), span);
        yield View.named(new ValueType.Bits(ValueType.Wire.FORM_BIT, extents), name, List.of());
      }
      case Value.Linear linear ->
          throw Errors.error(
              DiagnosticCode.TC0302,
              span,
              "`" + name + "` would be a form, not an array of wires",
              name.startsWith("return")
                  ? "make it a gate with `>= k` or `materialise`, or return `form bit`"
                  : "write `form "
                      + name
                      + "[…] = …;`, or make it a gate with `>= k` or `materialise`");
      default -> {
        sink.add(
            new Declaration.Alias(
                name,
                entered.box(),
                expressions.coercions().literal(value, entered.inside(), span)),
            span);
        yield View.named(bits, name, List.of());
      }
    };
  }

  private View alias(
      String name, Boxes.Entered entered, View view, List<Index> extents, Span span) {
    for (ValueType.Leaf leaf : view.type().leaves()) {
      List<tc0.kernel.Box.Binder> binders = new ArrayList<>(entered.box().binders());
      List<Index> at = new ArrayList<>();
      Context inside = entered.inside();
      for (Index extent : leaf.extents()) {
        inside = expressions.bind("q", inside);
        String fresh = inside.binders().get(inside.binders().size() - 1).name();
        binders.add(tc0.kernel.Box.Binder.below(fresh, extent));
        at.add(Index.variable(fresh));
      }
      tc0.kernel.Box box = new tc0.kernel.Box(binders, entered.box().guard());
      Form body = view.cells().at(leaf.path(), at);
      sink.add(
          body instanceof Form.Of of
              ? new Declaration.Alias(name + leaf.path(), box, of.literal())
              : new Declaration.FormDefinition(name + leaf.path(), box, body, false),
          span);
    }
    return View.named(view.type().arrayOf(extents), name, List.of());
  }

  /** Declares a form, exact and without gates. */
  View form(
      String name, boolean binary, Optional<Box> box, Expression expression, Context context) {
    Boxes.Entered entered = expressions.boxes().enter(box, context);
    sink.define(name);
    Form body = expressions.form(expression, entered.inside());
    sink.add(new Declaration.FormDefinition(name, entered.box(), body, binary), expression.span());
    List<Index> extents =
        entered.box().binders().stream().map(tc0.kernel.Box.Binder::high).toList();
    return View.named(
        new ValueType.Bits(binary ? ValueType.Wire.FORM_BIT : ValueType.Wire.FORM, extents),
        name,
        List.of());
  }
}
