package tc0.kernel;

/** A claimed depth: a maximum of linear expressions over named constants. */
public sealed interface DepthExpression {

  /** A number of gates, over size parameters. */
  record Count(Index value) implements DepthExpression {}

  /** A constant of a {@code constants} block. */
  record Constant(String name) implements DepthExpression {}

  /** The depth of an axiomatic circuit that no constant names. */
  record DepthOf(String circuit) implements DepthExpression {}

  /** {@code left + right}. */
  record Sum(DepthExpression left, DepthExpression right) implements DepthExpression {}

  /** {@code left - right}, where {@code right} is linear. */
  record Difference(DepthExpression left, DepthExpression right) implements DepthExpression {}

  /** {@code factor * of}. */
  record Scale(Index factor, DepthExpression of) implements DepthExpression {}

  /** The larger of two expressions. */
  record Maximum(DepthExpression left, DepthExpression right) implements DepthExpression {}
}
