package tc0.syntax.diagnostic;

import tc0.syntax.source.SourceText;
import tc0.syntax.source.Span;

/**
 * A line of source cut to a readable width, and the columns to underline in it, both in terminal
 * columns: tabs are expanded, wide characters count two, control characters are replaced.
 */
record Excerpt(int lineNumber, String line, int from, int to) {

  private static final int WIDTH = 100;
  private static final int TAB = 4;
  private static final String CUT = "…";

  /** The first line of a span; a span over several lines is underlined to the end of it. */
  static Excerpt of(SourceText source, Span span) {
    String raw = source.line(span.line());
    int start = Math.min(span.start() - source.lineStart(span.line()), raw.length());
    int end = Math.min(span.end() - source.lineStart(span.line()), raw.length());
    String before = expanded(raw.substring(0, start), 0);
    String marked = expanded(raw.substring(start, end), width(before));
    String after = expanded(raw.substring(end), width(before) + width(marked));
    int room = WIDTH - 2;
    if (width(before) + width(marked) + width(after) > WIDTH) {
      marked = head(marked, room / 2);
      before = tail(before, Math.max(room / 3, room - width(marked) - width(after)));
      after = head(after, room - width(marked) - width(before));
    }
    int from = width(before);
    return new Excerpt(
        span.line(), before + marked + after, from, from + Math.max(1, width(marked)));
  }

  /** Two lines: the source with its number, the underline. */
  String render() {
    String number = Integer.toString(lineNumber);
    String margin = " ".repeat(number.length());
    return (" " + number + " | " + line).stripTrailing()
        + "\n "
        + margin
        + " | "
        + " ".repeat(from)
        + "^".repeat(to - from)
        + "\n";
  }

  /** The text without characters that would move the cursor or hide text. */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isControl(c) ? 0xFFFD : c));
    return out.toString();
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  private static String expanded(String text, int column) {
    StringBuilder out = new StringBuilder(text.length());
    int at = column;
    for (int c : text.codePoints().toArray()) {
      if (c == '\t') {
        int blanks = TAB - at % TAB;
        out.append(" ".repeat(blanks));
        at += blanks;
      } else {
        int shown = isControl(c) ? 0xFFFD : c;
        out.appendCodePoint(shown);
        at += width(shown);
      }
    }
    return out.toString();
  }

  private static String head(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int c : text.codePoints().toArray()) {
      at += width(c);
      if (at > columns) {
        break;
      }
      out.appendCodePoint(c);
    }
    return out + CUT;
  }

  private static String tail(String text, int columns) {
    int excess = width(text) - columns;
    if (excess <= 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(CUT);
    int skipped = 0;
    for (int c : text.codePoints().toArray()) {
      if (skipped >= excess) {
        out.appendCodePoint(c);
      } else {
        skipped += width(c);
      }
    }
    return out.toString();
  }

  private static int width(String text) {
    return text.codePoints().map(Excerpt::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
