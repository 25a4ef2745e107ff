package tc0.kernel;

import java.util.List;
import java.util.Objects;

/**
 * A decision problem: which words over an alphabet of numbered letters are accepted.
 *
 * @param name its name
 * @param definition the exact question with everything that is fixed in it, for example the group;
 *     empty if the problem is only named
 * @param width the bits of a letter, low bit first; 0 if the problem is only named
 * @param memberships classes that the problem is known to be in
 */
public record Problem(String name, String definition, int width, List<HardnessFact> memberships) {

  public Problem {
    Objects.requireNonNull(name);
    Objects.requireNonNull(definition);
    memberships = List.copyOf(memberships);
    if (width < 0) {
      throw new IllegalArgumentException("a width is a natural number");
    }
  }

  /** Whether it says what it asks. */
  boolean isDefinite() {
    return !definition.isEmpty() && width > 0;
  }

  /** The name with the definition. */
  @Override
  public String toString() {
    return definition.isEmpty() ? name : name + " (" + definition + ")";
  }
}
