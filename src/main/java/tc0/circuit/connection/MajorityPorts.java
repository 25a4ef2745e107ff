package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tc0.kernel.Declaration;

/**
 * The ports of a threshold gate as a self-balancing majority: per cell the address of the cell, a
 * copy number below each weight, and 0 for the literal or 1 for its balancing constant; then the
 * padding.
 */
record MajorityPorts(
    Declaration.Threshold threshold,
    boolean complement,
    Place place,
    Environment binders,
    IndexEvaluator indices,
    Resolver resolver)
    implements Ports {

  @Override
  public BigInteger positions() {
    return BigInteger.valueOf(place.site().leaves(threshold.form()));
  }

  @Override
  public Optional<Child> child(List<BigInteger> port) {
    int pad = port.getFirst().compareTo(positions());
    if (pad > 0) {
      return Optional.empty();
    }
    if (pad == 0) {
      BigInteger balance = balance();
      boolean exists = port.size() == 2 && below(port.get(1), balance.abs().shiftLeft(1));
      return exists ? Optional.of(padding(balance)) : Optional.empty();
    }
    return cells().find(form(), port).flatMap(cell -> copy(cell, port));
  }

  private Optional<Child> copy(Cells.Cell cell, List<BigInteger> port) {
    int first = cell.address().size();
    int last = first + cell.weights().size();
    if (port.size() != last + 1 || !below(port.get(last), BigInteger.TWO)) {
      return Optional.empty();
    }
    for (int i = 0; i < cell.weights().size(); i++) {
      if (!below(port.get(first + i), cell.weights().get(i).abs())) {
        return Optional.empty();
      }
    }
    boolean literal = port.get(last).signum() == 0;
    return Optional.of(literal ? literal(cell) : balancing(cell));
  }

  @Override
  public void forEach(Consumer<Wire> consumer) {
    cells().forEach(form(), cell -> forEachCopy(cell, consumer));
    BigInteger balance = balance();
    Child padding = padding(balance);
    forEachTuple(
        List.of(balance.abs().shiftLeft(1)),
        new ArrayList<>(List.of(positions())),
        port -> consumer.accept(new Wire(port, padding)));
  }

  private void forEachCopy(Cells.Cell cell, Consumer<Wire> consumer) {
    Child literal = literal(cell);
    Child balancing = balancing(cell);
    List<BigInteger> ranges = new ArrayList<>();
    cell.weights().forEach(weight -> ranges.add(weight.abs()));
    ranges.add(BigInteger.TWO);
    forEachTuple(
        ranges,
        new ArrayList<>(cell.address()),
        port ->
            consumer.accept(new Wire(port, port.getLast().signum() == 0 ? literal : balancing)));
  }

  private void forEachTuple(
      List<BigInteger> ranges, List<BigInteger> prefix, Consumer<List<BigInteger>> consumer) {
    if (ranges.isEmpty()) {
      consumer.accept(List.copyOf(prefix));
      return;
    }
    BigInteger end = ranges.getFirst();
    List<BigInteger> rest = ranges.subList(1, ranges.size());
    for (BigInteger q = BigInteger.ZERO; q.compareTo(end) < 0; q = q.add(BigInteger.ONE)) {
      indices.charge(1);
      prefix.add(q);
      forEachTuple(rest, prefix, consumer);
      prefix.removeLast();
    }
  }

  /** Weights are multiplied here instead of counted out. */
  @Override
  public Map<Child, BigInteger> children() {
    Map<Child, BigInteger> result = new LinkedHashMap<>();
    cells()
        .forEach(
            form(),
            cell -> {
              BigInteger copies =
                  cell.weights().stream().reduce(BigInteger.ONE, BigInteger::multiply).abs();
              if (copies.signum() != 0) {
                result.merge(literal(cell), copies, BigInteger::add);
                result.merge(balancing(cell), copies, BigInteger::add);
              }
            });
    BigInteger balance = balance();
    if (balance.signum() != 0) {
      result.merge(padding(balance), balance.abs().shiftLeft(1), BigInteger::add);
    }
    return result;
  }

  private Cells cells() {
    return new Cells(indices, resolver);
  }

  private Resolver.FormReading form() {
    return new Resolver.FormReading(threshold.form(), binders, place);
  }

  /** Whether the cell's weight is negative on this rail. */
  private boolean negative(Cells.Cell cell) {
    boolean negative = complement;
    for (BigInteger weight : cell.weights()) {
      negative ^= weight.signum() < 0;
    }
    return negative;
  }

  private Child literal(Cells.Cell cell) {
    Resolver.Reading reading = cell.literal();
    Child child = resolver.resolve(reading.literal(), reading.environment(), reading.place());
    return negative(cell) ? child.negated() : child;
  }

  private Child balancing(Cells.Cell cell) {
    return new Child.Constant(!negative(cell));
  }

  /** The threshold on this rail: {@code k}, or {@code 1 - k} for the twin. */
  private BigInteger balance() {
    BigInteger k = indices.value(threshold.threshold(), binders);
    return complement ? BigInteger.ONE.subtract(k) : k;
  }

  private static Child padding(BigInteger balance) {
    return new Child.Constant(balance.signum() < 0);
  }

  private boolean below(BigInteger value, BigInteger end) {
    indices.charge(Math.max(StepCounter.length(value), StepCounter.length(end)));
    return value.signum() >= 0 && value.compareTo(end) < 0;
  }
}
