package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Literal;

/**
 * What the core records mean, written as directly as possible: arrays are functions from tuples to
 * integers, evaluated one after the other. No gate is ever named.
 */
final class Meaning {

  private final IndexEvaluator indices = new IndexEvaluator();

  /** An array: its value at every tuple, 0 outside its box. */
  interface Values {
    BigInteger at(List<BigInteger> tuple);
  }

  private record Known(IndexEvaluator indices, Box box, Environment environment, Cell cell)
      implements Values {
    interface Cell {
      BigInteger value(Environment environment);
    }

    @Override
    public BigInteger at(List<BigInteger> tuple) {
      return indices.within(box, environment, tuple).map(cell::value).orElse(BigInteger.ZERO);
    }
  }

  /**
   * The outputs of a family when the input bits are given by a predicate on array name and tuple.
   */
  static Map<String, Values> outputs(
      Circuit.Family family, Map<String, BigInteger> sizes, Predicate<Child.Input> bits) {
    Meaning meaning = new Meaning();
    Map<String, Values> inputs = new HashMap<>();
    for (Circuit.Port port : family.inputs()) {
      inputs.put(port.name(), tuple -> bit(bits.test(new Child.Input(port.name(), tuple, false))));
    }
    return meaning.run(family, Environment.of(sizes), inputs);
  }

  private Map<String, Values> run(
      Circuit.Family family, Environment sizes, Map<String, Values> inputs) {
    Map<String, Values> names = new HashMap<>();
    for (Circuit.Port port : family.inputs()) {
      Values given = inputs.get(port.name());
      List<String> binders = port.box().names();
      names.put(
          port.name(),
          new Known(
              indices, port.box(), sizes, e -> given.at(binders.stream().map(e::value).toList())));
    }
    declare(family.body(), sizes, names);
    Map<String, Values> outputs = new HashMap<>();
    for (Circuit.Output output : family.outputs()) {
      outputs.put(
          output.port().name(),
          new Known(indices, output.port().box(), sizes, e -> value(output.body(), e, names)));
    }
    return outputs;
  }

  private void declare(List<Declaration> body, Environment environment, Map<String, Values> names) {
    for (Declaration declaration : body) {
      switch (declaration) {
        case Declaration.Alias d ->
            names.put(d.name(), known(d.box(), environment, e -> bit(holds(d.body(), e, names))));
        case Declaration.FormDefinition d ->
            names.put(d.name(), known(d.box(), environment, e -> value(d.body(), e, names)));
        case Declaration.Junction d ->
            names.put(d.name(), known(d.box(), environment, e -> bit(junction(d, e, names))));
        case Declaration.Threshold d ->
            names.put(
                d.name(),
                known(
                    d.box(),
                    environment,
                    e ->
                        bit(
                            value(d.form(), e, names).compareTo(indices.value(d.threshold(), e))
                                >= 0)));
        case Declaration.Call d -> call(d, environment, names);
        case Declaration.Iterate d -> iterate(d, environment, names);
      }
    }
  }

  private void call(Declaration.Call call, Environment environment, Map<String, Values> names) {
    Circuit.Family callee = (Circuit.Family) call.circuit();
    Map<String, Values> snapshot = new HashMap<>(names);
    for (Circuit.Port port : callee.ports()) {
      names.put(
          call.name() + "." + port.name(),
          tuple -> {
            int rank = call.box().rank();
            List<BigInteger> rest = tuple.subList(rank, tuple.size());
            return indices
                .within(call.box(), environment, tuple.subList(0, rank))
                .map(inside -> instance(call, callee, inside, snapshot).get(port.name()).at(rest))
                .orElse(BigInteger.ZERO);
          });
    }
  }

