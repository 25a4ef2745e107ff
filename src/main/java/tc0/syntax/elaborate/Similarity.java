package tc0.syntax.elaborate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Similarity {
  private static final int SHORTEST = 3; // shorter names are all alike

  private Similarity() {}

  /**
   * The candidate that is the same but for upper case or a module in front, or differs in few
   * letters.
   */
  static Optional<String> nearest(String name, List<String> candidates) {
    Optional<String> same =
        candidates.stream()
            .filter(c -> c.equalsIgnoreCase(name) || c.endsWith("." + name))
            .findFirst();
    if (same.isPresent() || name.length() < SHORTEST) {
      return same;
    }
    int most = Math.max(1, name.length() / 3);
    return candidates.stream()
        .filter(candidate -> candidate.length() >= SHORTEST && distance(candidate, name) <= most)
        .min(Comparator.comparingInt(candidate -> distance(candidate, name)));
  }

  /** Insertions, deletions, changes and exchanges of neighbours that lead from one to the other. */
  private static int distance(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(table[i - 1][j], table[i][j - 1]) + 1;
        best = Math.min(best, table[i - 1][j - 1] + change);
        boolean exchanged =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        table[i][j] = exchanged ? Math.min(best, table[i - 2][j - 2] + 1) : best;
      }
    }
    return table[a.length()][b.length()];
  }
}
