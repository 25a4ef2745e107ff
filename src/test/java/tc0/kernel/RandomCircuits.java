package tc0.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random families over sizes n and m, with calls of earlier families and with iterations. */
final class RandomCircuits {
  private record Known(String name, int rank, boolean form) {}

  private final Random random;
  private int fresh;

  RandomCircuits(long seed) {
    random = new Random(seed);
  }

  /** A family {@code name[n, m](x[i < n], y)} with output {@code return[i < n]}. */
  Circuit.Family family(String name, int callDepth) {
    List<Known> scope = new ArrayList<>();
    scope.add(new Known("x", 1, false));
    scope.add(new Known("y", 0, false));
    List<Declaration> body = body(scope, 2 + random.nextInt(5), callDepth, List.of());
    Predicate where = random.nextBoolean() ? Core.atLeast("m", 1) : Predicate.TRUE;
    return new Circuit.Family(
        name,
        List.of("n", "m"),
        where,
        List.of(
            new Circuit.Port("x", Core.box("i", "n"), false),
            new Circuit.Port("y", Box.SCALAR, false)),
        body,
        List.of(
            new Circuit.Output(
                new Circuit.Port("return", Core.box("i", "n"), false),
                new Form.Of(literal(scope, List.of("i"), 2)))));
  }

  private List<Declaration> body(
      List<Known> scope, int count, int callDepth, List<String> counters) {
    List<Declaration> body = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "a" + fresh++;
      int rank = random.nextInt(2);
      String binder = "b" + fresh++;
      Box box = rank == 0 ? Box.SCALAR : Box.of(Box.Binder.below(binder, Core.index("n")));
      List<String> bound = new ArrayList<>(counters);
      bound.addAll(box.names());
      switch (random.nextInt(callDepth > 0 ? 7 : 5)) {
        case 0 -> body.add(new Declaration.Alias(name, box, literal(scope, bound, 2)));
        case 1 -> {
          body.add(new Declaration.FormDefinition(name, box, form(scope, bound, 2), false));
          scope.add(new Known(name, rank, true));
          continue;
        }
        case 2, 3 -> {
          String child = "b" + fresh++;
          List<String> inner = new ArrayList<>(bound);
          inner.add(child);
          body.add(
              new Declaration.Junction(
                  name,
                  box,
                  random.nextBoolean() ? Declaration.Connective.AND : Declaration.Connective.OR,
                  List.of(
                      new Declaration.Part(Box.SCALAR, literal(scope, bound, 2)),
                      new Declaration.Part(
                          Box.of(new Box.Binder(child, index(bound), Core.index("n"))),
                          literal(scope, inner, 1)))));
        }
        case 4 ->
            body.add(new Declaration.Threshold(name, box, form(scope, bound, 3), index(bound)));
        case 5 -> {
          Circuit.Family callee = family("f" + fresh++, callDepth - 1);
          List<String> inner = new ArrayList<>(bound);
          inner.add("r" + name);
          body.add(
              new Declaration.Call(
                  name,
                  box,
                  callee,
                  List.of(index(bound), index(counters.isEmpty() ? List.of("m") : List.of())),
                  List.of(
                      new Declaration.Argument.Bits(List.of("r" + name), literal(scope, inner, 2)),
                      new Declaration.Argument.Bits(List.of(), literal(scope, bound, 2)))));
          scope.add(new Known(name + ".return", rank + 1, false));
          continue;
        }
        default -> {
          String state = "h" + fresh++;
          String index = "b" + fresh++;
          Box stateBox = Box.of(Box.Binder.below(index, Core.index("n")));
          List<String> outside = new ArrayList<>(counters);
          outside.add(index);
          Literal initial = literal(scope, outside, 2);
          List<Known> inside = new ArrayList<>(scope);
          inside.add(new Known(state, 1, false));
          List<String> inner = new ArrayList<>(counters);
          inner.add("t" + name);
          List<Declaration> rounds = body(inside, 1 + random.nextInt(3), callDepth - 1, inner);
          List<String> next = new ArrayList<>(inner);
          next.add(index);
          String buffer = "g" + fresh++;
          rounds.add(
              Core.junction(
                  buffer, Declaration.Connective.AND, stateBox, literal(inside, next, 2)));
          body.add(
              new Declaration.Iterate(
                  name,
                  "t" + name,
                  counters.isEmpty() ? index(List.of("m")) : Core.index("m"),
                  List.of(
                      new Declaration.State(state, stateBox, initial, Core.read(buffer, index))),
                  rounds));
          scope.add(new Known(state, 1, false));
          continue;
        }
      }
      scope.add(new Known(name, rank, false));
    }
    return body;
  }

  private Index index(List<String> bound) {
    Index base =
        bound.isEmpty() || random.nextInt(4) == 0
            ? Index.number(random.nextInt(3))
            : Index.variable(bound.get(random.nextInt(bound.size())));
    return switch (random.nextInt(4)) {
      case 0 -> base.plus(Index.number(random.nextInt(2)));
      case 1 -> base.minus(Index.number(random.nextInt(2)));
      default -> base;
    };
  }

  private Literal literal(List<Known> scope, List<String> bound, int budget) {
    List<Known> bits = scope.stream().filter(known -> !known.form()).toList();
    return switch (random.nextInt(budget > 0 ? 6 : 3)) {
      case 3 -> Core.not(literal(scope, bound, budget - 1));
      case 4 -> new Literal.Indicator(new Predicate.Less(index(bound), index(bound)));
      case 5 ->
          new Literal.Conditional(
              new Predicate.Equal(index(bound), index(bound)),
              literal(scope, bound, budget - 1),
              literal(scope, bound, budget - 1));
      default -> {
        Known known =
            bits.get(bits.size() - 1 - Math.min(random.nextInt(4), random.nextInt(bits.size())));
        yield new Literal.Read(known.name(), indices(known, bound));
      }
    };
  }

  private List<Index> indices(Known known, List<String> bound) {
    List<Index> at = new ArrayList<>();
    for (int i = 0; i < known.rank(); i++) {
      at.add(index(bound));
    }
    return at;
  }

  private Form form(List<Known> scope, List<String> bound, int budget) {
    List<Known> forms = scope.stream().filter(Known::form).toList();
    if (budget == 0) {
      return new Form.Of(literal(scope, bound, 1));
    }
    return switch (random.nextInt(6)) {
      case 0 -> new Form.Number(index(bound));
      case 1 -> new Form.Add(form(scope, bound, budget - 1), form(scope, bound, budget - 1));
      case 2 -> new Form.Scale(index(bound), form(scope, bound, budget - 1));
      case 3 -> {
        String binder = "b" + fresh++;
        List<String> inner = new ArrayList<>(bound);
        inner.add(binder);
        yield new Form.Sum(
            Box.of(Box.Binder.below(binder, Core.index("n"))), form(scope, inner, budget - 1));
      }
      case 4 -> {
        if (forms.isEmpty()) {
          yield new Form.Of(literal(scope, bound, 1));
        }
        Known known = forms.get(random.nextInt(forms.size()));
        yield new Form.Read(known.name(), indices(known, bound));
      }
      default -> new Form.Of(literal(scope, bound, 1));
    };
  }
}
