package tc0.syntax.printer;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.IndexDefinition;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.Parameter;
import tc0.syntax.ast.TierName;
import tc0.syntax.ast.Type;

/** Headers, types and bodies of circuits. */
final class CircuitPrinter {

  private CircuitPrinter() {}

  static String header(CircuitHeader header) {
    List<String> sizes =
        header.sizes().stream()
            .map(
                size ->
                    size.name()
                        + size.defaultValue()
                            .map(value -> " = " + ExpressionPrinter.print(value))
                            .orElse(""))
            .toList();
    String statics = header.statics().isEmpty() ? "" : "; " + ClausePrinter.names(header.statics());
    String brackets =
        sizes.isEmpty() && statics.isEmpty() ? "" : "[" + String.join(", ", sizes) + statics + "]";
    return header.name()
        + brackets
        + "("
        + parameters(header.parameters())
        + ") -> "
        + type(header.result());
  }

  /** The constraints in front of a body. */
  static String whereBeforeBody(List<Expression> constraints) {
    return constraints.isEmpty()
        ? ""
        : constraints.stream()
            .map(ExpressionPrinter::beforeBody)
            .collect(joining(", ", " where ", ""));
  }

  static String type(Type type) {
    String element =
        switch (type) {
          case Type.Bit t -> "bit";
          case Type.FormBit t -> "form bit";
          case Type.Form t -> "form";
          case Type.Named t ->
              t.name()
                  + (t.arguments().isEmpty()
                      ? ""
                      : "(" + ExpressionPrinter.list(t.arguments()) + ")");
        };
    return element
        + (type.extents().isEmpty() ? "" : "[" + ExpressionPrinter.list(type.extents()) + "]");
  }

  /** The lines of an item. */
  static List<String> item(Item item) {
    return switch (item) {
      case IndexDefinition i -> List.of(indexDefinition(i));
      case Item.Let i -> List.of("let " + ExpressionPrinter.bindings(i.bindings()) + ";");
      case Item.Form i ->
          List.of(
              (i.isBit() ? "form bit " : "form ")
                  + i.name()
                  + ExpressionPrinter.names(i.parameters())
                  + ClausePrinter.box(i.box())
                  + " = "
                  + ExpressionPrinter.print(i.value())
                  + ";");
      case Item.Array i ->
          List.of(
              i.name()
                  + ClausePrinter.box(i.box())
                  + " = "
                  + ExpressionPrinter.print(i.value())
                  + ";");
      case Item.Return i -> List.of(result(i));
      case Item.Iterate i -> iterate(i);
      case Item.Ensures i -> List.of(ClausePrinter.ensures(i) + ";");
      case Item.Requires i -> List.of("requires " + ExpressionPrinter.print(i.condition()) + ";");
    };
  }

  static String result(Item.Return item) {
    return "return"
        + item.fields().stream().map(field -> "." + field).collect(joining())
        + ClausePrinter.box(item.box())
        + " = "
        + ExpressionPrinter.print(item.value())
        + ";";
  }

  static String indexDefinition(IndexDefinition definition) {
    return switch (definition) {
      case IndexDefinition.Function d ->
          "index "
              + d.name()
              + ExpressionPrinter.names(d.parameters())
              + d.tier().map(CircuitPrinter::tier).orElse("")
              + " = "
              + ExpressionPrinter.print(d.value())
              + ";";
      case IndexDefinition.Predicate d ->
          "predicate "
              + d.name()
              + ExpressionPrinter.names(d.parameters())
              + d.tier().map(CircuitPrinter::tier).orElse("")
              + " = "
              + ExpressionPrinter.print(d.condition())
              + ";";
      case IndexDefinition.Domain d ->
          "domain "
              + d.name()
              + "("
              + d.range().name()
              + ") = "
              + ExpressionPrinter.binder(d.range())
              + d.condition().map(e -> " when " + ExpressionPrinter.print(e)).orElse("")
              + ";";
      case IndexDefinition.Advice d ->
          "advice "
              + d.name()
              + ExpressionPrinter.names(d.parameters())
              + ": nat("
              + ExpressionPrinter.print(d.width())
              + ") = "
              + ExpressionPrinter.print(d.value())
              + ";";
    };
  }

  private static String tier(TierName name) {
    return " : " + name.tier().text();
  }

  private static List<String> iterate(Item.Iterate item) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "iterate "
            + item.counter()
            + " < "
            + ExpressionPrinter.termBeforeBody(item.rounds())
            + " from "
            + item.states().stream()
                .map(s -> s.name() + " = " + ExpressionPrinter.beforeBody(s.value()))
                .collect(joining(", "))
            + " {");
    item.body().forEach(inner -> item(inner).forEach(line -> lines.add("  " + line)));
    lines.add("}");
    return lines;
  }

  /** Neighbours of one type without default are written as a group. */
  private static String parameters(List<Parameter> parameters) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      out.append(i == 0 ? "" : ", ").append(parameter.name());
      boolean grouped = i + 1 < parameters.size() && sameGroup(parameter, parameters.get(i + 1));
      if (!grouped) {
        out.append(": ").append(type(parameter.type()));
        parameter
            .defaultValue()
            .ifPresent(value -> out.append(" = ").append(ExpressionPrinter.print(value)));
      }
    }
    return out.toString();
  }

  private static boolean sameGroup(Parameter left, Parameter right) {
    return left.defaultValue().isEmpty()
        && right.defaultValue().isEmpty()
        && type(left.type()).equals(type(right.type()));
  }
}
