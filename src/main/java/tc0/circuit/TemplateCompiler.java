package tc0.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tc0.circuit.index.BoxCode;
import tc0.circuit.index.Budget;
import tc0.circuit.index.Extent;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.Scope;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Form;
import tc0.kernel.Literal;

/**
 * Compiles families at fixed sizes, each pair of family and sizes once.
 *
 * @param <S> what declarations are compiled to
 */
final class TemplateCompiler<S> {

  /** Compiles the declarations of a family. */
  @FunctionalInterface
  interface Body<S> {
    /** The steps of {@code family}, whose inputs are declared in {@code arrays}. */
    List<S> compile(
        TemplateCompiler<S> families,
        Circuit.Family family,
        IndexCompiler indices,
        WireCompiler wires,
        Scope scope,
        ArrayScope arrays);
  }

  private final Budget budget;
  private final Body<S> bodies;
  private final IndexCompiler indices;
  private final IdentityHashMap<Circuit, Map<List<BigInteger>, Template<S>>> templates =
      new IdentityHashMap<>();

  TemplateCompiler(Budget budget, Body<S> bodies) {
    this.budget = budget;
    this.bodies = bodies;
    this.indices = new IndexCompiler(budget);
  }

  /** The template of {@code circuit} at {@code sizes}, negative sizes counting as 0. */
  Template<S> template(Circuit circuit, List<BigInteger> sizes) {
    Circuit.Family family =
        switch (circuit) {
          case Circuit.Family defined -> defined;
          case Circuit.Axiom axiom -> throw new AxiomNotUnrollable(axiom, budget.where());
        };
    List<BigInteger> natural = sizes.stream().map(size -> size.max(BigInteger.ZERO)).toList();
    Map<List<BigInteger>, Template<S>> bySize =
        templates.computeIfAbsent(circuit, key -> new HashMap<>());
    Template<S> template = bySize.get(natural);
    if (template == null) {
      template = compile(family, natural);
      bySize.put(natural, template);
    }
    return template;
  }

  private Template<S> compile(Circuit.Family family, List<BigInteger> sizes) {
    Map<String, BigInteger> parameters = new HashMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      parameters.put(family.parameters().get(i), sizes.get(i));
    }
    WireCompiler wires = new WireCompiler(indices, budget);
    Scope scope = Scope.of(parameters);
    ArrayScope arrays = ArrayScope.of(family.name());
    List<Template.Input> inputs = new ArrayList<>();
    for (Circuit.Port port : family.inputs()) {
      budget.at(family.name() + "." + port.name());
      int number = arrays.declare(port.name(), port.box().rank(), port.form());
      inputs.add(new Template.Input(port, number, fixedExtent(box(port.box(), scope), scope)));
    }
    List<S> steps = bodies.compile(this, family, indices, wires, scope, arrays);
    List<Template.Output> outputs = new ArrayList<>();
    for (Circuit.Output output : family.outputs()) {
      budget.at(family.name() + "." + output.port().name());
      BoxCode box = box(output.port().box(), scope);
      boolean form = output.port().form();
      Literal literal = form ? Literal.ZERO : output.literal();
      Form body = form ? output.body() : Form.ZERO;
      outputs.add(
          new Template.Output(
              output.port(),
              fixedExtent(box, scope),
              StepCompiler.binders(box),
              wires.wire(literal, box.inner(), arrays),
              wires.form(body, box.inner(), arrays)));
    }
    return new Template<>(
        family,
        scope.frameSize(),
        arrays.count(),
        List.copyOf(inputs),
        steps,
        List.copyOf(outputs),
        new NodeNames());
  }

  private BoxCode box(Box box, Scope scope) {
    return new BoxCode(box, scope, indices, budget);
  }

  private Extent fixedExtent(BoxCode box, Scope scope) {
    return Extent.of(box, new long[scope.frameSize()], budget);
  }
}
