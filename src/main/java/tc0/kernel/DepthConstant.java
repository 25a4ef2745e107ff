package tc0.kernel;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name for the largest depth among some circuits, for example {@code d_std = max depth
 * {float.add, float.mul}}. In a claim that mentions it these circuits are not unfolded; their size,
 * uniformity and hypotheses still come from their bodies.
 */
public record DepthConstant(String name, Set<String> circuits) {
  public DepthConstant {
    Objects.requireNonNull(name);
    circuits = Collections.unmodifiableSet(new TreeSet<>(circuits));
  }
}
