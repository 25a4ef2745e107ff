package tc0.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Counts gates, edges and wires of a circuit. A sum gate is a self-balancing majority: every unit
 * of weight and every unit of the threshold is two ports, so its wires are {@code 2 mass(form) + 2
 * |k|} for the threshold k, and those of its twin, whose threshold is 1 - k, {@code 2 mass(form) +
 * 2 |1 - k|}. Weights multiply along nested forms and boxes multiply; nothing else makes size grow
 * without a gate.
 */
public final class CostRules {

  private static final SizeBound TWO = SizeBound.of(Polynomial.of(2));

  private final Function<Circuit, Cost> callees;
  private final Map<String, FormCost> forms = new HashMap<>();
  private final List<Cost.Share> shares = new ArrayList<>();
  private Cost.FanIn sumFanIn = Cost.FanIn.NONE;
  private Cost.FanIn fanIn = Cost.FanIn.NONE;

  private CostRules(Function<Circuit, Cost> callees) {
    this.callees = callees;
  }

  /**
   * The cost of {@code circuit}.
   *
   * @param callees the costs of the circuits that it calls
   */
  public static Cost of(Circuit circuit, Function<Circuit, Cost> callees) {
    Scope sizes = Scope.of(circuit.parameters());
    Polynomial inputBits = Polynomial.ZERO;
    for (Circuit.Port input : circuit.inputs()) {
      if (!input.form()) {
        inputBits = inputBits.plus(UpperBound.count(input.box(), sizes));
      }
    }
    return switch (circuit) {
      case Circuit.Axiom axiom -> axiom(axiom, sizes, inputBits);
      case Circuit.Family family -> {
        CostRules rules = new CostRules(callees);
        for (Circuit.Port input : family.inputs()) {
          SizeBound cells = SizeBound.of(Polynomial.of(Atom.cells(input.name())));
          SizeBound mass = SizeBound.of(Polynomial.of(Atom.mass(input.name())));
          rules.forms.put(input.name(), new FormCost(cells, mass));
        }
        family.body().forEach(step -> rules.add(step, sizes, SizeBound.ONE));
        Map<String, FormCost> outputs = new HashMap<>();
        for (Circuit.Output output : family.outputs()) {
          if (output.port().form()) {
            Scope inner = sizes.enter(output.port().box());
            outputs.put(output.port().name(), rules.cost(output.body(), inner));
          }
        }
        yield new Cost(rules.shares, inputBits, outputs, rules.sumFanIn, rules.fanIn);
      }
    };
  }

  /**
   * An axiom declares one bound for gates and for wires, or only promises that there is a
   * polynomial.
   */
  private static Cost axiom(Circuit.Axiom axiom, Scope sizes, Polynomial inputBits) {
    boolean passesForms =
        axiom.inputs().stream().anyMatch(Circuit.Port::form)
            || axiom.ports().stream().anyMatch(Circuit.Port::form);
    if (passesForms) {
      throw new Refusal(
          Rule.C_AXIOM, axiom.name() + " is an axiom; it can take and return bits only");
    }
    List<Polynomial> parameters = axiom.parameters().stream().map(Polynomial::variable).toList();
    Polynomial size =
        axiom
            .size()
            .map(term -> UpperBound.upper(term, sizes))
            .orElseGet(
                () -> Polynomial.of(new Atom.Unnamed("size[" + axiom.name() + "]", parameters)));
    SizeBound bound = SizeBound.of(size);
    Cost.Share share = new Cost.Share(axiom.name(), Optional.empty(), bound, bound, bound);
    Cost.FanIn fanIn = new Cost.FanIn(bound, axiom.name());
    return new Cost(List.of(share), inputBits, Map.of(), fanIn, fanIn);
  }

  /**
   * Adds a declaration of which there are at most {@code copies} instances beyond the binders of
   * its own box.
   */
  private void add(Declaration step, Scope scope, SizeBound copies) {
    switch (step) {
      case Declaration.Alias alias -> {}
      case Declaration.FormDefinition form ->
          forms.put(form.name(), cost(form.body(), scope.enter(form.box())));
      case Declaration.Junction junction -> {
        Scope inner = scope.enter(junction.box());
        SizeBound children = SizeBound.ZERO;
        for (Declaration.Part part : junction.parts()) {
          children = children.plus(count(part.box(), inner));
        }
        SizeBound gates = gates(junction.box(), scope, copies);
        shares.add(share(junction.name(), gates, children, children));
        fanIn = fanIn.join(new Cost.FanIn(children, junction.name()));
      }
      case Declaration.Threshold threshold -> {
        Scope inner = scope.enter(threshold.box());
        FormCost form = cost(threshold.form(), inner);
        SizeBound gates = gates(threshold.box(), scope, copies);
        // |k| + |1 - k| = |2k - 1| for an integer k: half of it for each of the two rails.
        Index twice = threshold.threshold().plus(threshold.threshold());
        SizeBound padding = magnitude(twice.minus(Index.ONE), inner);
        SizeBound wires = form.mass().times(TWO).plus(padding);
        shares.add(share(threshold.name(), gates, form.cells(), wires));
        SizeBound larger =
            magnitude(threshold.threshold(), inner)
                .join(magnitude(Index.ONE.minus(threshold.threshold()), inner));
        Cost.FanIn own = new Cost.FanIn(form.mass().plus(larger).times(TWO), threshold.name());
        fanIn = fanIn.join(own);
        sumFanIn = sumFanIn.join(own);
      }
      case Declaration.Call call -> call(call, scope, copies);
      case Declaration.Iterate iterate -> {
        SizeBound rounds = SizeBound.of(UpperBound.upper(iterate.count(), scope));
        Scope inner = scope.enter(iterate.counter(), Index.ZERO, iterate.count());
        iterate.body().forEach(each -> add(each, inner, copies.times(rounds)));
      }
    }
  }

