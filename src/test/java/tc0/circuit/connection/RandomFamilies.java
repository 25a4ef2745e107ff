package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;

/**
 * Small families with everything that a connection language has to follow: aliases, forms, guards,
 * ragged boxes, calls that pass literals and forms, iterations with buffered states, negative and
 * out-of-range indices.
 */
public final class RandomFamilies {

  private final Random random;
  private int labels;

  private RandomFamilies(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** A family over the sizes n and m, reproducible from its seed. */
  public static Circuit.Family of(long seed) {
    return new RandomFamilies(seed).family("random" + Math.floorMod(seed, 1_000_000), 2);
  }

  /** A name that may be read, with the number of its indices. */
  private record Name(String array, int rank) {}

  private static final class Names {
    final List<Name> bits = new ArrayList<>();
    final List<Name> forms = new ArrayList<>();

    Names copy() {
      Names copy = new Names();
      copy.bits.addAll(bits);
      copy.forms.addAll(forms);
      return copy;
    }
  }

  private Circuit.Family family(String name, int depth) {
    Names names = new Names();
    List<Circuit.Port> inputs = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      Circuit.Port port =
          new Circuit.Port(
              label("x"), box(List.of("n", "m"), 1), depth < 2 && random.nextInt(3) == 0);
      inputs.add(port);
      (port.form() ? names.forms : names.bits).add(new Name(port.name(), 1));
    }
    if (names.bits.isEmpty()) {
      inputs.add(new Circuit.Port("x", box(List.of("n", "m"), 1), false));
      names.bits.add(new Name("x", 1));
    }
    List<Declaration> body = new ArrayList<>();
    int length = 3 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      declare(body, names, List.of("n", "m"), depth);
    }
    List<Circuit.Output> outputs = new ArrayList<>();
    Box box = box(List.of("n", "m"), 1);
    List<String> inside = inside(List.of("n", "m"), box);
    outputs.add(
        new Circuit.Output(
            new Circuit.Port("y", box, false), new Form.Of(literal(names, inside, 2))));
    Box other = box(List.of("n", "m"), 1);
    if (depth < 2) {
      outputs.add(
          new Circuit.Output(
              new Circuit.Port("f", other, true),
              form(names, inside(List.of("n", "m"), other), 2)));
    }
    return new Circuit.Family(name, List.of("n", "m"), Predicate.TRUE, inputs, body, outputs);
  }

  private String label(String prefix) {
    return prefix + labels++;
  }

  private void declare(List<Declaration> body, Names names, List<String> variables, int depth) {
    switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> {
        Box box = box(variables, random.nextInt(3));
        String name = label("a");
        body.add(new Declaration.Alias(name, box, literal(names, inside(variables, box), 3)));
        names.bits.add(new Name(name, box.rank()));
      }
      case 1 -> {
        Box box = box(variables, random.nextInt(3));
        String name = label("f");
        body.add(
            new Declaration.FormDefinition(
                name, box, form(names, inside(variables, box), 3), false));
        names.forms.add(new Name(name, box.rank()));
      }
      case 2, 3 -> {
        Box box = box(variables, random.nextInt(3));
        names.bits.add(junction(body, names, variables, box));
      }
      case 4 -> {
        Box box = box(variables, 1 + random.nextInt(2));
        List<String> inside = inside(variables, box);
        String name = label("t");
        body.add(new Declaration.Threshold(name, box, form(names, inside, 3), index(inside, 1)));
        names.bits.add(new Name(name, box.rank()));
      }
      case 5 -> call(body, names, variables, depth);
      default -> iterate(body, names, variables, depth);
    }
  }

  private Name junction(List<Declaration> body, Names names, List<String> variables, Box box) {
    List<String> inside = inside(variables, box);
    String name = label("g");
    List<Declaration.Part> parts = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Box part = box(inside, random.nextInt(2));
      parts.add(new Declaration.Part(part, literal(names, inside(inside, part), 2)));
    }
    body.add(
        new Declaration.Junction(
            name,
            box,
            random.nextBoolean() ? Declaration.Connective.AND : Declaration.Connective.OR,
            parts));
    return new Name(name, box.rank());
  }

  private void call(List<Declaration> body, Names names, List<String> variables, int depth) {
    Circuit.Family callee = family(label("callee"), depth - 1);
    Box box = box(variables, random.nextInt(2));
    List<String> inside = inside(variables, box);
    List<Declaration.Argument> arguments = new ArrayList<>();
    for (Circuit.Port port : callee.inputs()) {
      String binder = label("b");
      List<String> all = new ArrayList<>(inside);
      all.add(binder);
      arguments.add(
          port.form()
              ? new Declaration.Argument.Forms(List.of(binder), form(names, all, 2))
              : new Declaration.Argument.Bits(List.of(binder), literal(names, all, 2)));
    }
    String name = label("c");
    body.add(
        new Declaration.Call(
            name, box, callee, List.of(index(inside, 1), index(inside, 1)), arguments));
    names.bits.add(new Name(name + ".y", box.rank() + 1));
    names.forms.add(new Name(name + ".f", box.rank() + 1));
  }

  private void iterate(List<Declaration> body, Names names, List<String> variables, int depth) {
    String counter = label("r");
    String state = label("h");
    Box box = box(variables, 1);
    Literal initial = literal(names, inside(variables, box), 2);
    Names within = names.copy();
    within.bits.add(new Name(state, 1));
    List<String> inner = new ArrayList<>(variables);
    inner.add(counter);
    List<Declaration> round = new ArrayList<>();
    declare(round, within, inner, depth - 1);
    // The next value is a gate, so that no state is a mere renaming of the last one.
    Name next = junction(round, within, inner, box(inner, 1));
    Literal value = new Literal.Read(next.array(), List.of(index(inside(inner, box), 1)));
    body.add(
        new Declaration.Iterate(
            label("l"),
            counter,
            index(variables, 0),
            List.of(
                new Declaration.State(
                    state, box, initial, random.nextBoolean() ? value : new Literal.Not(value))),
            round));
    names.bits.add(new Name(state, 1));
  }

  private Box box(List<String> variables, int rank) {
    List<Box.Binder> binders = new ArrayList<>();
    List<String> visible = new ArrayList<>(variables);
    for (int i = 0; i < rank; i++) {
      String name = label("i");
      Index low = random.nextInt(3) == 0 ? index(visible, 1) : Index.ZERO;
      Index high =
          random.nextBoolean()
              ? Index.number(1 + random.nextInt(3))
              : Families.v(visible.get(random.nextInt(visible.size())))
                  .plus(Index.number(random.nextInt(2)));
      binders.add(new Box.Binder(name, low, high));
      visible.add(name);
    }
    return new Box(binders, random.nextInt(5) == 0 ? condition(visible) : Predicate.TRUE);
  }

  private static List<String> inside(List<String> variables, Box box) {
    List<String> all = new ArrayList<>(variables);
    all.addAll(box.names());
    return all;
  }

  private Index index(List<String> variables, int depth) {
    Index variable = Families.v(variables.get(random.nextInt(variables.size())));
    if (depth == 0) {
      return random.nextInt(4) == 0 ? Index.number(random.nextInt(3)) : variable;
    }
    Index other = index(variables, depth - 1);
    return switch (random.nextInt(9)) {
      case 0 -> variable.plus(other);
      case 1 -> variable.minus(other);
      case 2 -> variable.minus(Index.ONE);
      case 3 -> Families.divide(variable, Index.number(2));
      case 4 -> Families.modulo(variable, Index.number(2));
      case 5 -> new Index.Maximum(variable.minus(Index.ONE), Index.ZERO);
      case 6 -> new Index.Conditional(condition(variables), variable, other);
      default -> variable;
    };
  }

  private Predicate condition(List<String> variables) {
    Index a = index(variables, 0);
    Index b = index(variables, 0);
    return switch (random.nextInt(5)) {
      case 0 -> new Predicate.Less(a, b);
      case 1 -> new Predicate.Not(new Predicate.Less(a, b));
      case 2 -> new Predicate.Equal(a, b);
      case 3 -> new Predicate.Bit(a, Index.number(random.nextInt(2)));
      default ->
          new Predicate.Or(
              new Predicate.Less(a, b), new Predicate.Equal(b, Index.number(random.nextInt(3))));
    };
  }

  private Literal literal(Names names, List<String> variables, int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(10)) {
      case 0 -> new Literal.Not(literal(names, variables, depth - 1));
      case 1 -> new Literal.Indicator(condition(variables));
      case 2 ->
          new Literal.Conditional(
              condition(variables),
              literal(names, variables, depth - 1),
              literal(names, variables, depth - 1));
      default -> {
        // Later names are read more often, so that chains get long.
        int size = names.bits.size();
        Name name = names.bits.get(Math.max(random.nextInt(size), random.nextInt(size)));
        yield new Literal.Read(name.array(), indices(variables, name.rank()));
      }
    };
  }

  private List<Index> indices(List<String> variables, int count) {
    List<Index> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      result.add(index(variables, random.nextInt(2)));
    }
    return result;
  }

  private Form form(Names names, List<String> variables, int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(9)) {
      case 0 -> new Form.Number(index(variables, 1));
      case 1, 2 ->
          new Form.Add(form(names, variables, depth - 1), form(names, variables, depth - 1));
      case 3 ->
          new Form.Scale(
              random.nextBoolean() ? Index.number(random.nextInt(5) - 2) : index(variables, 1),
              form(names, variables, depth - 1));
      case 4, 5 -> {
        Box box = box(variables, 1);
        yield new Form.Sum(box, form(names, inside(variables, box), depth - 1));
      }
      case 6 ->
          new Form.Conditional(
              condition(variables),
              form(names, variables, depth - 1),
              form(names, variables, depth - 1));
      case 7 -> {
        if (names.forms.isEmpty()) {
          yield new Form.Of(literal(names, variables, 1));
        }
        Name name = names.forms.get(random.nextInt(names.forms.size()));
        yield new Form.Read(name.array(), indices(variables, name.rank()));
      }
      default -> new Form.Of(literal(names, variables, 1));
    };
  }
}
