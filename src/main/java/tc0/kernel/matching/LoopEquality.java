package tc0.kernel.matching;

import java.util.List;
import tc0.kernel.Declaration;
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
      result = Comparison.both(result, initial(a, left.frame(), b, right.frame(), i, facts, level));
      if (result.isSame()) {
        result = Comparison.both(result, next(a, first, b, second, i, during, level + 1));
      }
    }
    return result;
  }

  private Comparison initial(
      Declaration.Iterate a,
      Frame left,
      Declaration.Iterate b,
      Frame right,
      int state,
      Assumptions facts,
      int level) {
    return comparer
        .differences()
        .inside(
            "initial " + a.states().get(state).name(),
            () ->
                comparer.boxes(
                    a.states().get(state).box(),
                    left.values(),
                    b.states().get(state).box(),
                    right.values(),
                    facts,
                    level,
                    (tuple, inside) ->
                        comparer.bits(
                            new Resolver.Bits(
                                a.states().get(state).initial(),
                                left,
                                Frame.bind(
                                    left.values(), a.states().get(state).box().names(), tuple)),
                            new Resolver.Bits(
                                b.states().get(state).initial(),
                                right,
                                Frame.bind(
                                    right.values(), b.states().get(state).box().names(), tuple)),
                            inside)));
  }

  private Comparison next(
      Declaration.Iterate a,
      Frame left,
      Declaration.Iterate b,
      Frame right,
      int state,
      Assumptions facts,
      int level) {
    return comparer
        .differences()
        .inside(
            "next " + a.states().get(state).name(),
            () ->
                comparer.boxes(
                    a.states().get(state).box(),
                    left.values(),
                    b.states().get(state).box(),
                    right.values(),
                    facts,
                    level,
                    (tuple, inside) ->
                        comparer.bits(
                            new Resolver.Bits(
                                a.states().get(state).next(),
                                left,
                                Frame.bind(
                                    left.values(), a.states().get(state).box().names(), tuple)),
                            new Resolver.Bits(
                                b.states().get(state).next(),
                                right,
                                Frame.bind(
                                    right.values(), b.states().get(state).box().names(), tuple)),
                            inside)));
  }
}
