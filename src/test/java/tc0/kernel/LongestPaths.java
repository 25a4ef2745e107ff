package tc0.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The longest paths of a circuit at one size, by unrolling it cell by cell; shares nothing with the
 * rules. Index terms are limited to numbers, variables, sums, differences, products and remainders.
 */
final class LongestPaths {
  /** By source, the largest number of gates on a path; constants are the source {@code ""}. */
  record Lengths(Map<String, Integer> bySource) {
    static final Lengths CONSTANT = new Lengths(Map.of("", 0));

    Lengths max(Lengths other) {
      Map<String, Integer> union = new TreeMap<>(bySource);
      other.bySource.forEach((source, length) -> union.merge(source, length, Math::max));
      return new Lengths(union);
    }

    Lengths gate() {
      Map<String, Integer> longer = new TreeMap<>(max(CONSTANT).bySource);
      longer.replaceAll((source, length) -> length + 1);
      return new Lengths(longer);
    }
  }

  /** The cells of one array. */
  private interface Cells {
    Lengths at(List<Long> indices);
  }

  private LongestPaths() {}

  /** The longest paths to any cell of any output. */
  static Lengths of(Circuit.Family family, Map<String, Long> sizes) {
    Map<String, Cells> inputs = new HashMap<>();
    for (Circuit.Port input : family.inputs()) {
      inputs.put(input.name(), indices -> new Lengths(Map.of(input.name(), 0)));
    }
    Map<String, Cells> outputs = outputs(family, sizes, inputs);
    Lengths result = new Lengths(Map.of());
    for (Circuit.Output output : family.outputs()) {
      for (Map<String, Long> tuple : tuples(output.port().box(), sizes)) {
        List<Long> indices = output.port().box().names().stream().map(tuple::get).toList();
        result = result.max(outputs.get(output.port().name()).at(indices));
      }
    }
    return result;
  }

  private static Map<String, Cells> outputs(
      Circuit.Family family, Map<String, Long> sizes, Map<String, Cells> passed) {
    Map<String, Cells> arrays = new HashMap<>();
    for (Circuit.Port input : family.inputs()) {
      arrays.put(input.name(), clipped(input.box(), sizes, passed.get(input.name())));
    }
    declare(family.body(), sizes, arrays);
    Map<String, Cells> outputs = new HashMap<>();
    for (Circuit.Output output : family.outputs()) {
      Box box = output.port().box();
      outputs.put(
          output.port().name(),
          cells(box, sizes, variables -> of(output.body(), variables, arrays)));
    }
    return outputs;
  }

  private interface Entry {
    Lengths at(Map<String, Long> variables);
  }

  private static Cells cells(Box box, Map<String, Long> outer, Entry entry) {
    Map<List<Long>, Lengths> memo = new HashMap<>();
    return clipped(
        box,
        outer,
        indices -> {
          Lengths known = memo.get(indices);
          if (known == null) {
            Map<String, Long> variables = new HashMap<>(outer);
            for (int i = 0; i < box.rank(); i++) {
              variables.put(box.names().get(i), indices.get(i));
            }
            known = entry.at(variables);
            memo.put(indices, known);
          }
          return known;
        });
  }

  private static Cells clipped(Box box, Map<String, Long> outer, Cells inside) {
    return indices -> {
      Map<String, Long> variables = new HashMap<>(outer);
      for (int i = 0; i < box.rank(); i++) {
        Box.Binder binder = box.binders().get(i);
        long value = indices.get(i);
        if (value < Math.max(0, value(binder.low(), variables))
            || value >= value(binder.high(), variables)) {
          return Lengths.CONSTANT;
        }
        variables.put(binder.name(), value);
      }
      return holds(box.guard(), variables) ? inside.at(indices) : Lengths.CONSTANT;
    };
  }

