package tc0.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of a form, rows of thresholds kept as wholes. */
final class CountedForm implements FormCollector<CountedForm>, WrittenForm {

  private int[] literals = new int[8];
  private long[] weights = new long[8];
  private int count;
  private long constant;
  private long mass;
  private final List<RowCell> rows = new ArrayList<>();

  /** A row with a function on it, and a weight. */
  record RowCell(CountedRow.Use use, long weight) {}

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

  /** A function of a row. */
  void row(CountedRow.Use use, long weight) {
    if (weight != 0) {
      rows.add(new RowCell(use, weight));
    }
  }

  @Override
  public CountedForm finish() {
    return this;
  }

  @Override
  public long cells() {
    return (long) count + rows.size();
  }

  @Override
  public void addTo(FormSink sink, long weight) {
    for (int i = 0; i < count; i++) {
      sink.literal(literals[i], FormSink.times(weight, weights[i]));
    }
    if (mass != 0) {
      sink.number(FormSink.times(weight, constant), FormSink.times(Math.abs(weight), mass));
    }
    for (RowCell cell : rows) {
      ((CountedForm) sink).row(cell.use, FormSink.times(weight, cell.weight));
    }
  }

  /** The form with other nodes in place of its own. */
  CountedForm mapped(CountedCopy copy) {
    CountedForm form = new CountedForm();
    form.constant = constant;
    form.mass = mass;
    for (int i = 0; i < count; i++) {
      form.literal(copy.literal(literals[i]), weights[i]);
    }
    for (RowCell cell : rows) {
      form.row(cell.use.of(copy.row(cell.use.row())), cell.weight);
    }
    return form;
  }

  int count() {
    return count;
  }

  int literalAt(int i) {
    return literals[i];
  }

  long weightAt(int i) {
    return weights[i];
  }

  long numberMass() {
    return mass;
  }

  List<RowCell> rows() {
    return rows;
  }
}
