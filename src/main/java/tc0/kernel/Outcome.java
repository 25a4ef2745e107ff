package tc0.kernel;

import java.util.function.Supplier;

/** The answer of the kernel: a value that its rules support, or the refusal. */
public sealed interface Outcome<T> {

  /** The rules support {@code value}. */
  record Granted<T>(T value) implements Outcome<T> {}

  /** A premise fails. A refusal says nothing about the truth of the claim. */
  record Denied<T>(Refusal refusal) implements Outcome<T> {}

  /** Runs a derivation and turns its refusal into a value. */
  static <T> Outcome<T> of(Supplier<T> derivation) {
    try {
      return new Granted<>(derivation.get());
    } catch (Refusal refused) {
      return new Denied<>(refused);
    }
  }
}
