package tc0.syntax.parser;

import java.util.Optional;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.Relation;
import tc0.syntax.diagnostic.DiagnosticCode;

/** Makes boxes and binders of the parser's trees, telling the bound name from the bounds. */
record BoxBuilder(NameBuilder names, ExpressionBuilder expressions) {

  Optional<Box> optional(Tc0Parser.BoxInBracketsContext tree) {
    return Optional.ofNullable(tree).map(t -> box(t.box()));
  }

  Box box(Tc0Parser.BoxContext tree) {
    return new Box(
        names.spans().of(tree),
        tree.binder().stream().map(this::binder).toList(),
        Optional.ofNullable(tree.expression()).map(expressions::of));
  }

  Binder binder(Tc0Parser.BinderContext tree) {
    if (tree.qualifiedName() != null) {
      return new Binder.InDomain(
          names.spans().of(tree), boundName(tree, 0), names.of(tree.qualifiedName()));
    }
    Relation first = relation(tree, 0);
    if (tree.relation().size() == 1) {
      return new Binder.Range(
          names.spans().of(tree),
          Optional.empty(),
          boundName(tree, 0),
          expressions.of(tree.term(1)),
          first == Relation.LESS_EQUAL);
    }
    Expression lower = expressions.of(tree.term(0));
    return new Binder.Range(
        names.spans().of(tree),
        Optional.of(new Binder.LowerBound(lower, first == Relation.LESS)),
        boundName(tree, 1),
        expressions.of(tree.term(2)),
        relation(tree, 1) == Relation.LESS_EQUAL);
  }

  private Identifier boundName(Tc0Parser.BinderContext tree, int position) {
    if (tree.term(position) instanceof Tc0Parser.NameContext name) {
      return names.of(name.identifier());
    }
    throw malformed(tree, "there is no name here for the binder to bind");
  }

  private Relation relation(Tc0Parser.BinderContext tree, int position) {
    Relation relation = ExpressionBuilder.relation(tree.relation(position));
    if (relation != Relation.LESS && relation != Relation.LESS_EQUAL) {
      throw malformed(tree, "a binder goes upwards, with < or <=");
    }
    return relation;
  }

  private RuntimeException malformed(Tc0Parser.BinderContext tree, String message) {
    return SyntaxError.of(
        DiagnosticCode.TC0108,
        names.spans().of(tree),
        message,
        "write `i < n`, `lo <= i < hi` or `q in P`; other conditions stand behind `when`");
  }
}
