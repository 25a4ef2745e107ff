package tc0.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Names that a user may have meant. */
final class Suggestions {
  private static final int MOST = 3;
  private static final int FEW = 16;

  private Suggestions() {}

  /** A clause that starts with a semicolon, or nothing if no name is near and there are none. */
  static String of(String wrong, List<String> known) {
    List<String> near =
        known.stream()
            .filter(name -> distance(wrong, name) <= Math.max(1, wrong.length() / 3))
            .sorted(Comparator.comparingInt(name -> distance(wrong, name)))
            .limit(MOST)
            .toList();
    if (!near.isEmpty()) {
      return "; did you mean " + String.join(" or ", near) + "?";
    }
    if (known.size() <= FEW) {
      return known.isEmpty() ? "" : "; there are " + String.join(", ", known);
    }
    return "; the nearest are "
        + known.stream()
            .sorted(Comparator.comparingInt(name -> distance(wrong, name)))
            .limit(MOST)
            .collect(Collectors.joining(", "));
  }

  /** Levenshtein's distance, ignoring case. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(java.util.Locale.ROOT);
    String b = other.toLowerCase(java.util.Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
