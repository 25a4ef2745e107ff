package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.kernel.Box;
import tc0.kernel.Declaration;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.FoldOperator;
import tc0.syntax.ast.SizeArgument;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.elaborate.Arithmetic.Operand;
import tc0.syntax.source.Span;

/**
 * Calls: of circuits, which become call declarations, and of index functions, macros and built-in
 * functions.
 */
final class Calls {
  private final Expressions expressions;
  private final Sink sink;
  private final Operators operators;
  private final Sizes sizes = new Sizes();
  private final Builtins builtins;
  private final Arguments arguments;

  Calls(Expressions expressions, Sink sink, Operators operators) {
    this.expressions = expressions;
    this.sink = sink;
    this.operators = operators;
    this.builtins = new Builtins(expressions);
    this.arguments = new Arguments(expressions, sink);
  }

  Sizes sizes() {
    return sizes;
  }

  /** What a call is given for one parameter. */
  sealed interface Given {
    /** The place where it is written. */
    Span span();

    /** A value. */
    record Whole(Value value, Span span) implements Given {}

    /** An array given cell by cell: the value of the cell at the binders of the box. */
    record Cell(Box box, Context inside, Value value, Span span) implements Given {}
  }

  Value call(Expression.Call call, Context context, Optional<String> name) {
    Optional<Entity> entity = context.scope().find(call.callee());
    if (entity.isEmpty()) {
      return unresolved(call, context, name);
    }
    return switch (entity.get()) {
      case Entity.IndexFunction f -> {
        List<Index> indices =
            indices(call, f.function().parameters().size() - f.captured().size(), context);
        indices.addAll(f.captured());
        yield new Value.Number(new Index.Apply(f.function(), indices));
      }
      case Entity.NamedPredicate p -> {
        List<Index> indices =
            indices(call, p.predicate().parameters().size() - p.captured().size(), context);
        indices.addAll(p.captured());
        yield new Value.Truth(new Predicate.Apply(p.predicate(), indices));
      }
      case Entity.NamedAdvice a -> {
        List<Index> indices =
            indices(call, a.advice().parameters().size() - a.captured().size(), context);
        indices.addAll(a.captured());
        yield new Value.Number(new Index.Advise(a.advice(), indices));
      }
      case Entity.Macro macro -> macro(macro, call, context, name);
      case Entity.Broken broken -> throw new Poisoned();
      case Entity.Unfinished unfinished ->
          throw Errors.selfReference(call.callee().span(), call.callee().toString());
      case Entity.Template template -> circuit(template.template(), call, context, name);
      default ->
          throw Errors.error(
              DiagnosticCode.TC0205,
              call.callee().span(),
              "`" + call.callee() + "` cannot be called",
              "arrays are read with brackets: " + call.callee() + "[…]");
    };
  }

  private Value unresolved(Expression.Call call, Context context, Optional<String> name) {
    String callee = call.callee().toString();
    if (call.callee().isSimple()) {
      if (builtins.knows(callee)) {
        return builtins.call(callee, call, context);
      }
      if (!call.arguments().isEmpty() && operators.isSymbol(callee)) {
        List<Operand> operands = new ArrayList<>();
        for (Expression argument : call.arguments()) {
          operands.add(new Operand(expressions.value(argument, context), argument.span()));
        }
        return operator(callee, operands, context, call.span(), name);
      }
    }
    throw Errors.unknownFunction(
        call.callee(), "function or circuit", context.scope(), Builtins.names());
  }

  static boolean isCallable(Entity entity) {
    return entity instanceof Entity.IndexFunction
        || entity instanceof Entity.NamedPredicate
        || entity instanceof Entity.NamedAdvice
        || entity instanceof Entity.Macro
        || entity instanceof Entity.Template;
  }

