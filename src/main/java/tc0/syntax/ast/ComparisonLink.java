package tc0.syntax.ast;

/** One relation of a chain and the operand behind it. */
public record ComparisonLink(Relation relation, Expression operand) {}
