package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.kernel.Box;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;

/**
 * The cells of a form: its literals with the weights on the way to them. A cell is addressed by the
 * static position of the literal and the binders of the sums on the way; weights are kept as a
 * list, because copies are counted by tuples and the product is never formed for wiring.
 */
final class Cells {

  private final IndexEvaluator indices;
  private final Resolver resolver;

  Cells(IndexEvaluator indices, Resolver resolver) {
    this.indices = indices;
    this.resolver = resolver;
  }

  /**
   * One cell.
   *
   * @param address the static position, then the binders of the sums on the way
   * @param weights the factors of its weight; an integer term is a cell of that weight on the
   *     constant 1
   */
  record Cell(List<BigInteger> address, List<BigInteger> weights, Resolver.Reading literal) {}

  /** A consumer of cells. */
  interface CellConsumer {
    void accept(Cell cell);
  }

  /**
   * Finds the cell that starts the tuple {@code port} (whose first entry is {@code position}), if
   * there is one; the rest of the tuple is left to the caller.
   */
  Optional<Cell> find(Resolver.FormReading start, List<BigInteger> port) {
    long position = port.getFirst().longValueExact();
    int used = 1;
    List<BigInteger> weights = new ArrayList<>();
    Resolver.FormReading current = start;
    while (true) {
      indices.charge(1);
      Environment environment = current.environment();
      Place place = current.place();
      switch (current.form()) {
        case Form.Number(Index value) -> {
          weights.add(indices.value(value, environment));
          return Optional.of(
              new Cell(
                  port.subList(0, used),
                  weights,
                  new Resolver.Reading(Literal.ONE, environment, place)));
        }
        case Form.Of(Literal literal) -> {
          return Optional.of(
              new Cell(
                  port.subList(0, used),
                  weights,
                  new Resolver.Reading(literal, environment, place)));
        }
        case Form.Add(Form left, Form right) -> {
          long before = place.site().leaves(left);
          boolean first = position < before;
          position -= first ? 0 : before;
          current = new Resolver.FormReading(first ? left : right, environment, place);
        }
        case Form.Scale(Index weight, Form of) -> {
          weights.add(indices.value(weight, environment));
          current = new Resolver.FormReading(of, environment, place);
        }
        case Form.Sum(Box box, Form body) -> {
          int end = used + box.rank();
          if (end > port.size()) {
            return Optional.empty();
          }
          Optional<Environment> inside = indices.within(box, environment, port.subList(used, end));
          if (inside.isEmpty()) {
            return Optional.empty();
          }
          used = end;
          current = new Resolver.FormReading(body, inside.get(), place);
        }
        case Form.Conditional(Predicate condition, Form then, Form otherwise) -> {
          long before = place.site().leaves(then);
          boolean first = position < before;
          if (indices.holds(condition, environment) != first) {
            return Optional.empty();
          }
          position -= first ? 0 : before;
          current = new Resolver.FormReading(first ? then : otherwise, environment, place);
        }
        case Form.Read read -> {
          Optional<Resolver.FormReading> next = resolver.follow(read, environment, place);
          if (next.isEmpty()) {
            return Optional.empty();
          }
          current = next.get();
        }
      }
    }
  }

  /** Visits all cells in the order of their static positions, then of their binders. */
  void forEach(Resolver.FormReading start, CellConsumer consumer) {
    visit(start, 0, List.of(), List.of(), consumer);
  }

  private void visit(
      Resolver.FormReading at,
      long position,
      List<BigInteger> binders,
      List<BigInteger> weights,
      CellConsumer consumer) {
    Environment environment = at.environment();
    Place place = at.place();
    switch (at.form()) {
      case Form.Number(Index value) ->
          emit(
              position,
              binders,
              append(weights, indices.value(value, environment)),
              new Resolver.Reading(Literal.ONE, environment, place),
              consumer);
      case Form.Of(Literal literal) ->
          emit(
              position,
              binders,
              weights,
              new Resolver.Reading(literal, environment, place),
              consumer);
      case Form.Add(Form left, Form right) -> {
        visit(
            new Resolver.FormReading(left, environment, place),
            position,
            binders,
            weights,
            consumer);
        visit(
            new Resolver.FormReading(right, environment, place),
            position + place.site().leaves(left),
            binders,
            weights,
            consumer);
      }
      case Form.Scale(Index weight, Form of) ->
          visit(
              new Resolver.FormReading(of, environment, place),
              position,
              binders,
              append(weights, indices.value(weight, environment)),
              consumer);
      case Form.Sum(Box box, Form body) ->
          indices.forEach(
              box,
              environment,
              (tuple, inside) -> {
                List<BigInteger> longer = new ArrayList<>(binders);
                longer.addAll(tuple);
                visit(
                    new Resolver.FormReading(body, inside, place),
                    position,
                    longer,
                    weights,
                    consumer);
              });
      case Form.Conditional(Predicate condition, Form then, Form otherwise) -> {
        boolean first = indices.holds(condition, environment);
        visit(
            new Resolver.FormReading(first ? then : otherwise, environment, place),
            first ? position : position + place.site().leaves(then),
            binders,
            weights,
            consumer);
      }
      case Form.Read read ->
          resolver
              .follow(read, environment, place)
              .ifPresent(next -> visit(next, position, binders, weights, consumer));
    }
  }

  private static void emit(
      long position,
      List<BigInteger> binders,
      List<BigInteger> weights,
      Resolver.Reading literal,
      CellConsumer consumer) {
    List<BigInteger> address = new ArrayList<>();
    address.add(BigInteger.valueOf(position));
    address.addAll(binders);
    consumer.accept(new Cell(address, weights, literal));
  }

  private static List<BigInteger> append(List<BigInteger> list, BigInteger last) {
    List<BigInteger> result = new ArrayList<>(list);
    result.add(last);
    return result;
  }
}
