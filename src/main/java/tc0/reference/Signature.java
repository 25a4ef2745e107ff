package tc0.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.Parameter;
import tc0.syntax.ast.SizeParameter;

/**
 * A header at concrete sizes.
 *
 * @param sizes all size parameters, defaults filled in
 * @param scope the scope of the body: the module's with the sizes and static arguments
 * @param result the type of the result
 */
record Signature(Map<String, BigInteger> sizes, Scope scope, List<Input> inputs, WordType result) {

  /** Gives sizes and static arguments to a header. */
  static Signature of(
      CircuitHeader header,
      Map<String, BigInteger> given,
      Map<String, Meaning> statics,
      Scope module,
      Evaluator evaluator) {
    Scope scope = module;
    Map<String, BigInteger> sizes = new java.util.TreeMap<>();
    for (SizeParameter parameter : header.sizes()) {
      String name = parameter.name().text();
      BigInteger value = given.get(name);
      if (value == null) {
        if (parameter.defaultValue().isEmpty()) {
          throw new SpecificationException(
              "no value for the size " + name + " of " + header.name(), parameter.span());
        }
        value = evaluator.index(parameter.defaultValue().get(), scope);
      }
      sizes.put(name, value);
      scope = scope.with(name, new Meaning.Known(Value.Number.of(value)));
    }
    for (var entry : statics.entrySet()) {
      scope = scope.with(entry.getKey(), entry.getValue());
    }
    WordTypes types = evaluator.types();
    List<Input> inputs = new ArrayList<>();
    for (Parameter parameter : header.parameters()) {
      inputs.add(new Input(parameter.name().text(), types.of(parameter.type(), scope)));
    }
    return new Signature(sizes, scope, List.copyOf(inputs), types.of(header.result(), scope));
  }

  /** The scope of the body with inputs bound to words. */
  Scope bind(List<Words> words) {
    if (words.size() != inputs.size()) {
      throw new IllegalArgumentException(words.size() + " words for " + inputs.size() + " inputs");
    }
    Scope inner = scope;
    for (int i = 0; i < inputs.size(); i++) {
      inner = inner.with(inputs.get(i).name(), Meaning.words(words.get(i)));
    }
    return inner;
  }
}
