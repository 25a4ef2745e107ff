package tc0.syntax.diagnostic;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every diagnostic has a code that never changes its meaning, and a page {@code
 * tc0/explain/CODE.md}.
 *
 * <p>01xx syntax, 02xx names, 03xx types, 04xx sizes and bounds, 05xx uniformity, 06xx depth and
 * claims, 07xx checks, 08xx theorems, 09xx files and limits.
 */
public enum DiagnosticCode {
  /** A token stands where the grammar allows only others. */
  TC0101("unexpected token"),
  /** A statement is not ended by a semicolon. */
  TC0102("missing semicolon"),
  /** A bracket is never closed, or closed by another kind. */
  TC0103("unbalanced brackets"),
  /** A character that no token begins with. */
  TC0104("unknown character"),
  /** A string without its second quotation mark. */
  TC0105("unclosed string"),
  /** Brackets or operators nested beyond the limit. */
  TC0106("nested too deeply"),
  /** {@code not a < b}. */
  TC0107("`not` in front of a comparison"),
  /** A binder that binds no name. */
  TC0108("malformed binder"),
  /** A word that is not one of a fixed list. */
  TC0109("unknown word"),
  /** Sizes without a call, slices as sizes, sizes in a wrong order. */
  TC0110("misplaced sizes"),
  /** A call of something that has no name. */
  TC0111("call of something that is not a name"),
  /** A number beyond the limit on digits, or outside the range of its place. */
  TC0112("number out of range"),

  /** No such file, or no permission. */
  TC0901("file cannot be read"),
  /** A directory where a file is needed. */
  TC0902("not a file"),
  /** Bytes that are not UTF-8 text. */
  TC0903("not a text file"),
  /** A file beyond the limit on size. */
  TC0904("file too large");

  private final String title;

  DiagnosticCode(String title) {
    this.title = title;
  }

  /** One line that says what is wrong. */
  public String title() {
    return title;
  }

  /** The code with this name, in either case. */
  public static Optional<DiagnosticCode> find(String name) {
    return Arrays.stream(values()).filter(code -> code.name().equalsIgnoreCase(name)).findFirst();
  }
}
