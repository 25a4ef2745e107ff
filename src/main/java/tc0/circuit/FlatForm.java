package tc0.circuit;

import java.util.Arrays;

/** A form written out: weighted literals and an integer. */
final class FlatForm implements WrittenForm {

  final int[] literals;
  final long[] weights;
  final long constant;
  final long constantMass;

  FlatForm(int[] literals, long[] weights, long constant, long constantMass) {
    this.literals = literals;
    this.weights = weights;
    this.constant = constant;
    this.constantMass = constantMass;
  }

  @Override
  public void addTo(FormSink sink, long weight) {
    for (int i = 0; i < literals.length; i++) {
      sink.literal(literals[i], FormSink.times(weight, weights[i]));
    }
    if (constantMass != 0) {
      sink.number(FormSink.times(weight, constant), FormSink.times(Math.abs(weight), constantMass));
    }
  }

  @Override
  public long cells() {
    return literals.length;
  }

  /** Collects what is added to it. */
  static final class Collector implements FormCollector<FlatForm> {
    private int[] literals = new int[8];
    private long[] weights = new long[8];
    private int count;
    private long constant;
    private long mass;

    @Override
    public void literal(int literal, long weight) {
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
    public void number(long value, long cells) {
      constant = FormSink.plus(constant, value);
      mass = FormSink.plus(mass, cells);
    }

    @Override
    public FlatForm finish() {
      return new FlatForm(
          Arrays.copyOf(literals, count), Arrays.copyOf(weights, count), constant, mass);
    }
  }
}
