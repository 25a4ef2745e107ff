package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tc0.kernel.Box;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/** Turns what a call is given into one core argument for each leaf of the parameter. */
final class Arguments {
  private final Expressions expressions;
  private final Sink sink;

  Arguments(Expressions expressions, Sink sink) {
    this.expressions = expressions;
    this.sink = sink;
  }

  ValueType type(Calls.Given given) {
    return switch (given) {
      case Calls.Given.Whole whole -> type(whole.value());
      case Calls.Given.Cell cell ->
          type(cell.value()).arrayOf(cell.box().binders().stream().map(Box.Binder::high).toList());
    };
  }

  private static ValueType type(Value value) {
    return switch (value) {
      case Value.Array(View view) -> view.type();
      case Value.Linear linear -> ValueType.FORM;
      case Value.Number(Index.Number(java.math.BigInteger n))
          when n.signum() >= 0 && n.bitLength() <= 1 ->
          ValueType.BIT;
      case Value.Number number -> ValueType.FORM;
      default -> ValueType.BIT;
    };
  }

  List<Declaration.Argument> pass(
      Calls.Given given, ValueType declared, Context context, Span span) {
    List<Declaration.Argument> passed = new ArrayList<>();
    for (ValueType.Leaf leaf : declared.leaves()) {
      passed.add(
          switch (given) {
            case Calls.Given.Whole whole -> whole(whole.value(), leaf, context, span);
            case Calls.Given.Cell cell -> cell(cell, leaf, span);
          });
    }
    return passed;
  }

  private Declaration.Argument whole(Value value, ValueType.Leaf leaf, Context context, Span span) {
    List<String> binders = names(leaf.extents().size(), context);
    List<Index> at = binders.stream().map(Index::variable).toList();
    Form body =
        value instanceof Value.Array(View view)
            ? view.cells().at(leaf.path(), at)
            : expressions.coercions().form(value, context, span);
    return argument(binders, body, leaf, span);
  }

  private Declaration.Argument cell(Calls.Given.Cell cell, ValueType.Leaf leaf, Span span) {
    List<String> binders = new ArrayList<>(cell.box().names());
    List<String> inner = names(leaf.extents().size() - binders.size(), cell.inside());
    List<Index> at = inner.stream().map(Index::variable).toList();
    Form body =
        cell.value() instanceof Value.Array(View view)
            ? view.cells().at(leaf.path(), at)
            : expressions.coercions().form(cell.value(), cell.inside(), span);
    for (Box.Binder binder : cell.box().binders()) {
      if (!binder.low().equals(Index.ZERO)) {
        body = guard(Predicate.atMost(binder.low(), Index.variable(binder.name())), body);
      }
    }
    if (!cell.box().guard().equals(Predicate.TRUE)) {
      body = guard(cell.box().guard(), body);
    }
    binders.addAll(inner);
    return argument(binders, body, leaf, span);
  }

  private static Form guard(Predicate condition, Form body) {
    return View.choose(
        condition, body, body instanceof Form.Of ? new Form.Of(Literal.ZERO) : Form.ZERO);
  }

  private static Declaration.Argument argument(
      List<String> binders, Form body, ValueType.Leaf leaf, Span span) {
    if (leaf.wire().isForm()) {
      return new Declaration.Argument.Forms(binders, body);
    }
    return switch (body) {
      case Form.Of of -> new Declaration.Argument.Bits(binders, of.literal());
      case Form.Number(Index.Number(java.math.BigInteger n)) when n.signum() == 0 ->
          new Declaration.Argument.Bits(binders, Literal.ZERO);
      case Form.Number(Index.Number(java.math.BigInteger n))
          when n.equals(java.math.BigInteger.ONE) ->
          new Declaration.Argument.Bits(binders, Literal.ONE);
      default ->
          throw Errors.error(
              DiagnosticCode.TC0302,
              span,
              "this parameter takes wires, and the argument is a form",
              "write `materialise` in front of it, or declare the parameter `form bit`");
    };
  }

  /** Names for the axes of an argument that differ from everything around. */
  private List<String> names(int count, Context context) {
    Set<String> taken = new HashSet<>(sink.sizes());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = context.fresh(count == 1 ? "q" : "q" + (i + 1), taken);
      taken.add(name);
      names.add(name);
    }
    return names;
  }
}
