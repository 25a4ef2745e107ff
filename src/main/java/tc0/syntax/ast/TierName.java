package tc0.syntax.ast;

import tc0.syntax.source.Span;

/** A uniformity tier as written. */
public record TierName(Span span, Tier tier) implements Node {

  /** The tier that the kernel judges by. */
  public tc0.kernel.Tier inKernel() {
    return switch (tier) {
      case DLOGTIME -> tc0.kernel.Tier.DLOGTIME;
      case FO -> tc0.kernel.Tier.FO;
      case FO_POW -> tc0.kernel.Tier.FO_POW;
      case P -> tc0.kernel.Tier.P;
    };
  }

  /** The tiers, from the strictest to the widest. */
  public enum Tier {
    /** Linear time in the length of the indices. */
    DLOGTIME("dlogtime"),
    /** First order over numbers with addition and multiplication. */
    FO("fo"),
    /** First order with powers modulo primes. */
    FO_POW("fo_pow"),
    /** Polynomial time. */
    P("p");

    private final String text;

    Tier(String text) {
      this.text = text;
    }

    /** How it is written in source. */
    public String text() {
      return text;
    }
  }
}
