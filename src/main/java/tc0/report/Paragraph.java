package tc0.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces. */
final class Paragraph {
  /** No line of a report is longer, unless a single word is. */
  static final int WIDTH = 108;

  private Paragraph() {}

  /**
   * The words of {@code text} in lines that leave room for an indentation.
   *
   * @param first columns taken on the first line
   * @param rest columns taken on the others
   */
  static List<String> lines(String text, int first, int rest) {
    return lines(text, first, rest, WIDTH);
  }

  /** The same for a page of another width. */
  static List<String> lines(String text, int first, int rest, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int room = width - first;
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
        room = width - rest;
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
