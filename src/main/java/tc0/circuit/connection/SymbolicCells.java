package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;

/**
 * The literals of a form with their static positions, as {@link Cells} finds them, for all sizes
 * and indices at once.
 */
final class SymbolicCells {
  private SymbolicCells() {}

  /**
   * One literal of a form.
   *
   * @param binders variables of the sums on the way
   * @param condition when the literal is there
   * @param weights the factors on the way
   * @param facts what is known there
   */
  record Cell(
      long position,
      List<String> binders,
      Predicate condition,
      List<Index> weights,
      Literal literal,
      Substitution terms,
      SymbolicPlace place,
      LinearFacts facts,
      FreshNames names) {}

  private record At(
      Form form,
      Substitution terms,
      SymbolicPlace place,
      long position,
      List<String> binders,
      Predicate condition,
      List<Index> weights,
      LinearFacts facts,
      FreshNames names) {

    At to(Form next, long position) {
      return new At(next, terms, place, position, binders, condition, weights, facts, names);
    }

    At in(Form next, Substitution terms, SymbolicPlace place) {
      return new At(next, terms, place, position, binders, condition, weights, facts, names);
    }

    At times(Index weight) {
      List<Index> more = new ArrayList<>(weights);
      more.add(weight);
      return new At(form, terms, place, position, binders, condition, more, facts, names);
    }

    /** The same where a further condition holds; empty if it cannot. */
    Optional<At> when(Predicate further) {
      return facts
          .simplify(further)
          .map(
              open ->
                  new At(
                      form,
                      terms,
                      place,
                      position,
                      binders,
                      Terms.and(condition, open),
                      weights,
                      facts.with(open),
                      names));
    }

    /**
     * The same inside a sum: its binders get fresh names and their ranges are kept, for they bound
     * port variables.
     */
    At under(Box box) {
      FreshNames fresh = names.copy();
      FreshNames.Renamed renamed = fresh.rename(box, terms);
      Predicate ranges = Terms.and(Terms.conditions(renamed.box()));
      List<String> more = new ArrayList<>(binders);
      more.addAll(renamed.box().names());
      return new At(
          form,
          renamed.terms(),
          place,
          position,
          more,
          Terms.and(condition, ranges),
          weights,
          facts.with(ranges),
          fresh);
    }

    Cell cell(Literal literal) {
      return new Cell(position, binders, condition, weights, literal, terms, place, facts, names);
    }
  }

  /** Visits the literals of a form. */
  static void forEach(
      Form form,
      Substitution terms,
      SymbolicPlace place,
      LinearFacts facts,
      FreshNames names,
      Consumer<Cell> consumer) {
    visit(
        new At(form, terms, place, 0, List.of(), Predicate.TRUE, List.of(), facts, names),
        consumer);
  }

  private static void visit(At at, Consumer<Cell> consumer) {
    if (at.condition().equals(Predicate.FALSE)) {
      return;
    }
    Site site = at.place().site();
    switch (at.form()) {
      case Form.Number(Index value) ->
          consumer.accept(at.times(at.terms().apply(value)).cell(Literal.ONE));
      case Form.Of(Literal literal) -> consumer.accept(at.cell(literal));
      case Form.Add(Form left, Form right) -> {
        visit(at.to(left, at.position()), consumer);
        visit(at.to(right, at.position() + site.leaves(left)), consumer);
      }
      case Form.Scale(Index weight, Form of) ->
          visit(at.times(at.terms().apply(weight)).to(of, at.position()), consumer);
      case Form.Sum(Box box, Form body) -> visit(at.under(box).to(body, at.position()), consumer);
      case Form.Conditional(Predicate condition, Form then, Form otherwise) -> {
        Predicate c = at.terms().apply(condition);
        at.when(c).ifPresent(inside -> visit(inside.to(then, at.position()), consumer));
        at.when(Terms.not(c))
            .ifPresent(
                inside -> visit(inside.to(otherwise, at.position() + site.leaves(then)), consumer));
      }
      case Form.Read read -> follow(at, read).ifPresent(next -> visit(next, consumer));
    }
  }

  private static Optional<At> follow(At at, Form.Read read) {
    List<Index> tuple = at.terms().apply(read.at());
    Site.Resolved resolved = at.place().site().lookup(read.array());
    SymbolicPlace home = at.place().enclosing(resolved.site());
    return switch (resolved.symbol()) {
      case Site.Symbol.Local(
              Declaration.FormDefinition(var name, Box box, Form body, var binary)) -> {
        Substitution terms = home.terms().with(box.names(), tuple);
        yield at.when(SymbolicResolver.membership(box, terms))
            .map(inside -> inside.in(body, terms, home));
      }
      case Site.Symbol.Result(Declaration.Call call, int output)
          when call.circuit() instanceof Circuit.Family family ->
          result(at, home, call, family.outputs().get(output), tuple);
      case Site.Symbol.Parameter(int input, Circuit.Port port) -> {
        Substitution terms = home.terms().with(port.box().names(), tuple);
        yield at.when(SymbolicResolver.membership(port.box(), terms))
            .map(
                inside ->
                    home.parent().isPresent()
                        ? argument(inside, home, input, tuple)
                        : inside.to(bit(read), inside.position()));
      }
      default -> Optional.of(at.to(bit(read), at.position()));
    };
  }

  private static Form bit(Form.Read read) {
    return new Form.Of(new Literal.Read(read.array(), read.at()));
  }

  private static Optional<At> result(
      At at, SymbolicPlace home, Declaration.Call call, Circuit.Output output, List<Index> tuple) {
    int rank = call.box().rank();
    List<Index> instance = tuple.subList(0, rank);
    List<Index> entry = tuple.subList(rank, tuple.size());
    Substitution binders = home.terms().with(call.box().names(), instance);
    return at.when(SymbolicResolver.membership(call.box(), binders))
        .flatMap(
            exists -> {
              SymbolicPlace inside = SymbolicResolver.enter(home, call, instance, exists.facts());
              Box box = output.port().box();
              Substitution terms = inside.terms().with(box.names(), entry);
              return exists
                  .when(SymbolicResolver.membership(box, terms))
                  .map(found -> found.in(output.body(), terms, inside));
            });
  }

  private static At argument(At at, SymbolicPlace home, int input, List<Index> tuple) {
    SymbolicPlace caller = home.parent().orElseThrow();
    return switch (home.site().call().orElseThrow().arguments().get(input)) {
      case Declaration.Argument.Forms(List<String> binders, Form body) ->
          at.in(body, home.binders().with(binders, tuple), caller);
      case Declaration.Argument.Bits(List<String> binders, Literal body) ->
          at.in(new Form.Of(body), home.binders().with(binders, tuple), caller);
    };
  }
}
