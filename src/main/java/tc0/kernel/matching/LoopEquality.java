package tc0.kernel.matching;

import java.util.List;
import java.util.function.Function;
import tc0.kernel.Declaration;
import tc0.kernel.Literal;
import tc0.kernel.Normalizer;
import tc0.kernel.Polynomial;

/**
 * Rule N7: two iterations have equal final states if they have equally many rounds, states of equal
 * boxes with equal initial values, and if one round maps equal states to equal states, the states
 * being opaque symbols. Induction over the rounds.
 */
final class LoopEquality {

  private final Comparer comparer;

  LoopEquality(Comparer comparer) {
    this.comparer = comparer;
  }

  Comparison compare(Node.Final left, Node.Final right, Assumptions facts, int level) {
    Declaration.Iterate a = left.source().iterate();
    Declaration.Iterate b = right.source().iterate();
    if (left.source().index() != right.source().index() || a.states().size() != b.states().size()) {
      return comparer.differences().between(left, right, facts);
    }
    Comparison indices = comparer.tuples(left, right, left.at(), right.at(), facts);
    if (!indices.isSame()) {
      return indices;
    }
    Polynomial count = Normalizer.normalise(a.count(), left.frame().values());
    Polynomial other = Normalizer.normalise(b.count(), right.frame().values());
    if (!comparer.equal(count, other, facts)) {
      return comparer
          .differences()
          .inside("iterate", () -> comparer.differences().betweenTerms(count, other, facts));
    }
    Polynomial counter = comparer.differences().fresh(List.of(a.counter()), level).get(0);
    Node.Round round = new Node.Round(a.states().stream().map(Declaration.State::name).toList());
    Frame first = Frame.round(a, left.frame(), counter, round);
    Frame second = Frame.round(b, right.frame(), counter, round);
    Assumptions during =
        facts.and(new Condition.AtLeastZero(count.minus(counter).minus(Polynomial.ONE)));
    Comparison result = Comparison.SAME;
    for (int i = 0; i < a.states().size() && result.isSame(); i++) {
      Declaration.State x = a.states().get(i);
      Declaration.State y = b.states().get(i);
      result =
          Comparison.both(
              result,
              values(
                  "initial",
                  Declaration.State::initial,
                  x,
                  left.frame(),
                  y,
                  right.frame(),
                  facts,
                  level));
      if (result.isSame()) {
        result =
            Comparison.both(
                result,
                values("next", Declaration.State::next, x, first, y, second, during, level + 1));
      }
    }
    return result;
  }

  /** Compares one value of a state, its first or its next one, at every tuple. */
  private Comparison values(
      String which,
      Function<Declaration.State, Literal> value,
      Declaration.State a,
      Frame left,
      Declaration.State b,
      Frame right,
      Assumptions facts,
      int level) {
    return comparer
        .differences()
        .inside(
            which + " " + a.name(),
            () ->
                comparer.boxes(
                    a.box(),
                    left.values(),
                    b.box(),
                    right.values(),
                    facts,
                    level,
                    (tuple, inside) ->
                        comparer.bits(
                            bits(value, a, left, tuple), bits(value, b, right, tuple), inside)));
  }

  private static Resolver.Bits bits(
      Function<Declaration.State, Literal> value,
      Declaration.State state,
      Frame frame,
      List<Polynomial> tuple) {
    return new Resolver.Bits(
        value.apply(state), frame, Frame.bind(frame.values(), state.box().names(), tuple));
  }
}
