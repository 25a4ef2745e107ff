package tc0.circuit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.index.BoxCode;
import tc0.circuit.index.Budget;
import tc0.circuit.index.Extent;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.Scope;
import tc0.circuit.index.Term;
import tc0.kernel.Box;
import tc0.kernel.Declaration;

/** Gate arrays that are counted when they are declared; a cell gets a number when it is read. */
final class CountedSteps extends LazySteps<CountedFrame> {

  CountedSteps(
      String family, IndexCompiler indices, WireCompiler wires, Budget budget, CountedCalls calls) {
    super(family, indices, wires, budget, calls);
  }

  @Override
  LazyStep<CountedFrame> junction(Declaration.Junction junction, Scope scope, ArrayScope arrays) {
    BoxCode box = box(junction.box(), scope);
    FlatCircuit.Kind kind = kind(junction);
    List<Part> parts = parts(junction, box, arrays);
    Shape shape = shape(junction.box(), box, scope, junction.name());
    int array = arrays.declare(junction.name(), box.rank(), false);
    String place = family + "." + junction.name();
    return frame -> {
      budget.at(place);
      frame.bits[array] = gates(frame, shape.extent(frame));
      box.forEach(
          frame.slots,
          () -> {
            Children children = new Children();
            parts.forEach(part -> part.collect(frame, children));
            int count = children.count();
            int distinct = CountedBody.distinct(children.literals(), count);
            frame.counter.tally().junction(kind, distinct, count);
          });
    };
  }

  /** Cells that get numbers in the order in which they are read. */
  private static BitArray gates(CountedFrame frame, Extent extent) {
    LiteralMemo memo = new LiteralMemo(extent.size());
    return (values, from) -> {
      int number = extent.number(values, from);
      if (number < 0) {
        return GateFolder.FALSE;
      }
      int literal = memo.get(number);
      if (literal == LiteralMemo.UNKNOWN) {
        literal = frame.counter.fresh();
        memo.put(number, literal);
      }
      return literal;
    };
  }

  @Override
  LazyStep<CountedFrame> threshold(
      Declaration.Threshold threshold, Scope scope, ArrayScope arrays) {
    BoxCode box = box(threshold.box(), scope);
    FormCode code = wires.form(threshold.form(), box.inner(), arrays);
    if (isRow(threshold)) {
      return rows(threshold, box, code, scope, arrays);
    }
    Term bound = indices.term(threshold.threshold(), box.inner());
    Shape shape = shape(threshold.box(), box, scope, threshold.name());
    int array = arrays.declare(threshold.name(), box.rank(), false);
    int[] key = keySlots(threshold, box);
    boolean single = key.length == box.rank();
    String place = family + "." + threshold.name();
    return frame -> {
      budget.at(place);
      frame.bits[array] = gates(frame, shape.extent(frame));
      Map<List<Long>, CountedBody> bodies = new HashMap<>();
      box.forEach(
          frame.slots,
          () -> {
            long k = wires.small(bound, frame.slots, "a threshold");
            CountedBody body;
            if (single) {
              body = body(frame, code);
            } else {
              List<Long> values = Arrays.stream(key).mapToObj(slot -> frame.slots[slot]).toList();
              body = bodies.get(values);
              if (body == null) {
                body = body(frame, code);
                bodies.put(values, body);
              }
            }
            frame.counter.tally().threshold(body.distinct(), body.mass(), k);
          });
    };
  }

  private static CountedBody body(CountedFrame frame, FormCode code) {
    CountedForm form = new CountedForm();
    code.addTo(frame, 1, form);
    return CountedBody.of(form);
  }

  private LazyStep<CountedFrame> rows(
      Declaration.Threshold threshold, BoxCode box, FormCode code, Scope scope, ArrayScope arrays) {
    Box prefix = prefix(threshold.box());
    Shape shape = shape(prefix, box(prefix, scope), scope, threshold.name());
    int array = arrays.declare(threshold.name(), box.rank(), false);
    int last = box.rank() - 1;
    int[] slots = Arrays.copyOf(StepCompiler.binders(box), last);
    String place = family + "." + threshold.name();
    return frame -> {
      budget.at(place);
      Extent prefixes = shape.extent(frame);
      CellBinding binding = new CellBinding(frame, slots);
      CountedRow[] rows = new CountedRow[prefixes.size()];
      for (int i = 0; i < rows.length; i++) {
        binding.enter(prefixes.tuple(i));
        long low = box.low(last, frame.slots);
        long high = box.high(last, frame.slots);
        rows[i] = new CountedRow(frame.counter, low, high);
        if (low < high) {
          CountedBody body = body(frame, code);
          frame.counter.tally().row(body.distinct(), body.mass(), low, high);
        }
      }
      frame.bits[array] = new Rows(prefixes, rows, new CountedRow(frame.counter, 0, 0));
    };
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Rows(Extent prefixes, CountedRow[] rows, CountedRow outside) implements BitArray {
    @Override
    public int read(long[] values, int from) {
      int number = prefixes.number(values, from);
      return number < 0 ? GateFolder.FALSE : rows[number].literal(values[from + prefixes.rank()]);
    }

    @Override
    public Optional<UnaryRow> row(long[] values, int from) {
      int number = prefixes.number(values, from);
      return Optional.of(number < 0 ? outside : rows[number]);
    }
  }
}
