package tc0.syntax.elaborate;

import static java.util.stream.Collectors.joining;
import static tc0.kernel.Notation.text;

import java.util.ArrayList;
import java.util.List;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;

/** The core of a circuit as text, one declaration a line, for comparison in tests. */
final class CoreText {

  private CoreText() {}

  /** All declarations and outputs. */
  static String of(Circuit circuit) {
    Circuit.Family family = (Circuit.Family) circuit;
    List<String> lines = new ArrayList<>();
    family.body().forEach(declaration -> add(declaration, "", lines));
    for (Circuit.Output output : family.outputs()) {
      lines.add(
          "out " + output.port().name() + box(output.port().box()) + " = " + form(output.body()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void add(Declaration declaration, String margin, List<String> lines) {
    switch (declaration) {
      case Declaration.Alias(String name, Box box, Literal body) ->
          lines.add(margin + "alias " + name + box(box) + " = " + literal(body));
      case Declaration.FormDefinition(String name, Box box, Form body, boolean binary) ->
          lines.add(
              margin + (binary ? "form bit " : "form ") + name + box(box) + " = " + form(body));
      case Declaration.Junction(
              String name,
              Box box,
              Declaration.Connective connective,
              List<Declaration.Part> parts) ->
          lines.add(
              margin
                  + connective.name().toLowerCase(java.util.Locale.ROOT)
                  + " "
                  + name
                  + box(box)
                  + " { "
                  + parts.stream().map(CoreText::part).collect(joining("; "))
                  + " }");
      case Declaration.Threshold(String name, Box box, Form form, Index threshold) ->
          lines.add(
              margin
                  + "sum "
                  + name
                  + box(box)
                  + " { "
                  + form(form)
                  + " >= "
                  + text(threshold)
                  + " }");
      case Declaration.Call call ->
          lines.add(
              margin
                  + "call "
                  + call.name()
                  + box(call.box())
                  + " = "
                  + call.circuit().name()
                  + list("[", call.sizes().stream().map(size -> text(size)).toList(), "]")
                  + "("
                  + call.arguments().stream().map(CoreText::argument).collect(joining("; "))
                  + ")");
      case Declaration.Iterate iterate -> {
        lines.add(margin + "iterate " + iterate.counter() + " < " + text(iterate.count()));
        iterate.body().forEach(inner -> add(inner, margin + "  ", lines));
        for (Declaration.State state : iterate.states()) {
          lines.add(
              margin
                  + "  state "
                  + state.name()
                  + box(state.box())
                  + " from "
                  + literal(state.initial())
                  + " next "
                  + literal(state.next()));
        }
      }
    }
  }

  private static String part(Declaration.Part part) {
    String box = box(part.box());
    return literal(part.literal())
        + (box.isEmpty() ? "" : " : " + box.substring(1, box.length() - 1));
  }

  private static String argument(Declaration.Argument argument) {
    String body =
        switch (argument) {
          case Declaration.Argument.Bits bits -> literal(bits.body());
          case Declaration.Argument.Forms forms -> form(forms.body());
        };
    return argument.binders().isEmpty()
        ? body
        : String.join(", ", argument.binders()) + " -> " + body;
  }

  static String literal(Literal literal) {
    return switch (literal) {
      case Literal.Read(String array, List<Index> at) ->
          array + list("[", at.stream().map(index -> text(index)).toList(), "]");
      case Literal.Not(Literal of) -> "not " + literal(of);
      case Literal.Indicator(Predicate condition) -> "[" + text(condition) + "]";
      case Literal.Conditional(Predicate condition, Literal then, Literal otherwise) ->
          "(if " + text(condition) + " then " + literal(then) + " else " + literal(otherwise) + ")";
    };
  }

  static String form(Form form) {
    return switch (form) {
      case Form.Number(Index value) -> text(value);
      case Form.Of(Literal literal) -> literal(literal);
      case Form.Add(Form left, Form right) -> form(left) + " + " + form(right);
      case Form.Scale(Index weight, Form of) -> text(weight) + " * (" + form(of) + ")";
      case Form.Sum(Box box, Form body) -> "sum" + box(box) + "(" + form(body) + ")";
      case Form.Conditional(Predicate condition, Form then, Form otherwise) ->
          "(if " + text(condition) + " then " + form(then) + " else " + form(otherwise) + ")";
      case Form.Read(String array, List<Index> at) ->
          array + list("[", at.stream().map(index -> text(index)).toList(), "]");
    };
  }

  private static String box(Box box) {
    String binders = box.binders().stream().map(CoreText::binder).collect(joining(", "));
    String guard = box.guard().equals(Predicate.TRUE) ? "" : "when " + text(box.guard());
    String both = binders + (binders.isEmpty() || guard.isEmpty() ? "" : " ") + guard;
    return both.isEmpty() ? "" : "[" + both + "]";
  }

  private static String binder(Box.Binder binder) {
    return (binder.low().equals(Index.ZERO) ? "" : text(binder.low()) + " <= ")
        + binder.name()
        + " < "
        + text(binder.high());
  }

  private static String list(String open, List<String> items, String close) {
    return items.isEmpty() ? "" : open + String.join(", ", items) + close;
  }
}
