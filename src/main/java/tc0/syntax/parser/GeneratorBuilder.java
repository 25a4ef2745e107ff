package tc0.syntax.parser;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.GeneratorClause;
import tc0.syntax.ast.Identifier;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/** Makes the clauses of explicit direct connection languages of the parser's trees. */
record GeneratorBuilder(NameBuilder names, ExpressionBuilder expressions) {

  GeneratorClause clause(Tc0Parser.GeneratorClauseContext tree) {
    return switch (tree) {
      case Tc0Parser.GeneratorLetContext t ->
          new GeneratorClause.Let(span(t), expressions.bindings(t.letBinding()));
      case Tc0Parser.GeneratorGateContext t ->
          new GeneratorClause.Gate(
              span(t),
              gateType(t),
              t.getChild(2).getText().equals("not"),
              t.labelBox().stream().map(this::labelBox).toList());
      case Tc0Parser.GeneratorWireContext t ->
          new GeneratorClause.Wire(
              span(t),
              t.getChild(1).getText().equals("not"),
              t.labelPattern().stream().map(this::labelPattern).toList(),
              t.portField().stream().map(this::portField).toList(),
              child(t.child()),
              Optional.ofNullable(t.expression()).map(expressions::of));
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  private GeneratorClause.GateType gateType(Tc0Parser.GeneratorGateContext tree) {
    String word = tree.getChild(1).getText();
    for (GeneratorClause.GateType type : GeneratorClause.GateType.values()) {
      if (type.text().equals(word)) {
        return type;
      }
    }
    throw NameBuilder.unknownWord(
        span(tree.identifier()), word, "type of gate", List.of("and", "or", "maj"));
  }

  private GeneratorClause.LabelBox labelBox(Tc0Parser.LabelBoxContext tree) {
    return new GeneratorClause.LabelBox(
        span(tree),
        label(tree.label()),
        tree.expression() == null
            ? expressions.boxes().optional(tree.boxInBrackets())
            : Optional.of(
                new Box(span(tree), List.of(), Optional.of(expressions.of(tree.expression())))));
  }

  private GeneratorClause.LabelPattern labelPattern(Tc0Parser.LabelPatternContext tree) {
    return new GeneratorClause.LabelPattern(
        span(tree), label(tree.label()), names.all(tree.identifier()));
  }

  private GeneratorClause.LabelTerm labelTerm(Tc0Parser.LabelTermContext tree) {
    return new GeneratorClause.LabelTerm(
        span(tree), label(tree.label()), expressions.all(tree.expression()));
  }

  private Identifier label(Tc0Parser.LabelContext tree) {
    return new Identifier(span(tree), tree.getStart().getText());
  }

  private GeneratorClause.PortField portField(Tc0Parser.PortFieldContext tree) {
    return tree.identifier() == null
        ? new GeneratorClause.PortNumeral(span(tree), names.number(tree.NUMBER().getSymbol()))
        : new GeneratorClause.PortVariable(span(tree), names.of(tree.identifier()));
  }

  private GeneratorClause.Child child(Tc0Parser.ChildContext tree) {
    if (tree.NUMBER() == null) {
      return new GeneratorClause.WireChild(
          span(tree),
          tree.getStart().getText().equals("not"),
          tree.labelTerm().stream().map(this::labelTerm).toList());
    }
    int value = names.smallNumber(tree.NUMBER());
    if (value > 1) {
      throw SyntaxError.of(
          DiagnosticCode.TC0112,
          span(tree),
          "a constant wire carries 0 or 1",
          "write 0, 1, or the name of a gate or input bit");
    }
    return new GeneratorClause.ConstantChild(span(tree), value == 1);
  }

  private Span span(ParserRuleContext tree) {
    return names.spans().of(tree);
  }
}
