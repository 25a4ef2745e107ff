package tc0.syntax.elaborate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.source.Span;

/** The refusals of the elaborator. */
final class Errors {
  private Errors() {}

  static DiagnosticException error(DiagnosticCode code, Span span, String message) {
    return new DiagnosticException(Diagnostic.error(code, span, message));
  }

  static DiagnosticException error(DiagnosticCode code, Span span, String message, String help) {
    return new DiagnosticException(Diagnostic.error(code, span, message).withHelp(help));
  }

  /** "one argument", "2 arguments". */
  static String count(int number, String noun) {
    return count(number, noun, noun + "s");
  }

  static String count(int number, String noun, String plural) {
    return switch (number) {
      case 0 -> "no " + plural;
      case 1 -> "one " + noun;
      default -> number + " " + plural;
    };
  }

  /** Whether a name with this meaning may stand for a value. */
  static boolean hasValue(Entity entity) {
    return entity instanceof Entity.Known
        || entity instanceof Entity.Template
        || entity instanceof Entity.Macro macro && macro.parameters().isEmpty();
  }

  /** A field that a record type does not have. */
  static DiagnosticException noField(RecordType type, Identifier field) {
    return error(
        DiagnosticCode.TC0305,
        field.span(),
        type.name() + " has no field `" + field.text() + "`",
        Similarity.nearest(field.text(), List.copyOf(type.fieldNames()))
            .map(near -> "did you mean `" + near + "`?")
            .orElse(
                "its fields are "
                    + String.join(", ", type.fieldNames())
                    + "; `.bits` is its word"));
  }

  /** A definition that uses the name it defines. */
  static DiagnosticException selfReference(Span span, String name) {
    return error(
        DiagnosticCode.TC0206,
        span,
        "`" + name + "` is defined by itself",
        "there is no recursion; repeat with `iterate`, search with `least`");
  }

  /** An unknown name, with the nearest one of those that would fit. */
  static DiagnosticException unknown(
      QualifiedName name, String what, Scope scope, Predicate<Entity> fits) {
    return unknown(name.span(), what, name.toString(), scope, fits);
  }

  /** An unknown function, with the nearest one of those declared or built in. */
  static DiagnosticException unknownFunction(
      QualifiedName name, String what, Scope scope, Collection<String> builtIn) {
    Optional<String> near = Similarity.nearest(name.toString(), List.copyOf(builtIn));
    return near.isPresent()
        ? unknown(name.span(), what, name.toString(), List.copyOf(builtIn), "")
        : unknown(name, what, scope, Calls::isCallable);
  }

  /** The same for a simple name. */
  static DiagnosticException unknown(
      Expression.Name name, String what, Scope scope, Predicate<Entity> fits) {
    return unknown(name.span(), what, name.text(), scope, fits);
  }

  private static DiagnosticException unknown(
      Span span, String what, String name, Scope scope, Predicate<Entity> fits) {
    if (scope.announces(name)) {
      return error(
          DiagnosticCode.TC0201,
          span,
          "`" + name + "` is used above its declaration",
          "move the declaration above this place");
    }
    return unknown(
        span, what, name, scope.visible(fits), "declare it above this place, or import it");
  }

  /** An unknown name, with the nearest candidate or another way out. */
  static DiagnosticException unknown(
      Span span, String what, String name, List<String> candidates, String otherwise) {
    return error(
        DiagnosticCode.TC0201,
        span,
        "unknown " + what + " `" + name + "`",
        Similarity.nearest(name, candidates)
            .map(near -> "did you mean `" + near + "`?")
            .orElse(otherwise));
  }
}
