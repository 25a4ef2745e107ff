package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Cells;
import tc0.syntax.ast.ComparisonLink;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.FoldOperator;
import tc0.syntax.ast.LetBinding;
import tc0.syntax.ast.Quantifier;
import tc0.syntax.ast.Subscript;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.elaborate.Arithmetic.Operand;
import tc0.syntax.source.Span;

/**
 * Elaborates expressions: finds out whether each is an index, a predicate, a wire, a form, a gate
 * or an array.
 */
final class Expressions {
  private final Sink sink;
  private final Coercions coercions;
  private final Arithmetic arithmetic;
  private final Divisors divisors = new Divisors();
  private final Boxes boxes;
  private final Calls calls;

  Expressions(Sink sink, Operators operators) {
    this.sink = sink;
    this.coercions = new Coercions(sink);
    this.arithmetic = new Arithmetic(coercions, divisors);
    this.boxes = new Boxes(this, sink);
    this.calls = new Calls(this, sink, operators);
  }

  Coercions coercions() {
    return coercions;
  }

  Boxes boxes() {
    return boxes;
  }

  Calls calls() {
    return calls;
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  Divisors divisors() {
    return divisors;
  }

  Index index(Expression expression, Context context) {
    return coercions.index(value(expression, context), expression.span());
  }

  Predicate predicate(Expression expression, Context context) {
    return coercions.predicate(value(expression, context), expression.span());
  }

  Form form(Expression expression, Context context) {
    return coercions.form(value(expression, context), context, expression.span());
  }

  Value value(Expression expression, Context context) {
    return switch (expression) {
      case Expression.Numeral numeral -> new Value.Number(new Index.Number(numeral.value()));
      case Expression.Name name -> name(name, context);
      case Expression.Result result ->
          throw Errors.error(
              DiagnosticCode.TC0205,
              result.span(),
              "the result can be read in `ensures` only",
              "name the array and return it");
      case Expression.Field field -> field(field, context);
      case Expression.Read read -> read(read, context);
      case Expression.Call call -> calls.call(call, context, Optional.empty());
      case Expression.Comprehension c ->
          throw Errors.error(
              DiagnosticCode.TC0301,
              c.span(),
              "an array in braces is an argument only",
              "define it: `name[i < n] = …;`");
      case Expression.Function f ->
          throw Errors.error(
              DiagnosticCode.TC0301,
              f.span(),
              "a function in place is an argument of `lookup` only",
              "declare an `index` function");
      case Expression.Fold fold -> fold(fold, context);
      case Expression.Unary unary -> unary(unary, context);
      case Expression.Binary binary -> binary(binary, context, Optional.empty());
      case Expression.Comparison comparison -> comparison(comparison, context);
      case Expression.Member member -> member(member, context);
      case Expression.Within within ->
          throw Errors.error(
              DiagnosticCode.TC0301,
              within.span(),
              "`within` belongs to a specification",
              "write it after `ensures`");
      case Expression.Quantified quantified -> quantified(quantified, context);
      case Expression.Least least -> {
        Context inner = bind(least.variable().text(), context);
        String name = nameOf(least.variable().text(), inner);
        Index bound = index(least.bound(), context);
        yield new Value.Number(new Index.Least(name, bound, predicate(least.condition(), inner)));
      }
      case Expression.Conditional conditional -> {
        Predicate condition = predicate(conditional.condition(), context);
        Context then = context.when(condition);
        Context otherwise = context.when(new Predicate.Not(condition));
        Value yes = value(conditional.yes(), then);
        Value no = value(conditional.no(), otherwise);
        if (yes instanceof Value.Array a || no instanceof Value.Array b) {
          yield chooseArray(condition, yes, no, context, conditional.span());
        }
        yield arithmetic.choose(condition, yes, no, context, conditional.span());
      }
      case Expression.LetIn let -> value(let.body(), bindings(let.bindings(), context));
      case Expression.Indicator indicator ->
          new Value.Bit(new Literal.Indicator(predicate(indicator.condition(), context)));
    };
  }

  /** An expression of type array or record, with the name that a call in it should take. */
  Value named(Expression expression, Context context, String name) {
    return switch (expression) {
      case Expression.Call call -> calls.call(call, context, Optional.of(name));
      case Expression.Binary binary -> binary(binary, context, Optional.of(name));
      case Expression.Fold fold -> fold(fold, context, Optional.of(name));
      case Expression.LetIn let -> named(let.body(), bindings(let.bindings(), context), name);
      default -> value(expression, context);
    };
  }

  private Value chooseArray(Predicate condition, Value yes, Value no, Context context, Span span) {
    if (yes instanceof Value.Array a && no instanceof Value.Array b) {
      calls.sizes().requireSame(a.view().type(), b.view().type(), "the first case", span);
      return new Value.Array(a.view().where(condition, b.view()));
    }
    throw Errors.error(
        DiagnosticCode.TC0304,
        span,
        "the two cases are " + yes.sort() + " and " + no.sort(),
        "both cases of an `if` must have the same type");
  }

  private Value name(Expression.Name name, Context context) {
    Entity entity =
        context
            .scope()
            .find(name.text())
            .orElseThrow(() -> Errors.unknown(name, "name", context.scope(), Errors::hasValue));
    return switch (entity) {
      case Entity.Known known -> known.value();
      case Entity.Macro macro when macro.parameters().isEmpty() ->
          value(macro.body(), context.in(macro.scope()));
      case Entity.Broken broken -> throw new Poisoned();
      case Entity.Unfinished unfinished -> throw Errors.selfReference(name.span(), name.text());
      case Entity.Template template ->
          calls.call(
              new Expression.Call(name.span(), simple(name), List.of(), List.of(), List.of()),
              context,
              Optional.empty());
      default ->
          throw Errors.error(
              DiagnosticCode.TC0205,
              name.span(),
              "`" + name.text() + "` is not a value",
              "give its arguments in parentheses, or name something else");
    };
  }

  private static tc0.syntax.ast.QualifiedName simple(Expression.Name name) {
    return new tc0.syntax.ast.QualifiedName(
        name.span(), List.of(new tc0.syntax.ast.Identifier(name.span(), name.text())));
  }

  private Value field(Expression.Field field, Context context) {
    Value base = value(field.base(), context);
    String name = field.field().text();
    if (base instanceof Value.Array(View view)) {
      Optional<ValueType> type = view.type().field(name);
      if (type.isPresent()) {
        return cellOrArray(view.field(name, type.get()));
      }
      if (name.equals("bits")) {
        return new Value.Array(Words.bits(view, field.span()));
      }
      if (view.type() instanceof ValueType.Structure structure) {
        throw Errors.noField(structure.record(), field.field());
      }
    }
    throw Errors.error(
        DiagnosticCode.TC0305,
        field.field().span(),
        base.sort() + " has no fields",
        "fields belong to record types");
  }

  /** An array without axes of wires or forms is a single wire or form. */
  static Value cellOrArray(View view) {
    return view.type() instanceof ValueType.Bits bits && bits.extents().isEmpty()
        ? Value.cell(view.scalar())
        : new Value.Array(view);
  }

  private Value read(Expression.Read read, Context context) {
    Value base = value(read.base(), context);
    if (!(base instanceof Value.Array(View view))) {
      throw Errors.error(
          DiagnosticCode.TC0307,
          read.subscripts().get(0).span(),
          base.sort() + " has no indices",
          "remove the brackets");
    }
    int axes = view.type().extents().size();
    if (read.subscripts().size() > axes) {
      throw Errors.error(
          DiagnosticCode.TC0307,
          read.subscripts().get(axes).span(),
          "this is "
              + Sizes.text(view.type())
              + " with "
              + Errors.count(axes, "axis", "axes")
              + ", read with "
              + Errors.count(read.subscripts().size(), "index", "indices"),
          view.type() instanceof ValueType.Structure
              ? "the fields of a record are read by name, as in `x.field[i]`"
              : "remove an index");
    }
    int axis = 0;
    for (Subscript subscript : read.subscripts()) {
      switch (subscript) {
        case Subscript.At at -> view = view.at(axis, index(at.index(), context));
        case Subscript.All all -> axis++;
        case Subscript.Head head -> {
          view = view.head(axis, index(head.extent(), context));
          axis++;
        }
      }
    }
    return cellOrArray(view);
  }

  private Value fold(Expression.Fold fold, Context context) {
    return fold(fold, context, Optional.empty());
  }

  private Value fold(Expression.Fold fold, Context context, Optional<String> name) {
    Cells cells = fold.operands();
    Boxes.Entered entered = boxes.enter(cells.box(), context);
    if (context.indexOnly()) {
      return new Value.Number(
          IndexFolds.fold(
              fold,
              entered.box(),
              cells.elements().stream().map(e -> index(e, entered.inside())).toList()));
    }
    return switch (fold.operator()) {
      case AND -> junction(Declaration.Connective.AND, cells, entered);
      case OR -> junction(Declaration.Connective.OR, cells, entered);
      case MAJ ->
          new Value.Threshold(sum(cells, values(cells, entered), entered, true), Index.ZERO);
      case SUM, PRODUCT -> {
        Sink.Mark mark = sink.mark();
        List<Value> values = values(cells, entered);
        if (values.size() == 1 && isNumber(values.get(0))) {
          yield calls.foldOfNumbers(
              fold,
              new Calls.Given.Cell(
                  entered.box(), entered.inside(), values.get(0), cells.elements().get(0).span()),
              mark,
              context,
              name);
        }
        if (fold.operator() == FoldOperator.PRODUCT) {
          throw Errors.error(
              DiagnosticCode.TC0301,
              fold.span(),
              "a product of wires or forms is not linear",
              "write `and { … }` for the product of wires");
        }
        yield new Value.Linear(sum(cells, values, entered, false));
      }
    };
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Array(View view)
        && view.type() instanceof ValueType.Structure structure
        && structure.extents().isEmpty();
  }

  private List<Value> values(Cells cells, Boxes.Entered entered) {
    return cells.elements().stream().map(e -> value(e, entered.inside())).toList();
  }

  private Value junction(Declaration.Connective connective, Cells cells, Boxes.Entered entered) {
    List<Declaration.Part> parts = new ArrayList<>();
    for (Expression element : cells.elements()) {
      Value value = value(element, entered.inside());
      parts.addAll(
          Coercions.under(
              entered.box(), coercions.parts(value, connective, entered.inside(), element.span())));
    }
    return new Value.Junction(connective, parts);
  }

  /** The sum of the cells, or of 2 l - 1 over the cells, whose sign tells the majority. */
  private Form sum(Cells cells, List<Value> values, Boxes.Entered entered, boolean majority) {
    Form total = null;
    for (int i = 0; i < values.size(); i++) {
      Form form = coercions.form(values.get(i), entered.inside(), cells.elements().get(i).span());
      if (majority) {
        form =
            new Form.Add(new Form.Scale(Index.number(2), form), new Form.Number(Index.number(-1)));
      }
      total = total == null ? form : new Form.Add(total, form);
    }
    return entered.box().rank() == 0 && entered.box().guard().equals(Predicate.TRUE)
        ? total
        : merged(entered.box(), total);
  }

  /** A sum directly inside a sum is one sum over both boxes. */
  private static Form merged(tc0.kernel.Box box, Form body) {
    if (body instanceof Form.Sum inner) {
      List<tc0.kernel.Box.Binder> binders = new ArrayList<>(box.binders());
      binders.addAll(inner.box().binders());
      return new Form.Sum(
          new tc0.kernel.Box(binders, box.guard().and(inner.box().guard())), inner.body());
    }
    return new Form.Sum(box, body);
  }

  private Value unary(Expression.Unary unary, Context context) {
    Value operand = value(unary.operand(), context);
    return switch (unary.operator()) {
      case NEGATE ->
          operand instanceof Value.Array(View view) && view.type() instanceof ValueType.Structure
              ? calls.operator(
                  "neg",
                  List.of(new Operand(operand, unary.operand().span())),
                  context,
                  unary.span(),
                  Optional.empty())
              : arithmetic.negate(operand, context, unary.operand().span());
      case NOT -> arithmetic.not(operand, context, unary.operand().span());
      case MATERIALISE ->
          new Value.Threshold(coercions.form(operand, context, unary.operand().span()), Index.ONE);
    };
  }

  private Value binary(Expression.Binary binary, Context context, Optional<String> name) {
    if (binary.operator() == BinaryOperator.POWER
        || binary.operator() == BinaryOperator.DIV
        || binary.operator() == BinaryOperator.MOD) {
      return arithmetic.binary(
          binary.operator(),
          operand(binary.left(), context),
          operand(binary.right(), context),
          context,
          binary.span());
    }
    Operand left = operand(binary.left(), context);
    Operand right = operand(binary.right(), context);
    if (left.value() instanceof Value.Array || right.value() instanceof Value.Array) {
      return calls.operator(
          binary.operator().text(), List.of(left, right), context, binary.span(), name);
    }
    return arithmetic.binary(binary.operator(), left, right, context, binary.span());
  }

  private Operand operand(Expression expression, Context context) {
    return new Operand(value(expression, context), expression.span());
  }

  private Value comparison(Expression.Comparison comparison, Context context) {
    Operand left = operand(comparison.first(), context);
    Value result = null;
    for (ComparisonLink link : comparison.links()) {
      Operand right = operand(link.operand(), context);
      Span span = left.span().to(right.span());
      Value one =
          isOfRecordType(left.value()) || isOfRecordType(right.value())
              ? calls.operator(
                  link.relation().text(), List.of(left, right), context, span, Optional.empty())
              : arithmetic.compare(link.relation(), left, right, context, span);
      result =
          result == null
              ? one
              : arithmetic.binary(
                  BinaryOperator.AND,
                  new Operand(result, comparison.span()),
                  new Operand(one, span),
                  context,
                  comparison.span());
      left = right;
    }
    return result;
  }

  private static boolean isOfRecordType(Value value) {
    return value instanceof Value.Array(View view) && view.type() instanceof ValueType.Structure;
  }

  private Value member(Expression.Member member, Context context) {
    Entity entity =
        context
            .scope()
            .find(member.domain())
            .orElseThrow(
                () ->
                    Errors.unknown(
                        member.domain(),
                        "domain",
                        context.scope(),
                        Entity.Domain.class::isInstance));
    if (!(entity instanceof Entity.Domain domain)) {
      throw Errors.error(
          DiagnosticCode.TC0205,
          member.domain().span(),
          "`" + member.domain() + "` is not a domain",
          "declare `domain P(m) = lo < m <= hi;`");
    }
    Value element = new Value.Number(index(member.element(), context));
    Scope scope = domain.scope().nested();
    scope.define(domain.range().name().text(), new Entity.Known(element));
    Context inside = context.in(scope);
    Boxes.Entered range =
        boxes.enter(List.of(domain.range()), Optional.empty(), context.in(domain.scope()));
    tc0.kernel.Box.Binder binder = range.box().binders().get(0);
    Index term = ((Value.Number) element).term();
    Predicate in =
        Predicate.atMost(binder.low(), term).and(new Predicate.Less(term, binder.high()));
    return new Value.Truth(
        domain.condition().isPresent() ? in.and(predicate(domain.condition().get(), inside)) : in);
  }

  private Value quantified(Expression.Quantified quantified, Context context) {
    Boxes.Entered entered = boxes.enter(quantified.binders(), Optional.empty(), context);
    Predicate body = predicate(quantified.body(), entered.inside());
    List<tc0.kernel.Box.Binder> binders = entered.box().binders();
    boolean exists = quantified.quantifier() == Quantifier.EXISTS;
    if (!entered.box().guard().equals(Predicate.TRUE)) {
      body = guarded(exists, entered.box().guard(), body);
    }
    for (int i = binders.size() - 1; i >= 0; i--) {
      tc0.kernel.Box.Binder binder = binders.get(i);
      if (!binder.low().equals(Index.ZERO)) {
        body = guarded(exists, Predicate.atMost(binder.low(), Index.variable(binder.name())), body);
      }
      body =
          exists
              ? new Predicate.Exists(binder.name(), binder.high(), body)
              : new Predicate.ForAll(binder.name(), binder.high(), body);
    }
    return new Value.Truth(body);
  }

  private static Predicate guarded(boolean exists, Predicate guard, Predicate body) {
    return exists ? guard.and(body) : new Predicate.Or(new Predicate.Not(guard), body);
  }

  /** Binds one name to a fresh index variable. */
  Context bind(String name, Context context) {
    String fresh = context.fresh(name, sink.sizes());
    Scope scope = context.scope().nested();
    scope.define(name, new Entity.Known(new Value.Number(Index.variable(fresh))));
    return context.inside(scope, tc0.kernel.Box.of(tc0.kernel.Box.Binder.below(fresh, Index.ZERO)));
  }

  private static String nameOf(String surface, Context context) {
    Value.Number number =
        (Value.Number) ((Entity.Known) context.scope().find(surface).orElseThrow()).value();
    return ((Index.Variable) number.term()).name();
  }

  Context bindings(List<LetBinding> bindings, Context context) {
    Context place = context;
    for (LetBinding binding : bindings) {
      Scope scope = place.scope().nested();
      scope.define(
          binding.name().text(),
          binding.parameters().isEmpty()
              ? new Entity.Known(value(binding.value(), place))
              : new Entity.Macro(binding.parameters(), binding.value(), place.scope()));
      place = place.in(scope);
    }
    return place;
  }
}
