package tc0.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.IndexDefinition;
import tc0.syntax.ast.Item;

/** What a name in a specification stands for. */
public sealed interface Meaning {

  /** A value: a size parameter, a binder, an input, the number of a {@code let}. */
  record Known(Value value) implements Meaning {}

  /**
   * A {@code let}, an index function or a predicate: an expression with parameters, evaluated in
   * the scope where it was written.
   */
  record Defined(List<String> parameters, Expression body, Scope scope) implements Meaning {
    /** Copies the parameters. */
    public Defined {
      parameters = List.copyOf(parameters);
    }
  }

  /** An index function computed by the host program. */
  record Computed(int arity, Function<List<Value>, Value> function) implements Meaning {}

  /** A domain of naturals, {@code domain P(m) = lo < m <= hi when condition}. */
  record Domain(IndexDefinition.Domain declaration, Scope scope) implements Meaning {}

  /** A record type. */
  record Type(String qualifiedName, Declaration.RecordType declaration, Scope scope)
      implements Meaning {}

  /**
   * A circuit or axiom, known by its header and its promises.
   *
   * @param items the lets and index definitions that the promises may use
   * @param scope the scope of its module
   */
  record Circuit(
      String qualifiedName,
      CircuitHeader header,
      List<Item.Ensures> promises,
      List<Item.Requires> requirements,
      List<Item> items,
      Scope scope)
      implements Meaning {
    /** Copies the lists. */
    public Circuit {
      promises = List.copyOf(promises);
      requirements = List.copyOf(requirements);
      items = List.copyOf(items);
    }
  }

  /** A {@code define}: mathematics to match. */
  record Definition(String qualifiedName, Declaration.Definition declaration, Scope scope)
      implements Meaning {}

  /** A number as the meaning of a name. */
  static Meaning number(long value) {
    return new Known(Value.Number.of(BigRational.of(value)));
  }

  /** Words as the meaning of a name. */
  static Meaning words(Words words) {
    return new Known(new Value.Array(words));
  }

  /**
   * An operator table entry, found by the qualified name of a type and a sign such as {@code +}.
   */
  interface Operators {
    /** The circuit that the sign means on the type. */
    Optional<Circuit> find(String qualifiedType, String symbol);
  }
}
