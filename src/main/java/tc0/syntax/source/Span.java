package tc0.syntax.source;

/**
 * A stretch of a source file.
 *
 * @param file the file's name as the user gave it
 * @param start offset of the first character (UTF-16 units, from 0)
 * @param end offset behind the last character, {@code end >= start}
 * @param line line of {@code start}, from 1
 * @param column column of {@code start} in code points, from 1
 */
public record Span(String file, int start, int end, int line, int column) {

  /** The span of things that have no source, such as generated declarations. */
  public static final Span NONE = new Span("", 0, 0, 1, 1);

  /** Checks the ranges of the components. */
  public Span {
    if (start < 0 || end < start || line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "not a span: " + start + ".." + end + " at " + line + ":" + column);
    }
  }

  /** From the start of this span to the end of {@code last}, which must not end before it. */
  public Span to(Span last) {
    return new Span(file, start, Math.max(end, last.end), line, column);
  }

  /** {@code file:line:column}, the form that editors and terminals turn into links. */
  public String position() {
    return file + ":" + line + ":" + column;
  }
}
