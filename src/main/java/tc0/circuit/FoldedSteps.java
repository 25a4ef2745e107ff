package tc0.circuit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tc0.circuit.index.BoxCode;
import tc0.circuit.index.Budget;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.Scope;
import tc0.circuit.index.Term;
import tc0.kernel.Box;
import tc0.kernel.Declaration;

/** Gate arrays whose cells are made, in normal form, when they are read. */
final class FoldedSteps extends LazySteps<FoldedFrame> {

  FoldedSteps(
      String family, IndexCompiler indices, WireCompiler wires, Budget budget, FoldedCalls calls) {
    super(family, indices, wires, budget, calls);
  }

  @Override
  LazyStep<FoldedFrame> junction(Declaration.Junction junction, Scope scope, ArrayScope arrays) {
    BoxCode box = box(junction.box(), scope);
    FlatCircuit.Kind kind = kind(junction);
    List<Part> parts = parts(junction, box, arrays);
    String place = family + "." + junction.name();
    return gates(
        junction.name(),
        junction.box(),
        box,
        scope,
        arrays,
        frame ->
            f -> {
              budget.at(place);
              Children children = new Children();
              parts.forEach(part -> part.collect(frame, children));
              return frame.gates.junction(kind, children.literals(), children.count());
            });
  }

  private LazyStep<FoldedFrame> gates(
      String name,
      Box source,
      BoxCode box,
      Scope scope,
      ArrayScope arrays,
      Function<FoldedFrame, Wire> cells) {
    Shape shape = shape(source, box, scope, name);
    int array = arrays.declare(name, box.rank(), false);
    int[] binders = StepCompiler.binders(box);
    return frame ->
        frame.bits[array] =
            new LazyBits(shape.extent(frame), new CellBinding(frame, binders), cells.apply(frame));
  }

  @Override
  LazyStep<FoldedFrame> threshold(Declaration.Threshold threshold, Scope scope, ArrayScope arrays) {
    BoxCode box = box(threshold.box(), scope);
    FormCode code = wires.form(threshold.form(), box.inner(), arrays);
    if (isRow(threshold)) {
      return rows(threshold, box, code, scope, arrays);
    }
    Term bound = indices.term(threshold.threshold(), box.inner());
    int[] slots = keySlots(threshold, box);
    boolean single = slots.length == box.rank();
    String place = family + "." + threshold.name();
    return gates(
        threshold.name(),
        threshold.box(),
        box,
        scope,
        arrays,
        frame -> {
          Map<List<Long>, Ladder> ladders = new HashMap<>();
          return f -> {
            budget.at(place);
            long k = wires.small(bound, f.slots, "a threshold");
            if (single) {
              return ladder(frame, code, true).literal(k);
            }
            List<Long> values = Arrays.stream(slots).mapToObj(slot -> f.slots[slot]).toList();
            Ladder ladder = ladders.get(values);
            if (ladder == null) {
              ladder = ladder(frame, code, false);
              ladders.put(values, ladder);
            }
            return ladder.literal(k);
          };
        });
  }

  private static Ladder ladder(FoldedFrame frame, FormCode code, boolean single) {
    FoldedForm form = new FoldedForm();
    code.addTo(frame, 1, form);
    return frame.gates.sum(form, single);
  }

  private LazyStep<FoldedFrame> rows(
      Declaration.Threshold threshold, BoxCode box, FormCode code, Scope scope, ArrayScope arrays) {
    Box prefix = prefix(threshold.box());
    Shape shape = shape(prefix, box(prefix, scope), scope, threshold.name());
    int array = arrays.declare(threshold.name(), box.rank(), false);
    int[] slots = Arrays.copyOf(StepCompiler.binders(box), box.rank() - 1);
    return frame ->
        frame.bits[array] =
            new LazyRows(shape.extent(frame), box, frame, new CellBinding(frame, slots), code);
  }
}
