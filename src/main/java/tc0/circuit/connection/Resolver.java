package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;

/**
 * Follows a literal through aliases, call arguments, call results and states to an input bit, a
 * constant or a gate.
 *
 * <p>The number of hops is bounded by the text of the family, because a state's next value reaches
 * a gate before it reaches a state. Every box crossed on the way clips: outside it the value is 0.
 */
final class Resolver {

  private final IndexEvaluator indices;

  Resolver(IndexEvaluator indices) {
    this.indices = indices;
  }

  /** A literal together with the place and the binders that it is read in. */
  record Reading(Literal literal, Environment environment, Place place) {}

  /** A form together with the place and the binders that it is read in. */
  record FormReading(Form form, Environment environment, Place place) {}

  /** The call instance at {@code tuple}, if the tuple is in the box of the call. */
  Optional<Place> enter(Place caller, Declaration.Call call, List<BigInteger> tuple) {
    return indices
        .within(call.box(), caller.environment(), tuple)
        .map(
            binders ->
                new Place(
                    caller.site().callee(call),
                    sizes(call, binders),
                    caller.append(tuple),
                    Optional.of(caller),
                    binders));
  }

  /** The sizes that a call instance passes; a size is a natural, so negative values pass as 0. */
  private Environment sizes(Declaration.Call call, Environment binders) {
    List<BigInteger> values =
        indices.values(call.sizes(), binders).stream().map(v -> v.max(BigInteger.ZERO)).toList();
    return Environment.EMPTY.with(call.circuit().parameters(), values);
  }

  /** Round {@code counter} of an iteration; the caller has checked the counter's range. */
  Place round(Place outer, Declaration.Iterate iterate, BigInteger counter) {
    return new Place(
        outer.site().round(iterate),
        outer.environment().with(iterate.counter(), counter),
        outer.append(List.of(counter)),
        Optional.of(outer),
        Environment.EMPTY);
  }

  /** What a literal reads. */
  Child resolve(Literal literal, Environment environment, Place place) {
    boolean complement = false;
    Reading current = new Reading(literal, environment, place);
    while (true) {
      indices.charge(1);
      Child child;
      switch (current.literal()) {
        case Literal.Not(Literal of) -> {
          complement = !complement;
          current = new Reading(of, current.environment(), current.place());
          continue;
        }
        case Literal.Conditional(Predicate condition, Literal then, Literal otherwise) -> {
          boolean chosen = indices.holds(condition, current.environment());
          current = new Reading(chosen ? then : otherwise, current.environment(), current.place());
          continue;
        }
        case Literal.Indicator(Predicate condition) ->
            child = new Child.Constant(indices.holds(condition, current.environment()));
        case Literal.Read(String array, List<Index> at) -> {
          List<BigInteger> tuple = indices.values(at, current.environment());
          switch (follow(array, tuple, current.place())) {
            case Hop.Onward(Reading next) -> {
              current = next;
              continue;
            }
            case Hop.End(Child end) -> child = end;
          }
        }
      }
      return complement ? child.negated() : child;
    }
  }

  private sealed interface Hop {
    record Onward(Reading reading) implements Hop {}

    record End(Child child) implements Hop {}
  }

  private static final Hop OUTSIDE = new Hop.End(new Child.Constant(false));

  private Hop follow(String array, List<BigInteger> tuple, Place place) {
    Site.Resolved resolved = place.site().lookup(array);
    Place home = place.enclosing(resolved.site());
    return switch (resolved.symbol()) {
      case Site.Symbol.Parameter(int input, Circuit.Port port) ->
          indices.within(port.box(), home.environment(), tuple).isPresent()
              ? parameter(home, input, port, tuple)
              : OUTSIDE;
      case Site.Symbol.Local(Declaration declaration) -> local(home, declaration, tuple);
      case Site.Symbol.Result(Declaration.Call call, int output) ->
          result(home, call, output, tuple);
      case Site.Symbol.Current(Declaration.Iterate iterate, Declaration.State state) ->
          state(
              home.parent().orElseThrow(),
              iterate,
              state,
              home.environment().value(iterate.counter()),
              tuple);
      case Site.Symbol.Final(Declaration.Iterate iterate, Declaration.State state) ->
          state(home, iterate, state, indices.value(iterate.count(), home.environment()), tuple);
    };
  }

  private Hop parameter(Place home, int input, Circuit.Port port, List<BigInteger> tuple) {
    if (home.parent().isEmpty()) {
      return new Hop.End(new Child.Input(port.name(), tuple, false));
    }
    return switch (home.site().call().orElseThrow().arguments().get(input)) {
      case Declaration.Argument.Bits(List<String> binders, Literal body) ->
          new Hop.Onward(
              new Reading(body, home.binders().with(binders, tuple), home.parent().get()));
      case Declaration.Argument.Forms forms ->
          throw new IllegalArgumentException("form input " + port.name() + " read as a bit");
    };
  }

