package tc0.circuit;

import java.util.List;
import java.util.Optional;
import tc0.kernel.Box;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/**
 * A sum {@code sum of (f(e) - f(e - 1)) * U[.., e]} over a range of {@code e}: the function {@code
 * f} of a number that the row {@code U} gives in unary.
 *
 * @param array the array of the row
 * @param prefix the indices before the last
 * @param function the term for {@code f(e)}
 */
record Telescope(Box.Binder range, String array, List<Index> prefix, Index function) {

  /** Recognises the sum by its shape. */
  static Optional<Telescope> of(Form.Sum sum) {
    if (sum.box().rank() != 1
        || !sum.box().guard().equals(Predicate.TRUE)
        || !(sum.body()
            instanceof
            Form.Scale(
                Index.Subtract(Index here, Index before),
                Form.Of(Literal.Read(String array, List<Index> at))))
        || at.isEmpty()) {
      return Optional.empty();
    }
    Box.Binder range = sum.box().binders().get(0);
    Index last = at.get(at.size() - 1);
    List<Index> prefix = at.subList(0, at.size() - 1);
    boolean row =
        last.equals(Index.variable(range.name()))
            && prefix.stream().noneMatch(index -> Variables.of(index).contains(range.name()));
    return row && new Shift(range.name()).relates(here, before)
        ? Optional.of(new Telescope(range, array, prefix, here))
        : Optional.empty();
  }

  /** Whether a term is another with {@code variable - 1} in place of a variable. */
  private record Shift(String variable) {

    boolean relates(Index here, Index before) {
      if (here.equals(Index.variable(variable))) {
        return before.equals(new Index.Subtract(here, Index.ONE));
      }
      return switch (here) {
        case Index.Add(var a, var b) ->
            before instanceof Index.Add(var c, var d) && both(a, b, c, d);
        case Index.Subtract(var a, var b) ->
            before instanceof Index.Subtract(var c, var d) && both(a, b, c, d);
        case Index.Multiply(var a, var b) ->
            before instanceof Index.Multiply(var c, var d) && both(a, b, c, d);
        case Index.Divide(var a, var b) ->
            before instanceof Index.Divide(var c, var d) && both(a, b, c, d);
        case Index.Modulo(var a, var b) ->
            before instanceof Index.Modulo(var c, var d) && both(a, b, c, d);
        case Index.Minimum(var a, var b) ->
            before instanceof Index.Minimum(var c, var d) && both(a, b, c, d);
        case Index.Maximum(var a, var b) ->
            before instanceof Index.Maximum(var c, var d) && both(a, b, c, d);
        case Index.Length(var a) -> before instanceof Index.Length(var c) && relates(a, c);
        case Index.PowerOfTwo(var a) -> before instanceof Index.PowerOfTwo(var c) && relates(a, c);
        case Index.Conditional(var p, var a, var b) ->
            before instanceof Index.Conditional(var q, var c, var d)
                && relates(p, q)
                && both(a, b, c, d);
        case Index.PowerModuloPrime(var a, var b, var m) ->
            before instanceof Index.PowerModuloPrime(var c, var d, var n)
                && both(a, b, c, d)
                && relates(m, n);
        case Index.PowerModulo(var a, var b, var m) ->
            before instanceof Index.PowerModulo(var c, var d, var n)
                && both(a, b, c, d)
                && relates(m, n);
        case Index.Apply(var f, var arguments) ->
            before instanceof Index.Apply(var g, var others)
                && f.equals(g)
                && all(arguments, others);
        case Index.Advise(var f, var arguments) ->
            before instanceof Index.Advise(var g, var others)
                && f.equals(g)
                && all(arguments, others);
        // Terms with binders of their own, which no rule needs to look into.
        default -> here.equals(before) && !Variables.of(here).contains(variable);
      };
    }

    private boolean relates(Predicate here, Predicate before) {
      return switch (here) {
        case Predicate.Less(var a, var b) ->
            before instanceof Predicate.Less(var c, var d) && both(a, b, c, d);
        case Predicate.Equal(var a, var b) ->
            before instanceof Predicate.Equal(var c, var d) && both(a, b, c, d);
        case Predicate.Bit(var a, var b) ->
            before instanceof Predicate.Bit(var c, var d) && both(a, b, c, d);
        case Predicate.Not(var a) -> before instanceof Predicate.Not(var c) && relates(a, c);
        case Predicate.And(var a, var b) ->
            before instanceof Predicate.And(var c, var d) && relates(a, c) && relates(b, d);
        case Predicate.Or(var a, var b) ->
            before instanceof Predicate.Or(var c, var d) && relates(a, c) && relates(b, d);
        case Predicate.Prime(var a) -> before instanceof Predicate.Prime(var c) && relates(a, c);
        case Predicate.Apply(var f, var arguments) ->
            before instanceof Predicate.Apply(var g, var others)
                && f.equals(g)
                && all(arguments, others);
        default -> here.equals(before) && !Variables.of(here).contains(variable);
      };
    }

    private boolean both(Index a, Index b, Index c, Index d) {
      return relates(a, c) && relates(b, d);
    }

    private boolean all(List<Index> here, List<Index> before) {
      for (int i = 0; i < here.size(); i++) {
        if (!relates(here.get(i), before.get(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