  private List<Index> indices(Expression.Call call, int arity, Context context) {
    requireArity(call, arity);
    List<Index> indices = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      indices.add(expressions.index(argument, context));
    }
    return indices;
  }

  /** Refuses a call with another number of arguments. */
  static void requireArity(Expression.Call call, int arity) {
    if (call.arguments().size() != arity) {
      throw Errors.error(
          DiagnosticCode.TC0308,
          call.span(),
          "`"
              + call.callee()
              + "` takes "
              + Errors.count(arity, "argument")
              + ", not "
              + call.arguments().size());
    }
  }

  private Value macro(
      Entity.Macro macro, Expression.Call call, Context context, Optional<String> name) {
    requireArity(call, macro.parameters().size());
    Scope scope = macro.scope().nested();
    for (int i = 0; i < macro.parameters().size(); i++) {
      scope.define(
          macro.parameters().get(i).text(),
          new Entity.Known(expressions.value(call.arguments().get(i), context)));
    }
    Context place = context.in(scope);
    return name.isPresent()
        ? expressions.named(macro.body(), place, name.get())
        : expressions.value(macro.body(), place);
  }

  private Value circuit(
      CircuitTemplate template, Expression.Call call, Context context, Optional<String> name) {
    List<Entity> statics = new ArrayList<>();
    for (Expression argument : call.statics()) {
      statics.add(staticArgument(argument, context));
    }
    CircuitInfo info = template.instantiate(statics, call.span());
    Map<String, Index> bound = explicit(info, call, context);
    List<Given> given = new ArrayList<>();
    if (call.arguments().size() > info.inputs().size()) {
      throw Errors.error(
          DiagnosticCode.TC0308,
          call.arguments().get(info.inputs().size()).span(),
          "`"
              + call.callee()
              + "` takes "
              + Errors.count(info.inputs().size(), "argument")
              + ", not "
              + call.arguments().size());
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      given.add(given(call.arguments().get(i), info.inputs().get(i).type(), context));
    }
    return invoke(info, bound, given, context, call.span(), name);
  }

  private Entity staticArgument(Expression argument, Context context) {
    if (argument instanceof Expression.Name name) {
      if (context.scope().find(name.text()).isEmpty()) {
        throw Errors.unknown(
            name, "index function", context.scope(), Entity.IndexFunction.class::isInstance);
      }
      return context
          .scope()
          .find(name.text())
          .filter(entity -> entity instanceof Entity.IndexFunction f && f.captured().isEmpty())
          .orElseThrow(
              () ->
                  Errors.error(
                      DiagnosticCode.TC0404,
                      argument.span(),
                      "`" + name.text() + "` is not a closed index function",
                      "declare `index " + name.text() + "(…) = …;` at the top of a module"));
    }
    return new Entity.Known(new Value.Number(expressions.index(argument, context)));
  }

  private Map<String, Index> explicit(CircuitInfo info, Expression.Call call, Context context) {
    Map<String, Index> bound = new LinkedHashMap<>();
    List<String> parameters = info.core().parameters();
    int position = 0;
    for (SizeArgument argument : call.sizes()) {
      String parameter;
      if (argument.name().isPresent()) {
        parameter = argument.name().get().text();
        if (!parameters.contains(parameter)) {
          throw Errors.unknown(
              argument.name().get().span(),
              "size of `" + call.callee() + "`",
              parameter,
              parameters,
              "its sizes are " + String.join(", ", parameters));
        }
      } else if (position < parameters.size()) {
        parameter = parameters.get(position++);
      } else {
        throw Errors.error(
            DiagnosticCode.TC0308,
            argument.span(),
            "`"
                + call.callee()
                + "` has "
                + Errors.count(parameters.size(), "size")
                + ": "
                + String.join(", ", parameters));
      }
      bound.put(parameter, expressions.index(argument.value(), context));
    }
    return bound;
  }

  private Given given(Expression argument, ValueType declared, Context context) {
    if (!(argument instanceof Expression.Comprehension(Span span, tc0.syntax.ast.Cells cells))) {
      Value value = expressions.value(argument, context);
      boolean word =
          declared instanceof ValueType.Bits
              && value instanceof Value.Array(View view)
              && view.type() instanceof ValueType.Structure;
      return new Given.Whole(
          word ? new Value.Array(Words.bits(((Value.Array) value).view(), argument.span())) : value,
          argument.span());
    }
    if (cells.elements().size() != 1 || cells.box().isEmpty()) {
      throw Errors.error(
          DiagnosticCode.TC0304,
          span,
          "an array argument is one expression over a box",
          "write `{ e : i < n }`");
    }
    List<Binder> binders = cells.box().get().binders();
    if (binders.size() == 2 && declared.extents().size() == 1) {
      return flattened(cells, context);
    }
    Boxes.Entered entered = expressions.boxes().enter(cells.box(), context);
    return new Given.Cell(
        entered.box(),
        entered.inside(),
        expressions.value(cells.elements().get(0), entered.inside()),
        span);
  }

  /** Two binders for a callee that takes a list: the list runs through them in row order. */
  private Given flattened(tc0.syntax.ast.Cells cells, Context context) {
    Boxes.Entered both = expressions.boxes().enter(cells.box(), context);
    Index rows = both.box().binders().get(0).high();
    Index columns = both.box().binders().get(1).high();
    String name = context.fresh("r", sink.sizes());
    Index position = Index.variable(name);
    Scope scope = context.scope().nested();
    List<Binder> binders = cells.box().orElseThrow().binders();
    scope.define(
        binders.get(0).name().text(),
        new Entity.Known(new Value.Number(new Index.Divide(position, columns))));
    scope.define(
        binders.get(1).name().text(),
        new Entity.Known(new Value.Number(new Index.Modulo(position, columns))));
    Box box = Box.of(Box.Binder.below(name, rows.times(columns)));
    Context inside = context.inside(scope, box);
    Optional<Expression> guard = cells.box().get().guard();
    if (guard.isPresent()) {
      box = new Box(box.binders(), expressions.predicate(guard.get(), inside));
      inside = inside.when(box.guard());
    }
    for (Box.Binder binder : both.box().binders()) {
      if (!binder.low().equals(Index.ZERO)) {
        throw Errors.error(
            DiagnosticCode.TC0304,
            cells.span(),
            "a list over two binders must start both at 0",
            "use `when` for the lower bound");
      }
    }
    return new Given.Cell(
        box, inside, expressions.value(cells.elements().get(0), inside), cells.span());
  }

  /** A sum or product of numbers of a number type: one call with the list of its terms. */
  Value foldOfNumbers(
      Expression.Fold fold,
      Given.Cell cell,
      Sink.Mark mark,
      Context context,
      Optional<String> name) {
    CircuitInfo info =
        operation(
            fold.operator() == FoldOperator.SUM ? "sum" : "product",
            List.of(new Operand(cell.value(), cell.span())),
            fold.span());
    Given given = cell;
    if (cell.box().rank() == 2) {
      sink.rollback(mark);
      given = flattened(fold.operands(), context);
    }
    if (cell.box().rank() == 0) {
      throw Errors.error(
          DiagnosticCode.TC0304,
          fold.span(),
          "a sum of numbers runs over a box",
          "write `sum { e : k < n }`");
    }
    return invoke(info, new LinkedHashMap<>(), List.of(given), context, fold.span(), name);
  }

  /** An operation on numbers of a number type. */
  Value operator(
      String symbol, List<Operand> operands, Context context, Span span, Optional<String> name) {
    CircuitInfo info = operation(symbol, operands, span);
    if (operands.size() != info.inputs().size()) {
      throw Errors.error(
          DiagnosticCode.TC0308,
          span,
          "`"
              + symbol
              + "` takes "
              + Errors.count(info.inputs().size(), "operand")
              + " here, not "
              + operands.size());
    }
    List<Given> given =
        operands.stream()
            .map(operand -> (Given) new Given.Whole(operand.value(), operand.span()))
            .toList();
    return invoke(info, new LinkedHashMap<>(), given, context, span, name);
  }

  private CircuitInfo operation(String symbol, List<Operand> operands, Span span) {
    for (Operand operand : operands) {
      if (operand.value() instanceof Value.Array(View view)
          && view.type() instanceof ValueType.Structure structure) {
        return operators
            .find(structure.record(), symbol)
            .orElseThrow(
                () ->
                    Errors.error(
                        DiagnosticCode.TC0306,
                        span,
                        "`" + symbol + "` has no meaning on " + structure.record().name(),
                        "add a row to its `operators` table"))
            .instantiate(List.of(), span);
      }
    }
    Operand array =
        operands.stream()
            .filter(operand -> operand.value() instanceof Value.Array)
            .findFirst()
            .orElse(operands.get(0));
    throw Errors.error(
        DiagnosticCode.TC0306,
        array.span(),
        "`" + symbol + "` has no meaning on " + array.value().sort(),
        "add the missing indices, or combine single wires");
  }

  private Value invoke(
      CircuitInfo info,
      Map<String, Index> bound,
      List<Given> given,
      Context context,
      Span span,
      Optional<String> name) {
    List<String> parameters = info.core().parameters();
    List<ValueType> actual = new ArrayList<>();
    for (Given one : given) {
      actual.add(arguments.type(one));
    }
    for (int i = 0; i < given.size(); i++) {
      sizes.infer(info.inputs().get(i).type(), actual.get(i), bound, parameters);
    }
    defaults(info, bound, context);
    for (String parameter : parameters) {
      if (!bound.containsKey(parameter)) {
        throw Errors.error(
            DiagnosticCode.TC0401,
            span,
            "the size `" + parameter + "` of " + info.name() + " cannot be read off the arguments",
            "give it in brackets, `[" + parameter + " = …]`, in front of the arguments");
      }
    }
    List<Declaration.Argument> passed = new ArrayList<>();
    for (int i = 0; i < info.inputs().size(); i++) {
      CircuitInfo.Input input = info.inputs().get(i);
      ValueType declared = input.type().substitute(bound);
      if (i < given.size()) {
        sizes.requireSame(
            declared,
            actual.get(i),
            "the parameter `" + input.name() + "` of " + info.name(),
            given.get(i).span());
        passed.addAll(arguments.pass(given.get(i), declared, context, given.get(i).span()));
      } else {
        Expression fallback =
            input
                .defaultValue()
                .orElseThrow(
                    () ->
                        Errors.error(
                            DiagnosticCode.TC0308,
                            span,
                            info.name()
                                + " takes "
                                + Errors.count(info.inputs().size(), "argument")
                                + "; `"
                                + input.name()
                                + "` is missing"));
        Value value = expressions.value(fallback, Context.of(info.scope()));
        passed.addAll(arguments.pass(new Given.Whole(value, span), declared, context, span));
      }
    }
    List<Index> sizeTerms = parameters.stream().map(bound::get).toList();
    Box box =
        name.isPresent() ? context.box() : context.boxFor(FreeVariables.of(sizeTerms, passed));
    String callName = name.orElseGet(sink::anonymous);
    sink.add(new Declaration.Call(callName, box, info.core(), sizeTerms, passed), span);
    return Expressions.cellOrArray(
        View.named(info.result().substitute(bound), callName + ".return", Context.indices(box)));
  }

  private void defaults(CircuitInfo info, Map<String, Index> bound, Context context) {
    for (tc0.syntax.ast.SizeParameter size : info.header().sizes()) {
      if (!bound.containsKey(size.name().text()) && size.defaultValue().isPresent()) {
        Scope scope = info.scope().nested();
        bound.forEach((name, term) -> scope.define(name, new Entity.Known(new Value.Number(term))));
        bound.put(
            size.name().text(), expressions.index(size.defaultValue().get(), context.in(scope)));
      }
    }
  }
}