  private Hop local(Place home, Declaration declaration, List<BigInteger> tuple) {
    return switch (declaration) {
      case Declaration.Alias(String name, Box box, Literal body) ->
          indices
              .within(box, home.environment(), tuple)
              .<Hop>map(binders -> new Hop.Onward(new Reading(body, binders, home)))
              .orElse(OUTSIDE);
      case Declaration.Junction gate -> gate(home, gate.name(), gate.box(), tuple);
      case Declaration.Threshold gate -> gate(home, gate.name(), gate.box(), tuple);
      default ->
          throw new IllegalArgumentException(declaration.name() + " is not an array of bits");
    };
  }

  private Hop gate(Place home, String label, Box box, List<BigInteger> tuple) {
    return indices.within(box, home.environment(), tuple).isPresent()
        ? new Hop.End(new Child.Inner(home.gate(label, tuple, false)))
        : OUTSIDE;
  }

  private Hop result(Place home, Declaration.Call call, int output, List<BigInteger> tuple) {
    int rank = call.box().rank();
    List<BigInteger> instance = tuple.subList(0, rank);
    List<BigInteger> entry = tuple.subList(rank, tuple.size());
    return switch (call.circuit()) {
      case Circuit.Family family -> {
        Circuit.Output port = family.outputs().get(output);
        Optional<Place> inside = enter(home, call, instance);
        yield inside
            .flatMap(p -> indices.within(port.port().box(), p.environment(), entry))
            .<Hop>map(binders -> new Hop.Onward(new Reading(port.literal(), binders, inside.get())))
            .orElse(OUTSIDE);
      }
      case Circuit.Axiom axiom -> {
        Circuit.Port port = axiom.ports().get(output);
        boolean exists =
            indices
                .within(call.box(), home.environment(), instance)
                .flatMap(b -> indices.within(port.box(), sizes(call, b), entry))
                .isPresent();
        String name = home.site().prefix() + call.name() + "." + port.name();
        yield exists ? new Hop.End(new Child.Input(name, home.append(tuple), false)) : OUTSIDE;
      }
    };
  }

  /** The value of a state after {@code rounds} rounds. */
  private Hop state(
      Place outer,
      Declaration.Iterate iterate,
      Declaration.State state,
      BigInteger rounds,
      List<BigInteger> tuple) {
    if (indices.within(state.box(), outer.environment(), tuple).isEmpty()) {
      return OUTSIDE;
    }
    boolean initial = rounds.signum() <= 0;
    Place place = initial ? outer : round(outer, iterate, rounds.subtract(BigInteger.ONE));
    Environment binders = place.environment().with(state.box().names(), tuple);
    return new Hop.Onward(new Reading(initial ? state.initial() : state.next(), binders, place));
  }

  /**
   * The form that a form read stands for; empty outside its box. An entry of a form input of the
   * outermost family counts as one bit, and so does a form output of an axiom.
   */
  Optional<FormReading> follow(Form.Read read, Environment environment, Place place) {
    List<BigInteger> tuple = indices.values(read.at(), environment);
    Site.Resolved resolved = place.site().lookup(read.array());
    Place home = place.enclosing(resolved.site());
    return switch (resolved.symbol()) {
      case Site.Symbol.Local(
              Declaration.FormDefinition(var name, Box box, Form body, var binary)) ->
          indices
              .within(box, home.environment(), tuple)
              .map(binders -> new FormReading(body, binders, home));
      case Site.Symbol.Result(Declaration.Call call, int output)
          when call.circuit() instanceof Circuit.Family family -> {
        int rank = call.box().rank();
        Circuit.Output port = family.outputs().get(output);
        Optional<Place> inside = enter(home, call, tuple.subList(0, rank));
        yield inside
            .flatMap(
                p ->
                    indices.within(
                        port.port().box(), p.environment(), tuple.subList(rank, tuple.size())))
            .map(binders -> new FormReading(port.body(), binders, inside.get()));
      }
      case Site.Symbol.Parameter(int input, Circuit.Port port) ->
          indices
              .within(port.box(), home.environment(), tuple)
              .map(
                  ignored ->
                      home.parent().isPresent()
                          ? argument(home, input, tuple)
                          : new FormReading(bit(read), environment, place));
      default -> Optional.of(new FormReading(bit(read), environment, place));
    };
  }

  private static Form bit(Form.Read read) {
    return new Form.Of(new Literal.Read(read.array(), read.at()));
  }

  private static FormReading argument(Place home, int input, List<BigInteger> tuple) {
    Place caller = home.parent().orElseThrow();
    return switch (home.site().call().orElseThrow().arguments().get(input)) {
      case Declaration.Argument.Forms(List<String> binders, Form body) ->
          new FormReading(body, home.binders().with(binders, tuple), caller);
      case Declaration.Argument.Bits(List<String> binders, Literal body) ->
          new FormReading(new Form.Of(body), home.binders().with(binders, tuple), caller);
    };
  }
}
