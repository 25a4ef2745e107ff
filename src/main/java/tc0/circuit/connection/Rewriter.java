package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.List;
import tc0.kernel.Box;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/**
 * Rebuilds index terms and predicates with named functions and predicates replaced by what {@link
 * #apply} makes of them.
 */
interface Rewriter {

  /** The replacement of a named function applied to rewritten arguments. */
  Index apply(Index.Function function, List<Index> arguments);

  /** The replacement of a named predicate applied to rewritten arguments. */
  default Predicate apply(Predicate.Named named, List<Index> arguments) {
    return rewrite(
        new Substitution(java.util.Map.of())
            .with(named.parameters(), arguments)
            .apply(named.body()));
  }

  default List<Index> rewrite(List<Index> indices) {
    return indices.stream().map(this::rewrite).toList();
  }

  default Index rewrite(Index index) {
    return switch (index) {
      case Index.Number number -> number;
      case Index.Variable variable -> variable;
      case Index.Add(Index a, Index b) -> new Index.Add(rewrite(a), rewrite(b));
      case Index.Subtract(Index a, Index b) -> new Index.Subtract(rewrite(a), rewrite(b));
      case Index.Multiply(Index a, Index b) -> new Index.Multiply(rewrite(a), rewrite(b));
      case Index.Divide(Index a, Index b) -> new Index.Divide(rewrite(a), rewrite(b));
      case Index.Modulo(Index a, Index b) -> new Index.Modulo(rewrite(a), rewrite(b));
      case Index.Length(Index a) -> new Index.Length(rewrite(a));
      case Index.PowerOfTwo(Index a) -> new Index.PowerOfTwo(rewrite(a));
      case Index.Minimum(Index a, Index b) -> new Index.Minimum(rewrite(a), rewrite(b));
      case Index.Maximum(Index a, Index b) -> new Index.Maximum(rewrite(a), rewrite(b));
      case Index.Conditional(Predicate c, Index a, Index b) ->
          new Index.Conditional(rewrite(c), rewrite(a), rewrite(b));
      case Index.Least(String v, Index bound, Predicate c) ->
          new Index.Least(v, rewrite(bound), rewrite(c));
      case Index.PowerModuloPrime(Index a, Index b, Index m) ->
          new Index.PowerModuloPrime(rewrite(a), rewrite(b), rewrite(m));
      case Index.PowerModulo(Index a, Index b, Index m) ->
          new Index.PowerModulo(rewrite(a), rewrite(b), rewrite(m));
      case Index.Summation(String v, Index bound, Index body) ->
          new Index.Summation(v, rewrite(bound), rewrite(body));
      case Index.Product(String v, Index bound, Index body) ->
          new Index.Product(v, rewrite(bound), rewrite(body));
      case Index.GreatestCommonDivisor(Index a, Index b) ->
          new Index.GreatestCommonDivisor(rewrite(a), rewrite(b));
      case Index.InverseModulo(Index a, Index m) -> new Index.InverseModulo(rewrite(a), rewrite(m));
      case Index.Apply(Index.Function function, List<Index> arguments) ->
          apply(function, rewrite(arguments));
      case Index.Advise(Index.Advice advice, List<Index> arguments) ->
          new Index.Advise(advice, rewrite(arguments));
    };
  }

  default Predicate rewrite(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Truth truth -> truth;
      case Predicate.Less(Index a, Index b) -> new Predicate.Less(rewrite(a), rewrite(b));
      case Predicate.Equal(Index a, Index b) -> new Predicate.Equal(rewrite(a), rewrite(b));
      case Predicate.Not(Predicate of) -> new Predicate.Not(rewrite(of));
      case Predicate.And(Predicate a, Predicate b) -> new Predicate.And(rewrite(a), rewrite(b));
      case Predicate.Or(Predicate a, Predicate b) -> new Predicate.Or(rewrite(a), rewrite(b));
      case Predicate.Bit(Index a, Index q) -> new Predicate.Bit(rewrite(a), rewrite(q));
      case Predicate.Prime(Index a) -> new Predicate.Prime(rewrite(a));
      case Predicate.Exists(String v, Index bound, Predicate property) ->
          new Predicate.Exists(v, rewrite(bound), rewrite(property));
      case Predicate.ForAll(String v, Index bound, Predicate property) ->
          new Predicate.ForAll(v, rewrite(bound), rewrite(property));
      case Predicate.Apply(Predicate.Named named, List<Index> arguments) ->
          apply(named, rewrite(arguments));
    };
  }

  default Box rewrite(Box box) {
    List<Box.Binder> binders = new ArrayList<>();
    for (Box.Binder binder : box.binders()) {
      binders.add(new Box.Binder(binder.name(), rewrite(binder.low()), rewrite(binder.high())));
    }
    return new Box(binders, rewrite(box.guard()));
  }

  default ExplicitGenerator rewrite(ExplicitGenerator generator) {
    return new ExplicitGenerator(
        generator.name(),
        generator.parameters(),
        generator.tier(),
        generator.gates().stream()
            .map(
                clause ->
                    new ExplicitGenerator.Gates(
                        clause.type(),
                        clause.complement(),
                        clause.levels().stream()
                            .map(l -> new ExplicitGenerator.Level<>(l.label(), rewrite(l.at())))
                            .toList()))
            .toList(),
        generator.wires().stream().map(this::rewrite).toList());
  }

  private ExplicitGenerator.Wires rewrite(ExplicitGenerator.Wires clause) {
    return new ExplicitGenerator.Wires(
        clause.complement(),
        clause.levels(),
        clause.port(),
        rewrite(clause.condition()),
        switch (clause.target()) {
          case ExplicitGenerator.Target.Constant constant -> constant;
          case ExplicitGenerator.Target.Bit bit ->
              new ExplicitGenerator.Target.Bit(
                  bit.complement(),
                  bit.levels().stream()
                      .map(l -> new ExplicitGenerator.Level<>(l.label(), rewrite(l.at())))
                      .toList());
        });
  }
}
