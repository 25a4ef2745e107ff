package tc0.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.GivenValue;
import tc0.syntax.source.Span;

/** Evaluates inputs that a check writes down, {@code check at x = 2^p, y = { 1, 2 }}. */
public final class GivenInputs {
  private final Evaluator evaluator = new Evaluator(new Instances());

  private GivenInputs() {}

  /**
   * The words of the inputs, in order. Numbers are exact: nothing is rounded to the input's format.
   *
   * @param names the names of the module in which the check was written
   * @param sizes the size parameters, which the values may use
   * @throws SpecificationException if a value does not fit its input
   */
  public static List<Words> of(
      List<Input> inputs,
      List<GivenValue.Given> given,
      Scope names,
      Map<String, BigInteger> sizes) {
    Scope scope = names.in(Scope.Mode.SPECIFICATION);
    for (Map.Entry<String, BigInteger> size : sizes.entrySet()) {
      scope = scope.with(size.getKey(), new Meaning.Known(Value.Number.of(size.getValue())));
    }
    GivenInputs reader = new GivenInputs();
    List<Words> words = new ArrayList<>();
    for (Input input : inputs) {
      words.add(reader.words(input, given, scope));
    }
    return words;
  }

  private Words words(Input input, List<GivenValue.Given> given, Scope scope) {
    GivenValue.Given mine =
        given.stream()
            .filter(g -> g.name().text().equals(input.name()))
            .findFirst()
            .orElseThrow(
                () -> new SpecificationException("no value for " + input.name(), Span.NONE));
    try {
      List<String> rounded = new ArrayList<>();
      Words words = InputWords.of(input, value(mine.value(), scope), rounded);
      if (!rounded.isEmpty()) {
        throw new SpecificationException(rounded.get(0), mine.span());
      }
      return words;
    } catch (IllegalArgumentException e) {
      throw new SpecificationException(e.getMessage(), mine.span());
    }
  }

  private InputValue value(GivenValue value, Scope scope) {
    return switch (value) {
      case GivenValue.Number number -> {
        Real real =
            Conversions.asReal(evaluator.evaluate(number.expression(), scope), number.span());
        if (real instanceof Real.Exact exact) {
          yield new InputValue.Number(exact.value());
        }
        throw new SpecificationException(real + " is not rational", number.span());
      }
      case GivenValue.Fields record -> {
        Map<String, InputValue> fields = new LinkedHashMap<>();
        record
            .fields()
            .forEach(field -> fields.put(field.name().text(), value(field.value(), scope)));
        yield new InputValue.Fields(fields);
      }
      case GivenValue.Listed list -> {
        List<InputValue> entries = new ArrayList<>();
        for (Scope inner : list.range().map(range -> scopes(range, scope)).orElse(List.of(scope))) {
          list.entries().forEach(entry -> entries.add(value(entry, inner)));
        }
        yield new InputValue.Items(entries);
      }
    };
  }

  private List<Scope> scopes(Binder binder, Scope scope) {
    List<Scope> scopes = new ArrayList<>();
    Boxes.Range range = evaluator.boxes().range(binder, scope);
    for (BigInteger v = range.low(); v.compareTo(range.high()) < 0; v = v.add(BigInteger.ONE)) {
      scopes.add(scope.with(binder.name().text(), new Meaning.Known(Value.Number.of(v))));
    }
    return scopes;
  }
}