  private static void declare(
      List<Declaration> body, Map<String, Long> outer, Map<String, Cells> arrays) {
    for (Declaration declaration : body) {
      Map<String, Cells> visible = new HashMap<>(arrays);
      String name = declaration.name();
      switch (declaration) {
        case Declaration.Alias alias ->
            arrays.put(name, cells(alias.box(), outer, v -> of(alias.body(), v, visible)));
        case Declaration.FormDefinition form ->
            arrays.put(name, cells(form.box(), outer, v -> of(form.body(), v, visible)));
        case Declaration.Junction junction ->
            arrays.put(
                name,
                cells(
                    junction.box(),
                    outer,
                    v -> {
                      Lengths children = new Lengths(Map.of());
                      for (Declaration.Part part : junction.parts()) {
                        for (Map<String, Long> tuple : tuples(part.box(), v)) {
                          children = children.max(of(part.literal(), tuple, visible));
                        }
                      }
                      return children.gate();
                    }));
        case Declaration.Threshold threshold ->
            arrays.put(
                name, cells(threshold.box(), outer, v -> of(threshold.form(), v, visible).gate()));
        case Declaration.Call call -> call(call, outer, visible, arrays);
        case Declaration.Iterate iterate -> iterate(iterate, outer, arrays);
      }
    }
  }

  private static void call(
      Declaration.Call call,
      Map<String, Long> outer,
      Map<String, Cells> visible,
      Map<String, Cells> arrays) {
    Circuit.Family callee = (Circuit.Family) call.circuit();
    Map<List<Long>, Map<String, Cells>> instances = new HashMap<>();
    int rank = call.box().rank();
    for (Circuit.Port port : callee.ports()) {
      arrays.put(
          call.name() + "." + port.name(),
          indices -> {
            List<Long> instance = indices.subList(0, rank);
            List<Long> at = indices.subList(rank, indices.size());
            return clipped(
                    call.box(),
                    outer,
                    tuple ->
                        instances
                            .computeIfAbsent(
                                List.copyOf(tuple), t -> instance(call, callee, t, outer, visible))
                            .get(port.name())
                            .at(List.copyOf(at)))
                .at(instance);
          });
    }
  }

