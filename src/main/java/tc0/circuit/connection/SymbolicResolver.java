package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;

/**
 * Follows a literal as {@link Resolver} does, for all sizes and indices at once. Range conditions
 * that follow from what is known on the way are left out.
 */
final class SymbolicResolver {

  private static final int MAXIMUM_HOPS = 10_000;

  private int hops;

  /** What is read, under which names and facts, and on which rail. */
  private record Reading(
      Literal literal,
      Substitution terms,
      SymbolicPlace place,
      LinearFacts facts,
      boolean complement) {
    Reading of(Literal next) {
      return new Reading(next, terms, place, facts, complement);
    }

    Reading under(LinearFacts more) {
      return new Reading(literal, terms, place, more, complement);
    }

    Reading at(Literal next, Substitution names, SymbolicPlace elsewhere, LinearFacts more) {
      return new Reading(next, names, elsewhere, more, complement);
    }
  }

  /** The route of a literal on the given rail. */
  Route resolve(
      Literal literal,
      Substitution terms,
      SymbolicPlace place,
      LinearFacts facts,
      boolean complement) {
    hops = 0;
    return resolve(new Reading(literal, terms, place, facts, complement));
  }

  private Route resolve(Reading reading) {
    if (++hops > MAXIMUM_HOPS) {
      throw new LimitExceededException(
          "a literal of "
              + reading.place().site().prefix()
              + " needs more than "
              + MAXIMUM_HOPS
              + " cases");
    }
    return switch (reading.literal()) {
      case Literal.Not(Literal of) ->
          resolve(
              new Reading(
                  of, reading.terms(), reading.place(), reading.facts(), !reading.complement()));
      case Literal.Indicator(Predicate condition) ->
          branch(
              reading.terms().apply(condition),
              reading.facts(),
              facts -> constant(!reading.complement()),
              facts -> constant(reading.complement()));
      case Literal.Conditional(Predicate condition, Literal then, Literal otherwise) ->
          branch(
              reading.terms().apply(condition),
              reading.facts(),
              facts -> resolve(reading.of(then).under(facts)),
              facts -> resolve(reading.of(otherwise).under(facts)));
      case Literal.Read(String array, List<Index> at) ->
          follow(reading, array, reading.terms().apply(at));
    };
  }

  private interface Continuation {
    Route under(LinearFacts facts);
  }

  private static Route branch(
      Predicate condition, LinearFacts facts, Continuation then, Continuation otherwise) {
    Optional<Predicate> open = facts.simplify(condition);
    if (open.isEmpty()) {
      return otherwise.under(facts);
    }
    if (open.get().equals(Predicate.TRUE)) {
      return then.under(facts);
    }
    Predicate negation = Terms.not(open.get());
    if (facts.proves(negation)) {
      return otherwise.under(facts);
    }
    Route first = then.under(facts.with(open.get()));
    Route second = otherwise.under(facts.with(negation));
    return first.equals(second) ? first : new Route.Branch(open.get(), first, second);
  }

  private static Route constant(boolean value) {
    return new Route.End(new ExplicitGenerator.Target.Constant(value));
  }

  /** The route inside a box; outside it the value is 0. */
  private static Route clipped(Reading reading, Box box, Substitution terms, Continuation inside) {
    return branch(
        membership(box, terms), reading.facts(), inside, facts -> constant(reading.complement()));
  }

  /** That the terms bound to the binders of a box lie in it. */
  static Predicate membership(Box box, Substitution terms) {
    List<Predicate> conditions = new ArrayList<>();
    for (Box.Binder binder : box.binders()) {
      Index v = terms.apply(Index.variable(binder.name()));
      if (!(v instanceof Index.Variable)) {
        conditions.add(Terms.atMost(Index.ZERO, v));
      }
      if (!Terms.isNumber(binder.low(), 0)) {
        conditions.add(Terms.atMost(terms.apply(binder.low()), v));
      }
      conditions.add(Terms.less(v, terms.apply(binder.high())));
    }
    conditions.add(terms.apply(box.guard()));
    return Terms.and(conditions);
  }

  private Route follow(Reading reading, String array, List<Index> at) {
    Site.Resolved resolved = reading.place().site().lookup(array);
    SymbolicPlace home = reading.place().enclosing(resolved.site());
    return switch (resolved.symbol()) {
      case Site.Symbol.Parameter(int input, Circuit.Port port) ->
          clipped(
              reading,
              port.box(),
              home.terms().with(port.box().names(), at),
              facts -> parameter(reading, home, input, port, at, facts));
      case Site.Symbol.Local(Declaration declaration) -> local(reading, home, declaration, at);
      case Site.Symbol.Result(Declaration.Call call, int output) ->
          result(reading, home, call, output, at);
      case Site.Symbol.Current(Declaration.Iterate iterate, Declaration.State state) ->
          state(
              reading,
              home.parent().orElseThrow(),
              iterate,
              state,
              home.terms().apply(Index.variable(iterate.counter())),
              at);
      case Site.Symbol.Final(Declaration.Iterate iterate, Declaration.State state) ->
          state(reading, home, iterate, state, home.terms().apply(iterate.count()), at);
    };
  }

