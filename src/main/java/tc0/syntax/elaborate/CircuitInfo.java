package tc0.syntax.elaborate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.kernel.Circuit;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Item;
import tc0.syntax.source.Span;

/**
 * An elaborated circuit, axiom or definition with what the source says of it.
 *
 * @param core its gate arrays, or its signature and cost; input {@code x} of a record type is the
 *     core inputs {@code x.field…}, the result is the core outputs {@code return…}
 * @param declaration the source
 * @param inputs parameters in order
 * @param result the type of the result over the size parameters
 * @param ensures what the result means
 * @param requires where the meaning is promised
 * @param spans core array name to the place where it was written
 * @param scope the names of its module, for specifications
 */
public record CircuitInfo(
    Circuit core,
    Declaration declaration,
    CircuitHeader header,
    List<Input> inputs,
    ValueType result,
    List<Item.Ensures> ensures,
    List<Item.Requires> requires,
    Map<String, Span> spans,
    Scope scope) {

  public CircuitInfo {
    inputs = List.copyOf(inputs);
    ensures = List.copyOf(ensures);
    requires = List.copyOf(requires);
    spans = Map.copyOf(spans);
  }

  /**
   * A parameter: its name, its type over the size parameters, and what a call without it passes.
   */
  public record Input(String name, ValueType type, Optional<Expression> defaultValue) {}

  /** The qualified name. */
  public String name() {
    return core.name();
  }

  /** Whether only signature and cost are given. */
  public boolean isAxiom() {
    return core instanceof Circuit.Axiom;
  }
}
