package tc0.verify;

import java.util.List;
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

  static List<String> citations(List<Citation> citations) {
    return citations.stream().map(Citation::text).toList();
  }
}
