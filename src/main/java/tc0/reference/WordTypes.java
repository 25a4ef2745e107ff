package tc0.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Type;
import tc0.syntax.source.Span;

/** Types as written, at concrete sizes; and the sizes that make a written type fit a given one. */
final class WordTypes {

  private static final int EXTENT_LIMIT = 1 << 24;

  private final Evaluator evaluator;

  private final Instances instances;

  WordTypes(Evaluator evaluator, Instances instances) {
    this.evaluator = evaluator;
    this.instances = instances;
  }

  /** The type in a scope that knows its sizes. */
  WordType of(Type type, Scope scope) {
    List<Integer> extents = sizes(type.extents(), scope);
    return switch (type) {
      case Type.Bit bit -> new WordType(extents, new WordType.Bit());
      case Type.FormBit bit -> new WordType(extents, new WordType.Bit());
      case Type.Form form -> new WordType(extents, new WordType.AnyInteger());
      case Type.Named named ->
          new WordType(
              extents,
              record(declared(named, scope), sizes(named.arguments(), scope), named.span()));
    };
  }

  /** A declared record type at concrete arguments. */
  WordType.Record record(Meaning.Type type, List<Integer> arguments, Span span) {
    return instances.record(type.qualifiedName(), arguments, () -> made(type, arguments, span));
  }

  private WordType.Record made(Meaning.Type type, List<Integer> arguments, Span span) {
    Declaration.RecordType declaration = type.declaration();
    if (declaration.parameters().size() != arguments.size()) {
      throw new SpecificationException(
          type.qualifiedName() + " takes " + declaration.parameters().size() + " arguments", span);
    }
    Scope inner = type.scope();
    for (int i = 0; i < arguments.size(); i++) {
      inner = inner.with(declaration.parameters().get(i).text(), Meaning.number(arguments.get(i)));
    }
    List<WordType.Field> fields = new ArrayList<>();
    for (Declaration.TypeField field : declaration.fields()) {
      fields.add(new WordType.Field(field.name().text(), of(field.type(), inner)));
    }
    Optional<NumberFormat> format = Optional.empty();
    if (declaration.represents().isPresent()) {
      var represents = declaration.represents().get();
      NumberFormat found =
          format(
              represents.format().text(), sizes(represents.arguments(), inner), represents.span());
      requireLayout(type.qualifiedName(), fields, found, represents.span());
      format = Optional.of(found);
    }
    return new WordType.Record(type.qualifiedName(), arguments, fields, format);
  }

  /** The reference format of that name. */
  static NumberFormat format(String name, List<Integer> arguments, Span span) {
    if (name.equals("float") && arguments.size() == 1) {
      return new FloatFormat(arguments.get(0));
    }
    if (name.equals("fixed") && arguments.size() == 2) {
      return new FixedFormat(arguments.get(0), arguments.get(1));
    }
    throw new SpecificationException(
        "unknown number format " + name + "; known are float(p) and fixed(i, f)", span);
  }

  /** An extent: a negative one is empty. */
  static int extent(BigInteger value, Span span) {
    BigInteger extent = value.max(BigInteger.ZERO);
    if (extent.compareTo(BigInteger.valueOf(EXTENT_LIMIT)) > 0) {
      throw new LimitException("an extent of " + extent + " at " + span.position());
    }
    return extent.intValueExact();
  }

  /** Adds to {@code sizes} the parameters that occur bare in a written type, as they fit. */
  void infer(Type type, WordType actual, Scope scope, Map<String, BigInteger> sizes) {
    match(type.extents(), actual.extents(), sizes);
    if (type instanceof Type.Named named
        && actual.element() instanceof WordType.Record record
        && declared(named, scope).qualifiedName().equals(record.name())) {
      match(named.arguments(), record.arguments(), sizes);
    }
  }

  private static void match(
      List<Expression> written, List<Integer> actual, Map<String, BigInteger> sizes) {
    for (int i = 0; i < Math.min(written.size(), actual.size()); i++) {
      if (written.get(i) instanceof Expression.Name name) {
        sizes.putIfAbsent(name.text(), BigInteger.valueOf(actual.get(i)));
      }
    }
  }

  private static Meaning.Type declared(Type.Named named, Scope scope) {
    return scope
        .find(named.name().toString())
        .filter(Meaning.Type.class::isInstance)
        .map(Meaning.Type.class::cast)
        .orElseThrow(
            () -> new SpecificationException("unknown type " + named.name(), named.span()));
  }

  private List<Integer> sizes(List<Expression> terms, Scope scope) {
    return terms.stream().map(e -> extent(evaluator.index(e, scope), e.span())).toList();
  }

  private static void requireLayout(
      String name, List<WordType.Field> fields, NumberFormat format, Span span) {
    List<WordType.Field> needed = ((WordType.Record) WordType.numbers(format).element()).fields();
    if (!fields.equals(needed)) {
      throw new SpecificationException(
          name + " does not have the fields of " + format.name() + ": " + needed, span);
    }
  }
}
