package tc0.report;

import tc0.verify.Standing;

/**
 * Colours for terminals.
 *
 * @param colour whether to use them
 */
public record Style(boolean colour) {

  /** No colours. */
  public static final Style PLAIN = new Style(false);

  String bold(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  /** The text in the colour of a verdict. */
  String verdict(Standing standing, String text) {
    return paint(
        switch (standing) {
          case PROVED, CHECKED -> "32";
          case ASSUMED, SKIPPED -> "36";
          case OPEN, LIMIT -> "33";
          case REFUTED -> "31";
        },
        text);
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
