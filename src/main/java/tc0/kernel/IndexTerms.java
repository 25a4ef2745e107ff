package tc0.kernel;

import java.util.List;
import java.util.Map;

/**
 * Visits every index term and predicate of a family, each with the binders in force: bounds and
 * guards of boxes, conditions of literals and forms, index tuples, weights, thresholds, sizes and
 * trip counts.
 */
final class IndexTerms {

  /** What is done with a term. */
  interface Visitor {
    /** A term of declaration {@code place}. */
    void term(Index term, Scope scope, String place);

    /** A predicate of declaration {@code place}. */
    void predicate(Predicate predicate, Scope scope, String place);

    /** A call, after its own terms. */
    void call(Declaration.Call call, Scope scope);
  }

  private final Visitor visitor;

  private IndexTerms(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Visits the terms of {@code family}, in the order of its text. */
  static void visit(Circuit.Family family, Visitor visitor) {
    IndexTerms terms = new IndexTerms(visitor);
    Scope sizes = Scope.of(family.parameters());
    family.inputs().forEach(input -> terms.box(input.box(), sizes, input.name()));
    family.body().forEach(step -> terms.step(step, sizes));
    for (Circuit.Output output : family.outputs()) {
      String place = output.port().name();
      terms.form(output.body(), terms.box(output.port().box(), sizes, place), place);
    }
  }

  private void step(Declaration step, Scope scope) {
    String place = step.name();
    switch (step) {
      case Declaration.Alias alias -> literal(alias.body(), box(alias.box(), scope, place), place);
      case Declaration.FormDefinition form ->
          form(form.body(), box(form.box(), scope, place), place);
      case Declaration.Junction junction -> {
        Scope inner = box(junction.box(), scope, place);
        for (Declaration.Part part : junction.parts()) {
          literal(part.literal(), box(part.box(), inner, place), place);
        }
      }
      case Declaration.Threshold threshold -> {
        Scope inner = box(threshold.box(), scope, place);
        form(threshold.form(), inner, place);
        visitor.term(threshold.threshold(), inner, place);
      }
      case Declaration.Call call -> call(call, scope, place);
      case Declaration.Iterate iterate -> {
        visitor.term(iterate.count(), scope, place);
        Scope round = scope.enter(iterate.counter(), Index.ZERO, iterate.count());
        for (Declaration.State state : iterate.states()) {
          literal(state.initial(), box(state.box(), scope, state.name()), state.name());
          literal(state.next(), box(state.box(), round, state.name()), state.name());
        }
        iterate.body().forEach(each -> step(each, round));
      }
    }
  }

  private void call(Declaration.Call call, Scope scope, String place) {
    Scope inner = box(call.box(), scope, place);
    call.sizes().forEach(size -> visitor.term(size, inner, place));
    Map<String, Polynomial> sizes = inner.bind(call.circuit().parameters(), call.sizes());
    for (int i = 0; i < call.arguments().size(); i++) {
      Declaration.Argument argument = call.arguments().get(i);
      Box box = call.circuit().inputs().get(i).box();
      Scope element = inner.enter(box, sizes, argument.binders());
      switch (argument) {
        case Declaration.Argument.Bits(List<String> binders, Literal body) ->
            literal(body, element, place);
        case Declaration.Argument.Forms(List<String> binders, Form body) ->
            form(body, element, place);
      }
    }
    visitor.call(call, inner);
  }

  private Scope box(Box box, Scope scope, String place) {
    Scope inner = scope;
    for (Box.Binder binder : box.binders()) {
      visitor.term(binder.low(), inner, place);
      visitor.term(binder.high(), inner, place);
      inner = inner.enter(binder.name(), binder.low(), binder.high());
    }
    visitor.predicate(box.guard(), inner, place);
    return inner;
  }

  private void literal(Literal literal, Scope scope, String place) {
    switch (literal) {
      case Literal.Read(String array, List<Index> at) ->
          at.forEach(index -> visitor.term(index, scope, place));
      case Literal.Not(Literal of) -> literal(of, scope, place);
      case Literal.Indicator(Predicate condition) -> visitor.predicate(condition, scope, place);
      case Literal.Conditional(Predicate condition, Literal then, Literal otherwise) -> {
        visitor.predicate(condition, scope, place);
        literal(then, scope, place);
        literal(otherwise, scope, place);
      }
    }
  }

  private void form(Form form, Scope scope, String place) {
    switch (form) {
      case Form.Number(Index value) -> visitor.term(value, scope, place);
      case Form.Of(Literal literal) -> literal(literal, scope, place);
      case Form.Add(Form left, Form right) -> {
        form(left, scope, place);
        form(right, scope, place);
      }
      case Form.Scale(Index weight, Form of) -> {
        visitor.term(weight, scope, place);
        form(of, scope, place);
      }
      case Form.Sum(Box box, Form body) -> form(body, box(box, scope, place), place);
      case Form.Conditional(Predicate condition, Form then, Form otherwise) -> {
        visitor.predicate(condition, scope, place);
        form(then, scope, place);
        form(otherwise, scope, place);
      }
      case Form.Read(String array, List<Index> at) ->
          at.forEach(index -> visitor.term(index, scope, place));
    }
  }
}