  private static Map<String, Cells> instance(
      Declaration.Call call,
      Circuit.Family callee,
      List<Long> tuple,
      Map<String, Long> outer,
      Map<String, Cells> visible) {
    Map<String, Long> variables = new HashMap<>(outer);
    for (int i = 0; i < tuple.size(); i++) {
      variables.put(call.box().names().get(i), tuple.get(i));
    }
    Map<String, Long> sizes = new HashMap<>();
    for (int i = 0; i < call.sizes().size(); i++) {
      sizes.put(callee.parameters().get(i), Math.max(0, value(call.sizes().get(i), variables)));
    }
    Map<String, Cells> passed = new HashMap<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Declaration.Argument argument = call.arguments().get(i);
      passed.put(
          callee.inputs().get(i).name(),
          indices -> {
            Map<String, Long> inner = new HashMap<>(variables);
            for (int j = 0; j < indices.size(); j++) {
              inner.put(argument.binders().get(j), indices.get(j));
            }
            return switch (argument) {
              case Declaration.Argument.Bits bits -> of(bits.body(), inner, visible);
              case Declaration.Argument.Forms forms -> of(forms.body(), inner, visible);
            };
          });
    }
    return outputs(callee, sizes, passed);
  }

  private static void iterate(
      Declaration.Iterate iterate, Map<String, Long> outer, Map<String, Cells> arrays) {
    Map<String, Cells> states = new HashMap<>();
    for (Declaration.State state : iterate.states()) {
      Map<String, Cells> visible = new HashMap<>(arrays);
      states.put(state.name(), cells(state.box(), outer, v -> of(state.initial(), v, visible)));
    }
    for (long t = 0; t < value(iterate.count(), outer); t++) {
      Map<String, Long> inner = new HashMap<>(outer);
      inner.put(iterate.counter(), t);
      Map<String, Cells> visible = new HashMap<>(arrays);
      visible.putAll(states);
      declare(iterate.body(), inner, visible);
      Map<String, Cells> next = new HashMap<>();
      for (Declaration.State state : iterate.states()) {
        next.put(state.name(), cells(state.box(), inner, v -> of(state.next(), v, visible)));
      }
      states = next;
    }
    arrays.putAll(states);
  }

  private static Lengths of(
      Literal literal, Map<String, Long> variables, Map<String, Cells> arrays) {
    return switch (literal) {
      case Literal.Read(String array, List<Index> at) ->
          arrays.get(array).at(values(at, variables));
      case Literal.Not(Literal of) -> of(of, variables, arrays);
      case Literal.Indicator indicator -> Lengths.CONSTANT;
      case Literal.Conditional(Predicate condition, Literal then, Literal otherwise) ->
          of(holds(condition, variables) ? then : otherwise, variables, arrays);
    };
  }

  private static Lengths of(Form form, Map<String, Long> variables, Map<String, Cells> arrays) {
    return switch (form) {
      case Form.Number number -> Lengths.CONSTANT;
      case Form.Of(Literal literal) -> of(literal, variables, arrays);
      case Form.Add(Form left, Form right) ->
          of(left, variables, arrays).max(of(right, variables, arrays));
      case Form.Scale(Index weight, Form of) -> of(of, variables, arrays);
      case Form.Sum(Box box, Form body) -> {
        Lengths sum = new Lengths(Map.of());
        for (Map<String, Long> tuple : tuples(box, variables)) {
          sum = sum.max(of(body, tuple, arrays));
        }
        yield sum;
      }
      case Form.Conditional(Predicate condition, Form then, Form otherwise) ->
          of(holds(condition, variables) ? then : otherwise, variables, arrays);
      case Form.Read(String array, List<Index> at) -> arrays.get(array).at(values(at, variables));
    };
  }

  private static List<Map<String, Long>> tuples(Box box, Map<String, Long> outer) {
    List<Map<String, Long>> tuples = List.of(outer);
    for (Box.Binder binder : box.binders()) {
      List<Map<String, Long>> longer = new ArrayList<>();
      for (Map<String, Long> tuple : tuples) {
        for (long v = Math.max(0, value(binder.low(), tuple));
            v < value(binder.high(), tuple);
            v++) {
          Map<String, Long> extended = new HashMap<>(tuple);
          extended.put(binder.name(), v);
          longer.add(extended);
        }
      }
      tuples = longer;
    }
    return tuples.stream().filter(tuple -> holds(box.guard(), tuple)).toList();
  }

  private static List<Long> values(List<Index> terms, Map<String, Long> variables) {
    return terms.stream().map(term -> value(term, variables)).toList();
  }

  static long value(Index index, Map<String, Long> variables) {
    return switch (index) {
      case Index.Number number -> number.value().longValueExact();
      case Index.Variable variable -> variables.get(variable.name());
      case Index.Add(Index left, Index right) -> value(left, variables) + value(right, variables);
      case Index.Subtract(Index left, Index right) ->
          value(left, variables) - value(right, variables);
      case Index.Multiply(Index left, Index right) ->
          value(left, variables) * value(right, variables);
      case Index.Modulo(Index left, Index right) -> {
        long modulus = value(right, variables);
        yield modulus <= 0 ? 0 : Math.floorMod(value(left, variables), modulus);
      }
      default -> throw new IllegalArgumentException("not used here: " + index);
    };
  }

  private static boolean holds(Predicate predicate, Map<String, Long> variables) {
    return switch (predicate) {
      case Predicate.Truth truth -> truth.value();
      case Predicate.Less(Index left, Index right) ->
          value(left, variables) < value(right, variables);
      case Predicate.Equal(Index left, Index right) ->
          value(left, variables) == value(right, variables);
      case Predicate.Not(Predicate of) -> !holds(of, variables);
      default -> throw new IllegalArgumentException("not used here: " + predicate);
    };
  }
}
