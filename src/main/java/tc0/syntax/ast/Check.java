package tc0.syntax.ast;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/**
 * {@code check method for w = 1..4, n = 2 within 20 s;}.
 *
 * @param ranges the sizes at which to check, every combination
 * @param seconds the time limit, if one is given
 * @param isLong whether it takes so long that it runs on demand only
 */
public record Check(
    Span span, Method method, List<SizeRange> ranges, Optional<BigInteger> seconds, boolean isLong)
    implements LemmaClause, ReductionClause {

  /** Copies the ranges. */
  public Check {
    ranges = List.copyOf(ranges);
  }

  /** How something is checked. */
  public sealed interface Method {}

  /** All inputs. */
  public record Exhaustive() implements Method {}

  /** Random inputs; without a seed a fixed one is used. */
  public record Random(BigInteger samples, Optional<BigInteger> seed) implements Method {}

  /** A miter, refuted by SAT with a checked proof. */
  public record Sat() implements Method {}

  /** SAT, by induction on the number of operands, which is the given size parameter. */
  public record Induction(Identifier parameter) implements Method {}

  /** The direct connection language against the unrolled circuit. */
  public record Connection() implements Method {}

  /** Inputs that are written down. */
  public record At(List<GivenValue.Given> inputs) implements Method {
    /** Copies the inputs. */
    public At {
      inputs = List.copyOf(inputs);
    }
  }

  /** {@code name = from..to}; {@code name = 2} has equal ends. */
  public record SizeRange(Span span, Identifier name, BigInteger from, BigInteger to)
      implements Node {}
}
