package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.Declaration;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.source.Span;

/**
 * A circuit, axiom or definition of a module; elaborated once for each choice of static arguments.
 */
public final class CircuitTemplate {
  private final String name;
  private final Declaration declaration;
  private final CircuitHeader header;
  private final Scope scope;
  private final Operators operators;
  private final Map<List<Entity>, CircuitInfo> instances = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private boolean running;

  CircuitTemplate(
      String name,
      Declaration declaration,
      CircuitHeader header,
      Scope scope,
      Operators operators) {
    this.name = name;
    this.declaration = declaration;
    this.header = header;
    this.scope = scope;
    this.operators = operators;
  }

  /** The qualified name. */
  public String name() {
    return name;
  }

  /** The source. */
  public Declaration declaration() {
    return declaration;
  }

  /** Its name, sizes, inputs and result. */
  CircuitHeader header() {
    return header;
  }

  /** Whether it must be given static arguments, so that it is no circuit by itself. */
  public boolean isParametric() {
    return !header.statics().isEmpty();
  }

  /** The circuit without static arguments. */
  public CircuitInfo circuit() {
    return instantiate(List.of(), header.span());
  }

  /** What was wrong with it, in every instance elaborated so far. */
  List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(warnings);
    return all;
  }

  CircuitInfo instantiate(List<Entity> statics, Span use) {
    if (statics.size() != header.statics().size()) {
      throw Errors.error(
          DiagnosticCode.TC0404,
          use,
          "`"
              + header.name().text()
              + "` takes "
              + Errors.count(header.statics().size(), "static argument")
              + ", not "
              + statics.size(),
          "write them behind a semicolon: `" + header.name().text() + "[…; f](x)`");
    }
    CircuitInfo known = instances.get(statics);
    if (known != null) {
      return known;
    }
    if (!diagnostics.isEmpty()) {
      throw new Poisoned();
    }
    if (running) {
      throw Errors.error(
          DiagnosticCode.TC0206,
          use,
          "`" + header.name().text() + "` would contain itself",
          "a circuit calls circuits that do not lead back to it; repeat with `iterate`");
    }
    running = true;
    try {
      String instance = name;
      if (!statics.isEmpty()) {
        List<String> names = new ArrayList<>();
        for (Entity entity : statics) {
          names.add(
              entity instanceof Entity.IndexFunction f ? f.function().name() : entity.toString());
        }
        instance = name + "<" + String.join(",", names) + ">";
      }
      CircuitElaborator elaborator =
          new CircuitElaborator(
              instance, declaration, header, scope, operators, diagnostics, warnings);
      CircuitInfo info = elaborator.elaborate(statics);
      if (!diagnostics.isEmpty()) {
        throw new Poisoned();
      }
      instances.put(statics, info);
      return info;
    } catch (DiagnosticException e) {
      diagnostics.add(e.diagnostic());
      throw new Poisoned();
    } finally {
      running = false;
    }
  }
}