  /** Both rails of every tuple. */
  private static SizeBound gates(Box box, Scope scope, SizeBound copies) {
    return copies.times(count(box, scope)).times(TWO);
  }

  private static SizeBound count(Box box, Scope scope) {
    return SizeBound.of(UpperBound.count(box, scope));
  }

  private static SizeBound magnitude(Index term, Scope scope) {
    return SizeBound.of(UpperBound.magnitude(term, scope));
  }

  private static Cost.Share share(
      String array, SizeBound gates, SizeBound edgesEach, SizeBound wiresEach) {
    return new Cost.Share(
        array, Optional.empty(), gates, gates.times(edgesEach), gates.times(wiresEach));
  }

  private void call(Declaration.Call call, Scope scope, SizeBound copies) {
    Scope inner = scope.enter(call.box());
    String callee = call.circuit().name();
    Cost cost = callees.apply(call.circuit());
    SortedMap<String, SizeBound> values = arguments(call, inner);
    SizeBound instances = copies.times(count(call.box(), scope));
    shares.add(
        new Cost.Share(
            call.name(),
            Optional.of(callee),
            instances.times(cost.gates().at("gates[" + callee + "]", values)),
            instances.times(cost.edges().at("edges[" + callee + "]", values)),
            instances.times(cost.wires().at("wires[" + callee + "]", values))));
    cost.forms()
        .forEach(
            (output, form) ->
                forms.put(call.name() + "." + output, form.at(callee + "." + output, values)));
    fanIn = fanIn.join(within(call, cost.fanIn().at(callee, values)));
    sumFanIn = sumFanIn.join(within(call, cost.sumFanIn().at(callee, values)));
  }

  private static Cost.FanIn within(Declaration.Call call, Cost.FanIn fanIn) {
    return fanIn.wires().isZero()
        ? fanIn
        : new Cost.FanIn(fanIn.wires(), call.name() + "." + fanIn.array());
  }

  /** Bounds on the sizes that a call passes, and on the cells and masses of its form arguments. */
  private SortedMap<String, SizeBound> arguments(Declaration.Call call, Scope inner) {
    Circuit circuit = call.circuit();
    SortedMap<String, SizeBound> values = new TreeMap<>();
    for (int i = 0; i < circuit.parameters().size(); i++) {
      Polynomial size = UpperBound.upper(call.sizes().get(i), inner);
      values.put(circuit.parameters().get(i), SizeBound.of(size));
    }
    Map<String, Polynomial> sizes = inner.bind(circuit.parameters(), call.sizes());
    for (int i = 0; i < circuit.inputs().size(); i++) {
      Circuit.Port input = circuit.inputs().get(i);
      if (call.arguments().get(i)
          instanceof Declaration.Argument.Forms(List<String> binders, Form body)) {
        FormCost form = cost(body, inner.enter(input.box(), sizes, binders));
        values.put(Atom.cells(input.name()).name(), form.cells());
        values.put(Atom.mass(input.name()).name(), form.mass());
      }
    }
    return values;
  }

  /** The cost of a form at the tuple of {@code scope} where it is largest. */
  private FormCost cost(Form form, Scope scope) {
    return switch (form) {
      case Form.Number(Index value) -> new FormCost(SizeBound.ZERO, magnitude(value, scope));
      case Form.Of of -> FormCost.LITERAL;
      case Form.Add(Form left, Form right) -> cost(left, scope).plus(cost(right, scope));
      case Form.Scale(Index weight, Form of) -> cost(of, scope).weighted(magnitude(weight, scope));
      case Form.Sum(Box box, Form body) -> cost(body, scope.enter(box)).times(count(box, scope));
      case Form.Conditional(Predicate condition, Form then, Form otherwise) ->
          cost(then, scope).join(cost(otherwise, scope));
      case Form.Read(String array, List<Index> at) -> {
        FormCost known = forms.get(array);
        if (known == null) {
          throw new Refusal(Rule.WF_KIND, "`" + array + "` is not a form");
        }
        yield known;
      }
    };
  }
}
