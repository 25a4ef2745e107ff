package tc0.kernel.matching;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Meaning;

/**
 * The op-by-op terms of a circuit at concrete sizes, written out from the meaning of the core
 * calculus: axioms are function symbols, everything else is unfolded. Two circuits with equal texts
 * apply the same operations to the same inputs.
 */
final class ConcreteTerms {

  private record Frame(
      Set<Law> laws,
      Circuit.Family family,
      Map<String, BigInteger> values,
      Map<String, Declaration> arrays,
      Optional<Call> call) {}

  private record Call(Declaration.Call declaration, Frame caller, Map<String, BigInteger> values) {}

  private ConcreteTerms() {}

  /**
   * The term of every output bit, by output and tuple, with one text for terms that are equal by
   * the laws: the arguments of a commutative operation of two bits and the entries of a symmetric
   * list of bits are sorted, zero entries are left out, a zero factor makes zero.
   */
  static Map<String, String> of(Circuit.Family family, List<BigInteger> sizes, Set<Law> laws) {
    Map<String, BigInteger> values = new HashMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      values.put(family.parameters().get(i), sizes.get(i));
    }
    Frame frame = frame(laws, family, values, Optional.empty());
    Map<String, String> terms = new TreeMap<>();
    for (Circuit.Output output : family.outputs()) {
      Meaning.forEach(
          output.port().box(),
          values,
          at ->
              terms.put(
                  output.port().name() + output.port().box().names().stream().map(at::get).toList(),
                  bit(output.literal(), frame, at)));
    }
    return terms;
  }

  private static Frame frame(
      Set<Law> laws, Circuit.Family family, Map<String, BigInteger> values, Optional<Call> call) {
    Map<String, Declaration> arrays = new HashMap<>();
    for (Declaration declaration : family.body()) {
      if (declaration instanceof Declaration.Call made) {
        for (Circuit.Port port : made.circuit().ports()) {
          arrays.put(made.name() + "." + port.name(), made);
        }
      } else {
        arrays.put(declaration.name(), declaration);
      }
    }
    return new Frame(laws, family, values, arrays, call);
  }

  private static String bit(Literal literal, Frame frame, Map<String, BigInteger> at) {
    return switch (literal) {
      case Literal.Not(Literal of) -> complement(bit(of, frame, at));
      case Literal.Indicator(var condition) -> Meaning.holds(condition, at) ? "1" : "0";
      case Literal.Conditional(var condition, Literal then, Literal otherwise) ->
          bit(Meaning.holds(condition, at) ? then : otherwise, frame, at);
      case Literal.Read(String array, List<Index> indices) ->
          read(array, frame, indices.stream().map(index -> Meaning.value(index, at)).toList());
    };
  }

  private static String complement(String term) {
    return switch (term) {
      case "0" -> "1";
      case "1" -> "0";
      default -> term.startsWith("~") ? term.substring(1) : "~" + term;
    };
  }

  private static String read(String array, Frame frame, List<BigInteger> at) {
    Declaration declaration = frame.arrays().get(array);
    if (declaration == null) {
      return input(array, frame, at);
    }
    return switch (declaration) {
      case Declaration.Alias alias ->
          inside(alias.box(), frame.values(), at)
              .map(values -> bit(alias.body(), frame, values))
              .orElse("0");
      case Declaration.Junction junction ->
          inside(junction.box(), frame.values(), at)
              .map(values -> gate(junction, frame, values))
              .orElse("0");
      case Declaration.Call call -> result(call, array, frame, at);
      default -> throw new IllegalArgumentException(array);
    };
  }

  private static String gate(
      Declaration.Junction junction, Frame frame, Map<String, BigInteger> values) {
    List<String> children = new ArrayList<>();
    for (Declaration.Part part : junction.parts()) {
      Meaning.forEach(part.box(), values, at -> children.add(bit(part.literal(), frame, at)));
    }
    boolean copies = junction.parts().size() == 1 && junction.parts().get(0).box().rank() == 0;
    return copies ? children.get(0) : junction.connective() + children.toString();
  }

  private static String input(String array, Frame frame, List<BigInteger> at) {
    for (int i = 0; i < frame.family().inputs().size(); i++) {
      Circuit.Port port = frame.family().inputs().get(i);
      if (port.name().equals(array)) {
        if (inside(port.box(), frame.values(), at).isEmpty()) {
          return "0";
        }
        if (frame.call().isEmpty()) {
          return "x" + i + at;
        }
        return argument(frame.call().get(), i, at);
      }
    }
    throw new IllegalArgumentException(array);
  }

  private static String argument(Call call, int input, List<BigInteger> at) {
    Declaration.Argument.Bits bits =
        (Declaration.Argument.Bits) call.declaration().arguments().get(input);
    return bit(bits.body(), call.caller(), bind(call.values(), bits.binders(), at));
  }

  private static String result(
      Declaration.Call declaration, String array, Frame frame, List<BigInteger> at) {
    int rank = declaration.box().rank();
    Optional<Map<String, BigInteger>> own =
        inside(declaration.box(), frame.values(), at.subList(0, rank));
    if (own.isEmpty()) {
      return "0";
    }
    Call call = new Call(declaration, frame, own.get());
    Circuit circuit = declaration.circuit();
    Map<String, BigInteger> sizes = new HashMap<>();
    for (int i = 0; i < declaration.sizes().size(); i++) {
      sizes.put(
          circuit.parameters().get(i),
          Meaning.value(declaration.sizes().get(i), own.get()).max(BigInteger.ZERO));
    }
    List<BigInteger> rest = at.subList(rank, at.size());
    for (int k = 0; k < circuit.ports().size(); k++) {
      Circuit.Port port = circuit.ports().get(k);
      if (array.equals(declaration.name() + "." + port.name())) {
        Optional<Map<String, BigInteger>> output = inside(port.box(), sizes, rest);
        if (output.isEmpty()) {
          return "0";
        }
        if (circuit instanceof Circuit.Family family) {
          Frame body = frame(frame.laws(), family, sizes, Optional.of(call));
          return bit(family.outputs().get(k).literal(), body, output.get());
        }
        return opaque(call, sizes, "." + k + rest, frame.laws());
      }
    }
    throw new IllegalArgumentException(array);
  }

  private static String opaque(
      Call call, Map<String, BigInteger> sizes, String output, Set<Law> laws) {
    Circuit circuit = call.declaration().circuit();
    List<List<String>> arguments = new ArrayList<>();
    for (int i = 0; i < circuit.inputs().size(); i++) {
      int input = i;
      List<String> one = new ArrayList<>();
      Box box = circuit.inputs().get(i).box();
      Meaning.forEach(
          box,
          sizes,
          at -> one.add(argument(call, input, box.names().stream().map(at::get).toList())));
      arguments.add(one);
    }
    if (laws.contains(new Law(circuit.name(), Law.Kind.ABSORBS_ZERO))
        && arguments.contains(List.of("0"))) {
      return "0";
    }
    if (laws.contains(new Law(circuit.name(), Law.Kind.COMMUTATIVE))) {
      arguments.sort(Comparator.comparing(List::toString));
    }
    List<BigInteger> lengths = new ArrayList<>(sizes.values());
    if (laws.contains(new Law(circuit.name(), Law.Kind.IGNORES_ZERO))) {
      arguments.get(0).removeIf(entry -> entry.equals("0"));
      lengths.set(0, BigInteger.valueOf(arguments.get(0).size()));
    }
    if (laws.contains(new Law(circuit.name(), Law.Kind.SYMMETRIC))) {
      arguments.get(0).sort(Comparator.naturalOrder());
    }
    return circuit.name() + lengths + output + arguments;
  }

  private static Optional<Map<String, BigInteger>> inside(
      Box box, Map<String, BigInteger> values, List<BigInteger> at) {
    Map<String, BigInteger> inner = new HashMap<>(values);
    for (int i = 0; i < at.size(); i++) {
      Box.Binder binder = box.binders().get(i);
      BigInteger low = Meaning.value(binder.low(), inner).max(BigInteger.ZERO);
      if (at.get(i).compareTo(low) < 0
          || at.get(i).compareTo(Meaning.value(binder.high(), inner)) >= 0) {
        return Optional.empty();
      }
      inner.put(binder.name(), at.get(i));
    }
    return Meaning.holds(box.guard(), inner) ? Optional.of(inner) : Optional.empty();
  }

  private static Map<String, BigInteger> bind(
      Map<String, BigInteger> values, List<String> names, List<BigInteger> to) {
    Map<String, BigInteger> result = new HashMap<>(values);
    for (int i = 0; i < names.size(); i++) {
      result.put(names.get(i), to.get(i));
    }
    return result;
  }
}