  private static Route end(Reading reading, List<ExplicitGenerator.Level<List<Index>>> levels) {
    return new Route.End(new ExplicitGenerator.Target.Bit(reading.complement(), levels));
  }

  private Route parameter(
      Reading reading,
      SymbolicPlace home,
      int input,
      Circuit.Port port,
      List<Index> at,
      LinearFacts facts) {
    if (home.parent().isEmpty()) {
      return end(reading, List.of(new ExplicitGenerator.Level<>(port.name(), at)));
    }
    return switch (home.site().call().orElseThrow().arguments().get(input)) {
      case Declaration.Argument.Bits(List<String> binders, Literal body) ->
          resolve(reading.at(body, home.binders().with(binders, at), home.parent().get(), facts));
      case Declaration.Argument.Forms forms ->
          throw new IllegalArgumentException("form input " + port.name() + " read as a bit");
    };
  }

  private Route local(
      Reading reading, SymbolicPlace home, Declaration declaration, List<Index> at) {
    return switch (declaration) {
      case Declaration.Alias(String name, Box box, Literal body) -> {
        Substitution terms = home.terms().with(box.names(), at);
        yield clipped(reading, box, terms, facts -> resolve(reading.at(body, terms, home, facts)));
      }
      case Declaration.Junction gate -> gate(reading, home, gate.name(), gate.box(), at);
      case Declaration.Threshold gate -> gate(reading, home, gate.name(), gate.box(), at);
      default ->
          throw new IllegalArgumentException(declaration.name() + " is not an array of bits");
    };
  }

  private static Route gate(
      Reading reading, SymbolicPlace home, String label, Box box, List<Index> at) {
    return clipped(
        reading,
        box,
        home.terms().with(box.names(), at),
        facts -> end(reading, home.append(label, at)));
  }

  /** The inside of a call instance whose indices are known to lie in the box of the call. */
  static SymbolicPlace enter(
      SymbolicPlace caller, Declaration.Call call, List<Index> at, LinearFacts facts) {
    Substitution binders = caller.terms().with(call.box().names(), at);
    return new SymbolicPlace(
        caller.site().callee(call),
        sizes(call, binders, facts),
        caller.append(call.name(), at),
        Optional.of(caller),
        binders);
  }

  private static Substitution sizes(
      Declaration.Call call, Substitution binders, LinearFacts facts) {
    List<Index> passed = new ArrayList<>();
    for (Index size : call.sizes()) {
      Index term = binders.apply(size);
      passed.add(facts.nonNegative(term) ? term : new Index.Maximum(Index.ZERO, term));
    }
    return new Substitution(java.util.Map.of()).with(call.circuit().parameters(), passed);
  }

  /** A round of an iteration. */
  static SymbolicPlace round(SymbolicPlace outer, Declaration.Iterate iterate, Index counter) {
    return new SymbolicPlace(
        outer.site().round(iterate),
        outer.terms().with(iterate.counter(), counter),
        outer.append(iterate.name(), List.of(counter)),
        Optional.of(outer),
        outer.terms());
  }

  private Route result(
      Reading reading, SymbolicPlace home, Declaration.Call call, int output, List<Index> at) {
    int rank = call.box().rank();
    List<Index> instance = at.subList(0, rank);
    List<Index> entry = at.subList(rank, at.size());
    Substitution binders = home.terms().with(call.box().names(), instance);
    return clipped(
        reading,
        call.box(),
        binders,
        facts ->
            switch (call.circuit()) {
              case Circuit.Family family -> {
                Circuit.Output port = family.outputs().get(output);
                SymbolicPlace inside = enter(home, call, instance, facts);
                Substitution terms = inside.terms().with(port.port().box().names(), entry);
                yield clipped(
                    reading.under(facts),
                    port.port().box(),
                    terms,
                    more -> resolve(reading.at(port.literal(), terms, inside, more)));
              }
              case Circuit.Axiom axiom -> {
                Circuit.Port port = axiom.ports().get(output);
                Substitution terms = sizes(call, binders, facts).with(port.box().names(), entry);
                List<ExplicitGenerator.Level<List<Index>>> levels =
                    new ArrayList<>(home.append(call.name(), instance));
                levels.add(new ExplicitGenerator.Level<>(port.name(), entry));
                yield clipped(
                    reading.under(facts), port.box(), terms, more -> end(reading, levels));
              }
            });
  }

  private Route state(
      Reading reading,
      SymbolicPlace outer,
      Declaration.Iterate iterate,
      Declaration.State state,
      Index rounds,
      List<Index> at) {
    return clipped(
        reading,
        state.box(),
        outer.terms().with(state.box().names(), at),
        facts ->
            branch(
                Terms.less(rounds, Index.ONE),
                facts,
                more ->
                    resolve(
                        reading.at(
                            state.initial(),
                            outer.terms().with(state.box().names(), at),
                            outer,
                            more)),
                more -> {
                  SymbolicPlace place = round(outer, iterate, Terms.subtract(rounds, Index.ONE));
                  return resolve(
                      reading.at(
                          state.next(), place.terms().with(state.box().names(), at), place, more));
                }));
  }
}
