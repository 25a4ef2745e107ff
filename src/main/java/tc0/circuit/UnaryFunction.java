package tc0.circuit;

import tc0.circuit.index.Budget;
import tc0.circuit.index.Term;

/** An index term as a function of one of its variables, the others in the slots of a frame. */
final class UnaryFunction {

  private final Term term;
  private final Periods periods;
  private final long[] slots;
  private final int slot;
  private final WireCompiler wires;
  private final Budget budget;

  UnaryFunction(
      Term term, Periods periods, long[] slots, int slot, WireCompiler wires, Budget budget) {
    this.term = term;
    this.periods = periods;
    this.slots = slots;
    this.slot = slot;
    this.wires = wires;
    this.budget = budget;
  }

  /** The value at {@code e}. */
  long at(long e) {
    budget.spend(1);
    slots[slot] = e;
    return wires.small(term, slots, "a weight");
  }

  /** The same function for later, when the frame has moved on. */
  UnaryFunction detached() {
    return new UnaryFunction(term, periods, slots.clone(), slot, wires, budget);
  }

  /** Where the function repeats itself. */
  Periods.Pieces pieces() {
    return periods.at(slots);
  }
}
