package tc0.verify;

import java.util.List;
import tc0.kernel.Regime;
import tc0.syntax.ast.Citation;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.Entity;
import tc0.syntax.elaborate.Scope;

/** Looks up the names in statements, which the elaborator has checked to exist. */
record Names(Scope scope) {

  CircuitInfo circuit(QualifiedName name) {
    if (scope.find(name).orElse(null) instanceof Entity.Template(var template)) {
      return template.circuit();
    }
    throw new IllegalStateException("no circuit " + name);
  }

  <T extends Declaration> T statement(QualifiedName name, Class<T> type) {
    if (scope.find(name).orElse(null) instanceof Entity.Statement statement) {
      return type.cast(statement.declaration());
    }
    throw new IllegalStateException("no statement " + name);
  }

  /** The names that a statement uses: those of the module that declares it. */
  Names of(QualifiedName statement) {
    return scope.find(statement).orElse(null) instanceof Entity.Statement found
        ? new Names(found.scope())
        : this;
  }

  /** A declared regime. */
  Regime regime(QualifiedName name) {
    return Regimes.of(statement(name, Declaration.Regime.class), of(name).scope());
  }

  static List<String> citations(List<Citation> citations) {
    return citations.stream().map(Citation::text).toList();
  }
}
