package tc0.verify;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a named constant of a depth claim comes to: the largest depth among its circuits.
 *
 * @param name for example {@code d_std}
 */
public record ConstantValue(String name, List<Member> members) {

  /**
   * A circuit that the constant names.
   *
   * @param circuit its qualified name
   * @param depth its depth, unless it is an axiom of unknown depth
   * @param majorityDepth the same, where only threshold gates count
   */
  public record Member(
      String circuit, Optional<BigInteger> depth, Optional<BigInteger> majorityDepth) {}

  /** Copies the list. */
  public ConstantValue {
    members = List.copyOf(members);
  }

  /** The depth; empty if that of a member is unknown. */
  public Optional<BigInteger> depth() {
    return largest(Member::depth);
  }

  /** The majority depth; empty if that of a member is unknown. */
  public Optional<BigInteger> majorityDepth() {
    return largest(Member::majorityDepth);
  }

  private Optional<BigInteger> largest(Function<Member, Optional<BigInteger>> measure) {
    Optional<BigInteger> largest = Optional.of(BigInteger.ZERO);
    for (Member member : members) {
      largest = largest.flatMap(most -> measure.apply(member).map(most::max));
    }
    return largest;
  }
}
