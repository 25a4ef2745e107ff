package tc0.kernel.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Normalizer;
import tc0.kernel.Polynomial;
import tc0.kernel.Predicate;

/**
 * Rules N1 and N3: follows literals and forms through aliases, arguments and conditionals to what
 * they stand for. Every array and parameter is clipped at its box on the way; where the assumptions
 * leave a clip or a condition open, the evaluation asks for a {@link CaseSplit}.
 */
final class Resolver {

  /** A literal with values for its variables. */
  record Bits(Literal literal, Frame frame, Map<String, Polynomial> values) {}

  /** A form with values for its variables. */
  record Sum(Form form, Frame frame, Map<String, Polynomial> values) {}

  /** A bit, or its complement. */
  record Bit(Node node, boolean negated) {}

  private record Key(Frame caller, String call, List<Polynomial> at, List<Polynomial> sizes) {}

  private final Map<Key, Frame.Instance> instances = new HashMap<>();
  private final Map<Frame.Instance, Frame> bodies = new HashMap<>();

  /** What the literal stands for. */
  Bit resolve(Bits bits, Assumptions assumptions) {
    return switch (bits.literal()) {
      case Literal.Not(Literal of) -> {
        Bit bit = resolve(new Bits(of, bits.frame(), bits.values()), assumptions);
        yield bit.node() instanceof Node.Constant(boolean value)
            ? constant(!value)
            : new Bit(bit.node(), !bit.negated());
      }
      case Literal.Indicator(Predicate condition) ->
          constant(Decision.require(condition, bits.values(), assumptions));
      case Literal.Conditional(Predicate condition, Literal then, Literal otherwise) -> {
        boolean holds = Decision.require(condition, bits.values(), assumptions);
        yield resolve(new Bits(holds ? then : otherwise, bits.frame(), bits.values()), assumptions);
      }
      case Literal.Read(String array, List<Index> at) ->
          read(array, bits.frame(), evaluate(at, bits.values(), assumptions), assumptions);
    };
  }

  private Bit read(String array, Frame frame, List<Polynomial> at, Assumptions assumptions) {
    Frame.Located located = frame.find(array);
    Frame owner = located.frame();
    return switch (located.source()) {
      case Frame.Source.Input(int index) -> {
        Circuit.Port port = owner.family().inputs().get(index);
        if (!within(port.box(), owner.values(), at, assumptions)) {
          yield constant(false);
        }
        if (owner.instance().isEmpty()) {
          yield new Bit(new Node.Input(index, at), false);
        }
        yield resolve(argument(owner.instance().get(), index, at), assumptions);
      }
      case Frame.Source.Array(Declaration declaration) ->
          element(declaration, owner, at, assumptions);
      case Frame.Source.Output(Declaration.Call call, int index) -> {
        Node node = result(call, index, owner, at, assumptions);
        yield new Bit(node, false);
      }
      case Frame.Source.State(Declaration.State state, int index) ->
          within(state.box(), owner.values(), at, assumptions)
              ? new Bit(new Node.State(owner.round().orElseThrow(), index, at), false)
              : constant(false);
      case Frame.Source.Final(Declaration.Iterate iterate, int index) ->
          within(iterate.states().get(index).box(), owner.values(), at, assumptions)
              ? new Bit(new Node.Final(owner, array, at), false)
              : constant(false);
    };
  }

  private Bit element(
      Declaration declaration, Frame frame, List<Polynomial> at, Assumptions assumptions) {
    Box box = box(declaration);
    if (!within(box, frame.values(), at, assumptions)) {
      return constant(false);
    }
    Bit gate = new Bit(new Node.Gate(frame, declaration.name(), at), false);
    Map<String, Polynomial> values = Frame.bind(frame.values(), box.names(), at);
    return switch (declaration) {
      case Declaration.Alias alias -> resolve(new Bits(alias.body(), frame, values), assumptions);
      case Declaration.Junction junction -> {
        // A gate with one child copies it, a gate with none is constant.
        List<Declaration.Part> parts = junction.parts();
        if (parts.isEmpty()) {
          yield constant(junction.connective() == Declaration.Connective.AND);
        }
        yield parts.size() == 1 && parts.get(0).box().equals(Box.SCALAR)
            ? resolve(new Bits(parts.get(0).literal(), frame, values), assumptions)
            : gate;
      }
      default -> gate;
    };
  }

