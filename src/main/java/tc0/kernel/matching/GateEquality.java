package tc0.kernel.matching;

import java.util.Map;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Normalizer;
import tc0.kernel.Polynomial;

/**
 * Equality of gates outside the primitives: the same connective with the same parts in the same
 * order over equal boxes, or threshold gates with equal thresholds over forms of the same shape.
 */
final class GateEquality {

  private final Comparer comparer;

  GateEquality(Comparer comparer) {
    this.comparer = comparer;
  }

  Comparison compare(Node.Gate left, Node.Gate right, Assumptions facts, int level) {
    Map<String, Polynomial> a = values(left);
    Map<String, Polynomial> b = values(right);
    return switch (left.declaration()) {
      case Declaration.Junction x
          when right.declaration() instanceof Declaration.Junction y
              && x.connective() == y.connective()
              && x.parts().size() == y.parts().size() -> {
        Comparison result = Comparison.SAME;
        for (int i = 0; i < x.parts().size() && result.isSame(); i++) {
          Declaration.Part first = x.parts().get(i);
          Declaration.Part second = y.parts().get(i);
          result =
              Comparison.both(
                  result,
                  comparer.boxes(
                      first.box(),
                      a,
                      second.box(),
                      b,
                      facts,
                      level,
                      (tuple, inside) ->
                          comparer.bits(
                              new Resolver.Bits(
                                  first.literal(),
                                  left.frame(),
                                  Frame.bind(a, first.box().names(), tuple)),
                              new Resolver.Bits(
                                  second.literal(),
                                  right.frame(),
                                  Frame.bind(b, second.box().names(), tuple)),
                              inside)));
        }
        yield result;
      }
      case Declaration.Threshold x when right.declaration() instanceof Declaration.Threshold y -> {
        Polynomial least = evaluate(x.threshold(), a);
        Polynomial other = evaluate(y.threshold(), b);
        yield comparer.equal(least, other, facts)
            ? forms(
                new Resolver.Sum(x.form(), left.frame(), a),
                new Resolver.Sum(y.form(), right.frame(), b),
                facts,
                level)
            : comparer.differences().between(left, right, facts);
      }
      default -> comparer.differences().between(left, right, facts);
    };
  }

  private static Map<String, Polynomial> values(Node.Gate gate) {
    return Frame.bind(gate.frame().values(), Resolver.box(gate.declaration()).names(), gate.at());
  }

  private static Polynomial evaluate(Index term, Map<String, Polynomial> values) {
    return Normalizer.normalise(term, values);
  }

  /** Forms are equal if they have the same shape; terms are neither reordered nor collected. */
  Comparison forms(Resolver.Sum left, Resolver.Sum right, Assumptions assumptions, int level) {
    return comparer.byCases(
        assumptions,
        facts ->
            resolved(
                constant(comparer.resolver().resolveForm(left, facts), facts),
                constant(comparer.resolver().resolveForm(right, facts), facts),
                facts,
                level));
  }

  /** A literal that is constant becomes a number. */
  private Resolver.Sum constant(Resolver.Sum sum, Assumptions facts) {
    return sum.form() instanceof Form.Of(Literal literal)
            && comparer
                    .resolver()
                    .resolve(new Resolver.Bits(literal, sum.frame(), sum.values()), facts)
                    .node()
                instanceof Node.Constant(boolean value)
        ? new Resolver.Sum(new Form.Number(value ? Index.ONE : Index.ZERO), sum.frame(), Map.of())
        : sum;
  }

  private Comparison resolved(Resolver.Sum left, Resolver.Sum right, Assumptions facts, int level) {
    return switch (left.form()) {
      case Form.Number(Index x) when right.form() instanceof Form.Number(Index y) ->
          comparer.equal(evaluate(x, left.values()), evaluate(y, right.values()), facts)
              ? Comparison.SAME
              : comparer.differences().betweenForms(left, right, facts);
      case Form.Of(Literal x) when right.form() instanceof Form.Of(Literal y) ->
          comparer.bits(
              new Resolver.Bits(x, left.frame(), left.values()),
              new Resolver.Bits(y, right.frame(), right.values()),
              facts);
      case Form.Add(Form a, Form b) when right.form() instanceof Form.Add(Form c, Form d) -> {
        Comparison first = forms(with(left, a), with(right, c), facts, level);
        yield first.isSame()
            ? Comparison.both(first, forms(with(left, b), with(right, d), facts, level))
            : first;
      }
      case Form.Scale(Index x, Form a) when right.form() instanceof Form.Scale(Index y, Form b) ->
          comparer.equal(evaluate(x, left.values()), evaluate(y, right.values()), facts)
              ? forms(with(left, a), with(right, b), facts, level)
              : comparer.differences().betweenForms(left, right, facts);
      case Form.Sum sum when right.form() instanceof Form.Sum other ->
          comparer.boxes(
              sum.box(),
              left.values(),
              other.box(),
              right.values(),
              facts,
              level,
              (tuple, inside) ->
                  forms(
                      new Resolver.Sum(
                          sum.body(),
                          left.frame(),
                          Frame.bind(left.values(), sum.box().names(), tuple)),
                      new Resolver.Sum(
                          other.body(),
                          right.frame(),
                          Frame.bind(right.values(), other.box().names(), tuple)),
                      inside,
                      level + tuple.size()));
      case Form.Read read when right.form() instanceof Form.Read ->
          comparer.opaque(
              comparer.resolver().opaque(left, facts),
              comparer.resolver().opaque(right, facts),
              facts);
      default -> comparer.differences().betweenForms(left, right, facts);
    };
  }

  private static Resolver.Sum with(Resolver.Sum sum, Form part) {
    return new Resolver.Sum(part, sum.frame(), sum.values());
  }
}
