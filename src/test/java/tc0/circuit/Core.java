package tc0.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Box;
import tc0.kernel.Box.Binder;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;

/** Short names for core records, so that tests can write families down. */
final class Core {

  private Core() {}

  static Index n(long value) {
    return Index.number(value);
  }

  static Index v(String name) {
    return Index.variable(name);
  }

  static Index mul(long c, Index e) {
    return n(c).times(e);
  }

  static Index div(Index a, Index b) {
    return new Index.Divide(a, b);
  }

  static Index mod(Index a, Index b) {
    return new Index.Modulo(a, b);
  }

  static Index ceil(Index a, Index b) {
    return div(a.plus(b).minus(n(1)), b);
  }

  static Index len(Index a) {
    return new Index.Length(a);
  }

  static Index clog2(Index a) {
    return len(a.minus(n(1)));
  }

  static Index pow2(Index a) {
    return new Index.PowerOfTwo(a);
  }

  static Index min(Index a, Index b) {
    return new Index.Minimum(a, b);
  }

  static Index max(Index a, Index b) {
    return new Index.Maximum(a, b);
  }

  static Index when(Predicate condition, Index then, Index otherwise) {
    return new Index.Conditional(condition, then, otherwise);
  }

  static Predicate lt(Index a, Index b) {
    return new Predicate.Less(a, b);
  }

  static Predicate le(Index a, Index b) {
    return Predicate.atMost(a, b);
  }

  static Predicate eq(Index a, Index b) {
    return new Predicate.Equal(a, b);
  }

  static Predicate not(Predicate a) {
    return new Predicate.Not(a);
  }

  static Predicate bit(Index value, Index position) {
    return new Predicate.Bit(value, position);
  }

  static Binder below(String name, Index high) {
    return Binder.below(name, high);
  }

  static Binder range(String name, Index low, Index high) {
    return new Binder(name, low, high);
  }

  static Box box(Binder... binders) {
    return Box.of(binders);
  }

  static Box guarded(Predicate guard, Binder... binders) {
    return new Box(List.of(binders), guard);
  }

  static Literal read(String array, Index... at) {
    return new Literal.Read(array, List.of(at));
  }

  static Literal not(Literal of) {
    return new Literal.Not(of);
  }

  static Literal constant(Predicate condition) {
    return new Literal.Indicator(condition);
  }

  static Literal when(Predicate condition, Literal then, Literal otherwise) {
    return new Literal.Conditional(condition, then, otherwise);
  }

  static Form of(Literal literal) {
    return new Form.Of(literal);
  }

  static Form integer(Index value) {
    return new Form.Number(value);
  }

  static Form form(String array, Index... at) {
    return new Form.Read(array, List.of(at));
  }

  static Form times(Index weight, Form form) {
    return new Form.Scale(weight, form);
  }

  static Form sum(Box box, Form body) {
    return new Form.Sum(box, body);
  }

  static Form when(Predicate condition, Form then, Form otherwise) {
    return new Form.Conditional(condition, then, otherwise);
  }

  static Form plus(Form... forms) {
    return Arrays.stream(forms).reduce(Form.Add::new).orElse(Form.ZERO);
  }

  static Form minus(Form form) {
    return times(n(-1), form);
  }

  static Declaration alias(String name, Box box, Literal body) {
    return new Declaration.Alias(name, box, body);
  }

  static Declaration defineForm(String name, Box box, Form body) {
    return new Declaration.FormDefinition(name, box, body, false);
  }

  static Declaration.Part part(Literal literal) {
    return new Declaration.Part(Box.SCALAR, literal);
  }

  static Declaration.Part part(Box box, Literal literal) {
    return new Declaration.Part(box, literal);
  }

  static Declaration and(String name, Box box, Declaration.Part... parts) {
    return new Declaration.Junction(name, box, Declaration.Connective.AND, List.of(parts));
  }

  static Declaration or(String name, Box box, Declaration.Part... parts) {
    return new Declaration.Junction(name, box, Declaration.Connective.OR, List.of(parts));
  }

  static Declaration threshold(String name, Box box, Form form, Index bound) {
    return new Declaration.Threshold(name, box, form, bound);
  }

  static Circuit.Port bits(String name, Binder... binders) {
    return new Circuit.Port(name, box(binders), false);
  }

  static Circuit.Port forms(String name, Binder... binders) {
    return new Circuit.Port(name, box(binders), true);
  }

  static Circuit.Output out(Circuit.Port port, Literal literal) {
    return new Circuit.Output(port, of(literal));
  }

  static Circuit.Output out(Circuit.Port port, Form form) {
    return new Circuit.Output(port, form);
  }

  static Declaration.Argument pass(Literal literal, String... binders) {
    return new Declaration.Argument.Bits(List.of(binders), literal);
  }

  static Declaration.Argument passForm(Form form, String... binders) {
    return new Declaration.Argument.Forms(List.of(binders), form);
  }

  static Declaration call(
      String name, Box box, Circuit circuit, List<Index> sizes, Declaration.Argument... arguments) {
    return new Declaration.Call(name, box, circuit, sizes, List.of(arguments));
  }

  /** Builds a family step by step. */
  static final class FamilyBuilder {
    private final String name;
    private final List<String> parameters;
    private final List<Circuit.Port> inputs = new ArrayList<>();
    private final List<Declaration> body = new ArrayList<>();
    private final List<Circuit.Output> outputs = new ArrayList<>();

    private FamilyBuilder(String name, String... parameters) {
      this.name = name;
      this.parameters = List.of(parameters);
    }

    FamilyBuilder inputs(Circuit.Port... ports) {
      inputs.addAll(List.of(ports));
      return this;
    }

    FamilyBuilder body(Declaration... declarations) {
      body.addAll(List.of(declarations));
      return this;
    }

    Circuit.Family outputs(Circuit.Output... ports) {
      outputs.addAll(List.of(ports));
      return new Circuit.Family(name, parameters, Predicate.TRUE, inputs, body, outputs);
    }
  }

  static FamilyBuilder family(String name, String... parameters) {
    return new FamilyBuilder(name, parameters);
  }

  /** Sizes as alternating names and values. */
  static Map<String, BigInteger> sizes(Object... namesAndValues) {
    Map<String, BigInteger> sizes = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      sizes.put((String) namesAndValues[i], BigInteger.valueOf((Integer) namesAndValues[i + 1]));
    }
    return sizes;
  }
}
