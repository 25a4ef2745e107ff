package tc0.circuit;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tc0.circuit.index.BoxCode;
import tc0.circuit.index.Budget;
import tc0.circuit.index.Condition;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Scope;
import tc0.circuit.index.Term;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;

/** Compiles literals and forms to code that reads the arrays of a {@link Frame}. */
final class WireCompiler {

  private final IndexCompiler indices;
  private final Budget budget;

  WireCompiler(IndexCompiler indices, Budget budget) {
    this.indices = indices;
    this.budget = budget;
  }

  Wire wire(Literal literal, Scope scope, ArrayScope arrays) {
    return switch (literal) {
      case Literal.Read(var array, var at) -> read(array, at, scope, arrays);
      case Literal.Not(var of) -> {
        Wire wire = wire(of, scope, arrays);
        yield frame -> wire.literal(frame) ^ 1;
      }
      case Literal.Indicator(var predicate) -> {
        Condition condition = indices.condition(predicate, scope);
        Optional<Boolean> known = condition.constant();
        if (known.isPresent()) {
          int constant = known.get() ? 1 : 0;
          yield frame -> constant;
        }
        yield frame -> condition.holds(frame.slots) ? 1 : 0;
      }
      case Literal.Conditional(var predicate, var then, var otherwise) -> {
        Condition condition = indices.condition(predicate, scope);
        Optional<Boolean> known = condition.constant();
        if (known.isPresent()) {
          yield wire(known.get() ? then : otherwise, scope, arrays);
        }
        Wire yes = wire(then, scope, arrays);
        Wire no = wire(otherwise, scope, arrays);
        yield frame -> condition.holds(frame.slots) ? yes.literal(frame) : no.literal(frame);
      }
    };
  }

  private Wire read(String array, List<Index> at, Scope scope, ArrayScope arrays) {
    int index = arrays.find(array, at.size(), false);
    Term[] terms = terms(at, scope);
    long[] values = new long[terms.length]; // not shared: no term reads an array
    return frame -> {
      for (int i = 0; i < terms.length; i++) {
        values[i] = terms[i].clamped(frame.slots);
      }
      return frame.bits[index].read(values, 0);
    };
  }

  FormCode form(Form form, Scope scope, ArrayScope arrays) {
    return switch (form) {
      case Form.Number(var value) -> number(indices.term(value, scope));
      case Form.Of(var literal) -> {
        Wire wire = wire(literal, scope, arrays);
        yield (frame, weight, sink) -> sink.literal(wire.literal(frame), weight);
      }
      case Form.Add(var left, var right) -> {
        FormCode first = form(left, scope, arrays);
        FormCode second = form(right, scope, arrays);
        yield (frame, weight, sink) -> {
          first.addTo(frame, weight, sink);
          second.addTo(frame, weight, sink);
        };
      }
      case Form.Scale(var factor, var of) -> scale(indices.term(factor, scope), of, scope, arrays);
      case Form.Sum sum -> {
        BoxCode code = new BoxCode(sum.box(), scope, indices, budget);
        FormCode element = form(sum.body(), code.inner(), arrays);
        FormCode plain =
            (frame, weight, sink) ->
                code.forEach(frame.slots, () -> element.addTo(frame, weight, sink));
        yield Telescope.of(sum)
            .map(telescope -> telescope(telescope, code, plain, arrays))
            .orElse(plain);
      }
      case Form.Conditional(var predicate, var then, var otherwise) -> {
        Condition condition = indices.condition(predicate, scope);
        Optional<Boolean> known = condition.constant();
        if (known.isPresent()) {
          yield form(known.get() ? then : otherwise, scope, arrays);
        }
        FormCode yes = form(then, scope, arrays);
        FormCode no = form(otherwise, scope, arrays);
        yield (frame, weight, sink) -> {
          FormCode chosen = condition.holds(frame.slots) ? yes : no;
          chosen.addTo(frame, weight, sink);
        };
      }
      case Form.Read(var array, var at) -> {
        int index = arrays.find(array, at.size(), true);
        Term[] terms = terms(at, scope);
        long[] values = new long[terms.length];
        yield (frame, weight, sink) -> {
          for (int i = 0; i < terms.length; i++) {
            values[i] = terms[i].clamped(frame.slots);
          }
          frame.forms[index].addTo(sink, weight, values, 0);
        };
      }
    };
  }

  /** A function of a number in unary: quick if the array knows of its rows, else cell by cell. */
  private FormCode telescope(Telescope telescope, BoxCode code, FormCode plain, ArrayScope arrays) {
    int index = arrays.find(telescope.array(), telescope.prefix().size() + 1, false);
    Term[] terms = terms(telescope.prefix(), code.inner());
    Term function = indices.term(telescope.function(), code.inner());
    int slot = code.slot(0);
    Periods periods =
        Periods.of(telescope.function(), telescope.range().name(), code.inner(), indices);
    return (frame, weight, sink) -> {
      long[] values = new long[terms.length + 1];
      for (int i = 0; i < terms.length; i++) {
        values[i] = terms[i].clamped(frame.slots);
      }
      Optional<UnaryRow> row = frame.bits[index].row(values, 0);
      if (row.isEmpty()) {
        plain.addTo(frame, weight, sink);
      } else {
        row.get()
            .telescope(
                code.low(0, frame.slots),
                code.high(0, frame.slots),
                new UnaryFunction(function, periods, frame.slots, slot, this, budget),
                weight,
                sink);
      }
    };
  }

  private FormCode number(Term term) {
    return (frame, weight, sink) -> {
      long value = FormSink.times(weight, small(term, frame.slots, "an integer of a form"));
      sink.number(value, Math.absExact(value));
    };
  }

  private FormCode scale(Term factor, Form of, Scope scope, ArrayScope arrays) {
    FormCode code = form(of, scope, arrays);
    return (frame, weight, sink) -> {
      long product = FormSink.times(weight, small(factor, frame.slots, "a weight"));
      if (product != 0) {
        code.addTo(frame, product, sink);
      }
    };
  }

  /** The value of a weight or threshold, which must fit in 64 bits. */
  long small(Term term, long[] slots, String what) {
    long value = term.clamped(slots);
    if (value == Long.MAX_VALUE || value == Long.MIN_VALUE) {
      BigInteger exact = term.value(slots);
      throw new LimitExceeded(
          what, budget.where(), "a number of " + exact.bitLength() + " bits", "", Long.MAX_VALUE);
    }
    return value;
  }

  private Term[] terms(List<Index> at, Scope scope) {
    return at.stream().map(index -> indices.term(index, scope)).toArray(Term[]::new);
  }
}
