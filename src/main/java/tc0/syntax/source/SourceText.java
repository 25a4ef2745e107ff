package tc0.syntax.source;

import java.util.ArrayList;
import java.util.List;

/** The text of one file and its division into lines. Lines end with LF, CR LF or CR. */
public final class SourceText {

  private final String file;
  private final String text;
  private final List<Integer> lineStarts;

  /**
   * A text under the name that diagnostics will show.
   *
   * @param file the file's name as the user gave it
   * @param text the whole content, without byte order mark
   */
  public SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean carriageReturnAlone =
          c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (c == '\n' || carriageReturnAlone) {
        starts.add(i + 1);
      }
    }
    this.lineStarts = List.copyOf(starts);
  }

  /** The file's name as the user gave it. */
  public String file() {
    return file;
  }

  /** The whole content. */
  public String text() {
    return text;
  }

  /** Number of lines; an empty text has one. */
  public int lineCount() {
    return lineStarts.size();
  }

  /**
   * A line without its terminator.
   *
   * @param number from 1 to {@link #lineCount()}
   */
  public String line(int number) {
    int end = number == lineCount() ? text.length() : lineStarts.get(number);
    int start = lineStarts.get(number - 1);
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Offset of the first character of a line, counted from 1. */
  public int lineStart(int number) {
    return lineStarts.get(number - 1);
  }

  /** The line, counted from 1, that holds the character at an offset or ends there. */
  public int lineAt(int offset) {
    int low = 0;
    int high = lineStarts.size();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (lineStarts.get(middle) <= offset) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  /**
   * The span between two offsets, in UTF-16 units.
   *
   * @throws IndexOutOfBoundsException if they are not ordered or not within the text
   */
  public Span span(int start, int end) {
    if (start < 0 || end < start || end > text.length()) {
      throw new IndexOutOfBoundsException(start + ".." + end + " of " + text.length());
    }
    int line = lineAt(start);
    int column = text.codePointCount(lineStart(line), start) + 1;
    return new Span(file, start, end, line, column);
  }
}
