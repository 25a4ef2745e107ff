package tc0.syntax.elaborate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/** Reads a value as the sort that its place demands; gates get arrays of their own here. */
final class Coercions {
  private final Sink sink;

  Coercions(Sink sink) {
    this.sink = sink;
  }

  Index index(Value value, Span span) {
    return switch (value) {
      case Value.Number number -> number.term();
      case Value.Truth t ->
          throw Errors.error(
              DiagnosticCode.TC0301,
              span,
              "an index is needed here, not a predicate",
              "write `if φ then 1 else 0`");
      default ->
          throw Errors.error(
              DiagnosticCode.TC0303,
              span,
              "an index is needed here, but this is " + value.sort(),
              "indices, extents and weights cannot depend on wires; select with `and`, or use a `table`");
    };
  }

  Predicate predicate(Value value, Span span) {
    return switch (value) {
      case Value.Truth truth -> truth.predicate();
      case Value.Number n ->
          throw Errors.error(
              DiagnosticCode.TC0301,
              span,
              "an index predicate is needed here, not a number",
              "compare it, as in `e = 1`");
      default ->
          throw Errors.error(
              DiagnosticCode.TC0303,
              span,
              "an index predicate is needed here, but this is " + value.sort(),
              "conditions in `[ ]`, `if` and `when` speak of indices only; combine wires with `and` and `or`");
    };
  }

  Literal literal(Value value, Context context, Span span) {
    return switch (value) {
      case Value.Bit bit -> bit.literal();
      case Value.Junction gate -> sink.lift(gate, context, span);
      case Value.Threshold gate -> sink.lift(gate, context, span);
      case Value.Number(Index.Number(BigInteger number)) when number.signum() == 0 -> Literal.ZERO;
      case Value.Number(Index.Number(BigInteger number)) when number.equals(BigInteger.ONE) ->
          Literal.ONE;
      case Value.Truth t ->
          throw Errors.error(
              DiagnosticCode.TC0301,
              span,
              "a wire is needed here, not an index predicate",
              "write `[φ]` for the constant that is 1 iff φ holds");
      case Value.Linear l ->
          throw Errors.error(
              DiagnosticCode.TC0302,
              span,
              "a wire is needed here, but this is a form",
              "a form costs no gate, so only a threshold may read it: write `f >= k`, `materialise f`, `1 - f`, or `f + g >= 2`");
      case Value.Number n ->
          throw Errors.error(
              DiagnosticCode.TC0301,
              span,
              "a wire is needed here, not an index",
              "write `[φ]` for a constant wire");
      case Value.Array array ->
          throw Errors.error(
              DiagnosticCode.TC0304,
              span,
              "a single wire is needed here, but this is " + value.sort(),
              "add the missing indices");
    };
  }

  Form form(Value value, Context context, Span span) {
    return switch (value) {
      case Value.Number number -> new Form.Number(number.term());
      case Value.Linear linear -> linear.form();
      case Value.Bit bit -> new Form.Of(bit.literal());
      case Value.Junction gate -> new Form.Of(sink.lift(gate, context, span));
      case Value.Threshold gate -> new Form.Of(sink.lift(gate, context, span));
      case Value.Truth t ->
          throw Errors.error(
              DiagnosticCode.TC0301,
              span,
              "a form is needed here, not an index predicate",
              "write `[φ]` for the constant that is 1 iff φ holds");
      case Value.Array array ->
          throw Errors.error(
              DiagnosticCode.TC0304,
              span,
              "a single wire or form is needed here, but this is " + value.sort(),
              "add the missing indices, or sum over them");
    };
  }

  /** The children of an AND or OR: those of a gate of the same kind are merged in. */
  List<Declaration.Part> parts(
      Value value, Declaration.Connective connective, Context context, Span span) {
    if (value instanceof Value.Junction gate && gate.connective() == connective) {
      return gate.parts();
    }
    return List.of(new Declaration.Part(tc0.kernel.Box.SCALAR, literal(value, context, span)));
  }

  /** The children under one more box of binders. */
  static List<Declaration.Part> under(tc0.kernel.Box box, List<Declaration.Part> parts) {
    List<Declaration.Part> result = new ArrayList<>();
    for (Declaration.Part part : parts) {
      List<tc0.kernel.Box.Binder> binders = new ArrayList<>(box.binders());
      binders.addAll(part.box().binders());
      result.add(
          new Declaration.Part(
              new tc0.kernel.Box(binders, box.guard().and(part.box().guard())), part.literal()));
    }
    return result;
  }
}