  /** The box of an array. */
  static Box box(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Alias alias -> alias.box();
      case Declaration.Junction junction -> junction.box();
      case Declaration.Threshold threshold -> threshold.box();
      case Declaration.FormDefinition form -> form.box();
      case Declaration.Call call -> call.box();
      case Declaration.Iterate iterate ->
          throw new IllegalStateException("an iteration has no box of its own");
    };
  }

  private Node result(
      Declaration.Call call, int index, Frame frame, List<Polynomial> at, Assumptions assumptions) {
    int rank = call.box().rank();
    List<Polynomial> own = at.subList(0, rank);
    List<Polynomial> rest = at.subList(rank, at.size());
    if (!within(call.box(), frame.values(), own, assumptions)) {
      return new Node.Constant(false);
    }
    Map<String, Polynomial> values = Frame.bind(frame.values(), call.box().names(), own);
    List<Polynomial> sizes = new ArrayList<>();
    for (Polynomial size : evaluate(call.sizes(), values, assumptions)) {
      // A size parameter is a natural number; negative values count as 0.
      boolean natural = Decision.require(Decision.atLeastZero(size, assumptions));
      sizes.add(natural ? size : Polynomial.ZERO);
    }
    Frame.Instance instance =
        instances.computeIfAbsent(
            new Key(frame, call.name(), List.copyOf(own), sizes),
            key -> new Frame.Instance(call, frame, own, sizes));
    Circuit.Port port = call.circuit().ports().get(index);
    return within(port.box(), instance.sizeValues(), rest, assumptions)
        ? new Node.Result(instance, index, List.copyOf(rest))
        : new Node.Constant(false);
  }

  /** The literal behind an output of a called family. */
  Bits unfold(Node.Result result, Circuit.Family family) {
    Sum body = unfoldForm(result, family);
    Literal literal = family.outputs().get(result.index()).literal();
    return new Bits(literal, body.frame(), body.values());
  }

  /** The form behind an output of a called family. */
  Sum unfoldForm(Node.Result result, Circuit.Family family) {
    Frame body = bodies.computeIfAbsent(result.instance(), key -> Frame.of(family, key));
    Circuit.Output output = family.outputs().get(result.index());
    return new Sum(
        output.body(), body, Frame.bind(body.values(), output.port().box().names(), result.at()));
  }

  /** What the call passes for a bit of input {@code index}; not clipped. */
  Bits argument(Frame.Instance instance, int index, List<Polynomial> at) {
    return switch (instance.call().arguments().get(index)) {
      case Declaration.Argument.Bits(List<String> binders, Literal body) ->
          new Bits(body, instance.caller(), Frame.bind(instance.callerValues(), binders, at));
      case Declaration.Argument.Forms forms ->
          throw new IllegalArgumentException("a form is passed for a bit input");
    };
  }

  /** What the call passes for an entry of form input {@code index}; not clipped. */
  Sum argumentForm(Frame.Instance instance, int index, List<Polynomial> at) {
    Declaration.Argument argument = instance.call().arguments().get(index);
    Form body =
        switch (argument) {
          case Declaration.Argument.Bits(List<String> binders, Literal literal) ->
              new Form.Of(literal);
          case Declaration.Argument.Forms(List<String> binders, Form form) -> form;
        };
    return new Sum(
        body, instance.caller(), Frame.bind(instance.callerValues(), argument.binders(), at));
  }

  /**
   * Follows a form while it is a conditional or reads a definition, an argument or the result of a
   * family; what is left is a number, a literal, a sum, a multiple, or a read of an opaque form.
   */
  Sum resolveForm(Sum sum, Assumptions assumptions) {
    return switch (sum.form()) {
      case Form.Conditional(Predicate condition, Form then, Form otherwise) -> {
        boolean holds = Decision.require(condition, sum.values(), assumptions);
        yield resolveForm(
            new Sum(holds ? then : otherwise, sum.frame(), sum.values()), assumptions);
      }
      case Form.Read(String array, List<Index> at) ->
          readForm(sum, array, sum.frame(), evaluate(at, sum.values(), assumptions), assumptions);
      default -> sum;
    };
  }

  private Sum readForm(
      Sum read, String array, Frame frame, List<Polynomial> at, Assumptions assumptions) {
    Sum zero = new Sum(Form.ZERO, frame, Map.of());
    Frame.Located located = frame.find(array);
    Frame owner = located.frame();
    return switch (located.source()) {
      case Frame.Source.Input(int index) -> {
        Circuit.Port port = owner.family().inputs().get(index);
        if (!within(port.box(), owner.values(), at, assumptions)) {
          yield zero;
        }
        yield owner.instance().isEmpty()
            ? read
            : resolveForm(argumentForm(owner.instance().get(), index, at), assumptions);
      }
      case Frame.Source.Array(Declaration.FormDefinition form) ->
          within(form.box(), owner.values(), at, assumptions)
              ? resolveForm(
                  new Sum(form.body(), owner, Frame.bind(owner.values(), form.box().names(), at)),
                  assumptions)
              : zero;
      case Frame.Source.Output(Declaration.Call call, int index) ->
          switch (result(call, index, owner, at, assumptions)) {
            case Node.Result result when result.instance().circuit() instanceof Circuit.Family f ->
                resolveForm(unfoldForm(result, f), assumptions);
            case Node.Result result -> read;
            default -> zero;
          };
      default -> throw new IllegalArgumentException(array + " carries no forms");
    };
  }

  /** The node of a form read that {@link #resolveForm} left. */
  Node opaque(Sum read, Assumptions assumptions) {
    if (!(read.form() instanceof Form.Read(String array, List<Index> indices))) {
      throw new IllegalArgumentException("not a read");
    }
    List<Polynomial> at = evaluate(indices, read.values(), assumptions);
    Frame.Located located = read.frame().find(array);
    return switch (located.source()) {
      case Frame.Source.Input(int index) -> new Node.Input(index, at);
      case Frame.Source.Output(Declaration.Call call, int index) ->
          result(call, index, located.frame(), at, assumptions);
      default -> throw new IllegalArgumentException(array + " is not opaque");
    };
  }

  /** Whether the tuple lies in the box; asks for a case split where that is open. */
  boolean within(
      Box box, Map<String, Polynomial> values, List<Polynomial> at, Assumptions assumptions) {
    if (box.rank() != at.size()) {
      throw new IllegalArgumentException("an array is read with the wrong number of indices");
    }
    Map<String, Polynomial> inner = new HashMap<>(values);
    for (int i = 0; i < at.size(); i++) {
      Box.Binder binder = box.binders().get(i);
      Polynomial low = Normalizer.normalise(binder.low(), inner);
      Polynomial high = Normalizer.normalise(binder.high(), inner);
      Polynomial value = at.get(i);
      if (!Decision.require(Decision.atLeastZero(value, assumptions))
          || (!low.isZero()
              && !Decision.require(Decision.atLeastZero(value.minus(low), assumptions)))
          || !Decision.require(
              Decision.atLeastZero(high.minus(value).minus(Polynomial.ONE), assumptions))) {
        return false;
      }
      inner.put(binder.name(), value);
    }
    return Decision.require(box.guard(), inner, assumptions);
  }

  /** Index terms as normal forms. */
  static List<Polynomial> evaluate(
      List<Index> terms, Map<String, Polynomial> values, Assumptions assumptions) {
    return terms.stream()
        .map(term -> assumptions.simplify(Normalizer.normalise(term, values)))
        .toList();
  }

  private static Bit constant(boolean value) {
    return new Bit(new Node.Constant(value), false);
  }
}
