package tc0.verify;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import tc0.reference.LimitException;
import tc0.reference.SpecificationException;
import tc0.reference.UndefinedException;

/** Words for sizes and for what went wrong in the reference. */
final class Wording {
  private Wording() {}

  /**
   * Limits and ill-formed specifications, in words; everything else is none of the user's business.
   */
  static Optional<String> reason(RuntimeException e) {
    return e instanceof LimitException
            || e instanceof SpecificationException
            || e instanceof UndefinedException
        ? Optional.of(e.getMessage())
        : Optional.empty();
  }

  /** The sizes in words. */
  static String sizes(Map<String, BigInteger> sizes) {
    return sizes.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .reduce((a, b) -> a + ", " + b)
        .orElse("its only size");
  }
}
