package tc0.syntax.elaborate;

import java.util.List;
import tc0.kernel.Index;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Type;
import tc0.syntax.diagnostic.DiagnosticCode;

/** Resolves written types. */
final class Types {
  private final Expressions expressions;

  Types(Expressions expressions) {
    this.expressions = expressions;
  }

  ValueType resolve(Type type, Context context) {
    List<Index> extents = indices(type.extents(), context);
    return switch (type) {
      case Type.Bit bit -> new ValueType.Bits(ValueType.Wire.BIT, extents);
      case Type.FormBit form -> new ValueType.Bits(ValueType.Wire.FORM_BIT, extents);
      case Type.Form form -> new ValueType.Bits(ValueType.Wire.FORM, extents);
      case Type.Named named -> {
        Entity entity =
            context
                .scope()
                .find(named.name())
                .orElseThrow(
                    () ->
                        Errors.unknown(
                            named.name(), "type", context.scope(), Entity.Type.class::isInstance));
        // `import std.float as float` makes `float` a prefix; as a type it means float.float.
        if (entity instanceof Entity.Prefix prefix) {
          entity = prefix.scope().own(named.name().last().text()).orElse(entity);
        }
        if (!(entity instanceof Entity.Type(RecordType record))) {
          throw Errors.error(
              DiagnosticCode.TC0205,
              named.name().span(),
              "`" + named.name() + "` is not a type",
              "types are `bit`, `form`, `form bit` and those declared with `type`");
        }
        if (record.parameters().size() != named.arguments().size()) {
          throw Errors.error(
              DiagnosticCode.TC0308,
              named.span(),
              record.name()
                  + " takes "
                  + Errors.count(record.parameters().size(), "argument")
                  + ", not "
                  + named.arguments().size());
        }
        yield new ValueType.Structure(record, indices(named.arguments(), context), extents);
      }
    };
  }

  private List<Index> indices(List<Expression> terms, Context context) {
    return terms.stream().map(term -> expressions.index(term, context)).toList();
  }
}
