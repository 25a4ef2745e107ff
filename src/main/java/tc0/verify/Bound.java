package tc0.verify;

import java.util.List;
import java.util.Optional;

/**
 * A bound that the kernel derived for all sizes, beside the one that was claimed.
 *
 * @param quantity what is bounded: {@code depth}, {@code gates}, {@code wires}
 * @param from for a depth, the inputs that have this bound; otherwise empty
 * @param derived the bound
 * @param claimed what the lemma claims, where it names a bound
 * @param slack claimed minus derived, where the lemma names a bound
 * @param worst whether no other bound of the same quantity is at least as large
 */
public record Bound(
    String quantity,
    List<String> from,
    String derived,
    Optional<String> claimed,
    Optional<String> slack,
    boolean worst) {

  /** Copies the list. */
  public Bound {
    from = List.copyOf(from);
  }
}
