package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Bounds on cells and wires are compared with counts taken port by port at small sizes. */
class CostProperties {

  private static final List<String> PARAMETERS = List.of("n", "w");

  /** Cells and mass of a form at one tuple, where a read costs what the definition costs there. */
  private record Count(BigInteger cells, BigInteger mass) {
    Count plus(Count other) {
      return new Count(cells.add(other.cells), mass.add(other.mass));
    }
  }

  @Property(tries = 500)
  void noSumGateHasMoreWiresThanItsBound(@ForAll long seed) {
    Terms terms = new Terms(seed);
    Random random = new Random(seed);
    Box rowBox = terms.box(PARAMETERS);
    Form rowBody = form(terms, random, names(PARAMETERS, rowBox), 2, false, rowBox);
    Box gateBox = renamed(terms.box(PARAMETERS));
    List<String> inGate = names(PARAMETERS, gateBox);
    Form gateBody = form(terms, random, inGate, 2, true, rowBox);
    Index threshold = terms.term(inGate, 1);
    Circuit family =
        new Circuit.Family(
            "f",
            PARAMETERS,
            Predicate.TRUE,
            List.of(),
            List.of(
                new Declaration.FormDefinition("row", rowBox, rowBody, false),
                new Declaration.Threshold("g", gateBox, gateBody, threshold)),
            List.of());
    Cost cost = CostRules.of(family, CostProperties::noCallee);
    for (int n = 0; n <= 3; n++) {
      for (int w = 0; w <= 3; w++) {
        Map<String, BigInteger> sizes =
            Map.of("n", BigInteger.valueOf(n), "w", BigInteger.valueOf(w));
        try {
          compare(cost, sizes, rowBox, rowBody, gateBox, gateBody, threshold);
        } catch (Meaning.TooLarge tooLarge) {
          continue; // not to be written down, hence not compared
        }
      }
    }
  }

  private static Cost noCallee(Circuit circuit) {
    throw new IllegalStateException(circuit.name() + " is not called");
  }

  private static void compare(
      Cost cost,
      Map<String, BigInteger> sizes,
      Box rowBox,
      Form rowBody,
      Box gateBox,
      Form gateBody,
      Index threshold) {
    BigInteger[] totals = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
    Meaning.forEach(
        gateBox,
        sizes,
        tuple -> {
          Count count = count(gateBody, tuple, sizes, rowBox, rowBody);
          BigInteger own = Meaning.value(threshold, tuple);
          BigInteger twin = BigInteger.ONE.subtract(own);
          BigInteger ports = count.mass().shiftLeft(1).add(own.abs()).add(twin.abs());
          totals[0] = totals[0].add(BigInteger.TWO);
          totals[1] = totals[1].add(count.cells().multiply(BigInteger.TWO));
          totals[2] = totals[2].add(ports.shiftLeft(1));
        });
    List<SizeBound> bounds = List.of(cost.gates(), cost.edges(), cost.wires());
    for (int i = 0; i < 3; i++) {
      assertThat(Meaning.value(bounds.get(i), sizes))
          .as("bound %s at %s", bounds.get(i), sizes)
          .isGreaterThanOrEqualTo(Rational.of(totals[i]));
    }
  }

  private static Count count(
      Form form,
      Map<String, BigInteger> at,
      Map<String, BigInteger> sizes,
      Box rowBox,
      Form rowBody) {
    return switch (form) {
      case Form.Number number ->
          new Count(BigInteger.ZERO, Meaning.value(number.value(), at).abs());
      case Form.Of of -> new Count(BigInteger.ONE, BigInteger.ONE);
      case Form.Add add ->
          count(add.left(), at, sizes, rowBox, rowBody)
              .plus(count(add.right(), at, sizes, rowBox, rowBody));
      case Form.Scale scale -> {
        Count inner = count(scale.of(), at, sizes, rowBox, rowBody);
        BigInteger weight = Meaning.value(scale.weight(), at).abs();
        yield new Count(inner.cells(), inner.mass().multiply(weight));
      }
      case Form.Conditional conditional ->
          count(
              Meaning.holds(conditional.condition(), at)
                  ? conditional.then()
                  : conditional.otherwise(),
              at,
              sizes,
              rowBox,
              rowBody);
      case Form.Sum sum -> {
        List<Count> counts = new ArrayList<>();
        Meaning.forEach(
            sum.box(), at, tuple -> counts.add(count(sum.body(), tuple, sizes, rowBox, rowBody)));
        yield counts.stream().reduce(new Count(BigInteger.ZERO, BigInteger.ZERO), Count::plus);
      }
      case Form.Read read -> {
        Map<String, BigInteger> tuple = new HashMap<>(sizes);
        for (int i = 0; i < read.at().size(); i++) {
          tuple.put(rowBox.names().get(i), Meaning.value(read.at().get(i), at));
        }
        boolean inside = true;
        for (Box.Binder binder : rowBox.binders()) {
          BigInteger v = tuple.get(binder.name());
          inside &=
              v.signum() >= 0
                  && v.compareTo(Meaning.value(binder.low(), tuple)) >= 0
                  && v.compareTo(Meaning.value(binder.high(), tuple)) < 0;
        }
        yield inside
            ? count(rowBody, tuple, sizes, rowBox, rowBody)
            : new Count(BigInteger.ZERO, BigInteger.ZERO);
      }
    };
  }

  private static Form form(
      Terms terms, Random random, List<String> names, int depth, boolean reads, Box rowBox) {
    if (depth == 0) {
      if (reads && random.nextBoolean()) {
        List<Index> at = new ArrayList<>();
        rowBox.binders().forEach(binder -> at.add(terms.linear(names)));
        return new Form.Read("row", at);
      }
      return random.nextInt(3) == 0
          ? new Form.Number(terms.term(names, 1))
          : new Form.Of(Literal.ONE);
    }
    Form inner = form(terms, random, names, depth - 1, reads, rowBox);
    return switch (random.nextInt(4)) {
      case 0 -> new Form.Add(inner, form(terms, random, names, depth - 1, reads, rowBox));
      case 1 -> new Form.Scale(terms.term(names, 2), inner);
      case 2 ->
          new Form.Conditional(
              terms.predicate(names, 1),
              inner,
              form(terms, random, names, depth - 1, reads, rowBox));
      default -> {
        String binder = "s" + depth;
        List<String> longer = Terms.plus(names, binder);
        yield new Form.Sum(
            Box.of(new Box.Binder(binder, terms.linear(names), terms.linear(names))),
            form(terms, random, longer, depth - 1, reads, rowBox));
      }
    };
  }

  /** The binders of the gate's box get other names than those of the row's. */
  private static Box renamed(Box box) {
    List<Box.Binder> binders = new ArrayList<>();
    Map<String, Polynomial> values = new HashMap<>();
    for (Box.Binder binder : box.binders()) {
      String name = "g" + binder.name();
      binders.add(
          new Box.Binder(
              name,
              Normalizer.toIndex(Normalizer.normalise(binder.low(), values)),
              Normalizer.toIndex(Normalizer.normalise(binder.high(), values))));
      values.put(binder.name(), Polynomial.variable(name));
    }
    return new Box(binders, Predicate.TRUE);
  }

  private static List<String> names(List<String> outer, Box box) {
    List<String> names = new ArrayList<>(outer);
    names.addAll(box.names());
    return names;
  }
}
