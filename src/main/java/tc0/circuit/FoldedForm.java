package tc0.circuit;

import java.util.Arrays;

/** Collects the cells of a form over folded literals; constant literals become integers at once. */
final class FoldedForm implements FormCollector<FlatForm> {

  int[] literals = new int[8];
  long[] weights = new long[8];
  int count;
  long constant;

  @Override
  public void literal(int literal, long weight) {
    if (literal <= GateFolder.TRUE) {
      if (literal == GateFolder.TRUE) {
        constant = FormSink.plus(constant, weight);
      }
      return;
    }
    if (weight == 0) {
      return;
    }
    if (count == literals.length) {
      literals = Arrays.copyOf(literals, count * 2);
      weights = Arrays.copyOf(weights, count * 2);
    }
    literals[count] = literal;
    weights[count++] = weight;
  }

  @Override
  public void number(long value, long mass) {
    constant = FormSink.plus(constant, value);
  }

  @Override
  public FlatForm finish() {
    return new FlatForm(
        Arrays.copyOf(literals, count),
        Arrays.copyOf(weights, count),
        constant,
        Math.abs(constant));
  }
}
