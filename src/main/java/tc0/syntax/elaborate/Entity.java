package tc0.syntax.elaborate;

import java.util.List;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Identifier;

/** What a name means. */
public sealed interface Entity {

  /** A size parameter, binder, let, array, form or state. */
  record Known(Value value) implements Entity {}

  /**
   * A function of indices that is expanded where it is used: a form or a function of a definition.
   */
  record Macro(List<Identifier> parameters, Expression body, Scope scope) implements Entity {
    public Macro {
      parameters = List.copyOf(parameters);
    }
  }

  /** An index function; {@code captured} are the sizes of its surroundings that its body uses. */
  record IndexFunction(Index.Function function, List<Index> captured) implements Entity {}

  /** A named predicate. */
  record NamedPredicate(Predicate.Named predicate, List<Index> captured) implements Entity {}

  /** A named advice value. */
  record NamedAdvice(Index.Advice advice, List<Index> captured) implements Entity {}

  /** {@code domain P(m) = lo < m <= hi when φ}. */
  record Domain(Binder.Range range, java.util.Optional<Expression> condition, Scope scope)
      implements Entity {}

  /** A circuit, an axiom or a definition, elaborated for each choice of static arguments. */
  record Template(CircuitTemplate template) implements Entity {}

  /** A record type. */
  record Type(RecordType record) implements Entity {}

  /**
   * A lemma, regime, hypothesis or another statement, which has no value in expressions.
   *
   * @param scope the names of its module, which it uses
   */
  record Statement(Declaration declaration, String module, Scope scope) implements Entity {}

  /** A name whose definition is being elaborated. */
  record Unfinished() implements Entity {}

  /** A name whose definition has an error that was reported. */
  record Broken() implements Entity {}

  /** An imported module seen under a prefix. */
  record Prefix(Scope scope) implements Entity {}
}
