package tc0.reference;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.Item;

/**
 * A {@code define} at concrete sizes: the function on words that it describes, evaluated operation
 * by operation with every primitive's promise as its meaning.
 */
public final class DefinedFunction implements Reference {

  private final Meaning.Definition definition;
  private final Signature signature;
  private final Instances instances;

  DefinedFunction(
      Meaning.Definition definition, Map<String, BigInteger> sizes, Instances instances) {
    this.definition = definition;
    this.instances = instances;
    this.signature =
        Signature.of(
            definition.declaration().header(),
            sizes,
            Map.of(),
            definition.scope(),
            new Evaluator(instances));
  }

  /** A definition at concrete sizes; missing ones take their defaults. */
  public static DefinedFunction of(Meaning.Definition definition, Map<String, BigInteger> sizes) {
    return new DefinedFunction(definition, sizes, new Instances());
  }

  @Override
  public String name() {
    return definition.qualifiedName();
  }

  @Override
  public List<Input> inputs() {
    return signature.inputs();
  }

  @Override
  public WordType result() {
    return signature.result();
  }

  /** Judges a result: it must have the bits of the defined one, canonical words included. */
  @Override
  public Outcome check(List<Words> inputs, Words returned) {
    try {
      return difference(evaluate(inputs, new Evaluator(instances)), returned);
    } catch (UndefinedException e) {
      return e.outcome();
    }
  }

  /**
   * The result, computed cell by cell when it is read.
   *
   * @throws UndefinedException when a cell without a value is read
   */
  public Words evaluate(List<Words> inputs) {
    return evaluate(inputs, new Evaluator(instances));
  }

  private Outcome difference(Words expected, Words returned) {
    List<Integer> extents = result().extents();
    int cells = extents.stream().reduce(1, Math::multiplyExact);
    for (int i = 0; i < cells; i++) {
      int[] index = Words.unflat(extents, i);
      Words wanted = expected.at(index);
      Words found = returned.at(index);
      if (!wanted.sameBits(found)) {
        SortedMap<String, String> where = new TreeMap<>();
        if (index.length > 0) {
          where.put("index", Arrays.toString(index));
        }
        return new Outcome.Violated(
            found.describe(), "=", wanted.describe(), "", where, definition.declaration().span());
      }
    }
    return new Outcome.Holds();
  }

  Words evaluate(List<Words> inputs, Evaluator evaluator) {
    Scope scope =
        Evaluator.bind(
            definition.declaration().functions(), signature.bind(inputs).in(Scope.Mode.DEFINITION));
    Map<String, Words> parts = new HashMap<>();
    for (Item.Return item : definition.declaration().results()) {
      List<String> fields = item.fields().stream().map(Identifier::text).toList();
      parts.put(Words.path(fields), part(item, scope, evaluator));
    }
    if (!Words.covers(signature.result(), parts.keySet())) {
      throw new SpecificationException(
          definition.qualifiedName() + " does not define its whole result",
          definition.declaration().span());
    }
    return Words.assembled(signature.result(), parts);
  }

  private Words part(Item.Return item, Scope scope, Evaluator evaluator) {
    WordType type = signature.result();
    for (Identifier field : item.fields()) {
      Optional<WordType> next =
          Words.of(type, (path, index) -> 0).field(field.text()).map(Words::type);
      type = next.orElseThrow(() -> new SpecificationException("no field " + field, field.span()));
    }
    List<String> binders =
        item.box().stream()
            .flatMap(box -> box.binders().stream())
            .map(Binder::name)
            .map(Identifier::text)
            .toList();
    List<Integer> extents = type.extents();
    if (binders.size() > extents.size()) {
      throw new SpecificationException("too many indices for a " + type, item.span());
    }
    WordType cell = type.withExtents(extents.subList(binders.size(), extents.size()));
    return Words.ofCells(
        type,
        binders.size(),
        index -> {
          List<Value> values =
              index.stream().<Value>map(i -> Value.Number.of(BigInteger.valueOf(i))).toList();
          Value value = evaluator.evaluate(item.value(), scope.with(binders, values));
          return Encoding.encode(value, Encoding.Reading.WORD, cell, item.value().span());
        });
  }
}
