package tc0.syntax.ast;

import java.math.BigInteger;
import java.util.List;
import tc0.syntax.source.Span;

/**
 * Indices, predicates, wires, forms, views and specifications in one grammar. Parentheses leave no
 * trace; {@code all} and {@code any} are {@code and} and {@code or}.
 */
public sealed interface Expression extends Node {

  /** A natural number. */
  record Numeral(Span span, BigInteger value) implements Expression {}

  /** A name: size parameter, binder, let, array, form, state, or a constant such as {@code pi}. */
  record Name(Span span, String text) implements Expression {}

  /** {@code return} in {@code ensures}: the circuit's result. */
  record Result(Span span) implements Expression {}

  /** {@code base.field}: a field of a record, its word {@code .bits}, or a name of a module. */
  record Field(Span span, Expression base, Identifier field) implements Expression {}

  /** {@code base[subscripts]}; there is at least one subscript. */
  record Read(Span span, Expression base, List<Subscript> subscripts) implements Expression {
    public Read {
      subscripts = List.copyOf(subscripts);
    }
  }

  /**
   * {@code callee[sizes; statics](arguments)}: a circuit, an index function, a parametrised let or
   * form, or a built-in function such as {@code len}, {@code nat}, {@code lookup}.
   *
   * <p>{@code callee { … : box }} is a call with one {@link Comprehension} as its argument.
   *
   * @param sizes explicit sizes, positional or named; positional ones come first
   * @param statics static arguments (numerals and index functions) after the semicolon
   * @param arguments may contain {@link Comprehension} and {@link Function}, which occur nowhere
   *     else
   */
  record Call(
      Span span,
      QualifiedName callee,
      List<SizeArgument> sizes,
      List<Expression> statics,
      List<Expression> arguments)
      implements Expression {
    public Call {
      sizes = List.copyOf(sizes);
      statics = List.copyOf(statics);
      arguments = List.copyOf(arguments);
    }
  }

  /** An array given by its cells, {@code { e : box }}: only an argument of a call. */
  record Comprehension(Span span, Cells cells) implements Expression {}

  /** An index function given in place, {@code e => body}: only an argument of a call. */
  record Function(Span span, Identifier parameter, Expression body) implements Expression {}

  /** {@code and {…}}, {@code or {…}}, {@code maj {…}}, {@code sum {…}}, {@code product {…}}. */
  record Fold(Span span, FoldOperator operator, Cells operands) implements Expression {}

  /** {@code -e}, {@code not e}, {@code materialise e}. */
  record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

  /** Arithmetic and {@code and}, {@code or}; all but {@code ^} associate to the left. */
  record Binary(Span span, BinaryOperator operator, Expression left, Expression right)
      implements Expression {}

  /** {@code first r1 e1 r2 e2 …}, the conjunction of its links; there is at least one link. */
  record Comparison(Span span, Expression first, List<ComparisonLink> links) implements Expression {
    public Comparison {
      links = List.copyOf(links);
    }
  }

  /** {@code element in domain}. */
  record Member(Span span, Expression element, QualifiedName domain) implements Expression {}

  /** {@code actual within relative tolerance of expected}. */
  record Within(
      Span span, Expression actual, ErrorMeasure measure, Expression tolerance, Expression expected)
      implements Expression {}

  /** {@code exists v < e : body}, {@code forall u < a, v < b : body}. */
  record Quantified(Span span, Quantifier quantifier, List<Binder> binders, Expression body)
      implements Expression {
    public Quantified {
      binders = List.copyOf(binders);
    }
  }

  /** {@code least v < bound : condition}; the bound's value if no v satisfies the condition. */
  record Least(Span span, Identifier variable, Expression bound, Expression condition)
      implements Expression {}

  /** {@code if condition then yes else no}. */
  record Conditional(Span span, Expression condition, Expression yes, Expression no)
      implements Expression {}

  /** {@code let a = e, f(i) = e in body}; later bindings see earlier ones. */
  record LetIn(Span span, List<LetBinding> bindings, Expression body) implements Expression {
    public LetIn {
      bindings = List.copyOf(bindings);
    }
  }

  /** {@code [condition]}: the constant 1 if the condition holds, else 0. */
  record Indicator(Span span, Expression condition) implements Expression {}
}