  private Map<String, Values> instance(
      Declaration.Call call, Circuit.Family callee, Environment inside, Map<String, Values> names) {
    Map<String, Values> arguments = new HashMap<>();
    for (int i = 0; i < callee.inputs().size(); i++) {
      Values values =
          switch (call.arguments().get(i)) {
            case Declaration.Argument.Bits(List<String> binders, Literal body) ->
                tuple -> bit(holds(body, inside.with(binders, tuple), names));
            case Declaration.Argument.Forms(List<String> binders, Form body) ->
                tuple -> value(body, inside.with(binders, tuple), names);
          };
      arguments.put(callee.inputs().get(i).name(), values);
    }
    Environment sizes =
        Environment.EMPTY.with(
            callee.parameters(),
            indices.values(call.sizes(), inside).stream()
                .map(size -> size.max(BigInteger.ZERO))
                .toList());
    return run(callee, sizes, arguments);
  }

  private void iterate(
      Declaration.Iterate iterate, Environment environment, Map<String, Values> names) {
    Map<String, Values> states = new HashMap<>();
    for (Declaration.State state : iterate.states()) {
      Map<String, Values> outer = Map.copyOf(names);
      states.put(
          state.name(),
          known(state.box(), environment, e -> bit(holds(state.initial(), e, outer))));
    }
    BigInteger count = indices.value(iterate.count(), environment);
    for (BigInteger t = BigInteger.ZERO; t.compareTo(count) < 0; t = t.add(BigInteger.ONE)) {
      Map<String, Values> inside = new HashMap<>(names);
      inside.putAll(states);
      Environment round = environment.with(iterate.counter(), t);
      declare(iterate.body(), round, inside);
      Map<String, Values> next = new HashMap<>();
      for (Declaration.State state : iterate.states()) {
        next.put(state.name(), known(state.box(), round, e -> bit(holds(state.next(), e, inside))));
      }
      states = next;
    }
    names.putAll(states);
  }

  private Values known(Box box, Environment environment, Known.Cell cell) {
    return new Known(indices, box, environment, cell);
  }

  private boolean junction(
      Declaration.Junction junction, Environment environment, Map<String, Values> names) {
    boolean and = junction.connective() == Declaration.Connective.AND;
    boolean[] result = {and};
    for (Declaration.Part part : junction.parts()) {
      indices.forEach(
          part.box(),
          environment,
          (tuple, inside) -> {
            boolean value = holds(part.literal(), inside, names);
            result[0] = and ? result[0] && value : result[0] || value;
          });
    }
    return result[0];
  }

  private boolean holds(Literal literal, Environment environment, Map<String, Values> names) {
    return switch (literal) {
      case Literal.Read(String array, var at) ->
          names.get(array).at(indices.values(at, environment)).signum() != 0;
      case Literal.Not(Literal of) -> !holds(of, environment, names);
      case Literal.Indicator(var condition) -> indices.holds(condition, environment);
      case Literal.Conditional(var condition, Literal then, Literal otherwise) ->
          holds(indices.holds(condition, environment) ? then : otherwise, environment, names);
    };
  }

  private BigInteger value(Form form, Environment environment, Map<String, Values> names) {
    return switch (form) {
      case Form.Number(var value) -> indices.value(value, environment);
      case Form.Of(Literal literal) -> bit(holds(literal, environment, names));
      case Form.Add(Form left, Form right) ->
          value(left, environment, names).add(value(right, environment, names));
      case Form.Scale(var weight, Form of) ->
          indices.value(weight, environment).multiply(value(of, environment, names));
      case Form.Sum(Box box, Form body) -> {
        BigInteger[] total = {BigInteger.ZERO};
        indices.forEach(
            box,
            environment,
            (tuple, inside) -> total[0] = total[0].add(value(body, inside, names)));
        yield total[0];
      }
      case Form.Conditional(var condition, Form then, Form otherwise) ->
          value(indices.holds(condition, environment) ? then : otherwise, environment, names);
      case Form.Read(String array, var at) -> names.get(array).at(indices.values(at, environment));
    };
  }

  private static BigInteger bit(boolean value) {
    return value ? BigInteger.ONE : BigInteger.ZERO;
  }
}
